"""The act of a person who has checked records with those they describe, written into their files."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from generator.check.people import EMAIL
from generator.files.characters import FORBIDDEN, composed
from generator.files.patch import Patch
from generator.model import BY_FOLDER, Record, Verification
from generator.model.directory import Directory
from generator.model.values import PartialDate
from generator.upkeep.plan import Plan, Refused, known, open_right
from generator.upkeep.references import rewritten

LONGEST = 200
"""Letters in the name of an organisation."""


def verify(content: Path, named: Sequence[str], by: str, date: PartialDate, today: datetime.date) -> Plan:
    """The changes that say that ``by`` checked those records on that day.

    Records are named by their id, by ``actors/ID`` where several types share it, or by their file.

    :raises Refused: there is no such record, or the act cannot be that of an organisation on that day.
    """
    by = " ".join(composed(by).split())
    if not by or len(by) > LONGEST or EMAIL.search(by) or FORBIDDEN.search(by):
        raise Refused("no-organisation", by=by)
    if date.first() > (today.year, today.month, today.day):
        raise Refused("date-to-come", date=date)
    directory = open_right(content)
    changes: dict[str, Patch] = {}
    for name in named:
        record = _named(directory, name)
        if record.verified and record.verified.date.first() > date.last():
            raise Refused("verified-since", id=record.id, date=record.verified.date, by=record.verified.by)
        checked = record.model_copy(update={"verified": Verification(date=date, by=by)})
        if checked != record:
            change = rewritten(content, record, checked)
            changes[change.path] = change
    return Plan(tuple(change for _, change in sorted(changes.items())))


def _named(directory: Directory, name: str) -> Record:
    *folders, last = name.removesuffix(".yml").split("/")
    if folders:
        folder = folders[-1] if folders[-1] in BY_FOLDER else f"{folders[-1]}s"
        if folder not in BY_FOLDER:
            raise Refused("unknown-type", type=folders[-1])
        known(directory, folder, last)
        found = [folder]
    else:
        found = [folder for folder in BY_FOLDER if last in getattr(directory, folder)]
    if not found:
        _refuse(directory, last)
    if len(found) > 1:
        raise Refused("several", id=last, names=", ".join(f"{folder}/{last}" for folder in found))
    record: Record = getattr(directory, found[0])[last]
    return record


def _refuse(directory: Directory, id_: str) -> None:
    for folder in BY_FOLDER:
        if any(id_ in record.formerly for record in getattr(directory, folder).values()):
            known(directory, folder, id_)
    raise Refused("unknown", id=id_, folder="")
