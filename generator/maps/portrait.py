"""A territory as its page shows it: who is there and bears what, with whom abroad, and who might not know whom."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.maps.lying import GOVERNED, Lying
from generator.maps.territories import Point
from generator.model import STATE, Actor, Initiative
from generator.model.values import FRANCE

GROUPS: Mapping[str, tuple[str, ...]] = {
    "authorities": ("region", "departement", "overseas-authority"),
    "intercommunalities": ("metropolis", "intercommunality"),
    "communes": ("commune",),
    "foreign": ("foreign-local-authority",),
    "knowledge": ("university-research", "school-training"),
    "hospitals": ("hospital",),
    "associations": ("association-ngo", "network", "fund-foundation"),
    "companies": ("company",),
    "others": ("state-operator", "planning-agency", "embassy-consulate", "multilateral-regional", "other"),
}
"""Groups of those who bear initiatives, in reading order → kinds of actors in each."""

GATHERINGS = frozenset(("network", "event", "funding-scheme"))
"""Modalities under which many meet: that two places did so ties neither to the other."""

AGREEMENTS = frozenset(("twinning", "cooperation-agreement"))
"""Modalities of what is an agreement, whether or not a source says of which kind."""

FULL = frozenset(("commune", "metropolis", "intercommunality"))
"""Kinds of French authorities on whose own pages the territory is shown, as it has none."""

NEAREST = 5
"""How many of those nearby are named."""

_RADIUS = 6371.0
"""Of the Earth, in kilometres."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An actor of the territory, and the initiatives that it is the first of its actors to bear."""

    actor: Actor
    initiatives: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A territory here and a place abroad that share initiatives, with or without an agreement."""

    here: str
    """Territory."""
    there: str
    """Place."""
    initiatives: tuple[Initiative, ...]

    @property
    def frames(self) -> tuple[str, ...]:
        """The kinds of frame that sources name, each once."""
        kinds = (frame.kind for each in self.initiatives for frame in each.frames)
        return tuple(dict.fromkeys(kind for kind in kinds if kind != "none"))

    @property
    def agreed(self) -> tuple[str, ...]:
        """The modalities that say of an initiative that it is an agreement, each once."""
        return tuple(dict.fromkeys(each.modality for each in self.initiatives if each.modality in AGREEMENTS))


@dataclass(frozen=True, slots=True)
class Parallel:
    """What goes on in one country without anybody in common: strands that share neither actor nor wider cooperation."""

    country: str
    strands: tuple[tuple[Initiative, ...], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """An authority near the territory that has initiatives."""

    actor: Actor
    kilometres: int
    """As the crow flies, from town hall to town hall."""


@dataclass(frozen=True)
class Portrait:
    """Everything on one territory."""

    id: str
    actors: tuple[Actor, ...]
    ours: tuple[Initiative, ...]
    state: tuple[Initiative, ...]
    """Those of the State alone."""
    groups: Mapping[str, tuple[Bearer, ...]]
    """Group (``GROUPS``) → its actors that bear something, in the order of ids; those without an initiative too."""
    others: tuple[Initiative, ...]
    """Those that only name a place of the territory."""
    partners: Mapping[str, int]
    """Actors of the other side → initiatives shared."""
    countries: Mapping[str, tuple[Initiative, ...]]
    themes: Mapping[str, tuple[Initiative, ...]]
    """Themes, wider ones too."""
    ties: tuple[Tie, ...]
    parallels: tuple[Parallel, ...]


def portrait(lying: Lying, id_: str) -> Portrait:
    """The territory's portrait. Of one abroad, those who bear what is done there are the French actors."""
    directory = lying.directory
    every = lying.initiatives_in.get(id_, ())
    ours = tuple(each for each in every if each.scope != STATE)
    actors = lying.actors_in.get(id_, ())
    french = lying.known.by_id[id_].level != "subdivision"
    here = {each.id for each in actors}
    bearing = here if french else {each.id for each in directory.actors.values() if each.country == FRANCE}
    borne: dict[str, list[Initiative]] = defaultdict(list)
    others = []
    for each in ours:
        first = bearer(lying, each, bearing)
        if first:
            borne[first].append(each)
        else:
            others.append(each)
    return Portrait(
        id=id_,
        actors=actors,
        ours=ours,
        state=tuple(each for each in every if each.scope == STATE),
        groups=_groups(lying, borne, actors if french else ()),
        others=tuple(others),
        partners=_partners(lying, ours, here, french),
        countries=_by(ours, lambda each: each.countries),
        themes=_by(ours, lambda each: sorted(directory.with_broader(each.themes))),
        ties=tuple(_ties(lying, ours, here)) if french else (),
        parallels=tuple(_parallels(lying, ours, here)) if french else (),
    )


def bearer(lying: Lying, initiative: Initiative, among: set[str]) -> str | None:
    """The first of those actors in it, by role: who leads, then who bears, then partners."""
    roles = list(lying.directory.terms.get("roles", ()))
    theirs = [part for part in initiative.participations if part.actor in among]
    return min(theirs, key=lambda part: roles.index(part.role)).actor if theirs else None


