"""A record as an exported file tells it: every fact with its id and its name, the same fields for all types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from generator import urls
from generator.export.naming import Item, Naming
from generator.model import Actor, Call, Country, Event, Initiative, Instrument, Place, Record, Resource
from generator.model.directory import Directory
from generator.model.schema.fields import Field, fields_of
from generator.model.values import PartialDate, Value
from generator.search import Facts
from generator.search.facts import FOLDERS
from generator.search.regions import VOCABULARY as REGIONS
from generator.words.edition import Edition

Entry = dict[str, Any]
"""Field → its value as JSON: a text, a number, an object or a list of these. What is not known is not there."""

FIELDS = {
    "type": False,
    "id": False,
    "title": False,
    "url": False,
    "kind": False,
    "countries": True,
    "groupings": True,
    "places": True,
    "regions": True,
    "actors": True,
    "initiatives": True,
    "themes": True,
    "keywords": True,
    "start": False,
    "end": False,
    "status": False,
    "frames": True,
    "networks": True,
    "funding": True,
    "summary": False,
    "results": False,
    "lessons": True,
    "other_names": True,
    "website": False,
    "note": False,
    "sources": True,
    "verified": False,
    "added": False,
}
"""The fields of every entry in the order people read them → whether it is a list."""

DATES = {"dates": ("start", "end")}
"""Column of a period → the fields of the entry that its days fill."""

ORGANISER, OPERATOR, EMITTER = "organiser", "operator", "emitter"
"""What an actor is to an event, an instrument, a call."""


class Entries:
    """Makes the entries of one edition."""

    def __init__(self, directory: Directory, edition: Edition, facts: Facts) -> None:
        self.directory, self.edition, self.facts = directory, edition, facts
        self.name = Naming(directory, edition)

    def entry(self, type_: str, id_: str) -> Entry:
        """The record's entry; ``type_`` as addresses of searches name it (``initiative``). Its address starts at the
        edition's root."""
        found: Entry = {
            "type": {"id": type_, "label": self.edition.t(f"explorer.types.{type_}")},
            "id": id_,
            "url": urls.record(FOLDERS[type_], id_),
        }
        if type_ == "theme":
            found |= self._theme(id_)
        else:
            record: Record = getattr(self.directory, FOLDERS[type_])[id_]
            found |= self._who(type_, id_) | self._fields(record) | self._more(record)
        return {field: found[field] for field in FIELDS if found.get(field) not in (None, "", [])}

    def _theme(self, id_: str) -> Entry:
        taxonomy, term = self.directory.themes[id_]
        return {
            "title": self.name.text(term.label),
            "kind": {"id": taxonomy.id, "label": self.edition.pick(taxonomy.name)},
            "themes": self.name.themes([id_, *([term.broader] if term.broader else [])]),
            "summary": self.name.text(term.definition),
            "other_names": list(term.synonyms),
        }

    def _who(self, type_: str, id_: str) -> Entry:
        """Regions and networks of its actors: those by which it is found."""
        actors = [self.facts.who[actor] for actor in self.facts.facts[type_, id_].actors]
        regions = {region for who in actors for region in who["region"]}
        networks = {network for who in actors for network in who["network"]}
        in_order = [region for region in self.directory.terms.get(REGIONS, {}) if region in regions]
        return {
            "regions": self.name.terms(REGIONS, in_order),
            "networks": self.name.actors(sorted(networks)),
        }

    def _fields(self, record: Record) -> Entry:
        """What the fields of the record say, each in the field of the entry that the model names (``shows``)."""
        known = _more(type(record))
        found: Entry = {}
        for each in fields_of(type(record)):
            column, values = each.shows.column, each.of(record)
            if not column or column in known or not values:
                continue
            if column in DATES:
                start, end = DATES[column]
                found |= {start: _day(values[0].start), end: _day(values[0].end)}
            elif FIELDS[column]:
                held = found.setdefault(column, [])
                held += [item for item in self._by_kind(each, values) if item not in held]
            else:
                found[column] = next(iter(self._by_kind(each, values)), None)
        return found

    def _by_kind(self, each: Field, values: tuple[Any, ...]) -> list[Any]:
        name = self.name
        match each.kind:
            case "term":
                return name.terms(each.vocabulary, values)
            case "theme":
                return name.themes(values)
            case "country":
                return name.countries(values)
            case "reference":
                return name.records(each.reference, values)
            case "localized":
                return [name.text(value) for value in values]
            case "date":
                return [str(value) for value in values]
            case "group" | "period":
                return [self._group(each, value) for value in values]
            case _:
                return list(values)

    def _group(self, each: Field, value: Value) -> Item:
        """What a group says, key by key: a list where the key may hold several."""
        found = {inner.key: (inner, self._by_kind(inner, inner.of(value))) for inner in each.fields}
        return {key: items if inner.many else items[0] for key, (inner, items) in found.items() if items}

    def _more(self, record: Record) -> Entry:
        return {column: make(self, record) for column, make in _more(type(record)).items()}

    # What fields do not say alone

    def countries_of_event(self, event: Event) -> list[Item]:
        place = self.directory.places.get(event.place or "")
        return self.name.countries([event.country, place.country if place else None])

    def status(self, each: Initiative) -> Item | None:
        """The status with the day since when it holds."""
        status = each.status
        return {**(self.name.term("statuses", status.state) or {}), "since": _day(status.since)} if status else None

    def frames(self, each: Initiative) -> list[Item]:
        """Each frame with the day of its signature."""
        return [{**(self.name.term("frames", part.kind) or {}), "signed": _day(part.signed)} for part in each.frames]

    def funding(self, each: Initiative) -> list[Item]:
        return [
            {"label": self.name.text(part.description), "amount": part.amount, "currency": part.currency}
            for part in each.funding
        ]

    def with_role(self, role: str, ids: Iterable[str]) -> list[Item]:
        """The actors, in the role that no vocabulary names."""
        return self.name.parts((id_, self.name.role(role)) for id_ in ids)


