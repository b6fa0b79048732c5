"""A record as an exported file tells it: every fact with its id and its name, the same fields for all types."""

from __future__ import annotations

from typing import Any

from generator import urls
from generator.export.naming import Item, Naming
from generator.export.told import told_of
from generator.maps.table import territories
from generator.model import Actor, Country, Record
from generator.model.directory import Directory
from generator.model.schema.field import Field
from generator.model.schema.fields import fields_of
from generator.model.values import PartialDate, Value
from generator.search import Facts
from generator.search.facet import TERRITORY
from generator.search.facts import FOLDERS
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
    "departements": True,
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

DIVISIONS = {"regions": "region", "departements": "departement"}
"""Fields that hold territories → their level. An overseas collectivity stands among the regions."""

DATES = {"dates": ("start", "end")}
"""Column of a period → the fields of the entry that its days fill."""


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
        elif type_ == "territory":
            found |= self._territory(id_)
        else:
            record: Record = getattr(self.directory, FOLDERS[type_])[id_]
            found |= self._computed(type_, record) | self._fields(record)
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

    def _territory(self, id_: str) -> Entry:
        each = territories().by_id[id_]
        around = self.name.territories([id_, *each.above])
        return {
            "title": each.name,
            "kind": {"id": each.level, "label": self.edition.t(f"territory.level.{each.level}")},
            "countries": self.name.countries([each.country]),
            **{field: around[level] for field, level in DIVISIONS.items()},
            "other_names": list(each.also),
        }

    def _computed(self, type_: str, record: Record) -> Entry:
        """What no field of the record says: regions and networks of its actors, those by which it is found; an actor's
        initiatives; the country that a record is."""
        actors = [self.facts.who[actor] for actor in self.facts.facts[type_, record.id].actors]
        around = self.name.territories(sorted({id_ for who in actors for id_ in who[TERRITORY]}))
        networks = {network for who in actors for network in who["network"]}
        theirs = self.directory.initiatives_of.get(record.id, ()) if isinstance(record, Actor) else ()
        return {
            **{field: around[level] for field, level in DIVISIONS.items()},
            "networks": self.name.actors(sorted(networks)),
            "initiatives": self.name.initiatives(each.id for each in theirs),
            "countries": self.name.countries([record.code]) if isinstance(record, Country) else [],
        }

    def _fields(self, record: Record) -> Entry:
        """What the fields of the record say, each in the field of the entry that the model names (``shows``)."""
        told = told_of(type(record))
        found: Entry = {}
        for each in fields_of(type(record)):
            column = each.shows.column
            if not column:
                continue
            values = each.of(record)
            if column in DATES:
                for period in values:
                    found |= {to: _day(day) for to, day in zip(DATES[column], (period.start, period.end), strict=True)}
                continue
            items = told[each.key](self.name, record) if each.key in told else self._by_kind(each, values)
            if FIELDS[column]:
                held = found.setdefault(column, [])
                held += [item for item in items if item not in held]
            elif items:
                found.setdefault(column, items[0])
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


def _day(date: PartialDate | None) -> str | None:
    return str(date) if date else None