def _groups(
    lying: Lying, borne: Mapping[str, list[Initiative]], actors: Iterable[Actor]
) -> Mapping[str, tuple[Bearer, ...]]:
    known = {each.id: each for each in actors} | {id_: lying.directory.actors[id_] for id_ in borne}
    group_of = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
    found: dict[str, list[Bearer]] = defaultdict(list)
    for id_, actor in sorted(known.items()):
        found[group_of[actor.kind]].append(Bearer(actor, tuple(borne.get(id_, ()))))
    return {group: tuple(found[group]) for group in GROUPS if group in found}


def _partners(lying: Lying, ours: Iterable[Initiative], here: set[str], french: bool) -> Mapping[str, int]:
    """Of a French territory the actors abroad; of one abroad, those of its own who are not in France."""
    found: dict[str, int] = defaultdict(int)
    for each in ours:
        for actor, _ in lying.directory.participants(each):
            if actor.country != FRANCE and (french or actor.id in here):
                found[actor.id] += 1
    return dict(found)


def _by(
    initiatives: Iterable[Initiative], keys: Callable[[Initiative], Iterable[str]]
) -> Mapping[str, tuple[Initiative, ...]]:
    found: dict[str, list[Initiative]] = defaultdict(list)
    for each in initiatives:
        for key in dict.fromkeys(keys(each)):
            found[key].append(each)
    return {key: tuple(those) for key, those in found.items()}


def _ties(lying: Lying, ours: Iterable[Initiative], here: set[str]) -> Iterator[Tie]:
    shared: dict[tuple[str, str], list[Initiative]] = defaultdict(list)
    for each in ours:
        if each.modality in GATHERINGS:
            continue
        ends = {lying.of_actor(part.actor)[0] for part in each.participations if part.actor in here}
        seats = (lying.directory.places[id_] for id_ in lying.directory.places_of(each))
        for there in [place.id for place in seats if place.state != FRANCE]:
            for end in sorted(ends):
                shared[end, there].append(each)
    for (end, there), initiatives in sorted(shared.items()):
        yield Tie(end, there, tuple(initiatives))


def _parallels(lying: Lying, ours: Iterable[Initiative], here: set[str]) -> Iterator[Parallel]:
    """Countries where initiatives of several actors of the territory have nobody in common."""
    by_country = _by((each for each in ours if each.modality not in GATHERINGS), lambda each: each.countries)
    for country, initiatives in sorted(by_country.items()):
        strands = _strands(initiatives)
        if len(strands) > 1 and len({bearer(lying, strand[0], here) for strand in strands}) > 1:
            yield Parallel(country, strands)


def _strands(initiatives: tuple[Initiative, ...]) -> tuple[tuple[Initiative, ...], ...]:
    """The initiatives in groups whose members have, one by one, an actor or a wider cooperation in common."""
    home: dict[str, str] = {}
    """Actor or cooperation → the initiative under whose id its strand is gathered."""
    heads = {each.id: each.id for each in initiatives}

    def head(id_: str) -> str:
        while heads[id_] != id_:
            heads[id_] = heads[heads[id_]]
            id_ = heads[id_]
        return id_

    for each in initiatives:
        for met in (*(part.actor for part in each.participations), each.part_of or each.id):
            heads[head(each.id)] = head(home.setdefault(met, each.id))
    found: dict[str, list[Initiative]] = defaultdict(list)
    for each in initiatives:
        found[head(each.id)].append(each)
    return tuple(tuple(strand) for strand in found.values())


def authority(lying: Lying, id_: str) -> Actor | None:
    """The authority with a page of its own that governs a commune or an intercommunality."""
    return next((each for each in lying.governing(id_) if each.kind in FULL), None)


def active(lying: Lying) -> dict[str, Actor]:
    """Territory whose point is known → an authority that governs it and has initiatives."""
    found: dict[str, Actor] = {}
    for actor in lying.directory.actors.values():
        if actor.kind in GOVERNED and actor.id in lying.directory.initiatives_of:
            for id_ in lying.governed(actor)[:1]:
                if lying.known.by_id[id_].point:
                    found.setdefault(id_, actor)
    return found


def nearest(lying: Lying, id_: str) -> list[Near]:
    """The French authorities with initiatives that are nearest to the territory; none if nobody knows where it is."""
    start = lying.known.by_id[id_].point
    if start is None:
        return []
    found = [
        Near(actor, round(distance(start, point)))
        for own, actor in active(lying).items()
        if (point := lying.known.by_id[own].point) and id_ not in lying.of_actor(actor.id)
    ]
    return sorted(found, key=lambda near: (near.kilometres, near.actor.id))[:NEAREST]


def distance(start: Point, end: Point) -> float:
    """Kilometres of the great circle between two points (haversine)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*start, *end))
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(a))
