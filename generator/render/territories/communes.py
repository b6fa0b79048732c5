"""The communes of France by what people type: names of today and of before, official codes, postal codes. Cut into
pages, as a dictionary is: typing loads the one page that holds what begins so."""

from __future__ import annotations

import heapq
import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.maps.table import territories
from generator.maps.territories import Territory, prefix
from generator.text.town import beginnings

Row = tuple[str, str, int] | tuple[str, str, int, str]
"""Name of today, code and population of a commune; and the name that it is found by, if that is another."""

SHOWN = 8
"""How many communes a text is answered with, unless more are called exactly so."""

NAMES_BYTES = 10_000
SHORTS_BYTES = 2_000
POSTAL_BYTES = 8_000
PLACES_BYTES = 6_000
"""How large a page may be, keys included."""

_BEHIND = "~"
"""Stands behind every letter and digit."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A dictionary, cut."""

    starts: tuple[str, ...]
    """What each page begins with: nothing on it stands before that, nothing of the pages before it behind."""
    pages: tuple[Mapping[str, list[Any]], ...]
    """Key → what it leads to, by key. A key is on one page only."""

    def within(self, start: str) -> range:
        """The pages where keys can be that begin so."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return range(first, max(first + 1, bisect_left(self.starts, start + _BEHIND)))

    @property
    def several(self) -> tuple[str, ...]:
        """The beginnings of which there is more than one page."""
        found = {start[:length] for start in self.starts for length in range(1, len(start))}
        return tuple(sorted(each for each in found if len(self.within(each)) > 1))


@cache
def communes() -> tuple[Territory, ...]:
    """The communes of today, uninhabited ones too, in the table's order."""
    return tuple(each for each in territories().by_id.values() if each.level == "commune")


@cache
def departements() -> Mapping[str, tuple[Territory, ...]]:
    """Code of a département or an overseas collectivity → its communes, in the table's order."""
    found: dict[str, list[Territory]] = defaultdict(list)
    for each in communes():
        found[prefix(each.code)].append(each)
    return {code: tuple(found[code]) for code in sorted(found)}


@cache
def homes(departement: str) -> Mapping[str, int]:
    """Ids of the intercommunalities of its communes → their places in its list; a public establishment of Grand Paris
    stands before its métropole."""
    found = (id_ for each in departements()[departement] for id_ in each.above if id_.startswith("intercommunalite-"))
    return {id_: at for at, id_ in enumerate(dict.fromkeys(found))}


@cache
def names() -> Pages:
    """Letters of a name → its row."""
    rows: list[tuple[str, object]] = []
    for each in communes():
        row = (each.name, each.code, each.population)
        rows += [(key, row) for key in beginnings(each.name)]
        for former in dict.fromkeys(name for _, name in each.led_here if name and name != each.name):
            rows += [(key, (*row, former)) for key in beginnings(former)]
    return _paged(rows, NAMES_BYTES)


@cache
def postal() -> Pages:
    """Postal code → the row of a commune."""
    rows = ((code, (each.name, each.code, each.population)) for each in communes() for code in each.postal)
    return _paged(rows, POSTAL_BYTES)


@cache
def places() -> Pages:
    """Code of a commune → name, latitude and longitude in degrees, and the place of its intercommunality in the list
    of its département (-1: it has none); a former code → that of today."""
    rows: list[tuple[str, object]] = []
    for each in communes():
        lat, lon = (round(degrees, 3) for degrees in each.point) if each.point else (None, None)
        known = homes(prefix(each.code))
        home = next((known[id_] for id_ in each.above if id_ in known), -1)
        rows.append((each.code.lower(), (each.name, lat, lon, home)))
        rows += [(code.lower(), each.code) for code, _ in each.led_here if code != each.code]
    today = {each.code.lower() for each in communes()}
    once = {key: held for key, held in reversed(rows) if isinstance(held, tuple) or key not in today}
    return _paged(once.items(), PLACES_BYTES)


@cache
def shorts() -> Pages:
    """Letters that begin names of several pages → the rows that answer them alone, the best first."""
    cut = names()
    found = {key: rows for page in cut.pages for key, rows in page.items()}
    keys = list(found)
    rows: list[tuple[str, object]] = []
    for typed in cut.several:
        begun = keys[bisect_left(keys, typed) : bisect_left(keys, typed + _BEHIND)]
        rows += [(typed, row) for row in first(((key, row) for key in begun for row in found[key]), typed)]
    return _paged(rows, SHORTS_BYTES)


def first(held: Iterable[tuple[str, Row]], typed: str) -> list[Row]:
    """What answers these letters, each commune once: what is called just so, then the most populous."""
    best: dict[str, tuple[tuple[int, int, int, str], Row]] = {}
    for key, row in held:
        rank = (int(key != typed), -row[2], len(row), row[1])
        if row[1] not in best or rank < best[row[1]][0]:
            best[row[1]] = rank, row
    exact = sum(rank[0] == 0 for rank, _ in best.values())
    return [row for _, row in heapq.nsmallest(max(SHOWN, exact), best.values())]


written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""The content as the site's files hold it."""


def _paged(rows: Iterable[tuple[str, object]], most: int) -> Pages:
    """The rows by key, a new page begun where one more would make it larger than that."""
    together: dict[str, list[object]] = defaultdict(list)
    for key, row in rows:
        together[key].append(row)
    starts: list[str] = [""]
    pages: list[dict[str, list[object]]] = [{}]
    size, last = 0, ""
    for key in sorted(together):
        more = len(written({key: together[key]}).encode())
        if pages[-1] and size + more > most:
            starts.append(next(key[:length] for length in range(1, len(key) + 1) if key[:length] > last))
            pages.append({})
            size = 0
        pages[-1][key] = together[key]
        size, last = size + more, key
    return Pages(tuple(starts), tuple(pages))
