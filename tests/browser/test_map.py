"""The map as visitors use it: drawn when seen, by keyboard, filtered, by finger, without a script."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator.maps.atlas import countries_of
from generator.maps.lying import Lying
from generator.model.directory import Directory
from tests.browser.axe import Look, looks
from tests.browser.calm import calm
from tests.browser.explorer_map import within

READY = "[data-map][data-ready]"
SHOWN = "path[class*='rp-at-']:not(.rp-off)"


def open_map(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(READY)


def focused(page: Page) -> str:
    found = page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
    return str(found).strip()


def width(shape: Locator) -> float:
    box = shape.bounding_box()
    assert box is not None
    return box["width"]


def pick(page: Page, name: str, *values: str) -> None:
    """Ticks these values of a filter, and no others, as a visitor would."""
    box = page.locator(f"[data-pick={name}]")
    box.locator("summary").click()
    for value in {*picked(page, name), *values}:
        box.locator(f"[value={value}]").set_checked(value in values)
    page.keyboard.press("Escape")


def picked(page: Page, name: str) -> list[str]:
    found = page.eval_on_selector_all(f"[data-pick={name}] input:checked", "found => found.map(each => each.value)")
    return list(found)


def on_map(page: Page) -> list[str]:
    found = page.eval_on_selector_all(SHOWN, "found => found.map(each => each.getAttribute('aria-label'))")
    return sorted(found)


def on_list(page: Page) -> list[str]:
    script = """found => found.map(each => {
        const text = (where, what) => where.querySelector(what).textContent.trim();
        const [name, count] = [text(each, '[data-show]'), text(each, '[data-count]')];
        return [name, text(each.closest('details'), '[data-name]'), count];
    })"""
    found = page.eval_on_selector_all("[data-place]:not([hidden])", script)
    return sorted(f"{within(name, country)}\u00a0: {count}" for name, country, count in found)


def test_a_map_is_loaded_only_when_scrolled_to(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.set_viewport_size({"width": 1280, "height": 300})
    calm(page, f"{site}/")
    assert not [address for address in asked if "leaflet" in address]
    page.locator("[data-map]").scroll_into_view_if_needed()
    page.wait_for_selector(READY)
    assert [address for address in asked if address.endswith("leaflet.js")]
    assert page.locator("path.rp-arc").count() > 100


def test_map_and_list_show_the_same_places_and_counts(page: Page, site: str, real: Directory) -> None:
    open_map(page, f"{site}/carte/")
    assert on_map(page) == on_list(page)
    assert len(on_map(page)) == len(real.initiatives_at)
    divisions = Lying(real).divisions
    seen = set()
    for countries, territory, theme in [
        (["BR"], "", ""),
        ([], "", "water-sanitation"),
        (["BR", "PE"], "", "culture"),
        ([], "departement-35", ""),
    ]:
        pick(page, "country", *countries)
        pick(page, "territory", *filter(None, [territory]))
        page.select_option("[name=theme]", theme)
        shown = on_map(page)
        assert shown == on_list(page)
        assert 0 < len(shown) < len(real.initiatives_at)
        seen.add(tuple(shown))
        there = {each.id for place in divisions.get(territory, ()) for each in real.initiatives_at.get(place, ())}
        answer = [
            each
            for each in real.initiatives.values()
            if (not theme or theme in real.with_broader(each.themes))
            and (not countries or set(countries) & set(countries_of(real, each)))
            and (not territory or each.id in there)
        ]
        assert page.locator("[data-status]").inner_text().startswith(f"{len(answer)} initiative")
        total = "element => Number.parseInt(element.querySelector('summary [data-count]').textContent) || 0"
        for code in countries:
            here = sum(code in countries_of(real, each) for each in answer)
            assert page.locator(f"details[data-country={code}]").evaluate(total) == here
    assert len(seen) == 4
    page.click("[type=reset]")
    assert len(on_map(page)) == len(real.initiatives_at)


def test_the_address_says_the_state_and_the_history_works(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/?country=CL&theme=culture")
    assert picked(page, "country") == ["CL"]
    assert page.input_value("[name=theme]") == "culture"
    page.select_option("[name=theme]", "")
    assert page.url == f"{site}/carte/?country=CL"
    pick(page, "country", "CL", "PE")
    assert page.url == f"{site}/carte/?country=CL&country=PE"
    assert page.locator("#rp-picked-country").inner_text() == "2 choix"
    pick(page, "territory", "region-53")
    assert page.url.endswith("?country=CL&country=PE&territory=region-53")
    for count in (1, 2):  # the region, then what was added to the country
        page.go_back()
        assert picked(page, "country") == (["CL", "PE"] if count == 1 else ["CL"])
        assert on_map(page) == on_list(page)
    page.go_forward()
    assert picked(page, "country") == ["CL", "PE"]
    open_map(page, f"{site}/carte/?country=XX&region=nowhere&theme=nothing&lieu=nowhere")
    assert not picked(page, "country")
    assert not picked(page, "territory")
    assert page.locator("[data-panel]").is_hidden()


def test_what_has_no_initiative_is_listed_only_once_it_is_asked_for(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")
    assert page.get_by_text("aucune initiative", exact=True).locator("visible=true").count() == 0
    egypt, place = page.locator("details[data-country=EG]"), "[data-place=eg-charm-el-cheikh]"
    assert egypt.is_hidden()
    open_map(page, f"{site}/carte/?lieu=eg-charm-el-cheikh")
    assert egypt.is_visible()
    assert "Charm el-Cheikh" in page.locator("[data-panel]").inner_text()
    page.click("[data-panel-close]")
    assert page.locator(place).is_hidden()
    assert page.evaluate("document.activeElement !== document.body")
    open_map(page, f"{site}/carte/?country=BL")
    assert page.locator("[data-place=bl-saint-barthelemy]").is_visible()
    assert picked(page, "country") == ["BL"]


def test_a_place_has_an_address(page: Page, site: str, real: Directory) -> None:
    open_map(page, f"{site}/carte/?lieu=fr-lyon")
    panel = page.locator("[data-panel]")
    assert panel.get_by_role("heading", name="Lyon").is_visible()
    links = panel.locator("li a").evaluate_all("found => found.map(each => each.href)")
    for each in (*real.initiatives_at["fr-lyon"], *real.actors_at["fr-lyon"]):
        section = "initiatives" if each.folder == "initiatives" else "acteurs"
        assert f"{site}/{section}/{each.id}/" in links
    assert page.locator("path.rp-chosen").count() == 1
    assert panel.get_by_role("button", name="Rhône-Alpes", exact=False).count() >= 1


def test_the_keyboard_goes_everywhere_on_the_map(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")
    page.locator(".rp-map__tools button").last.focus()
    page.keyboard.press("Tab")
    order = page.eval_on_selector_all(
        "[data-place]:not([hidden]) [data-show]", "found => found.map(each => each.textContent.trim())"
    )
    assert focused(page).startswith(order[0])
    for key, at in [("ArrowRight", 1), ("ArrowDown", 2), ("ArrowLeft", 1), ("End", -1), ("Home", 0)]:
        page.keyboard.press(key)
        assert focused(page).startswith(order[at]), key
    page.keyboard.press("PageDown")
    second = focused(page)
    assert "Bolivie" in second
    inside = page.evaluate(
        """() => {
            const [point, stage] = [document.activeElement, document.querySelector('[data-stage]')];
            const [a, b] = [point.getBoundingClientRect(), stage.getBoundingClientRect()];
            return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
        }"""
    )
    assert inside
    page.keyboard.press("Enter")
    name = second.partition(" (")[0]
    assert focused(page) == name
    assert "lieu=bo-" in page.url
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-panel] li') !== null")
    page.keyboard.press("Escape")
    assert focused(page) == second
    assert page.locator("[data-panel]").is_hidden()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-stage]')") is None


def test_closing_the_panel_gives_the_focus_back_to_the_list(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/?country=HT")
    link = page.locator("[data-country=HT] [data-show]").first
    link.focus()
    page.keyboard.press("Enter")
    name = link.inner_text()
    assert focused(page) == name
    page.click("[data-panel-close]")
    assert page.evaluate("document.activeElement.matches('[data-show]')")
    assert focused(page) == name


def test_zoom_buttons_and_views_move_the_map(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")

    guyane, france = page.locator("path.rp-land-overseas").nth(1), page.locator("path.rp-land-france")
    before, mainland = width(guyane), width(france)
    page.get_by_role("button", name="Agrandir").click()
    assert width(guyane) > before * 1.4
    page.get_by_role("button", name="Réduire").click()
    page.get_by_role("button", name="France hexagonale").click()
    assert width(france) > mainland * 5
    page.get_by_role("button", name="Guyanes").click()
    assert 4 * before < width(guyane) < width(page.locator("[data-stage]")) / 2
    page.get_by_role("button", name="Vue d’ensemble").click()
    assert width(guyane) == pytest.approx(before, rel=0.02)


HIDDEN_DOTS = """shown => {
    const box = (element) => element.getBoundingClientRect();
    const frame = box(document.querySelector("[data-stage]"));
    const over = [...document.querySelectorAll(".rp-map__tools button, .rp-zone button, .rp-map__call .rp-button")];
    const controls = over.map(box).filter(({ height }) => height);
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const inside = (a) =>
        a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;
    return shown.filter((dot) => !inside(box(dot)) || controls.some((each) => meet(box(dot), each)))
        .map((dot) => dot.getAttribute("aria-label"));
}"""


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.weekly)])
def test_no_dot_lies_under_a_control_or_past_the_edge(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ready = f"{READY}, [data-view=map][data-ready]"
    for address in (
        "/",
        "/carte/",
        "/carte/?region=bretagne",
        "/recherche/?view=map",
        "/recherche/?view=map&country=CL",
    ):
        page.goto(site + address)
        page.locator("[data-stage]").scroll_into_view_if_needed()
        page.wait_for_selector(ready)
        assert page.locator(SHOWN).count() > 10, address
        assert page.eval_on_selector_all(SHOWN, HIDDEN_DOTS) == [], address
    # A view of the search's map offers to search there: one more button.
    page.get_by_role("button", name="Vue d’ensemble").click()
    assert page.get_by_role("button", name="Chercher dans cette zone").is_visible()
    assert page.eval_on_selector_all(SHOWN, HIDDEN_DOTS) == []


def test_points_are_named_once_they_are_near_and_few(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")
    names = page.locator(".rp-town")
    assert names.count() == 0
    page.get_by_role("button", name="Guyanes").click()
    names.first.wait_for()
    assert {"Kourou", "Saint-Georges"} <= {*names.all_inner_texts()}
    page.get_by_role("button", name="France hexagonale").click()  # near, but too many
    names.first.wait_for(state="detached")


def test_the_filters_are_shut_by_the_keyboard_and_by_going_elsewhere(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")
    box = page.locator("[data-pick=country]")
    line = box.locator("summary")
    expect(line).to_have_accessible_name("Pays ou territoire Tous")
    line.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert picked(page, "country") == ["AR"]
    assert box.get_by_role("list", name="Territoires français").locator("label:visible").all_inner_texts() == [
        "Guadeloupe",
        "Guyane française",
        "Martinique",
        "Saint-Martin",
    ]
    page.keyboard.press("Escape")
    assert box.get_attribute("open") is None
    expect(line).to_be_focused()
    line.click()
    page.locator("h1").click()
    assert box.get_attribute("open") is None


def test_a_click_on_a_point_opens_its_place(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")
    point = page.get_by_role("button", name="Quito (Équateur)", exact=False)
    point.click(force=True)
    assert page.locator("[data-panel-title]").inner_text() == "Quito"
    assert "lieu=ec-quito" in page.url


@pytest.mark.parametrize("address", ["/", "/carte/", "/pays/gf/", "/acteurs/collectivite-territoriale-guyane/"])
def test_french_territories_of_the_region_stand_out(page: Page, site: str, address: str) -> None:
    page.goto(site + address)
    page.locator("[data-map]").scroll_into_view_if_needed()
    page.wait_for_selector(READY)
    assert page.locator("path.rp-land-overseas").count() == 5
    assert page.locator(".rp-name").all_inner_texts()


def test_a_factsheet_draws_the_places_it_lists(page: Page, site: str) -> None:
    page.goto(f"{site}/acteurs/collectivite-territoriale-guyane/")
    page.locator("[data-map]").scroll_into_view_if_needed()
    page.wait_for_selector(READY)
    listed = page.locator("[data-lat]")
    near = page.locator("[data-lat][data-near]").count()
    assert page.locator(SHOWN).count() == listed.count() > 5
    assert page.locator("path[class*='-near']").count() == near > 2
    assert page.locator("path.rp-arc").count() == listed.count() - 1
    assert page.locator("path.rp-arc[stroke^='url']").count() == listed.count() - 1
    page.locator(SHOWN).nth(0).focus()
    page.keyboard.press("End")
    assert focused(page) == listed.last.inner_text().strip()
    page.keyboard.press("Enter")
    page.wait_for_url("**/carte/?lieu=*")


def test_the_list_says_it_all_without_a_script(browser: Browser, site: str, real: Directory) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/carte/")
    assert page.locator("[data-place]").count() == len(real.places)
    assert page.locator(".rp-map__frame").is_hidden()
    assert page.locator("[data-filters]").is_hidden()
    page.locator("details[data-country=HT] summary").click()
    assert page.locator("details[data-country=HT] [data-show]").first.is_visible()
    page.goto(f"{site}/pays/ht/")
    assert page.locator(".rp-map__frame").is_hidden()
    assert page.locator("[data-lat]").count() > 10
    context.close()


def test_the_detailed_background_is_asked_for_after_a_click_only(browser: Browser, site: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route(lambda url: not url.startswith(site), answer)
    open_map(page, f"{site}/carte/")
    page.wait_for_load_state("networkidle")
    button = page.get_by_role("button", name="Afficher un fond détaillé")
    assert "tile.openstreetmap.org" in page.locator(".rp-map__tiles").inner_text()
    assert not asked
    button.click()
    page.wait_for_function("() => document.querySelector('.leaflet-tile')")
    page.wait_for_timeout(300)
    assert asked
    assert all(address.startswith("https://tile.openstreetmap.org/") for address in asked)
    assert page.get_by_role("link", name="contributeurs OpenStreetMap", exact=False).is_visible()
    page.get_by_role("button", name="Retirer le fond détaillé").click()
    assert page.locator(".leaflet-tile").count() == 0
    asked.clear()
    open_map(page, f"{site}/carte/")
    assert not asked
    context.close()


def test_words_are_shown_as_words(page: Page, site: str) -> None:
    hostile = "<img src=x onerror=document.title='run'>{{7*191}}"

    def answer(route: Route) -> None:
        data = route.fetch().json()
        texts = {key: f"{hostile}{text}" for key, text in data["texts"].items()}
        overseas = dict.fromkeys(data["overseas"], hostile)
        route.fulfill(body=json.dumps({"texts": texts, "overseas": overseas}), content_type="application/json")

    page.route("**/words.json", answer)
    open_map(page, f"{site}/carte/?lieu=fr-lyon")
    page.locator(SHOWN).nth(3).focus()
    assert page.locator("[data-atlas] img").count() == 0
    assert hostile in page.locator("[data-status]").inner_text()
    assert page.title() != "run"


def test_a_map_that_cannot_load_says_so_and_the_filters_still_work(page: Page, site: str) -> None:
    parts = re.compile(r"/(base|layers|leaflet)\.js$")
    page.route(parts, lambda route: route.abort())
    page.goto(f"{site}/carte/")
    page.get_by_role("button", name="Réessayer").wait_for()
    pick(page, "country", "BR")
    assert page.locator("[data-place]:not([hidden])").count() < 100
    page.unroute(parts)
    page.get_by_role("button", name="Réessayer").click()
    page.wait_for_selector(READY)
    assert on_map(page) == on_list(page)


def test_a_script_that_failed_is_asked_for_again(page: Page, site: str) -> None:
    script = re.compile(r"/atlas/atlas\.js")
    page.route(script, lambda route: route.abort())
    page.goto(f"{site}/carte/")
    retry = page.get_by_role("button", name="Réessayer")
    retry.click()
    retry.click()
    retry.wait_for()  # refused again
    page.unroute(script)
    retry.click()
    page.wait_for_selector(READY)


def test_one_finger_scrolls_the_page_and_a_tap_opens_a_place(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    open_map(page, f"{site}/carte/")
    stage = page.locator("[data-stage]")
    assert stage.evaluate("each => getComputedStyle(each).touchAction") == "pan-x pan-y"
    assert not stage.evaluate("each => each.classList.contains('leaflet-touch-drag')")
    stage.scroll_into_view_if_needed()
    box = page.get_by_role("button", name="Quito (Équateur)", exact=False).bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    title = page.locator("[data-panel-title]")
    title.wait_for()
    assert title.evaluate("each => each.getBoundingClientRect().top < innerHeight")
    context.close()


def test_the_wheel_scrolls_the_page_until_the_map_is_clicked(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")
    stage = page.locator("[data-stage]")
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 30)
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 120)
    page.wait_for_timeout(200)
    middle = page.evaluate("scrollY")
    assert middle > before
    page.mouse.wheel(0, -120)
    page.wait_for_timeout(200)
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] - 30)
    guyane = page.locator("path.rp-land-overseas").nth(1)
    small = width(guyane)
    page.mouse.wheel(0, -120)
    page.wait_for_timeout(400)
    assert width(guyane) > small


def test_lines_are_great_circles(page: Page, site: str, scripts: str) -> None:
    page.goto(f"{site}/carte/")
    script = """async ([scripts, ends]) => {
        const { greatCircle } = await import(`${scripts}/map/arc.js`);
        return ends.map(([from, to]) => greatCircle(from, to));
    }"""
    paris, mexico, fiji, samoa = [48.86, 2.35], [19.43, -99.13], [-18.1, 178.4], [-13.8, -171.8]
    ends = [[paris, mexico], [fiji, samoa], [paris, paris]]
    across, pacific, still = page.evaluate(script, [scripts, ends])
    assert across[0] == paris
    assert across[-1] == mexico
    assert max(lat for lat, _ in across) > 52
    assert all(before[1] > after[1] for before, after in pairwise(across))
    assert all(abs(before[1] - after[1]) < 5 for before, after in pairwise(pacific))
    assert still == [paris, paris]


@pytest.mark.weekly
@looks()
def test_axe_finds_nothing_on_the_map_in_use(browser: Browser, site: str, look: Look) -> None:
    with look.opened(browser) as page:
        open_map(page, f"{site}/carte/?lieu=fr-lyon&country=HT")
        page.locator(SHOWN).nth(0).focus()
        page.locator("[data-pick=country] summary").click()
        assert look.violations(page) == []


def test_printing_opens_the_list(page: Page, site: str) -> None:
    open_map(page, f"{site}/carte/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".rp-map__frame").is_hidden()
    assert page.locator("[data-show]").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[data-country][open]").count() == 0
