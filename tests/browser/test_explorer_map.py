"""The map view of the search: the same results as the list, at their places, by mouse and by keyboard."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from playwright.sync_api import Page, Route, expect

from generator.model.directory import Directory
from generator.search import Facts, State, facts, select
from generator.words.countries import country_name
from generator.words.edition import Edition
from tests.browser.explorer import total
from tests.browser.explorer_map import SHOWN, answered, on_map, open_map, painted, point, within

HERE, LIFT = "Chercher dans cette zone", "Ne plus chercher dans la zone"

Places = dict[str, tuple[float, float]]


@pytest.fixture(scope="module")
def asked(real: Directory, french: Edition) -> Facts:
    return facts(real, french.as_of)


@pytest.fixture(scope="module")
def points(real: Directory) -> Places:
    return {place.id: (place.lat, place.lon) for place in real.places.values()}


def expected(
    real: Directory, edition: Edition, asked: Facts, points: Places, address: str
) -> tuple[list[str], int, int]:
    """Names of the points, results in all, and results without a place, as Python answers the address."""
    found = select(asked, State.read(address), points)
    stand = [asked.facts[key].whole["place"] for key in found]
    counts = Counter(place for places in stand for place in places)

    def name(id_: str) -> str:
        place = real.places[id_]
        country = country_name(place.country, real, edition)
        return f"{within(edition.pick(place.name), country)}\u00a0: {edition.tn('explorer.map.results', counts[id_])}"

    return sorted(map(name, counts)), len(found), sum(not places for places in stand)


def focused(page: Page) -> str:
    found = page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
    return str(found).strip()


@pytest.mark.parametrize(
    "query",
    [
        "",
        pytest.param("&country=PE", marks=pytest.mark.weekly),
        pytest.param("&type=initiative&theme=water-sanitation", marks=pytest.mark.weekly),
        "&country=BR&country=HT&kind=commune",
        pytest.param("&region=bretagne", marks=pytest.mark.weekly),
        "&zone=-86.5,9.5,-58,24",
        pytest.param("&type=country", marks=pytest.mark.weekly),
        "&place=fr-lyon&type=initiative",
    ],
)
def test_the_map_shows_the_results_of_the_list(
    page: Page, site: str, real: Directory, french: Edition, asked: Facts, points: Places, query: str
) -> None:
    open_map(page, site, query)
    names, count, nowhere = expected(real, french, asked, points, f"?{query[1:]}")
    assert on_map(page) == names
    assert total(page) == count
    said = page.locator("[data-nowhere]").inner_text()
    assert said == (french.tn("explorer.map.nowhere", nowhere) if nowhere else "")


def test_a_place_is_chosen_and_given_up_by_mouse(page: Page, site: str) -> None:
    open_map(page, site, "&type=initiative&country=BR")
    before = on_map(page)
    recife = point(page, "Recife (Brésil)")
    here = int(re.findall(r"(\d+) résultat", recife.get_attribute("aria-label") or "")[-1])
    recife.click(force=True)
    page.wait_for_url("**place=br-recife*")
    answered(page)
    assert total(page) == here
    assert len(on_map(page)) < len(before)
    assert recife.get_attribute("aria-pressed") == "true"
    recife.click(force=True)
    page.wait_for_url(lambda url: "place=" not in url)
    answered(page)
    assert on_map(page) == before
    page.go_back()
    page.wait_for_url("**place=br-recife*")
    answered(page)
    assert total(page) == here


def test_the_keyboard_reaches_every_point_and_keeps_its_place(page: Page, site: str) -> None:
    open_map(page, site, "&country=BO")
    assert page.locator(f"{SHOWN}[tabindex='0']").count() == 1
    page.locator(".rp-map__tools button").last.focus()
    page.keyboard.press("Tab")
    assert "(Bolivie)" in focused(page)
    seen = [focused(page)]
    for _ in range(page.locator(SHOWN).count() - 1):
        page.keyboard.press("ArrowRight")
        seen.append(focused(page))
    assert sorted(seen) == on_map(page)
    page.keyboard.press("Home")
    assert focused(page) == seen[0]
    name = seen[0].partition("\u00a0:")[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**place=bo-*")
    answered(page)
    assert focused(page).startswith(name)
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.keyboard.press(" ")
    page.wait_for_url(lambda url: "place=" not in url)
    answered(page)
    assert focused(page) == seen[0]


def test_a_part_of_the_map_can_be_searched(
    page: Page, site: str, real: Directory, french: Edition, asked: Facts, points: Places
) -> None:
    open_map(page, site)
    everything = total(page)
    here, lift = page.get_by_role("button", name=HERE), page.get_by_role("button", name=LIFT)
    assert here.is_hidden()
    assert lift.is_hidden()
    page.get_by_role("button", name="Caraïbes").click()
    here.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**zone=*")
    answered(page)
    expect(lift).to_be_focused()
    assert here.is_hidden()
    zone = [float(part) for part in page.url.partition("zone=")[2].partition("&")[0].split(",")]
    assert zone == [round(part, 2) for part in zone]
    assert zone[0] < -86
    assert zone[2] > -58
    names, count, _ = expected(real, french, asked, points, page.url)
    assert on_map(page) == names
    assert total(page) == count < everything
    frame = page.locator("path.rp-zone__frame")
    assert frame.count() == 1
    page.get_by_role("button", name="Réduire").click()
    assert here.is_visible()
    assert lift.is_visible()
    lift.click()
    page.wait_for_url(lambda url: "zone=" not in url)
    answered(page)
    assert total(page) == everything
    assert frame.count() == 0
    page.go_back()
    answered(page)
    assert total(page) == count
    assert frame.count() == 1
    assert lift.is_visible()
    open_map(page, site, f"&zone={','.join(f'{part:g}' for part in zone)}")
    shape, stage = frame.bounding_box(), page.locator("[data-stage]").bounding_box()
    assert shape is not None
    assert stage is not None
    assert shape["width"] > stage["width"] * 0.7


def test_dragging_offers_to_search_and_later_answers_do_not_move_the_map(page: Page, site: str) -> None:
    open_map(page, site, "&country=HT")
    stage = page.locator("[data-stage]")
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    expect(page.get_by_role("button", name=HERE)).to_be_visible()
    land = page.locator("path.rp-land-france")
    where = land.bounding_box()
    page.locator("[data-facet=type] [data-value=initiative] input").check()
    page.wait_for_url("**type=initiative*")
    answered(page)
    assert where is not None
    after = land.bounding_box()
    assert after is not None
    # The page may scroll, and the map with it: what must not change is the map inside its frame.
    moved = stage.bounding_box()
    assert moved is not None
    assert after["x"] - moved["x"] == pytest.approx(where["x"] - box["x"], abs=1)
    assert after["y"] - moved["y"] == pytest.approx(where["y"] - box["y"], abs=1)


def test_the_map_looks_at_the_results_until_the_visitor_moves_it(page: Page, site: str) -> None:
    def inside() -> bool:
        return bool(
            page.evaluate(
                """(shown) => {
                    const frame = document.querySelector('[data-stage]').getBoundingClientRect();
                    return [...document.querySelectorAll(shown)].every((point) => {
                        const { left, right, top, bottom } = point.getBoundingClientRect();
                        return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
                    });
                }""",
                SHOWN,
            )
        )

    open_map(page, site, "&country=HT")
    assert inside()
    page.locator("[data-facet=type] [data-value=place] input").check()
    page.wait_for_url("**type=place*")
    answered(page)
    assert page.locator(SHOWN).count() > 10
    assert inside()
    page.go_back()
    page.wait_for_url(lambda url: "type=" not in url)
    answered(page)
    assert inside()


def test_list_and_map_show_each_other(page: Page, site: str, real: Directory) -> None:
    open_map(page, site, "&country=PE&type=initiative")
    entry = page.locator("[data-results] > [data-number]").filter(has_text="Chartres")
    entry.locator("a").first.focus()
    assert page.locator("path.rp-here").count() == 2
    assert painted(page, "canvas.rp-lines--clear")[0] > 100
    assert page.locator(".rp-pointing").count() == 1
    point(page, "Cusco (Pérou)").hover(force=True)
    marked = page.locator(".rp-there")
    assert marked.count() >= 1
    ids = marked.evaluate_all("found => found.map(each => each.dataset.id)")
    assert set(ids) <= {each.id for each in real.initiatives_at["pe-cusco"]}
    assert entry.evaluate("each => each.classList.contains('rp-there')")
    page.locator("h1").hover()
    assert marked.count() == 0


def test_an_address_that_holds_a_former_id_means_the_record_of_today(page: Page, site: str) -> None:
    """The place and the network are made to have had other ids: what the build writes of that is tested beside it."""
    made = {"map.json": {"fr-ancien": "fr-lyon"}, "core.json": {"network": {"ancien": "cites-unies-france"}}}

    def answer(route: Route) -> None:
        data = json.loads(route.fetch().text())
        data["former"] = made[route.request.url.rpartition("/")[2]]
        route.fulfill(body=json.dumps(data), content_type="application/json")

    page.route(re.compile(r"/search/(map|core)\.json$"), answer)
    for asked, today in (("place=fr-ancien", "place=fr-lyon"), ("network=ancien", "network=cites-unies-france")):
        totals = []
        for question in (asked, today):
            page.goto(f"{site}/recherche/?{question}")
            answered(page)
            totals.append(page.get_attribute("[data-total]", "data-total"))
            assert page.locator("[data-ignored]").count() == 0
        assert totals[0] == totals[1]
        assert 0 < int(totals[0] or 0) < 300


def test_the_map_page_opens_a_place_by_its_former_id(page: Page, site: str) -> None:
    def answer(route: Route) -> None:
        data = json.loads(route.fetch().text())
        data["former"] = {"fr-ancien": "fr-lyon"}
        route.fulfill(body=json.dumps(data), content_type="application/json")

    page.route("**/map/atlas.json", answer)
    page.goto(f"{site}/carte/?lieu=fr-ancien")
    page.wait_for_selector("[data-map][data-ready]")
    assert "Lyon" in page.inner_text("[data-panel]")
