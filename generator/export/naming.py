"""What a record names, each as an object with its id and its name in one edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.maps.table import territories
from generator.model import Lessons, Source
from generator.model.directory import Directory
from generator.model.schema.paths import at
from generator.model.schema.types import TYPES
from generator.model.values import Localized
from generator.words.countries import country_name
from generator.words.edition import Edition
from generator.words.fields import label

Item = dict[str, Any]
"""One thing that a record names: its ``id`` and ``label``, and what is said of it there."""


class Naming:
    """Names things in one edition."""

    def __init__(self, directory: Directory, edition: Edition) -> None:
        self.directory, self.edition = directory, edition

    def text(self, text: Localized | None) -> str | None:
        """The text in the edition's language, or the nearest there is."""
        return self.edition.pick(text) if text else None

    def term(self, vocabulary: str, id_: str | None) -> Item | None:
        """The vocabulary's term, or nothing for no id."""
        if not id_:
            return None
        term = self.directory.terms.get(vocabulary, {}).get(id_)
        return {"id": id_, "label": self.edition.pick(term.label) if term else id_}

    def terms(self, vocabulary: str, ids: Iterable[str]) -> list[Item]:
        return [found for id_ in ids if (found := self.term(vocabulary, id_))]

    def countries(self, codes: Iterable[str | None]) -> list[Item]:
        """Countries and territories by their codes, each once."""
        return [{"id": code, "label": self._country(code)} for code in dict.fromkeys(codes) if code]

    def _country(self, code: str) -> str:
        return country_name(code, self.directory, self.edition)

    def places(self, ids: Iterable[str | None]) -> list[Item]:
        """Places with where they are and how exact that is."""
        known = [self.directory.places[id_] for id_ in ids if id_ and id_ in self.directory.places]
        return [
            {
                "id": each.id,
                "label": self.edition.pick(each.name),
                "lat": degrees(each.lat),
                "lon": degrees(each.lon),
                "precision": self.term("place-precisions", each.precision),
            }
            for each in known
        ]

    def territories(self, ids: Iterable[str]) -> dict[str, list[Item]]:
        """Regions, with the overseas collectivities, and départements, by level, each in the order of their names."""
        known = [territories().by_id[id_] for id_ in ids]
        return {
            level: [
                {"id": each.id, "label": each.name}
                for each in sorted(known, key=lambda each: self.edition.sort_key(each.name))
                if each.level in (level, also)
            ]
            for level, also in (("region", "collectivite"), ("departement", ""))
        }

    def actors(self, ids: Iterable[str]) -> list[Item]:
        return self.records("actor", ids)

    def initiatives(self, ids: Iterable[str]) -> list[Item]:
        return self.records("initiative", ids)

    def records(self, type_: str, ids: Iterable[str]) -> list[Item]:
        """Records of any type."""
        if type_ == "place":
            return self.places(ids)
        known = getattr(self.directory, TYPES[type_])
        return [{"id": id_, "label": self.edition.pick(known[id_].label)} for id_ in ids if id_ in known]

    def parts(self, parts: Iterable[tuple[str, Item | None]]) -> list[Item]:
        """Actors, each with its role."""
        return [{**actor, "role": role} for id_, role in parts for actor in self.actors([id_])]

    def acting(self, role: str, ids: Iterable[str]) -> list[Item]:
        """Actors in a role that no vocabulary names: what they are to an event, an instrument, a call."""
        named = {"id": role, "label": self.edition.t(f"export.roles.{role}")}
        return self.parts((id_, named) for id_ in ids)

    def themes(self, ids: Iterable[str]) -> list[Item]:
        """Themes with the taxonomy they are of, each once."""
        known = [self.directory.themes[id_] for id_ in dict.fromkeys(ids) if id_ in self.directory.themes]
        return [
            {"id": term.id, "label": self.edition.pick(term.label), "taxonomy": taxonomy.id} for taxonomy, term in known
        ]

    def lessons(self, lessons: Lessons | None) -> list[Item]:
        """What was learnt, part by part."""
        found: list[Item] = []
        for part in ("worked", "difficulties", "conditions") if lessons else ():
            if text := self.text(getattr(lessons, part)):
                found.append(
                    {"id": part, "label": label(at(f"initiative.lessons.{part}"), self.edition.locale), "text": text}
                )
        return found

    def source(self, source: Source) -> Mapping[str, Any]:
        """The source; its address is that of the founding document if it is one."""
        cited = self.directory.resources.get(source.resource or "")
        return {"label": source.title, "url": source.url or (cited.url if cited else None), "year": source.year}


def degrees(value: float) -> int | float:
    """The angle to five decimals, about a metre.

    To four if it is next to nothing: beyond these Python writes an exponent, and browsers do not.
    """
    found = round(float(value), 5 if abs(value) >= 0.0001 else 4)
    return int(found) if found.is_integer() else found
