"""The search as a visitor meets it: the shipped scripts, the real index, in the browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from generator.search.fold import fold
from tests.browser.queries import FOUND, NOT_FOUND, NOTHING

TABLE = json.loads((Path(__file__).parents[1] / "folding.json").read_text("utf-8"))

Ask = Callable[[str, int], dict[str, Any]]


def open_search(page: Page, site: str, query: str = "", edition: str = "") -> None:
    page.goto(f"{site}/{edition}recherche/" + (f"?q={query}" if query else ""))
    page.wait_for_selector("html[data-search-ready]")


def type_query(page: Page, query: str) -> None:
    """Types as a visitor does and waits for the answer to just that."""
    page.locator("[data-search] input[name=q]").fill(query)
    page.wait_for_selector(f'[data-results][data-query="{query}"]', state="attached")


def results(page: Page) -> list[str]:
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        "[data-results] > li", "found => found.map(each => `${each.dataset.type}/${each.dataset.id}`)"
    )


@pytest.fixture
def ask(page: Page, site: str) -> Ask:
    """Asks the search itself, without the page around it."""
    open_search(page, site)
    page.evaluate(
        """async () => {
            const { Client } = await import(new URL('../assets/search/client.js', location.href));
            window.client = new Client();
        }"""
    )
    return lambda query, count: page.evaluate(  # type: ignore[no-any-return]
        "([query, count]) => window.client.search(query, count)", [query, count]
    )


def found(answer: dict[str, Any]) -> list[str]:
    return [f"{each['type']}/{each['id']}" for each in answer["results"]]


def test_the_browser_folds_as_the_table_says(page: Page, site: str) -> None:
    open_search(page, site)
    folded = page.evaluate(
        """async (texts) => {
            const { fold } = await import(new URL('../assets/search/fold.js', location.href));
            return texts.map(fold);
        }""",
        [text for text, _ in TABLE],
    )
    assert folded == [expected for _, expected in TABLE]


def test_both_sides_fold_every_text_of_the_content_alike(page: Page, site: str) -> None:
    open_search(page, site)
    texts, folded = page.evaluate(
        """async () => {
            const { fold } = await import(new URL('../assets/search/fold.js', location.href));
            const data = await (await fetch('../assets/search/documents.json')).json();
            const shown = data.documents.flatMap(d => [d.title, d.summary ?? '', ...(d.names ?? []).map(n => n[1])]);
            const texts = [...shown, ...data.labels.flatMap(l => l.slice(2)), ...Object.values(data.terms)];
            return [texts, texts.map(fold)];
        }"""
    )
    assert len(texts) > 5000
    assert folded == [fold(text) for text in texts]


def test_what_people_type_finds_what_they_mean(ask: Ask) -> None:
    missed = []
    for query, rank, expected in FOUND:
        first = found(ask(query, rank))
        if expected not in first:
            missed.append(f"{query!r} should bring {expected} among the first {rank}, not {first}")
    assert len(FOUND) >= 60
    assert not missed, "\n".join(missed)


def test_what_people_type_does_not_bring_the_rest(ask: Ask) -> None:
    assert [(query, unwanted) for query, unwanted in NOT_FOUND if unwanted in found(ask(query, 2000))] == []
    assert [query for query in NOTHING if ask(query, 1)["total"]] == []


def test_every_record_is_found_by_its_own_title(page: Page, site: str) -> None:
    open_search(page, site)
    lost = page.evaluate(
        """async () => {
            const { open } = await import(new URL('../assets/search/open.js', location.href));
            const engine = await open();
            return engine.data.documents
                .filter(({ type, id, title }) =>
                    !engine.search(title, 10).results.some(each => each.type === type && each.id === id))
                .map(({ type, id }) => `${type}/${id}`);
        }"""
    )
    assert lost == []


def test_a_form_that_nobody_wrote_is_found_by_its_root(page: Page, site: str) -> None:
    """The browser's own stemmer only has to guess well."""
    open_search(page, site)
    right, all_ = page.evaluate(
        """async () => {
            const { open } = await import(new URL('../assets/search/open.js', location.href));
            const { lexicon } = await open();
            const words = lexicon.words.filter(word => !/[0-9]/.test(word));
            const guess = word => lexicon.guess({ folded: word, written: lexicon.written.get(word) });
            const right = words.filter(word => guess(word).some(term => lexicon.of(word).includes(term)));
            return [right.length, words.length];
        }"""
    )
    assert all_ > 2000
    assert right / all_ > 0.9


