"""What each column of the files holds, read from the model and from the declarations of this folder; no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.export.columns import COLUMNS, Column
from generator.export.entry import DATES, FIELDS
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.types import TYPES as FILES
from generator.search.facet import TYPES

Shape = Literal["text", "label", "id", "country", "date", "address", "degrees"]

_NAMING = ("actor", "initiative", "event", "instrument", "call")
"""What names actors, and an actor itself."""

_LYING = ("initiative", "actor", "territory", "event", "instrument", "call", "place")
"""What lies somewhere: by its actors, by the places it names, or as what it is."""

COMPUTED = {
    "type": TYPES,
    "id": TYPES,
    "url": TYPES,
    "title": ("territory", "theme"),
    "kind": ("territory", "theme"),
    "countries": ("country", "territory"),
    "regions": _LYING,
    "departements": _LYING,
    "initiatives": ("actor",),
    "themes": ("theme",),
    "networks": _NAMING,
    "summary": ("theme",),
    "other_names": ("territory", "theme"),
}
"""Field of an entry → the types for which it is filled by more than a field of the record (``entry``)."""


@dataclass(frozen=True, slots=True)
class Described:
    """A column, as far as the model and its path tell it."""

    column: Column
    key: str
    """Where the same stands in a record of the JSON file: ``places[0].lat``."""
    field: Field | None
    """The one field that it is; none if several fill it, or if it is computed."""
    shape: Shape
    many: bool
    """Whether a cell holds several values."""
    types: tuple[str, ...]
    """The types of records for which it may be filled, in the order of the files."""


def described() -> tuple[Described, ...]:
    """The columns, in their order."""
    return tuple(
        Described(
            column=column,
            key=_key(column),
            field=_field(column),
            shape=_shape(column),
            many=FIELDS[_root(column)] and not column.first,
            types=tuple(type_ for type_ in TYPES if _fills(type_, _root(column))),
        )
        for column in COLUMNS
    )


def _root(column: Column) -> str:
    return column.path.partition(".")[0]


def _key(column: Column) -> str:
    root, *steps = column.path.split(".")
    item = ("[0]" if column.first else "[]") if FIELDS[root] else ""
    return ".".join([root + item, *steps])


def _fields(type_: str, root: str) -> Iterator[Field]:
    """The fields of a type that fill it."""
    for field in fields(type_) if type_ in FILES else ():
        named = field.shows.column
        if root in DATES.get(named, (named,)):
            yield field


def _fills(type_: str, root: str) -> bool:
    return type_ in COMPUTED.get(root, ()) or any(_fields(type_, root))


def _sources(column: Column) -> list[Field]:
    """Every field that it shows: inside a group, the one that its path leads to."""
    root, *steps = column.path.split(".")
    found = {(field.owner, field.key): field for type_ in FILES for field in _fields(type_, root)}
    return [_inside(field, steps) for field in found.values()]


def _inside(field: Field, steps: list[str]) -> Field:
    for step in steps:
        field = next((inner for inner in field.fields if inner.key == step), field)
    return field


def _field(column: Column) -> Field | None:
    found = _sources(column)
    return found[0] if len(found) == 1 and _root(column) not in COMPUTED else None


def _shape(column: Column) -> Shape:
    match column.path.split(".")[-1]:
        case "label":
            return "label"
        case "id":
            return "country" if _root(column) == "countries" else "id"
        case "url":
            return "address"
        case "lat" | "lon":
            return "degrees"
    kinds = {field.kind for field in _sources(column)}
    if kinds & {"date", "period"}:
        return "date"
    return "address" if kinds == {"url"} else "text"
