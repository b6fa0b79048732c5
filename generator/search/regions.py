"""The French region of a place: by its name, or that of the département or region it lies in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from generator.model import Place, VocabularyTerm
from generator.model.directory import Directory
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
    def _by_name(self) -> Mapping[str, str]:
        """Folded name → id of the region of today; a region of today wins over a département of the same name."""
        found: dict[str, str] = {}
        for term in sorted(self.terms.values(), key=lambda each: each.broader is not None):
            for name in (*term.label.all(), *term.synonyms):
                found.setdefault(fold(name), term.broader or term.id)
        return found

    def of_place(self, place: Place) -> str | None:
        """Id of the region the place lies in; none if it is not in France or nothing says so."""
        if place.state != FRANCE:
            return None
        names = [re.sub(r"\s*\([^)]*\)", "", name) for name in (place.subdivision, *place.name.all()) if name]
        return next((found for name in names if (found := self._by_name.get(fold(name)))), None)

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
