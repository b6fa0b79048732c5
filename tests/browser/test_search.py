"""The search in Chromium: the shipped scripts, the real content, every promise to who types or filters.

What the page around it does is in ``test_explorer``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.files.dating import content_date
from generator.model.directory import Directory
from generator.search import facts
from generator.text.reading import plain
from tests.browser.queries import FOUND, NEAREST, NOT_FOUND, NOTHING, SAME
from tests.combinations import combinations

ROOT = Path(__file__).parents[2]
TABLE = json.loads((ROOT / "tests" / "folding.json").read_text("utf-8"))

Ask = Callable[..., Any]

OPEN = """async (scripts) => {
    const names = ['search/source.js', 'search/explorer.js', 'search/library.js', 'page/data.js'];
    const [{ Source }, { Explorer }, { loadStemmer }, { dataAt, load }] = await Promise.all(
        names.map((name) => import(`${scripts}/${name}`)));
    window.fold = (await import(`${scripts}/search/fold.js`)).fold;
    window.plain = (await import(`${scripts}/search/reading.js`)).plain;
    window.explorer = await Explorer.open(new Source(dataAt('search/'), load), () => loadStemmer(dataAt('search/')));
    window.answer = async (address, shown) => {
        const { state } = await explorer.read(address);
        return explorer.answer(shown ? { ...state, shown } : state);
    };
}"""


@pytest.fixture
def ask(page: Page, site: str, scripts: str) -> Ask:
    """Runs a script that knows ``explorer`` and ``answer(address, shown)``."""
    page.goto(f"{site}/a-propos/")
    page.evaluate(OPEN, scripts)
    return page.evaluate


def first(ask: Ask, query: str, count: int) -> list[str]:
    """``type/id`` of the first results."""
    return ask(  # type: ignore[no-any-return]
        """async ([query, count]) => {
            const { results } = await answer(`?${new URLSearchParams({ q: query })}`, count);
            return results.map(({ type, id }) => `${type}/${id}`);
        }""",
        [query, count],
    )


def test_the_browser_folds_as_the_table_says(ask: Ask) -> None:
    folded = ask("(texts) => texts.map(fold)", [text for text, _ in TABLE])
    assert folded == [expected for _, expected in TABLE]


def test_both_sides_read_every_text_of_the_content_alike(ask: Ask) -> None:
    texts, read = ask(
        """async () => {
            const { core } = explorer;
            const found = await explorer.texts([...Array(core.count).keys()]);
            const texts = [
                ...found.flatMap(({ title, summary = '', context = [] }) => [title, summary, ...context]),
                ...found.flatMap(({ names = [], own = [] }) => [...names, ...own].flatMap(([, ...all]) => all)),
                ...core.labels.flatMap(([, , ...names]) => names),
            ];
            return [texts, texts.map(plain)];
        }"""
    )
    assert len(texts) > 5000
    assert read == [plain(text) for text in texts]


def test_what_people_type_finds_what_they_mean(ask: Ask) -> None:
    missed = []
    for query, rank, expected in FOUND:
        shown = first(ask, query, rank)
        if expected not in shown:
            missed.append(f"{query!r} should bring {expected} among the first {rank}, not {shown}")
    assert len(FOUND) >= 90
    assert not missed, "\n".join(missed)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_both_ways_to_write_it_bring_the_same(ask: Ask, one: str, other: str) -> None:
    found = first(ask, one, 2000)
    assert len(found) > 2
    assert found == first(ask, other, 2000)


def test_what_people_type_does_not_bring_the_rest(ask: Ask) -> None:
    assert [(query, unwanted) for query, unwanted in NOT_FOUND if unwanted in first(ask, query, 2000)] == []
    assert [query for query in NOTHING if first(ask, query, 1)] == []


def test_what_is_misspelt_beyond_a_letter_is_put_right(ask: Ask) -> None:
    for query, suggestion in NEAREST:
        assert suggestion in ask("async (q) => (await answer(`?q=${q}`)).suggestions", query), query


def test_every_record_is_found_by_its_own_title(ask: Ask) -> None:
    lost = ask(
        """async () => {
            const texts = await explorer.texts([...Array(explorer.core.count).keys()]);
            const lost = [];
            const bearers = new Map(explorer.core.bearers);
            for (const [own, { type, id, title }] of texts.entries()) {
                const number = bearers.get(own) ?? own; // of a place its authority, which bears the name
                const { results } = await answer(`?${new URLSearchParams({ q: title })}`, 20);
                if (!results.slice(0, 10).some((each) => each.number === number)) lost.push(`${type}/${id}`);
            }
            return lost;
        }"""
    )
    assert lost == []


def test_a_form_that_nobody_wrote_is_found_by_its_root(ask: Ask) -> None:
    """The browser's own stemmer only has to guess well."""
    right, every = ask(
        """async () => {
            const { lexicon, index } = explorer.engine;
            const words = (await lexicon.words()).filter((word) => !/[0-9]/.test(word));
            await index.fetch(index.cuts.keys());
            let right = 0;
            for (const word of words) {
                const guessed = await lexicon.guess({ folded: word, written: index.written.get(word) });
                if (guessed.some((term) => index.of(word).includes(term))) right += 1;
            }
            return [right, words.length];
        }"""
    )
    assert every > 2000
    assert right / every > 0.9


