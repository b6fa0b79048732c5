"""The explorer's files: the index in pieces, the facts in columns, the texts of results in blocks.

A visit loads ``core.json``, then only what its question needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.artifact import Artifact
from generator.export import render_rows
from generator.model.directory import Directory
from generator.model.language import stop_words
from generator.render.search.library import has_stemmer, library
from generator.search.bearers import bearers
from generator.search.columns import Key, columns, days
from generator.search.document import FIELDS, TITLED, Document
from generator.search.documents import documents
from generator.search.facet import ASKED, FACETS, TERRITORY, TYPES, worded
from generator.search.facts import FOLDERS, Facts, facts
from generator.search.former import PLACE, former
from generator.search.lexicon import Lexicon
from generator.search.names import by_name
from generator.search.pack import LEVELS, pack
from generator.search.pieces import Piece, cut, front_coded
from generator.search.shown import STEP, TYPE_OF, Shown, addresses
from generator.search.weights import index
from generator.search.where import places_of_records
from generator.text.reading import read
from generator.text.typed import table
from generator.words.edition import Edition

FOLDER = "assets/search"


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """Every file the explorer asks for, and lunr with the stemmer of the edition's language."""
    found = numbered(documents(directory, edition), edition)
    lexicon = Lexicon()
    known = index(found, lexicon)
    # Words that no field keeps, such as « qui », are met but lead nowhere.
    forms = {term: words for term, words in lexicon.forms().items() if term in known.postings}
    pieces = list(cut(known, forms, by_name(found)))
    del known
    shown = Shown(directory, edition)
    asked = facts(directory, edition.as_of)
    files = {
        **_words(pieces),
        "lexicon.json": _json(
            {"words": front_coded(sorted({word for each in forms.values() for form in each for word in read(form)}))}
        ),
        **_texts(shown, found),
        **_facets(shown, asked, found, [piece.first for piece in pieces]),
        "map.json": _json(places_of_records(directory, edition, asked, keys(found))),
        "rows.json": _json(render_rows(directory, edition, asked, keys(found))),
    }
    del pieces, forms, lexicon  # the largest things of a whole build: gone before the next ones are made
    for name in sorted(files):
        yield Artifact(f"{FOLDER}/{name}", files.pop(name))
    yield from library(FOLDER, edition.locale)


def numbered(found: Iterable[Document], edition: Edition) -> list[Document]:
    """The documents in the order of their titles: the place of each is its number in every file."""
    order = list(TYPES)
    return sorted(
        found,
        key=lambda each: (edition.sort_key(edition.pick(each.title)), order.index(TYPE_OF[each.type]), each.id),
    )


def keys(found: Iterable[Document]) -> list[Key]:
    """Type and id of each document."""
    return [(TYPE_OF[each.type], each.id) for each in found]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words(pieces: Iterable[Piece]) -> dict[str, str]:
    files = {}
    for number, piece in enumerate(pieces):
        files[f"words/{number}.json"] = _json({"terms": piece.terms, "names": piece.names})
        files[f"order/{number}.json"] = _json({"terms": piece.order})
    return files


def _texts(shown: Shown, found: Sequence[Document]) -> dict[str, str]:
    return {
        f"texts/{at // STEP}.json": _json({"texts": [shown.text(each) for each in found[at : at + STEP]]})
        for at in range(0, len(found), STEP)
    }


def _facets(shown: Shown, asked: Facts, found: Sequence[Document], cuts: Sequence[str]) -> dict[str, str]:
    """The columns, and the core, which names their values."""
    values = shown.values(asked)
    core = {
        "count": len(found),
        "step": STEP,
        "types": addresses(),
        "asked": ASKED,
        "bearers": bearers(shown.directory, keys(found)),
        "former": {facet: ids for facet, ids in former(shown.directory).items() if facet != PLACE},
        "ordered": [facet.name for facet in FACETS if facet.ordered],
        "unoffered": [facet.name for facet in FACETS if facet.like],
        "worded": {facet.name: [facet.words or facet.name, *said] for facet in FACETS if (said := worded(facet))},
        "facets": shown.facets(values),
        "taxonomies": shown.taxonomies(),
        "broader": shown.broader(values["theme"]),
        "tiers": shown.tiers(values[TERRITORY]),
        "apart": shown.apart(values["country"]),
        "overseas": shown.overseas(values["country"]),
        "years": asked.years,
        "labels": shown.labels,
        "cuts": " ".join(cuts[1:]),
        "stops": " ".join(sorted(stop_words())),
        "typed": table(),
        "stemmed": has_stemmer(shown.edition.locale),
        "levels": LEVELS,
        "titled": [field in TITLED for field in FIELDS],
    }
    known = keys(found)
    files, changed = shown.directory.files, shown.edition.changed
    # What no history dates has not changed since it entered.
    last = (changed.get(files.get((FOLDERS[type_], id_), "")) or asked.facts[type_, id_].added for type_, id_ in known)
    held = columns(asked, known, values) | {"changed": pack(days(last))}
    return {"core.json": _json(core), "columns.json": _json(held)}