def test_results_come_while_typing_with_their_words_marked(page: Page, site: str) -> None:
    open_search(page, site)
    assert page.locator("[data-results] > li").count() == 0
    page.locator("[data-search] input[name=q]").press_sequentially("urugay", delay=20)
    page.wait_for_selector("[data-results][data-query='urugay']")
    assert results(page)[0] == "countries/uy"
    assert page.inner_text("[data-results] > li:first-child mark") == "Uruguay"
    total = int(page.get_attribute("[data-total]", "data-total") or "")
    assert page.inner_text("[data-total]") == f"{total} résultats"
    assert page.locator("[data-results] > li").count() == min(total, 20)


def test_a_result_says_why_where_it_cannot_be_seen(page: Page, site: str) -> None:
    open_search(page, site, "Ciudad de México")
    why = page.locator("[data-type=places][data-id=mx-mexico] .rp-find__why")
    assert why.inner_text() == "Nom local\u00a0: Ciudad de México"
    type_query(page, "agua haiti")
    why = page.locator("[data-id=hamap-verrettes] .rp-find__why")
    assert "Thème\u00a0: Eau et assainissement (Agua y saneamiento)" in why.inner_text()
    type_query(page, "siaap la havane")
    assert page.locator("[data-id=siaap-inrh-cuba] mark").count() > 0


def test_a_title_leads_to_its_page(page: Page, site: str) -> None:
    open_search(page, site, "lyon curitiba")
    page.click("[data-results] > li:first-child a")
    page.wait_for_url("**/initiatives/lyon-curitiba/")
    page.go_back()
    page.wait_for_selector("[data-results][data-query='lyon curitiba']")
    assert page.input_value("[data-search] input[name=q]") == "lyon curitiba"


def test_a_place_leads_to_its_point_on_the_map(page: Page, site: str) -> None:
    open_search(page, site, "Ciudad de México")
    address = page.get_attribute("[data-id=mx-mexico][data-type=places] a", "href")
    assert address == f"{site}/carte/?lieu=mx-mexico"


def test_back_and_forth_keep_the_query(page: Page, site: str) -> None:
    open_search(page, site, "eau")
    type_query(page, "haiti")
    page.keyboard.press("Enter")
    type_query(page, "cuba")
    assert page.url.endswith("?q=cuba")
    for step, query in ((page.go_back, "haiti"), (page.go_back, "eau"), (page.go_forward, "haiti")):
        step()
        page.wait_for_selector(f"[data-results][data-query={query}]")
        assert page.url.endswith(f"?q={query}")
        assert page.input_value("[data-search] input[name=q]") == query


def test_more_results_come_on_demand_and_are_there_when_one_comes_back(page: Page, site: str) -> None:
    open_search(page, site, "haiti")
    assert page.locator("[data-results] > li").count() == 20
    page.click("[data-more]")
    expect(page.locator("[data-results] > li")).to_have_count(40)
    expect(page.locator("[data-results] > li:nth-child(21) a")).to_be_focused()
    page.locator("[data-results] > li:nth-child(30) a").click()
    page.wait_for_url(lambda url: "recherche" not in url)
    page.go_back()
    expect(page.locator("[data-results] > li")).to_have_count(40)


def test_when_no_record_holds_every_word_the_nearest_are_shown(page: Page, site: str) -> None:
    open_search(page, site, "eau xyzqw")
    assert "Aucune fiche ne réunit tous ces mots" in page.inner_text("[data-status]")
    assert "«\u00a0xyzqw\u00a0»" in page.inner_text("[data-advice]")
    assert "themes/water-sanitation" in results(page)
    type_query(page, "curitiba oyapock")
    assert page.locator("[data-missing]").count() > 0


def test_when_nothing_is_found_there_are_words_to_try_and_lists_to_browse(page: Page, site: str) -> None:
    open_search(page, site, "nicaraguayen")
    assert page.inner_text("[data-total]") == "Aucune fiche ne répond à cette recherche."
    assert page.get_attribute("[data-total]", "data-total") == "0"
    assert page.is_visible("[data-browse] a")
    page.click("[data-advice] a")
    page.wait_for_selector("[data-results][data-query=Nicaragua]")
    assert results(page)[0] == "countries/ni"
    assert page.url.endswith("?q=Nicaragua")
    assert page.is_hidden("[data-browse]")


