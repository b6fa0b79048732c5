"""The atlas as a list: its places by country, in the order people read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from generator.maps.atlas import Atlas, Spot, countries_of
from generator.model import STATE, Record
from generator.model.directory import Directory
from generator.model.values import FRANCE, Localized


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one country or territory, in reading order."""

    code: str
    part: str
    """``region`` (Latin America and the Caribbean), ``france`` or ``elsewhere``."""
    spots: tuple[Spot, ...]
    numbers: tuple[int, ...]
    """Initiatives that concern the country (``countries_of``), by number."""

    @property
    def initiatives(self) -> int:
        """How many these are."""
        return len(self.numbers)


def groups(
    directory: Directory,
    atlas: Atlas,
    *,
    country: Callable[[str], str],
    text: Callable[[Localized], str],
    key: Callable[[str], tuple[str, str]],
) -> tuple[Group, ...]:
    """The atlas as a list: countries of the region, France, the rest; each by name, its places by name.

    ``country`` names a code, ``text`` picks a language, ``key`` sorts as a dictionary does.
    """

    def named(record: Record) -> tuple[tuple[str, str], str]:
        return key(text(record.label)), record.id

    def part(code: str) -> str:
        if code == FRANCE:
            return "france"
        return "region" if code.lower() in directory.countries else "elsewhere"

    concerned = _concerned(directory)
    found: dict[str, list[Spot]] = {code: [] for code in concerned if part(code) == "region"}
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
        Group(code, part(code), tuple(spots), tuple(atlas.numbers[id_] for id_ in concerned.get(code, ())))
        for code, spots in found.items()
    ]
    order = ("region", "france", "elsewhere")
    return tuple(sorted(made, key=lambda each: (order.index(each.part), key(country(each.code)), each.code)))


def _concerned(directory: Directory) -> dict[str, list[str]]:
    """Country → initiatives that concern it, those of the State alone left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in directory.initiatives.values():
        if each.scope != STATE:
            for code in countries_of(directory, each):
                found[code].append(each.id)
    return found
