"""« Ma collectivité est-elle engagée ? » on the home page, and what the search says of a commune without record."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from generator.maps.lying import Lying
from generator.model.directory import Directory
from tests.browser.axe import Look, looks
from tests.browser.conftest import watched

LEVELS = "[data-near-answer] [data-near-level]"
MOST = 40_000
"""Bytes that one question may fetch, typing included."""
LATE = 1000
"""Milliseconds after which an answer counts as late here; on a quiet machine it takes less than a tenth."""

CLOCK = """addEventListener("keydown", ({ key }) => {
  if (key === "Enter") window.begun = performance.now();
}, true);
addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
  if (document.querySelector("[data-near-level]")) window.ended ??= performance.now();
}).observe(document.querySelector("[data-near-answer]"), { childList: true }));"""


def ask(page: Page, text: str, delay: int = 0) -> None:
    """Types the text, by keyboard only, and takes the first of the list."""
    page.locator("[data-near-field]").focus()
    page.keyboard.type(text, delay=delay)
    expect(page.locator("[data-near-list] [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def levels(page: Page) -> list[str]:
    expect(page.locator(LEVELS).first).to_be_visible()
    found: list[str] = page.locator(LEVELS).evaluate_all("all => all.map((each) => each.dataset.nearLevel)")
    return found


def test_no_map_lies_over_what_the_field_offers(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.goto(f"{site}/")
    page.locator("[data-map] path.rp-arc").first.wait_for(state="attached")
    page.locator("[data-near-field]").click()
    page.keyboard.type("St Denis")
    options = page.locator("[data-near-list] [role=option]")
    expect(options.first).to_be_visible()
    assert options.last.bounding_box()["y"] > page.locator("[data-map]").first.bounding_box()["y"]  # type: ignore[index]
    covered = """each => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return !each.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }"""
    assert not [each.inner_text() for each in options.all() if each.evaluate(covered)]


def test_a_commune_without_record_is_answered_soon_and_for_little(page: Page, site: str, real: Directory) -> None:
    fetched: list[Response] = []
    page.add_init_script(CLOCK)
    page.goto(f"{site}/")
    page.on("response", lambda each: fetched.append(each))
    # A key at a time, each slow enough to be looked up.
    ask(page, "villeurbanne", delay=130)
    assert levels(page) == ["commune", "intercommunalite", "departement", "region"]
    took = page.evaluate("ended - begun")
    size = sum(len(each.body()) for each in fetched if "/territories/" in each.url)
    print(f"{took:.0f} ms, {size} bytes")
    assert took < LATE
    assert 0 < size < MOST
    assert page.url == f"{site}/?commune=69266"
    commune, metropole, departement, _ = page.locator(LEVELS).all()
    expect(commune).to_contain_text("Aucune fiche connue")
    expect(metropole.get_by_role("link").first).to_have_attribute("href", f"{site}/acteurs/metropole-de-lyon/")
    lying = Lying(real)
    expect(departement).to_contain_text(f"{len(lying.initiatives_in['departement-69'])} initiatives")
    expect(page.locator("[data-near-neighbours] li").first).to_contain_text("km")
    page.go_back()
    expect(page.locator("[data-near-answer]")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "found", "name"),
    [
        ("commune=34172", ["commune", "intercommunalite", "departement", "region"], "Montpellier (Hérault)"),
        ("commune=78182", ["commune", "intercommunalite", "departement", "region"], "Évry-Courcouronnes (Essonne)"),
        ("commune=94081", ["commune", *["intercommunalite"] * 2, "departement", "region"], "Vitry-sur-Seine"),
        ("commune=29155", ["commune", "departement", "region"], "Ouessant (Finistère)"),
        ("commune=97701", ["commune", "collectivite"], "Saint-Barthélemy"),
        ("commune=97411", ["commune", "intercommunalite", "region"], "Saint-Denis (La Réunion)"),
        ("commune=2a004", ["commune", "intercommunalite", "departement", "region"], "Ajaccio (Corse-du-Sud)"),
        ("departement=69", ["departement", "region"], "Rhône"),
    ],
)
def test_an_address_is_answered(page: Page, site: str, query: str, found: list[str], name: str) -> None:
    page.goto(f"{site}/?{query}")
    assert levels(page) == found
    expect(page.locator("[data-near-answer] h3")).to_contain_text(name)
    if query == "commune=78182":
        assert page.url.endswith("?commune=91228")
    if query == "commune=34172":
        expect(page.locator(LEVELS).first.get_by_role("link").first).to_have_text("Montpellier")
        expect(page.locator("[data-near-neighbours]")).to_have_count(0)


def test_what_is_no_commune_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}/es/?commune=99999")
    expect(page.locator("[data-near-answer]")).to_contain_text("no es el de ningún municipio")


def test_a_name_of_before_says_where_it_is_now(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    field, options = page.locator("[data-near-field]"), page.locator("[data-near-list] [role=option]")
    field.fill("Courcouronnes")
    expect(options).to_have_text(["Évry-Courcouronnes Essonne (91) (Courcouronnes en fait partie)"])
    field.fill("Évry")
    expect(options.first).to_contain_text("Évry en fait partie")
    expect(options.nth(1)).to_have_text("Évry Yonne (89)")
    field.fill("69")
    expect(options).to_have_text(["Rhône département ou collectivité, 69"])
    field.fill("St Denis")
    expect(options.first).to_contain_text("La Réunion")
    # Who presses Enter at once means the first.
    field.press("Enter")
    expect(page.locator("[data-near-answer] h3")).to_have_text("Saint-Denis (La Réunion)")


def test_without_a_script_there_are_lists(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    near = page.locator("section[data-near]")
    expect(near.get_by_role("link", name="Toutes les régions")).to_be_visible()
    near.locator("summary").click()
    expect(near.get_by_role("link", name="Finistère")).to_be_visible()
    context.close()


@looks()
def test_the_answer_is_for_everyone(browser: Browser, site: str, look: Look) -> None:
    with look.opened(browser) as page:
        forbidden = watched(page.context)
        page.goto(f"{site}/?commune=94081")
        levels(page)
        assert look.violations(page) == []
        page.locator("[data-near-field]").fill("saint")
        expect(page.locator("[data-near-list] [role=option]").first).to_be_visible()
        assert look.violations(page) == []
        assert forbidden == []


@pytest.mark.parametrize("query", ["Villeurbanne", "69266", "69100"])
def test_a_search_for_a_commune_without_record_tells_of_what_it_lies_in(page: Page, site: str, query: str) -> None:
    page.goto(f"{site}/recherche/?q={query}")
    told = page.locator("[data-told] [data-ground=commune-69266]")
    expect(told).to_contain_text("Villeurbanne (Rhône) n’a pas de fiche.")
    expect(told.get_by_role("link", name="Métropole de Lyon")).to_be_visible()
    expect(told.get_by_role("link").last).to_have_attribute("href", f"{site}/?commune=69266")


def test_the_code_of_a_departement_is_told_and_other_words_are_not(page: Page, site: str) -> None:
    page.goto(f"{site}/recherche/?q=69")
    told = page.locator("[data-told]")
    expect(told.get_by_role("link", name="Rhône")).to_have_attribute("href", f"{site}/territoires/departement-69/")
    field = page.locator("#rp-find-q")
    for words in ("Montpellier", "eau Pérou", "jeunesse"):
        field.fill(words)
        expect(page.locator("[data-results] a").first).to_be_visible()
        page.wait_for_timeout(600)
        expect(told).to_be_hidden()
