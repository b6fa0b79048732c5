"""The model as plain data: what can be written in a file of each type. From it derive the schemas, the reference page,
the form, the spreadsheets, the factsheets, the search, the exports and the questions of the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator import model
from generator.model import Record
from generator.model.schema.field import Field
from generator.model.schema.layout import SECTIONS
from generator.model.schema.reading import read
from generator.model.schema.types import TYPES, type_in


def fields(type_: str) -> tuple[Field, ...]:
    """The keys of a file of that type, in the order in which a careful person writes them."""
    return fields_of(model.BY_FOLDER[TYPES[type_]])


@cache
def fields_of(class_: type[Record]) -> tuple[Field, ...]:
    """The same, of the class that reads such a file."""
    return tuple(read(class_, type_in(class_.folder)))


def sections(type_: str) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """The same, section by section, in the order in which they are asked."""
    in_order = sorted(fields(type_), key=lambda field: field.shows.rank)
    groups = ((name, tuple(field for field in in_order if field.section == name)) for name in SECTIONS)
    return tuple((name, group) for name, group in groups if group)


def walk(found: tuple[Field, ...]) -> Iterator[Field]:
    """Each field, followed by those inside it."""
    for field in found:
        yield field
        yield from walk(field.fields)


@cache
def shared() -> tuple[str, ...]:
    """What several fields have in common: the groups that stand in several places, and ``record``, in every type."""
    places: dict[str, set[str]] = {}
    for type_ in TYPES:
        for field in walk(fields(type_)):
            group, _, _ = f"{type_}.{field.path}".rpartition(".")
            places.setdefault(field.owner, set()).add(group)
    return tuple(owner for owner, found in places.items() if len(found) > 1)


def anchor(type_: str, field: Field) -> str:
    """The field's id on the reference page: ``initiative-title``, and ``source-title`` for what several types share."""
    path = field.key if field.owner in shared() else field.path.replace("[]", "").replace(".", "-")
    return f"{field.owner if field.owner in shared() else type_}-{path.replace('_', '-')}"
