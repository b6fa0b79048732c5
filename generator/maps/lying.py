"""Who lies where: the territories of places, actors and initiatives, as far as their records say it.

- A town lies in its commune and in all that this is part of. A département, a region, a state or a province lies in
  itself and in what it is part of: that its point is its chief town's says nothing of that town.
- An authority lies in what it governs, not in the town where it sits. Any other actor lies where it stands; one
  without a place, where the organisation it belongs to lies, or in the overseas territory that it names.
- What was merged or absorbed lies also where its successor does.
- Of an embassy, of an international organisation and of a State body seated in Paris, the seat says nothing of where
  they act: they lie nowhere.
- An initiative lies where its actors and the places that it names do.

What no record says is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from generator.maps.table import territories
from generator.maps.territories import COUNTRIES, OVERSEAS_REGIONS, Level, Territories, Territory
from generator.model import Actor, Initiative, Place
from generator.model.directory import Directory
from generator.model.indexing import Index, index
from generator.model.values import FRANCE

LEVELS: dict[str, Level] = {"city": "commune", "department": "departement", "region": "region"}
"""Level of a French place → that of its official code."""

GOVERNED: dict[str, Level] = {
    "commune": "commune",
    "intercommunality": "intercommunalite",
    "metropolis": "intercommunalite",
    "departement": "departement",
    "region": "region",
    "overseas-authority": "collectivite",
}
"""Kind of a French authority → level of the official code of what it governs."""

OF_COUNTRIES = frozenset(("embassy-consulate", "multilateral-regional"))
"""Kinds of actors that act for a whole country, or for several."""
STATE_BODY = "state-operator"
"""Kind of an actor that does so if it is seated in the capital; others of the kind are those of a territory."""

CAPITAL = "commune-75056"
"""Paris."""

OVERSEAS = {
    country: f"region-{OVERSEAS_REGIONS[code]}" if code in OVERSEAS_REGIONS else f"collectivite-{code}"
    for code, country in COUNTRIES.items()
}
"""ISO 3166-1 code of an overseas territory that an actor may name → the territory."""

Ids = tuple[str, ...]
"""Ids of territories, the nearest first."""


class Lying:
    """Finds the territories of one directory's records."""

    def __init__(self, directory: Directory, known: Territories | None = None) -> None:
        self.directory = directory
        self.known = known or territories()
        self._actors: dict[str, Ids] = {}

    # Places

    def of_place(self, id_: str | None) -> Ids:
        """Where the place lies; nowhere if nothing says so."""
        place = self.directory.places.get(id_ or "")
        return self._with_above(self._own(place)) if place else ()

    def _own(self, place: Place) -> Ids:
        if place.state != FRANCE:
            return self._abroad(place)
        level = LEVELS.get(place.admin_level)
        found: Ids = ()
        if place.insee and level:
            found = self.known.unit(level, place.insee)
        elif level in ("departement", "region"):
            found = self._called(level, place.name.all())
        return found or tuple(filter(None, (OVERSEAS.get(place.country),))) or self._around(place)

    def _called(self, level: str, names: Iterable[str]) -> Ids:
        """By its name alone, as a former region is: what stands in brackets is no part of it."""
        found = (self.known.named(level, name.partition(" (")[0]) for name in names)
        return next(((each,) for each in found if each), ())

    def _around(self, place: Place) -> Ids:
        """Of a town whose code nobody wrote down: the département or region that it names."""
        name = place.subdivision or ""
        found = self.known.named("departement", name) or self.known.named("region", name)
        return (found,) if found else ()

    def _abroad(self, place: Place) -> Ids:
        names = [place.subdivision] if place.admin_level == "city" else [*place.name.all(), place.native_name]
        plain = (name.partition(" (")[0] for name in (place.subdivision, *names) if name)
        found = (self.known.named(place.country, name) for name in plain)
        return next(((each,) for each in found if each), ())

    # Actors

    def governed(self, actor: Actor) -> Ids:
        """What a French authority governs: by its own code, else by that of its place if this is of its level."""
        level = GOVERNED.get(actor.kind)
        if level is None:
            return ()
        codes = (actor.identifiers.insee, actor.identifiers.siren) if actor.identifiers else ()
        # A commune's SIREN is in no table: its code is.
        for code in filter(None, codes):
            if found := self.known.unit(level, code):
                return found
        place = self.directory.places.get(actor.place or "")
        if place and level != "intercommunalite" and LEVELS.get(place.admin_level) == level:
            return self._own(place)
        return ()

    def governing(self, id_: str) -> list[Actor]:
        """The authorities that govern the territory, by id: a town's own, or the council of a département."""
        return [each for each in self.actors_in.get(id_, ()) if id_ in self.governed(each)]

    def of_actor(self, id_: str | None) -> Ids:
        """Where the actor lies; nowhere if nothing says so."""
        if not id_ or id_ not in self.directory.actors:
            return ()
        if id_ not in self._actors:
            # An actor that stands under itself adds nothing the second time.
            self._actors[id_] = ()
            self._actors[id_] = self._of_actor(self.directory.actors[id_])
        return self._actors[id_]

    def _of_actor(self, actor: Actor) -> Ids:
        own = self._with_above(self.governed(actor)) or self._seats(actor)
        if not own and not actor.place:
            own = self.of_actor(actor.parent) or self._with_above(filter(None, (OVERSEAS.get(actor.territory or ""),)))
        return self._in_order((*own, *self.of_actor(actor.successor)))

    def _seats(self, actor: Actor) -> Ids:
        if actor.kind in OF_COUNTRIES:
            return ()
        found = self._in_order(found for id_ in (actor.place, *actor.other_places) for found in self.of_place(id_))
        return () if actor.kind == STATE_BODY and CAPITAL in found else found

    # Initiatives, and the whole

    def of_initiative(self, initiative: Initiative) -> Ids:
        """Where one of its actors lies, or a place that it names."""
        actors = (found for part in initiative.participations for found in self.of_actor(part.actor))
        places = (found for id_ in initiative.places for found in self.of_place(id_))
        return self._in_order((*actors, *places))

    @cached_property
    def actors_in(self) -> Index[Actor]:
        """Territory → the actors that lie in it."""
        every = self.directory.actors.values()
        return index((id_, each) for each in every for id_ in self.of_actor(each.id))

    @cached_property
    def initiatives_in(self) -> Index[Initiative]:
        """Territory → the initiatives that lie in it."""
        every = self.directory.initiatives.values()
        return index((id_, each) for each in every for id_ in self.of_initiative(each))

    @cached_property
    def divisions(self) -> dict[str, list[str]]:
        """Region, overseas collectivity or département of France → places in it, itself among them, by id."""
        found = index((id_, place) for place in self.directory.places for id_ in self.of_place(place))
        wide = ("region", "collectivite", "departement")
        return {id_: list(places) for id_, places in sorted(found.items()) if self.known.by_id[id_].level in wide}

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The territories that have a page: the regions, départements and overseas collectivities where somebody
        lives, and the states and provinces abroad where a record lies; in the table's order."""
        by_id = self.known.by_id.values()
        met = self.actors_in.keys() | self.initiatives_in.keys()
        return tuple(
            each.id for each in by_id if self._is_peopled(each) or (each.level == "subdivision" and each.id in met)
        )

    def _is_peopled(self, each: Territory) -> bool:
        """Two collectivities are uninhabited islands."""
        if each.level == "collectivite":
            return any(self.known.by_id[id_].population for id_ in self.known.communes[each.id])
        return each.level in ("region", "departement")

    @cached_property
    def unplaced(self) -> tuple[Actor, ...]:
        """French actors that lie nowhere because no place is known of them: embassies are none, nor is a State body."""
        return tuple(
            each
            for each in self.directory.actors.values()
            if each.country == FRANCE and each.kind not in (*OF_COUNTRIES, STATE_BODY) and not self.of_actor(each.id)
        )

    def _with_above(self, ids: Iterable[str]) -> Ids:
        return self._in_order(found for id_ in ids for found in (id_, *self.known.by_id[id_].above))

    def _in_order(self, ids: Iterable[str]) -> Ids:
        return tuple(self.known.nearness(ids))
