"""Spaces as French typography wants them: no file has to hold what nobody can see."""

from __future__ import annotations

import re

_BREAKABLE = re.compile(r"(?<=\S) (?=»|[:;?!](?:[\s*»)]|$))|(?<=[«°]) ")


def typeset(text: str) -> str:
    """The text with the spaces of French punctuation made unbreakable; other languages have none to change."""
    return _BREAKABLE.sub("\u00a0", text)
