"""Nothing moves under a reader's eyes while a page loads: layout shift, as browsers count it, on a slow telephone line.

Chromium reports each shift that no click or key brought about; their sum is what is called cumulative layout shift.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.test_access import TEMPLATES

MOST = 0.02
WATCH = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (!hadRecentInput) shifts.push([value, sources.map(({ node }) => node?.className ?? node?.nodeName)]);
  }
}).observe({ type: "layout-shift", buffered: true });"""
SLOW = {"offline": False, "latency": 60, "downloadThroughput": 500_000, "uploadThroughput": 100_000}
"""Milliseconds, and bytes a second."""
TOOLS = (
    "/recherche/?q=eau",
    "/recherche/?country=PE&view=table",
    "/recherche/?country=PE&view=map",
    "/contribuer/proposer/?type=initiative",
    "/contribuer/corriger/?id=montpellier&type=actor",
    "/integrer/?country=PE",
    "/carte/",
)
"""Pages that scripts fill."""
LIKE = (
    "/recherche/?country=PE&view=table",
    "/recherche/?country=PE&view=map",
    "/contribuer/proposer/?type=initiative",
    "/contribuer/corriger/?id=montpellier&type=actor",
    "/integrer/?country=PE",
)
"""Those of them that are laid out as another one is: looked at every week."""
WIDE = ("/recherche/?q=eau",)
"""Those of them that are laid out otherwise on a wide screen."""


def shifts(browser: Browser, address: str, width: int, change: str = "") -> list[tuple[float, list[str]]]:
    """Each shift while the page loads, and what moved."""
    context = browser.new_context(viewport={"width": width, "height": 740 if width < 600 else 900}, locale="fr-FR")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH + change)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    found = page.evaluate("shifts")
    context.close()
    return [(value, moved) for value, moved in found]


@pytest.mark.parametrize(
    ("path", "width"),
    [
        *(pytest.param(path, 360, marks=[pytest.mark.weekly] * (path in LIKE)) for path in TOOLS),
        *(pytest.param(path, 1280, marks=[pytest.mark.weekly] * (path not in WIDE)) for path in TOOLS),
        # What no script fills is looked at every week.
        *(pytest.param(path, 360, marks=pytest.mark.weekly) for path in TEMPLATES if path not in TOOLS),
    ],
)
def test_nothing_moves_while_a_page_loads(browser: Browser, site: str, path: str, width: int) -> None:
    found = shifts(browser, site + path, width)
    assert sum(value for value, _ in found) < MOST, found


def test_a_shift_would_be_seen(browser: Browser, site: str) -> None:
    late = """addEventListener("load", () => setTimeout(() => {
        document.querySelector("main").style.marginTop = "300px";
    }, 200));"""
    assert sum(value for value, _ in shifts(browser, f"{site}/acteurs/", 360, late)) > MOST
