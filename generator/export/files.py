"""Entries → the text of a file: CSV (RFC 4180), JSON, GeoJSON (RFC 7946).

The browser writes the same bytes from the same entries (``overrides/assets/explorer/files.js``). ``site`` is the
address of the edition's root, which makes the records' addresses whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.export.columns import COLUMNS, Cell, cell
from generator.export.entry import FIELDS, Entry
from generator.sheets.cells import FORMULA

FORMATS = ("csv", "json", "geojson")

QUOTED = re.compile(r'[",;\t\r\n]')
"""What a text is put in quotes for: the separators of both variants, so that a text is written in one way."""


def as_csv(entries: Iterable[Entry], site: str, labels: Sequence[str], *, spreadsheets: bool = False) -> str:
    """One line per record under the labels of the columns.

    For spreadsheets set to French: semicolons, decimal commas, and the mark by which they know UTF-8.
    """
    rows: list[Sequence[Cell]] = [labels]
    rows += [[cell(placed(entry, site), column) for column in COLUMNS] for entry in entries]
    separator = ";" if spreadsheets else ","
    lines = [separator.join(written(each, spreadsheets) for each in row) for row in rows]
    return ("\ufeff" if spreadsheets else "") + "".join(f"{line}\r\n" for line in lines)


def written(value: Cell, spreadsheets: bool) -> str:
    """The cell as a line of CSV holds it; what a spreadsheet would run is made text."""
    if not isinstance(value, str):
        return str(value).replace(".", ",") if spreadsheets else str(value)
    text = f"'{value}" if FORMULA.match(value) else value
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def as_json(entries: Iterable[Entry], site: str, head: Mapping[str, Any]) -> str:
    """The head, then the records with all that is known of them; every field is there, known or not."""
    records = [
        {field: placed(entry, site).get(field, [] if many else None) for field, many in FIELDS.items()}
        for entry in entries
    ]
    whole = {**head, "count": len(records), "records": records}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_geojson(entries: Iterable[Entry], site: str, head: Mapping[str, Any]) -> str:
    """A feature per record, one to a line: its places, and the columns of the table as properties."""
    features = [_compact(_feature(placed(entry, site))) for entry in entries]
    opening = _compact({"type": "FeatureCollection", **head, "count": len(features)}).removesuffix("}")
    return f'{opening},"features":[\n' + ",\n".join(features) + "\n]}\n"


def placed(entry: Entry, site: str) -> Entry:
    """The entry with an address that opens from anywhere."""
    return {**entry, "url": site + entry["url"]}


def _feature(entry: Entry) -> dict[str, Any]:
    cells = {column.name: cell(entry, column) for column in COLUMNS}
    return {
        "type": "Feature",
        "id": f"{entry['type']['id']}/{entry['id']}",
        "geometry": _geometry(entry),
        "properties": {name: None if value == "" else value for name, value in cells.items()},
    }


def _geometry(entry: Entry) -> dict[str, Any] | None:
    """The record's places, longitude first; none if no place is known."""
    points = list(dict.fromkeys((place["lon"], place["lat"]) for place in entry.get("places", [])))
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
