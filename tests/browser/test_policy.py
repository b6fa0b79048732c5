"""Under its policy every kind of page works, and a script that got into a page does not run.

Whatever the other tests do on pages is watched in the same way (``context`` in ``conftest.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import watched
from tests.browser.test_access import ALIKE, TEMPLATES

MORE = ("/contribuer/proposer/", "/contribuer/corriger/?id=montpellier&type=actor", "/integrer/?country=PE&view=map")
INJECTED = """<script>window.ran = 1</script><img src="data:," onerror="window.ran = 2">
<a id="evil" href="javascript:window.ran = 3">x</a><p style="color: red">x</p>
<iframe srcdoc="<script>parent.ran = 4</script>"></iframe><iframe src="https://other.invalid/"></iframe><script src="https://other.invalid/x.js"></script>
<form id="away" action="https://other.invalid/"><button>x</button></form>"""


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(locale="fr-FR", reduced_motion="reduce")
    forbidden = watched(context)
    yield context.new_page(), forbidden
    context.close()


def test_no_page_tries_what_its_policy_forbids(visitor: tuple[Page, list[str]], site: str) -> None:
    page, forbidden = visitor
    wrong = {}
    for path in (*TEMPLATES, *ALIKE, *MORE):
        page.goto(site + path)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        page.evaluate("['beforeprint', 'afterprint'].forEach((name) => dispatchEvent(new Event(name)))")
        page.mouse.wheel(0, 2000)
        page.locator("[data-theme-toggle]").evaluate_all("buttons => buttons.forEach((each) => each.click())")
        if forbidden:
            wrong[path] = forbidden.copy()
            forbidden.clear()
    assert wrong == {}


def test_what_gets_into_a_page_does_not_run(visitor: tuple[Page, list[str]], site: str) -> None:
    page, forbidden = visitor

    def inject(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<main", INJECTED + "<main", 1))

    page.route("**/a-propos/", inject)
    page.goto(f"{site}/a-propos/")
    page.evaluate("document.getElementById('evil').click()")
    page.evaluate("document.querySelector('#away button').click()")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert page.url == f"{site}/a-propos/"
    said = {each.split()[1] for each in forbidden}
    assert {"script-src-elem", "script-src-attr", "style-src-attr", "frame-src", "form-action", "img-src"} <= said
    forbidden.clear()
    page.unroute("**/a-propos/")


def test_tiles_are_shown_where_there_is_a_map(visitor: tuple[Page, list[str]], site: str) -> None:
    page, forbidden = visitor
    page.route("https://tile.openstreetmap.org/**", lambda route: route.fulfill(path="overrides/assets/share.png"))
    page.goto(f"{site}/carte/")
    page.wait_for_selector("[data-map][data-ready]")
    page.click(".rp-map__tiles button")
    page.wait_for_selector(".leaflet-tile-loaded")
    for _ in range(3):  # tiles that are no longer needed make way
        page.click(".rp-map__zoom")
        page.wait_for_timeout(150)
    page.wait_for_timeout(400)
    assert forbidden == []
