"""The endings of ordinals as exponents, in what a page shows. Records, titles, search and exports keep plain text."""

from __future__ import annotations

import re

from generator.words.typography import ORDINAL

_UNTOUCHED = re.compile(r"(<(script|style|title|option|textarea|svg)\b.*?</\2>|<[^>]*>)", re.S)
"""Tags, and elements that hold no markup."""


def raised(html: str) -> str:
    """The page's body with ``1<sup>er</sup>`` where a reader sees ``1er``."""
    if not ORDINAL.search(html):
        return html
    pieces, at = [], 0
    for found in _UNTOUCHED.finditer(html):
        pieces += [_raise(html[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*pieces, _raise(html[at:])])


def _raise(text: str) -> str:
    return ORDINAL.sub(r"\1<sup>\2</sup>", text)
