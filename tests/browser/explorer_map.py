"""The map view of the search: what its tests share."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from generator.text.wider import once

READY = "[data-view=map][data-ready]"
SHOWN = "path[class*='rp-at-']:not(.rp-off)"
PAINTED = """canvas => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    let [painted, red] = [0, 0];
    for (let at = 0; at < data.length; at += 4) if (data[at + 3]) [painted, red] = [painted + 1, red + data[at]];
    return [painted, Math.round(red / Math.max(1, painted))];
}"""


def within(place: str, country: str) -> str:
    """The place and its country, as a point is called."""
    return " ".join(f"({name})" if at else name for at, name in enumerate(once(place, country)))


def open_map(page: Page, site: str, query: str = "") -> None:
    """Opens the page on its map and waits until both are there."""
    page.goto(f"{site}/recherche/?view=map{query}")
    answered(page)
    page.wait_for_selector(READY)


def answered(page: Page) -> None:
    page.wait_for_selector("html[data-search-ready]")


def on_map(page: Page) -> list[str]:
    """What the points are called, in alphabetical order."""
    found = page.eval_on_selector_all(SHOWN, "found => found.map(each => each.getAttribute('aria-label'))")
    return sorted(found)


def painted(page: Page, name: str = "canvas.rp-lines:not(.rp-lines--clear)") -> tuple[int, int]:
    """Pixels of the lines, and how red they are."""
    pixels, red = page.locator(name).evaluate(PAINTED)
    return pixels, red


def point(page: Page, name: str) -> Locator:
    """The point whose name begins so."""
    return page.locator(SHOWN).and_(page.get_by_role("button", name=name, exact=False))
