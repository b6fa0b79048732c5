"""Characters that no text holds: those that nobody sees, and accents apart from their letter."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from generator.model.problem import Problem

Position = tuple[int, int]
"""Line and column, from 1."""

# Soft hyphen and grapheme joiner; fillers, vowels and operators without a shape; zero-width spaces; the left-to-right
# mark; the byte-order mark. Zero-width joiners, but before a letter of another script or a sign: they make emojis.
_SHAPELESS = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u2060-\u2064\u3164\ufeff\uffa0"
_JOINER = "[\u200c\u200d](?![^\\u0000-\\u024f])"

COPIED = re.compile(f"[{_SHAPELESS}]|{_JOINER}")
"""What a copy from a PDF, a page or a message leaves in a text: without it, nothing looks or reads otherwise."""

# C0 and C1 controls but tab, line feed and carriage return; bidirectional overrides and isolates; the Unicode tag
# block; lone surrogates.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200f\u2028-\u202e\u2065-\u206f"
    f"\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff{_SHAPELESS}]|{_JOINER}"
)
"""What no text may hold, copied or meant."""

_LINE_END = re.compile("\r\n?|\n")
_WORD = re.compile(r"\S+")


def composed(text: str) -> str:
    """The text without what a copy left in it, each accent one with its letter (NFC)."""
    return unicodedata.normalize("NFC", COPIED.sub("", text))


def strange(text: str, name: str) -> Iterable[Problem]:
    """Every such character of the file ``name``, where it stands."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    for found in FORBIDDEN.finditer(text):
        line = bisect_right(starts, found.start())
        at = line, found.start() - starts[line - 1] + 1
        code = "copied-character" if COPIED.fullmatch(found.group()) else "forbidden-character"
        yield Problem(code, name, *at, args={"character": spelled(found.group())})
    if unicodedata.is_normalized("NFC", text):
        return
    for line, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        # A word at a time: what stands beside a space is not composed with it.
        for word in _WORD.finditer(text, start, end):
            if (whole := unicodedata.normalize("NFC", word.group())) != word.group():
                args = {"value": whole}
                yield Problem("decomposed-character", name, line, word.start() - start + 1, args=args)


def spelled(character: str) -> str:
    """The character's number as Unicode writes it: ``U+00AD``."""
    return f"U+{ord(character):04X}"


def position(before: str) -> Position:
    """Line and column of what follows the text, its lines ended as libyaml takes them."""
    lines = _LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1
