"""The index of the real content: nothing lost, the same bytes, and lunr's own ranking although it is in pieces."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lunr.builder import Builder
from lunr.index import Index

from generator import urls
from generator.maps.lying import Lying
from generator.model.directory import Directory, link
from generator.render import search
from generator.render.search import keys, numbered
from generator.search.document import FIELDS, Document
from generator.search.documents import documents
from generator.search.facts import FOLDERS
from generator.search.lexicon import Lexicon, stop_words
from generator.search.pack import LEVELS, level, pack, pack_lists
from generator.search.weights import read as read_terms
from generator.text.reading import read as read_text
from generator.words.edition import Edition
from tests.explorer import ask, keep, read
from tests.node import call, run


@pytest.fixture(scope="module")
def found(real: Directory, french: Edition) -> list[Document]:
    return numbered(documents(real, french), french)


@pytest.fixture(scope="module")
def pieces(search_folder: Path) -> list[dict[str, Any]]:
    return [
        read(search_folder, f"words/{number}.json") for number in range(len(list(search_folder.glob("words/*.json"))))
    ]


@pytest.fixture(scope="module")
def texts(search_folder: Path) -> list[dict[str, Any]]:
    files = [
        read(search_folder, f"texts/{number}.json") for number in range(len(list(search_folder.glob("texts/*.json"))))
    ]
    return [text for file in files for text in file["texts"]]


def test_every_record_with_an_address_is_there_once(
    real: Directory, found: list[Document], texts: list[dict[str, Any]], search_folder: Path
) -> None:
    computed = {"themes": real.themes, "territories": Lying(real).pages}
    expected = {
        (type_, id_) for type_, folder_ in FOLDERS.items() for id_ in computed.get(folder_) or getattr(real, folder_)
    }
    assert [(each["type"], each["id"]) for each in texts] == keys(found)
    assert sorted(keys(found)) == sorted(expected)
    assert read(search_folder, "core.json")["count"] == len(expected)


def test_addresses_of_results_are_those_of_pages(search_folder: Path, found: list[Document]) -> None:
    begins = read(search_folder, "core.json")["types"]
    for type_, id_ in keys(found):
        assert call("search/address.js", "address", begins[type_], id_) == urls.record(FOLDERS[type_], id_)


def test_numbers_travel_as_text() -> None:
    numbers = [0, 1, 44, 45, 46, 2024, 2025, 10_000, 91_124, 91_125]
    lists = [[], [3], numbers]
    assert call("search/pack.js", "unpack", pack(numbers)) == numbers
    assert call("search/pack.js", "lists", pack_lists(lists)) == lists
    assert json.dumps(pack(range(5000))).count("\\") == 0
    assert [level(each) for each in LEVELS] == list(range(len(LEVELS)))


def test_the_browser_weighs_by_the_levels_of_the_build(search_folder: Path) -> None:
    assert ask(search_folder, "return explorer.engine.levels;") == list(LEVELS)


def test_every_word_of_every_record_leads_to_it(search_folder: Path, found: list[Document]) -> None:
    """From the folded word, through the parts of the index, as the browser goes."""
    held: dict[str, set[int]] = {}
    for number, document in enumerate(found):
        for field, passages in document.fields.items():
            for text, _ in passages:
                for word in read_text(text):
                    if word not in stop_words() or field in ("names", "title"):
                        held.setdefault(word, set()).add(number)
    lost = ask(
        search_folder,
        """
        const { index } = explorer.engine;
        const lost = [];
        for (const [word, numbers] of values[0]) {
            await index.fetch([index.partOf(word)]);
            const fields = index.of(word).flatMap((term) => index.term(term).fields);
            const found = new Set(fields.flatMap(({ records }) => records));
            lost.push(...numbers.filter((number) => !found.has(number)).map((number) => [word, number]));
        }
        return lost;
        """,
        [[word, sorted(numbers)] for word, numbers in sorted(held.items())],
    )
    assert len(held) > 2500
    assert lost == []


@pytest.fixture(scope="module")
def whole(found: list[Document]) -> Index:
    """lunr's own index of the same words, whole, its weights rounded to the levels that travel."""
    terms, _ = read_terms(found, Lexicon())
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost)
    for number, (document, fields) in enumerate(zip(found, terms, strict=True)):
        builder.add({"id": str(number), **fields}, {"boost": document.weight})
    written = builder.build().serialize()
    for _, vector in written["fieldVectors"]:
        vector[1::2] = [LEVELS[level(weight)] for weight in vector[1::2]]
    return Index.load(written)


def _ranked(whole: Index, ways: list[list[Any]]) -> list[tuple[float, int]]:
    query = whole.create_query()
    for term, way in ways:
        query.term(term, boost=way["weight"], use_pipeline=False)
    # lunr divides by the length of the query, so that a word with many readings would weigh less than another.
    length = math.hypot(*(way["weight"] for _, way in ways))
    return [(round(each["score"] * length, 6), int(each["ref"])) for each in whole.query(query)]


def test_the_pieces_rank_as_lunr_ranks_with_the_whole_index(search_folder: Path, whole: Index) -> None:
    asked = ask(
        search_folder,
        """
        const { engine } = explorer;
        const words = await engine.lexicon.words();
        const answers = [];
        for (let at = 0; at < words.length; at += 5) {
            for (const part of [words[at], words[at].slice(0, 4)]) {
                const ways = await engine.lexicon.reach({ folded: part, written: part, whole: false, also: [] }, true);
                const { score, tier } = engine.held(ways);
                const found = [...score.keys()].filter((record) => tier[record] !== 255);
                answers.push([part, [...ways], found.map((record) => [score[record], record])]);
            }
        }
        return answers;
        """,
    )
    assert len(asked) > 1000
    for word, ways, scores in asked:
        ours = sorted(((round(score, 6), record) for score, record in scores), key=lambda pair: (-pair[0], pair[1]))
        theirs = sorted(_ranked(whole, ways), key=lambda pair: (-pair[0], pair[1]))
        assert [record for _, record in ours] == [record for _, record in theirs], word
        assert [score for score, _ in ours] == pytest.approx([score for score, _ in theirs], abs=1e-5), word


