"""Towns and territories that may become places: those of France from the table of territories, those of Latin America
and the Caribbean from ``data/towns.tsv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.maps.table import sources as sources_of_territories
from generator.maps.table import territories
from generator.maps.territories import Territory

TOWNS = Path(__file__).parent / "data" / "towns.tsv"
_REMARK = "# "

LEVELS = {"region": "region", "collectivite": "region", "departement": "department"}
"""Level of a territory → what it is among places."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town, a département or a region, as a place record would say it."""

    country: str
    """ISO 3166-1."""
    name: str
    subdivision: str
    """The département, overseas region, state or province, as places name it."""
    lat: str
    lon: str
    """Degrees (WGS 84), as written."""
    geonames: str = ""
    insee: str = ""
    level: str = ""
    """Of a territory, whose point is its seat's; empty of a town."""
    called: str = ""
    """Another name that leads here: of a commune that is part of it, or that it bore."""
    people: int = 0
    """Inhabitants, where they are known: the more, the sooner it is offered."""


@cache
def towns() -> Mapping[str, tuple[Town, ...]]:
    """Country → its territories, then its towns, the most populous first. Those of France hold those overseas too."""
    found: dict[str, list[Town]] = {"FR": list(_french())}
    for each in found["FR"]:
        if each.country != "FR":
            found.setdefault(each.country, []).append(each)
    for line in _lines():
        country, name, subdivision, lat, lon, geonames = line.split("\t")
        found.setdefault(country, []).append(Town(country, name, subdivision, lat, lon, geonames))
    return {country: tuple(those) for country, those in found.items()}


def sources() -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Where towns abroad come from, then those of France: title and detail, or title, address and detail."""
    told = (line.removeprefix(_REMARK).split("\t") for line in _all_lines() if line.startswith(_REMARK))
    return [tuple(each) for each in told], [tuple(each) for each in sources_of_territories()[:2]]


def _all_lines() -> list[str]:
    return TOWNS.read_text(encoding="utf-8").splitlines()


def _lines() -> Iterator[str]:
    return (line for line in _all_lines() if not line.startswith(_REMARK))


def _french() -> Iterator[Town]:
    every = territories().by_id.values()
    wide = [each for each in every if each.level in LEVELS and each.point]
    yield from map(_territory, sorted(wide, key=lambda each: (list(LEVELS).index(each.level), each.code)))
    communes = (each for each in every if each.level == "commune" and each.point)
    for each in sorted(communes, key=lambda each: (-each.population, each.code)):
        town = _town(each, each.name)
        yield town
        for name in dict.fromkeys(name for _, name in each.led_here if name):
            yield _town(each, each.name, name)


def _territory(each: Territory) -> Town:
    name = f"{each.name} (département)" if each.level == "departement" else each.name
    return _town(each, name, level=LEVELS[each.level])


def _town(each: Territory, name: str, called: str = "", level: str = "") -> Town:
    assert each.point is not None
    lat, lon = (f"{degrees:g}" for degrees in each.point)
    home = next((id_ for id_ in each.above if not id_.startswith("intercommunalite-")), "")
    home = territories().by_id[home].name if home else ""
    return Town(each.country, name, home, lat, lon, "", each.code, level, called, each.population)
