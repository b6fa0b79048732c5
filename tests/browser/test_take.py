"""What visitors take away: files equal to the command's, the link, a frame that works on another site."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from generator.export.files import as_csv, as_geojson, as_json
from generator.export.head import head, labels
from generator.export.rows import entries_of
from generator.files.dating import content_date
from generator.model.directory import Directory
from generator.search import State, facts, select
from generator.words.edition import Edition
from tests.browser.axe import Look, looks
from tests.browser.conftest import ROOT

NARROWEST = 280
"""Width of a frame that still has to be read: a column beside a text."""
SITE = "https://cites-unies-france.github.io/repertoire/"
FORMS = ("spreadsheets", "csv", "json", "geojson")
QUESTIONS = (
    "country=PE&theme=water-sanitation",
    "type=initiative&grouping=mercosur&from=2000&to=2020&sort=-start",
    "type=actor&kind=university-research&country=BR,FR&view=table",
    "zone=-82,-19,-68,0&view=map",
    "place=fr-lyon&shown=40",
    "verified=never&region=bretagne&region=occitanie",
    "type=theme&theme=culture",
    "",
)
LIKE = ("place=fr-lyon&shown=40", "type=theme&theme=culture", "verified=never&region=bretagne&region=occitanie", "")
"""Those of them whose files are filled as another one's: asked every week."""


@pytest.fixture(scope="module")
def edition(real: Directory) -> Edition:
    """The built site's: its date is that of the content."""
    return Edition("fr", content_date(ROOT / "content", real))


def expected(directory: Directory, edition: Edition, question: str) -> dict[str, str]:
    """Form → the command's file."""
    state = State.read(question)
    known = facts(directory, edition.as_of)
    points = {place.id: (place.lat, place.lon) for place in directory.places.values()}
    entries = list(entries_of(select(known, state, points), directory, edition, known))
    site = SITE + edition.path
    said = head(edition, site, state)
    return {
        "spreadsheets": as_csv(entries, site, labels(edition), spreadsheets=True),
        "csv": as_csv(entries, site, labels(edition)),
        "json": as_json(entries, site, said),
        "geojson": as_geojson(entries, site, said),
    }


def ask(page: Page, address: str) -> None:
    """Opens a search and waits until its results can be taken away."""
    page.goto(address)
    page.wait_for_function("() => document.documentElement.dataset.searchReady === 'true'")
    page.wait_for_selector("[data-take]:not([hidden])")


def download(page: Page, form: str) -> tuple[str, bytes]:
    """Name and content of the file behind a button."""
    with page.expect_download() as waited:
        page.click(f"[data-file={form}]")
    return waited.value.suggested_filename, Path(waited.value.path()).read_bytes()


def open_frame(page: Page) -> str:
    """Opens the part that makes the code for another site; the code it starts with, written when the part is open."""
    page.click("[data-frame] summary")
    page.wait_for_function("() => document.querySelector('[data-frame-code]').value !== ''")
    return page.input_value("[data-frame-code]")


def said(page: Page) -> str:
    return page.locator("[data-take-said]").inner_text()


@pytest.mark.parametrize(
    "question",
    [pytest.param(each, marks=[pytest.mark.weekly] * (each in LIKE)) for each in QUESTIONS],
)
def test_files_are_those_of_the_command(
    question: str, page: Page, site: str, real: Directory, edition: Edition
) -> None:
    wanted = expected(real, edition, question)
    ask(page, f"{site}/recherche/?{question}")
    total = page.locator("[data-total]").get_attribute("data-total")
    page.click("[data-files] summary")
    names = set()
    for form in FORMS:
        name, content = download(page, form)
        names.add(name)
        assert content.decode() == wanted[form], (question, form)
        page.wait_for_function(
            "name => document.querySelector('[data-take-said]').textContent.includes(name)", arg=name
        )
        assert re.sub(r"\D", "", said(page).partition("fiche")[0]) == total
    assert len(names) == len(FORMS)


def test_files_of_the_other_edition_are_in_its_language(
    page: Page, site: str, real: Directory, edition: Edition
) -> None:
    wanted = expected(real, Edition("es", edition.as_of), "country=MX")
    ask(page, f"{site}/es/recherche/?country=MX")
    page.click("[data-files] summary")
    for form in FORMS:
        name, content = download(page, form)
        assert content.decode() == wanted[form], form
        assert re.match("directorio-cooperacion-(hoja-)?mexico-", name)


