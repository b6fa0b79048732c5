"""The index cut into pieces by the first letters of words, so that a search loads only what it needs.

A piece holds every word between two borders, the whole of each term those words lead to (its other words included),
and the names of records that begin with one of those words: whoever has the pieces of a word knows all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.pack import digits, pack, steps
from generator.search.weights import Index, Postings
from generator.text.reading import plain

SIZE = 14_000
"""Characters of a piece: a new one begins when the last has as many. About half of it crosses the network."""


@dataclass(frozen=True)
class Piece:
    """One part of the index, ready for JSON."""

    first: str
    """Its first folded word; the first piece's is empty."""
    terms: Mapping[str, Any]
    """Term → its words, as people write them, then for each field where it is found and its weights there."""
    names: Mapping[str, str]
    """Folded name of records → their numbers."""
    order: Mapping[str, Any]
    """Term → records and the places of the term in each, for phrases: a file of its own."""


def cut(index: Index, forms: Mapping[str, Sequence[str]], names: Mapping[str, Sequence[int]]) -> Iterator[Piece]:
    """The pieces in the order of their words."""
    terms_of: dict[str, list[str]] = defaultdict(list)
    for term in sorted(index.postings):
        for form in forms[term]:
            terms_of[plain(form)].append(term)
    names_by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        names_by_word[name.partition(" ")[0]].append(name)
    written = {term: [" ".join(forms[term]), *_postings(fields)] for term, fields in index.postings.items()}
    packed = {name: pack(steps(found)) for name, found in names.items()}
    first, size = "", 0
    terms: dict[str, Any] = {}
    held: dict[str, str] = {}
    for word in sorted({*terms_of, *names_by_word}):
        more = [term for term in terms_of[word] if term not in terms]
        bearing = {name: packed[name] for name in names_by_word[word]}
        weight = sum(sum(map(len, written[term])) + len(term) + 20 for term in more)
        weight += sum(len(name) + len(numbers) + 6 for name, numbers in bearing.items())
        if size and size + weight > SIZE:
            yield _piece(first, terms, held, index)
            first, size, terms, held = word, 0, {}, {}
            more = terms_of[word]
        terms |= {term: written[term] for term in more}
        held |= bearing
        size += weight
    yield _piece(first, terms, held, index)


def _piece(first: str, terms: Mapping[str, Any], names: Mapping[str, str], index: Index) -> Piece:
    order = {term: _order(index.places.get(term, [])) for term in terms}
    return Piece(first, terms, names, {term: each for term, each in order.items() if each})


def _postings(fields: Sequence[Postings]) -> list[str]:
    """Two texts a field, those of empty fields at the end left out."""
    found: list[str] = []
    for field in fields:
        found += [pack(steps([number for number, _ in field])), digits(level for _, level in field)]
    while found and not found[-1]:
        found.pop()
    return found


def _order(found: Sequence[tuple[int, Sequence[int]]]) -> str:
    """For each record: its number as a step, how often the term stands in it, and where, as steps."""
    numbers: list[int] = []
    for step, (_, places) in zip(steps([number for number, _ in found]), found, strict=True):
        numbers += [step, len(places), *steps(places)]
    return pack(numbers)


def front_coded(words: Sequence[str]) -> str:
    """Sorted words, each as the number of letters it shares with the one before (base 36) and the rest."""
    found, before = [], ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), 35) and word[shared] == before[shared]:
            shared += 1
        found.append("0123456789abcdefghijklmnopqrstuvwxyz"[shared] + word[shared:])
        before = word
    return " ".join(found)
