"""Two versions of a text → the part of each where they differ, short enough to be read side by side."""

from __future__ import annotations

from generator.words.markdown import shortened

AROUND = 5
"""Words kept on each side of what changes."""


def excerpts(before: str, after: str, limit: int) -> tuple[str, str]:
    """Both texts if they are short; else what differs in each, with a few words around it, marked by dots."""
    if max(len(before), len(after)) <= limit // 2:
        return before, after
    old, new = before.split(), after.split()
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return _excerpt(old, start, end, limit), _excerpt(new, start, end, limit)


def _excerpt(words: list[str], start: int, end: int, limit: int) -> str:
    """The words but the first ``start`` and the last ``end``, and a few of those."""
    first, last = max(0, start - AROUND), min(len(words), len(words) - end + AROUND)
    text = " ".join(words[first:last])
    text = f"… {text}" if first else text
    return shortened(f"{text} …" if last < len(words) else text, limit)
