"""Rule on records that look like one thing entered twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from generator.check.finding import Finding, found
from generator.model import Actor, Event, Initiative, Place, Record, Vocabulary
from generator.model.directory import Directory
from generator.text.near import look_alikes

FAR = 0.5
"""Degrees from which two points are those of two places."""


def near_duplicates(directory: Directory) -> Iterator[Finding]:
    """Records of one type whose names are nearly the same, unless either says that it is not the other."""
    types: dict[str, list[Record]] = defaultdict(list)
    for record in directory.records():
        if not isinstance(record, Vocabulary):
            types[record.folder].append(record)
    for records in types.values():
        for first, second in look_alikes([str(record.label) for record in records]):
            one, other = records[first], records[second]
            if other.id in one.not_duplicate_of or one.id in other.not_duplicate_of or _two_things(one, other):
                continue
            key = "title" if hasattr(other, "title") else "name"
            args = {"value": str(other.label), "other": one.id, "name": str(one.label)}
            yield found("near-duplicate", other, (key,), args, severity="warning", also=(one.id,))


def _two_things(one: Record, other: Record) -> bool:
    """Whether the records say themselves that they are not one thing."""
    match one, other:
        case Actor(), Actor():
            return _differ(one.country, other.country) or _differ(one.place, other.place)
        case Initiative(), Initiative():
            return (
                one.part_of == other.id
                or other.part_of == one.id
                or _apart(one.countries, other.countries)
                or _apart(_actors(one), _actors(other))
            )
        case Place(), Place():
            far = abs(one.lat - other.lat) > FAR or abs(one.lon - other.lon) > FAR
            return far or one.country != other.country or one.admin_level != other.admin_level
        case Event(), Event():
            return _differ(one.period, other.period) or _differ(one.place, other.place)
    return False


def _differ(one: object, other: object) -> bool:
    """Whether both are given and are not the same."""
    return one is not None and other is not None and one != other


def _apart(one: Collection[str], other: Collection[str]) -> bool:
    """Whether both are given and have nothing in common."""
    return bool(one) and bool(other) and not set(one) & set(other)


def _actors(initiative: Initiative) -> set[str]:
    return {part.actor for part in initiative.participations}
