"""Each kind of page for everyone: axe finds nothing, nothing overflows, the keyboard goes everywhere."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

KINDS = (
    "/",
    "/initiatives/",
    "/initiatives/bouguenais-el-tuma-la-dalia/",
    "/acteurs/",
    "/acteurs/montpellier/",
    "/acteurs/type/hospital/",
    "/pays/",
    "/pays/ht/",
    "/pays/gf/",
    "/themes/",
    "/themes/water-sanitation/",
    "/reseaux/",
    "/agenda/",
    "/agenda/ccrag-13/",
    "/financements/",
    "/financements/ficol/",
    "/appels/",
    "/appels/appel-belem-ecologie/",
    "/ressources/",
    "/ressources/feuille-de-route-dalc-2022/",
    "/vocabulaires/",
    "/contribuer/",
    "/contribuer/pt/",
    "/contribuer/en/",
    "/es/contribuer/",
    "/contribuer/reference/",
    "/carte/",
    "/recherche/?q=eau",
    "/a-propos/",
    "/nulle-part/",
    "/es/",
    "/es/initiatives/bouguenais-el-tuma-la-dalia/",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_violation_and_nothing_overflows(browser: Browser, site: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    wrong = []
    for kind in KINDS:
        page.goto(site + kind)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append(f"{kind}: wider than the screen")
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        wrong += [
            f"{kind}: {each['id']} ({each['impact']}) {each['nodes'][0]['html'][:120]}"
            for each in found.response["violations"]
        ]
    context.close()
    assert not wrong, "\n".join(wrong)


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/acteurs/montpellier/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "rp-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "rp-contenu"


def test_the_header_search_leads_to_the_results_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/pays/")
    page.focus("#rp-q")
    page.keyboard.type("urugay")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=urugay")
    page.wait_for_selector("[data-results] [data-id='uy']")


def test_the_theme_chosen_is_kept(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.click("[data-theme-toggle]")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.goto(f"{site}/pays/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_the_other_language_is_the_same_page(page: Page, site: str) -> None:
    page.goto(f"{site}/acteurs/montpellier/")
    page.click(".rp-lang")
    page.wait_for_url("**/es/acteurs/montpellier/")
    assert page.evaluate("document.documentElement.lang") == "es"
    page.click(".rp-lang")
    page.wait_for_url(f"{site}/acteurs/montpellier/")


def test_the_site_reads_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/pays/pe/")
    assert page.locator("h1").inner_text() == "Pérou"
    assert page.locator(".rp-entry__title").count() > 10
    context.close()


def test_a_dark_page_prints_on_white_with_its_address(browser: Browser, site: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site}/acteurs/montpellier/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    page.emulate_media(media="print")
    assert page.locator(".rp-address").inner_text().endswith("/acteurs/montpellier/")
    assert not page.locator(".rp-header__search").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()
