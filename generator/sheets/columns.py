"""The columns of a type's table: a key path each, under a French header that says it without loss.

``participations[0].role`` ↔ « Qui participe 1 › Rôle »; ``title.es`` ↔ « Titre (es) ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.paths import today
from generator.model.schema.types import TYPES
from generator.model.values import LOCALE
from generator.sheets.words import say
from generator.words import fields as words

TABLED = tuple(type_ for type_ in TYPES if type_ != "vocabulary")
"""The types that a table holds: a vocabulary of two hundred terms is no row."""

VERIFIED = "verified"
"""The act of a person, which no table brings in."""

_BETWEEN = " › "
_STEP = re.compile(r"([a-z_]+)(?:\[(\d*)\])?")
_LAST = 1000
"""More than any number."""
_NUMBERED = re.compile(r"(.+) ([1-9]\d{0,2})")
_IN_LANGUAGE = re.compile(rf"(.+) \(({LOCALE.pattern})\)")


@dataclass(frozen=True, slots=True)
class Column:
    """``path`` from the record down; a list without number is written whole in one cell, one of groups as ``[]`` with
    what each of them was."""

    path: str
    header: str
    field: Field
    order: tuple[tuple[int, int, str], ...]
    """Sorts the columns as a careful person writes the keys; what has no number comes behind what has one."""
    beside: tuple[tuple[str, str], ...] = ()
    """What each value of a column of yesterday says besides: keys of its group and their values."""
    index: str = ""
    """Of a column of yesterday, which item of its own list it was: ``[0]``."""

    @property
    def whole(self) -> bool:
        """Whether a cell holds a list."""
        listed = "[]" in self.path or (self.field.many and not self.path.endswith("]"))
        return listed and not self.index


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
        order.append((at, _LAST if found[2] == "" else number, ""))
        inside = field.fields
    assert field is not None
    return Column(path, _BETWEEN.join(parts), field, tuple(order))


@cache
def column_named(type_: str, header: str) -> Column | None:
    """The column with that header, or that had it once, or whose key path it is or was; None if the type has none."""
    to = today(fields(type_), _path_of(type_, header) or header)
    if not _is_column(type_, to.path):
        return None
    column = column_at(type_, to.path)
    return replace(column, beside=to.beside, index=to.index) if to.beside or to.index else column


def _path_of(type_: str, header: str) -> str | None:
    """The key path that the header says in French, of today or of yesterday."""
    inside, steps = fields(type_), []
    for part in header.split(_BETWEEN):
        found = _named(inside, part)
        if found is None:
            return None
        field, step = found
        steps.append(step)
        inside = field.fields
    return ".".join(steps)


def _named(inside: tuple[Field, ...], part: str) -> tuple[Field, str] | None:
    labels = {words.label(each): (each, each.key) for each in inside}
    # A list of groups that is called as it was when it had another key is no column by itself: the old one is meant.
    labels |= {label: (each, key) for each in inside for label, key in words.former_labels(each).items()}
    if found := labels.get(part):
        return found
    numbered, translated = _NUMBERED.fullmatch(part), _IN_LANGUAGE.fullmatch(part)
    if numbered and (found := labels.get(numbered[1])) and found[0].many:
        return found[0], f"{found[1]}[{int(numbered[2]) - 1}]"
    if translated and (found := labels.get(translated[1])):
        return found[0], f"{found[1]}.{translated[2]}"
    return None


def _is_column(type_: str, path: str) -> bool:
    """Whether a cell can hold what stands there: no group, and of a list of groups what one of them holds."""
    field: Field | None = None
    steps = path.split(".")
    for at, step in enumerate(steps):
        if field and field.kind == "localized":
            return at == len(steps) - 1 and bool(LOCALE.fullmatch(step))
        found = _STEP.fullmatch(step)
        inside = field.fields if field else fields(type_)
        field = next((each for each in inside if found and each.key == found[1]), None)
        numbered = found is not None and found[2] is not None
        if not field or (numbered and not field.many) or (field.many and field.fields and not numbered):
            return False
    return field is not None and not field.fields


def plain_columns(type_: str) -> list[Column]:
    """Every field of the type once: lists whole, the first item of groups, texts in French."""
    return [column_at(type_, path) for path in _paths(fields(type_))]


def _paths(inside: tuple[Field, ...], above: str = "") -> Iterator[str]:
    for field in inside:
        if field.fields:
            yield from _paths(field.fields, f"{above}{field.key}[0]." if field.many else f"{above}{field.key}.")
        else:
            yield f"{above}{field.key}"
