"""Records → the cells of their table, and the texts of CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.files.load import Plain
from generator.files.save import plain
from generator.model import Record
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.sheets.columns import Column, column_at, id_header, plain_columns

SEPARATOR = "|"
"""Between the values of a list in one cell; spaces around it do not count."""

FORMULA = re.compile("[ \u00a0\u202f]*[=+\\-@＝＋－＠\t\r\n]")
"""How a text begins that a spreadsheet would run (OWASP, CSV injection), wide signs and spaces before included."""
_NUMBERS = ("integer", "number")


@dataclass(frozen=True, slots=True)
class FullTable:
    """All that the records of one type hold, one row each."""

    type: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    """The record's id, then a text per column, empty if it holds nothing."""

    @property
    def headers(self) -> tuple[str, ...]:
        return id_header(self.type), *(column.header for column in self.columns)


def full_table(type_: str, records: Iterable[Record]) -> FullTable:
    """Every field of the type has its column, and as many as its longest list needs."""
    filled = [(record.id, dict(_texts(fields(type_), plain(record)))) for record in records]
    paths = {column.path for column in plain_columns(type_)}.union(*(texts for _, texts in filled))
    columns = sorted((column_at(type_, path) for path in paths), key=lambda column: column.order)
    rows = ((id_, *(texts.get(column.path, "") for column in columns)) for id_, texts in filled)
    return FullTable(type_, tuple(columns), tuple(rows))


def _texts(inside: tuple[Field, ...], holder: Plain, above: str = "") -> Iterator[tuple[str, str]]:
    """Key path → text, as columns are named."""
    assert isinstance(holder, dict)
    for field in inside:
        value, path = holder.get(field.key), f"{above}{field.key}"
        match value:
            case None:
                continue
            case str():
                yield path, value
            case dict() if field.kind == "localized":
                for locale, text in value.items():
                    yield path if locale == SOURCE_LOCALE else f"{path}.{locale}", str(text)
            case dict():
                yield from _texts(field.fields, value, f"{path}.")
            case list() if field.fields:
                for at, item in enumerate(value):
                    yield from _texts(field.fields, item, f"{path}[{at}].")
            case list() if any(SEPARATOR in str(item) for item in value):
                yield from ((f"{path}[{at}]", str(item)) for at, item in enumerate(value))
            case list():
                yield path, f" {SEPARATOR} ".join(map(str, value))


def as_csv(table: FullTable, *, spreadsheets: bool = False) -> str:
    """The table as CSV (RFC 4180); for spreadsheets set to French, with semicolons and the mark of UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if spreadsheets else ",")
    writer.writerow(table.headers)
    for id_, *texts in table.rows:
        pairs = zip(texts, table.columns, strict=True)
        writer.writerow([id_, *(text if column.field.kind in _NUMBERS else guarded(text) for text, column in pairs)])
    return ("\ufeff" if spreadsheets else "") + out.getvalue()


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it."""
    return f"'{text}" if FORMULA.match(text.lstrip("'")) else text


def bare(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text.lstrip("'")) else text


def delimiter_of(header: str, known: Sequence[str]) -> str:
    """What stands behind the first column's header in the first line of a CSV file; a comma if nobody knows."""
    first = header.lstrip("\ufeff")
    for each in known:
        rest = first.removeprefix(f'"{each}"').removeprefix(each)
        if rest != first and rest[:1] in (",", ";", "\t"):
            return rest[0]
    return ","
