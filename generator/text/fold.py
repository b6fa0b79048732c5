"""Letters as the search compares them: bare, small, unligatured. The browser's twin is ``search/fold.js``."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# What Unicode does not decompose. The soft hyphen is no letter and no border: it vanishes.
LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ"}
    | {"\u00ad": None}
)


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The text's words, bare and small, one space between: apostrophes, hyphens and signs are borders."""
    bare = text.lower() if text.isascii() else _bare(text)
    return bare if bare.isalnum() else " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return "".join(c for c in decomposed if not unicodedata.category(c).startswith("M")).translate(LETTERS)


def words(text: str) -> list[str]:
    """The folded words of the text, in its order."""
    return fold(text).split()
