"""CSV or XLSX → a table of texts that remembers its row numbers. The only door to openpyxl."""

from __future__ import annotations

import csv
import datetime
import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from errno import errorcode
from itertools import zip_longest
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL

from generator.files.characters import composed
from generator.files.disk import read_regular
from generator.importer.bounds import TableRefused, text_within, within, workbook_within
from generator.model.problem import Problem
from generator.words.wording import system


class TableError(Exception):
    """The columns are not those that the import needs: nothing is imported. Carries the problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


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
    except TableRefused as refused:
        return None, [Problem(refused.code, name, args=refused.args_)]
    except OSError as error:
        reason = system(errorcode.get(error.errno or 0, "EIO"))
        return None, [Problem("table-unreadable", name, args={"reason": reason})]
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
    try:
        return read_regular(path, 1000).split(b"\n", 1)[0].decode("utf-8-sig", "replace")
    except OSError:
        return ""  # whoever reads all of it tells why


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
    text = text_within(path).decode("utf-8-sig")
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except TypeError:
        raise TableRefused("table-delimiter", delimiter=delimiter) from None
    begins = 1
    try:
        for number, cells in enumerate(reader, 1):
            within(number, len(cells))
            yield _row(begins, cells)
            begins = reader.line_num + 1
    except csv.Error:
        raise TableRefused("table-quotes", line=str(begins)) from None


def _sheet(path: Path, sheet: str | None) -> Iterator[Row]:
    workbook_within(path)
    for number, (values, formulas) in enumerate(_unbroken(_pairs(path, sheet)), 1):
        within(number, max(len(values), len(formulas)))
        cells, fault = [], None
        for value, formula in zip_longest(values, formulas, fillvalue=EMPTY_CELL):
            if value.data_type == "e":
                fault = "cell-in-error"
            elif value.value is None and formula.value is not None:
                fault = "formula-without-value"
            cells.append("" if value.value is None else _spell(value.value))
        yield _row(number, cells, fault)


Cells = tuple[Any, ...]


def _pairs(path: Path, sheet: str | None) -> Iterator[tuple[Cells, Cells]]:
    """Each row twice: openpyxl gives either the formulas or what they gave when the file was last saved."""
    books = [load_workbook(path, read_only=True, data_only=values) for values in (True, False)]
    try:
        pages = [_page(book, sheet) for book in books]
        for page in pages:
            # How far it says that it goes is often wrong: rows would be made of empty cells up to there.
            page.reset_dimensions()
        yield from zip(*(page.iter_rows() for page in pages), strict=True)
    finally:
        for book in books:
            book.close()


def _page(book: Any, sheet: str | None) -> Any:
    """The sheet of that name, or the first one; charts have sheets too, that hold no cells."""
    names = {page.title: page for page in book.worksheets}
    if not names or (sheet and sheet not in names):
        raise TableRefused("table-no-sheet", sheet=sheet or "", known=", ".join(names))
    return names[sheet] if sheet else book.worksheets[0]


def _unbroken(rows: Iterator[tuple[Cells, Cells]]) -> Iterator[tuple[Cells, Cells]]:
    """The rows; openpyxl stumbles over a damaged workbook in any way that there is, and only it runs in here."""
    while True:
        try:
            with warnings.catch_warnings(action="ignore"):  # in English, of what a table has no use for
                row = next(rows)
        except StopIteration:
            return
        except TableRefused:
            raise
        except Exception:
            raise TableRefused("table-damaged") from None
        yield row


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
