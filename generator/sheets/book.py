"""Tables → a workbook that asks for nothing else: XLSX, the same bytes for the same table. A door to openpyxl."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

ROOM = 1000
"""Rows of a template that are ready to be filled in."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_TEXT = "@"
"""What keeps a spreadsheet from taking 2024-05 for a date of its own."""

_STRONG = (Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F4E79"))
_LIGHT = (Font(bold=True), PatternFill("solid", fgColor="D9E2EF"))


@dataclass(frozen=True, slots=True)
class Help:
    """What is said of a column."""

    text: str
    required: bool = False
    choices: str = ""
    """The column of the lists that its cells are chosen from."""
    closed: bool = False
    """Whether nothing else can be written."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headers; all cells are texts."""

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    help: Mapping[str, Help] = field(default_factory=dict)
    """Header → what is said of its column. If there is any, the sheet has room to be filled in."""


def workbook(
    sheet: Sheet,
    lists: tuple[str, Mapping[str, Sequence[str]]] | None = None,
    readme: tuple[str, Sequence[str]] = ("", ()),
) -> bytes:
    """The workbook. ``lists`` are the name of their sheet and, by column, the texts to choose from; ``readme`` the
    name of a sheet and its lines."""
    book = Workbook()
    first: Any = book.active
    first.title = sheet.name
    _fill(first, sheet)
    if readme[0]:
        page: Any = book.create_sheet(readme[0])
        page.column_dimensions["A"].width = 110
        for at, line in enumerate(readme[1], 1):
            _put(page, at, 1, line)
            page.cell(at, 1).alignment = Alignment(wrap_text=True, vertical="top")
        page.cell(1, 1).font = Font(bold=True, size=14)
    if lists:
        name, columns = lists
        page = book.create_sheet(name)
        for at, (header, texts) in enumerate(columns.items(), 1):
            for row, text in enumerate((header, *texts), 1):
                _put(page, row, at, text)
            page.cell(1, at).font = Font(bold=True)
            page.column_dimensions[get_column_letter(at)].width = 40
        page.freeze_panes = "A2"
        _drop_down(first, sheet, name, columns)
    out = io.BytesIO()
    book.save(out)
    return _undated(out.getvalue())


def _fill(page: Any, sheet: Sheet) -> None:
    for row, texts in enumerate((sheet.headers, *sheet.rows), 1):
        for at, text in enumerate(texts, 1):
            if text:
                _put(page, row, at, text)
    page.freeze_panes = "B2"
    for at, header in enumerate(sheet.headers, 1):
        said, cell, letter = sheet.help.get(header), page.cell(1, at), get_column_letter(at)
        cell.font, cell.fill = _STRONG if said and said.required else _LIGHT
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.column_dimensions[letter].width = 28
        if said:
            page.column_dimensions[letter].number_format = _TEXT
            cell.comment = Comment(said.text, sheet.name, height=160, width=320)
    for row in range(2, len(sheet.rows) + 2) if sheet.help else ():
        for at in range(1, len(sheet.headers) + 1):
            page.cell(row, at).font = Font(italic=True, color="7F7F7F")


def _put(page: Any, row: int, column: int, text: str) -> None:
    """Writes it as a text, whatever it looks like: nothing is a formula."""
    cell = page.cell(row, column)
    cell.value, cell.data_type, cell.number_format = text, "s", _TEXT


def _drop_down(page: Any, sheet: Sheet, lists: str, columns: Mapping[str, Sequence[str]]) -> None:
    letters = {header: get_column_letter(at) for at, header in enumerate(columns, 1)}
    for at, header in enumerate(sheet.headers, 1):
        said = sheet.help.get(header)
        if said is None or not said.choices:
            continue
        column, last = letters[said.choices], len(columns[said.choices]) + 1
        where = f"{quote_sheetname(lists)}!${column}$2:${column}${last}"
        rule: Any = DataValidation("list", formula1=where, allow_blank=True, showErrorMessage=True)
        rule.errorStyle = "stop" if said.closed else "warning"
        page.add_data_validation(rule)
        letter = get_column_letter(at)
        rule.add(f"{letter}2:{letter}{ROOM + 1}")


def _undated(data: bytes) -> bytes:
    """The same workbook without the hour at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _EPOCH), held, zipfile.ZIP_DEFLATED)
    return out.getvalue()
