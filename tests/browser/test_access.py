"""Each kind of page for everyone: axe finds nothing, nothing overflows, the keyboard goes everywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import Look, Screen, looks, too_wide
from tests.browser.calm import calm
from tests.browser.conftest import watched

TEMPLATES = (
    "/",
    "/initiatives/",
    "/initiatives/bouguenais-el-tuma-la-dalia/",
    "/acteurs/",
    "/acteurs/montpellier/",
    "/acteurs/type/hospital/",
    "/pays/",
    "/pays/ht/",
    "/territoires/",
    "/territoires/region-84/",
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
    "/contribuer/reference/",
    "/carte/",
    "/recherche/?q=eau",
    "/signaler/",
    "/donnees/",
    "/a-propos/",
    "/nulle-part/",
)
"""A page of each kind."""
DARK = (
    "/",
    "/initiatives/bouguenais-el-tuma-la-dalia/",
    "/acteurs/montpellier/",
    "/pays/ht/",
    "/contribuer/",
    "/carte/",
    "/recherche/?q=eau",
)
"""Those that between them have every colour: they are looked at in the dark too, every day."""
ALIKE = (
    "/pays/gf/",
    "/contribuer/pt/",
    "/contribuer/en/",
    "/es/",
    "/es/contribuer/",
    "/es/donnees/",
    "/es/initiatives/bouguenais-el-tuma-la-dalia/",
)
"""Pages of the same kinds, with other words: axe reads them every week, their width is measured every day."""
FRAMES = ("/", "/acteurs/montpellier/", "/contribuer/reference/", "/recherche/?q=eau", "/nulle-part/", "/es/")
"""Pages whose frame differs: by the search in it, by the way that leads here, by the language."""
SHARES = 24
"""Parts that the pages of the whole site are looked at in."""


@pytest.mark.parametrize("path", TEMPLATES)
@looks()
def test_a_page_of_each_kind_is_for_everyone_and_keeps_its_policy(
    browser: Browser, site: str, look: Look, path: str
) -> None:
    with look.opened(browser) as page:
        forbidden = watched(page.context)
        calm(page, site + path)
        if path in DARK or look.whole:
            assert look.violations(page) == []
        else:
            assert replace(look, screens=look.screens[:1]).violations(page) == []
            page.set_viewport_size({"width": 360, "height": 740})
            assert too_wide(page) == []
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        page.evaluate("['beforeprint', 'afterprint'].forEach((name) => dispatchEvent(new Event(name)))")
        page.mouse.wheel(0, 2000)
        page.locator("[data-theme-toggle]").evaluate_all("buttons => buttons.forEach((each) => each.click())")
        assert forbidden == []


@looks()
def test_a_fault_would_be_seen_on_each_screen(browser: Browser, site: str, look: Look) -> None:
    with look.opened(browser) as page:
        page.goto(f"{site}/acteurs/")
        page.evaluate("document.querySelector('main li').innerHTML = '<img><p>Texte'")
        page.evaluate("Object.assign(document.querySelector('main li p').style, { color: '#999', background: '#aaa' })")
        page.evaluate(
            "document.querySelector('h1').nextElementSibling.outerHTML = '<p><button>i</button><button>j</button>'"
        )
        page.evaluate("document.querySelector('main li p').style.width = '2000px'")
        small = "{ width: '9px', height: '9px', minHeight: '0', padding: '0' }"
        page.evaluate(f"document.querySelectorAll('main p button').forEach((b) => Object.assign(b.style, {small}))")
        seen = " ".join(look.violations(page))
        for screen in look.screens:
            for fault in ("color-contrast", "target-size", "wider than the screen"):
                assert re.search(f"{screen.scheme} {screen.width} : {fault}", seen)
        assert f"{look.screens[0].scheme} {look.screens[0].width} : image-alt" in seen


@pytest.mark.parametrize("path", ALIKE)
def test_nothing_overflows_in_other_words_either(browser: Browser, site: str, path: str) -> None:
    with Look((Screen("light", 1280),)).opened(browser) as page:
        page.goto(site + path)
        assert too_wide(page) == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert too_wide(page) == []


@pytest.mark.weekly
@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_no_violation_on_any_page(browser: Browser, site: str, built: Path, share: int) -> None:
    pages = sorted(path.relative_to(built).as_posix() for path in built.rglob("index.html"))
    assert len(pages) > 2000
    screen = Screen("light" if share % 2 else "dark", 1280 if share % 4 < 2 else 360)
    look = Look((screen,), whole=True)
    wrong = []
    with look.opened(browser) as page:
        for path in pages[share::SHARES]:
            address = f"{site}/{path.removesuffix('index.html')}"
            if 'http-equiv="refresh"' not in (built / path).read_text("utf-8"):  # gone before axe has read it
                calm(page, address)
                wrong += look.violations(page, path)
    assert wrong == []


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/acteurs/montpellier/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "rp-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "rp-contenu"


@pytest.mark.parametrize(
    "paths", [pytest.param(FRAMES, id="frames"), pytest.param(TEMPLATES, id="all", marks=pytest.mark.weekly)]
)
@pytest.mark.parametrize(
    "scripts", [pytest.param(True, id="scripts"), pytest.param(False, id="none", marks=pytest.mark.weekly)]
)
def test_on_a_phone_the_header_is_low_and_all_of_it_is_reached(
    browser: Browser, site: str, scripts: bool, paths: tuple[str, ...]
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()
    wrong = []
    for path in paths:
        page.goto(site + path)
        box = page.locator(".rp-header").bounding_box()
        if box is None or box["height"] > 120:
            wrong.append(f"{path}: {box}")
        # A field of its own, or the way to one.
        if not page.locator("main input[type=search], .rp-header__find").first.is_visible():
            wrong.append(f"{path}: no search")
        for way in page.locator(".rp-header a:visible, .rp-header button:visible").all():
            way.focus()
            place = way.bounding_box()
            seen = min(360, place["x"] + place["width"]) - max(0, place["x"]) if place else 0
            if place is None or seen < 24 or place["height"] < 24:
                wrong.append(f"{path}: {way.inner_text()} {place}")
    context.close()
    assert wrong == []


def test_the_way_that_leads_here_is_in_sight_on_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/contribuer/reference/")
    page.wait_for_function(
        """() => {
            const { left, right } = document.querySelector(".rp-nav [aria-current]").getBoundingClientRect();
            return left >= 0 && right <= 360;
        }"""
    )


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
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.goto(f"{site}/pays/")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"


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
    assert page.evaluate("document.documentElement.dataset.scheme") == "light"
    page.emulate_media(media="print")
    assert page.locator(".rp-address").inner_text().endswith("/acteurs/montpellier/")
    assert not page.locator(".rp-header__search").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    context.close()
