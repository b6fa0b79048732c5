"""CSV or XLSX → a table of texts that remembers its row numbers. The only door to openpyxl."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.files.characters import composed
from generator.model.problem import Problem

# What the csv module, zipfile and openpyxl say of a file, a sheet's name or a delimiter that is none.
_UNREADABLE = (OSError, csv.Error, zipfile.BadZipFile, InvalidFileException, KeyError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` is the line of the CSV file where the row begins, or the sheet's row; both count from 1."""

    number: int
    cells: tuple[str, ...]
    fault: str | None = None
    """Code of what makes the row unreadable."""
    copied: int = 0
    """How many of its cells held what a copy had left there, which is gone."""


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` is the file's, for messages. Rows without any text are not rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, delimiter: str = ",", sheet: str | None = None) -> tuple[Table | None, list[Problem]]:
    """The table in that file (XLSX by its ending, else CSV in UTF-8); or None and what is wrong with it."""
    name = path.name
    try:
        rows = list(_sheet(path, sheet) if path.suffix.lower() == ".xlsx" else _csv(path, delimiter))
    except UnicodeDecodeError:
        return None, [Problem("table-encoding", name)]
    except _UNREADABLE as error:
        return None, [Problem("table-unreadable", name, args={"reason": str(error) or type(error).__name__})]
    rows = [row for row in rows if any(row.cells) or row.fault]
    if not rows:
        return None, [Problem("table-empty", name)]
    header, *body = rows
    columns = header.cells
    while columns and not columns[-1]:
        columns = columns[:-1]
    if problems := list(_header(columns, name, header.number)):
        return None, problems
    return Table(name, columns, tuple(_fit(row, len(columns)) for row in body)), []


def first_line(path: Path) -> str:
    """The first line of a text file, as far as it can be read; empty of a workbook."""
    if path.suffix.lower() == ".xlsx":
        return ""
    with path.open("rb") as file:
        return file.readline(1000).decode("utf-8-sig", "replace")


def _header(columns: tuple[str, ...], name: str, line: int) -> Iterator[Problem]:
    for at, column in enumerate(columns, 1):
        if not column:
            yield Problem("table-column-without-name", name, line, at, args={"number": str(at)})
        elif column in columns[: at - 1]:
            yield Problem("table-column-twice", name, line, at, args={"column": column})


def _fit(row: Row, width: int) -> Row:
    """The row as wide as the header. Text beyond it has no column: the row is faulty."""
    fault = row.fault or ("row-too-long" if any(row.cells[width:]) else None)
    cells = row.cells[:width] + ("",) * (width - len(row.cells))
    return Row(row.number, cells, fault, row.copied)


def _row(number: int, texts: Iterable[str], fault: str | None = None) -> Row:
    """The row, its texts composed (NFC) and without what a copy left in them, trimmed; lines end as those of Unix."""
    typed = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    cells = tuple(composed(text) for text in typed)
    copied = sum(cell != text for cell, text in zip(cells, typed, strict=True))
    return Row(number, tuple(cell.strip() for cell in cells), fault, copied)


def _csv(path: Path, delimiter: str) -> Iterator[Row]:
    text = path.read_bytes().decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    for cells in reader:
        yield _row(begins, cells)
        begins = reader.line_num + 1


def _sheet(path: Path, sheet: str | None) -> Iterator[Row]:
    # Read twice: openpyxl gives either the formulas or what they gave when the file was last saved.
    books = [load_workbook(path, read_only=True, data_only=values) for values in (True, False)]
    try:
        shown, typed = (book[sheet] if sheet else book.worksheets[0] for book in books)
        pairs = zip(shown.iter_rows(), typed.iter_rows(), strict=True)
        for number, (values, formulas) in enumerate(pairs, 1):
            cells, fault = [], None
            for value, formula in zip_longest(values, formulas):
                if value.data_type == "e":
                    fault = "cell-in-error"
                elif value.value is None and formula.value is not None:
                    fault = "formula-without-value"
                cells.append("" if value.value is None else _spell(value.value))
            yield _row(number, cells, fault)
    finally:
        for book in books:
            book.close()


def _spell(value: Any) -> str:
    """A cell's value as one would type it: ISO dates, whole numbers without a point."""
    match value:
        case bool():
            return "true" if value else "false"
        case datetime.datetime():
            return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(sep=" ")
        case datetime.date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return str(value)
