"""The words of the content: how people write each, and the term the index holds for it.

The browser gets this list. It looks up there what a visitor types, in full, from its first letters or with a
typo, and asks the index for terms: so the site never depends on two stemmers saying the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.language import stop_words
from generator.text.fold import fold
from generator.text.reading import WHOLE, read
from generator.text.stem import stem

# A run of letters, digits and marks as it is written, or what is one word whatever stands in it; ``read`` draws the
# finer borders.
_WRITTEN = re.compile(rf"{WHOLE}|[\w\u0300-\u036f\u00ad]+", re.I)


class Lexicon:
    """Turns texts into terms and remembers the words it met."""

    def __init__(self) -> None:
        self._met: dict[str, Counter[str]] = defaultdict(Counter)
        self._known: dict[str, dict[str, tuple[Token, ...]]] = defaultdict(dict)

    def read(self, text: str, locale: str) -> list[Token]:
        """The text's words in its order."""
        runs = _WRITTEN.findall(unicodedata.normalize("NFC", text))
        self._met[locale].update(runs)
        known = self._known[locale]
        found: list[Token] = []
        for run in runs:
            tokens = known.get(run)
            if tokens is None:
                split = _split(run, locale)
                tokens = known[run] = tuple(Token(each.term, each.folded in stop_words()) for each in split)
            found += tokens
        return found

    def forms(self) -> dict[str, tuple[str, ...]]:
        """Term → the words it stands for, each as it is most often written, in alphabetical order."""
        count: Counter[Word] = Counter()
        for locale, met in self._met.items():
            for run, times in met.items():
                for word in _split(run, locale):
                    count[word] += times
        best: dict[tuple[str, str], str] = {}
        for word, _ in sorted(count.items(), key=lambda item: (-item[1], item[0])):
            best.setdefault((word.term, word.folded), word.written)
        found: dict[str, list[str]] = defaultdict(list)
        for (term, _), written in sorted(best.items()):
            found[term].append(written)
        return {term: tuple(forms) for term, forms in found.items()}


class Token(NamedTuple):
    """A word of a text: its term, and whether it is one that does not narrow a search."""

    term: str
    stops: bool


class Word(NamedTuple):
    """A word as it is written, bare and small, and its term in the index."""

    written: str
    folded: str
    term: str


def _split(run: str, locale: str) -> Iterator[Word]:
    """The words of the run."""
    found = read(run)
    for word in found:
        written = run if len(found) == 1 else word
        # The root of what is meant: of « Ste » that of « Sainte ».
        term = stem(written if fold(written) == word else word, locale)
        # « désir » has the root « dés »: not to be taken for « des ».
        yield Word(written, word, word if term in stop_words() else term)
