"""What each word weighs in each record: the index, by lunr's own formula (BM25). The only door to lunr.

``tests/search/test_search.py`` builds lunr's own index of the same words and proves that both rank alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lunr.idf import idf

from generator.search.document import FIELDS, TITLED, Document
from generator.search.lexicon import Lexicon
from generator.search.pack import level

K1, B = 1.2, 0.75
"""lunr's own: how soon a repeated word stops counting more, and how much a long text counts less."""

WITH_STOP_WORDS = TITLED
"""Fields where stop words are kept, so that a search for nothing but such words still answers."""

GAP = 10
"""Words that are taken to lie between two texts of a record: a phrase never runs from one into the next."""

Terms = Mapping[str, Sequence[str]]
"""Field → terms of one record, in the order of the text."""
Postings = list[tuple[int, int]]
"""Numbers of records that hold a term in one field, each with its level of weight (``pack.LEVELS``)."""


@dataclass(frozen=True)
class Index:
    """Every term of the records."""

    postings: Mapping[str, tuple[Postings, ...]]
    """Term → for each of ``FIELDS``, where it is found."""
    places: Mapping[str, list[tuple[int, list[int]]]]
    """Term → records with the places of their words where it stands, stop words counted but not held."""


def read(found: Iterable[Document], lexicon: Lexicon) -> tuple[list[Terms], dict[str, list[tuple[int, list[int]]]]]:
    """The terms of each record in the order given, and where each stands."""
    terms: list[Terms] = []
    places: dict[str, list[tuple[int, list[int]]]] = {}
    for number, document in enumerate(found):
        fields: dict[str, list[str]] = {}
        at = 0
        for field, passages in document.fields.items():
            kept = fields[field] = []
            for text, locale in passages:
                for token in lexicon.read(text, locale):
                    if not token.stops:
                        known = places.setdefault(token.term, [])
                        if not known or known[-1][0] != number:
                            known.append((number, []))
                        known[-1][1].append(at)
                    if not token.stops or field in WITH_STOP_WORDS:
                        kept.append(token.term)
                    at += 1
                at += GAP
        terms.append(fields)
    return terms, places


def weigh(texts: Sequence[Terms], boosts: Sequence[float]) -> dict[str, tuple[Postings, ...]]:
    """What each term weighs in each field of each record; the record's own boost included."""
    postings: dict[str, dict[str, dict[int, int]]] = {}
    for number, terms in enumerate(texts):
        for field in FIELDS:
            for term, count in Counter(terms[field]).items():
                fields = postings.get(term)
                if fields is None:
                    fields = postings[term] = {each: {} for each in FIELDS}
                fields[field][number] = count
    # lunr's idf counts records in every field but its own entry, ``_index``: it takes these as they are.
    rarity = {term: idf(fields, len(texts)) for term, fields in postings.items()}
    norms = {}
    for field in FIELDS:
        lengths = [len(terms[field]) for terms in texts]
        average = sum(lengths) / max(len(texts), 1) or 1
        norms[field] = [K1 * (1 - B + B * (length / average)) for length in lengths]
    return {
        term: tuple(
            [
                (number, level(round(rarity[term] * ((K1 + 1) * count) / (norms[field][number] + count) * each, 3)))
                for number, count in fields[field].items()
                for each in (boost * boosts[number],)
            ]
            for field, boost in FIELDS.items()
        )
        for term, fields in postings.items()
    }


def index(found: Sequence[Document], lexicon: Lexicon) -> Index:
    """The index of these records, numbered in the order given."""
    texts, places = read(found, lexicon)
    return Index(weigh(texts, [document.weight for document in found]), places)
