"""The entries of an edition: those of a selection in their order, and all of them for the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator import urls
from generator.export.columns import BROKEN_BAR, COLUMNS, SEPARATOR
from generator.export.entry import FIELDS, Entries, Entry
from generator.export.files import QUOTED
from generator.export.head import about, labels
from generator.maps.table import territories
from generator.model.directory import Directory
from generator.search import Facts
from generator.search.facet import TYPES
from generator.search.facts import FOLDERS
from generator.sheets.cells import FORMULA
from generator.words.edition import Edition

Key = tuple[str, str]
"""Type, as addresses of searches name it, and id of a record."""


def entries_of(found: Iterable[Key], directory: Directory, edition: Edition, facts: Facts) -> Iterator[Entry]:
    """The records' entries by type, then by title: the order of every file, whatever the order on a screen."""

    def order(key: Key) -> tuple[int, tuple[str, str], str]:
        type_, id_ = key
        return TYPES.index(type_), edition.sort_key(_title(type_, id_, directory, edition)), id_

    entries = Entries(directory, edition, facts)
    return (entries.entry(*key) for key in sorted(found, key=order))


def _title(type_: str, id_: str, directory: Directory, edition: Edition) -> str:
    if type_ == "territory":
        return territories().by_id[id_].name
    named = directory.themes[id_][1] if type_ == "theme" else getattr(directory, FOLDERS[type_])[id_]
    return edition.pick(named.label)


def render_rows(directory: Directory, edition: Edition, facts: Facts, keys: Sequence[Key]) -> dict[str, Any]:
    """What ``rows.json`` holds: the entry of every record by its number, which is its place in ``keys``, and all else
    that a file needs.

    An object that entries hold is written once, in ``items``; where it stood is its place there.
    """
    entries = Entries(directory, edition, facts)
    items: dict[str, int] = {}

    def packed(value: Any) -> Any:
        if isinstance(value, list):
            return [packed(each) for each in value]
        if isinstance(value, dict):
            return items.setdefault(json.dumps(value, ensure_ascii=False), len(items))
        return value

    rows = [{field: packed(value) for field, value in entries.entry(*key).items()} for key in keys]
    columns = zip(COLUMNS, labels(edition), strict=True)
    return {
        "about": about(edition),
        "search": urls.SEARCH,
        "types": TYPES,
        "fields": list(FIELDS.items()),
        "columns": [[column.name, label, column.path, column.first] for column, label in columns],
        "cells": {
            "separator": SEPARATOR,
            "bar": BROKEN_BAR,
            "formula": FORMULA.pattern,
            "quoted": QUOTED.pattern,
        },
        "items": [json.loads(item) for item in items],
        "rows": rows,
    }
