"""The columns of a type's table: a key path each, under a French header that says it without loss.

``participations[0].role`` ↔ « Qui participe 1 › Rôle »; ``title.es`` ↔ « Titre (es) ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.model.schema.fields import TYPES, Field, fields
from generator.model.values import LOCALE
from generator.sheets.words import say
from generator.words import fields as words

TABLED = tuple(type_ for type_ in TYPES if type_ != "vocabulary")
"""The types that a table holds: a vocabulary of two hundred terms is no row."""

VERIFIED = "verified"
"""The act of a person, which no table brings in."""

_BETWEEN = " › "
_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")
_NUMBERED = re.compile(r"(.+) ([1-9]\d{0,2})")
_IN_LANGUAGE = re.compile(rf"(.+) \(({LOCALE.pattern})\)")


@dataclass(frozen=True, slots=True)
class Column:
    """``path`` from the record down; a list without number is written whole in one cell."""

    path: str
    header: str
    field: Field
    order: tuple[tuple[int, int, str], ...]
    """Sorts the columns as a careful person writes the keys."""

    @property
    def whole(self) -> bool:
        """Whether a cell holds a list."""
        return self.field.many and not self.path.endswith("]")


def id_header(type_: str) -> str:
    """The header of the first column, which tells the type of the table."""
    return say("id", type=words.type_label(type_).lower())


def type_of(header: str) -> str | None:
    """The type of the table whose first column has that header; None if it is none of ours."""
    return next((type_ for type_ in TABLED if id_header(type_) == header), None)


@cache
def column_at(type_: str, path: str) -> Column:
    """The column of that key path, which must be one of the type's."""
    inside, field = fields(type_), None
    parts: list[str] = []
    order: list[tuple[int, int, str]] = []
    for step in path.split("."):
        if field is not None and field.kind == "localized":
            parts[-1] += f" ({step})"
            order[-1] = (*order[-1][:2], step)
            continue
        found = _STEP.fullmatch(step)
        assert found, path
        at, field = next((at, each) for at, each in enumerate(inside) if each.key == found[1])
        number = int(found[2]) + 1 if found[2] else 0
        parts.append(f"{words.label(field)} {number}" if number else words.label(field))
        order.append((at, number, ""))
        inside = field.fields
    assert field is not None
    return Column(path, _BETWEEN.join(parts), field, tuple(order))


@cache
def column_named(type_: str, header: str) -> Column | None:
    """The column with that header; None if the type has none."""
    inside, field, steps = fields(type_), None, []
    for part in header.split(_BETWEEN):
        found = _named(inside, part)
        if found is None:
            return None
        field, step = found
        steps.append(step)
        inside = field.fields
    if field is None or field.fields:
        return None
    return column_at(type_, ".".join(steps))


def _named(inside: tuple[Field, ...], part: str) -> tuple[Field, str] | None:
    labels = {words.label(each): each for each in inside}
    if (field := labels.get(part)) and not (field.many and field.fields):
        return field, field.key
    numbered, translated = _NUMBERED.fullmatch(part), _IN_LANGUAGE.fullmatch(part)
    if numbered and (field := labels.get(numbered[1])) and field.many:
        return field, f"{field.key}[{int(numbered[2]) - 1}]"
    if translated and (field := labels.get(translated[1])) and field.kind == "localized":
        return field, f"{field.key}.{translated[2]}"
    return None


def plain_columns(type_: str) -> list[Column]:
    """Every field of the type once: lists whole, the first item of groups, texts in French."""
    return [column_at(type_, path) for path in _paths(fields(type_))]


def _paths(inside: tuple[Field, ...], above: str = "") -> Iterator[str]:
    for field in inside:
        if field.fields:
            yield from _paths(field.fields, f"{above}{field.key}[0]." if field.many else f"{above}{field.key}.")
        else:
            yield f"{above}{field.key}"
