"""The exact names of records: who types one of them in full means that record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from generator.model import Place
from generator.search.document import Document
from generator.text.reading import plain

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ACRONYM = re.compile(r"\(([^)\s]+)\)")


def names_of(document: Document) -> set[str]:
    """A record’s names as they are read: title, other and former ones without brackets; acronyms in brackets; codes."""
    titles = document.title.all() if document.named else ()
    every = [*titles, *(name.text[0] for name in document.names)]
    acronyms = (found for name in every for found in _ACRONYM.findall(name) if sum(map(str.isupper, found)) > 1)
    called = (*(_BRACKETS.sub("", name) for name in every), *acronyms, *document.codes)
    return {plain(name) for name in called} - {""}


def by_name(found: Iterable[Document]) -> dict[str, list[int]]:
    """Name → records that bear it: twice their number in the order given, and one more for a mere place."""
    known: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(found):
        for name in sorted(names_of(document)):
            known[name].append(2 * number + (document.type == Place.folder))
    return known
