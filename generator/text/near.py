"""Names that look alike: what a mistyped one was meant to be, and records entered twice.

The only door to rapidfuzz.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from generator.text.fold import fold
from generator.text.reading import name as named
from generator.text.reading import plain

LIKELY = 80
"""Similarity from which a name may be what was meant (percent of letters in common, words in any order)."""
ALIKE = 92
"""Similarity from which two names may be those of one thing."""

_SEARCHES = 300
"""So many wrong names at once are no slips of the hand: a folder was renamed; no one reads suggestions."""
_CHOICES = 3
_CLOSE_BEHIND = 8
_TOP = 6
_TELLING = 4
_RARE_WORDS = 3
_EDGE = 4
_BLOCK = 60
_WINDOW = 12

MEASURES = {
    "likely": LIKELY,
    "alike": ALIKE,
    "choices": _CHOICES,
    "closeBehind": _CLOSE_BEHIND,
    "top": _TOP,
    "telling": _TELLING,
    "rareWords": _RARE_WORDS,
    "edge": _EDGE,
    "block": _BLOCK,
    "window": _WINDOW,
}
"""All of these that the browser's twin measures by (``form/near.js``)."""


class Names:
    """Everything that things are called, to find which of them a text was meant to name."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """``named`` holds (name, id); an id may have several names, and is one."""
        self._ids: dict[str, dict[str, None]] = defaultdict(dict)
        for name, id_ in named:
            self._ids[plain(name)].setdefault(id_)
        self._choices = list(self._ids)
        self._known: dict[str, tuple[str, ...]] = {}

    def nearest(self, text: str) -> tuple[str, ...]:
        """Up to three ids that the text may have been meant to name, the likeliest first."""
        wanted = plain(text)
        if wanted not in self._ids:
            wanted = named(text)
        if wanted not in self._known:
            self._known[wanted] = tuple(self._search(wanted))[:_CHOICES] if wanted else ()
        return self._known[wanted]

    def _search(self, wanted: str) -> dict[str, None]:
        if wanted in self._ids:
            return self._ids[wanted]
        if len(self._known) >= _SEARCHES:
            return {}
        likely = [
            (score, name)
            for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
            for name, score, _ in process.extract(wanted, self._choices, scorer=scorer, score_cutoff=LIKELY, limit=_TOP)
        ]
        likely.sort(key=lambda each: (-each[0], each[1]))
        names = [name for score, name in likely if score >= likely[0][0] - _CLOSE_BEHIND]
        if not names and len(wanted) >= _TELLING:
            # One name holds all the words of the other: « Lyon » for « Ville de Lyon ».
            inside = process.extract(wanted, self._choices, scorer=fuzz.token_set_ratio, score_cutoff=100, limit=None)
            names = sorted(
                (name for name, _, _ in inside if len(name) >= _TELLING),
                key=lambda n: (abs(len(n) - len(wanted)), n),
            )
        return dict.fromkeys(id_ for name in names for id_ in self._ids[name])


def look_alikes(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Positions of names that are nearly the same, each pair once. Names that differ by a number are not."""
    words = [fold(name).split() for name in names]
    spelled = [" ".join(sorted(each)) for each in words]
    numbers = [tuple(word for word in sorted(each) if any(c.isdigit() for c in word)) for each in words]
    seen: set[tuple[int, int]] = set()
    for block in _blocks(words):
        for first, second in _pairs(sorted(block, key=lambda at: (spelled[at], at))):
            pair = (min(first, second), max(first, second))
            if pair in seen or numbers[first] != numbers[second]:
                continue
            seen.add(pair)
            if fuzz.ratio(spelled[first], spelled[second], score_cutoff=ALIKE):
                yield pair


def _blocks(words: Sequence[Sequence[str]]) -> Iterable[list[int]]:
    """Positions that share a rare word, or its beginning or end: comparing all with all would not end."""
    count: dict[str, int] = defaultdict(int)
    for each in words:
        for word in set(each):
            count[word] += 1
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, each in enumerate(words):
        rare = sorted(set(each), key=lambda word: (count[word], word))[:_RARE_WORDS]
        for key in {key for word in rare for key in (("whole", word), ("start", word[:_EDGE]), ("end", word[-_EDGE:]))}:
            blocks[key].append(at)
    return blocks.values()


def _pairs(block: list[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a small block; of a big one, those that stand near each other in alphabetical order."""
    if len(block) <= _BLOCK:
        yield from combinations(block, 2)
        return
    for at, first in enumerate(block):
        for second in block[at + 1 : at + _WINDOW]:
            yield first, second