def test_a_file_of_words_holds_what_the_page_shows(page: Page, site: str) -> None:
    ask(page, f"{site}/recherche/?q=eau+p%C3%A9rou&shown=200")
    shown = page.locator("[data-results] > *").evaluate_all("all => all.map((each) => each.dataset.id)")
    page.click("[data-files] summary")
    name, content = download(page, "csv")
    assert re.fullmatch(r"repertoire-cooperation-eau-perou-\d{4}-\d\d-\d\d\.csv", name)
    rows = re.findall(r"^[^,\n]+,([a-z0-9-]+),", content.decode(), re.M)
    assert sorted(rows) == sorted(shown)
    _, content = download(page, "json")
    assert '"q": "eau pérou"' in content.decode()


def test_a_file_follows_the_filters_chosen_since(page: Page, site: str) -> None:
    ask(page, f"{site}/recherche/?country=PE")
    page.click("[data-files] summary")
    page.locator("[data-facet=country] [data-value=HT] input").evaluate("box => box.click()")
    page.wait_for_url("**country=PE&country=HT*")
    page.wait_for_function("() => document.documentElement.dataset.searchReady === 'true'")
    total = page.locator("[data-total]").get_attribute("data-total")
    _, content = download(page, "json")
    assert f'"count": {total},' in content.decode()


def test_a_failed_download_says_so_and_can_be_asked_again(page: Page, site: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/rows.json", refuse)
    ask(page, f"{site}/recherche/?country=PE")
    page.click("[data-files] summary")
    page.click("[data-file=csv]")
    page.wait_for_function("() => document.querySelector('[data-take-said]').textContent.includes('réessayez')")
    page.unroute("**/rows.json", refuse)
    assert download(page, "csv")[1]


def test_the_keyboard_takes_a_file_away(page: Page, site: str) -> None:
    ask(page, f"{site}/recherche/?country=PE")
    page.focus("[data-files] summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.file") == "spreadsheets"
    with page.expect_download():
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.file") == "spreadsheets"
    assert page.locator("[data-take-said]").get_attribute("role") == "status"


def test_the_link_is_copied(context: BrowserContext, page: Page, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, f"{site}/recherche/?country=BR,PE&view=table")
    page.click("[data-copy=link]")
    page.wait_for_function("() => document.querySelector('[data-take-said]').textContent === 'Lien copié.'")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}/recherche/?country=BR&country=PE&view=table"
    assert page.locator("[data-by-hand]").is_hidden()


def test_a_letter_brings_the_question_and_its_address_and_paper_is_one_click_away(page: Page, site: str) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    ask(page, f"{site}/recherche/?q=eau&country=PE")
    letter = parse_qs(urlsplit(page.get_attribute("[data-mail]", "href") or "").query)
    assert "eau" in letter["subject"][0]
    assert "Pérou" in letter["subject"][0]
    assert letter["body"] == [page.url]
    page.click("[data-print]")
    assert page.evaluate("window.printed") == 1


