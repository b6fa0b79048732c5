"""Towns and territories that may become places, cut so that typing loads little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache

from generator.maps import towns
from generator.maps.towns import Town
from generator.text.fold import fold

COLUMNS = ("name", "subdivision", "lat", "lon", "geonames", "insee", "level", "called", "country")
"""What a row holds of a town: text, empty where there is nothing; the country where it is not that of the file."""
Row = tuple[str, ...]
"""A town, by ``COLUMNS``, without the empty cells at its end."""

TOWN = ("city", "city")
TERRITORY = ("", "seat")
"""What a town is among places, and how exact its point; a territory has its own level and its seat's point."""

MANY = 600
"""The most rows of a part: the most populous. The others are in parts of longer beginnings."""
_LONGEST = 9

_ARTICLES = frozenset({"l", "la", "le", "les", "el", "los", "las", "o", "a", "os", "as"})


def sources() -> list[list[dict[str, str]]]:
    """Where towns abroad come from, then those of France, as records say it."""
    return [[_source(each) for each in those] for those in towns.sources()]


def _source(told: tuple[str, ...]) -> dict[str, str]:
    keys = ("title", "detail") if len(told) == 2 else ("title", "url", "detail")
    return {key: text for key, text in zip(keys, told, strict=True) if text}


def parts(countries: Collection[str]) -> Mapping[str, Mapping[str, list[Row]]]:
    """Country → first letters → the towns whose name, or another that leads to them, begins so, with or without its
    article: the most populous. Those that are left out of a part are in one of more letters."""
    return {code: _parts(code) for code in countries if code in towns.towns()}


@cache
def _parts(country: str) -> Mapping[str, list[Row]]:
    begun = [(letters, _row(each, country)) for each in towns.towns()[country] for letters in _beginnings(each)]
    return _cut(begun)


def _row(town: Town, country: str) -> Row:
    own = town.country if town.country != country else ""
    cells = [*(getattr(town, name) for name in COLUMNS[:-1]), own]
    while not cells[-1]:
        cells.pop()
    return tuple(cells)


def _cut(begun: list[tuple[str, Row]], start: str = "") -> dict[str, list[Row]]:
    """First letters → the towns that begin so, of those whose letters begin with ``start``."""
    rows = list(dict.fromkeys(row for _, row in begun))
    found = {start: rows[:MANY]}
    if len(rows) <= MANY or len(start) == _LONGEST:
        return found
    length = len(start) + 1
    longer: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for letters, row in begun:
        if len(letters) >= length:
            longer[letters[:length]].append((letters, row))
    for name, part in sorted(longer.items()):
        found |= _cut(part, name)
    return found


def _beginnings(town: Town) -> set[str]:
    """The letters that the name begins with, and those behind its article."""
    words = fold(town.called or town.name).split()
    rest = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    return {"".join(words), "".join(rest)}
