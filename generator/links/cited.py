"""A directory → the addresses it cites as sources, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag

from generator.model import Record, Resource, Source
from generator.model.directory import Directory


@dataclass(frozen=True, slots=True)
class Citation:
    """A record that cites the address, and its archived copy if the record gives one."""

    label: str
    file: str
    archive: str | None = None


def cited(directory: Directory) -> Mapping[str, tuple[Citation, ...]]:
    """Address, without what follows ``#`` → the records that cite it, each once; in alphabetical order."""
    found: dict[str, dict[Citation, None]] = defaultdict(dict)
    for record in directory.records():
        file = directory.files.get((record.folder, record.id), f"{record.folder}/{record.id}.yml")
        for url, archive in _addresses(record):
            found[urldefrag(url).url].setdefault(Citation(str(record.label), file, archive))
    return {url: tuple(found[url]) for url in sorted(found)}


def _addresses(record: Record) -> Iterator[tuple[str, str | None]]:
    if isinstance(record, Resource) and record.url:
        yield record.url, None
    for source in _sources(record):
        if source.url:
            yield source.url, source.archive


def _sources(value: Any) -> Iterator[Source]:
    """Every source in the value, however deep."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _sources(item)
    elif hasattr(value, "__dict__"):
        for content in value.__dict__.values():
            yield from _sources(content)
