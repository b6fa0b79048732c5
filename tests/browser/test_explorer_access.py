"""The search page for everyone: keyboard, phone, paper, contrast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import Look, Screen, looks
from tests.browser.explorer import FIELD, box, settle, total, visit

QUESTIONS = (
    "q=agua haiti",
    "q=eau xyzqw&country=XX",
    "country=PE&theme=health&from=2000&view=table&sort=title",
    "country=PE&view=map",
)
LIKE = ("q=agua haiti", "country=PE&view=map")
"""Those of them that show what a page of each kind shows, or the map in use: looked at every week."""


@looks()
@pytest.mark.parametrize(
    "question",
    [pytest.param(each, marks=[pytest.mark.weekly] * (each in LIKE)) for each in QUESTIONS],
)
def test_axe_finds_no_violation_in_any_view(browser: Browser, site: str, look: Look, question: str) -> None:
    with look.opened(browser) as page:
        visit(page, site, question)
        assert look.violations(page) == []


@looks()
def test_axe_finds_no_violation_in_what_opens(browser: Browser, site: str, look: Look) -> None:
    wrong = []
    with look.opened(browser) as page:
        visit(page, site)
        page.focus(FIELD)
        page.keyboard.type("pér")
        settle(page, "q=pér")  # the results behind are those of before for a moment, and paler
        page.keyboard.press("ArrowDown")
        page.wait_for_selector("[role=option]")
        wrong += look.violations(page, "suggestions")
        page.keyboard.press("Escape")
        page.evaluate("document.querySelectorAll('[data-facet-box]').forEach((each) => (each.open = true))")
        wrong += look.violations(page, "all facets")
        page.context.route("**/search/core.json", lambda route: route.abort())
        page.goto(f"{site}/recherche/?q=eau")
        page.wait_for_selector("[data-failure]:not([hidden])")
        wrong += look.violations(page, "failure")
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.weekly)])
def test_axe_finds_no_violation_in_the_sheet_of_filters(
    browser: Browser, site: str, scheme: Literal["light", "dark"]
) -> None:
    look = Look((Screen(scheme, 360),))
    with look.opened(browser) as page:
        visit(page, site)
        page.click("[data-open-sheet]")
        assert look.violations(page) == []


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce", has_touch=True)
    yield context.new_page()
    context.close()


def test_on_a_phone_the_filters_are_in_a_sheet(phone: Page, site: str) -> None:
    visit(phone, site, "country=PE")
    assert phone.is_hidden("[data-filters]")
    opener = phone.locator("[data-open-sheet]")
    expect(opener).to_have_text("Filtrer (1)")
    opener.click()
    sheet = phone.locator("[data-sheet]")
    expect(sheet).to_be_visible()
    assert phone.is_checked(box("country", "PE"))
    phone.locator("[data-facet-box=type] summary").click()
    phone.check(box("type", "initiative"))
    settle(phone, "type=initiative&country=PE")
    see = phone.locator("[data-see]")
    expect(see).to_have_text(f"Voir {total(phone)} résultats")
    see.click()
    expect(sheet).to_be_hidden()
    expect(opener).to_have_text("Filtrer (2)")
    expect(opener).to_be_focused()
    expect(phone.locator("[data-results] > li").first).to_be_in_viewport()


def test_the_sheet_keeps_the_focus_until_escape(phone: Page, site: str) -> None:
    visit(phone, site)
    phone.focus("[data-open-sheet]")
    phone.keyboard.press("Enter")
    for _ in range(25):
        phone.keyboard.press("Tab")
        assert phone.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('[data-sheet]')"
        )
    phone.keyboard.press("Escape")
    expect(phone.locator("[data-sheet]")).to_be_hidden()
    expect(phone.locator("[data-open-sheet]")).to_be_focused()


def test_a_sheet_left_open_becomes_the_column_of_a_wide_screen(phone: Page, site: str) -> None:
    visit(phone, site)
    phone.click("[data-open-sheet]")
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(phone.locator("[data-sheet]")).to_be_hidden()
    expect(phone.locator(".rp-explorer__side [data-filters]")).to_be_visible()


def test_the_whole_path_goes_by_keyboard(page: Page, site: str) -> None:
    visit(page, site)
    page.focus(FIELD)
    page.keyboard.type("bouguenais")
    page.keyboard.press("Enter")
    settle(page, "q=bouguenais")
    page.keyboard.press("Tab")
    expect(page.locator("[data-form] button")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-facet-box=type] summary")).to_be_focused()
    page.locator("[data-results] > li:first-child a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/acteurs/bouguenais/")


def test_the_table_scrolls_by_keyboard_on_a_phone(phone: Page, site: str) -> None:
    visit(phone, site, "country=PE&view=table")
    region = phone.locator("[data-view=table]")
    expect(region).to_have_attribute("role", "region")
    region.focus()
    phone.keyboard.press("ArrowRight")
    phone.wait_for_function("() => document.querySelector('[data-view=table]').scrollLeft > 0")


def test_at_two_hundred_percent_nothing_is_lost(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    visit(page, site, "q=eau&country=PE")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert page.is_visible("[data-open-sheet]")
    context.close()


@pytest.mark.parametrize("view", ["", "&view=table"])
def test_paper_tells_the_question_and_its_address(page: Page, site: str, view: str) -> None:
    visit(page, site, f"q=eau&country=PE{view}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.inner_text("[data-chips] li").endswith("Mots\u00a0: eau")
    assert page.inner_text(".rp-address") == page.url
    for control in (FIELD, "[data-filters]", "[data-sorts]", "[data-to-view]", "[data-clear]"):
        assert not page.locator(control).first.is_visible(), control
    assert page.locator("[data-results] > *").first.is_visible()


def test_the_words_alone_are_told_on_paper_only(page: Page, site: str) -> None:
    visit(page, site, "q=eau")
    assert page.is_hidden("[data-chips]")
    page.emulate_media(media="print")
    assert page.is_visible("[data-chips]")
