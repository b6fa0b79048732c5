"""Where a record is named: in other records, in the importer's mappings, in the pages written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from generator import urls
from generator.files.guard import given
from generator.files.patch import Patch
from generator.model import Record, Ref, references
from generator.model.directory import Directory
from generator.model.problem import KeyPath
from generator.upkeep.mappings import renamed_in_mapping
from generator.upkeep.revise import revise
from generator.upkeep.sheet import read_text

R = TypeVar("R", bound=Record)

_PARAMETERS = {"actors": ("network",), "places": ("place", "lieu")}
"""Folder → what the addresses of the search and of the map call an id of its records."""


def naming(directory: Directory, folder: str, id_: str) -> Iterator[tuple[Record, tuple[KeyPath, ...]]]:
    """Every record that names that one, and where it does."""
    for record in directory.records():
        paths = [path for path, link, found in references(record) if link == Ref(folder) and found == id_]
        if record.folder == folder:
            paths += [("not_duplicate_of", at) for at, found in enumerate(record.not_duplicate_of) if found == id_]
        if paths:
            yield record, tuple(paths)


def with_ids(record: R, ids: Mapping[KeyPath, str]) -> R:
    """The record with those ids at those places."""
    tree = record.model_dump(mode="json", exclude_defaults=True)
    for path, id_ in ids.items():
        holder: Any = tree
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = id_
    return type(record).model_validate(tree)


def rewritten(content: Path, old: Record, new: Record, was: str | None = None) -> Patch:
    """The record's file, made to hold what the record has become; ``was`` is its path if it moves."""
    path = f"{new.folder}/{new.id}.yml"
    text = given(read_text(content / (was or path)), path)
    return Patch(path, text, revise(text, old, new), was)


def elsewhere(content: Path, folder: str, old: str, new: str) -> Iterator[Patch]:
    """Mappings and pages that name the record, made to name the other id."""
    for path in sorted((content / "mappings").glob("*.yml")):
        if (text := read_text(path)) is not None:
            yield from _change(content, path, text, renamed_in_mapping(text, path.name, folder, old, new))
    for path in sorted((content / "pages").rglob("*.md")):
        if (text := read_text(path)) is not None:
            yield from _change(content, path, text, _relinked(text, folder, old, new))


def _change(content: Path, path: Path, before: str, after: str) -> Iterator[Patch]:
    if after != before:
        yield Patch(path.relative_to(content).as_posix(), before, after)


def _relinked(text: str, folder: str, old: str, new: str) -> str:
    """The page with its links to the record's address led to the new one."""
    if section := urls.SECTIONS.get(folder):
        text = re.sub(rf"(?<![\w-]){section}/{old}(?=/)", f"{section}/{new}", text)
    for name in _PARAMETERS.get(folder, ()):
        text = re.sub(rf"(?<=[?&;]{name}=){old}(?![\w-])", new, text)
    return text
