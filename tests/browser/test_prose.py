"""A page written by hand that holds what Markdown can: it keeps to a narrow screen, and all of it is reached."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import Look, Screen, looks


@pytest.fixture
def written(trial: str) -> str:
    """Address of the page."""
    return f"{trial}/a-propos/"


@looks()
def test_axe_finds_no_violation_and_nothing_overflows(browser: Browser, written: str, look: Look) -> None:
    with look.opened(browser) as page:
        page.goto(written)
        assert look.violations(page) == []


def test_a_wide_table_slides_by_the_keyboard(browser: Browser, written: str) -> None:
    with Look((Screen("light", 360),)).opened(browser) as page:
        page.goto(written)
        frame = page.get_by_role("group", name="Tableau")
        frame.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.rp-scroll').scrollLeft > 0")