@pytest.mark.weekly  # the same scripts are asked in node every day (tests/search/test_select.py)
@pytest.mark.parametrize("times", [250])
def test_combinations_of_filters_count_as_plain_python_does(ask: Ask, real: Directory, times: int) -> None:
    everything = facts(real, content_date(ROOT / "content", real))
    asked = list(combinations(real, everything, seed=2, times=times))
    answers = ask(
        """async (asked) => {
            const found = [];
            for (const [address, facets] of asked) {
                const { numbers, counts } = await answer(address);
                const texts = await explorer.texts(numbers);
                found.push([texts.map(({ type, id }) => `${type}/${id}`).sort(), facets.map((facet) => counts[facet])]);
            }
            return found;
        }""",
        [[each.address, list(each.counts)] for each in asked],
    )
    assert sum(bool(each.found) for each in asked) > times / 3
    for each, (shown, counts) in zip(asked, answers, strict=True):
        assert sorted(shown) == each.found, each.address
        for facet, values in zip(each.counts, counts, strict=True):
            assert {value: n for value, n in values.items() if n} == each.counts[facet], (each.address, facet)


def test_words_and_filters_together_are_what_both_allow(ask: Ask) -> None:
    both, words, filters = ask(
        """async () => {
            const numbers = async (address) => (await answer(address)).numbers;
            return Promise.all(['?q=eau&country=HT', '?q=eau', '?country=HT'].map(numbers));
        }"""
    )
    assert both
    assert both == [number for number in words if number in set(filters)]


def test_quotes_want_the_words_together_and_a_minus_wants_none(ask: Ask) -> None:
    def found(query: str) -> set[str]:
        return set(first(ask, query, 2000))

    assert "initiative/hamap-verrettes" in found('"eau potable"')
    assert found('"eau potable"') < found("eau potable")
    assert not found('"potable eau"')
    assert found("«eau potable»") == found('"eau potable"')
    assert found("eau -haïti") == found("eau") - found("haïti")
    assert found('eau -"eau potable"') == found("eau") - found('"eau potable"')
    assert found("Seine-Maritime")
    assert first(ask, '"droits de l’homme"', 20) == first(ask, "«droits de l'homme»", 20)


def test_an_order_is_kept_for_every_result(ask: Ask) -> None:
    def numbers(sort: str) -> list[int]:
        return ask("async (s) => (await answer(`?type=initiative&sort=${s}`)).numbers", sort)  # type: ignore[no-any-return]

    assert numbers("title") == sorted(numbers("title"))
    assert numbers("-title") == numbers("title")[::-1]
    starts = ask(
        """async () => {
            const facts = await explorer.facts();
            const { numbers } = await answer('?type=initiative&sort=-start');
            return numbers.map((number) => facts.start[number] > 1 ? facts.start[number] + facts.origin : null);
        }"""
    )
    known = [year for year in starts if year is not None]
    assert known == sorted(known, reverse=True)
    assert starts == known + [None] * (len(starts) - len(known))  # what has no date comes last, whichever way


def test_what_the_directory_does_not_know_is_told_and_left_out(ask: Ask) -> None:
    state, unknown = ask(
        """async () => {
            const { state, unknown } = await explorer.read(
                '?country=XX&country=PE&theme=nope&from=hier&view=cube&sort=x&taxonomy=y&place=nowhere');
            return [state, unknown];
        }"""
    )
    assert state["facets"] == {"country": ["PE"]}
    assert {(each["name"], each["value"]) for each in unknown} == {
        ("country", "XX"),
        ("theme", "nope"),
        ("from", "hier"),
        ("view", "cube"),
        ("sort", "x"),
        ("taxonomy", "y"),
        ("place", "nowhere"),
    }


def test_when_nothing_answers_it_is_said_what_to_lift(ask: Ask) -> None:
    lift = ask("async () => (await answer('?q=curitiba&country=HT&status=ended')).lift")
    totals = {each["facet"]: each["total"] for each in lift}
    assert "status" not in totals
    right = ask("async () => (await answer('?q=curitiba&status=ended')).total")
    assert totals.get("country", 0) == right


def test_a_text_being_typed_is_completed_by_filters_and_names(ask: Ask) -> None:
    completions = ask("async () => explorer.suggest('pér')")
    assert {"facet": "country", "value": "PE", "label": "Pérou"} in completions
    assert any(each.get("url") == "pays/pe/" for each in completions)
    assert ask("async () => (await explorer.suggest('resid')).some(({ value }) => value === 'waste')")
    assert ask("async () => explorer.suggest('x')") == []


def test_a_search_loads_only_what_it_needs(page: Page, site: str, scripts: str) -> None:
    page.goto(f"{site}/a-propos/")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/search/")[2]))
    page.evaluate(OPEN, scripts)
    page.evaluate("answer('?q=lyon curitiba')")
    data = [name for name in loaded if name.endswith(".json")]
    assert {"core.json", "columns.json"} < set(data)
    assert len([name for name in data if name.startswith("words/")]) <= 4
    assert not [name for name in data if name.startswith(("lexicon", "order/", "map", "rows"))]
    assert "lunr.js" not in loaded


def test_the_spanish_edition_answers_in_spanish(page: Page, site: str, scripts: str) -> None:
    page.goto(f"{site}/es/a-propos/")
    page.evaluate(OPEN, scripts)
    found = page.evaluate("async () => (await answer('?q=Brésil')).results[0]")
    assert found["name"] == "Brasil"
    assert found["url"] == "pays/br/"
    assert page.evaluate("async () => (await answer('?q=lyon curitiba')).results[0].lang") == "fr"
