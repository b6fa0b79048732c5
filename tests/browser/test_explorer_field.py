"""The search field: results while typing, filters and records to pick, what is said when words are missing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.explorer import FIELD, READY, counts, settle, shown, total, visit

OPTION = "#rp-suggestions [role=option]"


def type_in(page: Page, text: str) -> None:
    page.focus(FIELD)
    page.keyboard.type(text, delay=20)


def test_results_come_while_typing_with_their_words_marked(page: Page, site: str) -> None:
    visit(page, site)
    type_in(page, "urugay")
    settle(page, "q=urugay")
    assert shown(page)[0] == "country/uy"
    assert page.inner_text("[data-results] > li:first-child mark") == "Uruguay"
    assert page.inner_text("[data-total]") == f"{total(page)} résultats"
    assert len(shown(page)) == min(total(page), 20)
    assert counts(page, "country")["UY"] > 0


def test_the_letters_of_a_query_are_one_step_of_the_history(page: Page, site: str) -> None:
    visit(page, site)
    type_in(page, "haiti")
    settle(page, "q=haiti")
    page.keyboard.press("Enter")
    page.fill(FIELD, "")
    settle(page, "")
    type_in(page, "cu")
    settle(page, "q=cu")
    page.keyboard.type("ba")
    settle(page, "q=cuba")
    for question in ("q=haiti", ""):
        page.go_back()
        settle(page, question)
        assert page.input_value(FIELD) == question.removeprefix("q=")
    page.go_forward()
    settle(page, "q=haiti")


def test_a_result_says_why_where_it_cannot_be_seen(page: Page, site: str) -> None:
    visit(page, site, "q=Ciudad de México")
    why = page.locator("[data-type=place][data-id=mx-mexico] .rp-result__why")
    assert why.inner_text() == "Nom local\u00a0: Ciudad de México"
    visit(page, site, "q=agua haiti")
    why = page.locator("[data-id=hamap-verrettes] .rp-result__why")
    assert "Thème\u00a0: Eau et assainissement (Agua y saneamiento)" in why.inner_text()


def test_a_title_leads_to_its_page(page: Page, site: str) -> None:
    visit(page, site, "q=lyon curitiba")
    page.click("[data-results] > li:first-child a")
    page.wait_for_url("**/initiatives/lyon-curitiba/")
    page.go_back()
    settle(page, "q=lyon curitiba")
    assert page.input_value(FIELD) == "lyon curitiba"


def test_a_place_leads_to_its_point_on_the_map(page: Page, site: str) -> None:
    visit(page, site, "q=Ciudad de México")
    address = page.get_attribute("[data-id=mx-mexico][data-type=place] a", "href")
    assert address == f"{site}/carte/?lieu=mx-mexico"


def test_a_suggestion_becomes_a_filter_in_place_of_its_word(page: Page, site: str) -> None:
    visit(page, site)
    field = page.locator(FIELD)
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    type_in(page, "eau péro")
    expect(field).to_have_attribute("aria-expanded", "true")
    first = page.locator(OPTION).first
    expect(first).to_have_text("Pays ou territoire Pérou")
    assert field.get_attribute("aria-activedescendant") is None  # manual selection
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    page.keyboard.press("Enter")
    settle(page, "q=eau&country=PE")
    assert field.input_value() == "eau"
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_synonym_suggests_its_theme(page: Page, site: str) -> None:
    visit(page, site)
    type_in(page, "residuos")
    page.locator(f"{OPTION}[data-suggests=filter]", has_text="déchets").click()
    settle(page, "theme=waste")
    assert page.input_value(FIELD) == ""


def test_a_suggested_record_says_by_which_of_its_names_it_is_meant(page: Page, site: str) -> None:
    visit(page, site)
    type_in(page, "ubifrance")
    option = page.locator(f"{OPTION}[data-suggests=record]", has_text="Business France")
    expect(option).to_contain_text("(Ubifrance)")
    visit(page, site)
    type_in(page, "business fr")
    expect(option).to_have_count(1)
    expect(option).not_to_contain_text("(")


def test_a_suggested_record_opens(page: Page, site: str) -> None:
    visit(page, site)
    type_in(page, "bouguenais")
    option = page.locator(f"{OPTION}[data-suggests=record]", has_text="Acteur")
    option.first.click()
    page.wait_for_url("**/acteurs/bouguenais/")


def test_escape_closes_the_suggestions_then_clears_the_field(page: Page, site: str) -> None:
    visit(page, site)
    type_in(page, "pérou")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#rp-suggestions")).to_be_hidden()
    assert page.input_value(FIELD) == "pérou"
    page.keyboard.press("Escape")
    settle(page, "")
    assert page.input_value(FIELD) == ""


def test_arrows_go_round_through_the_field(page: Page, site: str) -> None:
    visit(page, site)
    type_in(page, "pér")
    expect(page.locator(OPTION).first).to_be_visible()
    last = page.locator(OPTION).count() - 1
    page.keyboard.press("ArrowUp")
    expect(page.locator(OPTION).nth(last)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{OPTION}[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.locator("#rp-suggestions")).to_be_hidden()


def test_when_no_record_holds_every_word_the_nearest_are_shown(page: Page, site: str) -> None:
    visit(page, site, "q=eau xyzqw")
    assert "Aucune fiche ne réunit tous ces mots" in page.inner_text("[data-status]")
    assert page.inner_text("[data-unknown]") == "Mot absent du répertoire\u00a0: «\u00a0xyzqw\u00a0»."
    assert "theme/water-sanitation" in shown(page)
    visit(page, site, "q=curitiba oyapock")
    assert page.locator("[data-missing]").count() > 0


def test_a_word_read_as_another_is_said_with_the_way_back(page: Page, site: str) -> None:
    visit(page, site, "q=Dunkerke")
    assert page.inner_text("[data-read]") == "Résultats pour «\u00a0Dunkerque\u00a0»."
    assert "lu comme «\u00a0Dunkerque\u00a0»" in page.inner_text("[data-readings]")
    assert shown(page)[0] == "actor/dunkerque"
    page.click("[data-exactly]")
    settle(page, 'q="Dunkerke"')
    assert total(page) == 0
    assert page.inner_text("[data-unknown]") == "Mot absent du répertoire\u00a0: «\u00a0Dunkerke\u00a0»."
    expect(page.locator("[data-readings]")).to_have_count(0)


def test_a_question_without_a_word_says_so_first(page: Page, site: str) -> None:
    visit(page, site, "q=😀")
    assert page.inner_text("[data-status]").startswith("Il n’y a aucun mot à chercher")
    assert total(page) == 0


def test_when_nothing_is_found_there_is_a_way_on(page: Page, site: str) -> None:
    visit(page, site, "q=bolivienne&country=PE")
    assert page.inner_text("[data-total]") == "Aucune fiche ne répond à cette recherche."
    assert total(page) == 0
    lost = page.locator("[data-lost]")
    expect(lost.locator("a")).to_have_attribute("href", "../contribuer/proposer/")
    assert page.is_visible("[data-browse] a")
    lift = page.locator("[data-lift=q]")
    promised = lift.inner_text()
    lift.click()
    settle(page, "country=PE")
    assert promised.endswith(page.inner_text("[data-total]"))
    expect(lost).to_be_hidden()
    expect(page.locator("[data-heading]")).to_be_focused()
    visit(page, site, "q=bolivienne")
    page.click("[data-suggestion]")
    settle(page, "q=Bolivie")
    assert shown(page)[0] == "country/bo"


def test_the_count_is_announced_once_for_each_question(page: Page, site: str) -> None:
    visit(page, site, "q=eau")
    status = page.locator("[data-status]")
    expect(status).to_have_attribute("role", "status")
    page.evaluate(
        """() => {
            window.told = [];
            const said = document.querySelector('[data-said]');
            new MutationObserver(() => told.push(said.innerText)).observe(said, { childList: true, subtree: true });
        }"""
    )
    page.fill(FIELD, "haiti")
    settle(page, "q=haiti")
    assert page.evaluate("told") == [page.inner_text("[data-total]")]
    page.click("[data-to-view=table]")
    settle(page, "q=haiti&view=table")
    assert len(page.evaluate("told")) == 1


@pytest.mark.parametrize("file", ["core.json", "columns.json", "texts/*.json"])
def test_a_failure_is_said_and_can_be_retried(page: Page, site: str, file: str) -> None:
    page.context.route(f"**/search/{file}", lambda route: route.abort())
    page.goto(f"{site}/recherche/?country=PE")
    page.wait_for_selector("[data-failure]:not([hidden])")
    assert page.is_visible("[data-browse] a")
    assert page.locator("[data-total]").count() == 0
    assert page.evaluate("document.documentElement.dataset.searchReady") is None
    page.context.unroute(f"**/search/{file}")
    page.click("[data-retry]")
    page.wait_for_selector(READY)
    assert page.is_hidden("[data-failure]")
    assert total(page) > 0


def test_a_slow_answer_is_said_and_the_results_before_it_stay(page: Page, site: str) -> None:
    visit(page, site, "q=eau")
    before = shown(page)
    held: list[Route] = []
    page.context.route("**/search/*/*.json", lambda route: held.append(route))
    page.fill(FIELD, "haiti")
    expect(page.locator("[data-loading]")).to_have_text("Chargement…")
    assert shown(page) == before
    assert page.evaluate("document.documentElement.dataset.searchReady") is None
    for route in held:
        route.continue_()
    page.context.unroute("**/search/*/*.json")
    settle(page, "q=haiti")
    assert page.is_hidden("[data-loading]")


def test_what_is_typed_while_the_page_loads_is_not_lost(page: Page, site: str) -> None:
    held: list[Route] = []
    page.context.route("**/search/core.json", lambda route: held.append(route))
    page.goto(f"{site}/recherche/")
    type_in(page, "urugay")
    page.wait_for_timeout(400)
    held[0].continue_()
    settle(page, "q=urugay")
    assert page.input_value(FIELD) == "urugay"
    assert shown(page)[0] == "country/uy"


def test_text_of_records_only_enters_as_text(page: Page, site: str, scripts: str) -> None:
    visit(page, site)
    hostile = "<img src=x onerror=alert(1)> {{7*191}} <script>alert(1)</script>"
    made = page.evaluate(
        """async ([text, scripts]) => {
            const at = (name) => import(`${scripts}/explorer/${name}.js`);
            const [{ entry }, { row }] = await Promise.all([at('list'), at('table')]);
            const texts = JSON.parse(document.querySelector('[data-texts]').textContent);
            const segments = [[text, 1], [text, 0]];
            const cells = { who: [text], where: text, themes: [text], when: text, status: text, verified: text };
            const why = [{ kind: 'other', text: segments }];
            const result = { number: 0, type: 'actor', id: 'x', url: 'acteurs/x/', name: text, cells, why,
                missing: [text], title: segments, context: segments, summary: segments };
            const root = new URL('/', location.href);
            const made = [entry(result, texts, root), row(result, [text], texts, root)];
            const live = made.map((each) => each.querySelectorAll('img, script').length);
            return [...live, made[0].querySelector('h3').textContent];
        }""",
        [hostile, scripts],
    )
    assert made == [0, 0, hostile * 2]


def test_the_spanish_edition_speaks_spanish(page: Page, site: str) -> None:
    visit(page, site, "q=salud brasil", edition="es/")
    assert page.inner_text("[data-total]") == f"{total(page)} resultados"
    links = page.eval_on_selector_all("[data-results] h3 a", "found => found.map(each => each.href)")
    assert all(address.startswith(f"{site}/es/") for address in links)
    visit(page, site, "country=PE", edition="es/")
    assert page.inner_text("[data-chips] li").endswith("País o territorio: Perú")
    visit(page, site, "q=lyon curitiba", edition="es/")
    assert page.get_attribute("[data-results] > li:first-child h3 a", "lang") == "fr"


def test_without_script_the_page_leads_to_the_lists(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/recherche/")
    assert page.is_visible("p:has-text('JavaScript')")
    assert not page.is_visible("[data-filters]")
    assert not page.is_visible("[data-sorts]")
    for found in ("pays", "themes"):
        assert page.locator(f".rp-note a[href$='{found}/']").is_visible()
    for found in ("pays", "themes", "acteurs", "initiatives"):
        assert page.locator(f"[data-browse] a[href$='{found}/']").is_visible()
    context.close()
