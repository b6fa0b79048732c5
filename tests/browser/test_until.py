"""An agenda that is read long after it was built tells what is to come on that day, and nothing moves on the way."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.conftest import watched
from tests.browser.test_shift import MOST, WATCH

SECTIONS = """() => {
  const sections = [];
  for (const each of document.querySelectorAll("main h2, main li a")) {
    if (each.tagName === "H2") sections.push([]);
    sections.at(-1)?.push(each.innerText);
  }
  return sections;
}"""
"""Each heading with the links below it."""


def clock(day: str) -> str:
    return f"Date.now = () => {datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000};"


def read(browser: Browser, address: str, day: str, **options: Any) -> tuple[list[list[str]], str]:
    """Each heading with the meetings under it, and the notes, as they are seen on that day."""
    context = browser.new_context(locale="fr-FR", **options)
    forbidden = watched(context)
    page = context.new_page()
    page.add_init_script(clock(day))
    page.goto(address)
    seen: list[list[str]] = page.evaluate(SECTIONS)
    notes = page.inner_text("main")
    context.close()
    assert not forbidden
    return seen, notes


PAST = ["2008", "1er forum franco-argentin de coopération décentralisée"]
NONE = "Aucune rencontre à venir"


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        ("2026-11-22", [["À venir", "a-venir-1", "a-venir-2", "a-venir-3"], PAST]),
        ("2026-12-03T11:00", [["À venir", "a-venir-1", "a-venir-2", "a-venir-3"], PAST]),
        ("2026-12-03T13:00", [["À venir", "a-venir-2", "a-venir-3"], ["2026", "a-venir-1"], PAST]),
        ("2027-06-01", [["À venir", "a-venir-3"], ["2027", "a-venir-2"], ["2026", "a-venir-1"], PAST]),
        ("2030-01-01", [["À venir"], ["2028", "a-venir-3"], ["2027", "a-venir-2"], ["2026", "a-venir-1"], PAST]),
    ],
)
def test_what_is_over_moves_to_its_year(browser: Browser, trial: str, day: str, seen: list[list[str]]) -> None:
    found, text = read(browser, f"{trial}/agenda/", day)
    assert found == seen
    assert (NONE in text) == (seen[0] == ["À venir"])


def test_without_a_script_the_page_says_when_it_was_made(browser: Browser, trial: str) -> None:
    seen, text = read(browser, f"{trial}/agenda/", "2030-01-01", java_script_enabled=False)
    assert seen[0] == ["À venir", "a-venir-1", "a-venir-2", "a-venir-3"]
    assert "Liste faite le 22 novembre 2026" in text


def test_nothing_moves_under_the_eyes_of_a_later_reader(browser: Browser, trial: str) -> None:
    """However late the script comes: the page waits for it."""

    def late(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(WATCH + clock("2030-01-01"))
    page.route("**/page/until.js", late)
    page.goto(f"{trial}/agenda/")
    page.locator("h2", has_text="2028").wait_for()
    moved = page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(shifts))))")
    context.close()
    assert sum(value for value, _ in moved) < MOST, moved


def test_a_call_that_is_over_says_so(browser: Browser, trial: str) -> None:
    for address in ("/appels/", "/appels/besoin/", "/es/appels/"):
        told = "Date passée" if "/es/" not in address else "Fecha vencida"
        assert told not in read(browser, trial + address, "2027-01-31")[1]
        assert told in read(browser, trial + address, "2027-02-02")[1]
