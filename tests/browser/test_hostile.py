"""A record full of syntax, through MkDocs, the theme, the search and the map: its text is shown, nothing runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.calm import calm
from tests.browser.trial import HOSTILE


@pytest.fixture
def quiet(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield page
    assert not dialogs
    page.close()


@pytest.mark.parametrize(
    "path",
    [
        "/initiatives/hostile/",
        "/acteurs/hostile/",
        pytest.param("/acteurs/", marks=pytest.mark.weekly),
        "/initiatives/",
        "/pays/ar/",
        "/carte/?lieu=fr-brest",
        "/",
        pytest.param("/es/initiatives/hostile/", marks=pytest.mark.weekly),
        "/recherche/?q=gras",
    ],
)
def test_hostile_text_is_text(quiet: Page, trial: str, path: str) -> None:
    calm(quiet, trial + path)
    if "recherche" in path:
        quiet.wait_for_selector("[data-results] [data-id='hostile']")
    quiet.mouse.wheel(0, 90_000)
    quiet.wait_for_timeout(100)
    assert quiet.evaluate("window.ran") is None
    assert quiet.locator("img[src='x']").count() == 0
    shown = " ".join(quiet.locator("body").text_content().split())
    assert "1337" not in shown
    assert " ".join(HOSTILE.split()) in shown


def test_hostile_text_is_text_in_the_head(quiet: Page, trial: str) -> None:
    quiet.goto(f"{trial}/initiatives/hostile/")
    assert HOSTILE in quiet.title()
    for name in ("og:title", "og:description"):
        assert quiet.locator(f"meta[property='{name}']").get_attribute("content") == HOSTILE
    assert quiet.locator("h1").text_content() == HOSTILE
