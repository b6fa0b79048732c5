"""Texts of records as GitHub's Markdown shows them to people: as texts, whatever they hold.

GitHub looks for mentions, issue numbers, addresses, formulas and emoji in what Markdown has made, so that no
escaping hides them: only code is left alone. See https://github.github.com/gfm/ and GitHub's writing guide.
"""

from __future__ import annotations

import re

from generator.words.wording import visible

_ALIVE = re.compile(
    r"[@#$]|://|www\.|:[\w+-]+:|GH-\d|[0-9a-f]{7}",  # mention, issue, formula, address, emoji, commit
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[\t\r\n]+")
_MARKS = re.compile(r"([\\`*_\[\]<>&|~!^={}])")
_START = re.compile(r"^(\d*)([-+.)#:])")
"""What begins a list or a heading where a line or an item begins."""


def inert(text: str) -> str:
    """The text on one line, never a link, a mention, an image, HTML or a heading."""
    line = _line(text)
    if _ALIVE.search(line):
        return code(line)
    return _START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line))


def code(text: str) -> str:
    """The text on one line, in the type of what is to be copied."""
    line = _line(text)
    fence = "`" * (_longest_run(line) + 1)
    # A space on both sides is taken away again; it keeps backquotes of the text off those around it.
    pad = " " if line.startswith(("`", " ")) or line.endswith(("`", " ")) else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def block(text: str, language: str) -> str:
    """The text on its lines, in the type of what is to be copied."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return "\n".join([f"{fence}{language}", *map(visible, text.splitlines()), fence])


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning if it is longer than ``limit`` characters."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _line(text: str) -> str:
    return visible(_BREAKS.sub(" ", text)).strip()


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
