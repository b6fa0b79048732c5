"""The folding table, on this side. The same table is run in the shipped script by tests/scripts/test_scripts.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.search.lexicon import stop_words
from generator.text.fold import fold, words
from generator.text.stem import stem

TABLE = json.loads((Path(__file__).parents[1] / "folding.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "folded"), TABLE)
def test_text_is_folded_as_the_table_says(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert words(text) == folded.split()


@pytest.mark.parametrize(("text", "folded"), TABLE)
def test_folding_twice_changes_nothing(text: str, folded: str) -> None:
    assert fold(folded) == folded


def test_stop_words_are_folded() -> None:
    assert stop_words()
    assert all(words(word) == [word] for word in stop_words())


@pytest.mark.parametrize(
    ("locale", "family"),
    [
        ("fr", "coopération coopérations coopérer"),
        ("fr", "décentralisée décentralisées décentralisé"),
        ("fr", "hôpital hôpitaux"),
        ("fr", "eau eaux"),
        ("fr", "lyonnais lyonnaise Lyon"),
        ("es", "agua aguas"),
        ("es", "municipio municipios"),
        ("pt", "água águas"),
        ("en", "city cities"),
    ],
)
def test_forms_of_one_word_have_one_root(locale: str, family: str) -> None:
    assert len({stem(word, locale) for word in family.split()}) == 1


def test_a_word_has_one_root_on_both_shores() -> None:
    assert stem("coopération", "fr") == stem("cooperación", "es") == stem("cooperação", "pt")


@pytest.mark.parametrize(("one", "other"), [("Santa", "santé"), ("maire", "mairie"), ("Lima", "limes")])
def test_short_words_that_only_look_alike_keep_their_roots_apart(one: str, other: str) -> None:
    assert stem(one, "fr") != stem(other, "fr")


def test_words_of_a_language_without_algorithm_are_only_folded() -> None:
    assert stem("Ayiti", "ht") == "ayiti"
