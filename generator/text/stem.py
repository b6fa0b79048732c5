"""The root of a word, in its own language. The only door to Snowball.

The browser never has to stem as this does: the words it may meet come with their terms (``lexicon``). For a
word that no record holds it asks the older Snowball of lunr-languages, which differs on some endings
(« -aise », « -ación ») and is only a way to guess.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from snowballstemmer import stemmer

from generator.model.language import BY_LOCALE
from generator.text.fold import fold

SHORTEST = 4
"""Shortest word that is stemmed, in letters."""
SHORT_ROOT = 5
"""Below this a root says too little: « Santa » must not become « santé » for one vowel."""


@cache
def _algorithm(locale: str) -> Any:
    return stemmer(BY_LOCALE[locale].stemmer)


@cache
def stem(word: str, locale: str) -> str:
    """The folded root of one written word, which still has its accents: they help to find the root. Words of a language
    that is not in the table are kept whole."""
    small = word.lower()
    folded = fold(small)
    if locale not in BY_LOCALE or len(small) < SHORTEST or any(c.isdigit() for c in small):
        return folded
    root = fold(_algorithm(locale).stemWord(small)) or folded
    if BY_LOCALE[locale].roots_end_in_vowels and len(root) < SHORT_ROOT and len(folded) - len(root) <= 2:
        return folded[:-1] if folded[-1] in "sx" else folded
    return root
