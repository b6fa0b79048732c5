"""The index and the documents of the real content: nothing lost, the same bytes, what lunr itself would write."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from lunr.builder import Builder

from generator import urls
from generator.artifact import Artifact
from generator.directory import Directory
from generator.edition import Edition
from generator.render import search
from generator.search.document import FIELDS
from generator.search.documents import documents
from generator.search.fold import words
from generator.search.lexicon import Lexicon, stop_words


@pytest.fixture(scope="module")
def files(real: Directory, french: Edition) -> dict[str, Artifact]:
    return {artifact.path.removeprefix("assets/search/"): artifact for artifact in search.render(real, french)}


@pytest.fixture(scope="module")
def shown(files: dict[str, Artifact]) -> dict[str, Any]:
    return dict(json.loads(files["documents.json"].data))


@pytest.fixture(scope="module")
def index(files: dict[str, Artifact]) -> dict[str, Any]:
    return dict(json.loads(files["index.json"].data))


def test_every_record_with_an_address_is_a_document(real: Directory, shown: dict[str, Any]) -> None:
    types = ("actors", "initiatives", "countries", "events", "instruments", "calls", "resources", "places")
    expected = {(type_, id_) for type_ in types for id_ in getattr(real, type_)}
    expected |= {("themes", theme) for theme in real.themes}
    found = [(each["type"], each["id"]) for each in shown["documents"]]
    assert sorted(found) == sorted(expected)
    assert all(each["url"] == urls.record(each["type"], each["id"]) for each in shown["documents"])


def test_every_word_of_every_document_leads_to_it(
    real: Directory, french: Edition, shown: dict[str, Any], index: dict[str, Any]
) -> None:
    """From the folded word, through the list of words and the index, as the browser goes."""
    terms: dict[str, set[str]] = {}
    for term, forms in shown["terms"].items():
        for form in forms.split(" "):
            (word,) = words(form)
            terms.setdefault(word, set()).add(term)
    postings = dict(index["invertedIndex"])
    lost = []
    for ref, document in enumerate(documents(real, french)):
        for field, passages in document.fields.items():
            for text, _ in passages:
                for word in words(text):
                    if word in stop_words() and field not in ("names", "title"):
                        continue
                    if not any(str(ref) in postings[term][field] for term in terms.get(word, ())):
                        lost.append((document.id, field, word))
    assert lost == []


def test_the_index_is_what_lunr_itself_would_write(real: Directory, french: Edition) -> None:
    found = documents(real, french)
    texts = search.read(found, Lexicon())
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost)
    for ref, (document, terms) in enumerate(zip(found, texts, strict=True)):
        builder.add({"id": str(ref), **terms}, {"boost": document.weight})
    plain = builder.build().serialize()
    plain["fieldVectors"] = [pair for pair in plain["fieldVectors"] if pair[1]]
    ours = search.serialize(texts, [document.weight for document in found])
    assert json.dumps(ours) == json.dumps(plain)


def test_the_list_of_words_holds_the_terms_of_the_index_and_no_other(
    shown: dict[str, Any], index: dict[str, Any]
) -> None:
    assert list(shown["terms"]) == [term for term, _ in index["invertedIndex"]]


def test_stop_words_are_kept_in_names_and_titles_only(index: dict[str, Any]) -> None:
    for term, posting in index["invertedIndex"]:
        if term in stop_words():
            assert not posting["labels"], term
            assert not posting["text"], term
    assert dict(index["invertedIndex"])["la"]["names"]


def test_both_files_say_which_build_they_are_of(shown: dict[str, Any], index: dict[str, Any]) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", shown["stamp"])
    assert shown["stamp"] == index["stamp"]


def test_two_renderings_give_the_same_bytes(real: Directory, french: Edition, files: dict[str, Artifact]) -> None:
    again = {artifact.path.removeprefix("assets/search/"): artifact for artifact in search.render(real, french)}
    assert {path: each.data for path, each in again.items()} == {path: each.data for path, each in files.items()}


def test_each_edition_speaks_its_language_and_finds_the_others(real: Directory, spanish: Edition) -> None:
    files = {each.path: each.data for each in search.render(real, spanish)}
    shown = json.loads(files["assets/search/documents.json"])
    brazil = next(each for each in shown["documents"] if (each["type"], each["id"]) == ("countries", "br"))
    assert brazil["title"] == "Brasil"
    assert ["other", "Brésil"] in brazil["names"]
    lyon = next(each for each in shown["documents"] if (each["type"], each["id"]) == ("initiatives", "lyon-curitiba"))
    assert lyon["lang"] == "fr"
    assert b"Spanish" in files["assets/search/lunr.stemmer.js"]


def test_lunr_comes_as_mkdocs_ships_it_with_its_licences(files: dict[str, Artifact]) -> None:
    assert b"lunr.version" in files["lunr.js"].data
    assert b"Copyright (C) 2020 Oliver Nightingale" in files["lunr.js"].data
    assert b"MPL" in files["lunr.stemmer.js"].data


def test_no_label_is_named_twice_in_a_table(shown: dict[str, Any]) -> None:
    keys = [(kind, id_) for kind, id_, *_ in shown["labels"]]
    assert len(keys) == len(set(keys))
    for document in shown["documents"]:
        assert len(set(document.get("labels", ()))) == len(document.get("labels", ()))


def test_an_empty_directory_has_an_index(french: Edition) -> None:
    from generator.directory import link

    files = {each.path: each.data for each in search.render(link([]), french)}
    assert json.loads(files["assets/search/documents.json"])["documents"] == []
    assert json.loads(files["assets/search/index.json"])["invertedIndex"] == []
