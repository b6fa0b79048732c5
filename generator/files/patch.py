"""A file to write, move or remove: what would change, shown as a difference, and the act itself."""

from __future__ import annotations

import contextlib
import difflib
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNENDED = "\n\\ No newline at end of file\n"
"""How the unified format says that the last line does not end."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One file. ``path`` is relative to the content folder."""

    path: str
    before: str | None
    """What it holds now, None if no file is there."""
    after: str | None
    """What it will hold, None if it goes."""
    was: str | None = None
    """Where it stands now, if it moves."""

    @property
    def diff(self) -> str:
        """The difference, in unified format."""
        names = ("/dev/null" if self.before is None else self.was or self.path, self.path)
        if self.after is None:
            names = (self.path, "/dev/null")
        lines = difflib.unified_diff(_lines(self.before), _lines(self.after), *names)
        return "".join(line if line.endswith("\n") else line + _UNENDED for line in lines)


def _lines(text: str | None) -> list[str]:
    return (text or "").splitlines(keepends=True)


def apply(changes: Sequence[Patch], content: Path) -> None:
    """Makes the changes, each file whole or not at all; if one fails, those before it are taken back.

    :raises OSError: a file cannot be written; the folder is then as it was.
    """
    staged: list[tuple[Path, Path]] = []
    undone: list[tuple[Path, bytes | None]] = []
    try:
        for change in changes:
            if change.after is not None:
                staged.append(_stage(content, change))
        for path in _touched(changes, content):
            undone.append((path, path.read_bytes() if path.exists() else None))
        for beside, path in staged:
            os.replace(beside, path)
        for change in changes:
            for gone in (change.was, change.path if change.after is None else None):
                if gone is not None:
                    (content / gone).unlink()
    except BaseException:
        for path, held in undone:
            _restore(path, held)
        raise
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)


def _stage(content: Path, change: Patch) -> tuple[Path, Path]:
    """The new text in a file beside the one it will replace."""
    path = content / change.path
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes((change.after or "").encode())
    old = content / (change.was or change.path)
    if old.exists():
        shutil.copymode(old, beside)
    return beside, path


def _touched(changes: Sequence[Patch], content: Path) -> Iterator[Path]:
    for change in changes:
        yield content / change.path
        if change.was is not None:
            yield content / change.was


def _restore(path: Path, held: bytes | None) -> None:
    with contextlib.suppress(OSError):
        if held is not None and path.exists() and path.read_bytes() == held:
            return
        path.unlink(missing_ok=True)
        if held is not None:
            path.write_bytes(held)
