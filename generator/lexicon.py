"""The words of the content: how people write each, and the term the index holds for it.

The browser gets this list. It looks up there what a visitor types, in full, from its first letters or with a typo,
and asks the index for terms: so the site never depends on two stemmers saying the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.fold import words
from generator.stem import stem

STOP_WORDS = Path(__file__).parent / "data" / "stop-words.txt"

# A run of letters, digits and marks as it is written; ``words`` draws the finer borders.
_WRITTEN = re.compile(r"[\w\u0300-\u036f\u00ad]+")


@cache
def stop_words() -> frozenset[str]:
    """Folded words that do not narrow a search, in every language at once."""
    lines = STOP_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.partition(":")[2].split())


class Lexicon:
    """Turns texts into terms and remembers the words it met."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {}
        self._met: Counter[tuple[str, str, str]] = Counter()

    def terms(self, text: str, locale: str, *, stops: frozenset[str] = frozenset()) -> Iterator[str]:
        """The terms of the text in its order, without those of the words in ``stops``."""
        for written in _WRITTEN.findall(unicodedata.normalize("NFC", text)):
            key = written, locale
            if key not in self._known:
                self._known[key] = tuple(_split(written, locale))
            for each in self._known[key]:
                if each[1] not in stops:
                    self._met[each] += 1
                    yield each[2]

    def forms(self) -> dict[str, tuple[str, ...]]:
        """Term → the words it stands for, each as it is most often written, in alphabetical order."""
        best: dict[tuple[str, str], str] = {}
        for (written, folded, term), _ in sorted(self._met.items(), key=lambda item: (-item[1], item[0])):
            best.setdefault((term, folded), written)
        found: dict[str, list[str]] = defaultdict(list)
        for (term, _), written in sorted(best.items()):
            found[term].append(written)
        return {term: tuple(forms) for term, forms in found.items()}


def _split(written: str, locale: str) -> Iterator[tuple[str, str, str]]:
    """Each word of the run: as written, folded, its term."""
    folded = words(written)
    for word in folded:
        as_written = written if len(folded) == 1 else word
        root = stem(as_written, locale)
        # « désir » has the root « dés »: not to be taken for « des ».
        yield as_written, word, word if root in stop_words() else root
