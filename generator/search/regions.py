"""The French region of a place: by its name, or that of the département or region it lies in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from generator.model import Place, VocabularyTerm
from generator.model.directory import Directory
from generator.model.indexing import index
from generator.model.values import FRANCE
from generator.text.fold import fold

VOCABULARY = "french-divisions"
"""The vocabulary of regions, with the former regions and the départements under them."""


class Regions:
    """Finds the region of places and actors in one directory."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory

    @cached_property
    def terms(self) -> Mapping[str, VocabularyTerm]:
        """Id → region, former region or département; empty if the directory has no such vocabulary."""
        return self.directory.terms.get(VOCABULARY, {})

    @cached_property
    def _by_name(self) -> Mapping[str, VocabularyTerm]:
        """Folded name → what is called so; a region of today wins over a département of the same name."""
        found: dict[str, VocabularyTerm] = {}
        for term in sorted(self.terms.values(), key=lambda each: each.broader is not None):
            for name in (*term.label.all(), *term.synonyms):
                found.setdefault(fold(name), term)
        return found

    def _named(self, *names: str | None) -> VocabularyTerm | None:
        """What the first of the names that is known stands for; what stands in brackets is left out."""
        plain = (fold(re.sub(r"\s*\([^)]*\)", "", name)) for name in names if name)
        return next((found for name in plain if (found := self._by_name.get(name))), None)

    def of_place(self, place: Place) -> str | None:
        """Id of the region the place lies in; none if it is not in France or nothing says so."""
        found = self._named(place.subdivision, *place.name.all()) if place.state == FRANCE else None
        return (found.broader or found.id) if found else None

    def departement_of_place(self, place: Place) -> str | None:
        """Id of the département that a town lies in, or that the place is; none if nothing says so."""
        if place.state != FRANCE or place.admin_level not in ("city", "department"):
            return None
        found = self._named(*([place.subdivision] if place.admin_level == "city" else place.name.all()))
        return found.id if found and found.broader else None

    @cached_property
    def places(self) -> Mapping[str, tuple[str, ...]]:
        """Region or département → places that lie there, itself among them; in the vocabulary's order."""
        pairs = [
            (division, place.id)
            for place in self.directory.places.values()
            for division in (self.of_place(place), self.departement_of_place(place))
            if division
        ]
        found = index(pairs)
        return {id_: found[id_] for id_ in self.terms if id_ in found}

    def of_actor(self, id_: str) -> str | None:
        """Id of the region the actor stands in, or its parent if its own place is not known."""
        seen: set[str] = set()
        actor = self.directory.actors.get(id_)
        while actor and actor.id not in seen:
            seen.add(actor.id)
            place = self.directory.places.get(actor.place or "")
            if place:
                return self.of_place(place)
            actor = self.directory.actors.get(actor.parent or "")
        return None
