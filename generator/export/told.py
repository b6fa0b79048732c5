"""Fields that tell an export more than their kind says: an actor's role, the day since when a status holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from generator.export.naming import Item, Naming
from generator.model import Actor, Call, Event, Initiative, Instrument, Place, Record, Resource

ORGANISER, PARTICIPANT, OPERATOR, EMITTER = "organiser", "participant", "operator", "emitter"
"""What an actor is to an event, an instrument, a call."""

Told = Callable[[Naming, Any], list[Any]]
"""What the field of a record says, item by item."""


def _countries(name: Naming, event: Event) -> list[Item]:
    """Its country, and that of its place."""
    place = name.directory.places.get(event.place or "")
    return name.countries([event.country, place.country if place else None])


def _status(name: Naming, each: Initiative) -> list[Item]:
    """With the day since when it holds, and that of the word of it."""
    status = each.status
    if not status:
        return []
    return [
        {
            **(name.term("statuses", status.state) or {}),
            "since": str(status.since) if status.since else None,
            "as_of": str(status.as_of) if status.as_of else None,
        }
    ]


def _staged(vocabulary: str) -> Told:
    """Where a record of another type stands, with the day of the word of it."""

    def told(name: Naming, each: Event | Instrument | Call) -> list[Item]:
        status = each.status
        if not status:
            return []
        as_of = str(status.as_of) if status.as_of else None
        return [{**(name.term(vocabulary, status.stage) or {}), "since": None, "as_of": as_of}]

    return told


def _expertise(key: str) -> Told:
    return lambda name, actor: name.themes(each.theme for each in getattr(actor, key))


def _frames(name: Naming, each: Initiative) -> list[Item]:
    """Each with the day of its signature."""
    return [
        {**(name.term("frames", part.kind) or {}), "signed": str(part.signed) if part.signed else None}
        for part in each.frames
    ]


def _funding(name: Naming, each: Initiative) -> list[Item]:
    return [
        {"label": name.text(part.description), "amount": part.amount, "currency": part.currency}
        for part in each.funding
    ]


def _participations(name: Naming, each: Initiative) -> list[Item]:
    return name.parts((part.actor, name.term("roles", part.role)) for part in each.participations)


def _verified(_: Naming, record: Record) -> list[Item]:
    verified = record.verified
    return [{"date": str(verified.date), "by": verified.by}] if verified else []


TOLD: Mapping[type[Record], Mapping[str, Told]] = {
    Record: {
        "sources": lambda name, record: [name.source(each) for each in record.sources],
        "verified": _verified,
    },
    Initiative: {
        # Where it takes place is also where its actors stand.
        "places": lambda name, each: name.places(name.directory.places_of(each)),
        "participations": _participations,
        "status": _status,
        "frames": _frames,
        "funding": _funding,
        "lessons": lambda name, each: name.lessons(each.lessons),
    },
    Actor: {
        # The territory, which says more, comes first.
        "country": lambda name, actor: name.countries([actor.territory, actor.country]),
        "memberships": lambda name, actor: name.actors(dict.fromkeys(each.network for each in actor.memberships)),
        "names": lambda _, actor: [each.text for each in actor.names],
        "expertise_offered": _expertise("expertise_offered"),
        "expertise_sought": _expertise("expertise_sought"),
    },
    Event: {
        "country": _countries,
        "actors": lambda name, event: name.acting(ORGANISER, event.actors),
        "participants": lambda name, event: name.acting(PARTICIPANT, event.participants),
        "status": _staged("event-statuses"),
    },
    Instrument: {
        "operators": lambda name, each: name.acting(OPERATOR, each.operators),
        "status": _staged("instrument-statuses"),
        "sessions": lambda _, each: [str(each.last_day)] if each.last_day else [],
    },
    Call: {
        "emitter": lambda name, call: name.acting(EMITTER, [call.emitter]),
        "status": _staged("call-statuses"),
    },
    Resource: {"year": lambda _, each: [str(each.year)] if each.year else []},
    # The place itself says all three.
    Place: {"lat": lambda name, place: name.places([place.id]), "lon": lambda *_: [], "precision": lambda *_: []},
}
"""Type → field → what it says in its column (``Shows.column``), where that is not what its kind says."""


@cache
def told_of(class_: type[Record]) -> Mapping[str, Told]:
    """Those of a class and of what it is made of."""
    return {key: told for each in reversed(class_.__mro__) for key, told in TOLD.get(each, {}).items()}
