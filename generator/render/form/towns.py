"""Towns and territories that may become places, of France, Latin America and the Caribbean: cut so that typing loads
little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from generator.text.fold import fold

TOWNS = Path(__file__).parents[2] / "maps" / "data" / "towns.tsv"

Row = tuple[str, str, str, str, str, str, str]
"""A town, by ``COLUMNS``: latitude and longitude in degrees, level of a territory; empty where there is none."""
COLUMNS = ("name", "subdivision", "lat", "lon", "geonames", "insee", "level")

TOWN = ("city", "city")
TERRITORY = ("", "seat")
"""What a town is among places, and how exact its point; a territory has its own level and its seat's point."""

MANY = 600
"""A part with more rows is cut by one more letter."""
_LONGEST = 2

_SOURCE = "# "
"""What a line begins with that says where the towns come from."""

_ARTICLES = frozenset({"l", "la", "le", "les", "el", "los", "las", "o", "a", "os", "as"})


@cache
def _towns() -> Mapping[str, list[Row]]:
    """Country → its territories, then its towns, the most populous first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for line in _lines(""):
        country, name, subdivision, lat, lon, geonames, insee, level = line.split("\t")
        found[country].append((name, subdivision, lat, lon, geonames, insee, level))
    return found


def sources() -> list[dict[str, str]]:
    """Where the towns come from, as a record says it: the points, then what the INSEE codes name."""
    told = (zip(("title", "url", "detail"), line.split("\t"), strict=True) for line in _lines(_SOURCE))
    return [{key: text for key, text in each if text} for each in told]


def _lines(start: str) -> list[str]:
    """The lines of the sources, without their mark, or those of the towns."""
    lines = TOWNS.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(start) for line in lines if line.startswith(_SOURCE) == bool(start)]


def parts(countries: Collection[str]) -> Mapping[str, Mapping[str, list[Row]]]:
    """Country → first letters → the towns whose name begins so, with or without its article."""
    return {code: _parts(code) for code in countries if code in _towns()}


@cache
def _parts(country: str) -> Mapping[str, list[Row]]:
    return _cut([(letters, row) for row in _towns()[country] for letters in _beginnings(row[0])])


def _cut(begun: list[tuple[str, Row]], start: str = "") -> dict[str, list[Row]]:
    """First letters → the towns that begin so, of those whose letters begin with ``start``."""
    rows = list(dict.fromkeys(row for _, row in begun))
    if len(rows) <= MANY or len(start) == _LONGEST:
        return {start: rows}
    found: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for letters, row in begun:
        found[letters[: len(start) + 1]].append((letters, row))
    return {name: part for letters in sorted(found) for name, part in _cut(found[letters], letters).items()}


def _beginnings(name: str) -> set[str]:
    """The letters that the name begins with, and those behind its article."""
    words = fold(name).split()
    rest = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    return {"".join(words), "".join(rest)}
