"""The directory as a map sees it: what is at each place, which places work together, how busy countries are.

Pure data, no drawing. Initiatives of the State alone are listed at their places but never counted nor joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.directory import Directory
from generator.model import Actor, Event, Initiative, Place, Record
from generator.values import Localized

FRANCE = "FR"
_STATE = "state"
_EXACT = "city"
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
        return self.place.precision == _EXACT


@dataclass(frozen=True, slots=True)
class Link:
    """A French place and a partner place that share initiatives."""

    french: str
    partner: str
    initiatives: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one country or territory, in reading order."""

    code: str
    part: str
    """``region`` (Latin America and the Caribbean), ``france`` or ``elsewhere``."""
    spots: tuple[Spot, ...]
    numbers: tuple[int, ...]
    """Initiatives that act in the country or have a place there, by number."""

    @property
    def initiatives(self) -> int:
        """How many these are."""
        return len(self.numbers)


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
    counted = [each for each in directory.initiatives.values() if each.scope != _STATE]
    density = {country.code: 0 for country in directory.countries.values()}
    for each in counted:
        for code in each.countries:
            density[code] = density.get(code, 0) + 1
    events: dict[str, list[Event]] = defaultdict(list)
    for event in directory.events.values():
        events[event.place or ""].append(event)
    return Atlas(
        spots={id_: _spot(directory, place, tuple(events[id_])) for id_, place in directory.places.items()},
        links=_links(directory, counted),
        density=density,
        breaks=breaks(max(density.values(), default=0)),
        numbers={id_: number for number, id_ in enumerate(directory.initiatives)},
        regional=sum(not each.countries for each in counted),
    )


def _spot(directory: Directory, place: Place, events: tuple[Event, ...]) -> Spot:
    found = directory.initiatives_at.get(place.id, ())
    return Spot(
        place,
        directory.actors_at.get(place.id, ()),
        tuple(each for each in found if each.scope != _STATE),
        tuple(each for each in found if each.scope == _STATE),
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
    """Country → initiatives that act there or have a place there, those of the State alone left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in directory.initiatives.values():
        if each.scope != _STATE:
            for code in countries_of(directory, each):
                found[code].append(each.id)
    return found


def countries_of(directory: Directory, initiative: Initiative) -> list[str]:
    """Countries it acts in, then others where it has a place."""
    places = (directory.places[id_].country for id_ in directory.places_of(initiative))
    return list(dict.fromkeys((*initiative.countries, *places)))


def data(directory: Directory, atlas: Atlas) -> dict[str, object]:
    """What a script needs to filter the map, in numbers and ids only.

    An initiative is [countries it acts in, other countries where it has a place, themes with the wider ones],
    each given by its number in ``countries`` and ``themes``. Places and lines (``links``, their ``ends`` apart)
    hold initiatives by number; ``state`` lists those that are not counted.
    """
    codes: dict[str, int] = {}
    themes: dict[str, int] = {}

    def number(of: dict[str, int], id_: str) -> int:
        return of.setdefault(id_, len(of))

    initiatives = []
    for each in directory.initiatives.values():
        every = [number(codes, code) for code in countries_of(directory, each)]
        acts = len(dict.fromkeys(each.countries))
        on = [number(themes, theme) for theme in sorted(directory.with_broader(each.themes))]
        initiatives.append([every[:acts], every[acts:], on])
    return {
        "initiatives": initiatives,
        "countries": [*codes],
        "themes": [*themes],
        "state": [atlas.numbers[id_] for id_, each in directory.initiatives.items() if each.scope == _STATE],
        "places": {
            id_: [atlas.numbers[each.id] for each in (*spot.initiatives, *spot.state)]
            for id_, spot in atlas.spots.items()
        },
        "ends": [[link.french, link.partner] for link in atlas.links],
        "lines": [[atlas.numbers[each.id] for each in link.initiatives] for link in atlas.links],
        "breaks": atlas.breaks,
    }
