"""A row of a table of facts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.importer.row import RowError
from generator.importer.table import Row, Table
from generator.model import BY_FOLDER
from generator.model.problem import KeyPath, Problem
from generator.model.values import ID_LENGTH, KEBAB, PartialDate, parse_date
from generator.sheets.facts import ACTIONS, COLUMNS, SURE

_UNSURE = "low"

_RESOURCE = re.compile(r"resource:([a-z0-9-]+)")
_DEDUCED = re.compile(r"\b(?:dédu|éditorial|attribu)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """What one row says: of which record and field, what is done, and on whose word."""

    row: int
    table: str
    folder: str
    id: str
    field: str
    """As the row names it, dots between keys."""
    action: str
    value: str
    lang: str = ""
    as_of: str = ""
    title: str = ""
    """Of the source; empty if the fact has none of its own."""
    url: str = ""
    resource: str = ""
    year: str = ""
    note: str = ""
    item: str = ""
    """Of a key of an item of a list: what the item is that another row of the table begins, if one does."""

    @property
    def record(self) -> tuple[str, str]:
        """Folder and id."""
        return self.folder, self.id

    @property
    def day(self) -> PartialDate | None:
        """Of when the fact is: the date of the statement, else the year of its source."""
        return parse_date(self.as_of or self.year) if self.as_of or self.year else None

    @property
    def deductions(self) -> tuple[str, ...]:
        """What the note tells of what is deduced or an editorial choice; the rest of it is for whoever reads tables."""
        return tuple(part for part in re.split(r"\s*;\s+", self.note) if _DEDUCED.search(part))

    def refuse(self, code: str, column: str = "value", path: KeyPath = (), **args: str) -> RowError:
        """The exception that refuses the row, at that column; ``path`` leads to what is wrong in the record."""
        details = {"column": column, "folder": self.folder, "id": self.id, "field": self.field, **args}
        return RowError(Problem(code, self.table, self.row, COLUMNS.index(column) + 1, path, details))


def fact_of(table: Table, row: Row) -> Fact:
    """The fact that the row tells.

    :raises RowError: it tells none that may be taken over.
    """
    cells = dict(zip(table.columns, row.cells, strict=True))
    folder, _, id_ = cells["record"].partition("/")
    found = _RESOURCE.fullmatch(cells["source_url"])
    fact = Fact(
        row=row.number,
        table=table.name,
        folder=folder,
        id=id_,
        field=cells["field"],
        action=cells["action"],
        value=cells["value"],
        lang=cells["lang"],
        as_of=cells["as_of"],
        title=cells["source_title"],
        url="" if found else cells["source_url"],
        resource=found[1] if found else "",
        year=cells["source_year"],
        note=cells["note"],
    )
    if row.fault:
        raise fact.refuse(row.fault, "record")
    if folder not in BY_FOLDER or not KEBAB.fullmatch(id_) or len(id_) > ID_LENGTH:
        raise fact.refuse("fact-record", "record", value=cells["record"], known=", ".join(BY_FOLDER))
    if fact.action not in ACTIONS:
        raise fact.refuse("fact-action", "action", value=fact.action, known=", ".join(ACTIONS))
    if cells["confidence"] == _UNSURE:
        raise fact.refuse("fact-unsure", "confidence")
    if cells["confidence"] not in SURE:
        raise fact.refuse("fact-confidence", "confidence", value=cells["confidence"], known=", ".join(SURE))
    if not fact.value:
        raise fact.refuse("fact-empty")
    for column in ("as_of", "source_year"):
        try:
            parse_date(cells[column] or "2000")
        except ValueError:
            raise fact.refuse("fact-date", column, value=cells[column]) from None
    return fact
