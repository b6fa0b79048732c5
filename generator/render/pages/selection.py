"""What every view needs of a directory: its records sorted for people, grouped, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from generator import urls
from generator.maps.atlas import countries_of
from generator.maps.lying import Lying
from generator.model import STATE, Actor, Country, Initiative, Place, Record
from generator.model.directory import Directory
from generator.model.values import FRANCE, Localized
from generator.render.pages.page import Slice
from generator.words.countries import country_name
from generator.words.edition import Edition

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Selection:
    """A directory seen in one edition."""

    directory: Directory
    edition: Edition
    _keys: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def lying(self) -> Lying:
        """Where its records lie."""
        return Lying(self.directory)

    def key(self, record: Record) -> tuple[str, str]:
        """Sort key of a record, by what people call it."""
        id_ = (record.folder, record.id)
        if id_ not in self._keys:
            self._keys[id_] = self.edition.sort_key(self.edition.pick(record.label))
        return self._keys[id_]

    def sorted(self, records: Iterable[R]) -> list[R]:
        """The records as a dictionary would list them."""
        return sorted(records, key=lambda record: (self.key(record), record.id))

    def initial(self, record: Record) -> str:
        """The letter it stands under; ``#`` for what starts with none."""
        first = self.edition.initial(self.edition.pick(record.label))
        return first if first.isalpha() else "#"

    def country(self, code: str) -> str:
        """Name of the country in this edition."""
        return country_name(code, self.directory, self.edition)

    def term(self, vocabulary: str, id_: str) -> str:
        """Label of a term in this edition."""
        return self.edition.pick(self.directory.terms[vocabulary][id_].label)

    def text(self, value: Localized) -> str:
        return self.edition.pick(value)

    def numbered(self, title: str, part: Slice[Any]) -> str:
        """The title of one page of a long list."""
        return title if part.number == 1 else self.edition.t("list.numbered", title=title, number=part.number)

    def source(self, record: Record) -> str | None:
        """The file the record was read from."""
        return self.directory.files.get((record.folder, record.id))

    def apart(self, initiatives: Iterable[Initiative]) -> tuple[list[Initiative], list[Initiative]]:
        """Those of territories, then those of the State alone, each sorted."""
        ours: list[Initiative] = []
        state: list[Initiative] = []
        for each in self.sorted(initiatives):
            (state if each.scope == STATE else ours).append(each)
        return ours, state

    def initiatives_in(self, country: Country) -> list[Initiative]:
        """Initiatives that act there; of a French territory, those that concern it (``countries_of``)."""
        if country.code not in self.directory.overseas:
            return list(self.directory.initiatives_in.get(country.code, ()))
        every = self.directory.initiatives.values()
        return [each for each in every if country.code in countries_of(self.directory, each)]

    def by_where(self, initiatives: Iterable[Initiative]) -> list[tuple[str, list[Initiative]]]:
        """Initiatives under the names of the countries or groupings they act in, the fullest first."""
        found: dict[str, list[Initiative]] = defaultdict(list)
        for each in initiatives:
            names = [self.country(code) for code in each.countries] or [self.term("groupings", a) for a in each.areas]
            found[", ".join(sorted(names, key=self.edition.sort_key)) or self.edition.t("where.unknown")].append(each)
        return sorted(found.items(), key=lambda pair: (-len(pair[1]), self.edition.sort_key(pair[0])))

    def french_actors(self, initiatives: Iterable[Initiative]) -> list[Actor]:
        """Actors in France of those initiatives, each once, sorted."""
        found = {
            actor.id: actor
            for each in initiatives
            for actor, _ in self.directory.participants(each)
            if actor.country == FRANCE
        }
        return self.sorted(found.values())

    def theme_counts(self, initiatives: Sequence[Initiative], taxonomy: str) -> list[tuple[str, list[Initiative]]]:
        """Themes of that taxonomy with the initiatives on each (narrower ones included), the fullest first."""
        found: dict[str, list[Initiative]] = defaultdict(list)
        for each in initiatives:
            for theme in self.directory.with_broader(each.themes):
                if theme in self.directory.terms[taxonomy]:
                    found[theme].append(each)
        order = list(self.directory.terms[taxonomy])
        return sorted(found.items(), key=lambda pair: (-len(pair[1]), order.index(pair[0])))

    def roles(self, initiative: Initiative) -> list[tuple[str, list[Actor]]]:
        """Role → its actors, roles in the vocabulary's order."""
        found: dict[str, list[Actor]] = defaultdict(list)
        for actor, role in self.directory.participants(initiative):
            found[role].append(actor)
        order = list(self.directory.terms["roles"])
        return sorted(found.items(), key=lambda pair: order.index(pair[0]))

    def by_term(
        self, records: Iterable[R], vocabulary: str, of: Callable[[R], str | None]
    ) -> list[tuple[str, list[R]]]:
        """Term → its records, terms in the vocabulary's order, records sorted; those without one are left out."""
        found: dict[str, list[R]] = defaultdict(list)
        for record in self.sorted(records):
            if id_ := of(record):
                found[id_].append(record)
        return [(id_, found[id_]) for id_ in self.directory.terms[vocabulary] if id_ in found]

    def point(self, place: Place, url: str = "") -> dict[str, Any]:
        """A place as the map macros take it."""
        return {
            "id": place.id,
            "lat": place.lat,
            "lon": place.lon,
            "name": self.text(place.name),
            "precision": place.precision,
            "french": place.state == FRANCE,
            "url": url or urls.record("places", place.id),
        }


def count(values: Iterable[str]) -> list[tuple[str, int]]:
    """Value → how often, most frequent first."""
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
