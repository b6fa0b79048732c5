"""The table people read: one row per record, the same columns for all types, names beside their ids.

A column is a path into the entry, so that the browser fills the same table from the same list (``explorer/files.js``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.export.entry import FIELDS, Entry

Cell = str | int | float
"""What a column holds for one record; empty text if nothing is known."""

SEPARATOR = " | "
"""Between the values of one cell. A bar inside a value is written as ``BROKEN_BAR``."""
BROKEN_BAR = "¦"


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` is the column's in GeoJSON, and that of its header in the catalogs (``export.columns.NAME``)."""

    name: str
    path: str
    """Keys from the entry down, with dots; a list on the way gives one value per item."""
    first: bool = False
    """Whether only the first value is shown."""


COLUMNS = (
    Column("type", "type.label"),
    Column("id", "id"),
    Column("title", "title"),
    Column("url", "url"),
    Column("kind", "kind.label"),
    Column("countries", "countries.label"),
    Column("country_codes", "countries.id"),
    Column("groupings", "groupings.label"),
    Column("places", "places.label"),
    Column("regions", "regions.label"),
    Column("departements", "departements.label"),
    Column("actors", "actors.label"),
    Column("roles", "actors.role.label"),
    Column("actor_ids", "actors.id"),
    Column("initiatives", "initiatives.label"),
    Column("themes", "themes.label"),
    Column("theme_ids", "themes.id"),
    Column("keywords", "keywords"),
    Column("start", "start"),
    Column("end", "end"),
    Column("status", "status.label"),
    Column("status_as_of", "status.as_of"),
    Column("frames", "frames.label"),
    Column("networks", "networks.label"),
    Column("funding", "funding.label"),
    Column("summary", "summary"),
    Column("results", "results"),
    Column("lessons", "lessons.text"),
    Column("other_names", "other_names"),
    Column("website", "website"),
    Column("note", "note"),
    Column("sources", "sources.label"),
    Column("source_urls", "sources.url"),
    Column("verified", "verified.date"),
    Column("verified_by", "verified.by"),
    Column("added", "added"),
    Column("latitude", "places.lat", first=True),
    Column("longitude", "places.lon", first=True),
    Column("precision", "places.precision.label", first=True),
)
"""What, where, who, about what, when, how, in words, on whose word."""


def cell(entry: Entry, column: Column) -> Cell:
    """What the column holds for the entry. Values of one list stay in line: what an item lacks is left empty."""
    path = column.path.split(".")
    values = _values(entry, path)
    if column.first:
        return values[0] if values else ""
    if not FIELDS[path[0]]:
        return "".join(map(str, values))
    texts = [str(value).replace("|", BROKEN_BAR) for value in values]
    return SEPARATOR.join(texts) if any(texts) else ""


def _values(value: Any, path: list[str]) -> list[Cell]:
    if isinstance(value, list):
        return [found for item in value for found in _values(item, path) or [""]]
    if not path:
        return ["" if value is None else value]
    return _values(value.get(path[0]), path[1:]) if isinstance(value, dict) else []
