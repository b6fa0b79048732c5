"""A record as an exported file tells it: every fact with its id and its name, the same fields for all types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator import urls
from generator.export.naming import Naming
from generator.model import Actor, Call, Country, Event, Initiative, Instrument, Place, Record, Resource
from generator.model.directory import Directory
from generator.model.values import PartialDate, Period
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

ORGANISER, OPERATOR, EMITTER = "organiser", "operator", "emitter"
"""What an actor is to an event, an instrument, a call."""


class Entries:
    """Makes the entries of one edition."""

    def __init__(self, directory: Directory, edition: Edition, facts: Facts) -> None:
        self.directory, self.edition, self.facts = directory, edition, facts
        self.name = Naming(directory, edition)
        self._by_type: dict[str, Callable[[Any], Entry]] = {
            "initiative": self._initiative,
            "actor": self._actor,
            "country": self._country,
            "event": self._event,
            "instrument": self._instrument,
            "call": self._call,
            "resource": self._resource,
            "place": self._place,
        }

    def entry(self, type_: str, id_: str) -> Entry:
        """The record's entry; ``type_`` as addresses of searches name it (``initiative``). Its address starts at the
        edition's root."""
        found: Entry = {
            "type": {"id": type_, "label": self.edition.t(f"explorer.types.{type_}")},
            "id": id_,
            "url": urls.record(FOLDERS[type_], id_),
        }
        found |= self._theme(id_) if type_ == "theme" else self._record(type_, id_)
        return {field: found[field] for field in FIELDS if found.get(field) not in (None, "", [])}

    def _record(self, type_: str, id_: str) -> Entry:
        record: Record = getattr(self.directory, FOLDERS[type_])[id_]
        verified = record.verified
        return {
            "title": self.name.text(record.label),
            "note": record.note,
            "sources": [self.name.source(each) for each in record.sources],
            "verified": {"date": str(verified.date), "by": verified.by} if verified else None,
            "added": _day(record.added),
            **self._who(type_, id_),
            **self._by_type[type_](record),
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

    # Types

    def _initiative(self, each: Initiative) -> Entry:
        name, status = self.name, each.status
        return {
            "kind": name.term("modalities", each.modality),
            "countries": name.countries(each.countries),
            "groupings": name.terms("groupings", each.areas),
            "places": name.places(self.directory.places_of(each)),
            "actors": name.parts((part.actor, name.term("roles", part.role)) for part in each.participations),
            "themes": name.themes(each.themes),
            "keywords": list(each.keywords),
            **_dates(each.period),
            "status": {**(name.term("statuses", status.state) or {}), "since": _day(status.since)} if status else None,
            "frames": [{**(name.term("frames", each.kind) or {}), "signed": _day(each.signed)} for each in each.frames],
            "funding": [
                {"label": name.text(part.description), "amount": part.amount, "currency": part.currency}
                for part in each.funding
            ],
            "summary": name.text(each.summary),
            "results": name.text(each.results),
            "lessons": name.lessons(each.lessons),
        }

    def _actor(self, actor: Actor) -> Entry:
        name = self.name
        return {
            "kind": name.term("actor-kinds", actor.kind),
            "countries": name.countries([actor.territory, actor.country]),
            "places": name.places([actor.place]),
            "themes": name.themes((*actor.expertise_offered, *actor.expertise_sought)),
            "initiatives": name.initiatives(each.id for each in self.directory.initiatives_of.get(actor.id, ())),
            "networks": name.actors(dict.fromkeys(each.network for each in actor.memberships)),
            "summary": name.text(actor.description),
            "other_names": [*actor.other_names, *actor.former_names],
            "website": actor.website,
        }

    def _country(self, country: Country) -> Entry:
        return {
            "countries": self.name.countries([country.code]),
            "groupings": self.name.terms("groupings", country.groupings),
        }

    def _event(self, event: Event) -> Entry:
        name = self.name
        place = self.directory.places.get(event.place or "")
        return {
            "countries": name.countries([event.country, place.country if place else None]),
            "places": name.places([event.place]),
            "actors": name.parts((id_, name.role(ORGANISER)) for id_ in event.actors),
            "themes": name.themes(event.themes),
            **_dates(event.period),
            "status": name.term("event-statuses", event.status),
            "summary": name.text(event.description),
            "website": event.url,
        }

    def _instrument(self, each: Instrument) -> Entry:
        name = self.name
        return {
            "kind": name.term("instrument-kinds", each.kind),
            "countries": name.countries(each.countries),
            "groupings": name.terms("groupings", each.areas),
            "actors": name.parts((id_, name.role(OPERATOR)) for id_ in each.operators),
            "initiatives": name.initiatives(each.initiatives),
            "themes": name.themes(each.themes),
            "end": _day(each.deadline),
            "summary": name.text(each.description),
            "website": each.url,
        }

    def _call(self, call: Call) -> Entry:
        name = self.name
        return {
            "kind": name.term("call-kinds", call.kind),
            "countries": name.countries(call.countries),
            "actors": name.parts([(call.emitter, name.role(EMITTER))]),
            "themes": name.themes(call.themes),
            "start": _day(call.date),
            "end": _day(call.expires),
        }

    def _resource(self, each: Resource) -> Entry:
        return {
            "kind": self.name.term("resource-kinds", each.kind),
            "start": str(each.year) if each.year else None,
            "website": each.url,
        }

    def _place(self, place: Place) -> Entry:
        return {
            "kind": self.name.term("place-levels", place.admin_level),
            "countries": self.name.countries([place.country]),
            "places": self.name.places([place.id]),
            "other_names": [place.native_name] if place.native_name else [],
        }

    def _theme(self, id_: str) -> Entry:
        taxonomy, term = self.directory.themes[id_]
        return {
            "title": self.name.text(term.label),
            "kind": {"id": taxonomy.id, "label": self.edition.pick(taxonomy.name)},
            "themes": self.name.themes([id_, *([term.broader] if term.broader else [])]),
            "summary": self.name.text(term.definition),
            "other_names": list(term.synonyms),
        }


def _day(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _dates(period: Period | None) -> Entry:
    return {"start": _day(period.start), "end": _day(period.end)} if period else {}
