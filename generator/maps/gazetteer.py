"""The atlas as a list: its places by country, in the order people read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from generator.maps.atlas import Atlas, Spot, countries_of
from generator.maps.territories import COUNTRIES
from generator.model import Record
from generator.model.directory import Directory
from generator.model.values import FRANCE, Localized

PARTS = ("region", "overseas", "france", "elsewhere")
"""Of the world, in reading order: Latin America and the Caribbean, its French territories, France, the rest."""


def part_of(directory: Directory, code: str) -> str:
    """The part of the world that a country or territory stands under."""
    if code in directory.overseas or code in COUNTRIES.values():
        return "overseas"
    if code == FRANCE:
        return "france"
    return "region" if code.lower() in directory.countries else "elsewhere"


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one country or territory, in reading order."""

    code: str
    part: str
    """One of ``PARTS``."""
    spots: tuple[Spot, ...]
    numbers: tuple[int, ...]
    """Initiatives that concern the country (``countries_of``), by number."""

    @property
    def initiatives(self) -> int:
        """How many these are."""
        return len(self.numbers)

    @property
    def bare(self) -> bool:
        """Whether nothing is done there: a row that only says so is left out until it is asked for."""
        return not self.numbers and all(spot.bare for spot in self.spots)


def groups(
    directory: Directory,
    atlas: Atlas,
    *,
    country: Callable[[str], str],
    text: Callable[[Localized], str],
    key: Callable[[str], tuple[str, str]],
) -> tuple[Group, ...]:
    """The atlas as a list: the ``PARTS`` of the world; in each, countries by name, their places by name.

    ``country`` names a code, ``text`` picks a language, ``key`` sorts as a dictionary does.
    """

    def named(record: Record) -> tuple[tuple[str, str], str]:
        return key(text(record.label)), record.id

    concerned = _concerned(directory)
    found: dict[str, list[Spot]] = {
        code: [] for code in concerned if part_of(directory, code) in ("region", "overseas")
    }
    for spot in sorted(atlas.spots.values(), key=lambda spot: named(spot.place)):
        in_order = Spot(
            spot.place,
            tuple(sorted(spot.actors, key=named)),
            tuple(sorted(spot.initiatives, key=named)),
            tuple(sorted(spot.state, key=named)),
            tuple(sorted(spot.events, key=named)),
        )
        found.setdefault(spot.place.country, []).append(in_order)
    made = [
        Group(
            code, part_of(directory, code), tuple(spots), tuple(atlas.numbers[id_] for id_ in concerned.get(code, ()))
        )
        for code, spots in found.items()
    ]
    return tuple(sorted(made, key=lambda each: (PARTS.index(each.part), key(country(each.code)), each.code)))


def _concerned(directory: Directory) -> dict[str, list[str]]:
    """Country → initiatives that concern it."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in directory.initiatives.values():
        for code in countries_of(directory, each):
            found[code].append(each.id)
    return found