def _day(date: PartialDate | None) -> str | None:
    return str(date) if date else None


Make = Callable[[Entries, Any], Any]

MORE: Mapping[type[Record], Mapping[str, Make]] = {
    Record: {
        "sources": lambda made, record: [made.name.source(each) for each in record.sources],
        "verified": lambda made, record: (
            {"date": str(record.verified.date), "by": record.verified.by} if record.verified else None
        ),
    },
    Initiative: {
        "places": lambda made, each: made.name.places(made.directory.places_of(each)),
        "actors": lambda made, each: made.name.parts(
            (part.actor, made.name.term("roles", part.role)) for part in each.participations
        ),
        "status": Entries.status,
        "frames": Entries.frames,
        "funding": Entries.funding,
        "lessons": lambda made, each: made.name.lessons(each.lessons),
    },
    Actor: {
        "countries": lambda made, actor: made.name.countries([actor.territory, actor.country]),
        "initiatives": lambda made, actor: made.name.initiatives(
            each.id for each in made.directory.initiatives_of.get(actor.id, ())
        ),
        "networks": lambda made, actor: made.name.actors(dict.fromkeys(each.network for each in actor.memberships)),
    },
    Country: {"countries": lambda made, country: made.name.countries([country.code])},
    Event: {
        "countries": Entries.countries_of_event,
        "actors": lambda made, event: made.with_role(ORGANISER, event.actors),
    },
    Instrument: {"actors": lambda made, each: made.with_role(OPERATOR, each.operators)},
    Call: {"actors": lambda made, call: made.with_role(EMITTER, [call.emitter])},
    Resource: {"start": lambda _, each: str(each.year) if each.year else None},
    Place: {"places": lambda made, place: made.name.places([place.id])},
}
"""Fields of an entry that the record's own fields do not fill as their kind says, type by type: what is computed, what
is told of a thing beside its name."""


@cache
def _more(class_: type[Record]) -> Mapping[str, Make]:
    """Those of a class and of what it is made of."""
    found: dict[str, Make] = {}
    for each in reversed(class_.__mro__):
        found |= MORE.get(each, {})
    return found
