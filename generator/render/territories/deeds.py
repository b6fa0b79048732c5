"""What a département and all that lies in it does: its communes, their intercommunalities, itself, its region; and who
does something near it."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from generator import urls
from generator.maps.lying import Lying
from generator.maps.portrait import active, authority, distance
from generator.maps.territories import Point, Territory
from generator.model import STATE, Actor, Initiative
from generator.model.directory import Directory
from generator.model.initiative import ENDED
from generator.model.values import Localized
from generator.render.territories.communes import departements, homes, written
from generator.words.countries import country_name
from generator.words.edition import Edition
from generator.words.typography import typeset

BEST = 5
"""How many initiatives of a territory are named; fewer where the file would grow too large."""

NEIGHBOURS = 3
"""How many of those nearby are named."""

FAR = 300
"""Kilometres from which on nobody is a neighbour."""

MOST_BYTES = 10_000
"""What a département's file may weigh."""

WORDS = 3
"""How many countries, and themes, are named of each."""

SECTORS = "sectors"
"""The taxonomy whose themes are named."""

_FIRST = NEIGHBOURS + 3
"""Of which so many are kept: two may be intercommunalities that the commune lies in, and as a plane is not the Earth,
two that are nearly as far may change places."""

Deed = list[Any]
"""Address of its page, initiatives, actors, places of what is named among ``items``."""


