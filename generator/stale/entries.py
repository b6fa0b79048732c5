"""Every record to reconfirm, the most urgent first, and whom to ask."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.model import Actor, Call, Country, Event, Initiative, Instrument, Record
from generator.model.directory import Directory
from generator.model.values import FRANCE
from generator.stale.reasons import OLD, RULES, Moment, Reason

_ASKED = (("lead", "co-lead", "bearer"), ("operator", "partner"), ("support", "mentor"), ("funder",))
"""Roles of the actors to ask, from those that know best to those that only paid."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the reasons to reconfirm it, the most urgent first."""

    record: Record
    contact: Actor | None
    """The actor that can confirm it."""
    reasons: tuple[Reason, ...]
    urgency: tuple[int, tuple[int, int, int], tuple[int, int, int]]
    """Sort key: kind of the first reason, then how old it is, then how old the oldest of its reasons is."""


def stale(directory: Directory, today: datetime.date, older_than: int = OLD) -> list[Entry]:
    """Every record to reconfirm on that day, verified more than ``older_than`` months ago or never, or for any other
    reason; the most urgent first."""
    moment = Moment(directory, today, older_than)
    found = []
    for record in directory.records():
        ranked = [(rank, reason) for rank, rule in enumerate(RULES) for reason in rule(record, moment)]
        if ranked:
            rank, first = ranked[0]
            reasons = tuple(reason for _, reason in ranked)
            oldest = min((each.date.first() for each in reasons if each.date), default=(0, 0, 0))
            urgency = rank, first.date.first() if first.date else (0, 0, 0), oldest
            found.append(Entry(record, _contact(directory, record), reasons, urgency))
    return sorted(found, key=lambda entry: (entry.urgency, entry.record.folder, entry.record.id))


def groups(entries: list[Entry]) -> list[tuple[Actor | None, list[Entry]]]:
    """The entries under the actor to ask, that with the most urgent one first; those without any at the end."""
    found: dict[str, tuple[Actor | None, list[Entry]]] = {}
    for entry in entries:
        key = entry.contact.id if entry.contact else ""
        found.setdefault(key, (entry.contact, []))[1].append(entry)
    return sorted(found.values(), key=lambda pair: pair[0] is None)


def _contact(directory: Directory, record: Record) -> Actor | None:
    match record:
        case Actor():
            id_: str | None = record.id
        case Initiative():
            id_ = _bearer(directory, record)
        case Call():
            id_ = record.emitter
        case Instrument():
            id_ = next(iter(record.operators), None)
        case Event():
            id_ = next(iter(record.actors), None)
        case Country():
            id_ = record.country_group.group if record.country_group else None
        case _:
            id_ = None
    return _today(directory, id_)


def _bearer(directory: Directory, initiative: Initiative) -> str | None:
    """The actor that knows best by its role, a French one first."""

    def rank(part: tuple[Actor, str]) -> tuple[int, bool]:
        actor, role = part
        known = next((at for at, roles in enumerate(_ASKED) if role in roles), len(_ASKED))
        return known, actor.country != FRANCE

    parts = [(directory.actors[p.actor], p.role) for p in initiative.participations if p.actor in directory.actors]
    return min(parts, key=rank)[0].id if parts else None


def _today(directory: Directory, id_: str | None) -> Actor | None:
    """The actor, or the one that took over from it."""
    seen: set[str] = set()
    actor = directory.actors.get(id_ or "")
    while actor and actor.successor in directory.actors and actor.id not in seen:
        seen.add(actor.id)
        actor = directory.actors[actor.successor or ""]
    return actor
