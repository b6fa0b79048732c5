"""What a page is before it is written."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator import urls

T = TypeVar("T")

PAGE_SIZE = 200
"""Entries on one page of a long list: quick to load on a phone, few enough to skim."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: its address, its template and what the template shows."""

    url: str
    template: str
    title: str
    description: str
    data: Mapping[str, Any]
    trail: tuple[tuple[str, str], ...] = ()
    """Breadcrumbs: (label, url), from the section down, without the page itself."""
    source: str | None = None
    """The content file behind it, relative to the repository."""
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """One page's part of a long list."""

    items: Sequence[T]
    number: int
    """Of this page, from 1."""
    pages: int
    total: int
    url: str
    """Address of the first page."""
    letters: tuple[tuple[str, int], ...] = ()
    """First letters, each with the number of the page that holds its first entry."""


def slices(items: Sequence[T], url: str, initial: Callable[[T], str] | None = None) -> Iterator[Slice[T]]:
    """The list cut into pages; one page, maybe empty, if it is short. ``initial`` gives an entry's letter."""
    pages = max(1, math.ceil(len(items) / PAGE_SIZE))
    letters: dict[str, int] = {}
    if initial:
        for at, item in enumerate(items):
            letters.setdefault(initial(item), at // PAGE_SIZE + 1)
    for number in range(1, pages + 1):
        part = items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        yield Slice(part, number, pages, len(items), url, tuple(letters.items()))


def numbered_url(part: Slice[Any]) -> str:
    """Address of the page that shows this part."""
    return urls.numbered(part.url, part.number)
