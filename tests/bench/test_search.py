"""The comparison of searches: what it asks, counts and tells; what it measures is measured by running it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.search.memory import Memory
from bench.search.queries import Query, of_names, of_words, queries
from bench.search.server import Sent, Server, weigh
from bench.search.sites import hidden
from bench.search.table import Measured, tables
from bench.search.visits import ARRIVING, IDLE, NEXT, TYPED, Answer, Round, number
from bench.synthetic import records

CONTENT = Path(__file__).parents[2] / "content"
SIZE = 60


def test_twenty_queries_are_drawn_the_same_each_time() -> None:
    drawn = queries(SIZE, CONTENT)
    assert drawn == queries(SIZE, CONTENT)
    assert len({query.text for query in drawn}) == 20
    # The browser's driver presses no key for é: a search that listens to keys would wait for ever.
    assert all(query.text[-1].isascii() for query in drawn)


def test_words_are_the_same_at_every_size_and_names_are_those_of_records() -> None:
    assert queries(SIZE, CONTENT)[: len(of_words())] == of_words()
    drawn = [(folder, fields) for folder, _, fields in records(SIZE, CONTENT)]
    named = str([fields for _, fields in drawn])
    assert all(query.text in named for query in of_names(drawn) if query.kind.startswith(("name", "other name")))


def test_what_was_sent_later_does_not_count() -> None:
    sent = [Sent("/a/index.html", 10, 1.0), Sent("/a/search.js", 20, 2.0), Sent("/a/piece.pf_index", 40, 3.0)]
    early, whole = weigh(sent, until=2.5), weigh(sent)
    assert (early.page, early.search, early.files) == (10, 20, 2)
    assert (whole.page, whole.search, whole.files) == (10, 60, 3)


def test_texts_are_compressed_and_what_is_compressed_already_is_not(tmp_path: Path) -> None:
    for name in ("core.json", "piece.pf_index"):
        (tmp_path / name).write_bytes(b"cooperation " * 100)
    with Server(tmp_path) as server:
        assert len(server.body(tmp_path / "core.json")) < 100
        assert len(server.body(tmp_path / "piece.pf_index")) == 1200


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("---\ntitle: Acteurs\n---\nTexte\n", "---\nsearch:\n  exclude: true\ntitle: Acteurs\n---\nTexte\n"),
        ("Texte\n", "---\nsearch:\n  exclude: true\n---\nTexte\n"),
    ],
)
def test_a_list_is_left_out_of_the_search_of_material(page: str, left: str) -> None:
    assert hidden(page) == left


@pytest.mark.parametrize(
    ("text", "meant"), [("1 234 résultats", 1234), ("1\u202f234", 1234), (12, 12), ("Aucun résultat", 0), ("", 0)]
)
def test_a_number_is_read_whatever_stands_between_thousands(text: object, meant: int) -> None:
    assert number(text) == meant


def test_the_tables_tell_median_and_worst_of_each_search() -> None:
    query = Query("one word", "eau")
    weight = weigh([Sent("/index.html", 1000, 0), Sent("/search.js", 2000, 0)])
    heavy = weigh([Sent("/index.html", 1000, 0), Sent("/search.js", 9000, 0)])

    def answer(manner: str, seconds: float) -> Answer:
        return Answer("ours", "eau", manner, seconds, heavy if seconds > 1 else weight, 1234)

    manners = [(ARRIVING, 0.5), (ARRIVING, 0.5), (ARRIVING, 2), (IDLE, 0.1), (TYPED, 0.2)]
    whole = Round((answer(IDLE, 0.1), answer(NEXT, 0.25)), heavy, Memory(4_200_000, 50_000_000))
    measured = Measured(300, "ours", tuple(answer(*each) for each in manners), whole, (0.04, 0.06, 0.08))
    text = tables([measured], {300: [query]})
    assert "| 300 | ours | 1 kB | 2–9 kB | 2 kB | 2 | 9 kB | 4.2 MB | 50 MB |" in text
    assert "| 300 | ours | 0.50–2.00 s | 0.10 s | 0.20 s | 0.25 s | 0.06–0.08 s |" in text
    assert "| one word | eau | 1,234 |" in text