def test_the_permanent_link_of_a_sheet_is_one_click_away(context: BrowserContext, page: Page, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/initiatives/chartres-lujan/")
    page.click("[data-share] button")
    page.get_by_text("Lien copié.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE}initiatives/chartres-lujan/"


def test_the_table_says_who(page: Page, site: str) -> None:
    ask(page, f"{site}/recherche/?q=bouguenais&type=initiative&view=table")
    who = page.locator("[data-id=bouguenais-el-tuma-la-dalia] [data-cell=who]").inner_text()
    assert who.startswith("Bouguenais, ")


def test_a_browser_that_does_not_copy_lets_the_visitor_do_it(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    ask(page, f"{site}/recherche/?country=PE")
    page.click("[data-copy=link]")
    page.wait_for_function("() => document.activeElement.matches('[data-address]')")
    assert page.evaluate(
        "getSelection().toString() || document.activeElement.value.slice(0, document.activeElement.selectionEnd)"
    ) == (f"{site}/recherche/?country=PE")
    assert "Ctrl" in said(page)


@pytest.fixture
def other(context: BrowserContext) -> Page:
    """A page of another site."""
    found = context.new_page()
    found.set_content("<!doctype html><html lang=fr><title>Ailleurs</title><body>")
    return found


def test_the_code_shows_the_search_on_another_site(page: Page, other: Page, site: str) -> None:
    ask(page, f"{site}/recherche/?country=PE&theme=water-sanitation&taxonomy=sdg&shown=40")
    open_frame(page)
    page.fill("[data-frame-width]", "320")
    page.fill("[data-frame-height]", "450")
    page.fill("[data-frame-shown]", "3")
    code = page.input_value("[data-frame-code]")
    assert code.startswith(f'<iframe src="{site}/integrer/?country=PE&amp;theme=water-sanitation&amp;shown=3"')
    assert 'width="320" height="450"' in code
    assert html.unescape(code.partition('title="')[2].partition('"')[0]).endswith("– Pérou · Eau et assainissement")
    assert page.get_attribute("[data-frame-preview]", "href") in html.unescape(code)
    other.evaluate("code => document.body.insertAdjacentHTML('beforeend', code)", code)
    frame = other.frame_locator("iframe")
    frame.locator("html[data-search-ready=true]").wait_for()
    assert frame.locator("h1").inner_text() == "Pérou · Eau et assainissement"
    assert frame.locator("[data-results] > *").count() == 3
    total = page.locator("[data-total]").get_attribute("data-total")
    assert frame.locator("[data-total]").get_attribute("data-total") == total
    links = frame.locator("a").evaluate_all("all => all.map((each) => [each.target, each.rel])")
    assert len(links) >= 4
    assert all(each == ["_blank", "noopener"] for each in links)
    whole = frame.locator("[data-whole]")
    assert whole.get_attribute("href") is not None
    assert whole.evaluate("link => link.href") == f"{site}/recherche/?country=PE&theme=water-sanitation"
    assert not frame.locator("header.rp-header, footer").count()


def test_what_makes_no_sense_in_the_form_leaves_the_code_as_it_was(page: Page, site: str) -> None:
    ask(page, f"{site}/recherche/?country=PE")
    before = open_frame(page)
    page.fill("[data-frame-width]", "12")
    page.fill("[data-frame-height]", "")
    page.fill("[data-frame-shown]", "5000")
    assert page.input_value("[data-frame-code]") == before
    assert 'width="100%" height="600"' in before


def test_a_map_in_a_frame_shows_points_and_the_list(page: Page, site: str) -> None:
    page.goto(f"{site}/integrer/?country=PE&view=map&shown=5")
    page.wait_for_selector("[data-view=map][data-ready=true]")
    page.wait_for_function("() => document.documentElement.dataset.searchReady === 'true'")
    assert page.locator("[data-results] > *").count() == 5
    steps = page.evaluate("history.length")
    before = page.locator("[data-total]").get_attribute("data-total")
    point = page.locator("[data-view=map] [aria-pressed][tabindex='0']")
    point.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("before => document.querySelector('[data-total]').dataset.total !== before", arg=before)
    assert "place=" in page.evaluate("document.querySelector('[data-whole]').href")
    assert page.evaluate("history.length") == steps


def test_a_frame_survives_a_failed_download(page: Page, site: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/columns.json", refuse)
    page.goto(f"{site}/integrer/?country=PE")
    page.wait_for_selector("[data-failure]:not([hidden])")
    page.unroute("**/columns.json", refuse)
    page.click("[data-retry]")
    page.wait_for_selector("[data-results] > *")
    assert page.locator("[data-failure]").is_hidden()


def test_engines_leave_the_frame_out(page: Page, site: str) -> None:
    page.goto(f"{site}/integrer/")
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"


@looks(360, NARROWEST)
def test_axe_finds_no_violation_and_nothing_overflows(browser: Browser, site: str, look: Look) -> None:
    with look.opened(browser) as page:
        wrong = _frames(page, site, look)
        ask(page, f"{site}/recherche/?country=PE")
        page.click("[data-files] summary")
        open_frame(page)
        page.click("[data-copy=link]")
        wrong += look.violations(page, "panel")
    assert wrong == []


def _frames(page: Page, site: str, look: Look) -> list[str]:
    wrong = []
    more = ("/integrer/?q=xyzzy", "/es/integrer/?country=PE") if look.whole else ()
    for address in ("/integrer/?q=eau", *more):
        page.goto(site + address)
        page.wait_for_function("() => document.documentElement.dataset.searchReady === 'true'")
        wrong += look.violations(page, address)
    page.goto(f"{site}/integrer/?country=PE&view=map")
    page.wait_for_selector("[data-view=map][data-ready=true]")
    return wrong + look.violations(page, "map")


def test_paper_shows_no_control(page: Page, site: str) -> None:
    ask(page, f"{site}/recherche/?country=PE")
    page.emulate_media(media="print")
    assert not page.locator("[data-copy=link]").is_visible()