class Deeds:
    """Tells what territories do, in one edition."""

    def __init__(self, directory: Directory, edition: Edition) -> None:
        self.lying = Lying(directory)
        self.directory, self.edition = directory, edition

    def of(self, departement: str) -> dict[str, Any]:
        """What the scripts read of a département or overseas collectivity, by its code.

        ``wide``: id, name, deed and address of the authority (or nothing) of the département and of what it lies in;
        ``homes``: id, name, place of the métropole it is part of (-1: none) and deed (or none) of each
        intercommunality; ``communes``: code → deed; ``items``: title, address, countries and themes of an initiative,
        or title, address and kind of an actor, and the language of the title if it is not the edition's; ``near``:
        ``_neighbours``.
        """
        for best in range(BEST, -1, -1):
            found = self._file(departement, best)
            if len(written(found).encode()) <= MOST_BYTES:
                break
        return found

    def _file(self, departement: str, best: int) -> dict[str, Any]:
        inside = departements()[departement]
        known = self.lying.known
        places = homes(departement)
        items: dict[str, tuple[int, list[str]]] = {}

        def deed(id_: str) -> Deed | None:
            return self._deed(id_, best, items)

        def whole(id_: str) -> int:
            return next((places[above] for above in known.by_id[id_].above if above in places), -1)

        wide = [id_ for id_ in inside[0].above if id_ not in places]
        return {
            "wide": [[id_, typeset(known.by_id[id_].name), deed(id_), self._governor(id_)] for id_ in wide],
            "homes": [[id_, typeset(known.by_id[id_].name), whole(id_), deed(id_)] for id_ in places],
            "communes": {each.code: found for each in inside if (found := deed(each.id))},
            "items": [item for _, item in items.values()],
            "near": self._neighbours(inside, wide),
        }

    def _deed(self, id_: str, best: int, items: dict[str, tuple[int, list[str]]]) -> Deed | None:
        """None of a territory without page or record."""
        initiatives = self.lying.initiatives_in.get(id_, ())
        actors = self.lying.actors_in.get(id_, ())
        paged = id_ in self.lying.pages
        if not (initiatives or actors or paged):
            return None
        named = {each.id: self._initiative(each) for each in self._first(id_, initiatives)[:best]}
        if not initiatives:
            in_order = (*self.lying.governing(id_), *actors)
            named = {each.id: self._actor(each) for each in in_order} if best else {}
        shown = list(named.items())[:best]
        at = [items.setdefault(f"{len(item)}/{name}", (len(items), item))[0] for name, item in shown]
        return [self._page(id_, paged), len(initiatives), len(actors), at]

    def _page(self, id_: str, paged: bool) -> str:
        if paged:
            return urls.record("territories", id_)
        governs = authority(self.lying, id_)
        return urls.record("actors", governs.id) if governs else f"{urls.SEARCH}?territory={id_}"

    def _governor(self, id_: str) -> str:
        return next((urls.record("actors", each.id) for each in self.lying.governing(id_)), "")

    def _first(self, id_: str, initiatives: Iterable[Initiative]) -> list[Initiative]:
        """Those of the authority itself before others, those of the State alone last; what goes on before what is
        over; the latest begun first."""
        own = {each.id for each in self.lying.governing(id_)}

        def order(each: Initiative) -> tuple[bool, bool, bool, tuple[int, ...], str]:
            start = each.period.start if each.period else None
            ended = each.status is not None and each.status.state == ENDED
            latest = tuple(-part for part in start.first()) if start else ()
            is_own = any(part.actor in own for part in each.participations)
            return each.scope == STATE, not is_own, ended, latest or (0,), each.id

        return sorted(initiatives, key=order)

    def _initiative(self, each: Initiative) -> list[str]:
        url = urls.record("initiatives", each.id)
        return self._item(each.label, url, self._countries([each]), self._themes([each]))

    def _actor(self, each: Actor) -> list[str]:
        kind = self.edition.pick(self.directory.terms["actor-kinds"][each.kind].label)
        return self._item(each.label, urls.record("actors", each.id), kind)

    def _item(self, title: Localized, *rest: str) -> list[str]:
        text, locale = title.pick(self.edition.locale)
        return [typeset(text), *rest, *([locale] if locale != self.edition.locale else [])]

    def _countries(self, initiatives: Iterable[Initiative]) -> str:
        met = Counter(code for each in initiatives for code in each.countries)
        names = [country_name(code, self.directory, self.edition) for code, _ in met.most_common(WORDS)]
        return ", ".join(names) + (", …" if len(met) > WORDS else "")

    def _themes(self, initiatives: Iterable[Initiative]) -> str:
        met = Counter(theme for each in initiatives for theme in each.themes if self._is_sector(theme))
        return ", ".join(self.edition.pick(self.directory.themes[id_][1].label) for id_, _ in met.most_common(WORDS))

    def _is_sector(self, theme: str) -> bool:
        return theme in self.directory.themes and self.directory.themes[theme][0].id == SECTORS

    # Near

    @cached_property
    def _authorities(self) -> list[tuple[Territory, Actor]]:
        """What has initiatives of its own, each territory once."""
        return [(self.lying.known.by_id[id_], actor) for id_, actor in active(self.lying).items()]

    def _neighbours(self, inside: tuple[Territory, ...], wide: list[str]) -> list[list[Any]]:
        """The authorities among which are the nearest ones of each of these communes: id of the territory, name,
        address, latitude, longitude, initiatives, countries, themes."""
        points = [each.point for each in inside if each.point]
        if not points:
            return []
        middle = (sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points))
        reach = max(distance(middle, point) for point in points)
        met = [
            (distance(middle, each.point), _flat(each.point, middle), (each, actor))
            for each, actor in self._authorities
            if each.point and each.id not in wide
        ]
        met.sort(key=lambda one: one[0])
        # Nobody is nearer to a commune than those first ones and farther from the middle than this.
        most = met[_FIRST - 1][0] + 2 * reach if len(met) >= _FIRST else math.inf
        near = [one for one in met if one[0] <= min(most, FAR + reach)]
        flat = [where for _, where, _ in near]
        found = {at for point in points for at in _nearest(_flat(point, middle), flat)}
        return [self._near(*near[at][2]) for at in sorted(found)]

    def _near(self, each: Territory, actor: Actor) -> list[Any]:
        initiatives = self.directory.initiatives_of[actor.id]
        lat, lon = each.point or (0.0, 0.0)
        told = [self._countries(initiatives), self._themes(initiatives)]
        name, url = typeset(self.edition.pick(actor.label)), urls.record("actors", actor.id)
        return [each.id, name, url, round(lat, 3), round(lon, 3), len(initiatives), *told]


def _flat(point: Point, middle: Point) -> tuple[float, float]:
    """The point on a plane that touches the Earth near the middle: good for telling who is near."""
    return point[0], point[1] * math.cos(math.radians(middle[0]))


def _nearest(start: tuple[float, float], points: list[tuple[float, float]]) -> list[int]:
    """Places of the points among which are the nearest ones."""
    x, y = start
    far = [((x - lat) ** 2 + (y - lon) ** 2, at) for at, (lat, lon) in enumerate(points)]
    return [at for _, at in heapq.nsmallest(_FIRST, far)]
