"""Under its policy a script that got into a page does not run, and tiles are shown.

That no kind of page tries what its policy forbids is seen where each is opened (``test_access.py``), and wherever a
test uses a page (``context`` in ``conftest.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import watched

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