def test_the_whole_path_goes_by_keyboard(page: Page, site: str) -> None:
    open_search(page, site)
    page.focus("[data-search] input[name=q]")
    page.keyboard.type("bouguenais")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-results][data-query=bouguenais]")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[data-results] > li:first-child a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/acteurs/bouguenais/")


def test_the_count_is_announced(page: Page, site: str) -> None:
    open_search(page, site, "eau")
    assert page.get_attribute("[data-status]", "role") == "status"
    assert "résultats" in page.inner_text("[role=status]")


def test_a_failure_is_said_and_can_be_retried(page: Page, site: str) -> None:
    page.context.route("**/assets/search/index.json", lambda route: route.abort())
    page.goto(f"{site}/recherche/?q=eau")
    page.wait_for_selector("[data-failure]:not([hidden])")
    assert page.is_visible("[data-browse] a")
    page.context.unroute("**/assets/search/index.json")
    page.click("[data-retry]")
    page.wait_for_selector("[data-results][data-query=eau]")
    assert page.is_hidden("[data-failure]")


def test_a_slow_start_is_said(page: Page, site: str) -> None:
    held: list[Route] = []
    page.context.route("**/assets/search/index.json", lambda route: held.append(route))
    page.goto(f"{site}/recherche/?q=eau")
    expect(page.locator("[data-status]")).to_have_text("Chargement…")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    page.wait_for_selector("[data-results][data-query=eau]")


def test_files_of_two_builds_are_asked_again(page: Page, site: str) -> None:
    """A browser may keep one of the two files from an earlier build."""
    asked: list[str] = []

    def older(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()
            return
        body = route.fetch().json()
        route.fulfill(json={**body, "stamp": "0" * 12})

    page.context.route("**/assets/search/documents.json", older)
    open_search(page, site, "urugay")
    assert results(page)[0] == "countries/uy"
    assert len(asked) == 2


def test_text_of_records_only_enters_as_text(page: Page, site: str) -> None:
    open_search(page, site)
    hostile = "<img src=x onerror=alert(1)> {{7*191}} <script>alert(1)</script>"
    made = page.evaluate(
        """async (text) => {
            const { entry } = await import(new URL('../assets/search/view.js', location.href));
            const texts = JSON.parse(document.querySelector('[data-texts]').textContent);
            const segments = [[text, 1], [text, 0]];
            const result = { type: 'actors', id: 'x', url: 'acteurs/x/', title: segments, context: segments,
                summary: segments, why: [{ kind: 'other', text: segments }], missing: [text] };
            const made = entry(result, texts, new URL('/', location.href));
            return [made.querySelectorAll('img, script').length, made.querySelector('h3').textContent];
        }""",
        hostile,
    )
    assert made == [0, hostile * 2]


def test_the_spanish_edition_answers_in_spanish(page: Page, site: str) -> None:
    open_search(page, site, "salud brasil", edition="es/")
    total = page.get_attribute("[data-total]", "data-total")
    assert page.inner_text("[data-total]") == f"{total} resultados"
    assert all(address.startswith(f"{site}/es/") for address in _addresses(page))
    type_query(page, "Brésil")
    assert results(page)[0] == "countries/br"
    assert page.inner_text("[data-results] > li:first-child h3") == "Brasil"
    type_query(page, "lyon curitiba")
    assert page.get_attribute("[data-results] > li:first-child h3 a", "lang") == "fr"


def _addresses(page: Page) -> list[str]:
    return page.eval_on_selector_all("[data-results] h3 a", "found => found.map(each => each.href)")  # type: ignore[no-any-return]


def test_without_script_the_page_leads_to_the_lists(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/recherche/")
    assert page.is_visible("noscript p, p:has-text('JavaScript')")
    for list_ in ("pays", "themes", "acteurs", "initiatives"):
        assert page.locator(f"[data-browse] a[href$='{list_}/']").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_state_of_the_page_is_accessible(browser: Browser, site: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    wrong = []
    for query in ("", "agua haiti", "eau xyzqw", "nicaraguayen"):
        open_search(page, site, query)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), query
        violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        wrong += [f"{query}: {each['id']} {each['nodes'][0]['html'][:160]}" for each in violations]
    page.goto("about:blank")
    context.route("**/assets/search/index.json", lambda route: route.abort())
    page.goto(f"{site}/recherche/?q=eau")
    page.wait_for_selector("[data-failure]:not([hidden])")
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    wrong += [f"failure: {each['id']} {each['nodes'][0]['html'][:160]}" for each in violations]
    context.close()
    assert not wrong, "\n".join(wrong)
