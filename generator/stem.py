"""The root of a word, in its own language. The only door to Snowball.

The browser never has to stem as this does: the words it may meet come with their terms (``lexicon``). For a word
that no record holds it asks the older Snowball of lunr-languages, which differs on some endings (« -aise »,
« -ación ») and is only a way to guess.
"""

from __future__ import annotations

from functools import cache

from snowballstemmer import stemmer

from generator.fold import fold

ALGORITHMS = {"fr": "french", "es": "spanish", "pt": "portuguese", "en": "english"}
"""Locale → name of its Snowball algorithm. Words of any other language are kept whole."""

# One root for what other algorithms of the same word would split: "Los Ríos" must not end as "los rí".
SHORTEST = 4


@cache
def _algorithm(locale: str):  # type: ignore[no-untyped-def]
    return stemmer(ALGORITHMS[locale])


@cache
def stem(word: str, locale: str) -> str:
    """The folded root of one written word; accents help to find it, so they are still there when it is sought."""
    small = word.lower()
    if locale not in ALGORITHMS or len(small) < SHORTEST or any(c.isdigit() for c in small):
        return fold(small)
    return fold(_algorithm(locale).stemWord(small)) or fold(small)
