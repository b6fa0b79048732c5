"""The exact names of records: who types one of them in full means that record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from generator.model import Place
from generator.search.document import Document
from generator.text.reading import plain

TRUE, POINT, OLD = 3, 2, 1
"""How much a name is the record's: what it is called; that of a mere place; one no longer borne, or foreign."""
RANKS = 4

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ACRONYM = re.compile(r"\(([^)\s]+)\)|^(\S+)(?= – )")
"""In brackets behind a name, or before it and a dash: « INRH – Institut national des ressources hydrauliques »."""


def names_of(document: Document) -> dict[str, bool]:
    """A record’s names as they are read, and whether each is what it is called: title, other and former ones without
    brackets; acronyms in brackets; codes."""
    titles = document.title.all() if document.named else ()
    known: dict[str, bool] = {}
    for text, true in (*((title, True) for title in titles), *((name.text[0], name.true) for name in document.names)):
        found = (inside or before for inside, before in _ACRONYM.findall(text))
        acronyms = (each for each in found if sum(map(str.isupper, each)) > 1)
        for name in map(plain, (_BRACKETS.sub("", text), *acronyms)):
            known[name] = known.get(name, False) or true
    known |= {plain(code): True for code in document.codes}
    return {name: true for name, true in known.items() if name}


def by_name(found: Iterable[Document]) -> dict[str, list[int]]:
    """Name → records that bear it: ``RANKS`` times their number in the order given, and how much the name is theirs."""
    known: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(found):
        mine = POINT if document.type == Place.folder else TRUE
        for name, true in sorted(names_of(document).items()):
            known[name].append(RANKS * number + (mine if true else OLD))
    return known
