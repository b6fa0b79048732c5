"""The directory as a map sees it: what is at each place, which places work together, how busy countries are.

Pure data, no drawing. Initiatives of the State alone are listed at their places but never counted nor joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import STATE, Actor, Event, Initiative, Place
from generator.model.directory import Directory
from generator.model.values import FRANCE

EXACT = "city"
"""Precision of a place whose point is the place itself."""
_CLASSES = 4
_ROUND = (1, 2, 3, 5)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and what is there."""

    place: Place
    actors: tuple[Actor, ...]
    initiatives: tuple[Initiative, ...]
    """Those that name the place or one of whose actors stands there, those of the State alone left out."""
    state: tuple[Initiative, ...]
    """Those of the State alone."""
    events: tuple[Event, ...]

    @property
    def french(self) -> bool:
        """Whether it stands on French territory, overseas included."""
        return self.place.state == FRANCE

    @property
    def exact(self) -> bool:
        """Whether the point is the place itself, not a chief town, a capital or a mean."""
        return self.place.precision == EXACT

    @property
    def bare(self) -> bool:
        """Whether no initiative is known there, not even one of the State alone."""
        return not self.initiatives and not self.state


@dataclass(frozen=True, slots=True)
class Link:
    """A French place and a partner place that share initiatives."""

    french: str
    partner: str
    initiatives: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """All there is to put on the map."""

    spots: Mapping[str, Spot]
    """Place → what is there, for every place of the directory."""
    links: tuple[Link, ...]
    density: Mapping[str, int]
    """Country code → number of initiatives that act there; every country of the region."""
    breaks: tuple[int, ...]
    """The least count of each class of density, from the lightest on."""
    numbers: Mapping[str, int]
    """Initiative → the number it bears in the map's data."""
    regional: int
    """Initiatives that name no country: they are in no country's count."""

    def shade(self, code: str) -> int:
        """The country's class of density, from 1; 0 where nothing is known."""
        return sum(self.density.get(code, 0) >= least for least in self.breaks)


def chart(directory: Directory) -> Atlas:
    """The atlas of a directory."""
    every = directory.initiatives.values()
    density = {country.code: 0 for country in directory.countries.values()}
    for each in every:
        for code in each.countries:
            density[code] = density.get(code, 0) + 1
    events: dict[str, list[Event]] = defaultdict(list)
    for event in directory.events.values():
        events[event.place or ""].append(event)
    return Atlas(
        spots={id_: _spot(directory, place, tuple(events[id_])) for id_, place in directory.places.items()},
        links=_links(directory, [each for each in every if each.scope != STATE]),
        density=density,
        breaks=breaks(max(density.values(), default=0)),
        numbers={id_: number for number, id_ in enumerate(directory.initiatives)},
        regional=sum(not each.countries for each in every),
    )


def _spot(directory: Directory, place: Place, events: tuple[Event, ...]) -> Spot:
    found = directory.initiatives_at.get(place.id, ())
    return Spot(
        place,
        directory.actors_at.get(place.id, ()),
        tuple(each for each in found if each.scope != STATE),
        tuple(each for each in found if each.scope == STATE),
        events,
    )


def _links(directory: Directory, initiatives: Sequence[Initiative]) -> tuple[Link, ...]:
    shared: dict[tuple[str, str], list[Initiative]] = defaultdict(list)
    for each in initiatives:
        places = [directory.places[id_] for id_ in directory.places_of(each)]
        for french in places:
            for partner in places:
                if french.state == FRANCE != partner.state:
                    shared[french.id, partner.id].append(each)
    return tuple(Link(*ends, tuple(found)) for ends, found in sorted(shared.items()))


def breaks(most: int) -> tuple[int, ...]:
    """Where classes begin for counts from 1 to ``most``: round numbers, each class wider than the last."""
    found = [1]
    for step in range(1, _CLASSES):
        wanted = most ** (step / _CLASSES)
        scale = 10 ** (len(str(int(wanted))) - 1)
        nearest = min((digit * scale for digit in (*_ROUND, 10)), key=lambda value: abs(value - wanted))
        if nearest > found[-1]:
            found.append(nearest)
    return tuple(least for least in found if least <= most)


def countries_of(directory: Directory, initiative: Initiative) -> list[str]:
    """Countries it acts in, then those outside the region, and French territories, where it has a place or an actor.

    A seat in another country of the region is no place of action: regional organisations sit somewhere.
    """
    places = (directory.places[id_] for id_ in directory.places_of(initiative))
    others = (
        place.country for place in places if place.state == FRANCE or place.country.lower() not in directory.countries
    )
    territories = (actor.territory for actor, _ in directory.participants(initiative) if actor.territory)
    return list(dict.fromkeys((*initiative.countries, *others, *territories)))
