"""The search: an index that lunr reads in the browser, and what its results show. The only door to lunr."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lunr.idf import idf
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token_set import TokenSet
from lunr.vector import Vector

from generator.artifact import Artifact
from generator.directory import Directory
from generator.edition import Edition, typeset
from generator.search.document import FIELDS, Document
from generator.search.documents import documents
from generator.search.labels import Label
from generator.search.lexicon import Lexicon, stop_words
from generator.values import Localized

FOLDER = "assets/search"

K1, B = 1.2, 0.75
"""lunr's own: how soon a repeated word stops counting more, and how much a long text counts less (BM25)."""

WITH_STOP_WORDS = ("names", "title")
"""Fields where stop words are kept, so that a search for nothing but such words still answers."""

SUMMARY = 500
"""Longest summary a result carries, in characters."""


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """The index, the documents, and lunr with the stemmer of the edition's language."""
    found = documents(directory, edition)
    lexicon = Lexicon()
    index = serialize(read(found, lexicon), [document.weight for document in found])
    library = list(_library(edition.locale))
    shown = show(found, edition) | {
        "stops": sorted(stop_words()),
        "terms": _forms(lexicon, index),
        "stemmer": len(library) > 1,
    }
    files = {"index.json": _json(index), "documents.json": _json(shown)}
    del index, shown, found, lexicon  # the largest things of a whole build: gone before the next ones are made
    stamp = hashlib.sha256()
    for text in files.values():
        stamp.update(text.encode())
    # Both say which build they are of: a browser may keep one of them longer than the other.
    for name in sorted(files):
        yield Artifact(f"{FOLDER}/{name}", f'{{"stamp":"{stamp.hexdigest()[:12]}",{files.pop(name)[1:]}')
    yield from library


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _forms(lexicon: Lexicon, index: dict[str, Any]) -> dict[str, str]:
    """Term of the index → the words it stands for, with a space between."""
    forms = lexicon.forms()
    return {term: " ".join(forms[term]) for term, _ in index["invertedIndex"]}


# The index

_NO_METADATA: dict[str, Any] = {}
"""What the index says of a term in a text, beyond that it is there; one for all, as there are a million."""

Terms = dict[str, list[str]]
"""Field → terms of one document, in the order of the text."""


def read(found: Iterable[Document], lexicon: Lexicon) -> list[Terms]:
    """The terms of each document; its place in the list is its name in the index."""
    return [
        {
            field: [
                term
                for text, locale in passages
                for term in lexicon.terms(text, locale, stops=field in WITH_STOP_WORDS)
            ]
            for field, passages in document.fields.items()
        }
        for document in found
    ]


def serialize(texts: list[Terms], boosts: list[float]) -> dict[str, Any]:
    """The index of these documents and their boosts, as lunr writes it.

    Equal to what lunr's ``Builder`` makes of the same terms, in a third of the time; but a field without
    terms has no vector here, as nothing ever asks for it.
    """
    postings: dict[str, dict[str, Any]] = {}
    for at, terms in enumerate(texts):
        name = str(at)
        for field in FIELDS:
            for term in terms[field]:
                posting = postings.get(term)
                if posting is None:
                    posting = postings[term] = {each: {} for each in FIELDS} | {"_index": len(postings)}
                posting[field][name] = _NO_METADATA
    rarity = {term: idf(posting, len(texts)) for term, posting in postings.items()}
    vectors: dict[str, Vector] = {}
    average = {field: sum(len(terms[field]) for terms in texts) / max(len(texts), 1) for field in FIELDS}
    for ref, terms in enumerate(texts):
        for field, boost in FIELDS.items():
            if not terms[field]:
                continue
            norm = K1 * (1 - B + B * (len(terms[field]) / average[field]))
            scores: dict[int, float] = {}
            for term, count in Counter(terms[field]).items():
                score = rarity[term] * ((K1 + 1) * count) / (norm + count)
                scores[postings[term]["_index"]] = round(score * boost * boosts[ref], 3)
            vectors[f"{field}/{ref}"] = Vector([number for pair in sorted(scores.items()) for number in pair])
    # The browser makes its own set of tokens; terms are looked up as they are, so there is no pipeline.
    written: dict[str, Any] = Index(postings, vectors, TokenSet(), list(FIELDS), Pipeline()).serialize()
    return written


# What results show


def show(found: Iterable[Document], edition: Edition) -> dict[str, Any]:
    """The documents and their labels, in the edition's words; a document names its labels by their place."""
    labels: dict[tuple[str, str], int] = {}
    table: list[list[Any]] = []

    def number(label: Label) -> int:
        key = label.kind, label.id
        if key not in labels:
            labels[key] = len(table)
            table.append([label.kind, label.id, label.text, *label.also])
        return labels[key]

    shown = []
    for document in found:
        title = typeset(edition.pick(document.title))
        known = {title, *(name.text[0] for name in document.names)}
        others = [["other", text] for text in document.title.all() if text not in known and typeset(text) != title]
        fields: dict[str, Any] = {
            "type": document.type,
            "id": document.id,
            "url": document.url,
            "title": title,
            "lang": _foreign(document.title, edition),
            "context": document.context,
            "summary": _short(typeset(edition.pick(document.summary))) if document.summary else None,
            "summaryLang": _foreign(document.summary, edition),
            "names": others + [[name.kind, name.text[0]] for name in document.names if typeset(name.text[0]) != title],
            "labels": [number(label) for label in document.labels],
        }
        shown.append({name: value for name, value in fields.items() if value})
    return {"labels": table, "documents": shown}


def _foreign(text: Localized | None, edition: Edition) -> str | None:
    """The language of a text that the edition has to show in another language than its own."""
    locale = text.pick(edition.locale)[1] if text else edition.locale
    return locale if locale != edition.locale else None


def _short(text: str) -> str:
    if len(text) <= SUMMARY:
        return text
    return text[:SUMMARY].rpartition(" ")[0] + " …"


# lunr itself, as MkDocs ships it


def _library(locale: str) -> Iterator[Artifact]:
    """lunr and, if there is one, the stemmer of that language; licences stand in the files."""
    spec = find_spec("mkdocs")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "contrib" / "search"
    yield Artifact(f"{FOLDER}/lunr.js", _text(folder / "templates" / "search" / "lunr.js"))
    stemmer = folder / "lunr-language" / f"lunr.{locale}.js"
    if stemmer.is_file():
        yield Artifact(f"{FOLDER}/lunr.stemmer.support.js", _text(folder / "lunr-language" / "lunr.stemmer.support.js"))
        yield Artifact(f"{FOLDER}/lunr.stemmer.js", _text(stemmer))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
