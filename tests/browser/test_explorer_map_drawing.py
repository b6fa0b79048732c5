"""The map view of the search as it is drawn: loaded when asked for, lines near and far, on a phone and on paper."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.search.pack import pack, pack_lists
from tests.browser.axe import Look, looks
from tests.browser.explorer_map import READY, SHOWN, answered, open_map, painted
from tests.node import call


def test_the_map_is_loaded_when_it_is_first_shown(page: Page, site: str) -> None:
    files: list[str] = []
    page.on("request", lambda request: files.append(request.url.removeprefix(site)))
    page.goto(f"{site}/recherche/?country=PE")
    answered(page)
    page.wait_for_load_state("networkidle")
    assert not [each for each in files if "leaflet" in each or each.endswith("map.json")]
    page.locator("[data-to-view=map]").click()
    page.wait_for_selector(READY)
    assert "view=map" in page.url
    assert page.locator("[data-results] > [data-number]").count() > 5
    page.locator("[data-to-view=list]").click()
    page.wait_for_selector("[data-view=map]", state="hidden")
    loaded = len(files)
    page.locator("[data-to-view=map]").click()
    page.wait_for_selector(READY)
    answered(page)
    assert not [each for each in files[loaded:] if "leaflet" in each or "map" in each]


def test_lines_are_those_of_the_initiatives_among_the_results(page: Page, site: str) -> None:
    open_map(page, site, "&type=initiative")
    many, _ = painted(page)
    open_map(page, site, "&type=initiative&country=PE")
    few, _ = painted(page)
    assert many > few > 500
    open_map(page, site, "&type=actor&country=PE")
    assert painted(page)[0] == 0
    assert page.locator(SHOWN).count() > 3


def test_a_map_that_cannot_load_can_be_asked_for_again(page: Page, site: str) -> None:
    parts = re.compile(r"/(leaflet\.js|base\.js|map\.json|leaflet\.css|words\.json)$")
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url.rpartition("/")[2])
        route.abort()

    page.route(parts, refuse)
    page.goto(f"{site}/recherche/?view=map&country=PE")
    retry = page.locator("[data-view=map]").get_by_role("button", name="Réessayer")
    retry.wait_for()
    assert page.locator("[data-results] > [data-number]").count() > 5
    assert sorted(asked) == ["base.js", "leaflet.css", "leaflet.js", "map.json", "words.json"]
    page.unroute(parts)
    retry.click()
    page.wait_for_selector(READY)
    assert page.locator(SHOWN).count() > 5


def test_names_of_places_are_shown_as_text(page: Page, site: str) -> None:
    hostile = "<img src=x onerror=\"document.title='run'\">{{7*7}}"

    def answer(route: Route) -> None:
        data = json.loads(route.fetch().text())
        for place in data["places"]:
            place[1] = hostile
        data["countries"] = dict.fromkeys(data["countries"], hostile)
        route.fulfill(body=json.dumps(data), content_type="application/json")

    page.route("**/map.json", answer)
    page.set_viewport_size({"width": 1100, "height": 900})
    open_map(page, site, "&country=GF")  # so near that points are named
    page.locator(SHOWN).first.focus()
    page.locator(".rp-tip").wait_for()
    assert hostile in page.locator(".rp-tip").inner_text()
    assert page.locator(".rp-town").first.inner_text() == hostile
    assert page.locator("[data-view=map] img").count() == 0
    assert page.title() != "run"


def test_lines_follow_the_theme(page: Page, site: str) -> None:
    open_map(page, site, "&type=initiative&country=PE")
    _, light = painted(page)
    page.click("[data-theme-toggle]")
    page.wait_for_function("() => document.documentElement.dataset.scheme === 'dark'")
    page.wait_for_timeout(100)
    _, dark = painted(page)
    assert dark > light + 30


def test_many_lines_are_painted_by_a_worker_just_as_few_are_here(page: Page, site: str, scripts: str) -> None:
    open_map(page, site)
    here, there = page.evaluate(
        """async (scripts) => {
            const { paint, pieces } = await import(`${scripts}/explorer/paint.js`);
            const lines = new Float64Array([48.86, 2.35, -0.18, -78.47, 3, 4.92, -52.33, 0.03, -51.07, 1]);
            const colours = ['#0f4c4f', '#a3431d'];
            const view = { width: 400, height: 300, ratio: 1, scale: 8, left: 500, top: 650, colours, alpha: 1 };
            const drawn = (draw) => {
                const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
                const context = canvas.getContext('2d');
                draw(context);
                return [...context.getImageData(0, 0, 400, 300).data].flatMap((value, at) => (value > 127 ? [at] : []));
            };
            const worker = new Worker(`${scripts}/explorer/lines-worker.js`, { type: 'module' });
            const picture = await new Promise((resolve, reject) => {
                worker.onmessage = ({ data }) => resolve(data.picture);
                worker.onerror = reject;
                worker.postMessage({ lines });
                worker.postMessage({ view });
            });
            worker.terminate();
            return [
                drawn((context) => paint(context, pieces(lines), view)),
                drawn((context) => context.drawImage(picture, 0, 0)),
            ];
        }""",
        scripts,
    )
    assert len(here) > 200
    assert here == there


def test_thousands_of_lines_come_from_the_worker_and_without_one_from_the_page(page: Page, site: str) -> None:
    """One record joins fifty places: that makes 625 lines."""

    def answer(route: Route) -> None:
        data = json.loads(route.fetch().text())
        french = [number for number, place in enumerate(data["places"]) if place[4]]
        abroad = [number for number, place in enumerate(data["places"]) if not place[4]]
        data["at"] = crowded(data["at"], sorted([*french[:25], *abroad[:25]]))
        data["joined"] = pack([0])
        route.fulfill(body=json.dumps(data), content_type="application/json")

    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))
    page.route("**/map.json", answer)
    open_map(page, site)
    page.wait_for_function("() => document.querySelector('canvas.rp-lines').width > 300")
    assert [each for each in workers if each.endswith("lines-worker.js")]
    far, _ = painted(page)
    assert far > 5000
    page.route("**/lines-worker.js", lambda route: route.abort())
    open_map(page, site)
    page.wait_for_function("() => document.querySelector('canvas.rp-lines').width > 300")
    near, _ = painted(page)
    assert near == pytest.approx(far, rel=0.02)


def crowded(at: str, places: list[int]) -> str:
    """Packed lists, the first of which now holds these places."""
    lists = call("search/pack.js", "lists", at)
    return pack_lists([places, *lists[1:]])


def test_on_a_phone_the_map_leaves_room_and_one_finger_scrolls_the_page(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    open_map(page, site, "&country=HT")
    stage, results = page.locator("[data-stage]").bounding_box(), page.locator("[data-results]").bounding_box()
    assert stage is not None
    assert results is not None
    assert 200 < stage["height"] <= 740 * 0.6
    assert stage["y"] + stage["height"] <= results["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "pan-y" in page.locator("[data-stage]").evaluate("each => getComputedStyle(each).touchAction")
    context.close()


def test_the_map_is_printed_whole(page: Page, site: str) -> None:
    open_map(page, site, "&country=PE")
    stage = page.locator("[data-stage]")
    before = stage.bounding_box()
    count = page.locator(SHOWN).count()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = stage.bounding_box()
    assert printed is not None
    assert printed["width"] <= 580
    assert page.locator(".rp-map__tools").is_hidden()
    assert page.locator(SHOWN).count() == count
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert stage.bounding_box() == before


@looks()
def test_axe_finds_nothing_on_the_map_in_use(browser: Browser, site: str, look: Look) -> None:
    with look.opened(browser) as page:
        open_map(page, site, "&country=HT&zone=-86.5,9.5,-58,24")
        page.locator(".rp-map__legend summary").click()
        page.get_by_role("button", name="Réduire").click()
        page.locator(SHOWN).first.focus()
        assert look.violations(page) == []
