"""The mapping of a table that needs none: one that ``repertoire template`` or ``repertoire export --full`` made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.importer.columns import ColumnMapping
from generator.importer.row import slug
from generator.importer.table import Row, Table, first_line, read_table
from generator.model.problem import Problem
from generator.model.schema.types import TYPES
from generator.sheets.cells import SEPARATOR, bare, delimiter_of
from generator.sheets.choices import AllChoices
from generator.sheets.columns import TABLED, VERIFIED, Column, column_named, id_header, type_of
from generator.sheets.words import say

_NAMES = ("title", "name")


def read_ours(path: Path) -> tuple[Table | None, list[Problem]]:
    """The table in that file, whatever separates its columns; or None and what is wrong with it."""
    return read_table(path, delimiter_of(first_line(path), [id_header(type_) for type_ in TABLED]))


def implied(table: Table, choices: AllChoices) -> tuple[Table, ColumnMapping] | list[Problem] | None:
    """The table ready to be imported and its mapping; or the columns nobody knows; None if it is not of ours.

    Example rows are gone, rows without id have one made of their title or name, and the apostrophes that keep a
    spreadsheet from running a text of CSV have gone too.
    """
    type_ = type_of(table.columns[0])
    if type_ is None:
        return None
    columns = {header: column_named(type_, header) for header in table.columns[1:]}
    unknown = [
        Problem("column-unknown", table.name, 1, at, args={"column": header})
        for at, header in enumerate(table.columns, 1)
        if at > 1 and columns[header] is None
    ]
    known = {header: column for header, column in columns.items() if column}
    if wrong := [*unknown, *_twice(table, known)]:
        return wrong
    return _ready(table, known), _mapping(type_, table.columns[0], known, choices)


def _twice(table: Table, columns: dict[str, Column]) -> Iterator[Problem]:
    """Columns that are one: a field by what it is called and by what it was."""
    first: dict[object, str] = {}
    for header, column in columns.items():
        other = first.setdefault((column.path, column.beside, column.index), header)
        if other != header:
            at = table.columns.index(header) + 1
            yield Problem("column-same", table.name, 1, at, args={"column": header, "other": other})


def _ready(table: Table, columns: dict[str, Column]) -> Table:
    named = next((at for at, header in enumerate(table.columns) if at and columns[header].path in _NAMES), None)
    csv = not table.name.lower().endswith(".xlsx")

    def ready(row: Row) -> Row:
        cells = tuple(map(bare, row.cells)) if csv else row.cells
        id_ = cells[0] or (slug(cells[named]) if named is not None else "")
        return replace(row, cells=(id_, *cells[1:]))

    return replace(table, rows=tuple(ready(row) for row in table.rows if row.cells[0] != say("example")))


def _mapping(type_: str, id_: str, columns: dict[str, Column], choices: AllChoices) -> ColumnMapping:
    in_order = sorted(columns.items(), key=lambda pair: pair[1].order)
    kept = {header: column for header, column in in_order if column.path.partition(".")[0] != VERIFIED}
    target = {
        "folder": TYPES[type_],
        "id": id_,
        "columns": {header: _rule(column, choices) for header, column in kept.items()},
        "ignore": {header: say("help.verified") for header in columns if header not in kept},
    }
    return ColumnMapping.model_validate({"id": "implied", "targets": [target]})


def _rule(column: Column, choices: AllChoices) -> dict[str, Any]:
    known = choices.of(column.field)
    # The ids of terms are few and all known here; a record may be about to be created by another table.
    closed = column.field.kind == "term"
    values = {**known, **{id_: id_ for id_ in known.values()}} if closed else dict(known)
    rule: dict[str, Any] = {"to": column.path, "values": values, "otherwise": "refuse" if closed else "keep"}
    if column.whole:
        rule |= {"to": column.path if "[]" in column.path else f"{column.path}[]", "separator": SEPARATOR}
    elif column.path.endswith("]"):
        rule["to"] = f"{column.path.rpartition('[')[0]}[]"
    return rule | {"also": dict(column.beside)}
