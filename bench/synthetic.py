"""A content folder of as many made-up records as asked for.

Vocabularies, countries, founding documents and prose are the repository's own; the rest is drawn, the same
each time.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from bench.world import Fields, World

COPIED = ("vocabularies", "countries", "resources", "pages")
"""Folders taken from the repository as they are; not counted in the size asked for."""

SHARES = {"initiatives": 0.35, "places": 0.03, "events": 0.012, "instruments": 0.004, "calls": 0.004}
"""Folder → its share of the records; actors are the rest."""

SOURCE = "Source fictive pour mesurer le répertoire"
ADDED = "2026-11-22"


def write(content: Path, count: int, source: Path) -> None:
    """Writes ``count`` made-up records into ``content``, beside what is copied from ``source``."""
    for folder in COPIED:
        shutil.copytree(source / folder, content / folder)
    for folder, id_, fields in records(count, source):
        path = content / folder / f"{id_}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(fields), encoding="utf-8")


def records(count: int, source: Path) -> Iterator[tuple[str, str, Fields]]:
    """(folder, id, fields) of ``count`` made-up records; they name terms and countries of ``source``."""
    numbers = {folder: max(1, round(count * share)) for folder, share in SHARES.items()}
    numbers["actors"] = count - sum(numbers.values())
    world = World(Random(count), source, numbers)
    for folder, make in world.makers.items():
        for at in range(numbers[folder]):
            id_, fields = make(at)
            yield folder, id_, {**fields, "sources": [_source(at)], "added": ADDED}


def _source(at: int) -> Fields:
    url = f"https://example.org/fictif/{at + 1}"
    return {"title": f"{SOURCE}, page {at + 1}", "url": url, "year": 2000 + at % 25}


def _yaml(value: Any, indent: str = "") -> str:
    """Block YAML; every text in double quotes, as JSON writes it."""
    text = ""
    if isinstance(value, dict):
        for key, item in value.items():
            nested = isinstance(item, (dict, list))
            inside = f"\n{_yaml(item, indent + '  ')}" if nested else f" {_scalar(item)}\n"
            text += f"{indent}{key}:{inside}"
    else:
        for item in value:
            inside = _yaml(item, indent + "  ") if isinstance(item, dict) else f"{_scalar(item)}\n"
            text += f"{indent}- {inside.lstrip()}"
    return text


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