def test_rounding_weights_hardly_changes_the_first_results(found: list[Document], whole: Index) -> None:
    """Against lunr with its full weights: nine of ten first results are the same."""
    terms, _ = read_terms(found, Lexicon())
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost)
    for number, (document, fields) in enumerate(zip(found, terms, strict=True)):
        builder.add({"id": str(number), **fields}, {"boost": document.weight})
    exact = builder.build()
    common = sorted(term for term, posting in exact.inverted_index.items() if len(posting["labels"]) > 10)
    same = total = 0
    for term in Random(1).sample(common, 60):
        ways = [[term, {"weight": 1}]]
        tens = [{number for _, number in _ranked(index, ways)[:10]} for index in (exact, whole)]
        same, total = same + len(tens[0] & tens[1]), total + len(tens[0])
    assert same / total > 0.85


def test_a_part_knows_all_of_its_words(pieces: list[dict[str, Any]], search_folder: Path) -> None:
    """A term on a border stands in both parts, whole: whoever has a word's part needs no other for it."""
    seen: dict[str, Any] = {}
    for piece in pieces:
        for term, said in piece["terms"].items():
            assert seen.setdefault(term, said) == said
    cuts = read(search_folder, "core.json")["cuts"].split(" ")
    assert len(pieces) == len(cuts) + 1
    assert cuts == sorted(cuts)
    assert all(len(json.dumps(piece, ensure_ascii=False)) < 60_000 for piece in pieces)


def test_exact_names_lead_to_their_records(search_folder: Path, found: list[Document]) -> None:
    numbers = {key: number for number, key in enumerate(keys(found))}

    @cache
    def bearers(name: str) -> list[list[Any]]:
        return ask(  # type: ignore[no-any-return]
            search_folder,
            "const { index } = explorer.engine; await index.fetch([index.partOf(values[0].split(' ')[0])]);"
            "return index.names.get(values[0]) ?? [];",
            name,
        )

    assert [numbers["country", "pe"], 3] in bearers("perou")
    assert [numbers["country", "ec"], 3] in bearers("ecuador")
    assert [numbers["place", "fr-lyon"], 2] in bearers("lyon")
    assert [numbers["actor", "siaap"], 3] in bearers("siaap")


def test_stop_words_are_kept_in_names_and_titles_only(pieces: list[dict[str, Any]]) -> None:
    known = {term: said for piece in pieces for term, said in piece["terms"].items()}
    for term in stop_words() & known.keys():
        assert len(known[term]) <= 5, term  # its words, then two texts for names and two for titles
    assert known["la"][1]


def test_two_renderings_give_the_same_bytes(real: Directory, french: Edition, search_folder: Path) -> None:
    again = {each.path: each.data for each in search.render(real, french)}
    assert {path: (search_folder / path.removeprefix("assets/search/")).read_bytes() for path in again} == again


def test_each_edition_speaks_its_language_and_finds_the_others(
    real: Directory, spanish: Edition, tmp_path: Path
) -> None:
    folder = keep(list(search.render(real, spanish)), tmp_path)
    found = numbered(documents(real, spanish), spanish)
    texts = [
        text
        for number in range(len(found))
        if number % 6 == 0
        for text in read(folder, f"texts/{number // 6}.json")["texts"]
    ]
    by_key = {(each["type"], each["id"]): each for each in texts}
    brazil = by_key["country", "br"]
    assert brazil["title"] == "Brasil"
    assert ["other", "Brésil"] in brazil["names"]
    assert by_key["initiative", "lyon-curitiba"]["lang"] == "fr"
    assert b"Spanish" in (folder / "lunr.stemmer.js").read_bytes()


def test_lunr_comes_as_mkdocs_ships_it_with_its_licences(search_folder: Path) -> None:
    assert b"Copyright (C) 2020 Oliver Nightingale" in (search_folder / "lunr.js").read_bytes()
    assert b"MPL" in (search_folder / "lunr.stemmer.js").read_bytes()


def test_no_label_is_named_twice_in_a_table(search_folder: Path, texts: list[dict[str, Any]]) -> None:
    labels = [(kind, id_) for kind, id_, *_ in read(search_folder, "core.json")["labels"]]
    assert len(labels) == len(set(labels))
    for text in texts:
        assert len(set(text.get("labels", ()))) == len(text.get("labels", ()))


def test_an_empty_directory_can_be_searched(french: Edition, tmp_path: Path) -> None:
    folder = keep(list(search.render(link([]), french)), tmp_path)
    answer = ask(folder, "return explorer.answer((await explorer.read('?q=eau&country=PE')).state);")
    assert answer["total"] == 0


def test_two_letters_that_begin_too_much_wait_for_a_third() -> None:
    vague = run(
        """async (load) => {
            const [{ Index }, { Lexicon }] = [await load("search/index.js"), await load("search/lexicon.js")];
            const source = { words: async () => ({ terms: {}, names: {} }) };
            const index = new Index(source, { cuts: "sab sac sad sae saf sb" });
            const lexicon = new Lexicon(index, source, async () => (word) => word);
            const word = (folded) => ({ folded, written: folded, whole: false });
            return Promise.all(["sa", "sb", "sab"].map((each) => lexicon.isVague(word(each))));
        }"""
    )
    assert vague == [True, False, False]
