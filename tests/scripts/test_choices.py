"""One choice more or less on the search page, without a page."""

from __future__ import annotations

from typing import Any

import pytest

from generator.words.edition import Edition
from tests.node import call, run

MODULE = "explorer/choices.js"

pytestmark = pytest.mark.usefixtures("facets_known")


def state(question: str) -> dict[str, Any]:
    return call("search/state.js", "read", question)  # type: ignore[no-any-return]


def address(made: dict[str, Any]) -> str:
    return call("search/state.js", "write", made)  # type: ignore[no-any-return]


def test_a_choice_begins_its_results_anew() -> None:
    before = state("?country=PE&shown=60&view=table")
    assert address(call(MODULE, "choose", before, "country", "BR")) == "?country=PE&country=BR&view=table"
    assert address(call(MODULE, "choose", before, "country", "PE", False)) == "?view=table"
    assert address(call(MODULE, "ask", before, "eau")) == "?q=eau&country=PE&view=table"
    assert address(call(MODULE, "during", before, 1990, None)) == "?country=PE&from=1990&view=table"
    assert before["shown"] == 60


@pytest.mark.parametrize(
    ("facet", "left"),
    [
        ("q", "?country=PE&country=BR&from=2000&zone=-80,-20,-60,0"),
        ("country", "?q=eau&from=2000&zone=-80,-20,-60,0"),
        ("period", "?q=eau&country=PE&country=BR&zone=-80,-20,-60,0"),
        ("zone", "?q=eau&country=PE&country=BR&from=2000"),
    ],
)
def test_a_facet_is_lifted_alone(facet: str, left: str) -> None:
    asked = state("?q=eau&country=PE&country=BR&from=2000&zone=-80,-20,-60,0")
    assert address(call(MODULE, "lift", asked, facet)) == left


def test_nothing_is_asked_any_more_in_the_same_view() -> None:
    asked = state("?q=eau&country=PE&from=2000&view=map&sort=title&shown=40&taxonomy=sdg")
    assert address(call(MODULE, "nothing", asked)) == "?taxonomy=sdg&view=map"


@pytest.mark.parametrize(
    ("typed", "names", "left"),
    [
        ("eau pérou", ["Pérou", "Perú"], "eau"),
        ("eau per", ["Pérou"], "eau"),
        ("Costa Rica", ["Costa Rica"], ""),
        ("lixo santé", ["Gestion des déchets", "lixo"], "santé"),
        ("-eau Haïti", ["Haïti"], "-eau"),
        ("eau", ["Pérou"], "eau"),
    ],
)
def test_words_that_a_filter_stands_for_are_taken_away(typed: str, names: list[str], left: str) -> None:
    assert call(MODULE, "left", typed, names) == left


def test_no_choice_changes_the_state_it_is_given() -> None:
    source = """async (load, question) => {
        const [{ read }, choices] = [await load('search/state.js'), await load('explorer/choices.js')];
        const state = read(question);
        const before = JSON.stringify(state);
        choices.choose(state, 'country', 'BR');
        choices.lift(state, 'country');
        choices.nothing(state);
        return [before, JSON.stringify(state)];
    }"""
    before, after = run(source, "?q=eau&country=PE")
    assert before == after


def test_years_are_told_by_the_ends_that_are_asked_for(french: Edition) -> None:
    told = run(
        """async (load, texts, asked) => {
            globalThis.document = { documentElement: { lang: "fr" } };  // which page/texts.js asks once
            const { Names } = await load("explorer/names.js");
            const names = new Names({}, texts, {});
            delete globalThis.document;
            return asked.map(([from, to]) => names.years({ from, to }));
        }""",
        french.texts("explorer"),
        [[2016, 2016], [2016, 2018], [2016, None], [None, 2018]],
    )
    assert told == ["en 2016", "de 2016 à 2018", "à partir de 2016", "jusqu’en 2018"]
