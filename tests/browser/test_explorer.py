"""Filters, views and history of the search page: one state, in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from generator.model.directory import Directory
from tests.browser.explorer import box, counts, focused, in_sight, settle, shown, total, visit

ADDRESSES = (
    "",
    "q=eau",
    "q=eau&country=PE&country=HT",
    "type=initiative&grouping=mercosur&from=2000&to=2010&sort=-start",
    "theme=water-sanitation&kind=commune&view=table&sort=where",
    "region=bretagne&verified=never&taxonomy=sdg&shown=40",
)
LIKE = ("", "q=eau", "q=eau&country=PE&country=HT")
"""Those of them that hold nothing which the others do not: asked every week."""


@pytest.mark.parametrize(
    "question",
    [pytest.param(each, marks=[pytest.mark.weekly] * (each in LIKE)) for each in ADDRESSES],
)
def test_the_address_alone_brings_the_same_screen(page: Page, site: str, question: str) -> None:
    visit(page, site, question)
    before = screen(page)
    assert total(page) > 0
    assert page.url == f"{site}/recherche/" + (f"?{question}" if question else "")
    page.reload()
    settle(page, question)
    assert screen(page) == before


def screen(page: Page) -> list[object]:
    """What is to be seen of an answer."""
    texts = [page.inner_text(f"[data-{part}]") for part in ("said", "chips", "notes", "found")]
    return [*texts, counts(page, "country"), page.input_value("[data-search] input[name=q]")]


def test_a_count_tells_what_its_click_brings(page: Page, site: str) -> None:
    visit(page, site, "theme=water-sanitation")
    told = counts(page, "country")
    for value in ("PE", "HT"):
        page.check(box("country", value))
        settle(page, f"country={value}&theme=water-sanitation")
        assert total(page) == told[value] > 0
        assert counts(page, "country") == told  # as if nothing were chosen in this facet
        page.uncheck(box("country", value))
        settle(page, "theme=water-sanitation")


def test_choices_add_up_inside_a_facet_and_narrow_between_facets(page: Page, site: str) -> None:
    visit(page, site, "type=initiative")
    page.check(box("country", "PE"))
    settle(page, "type=initiative&country=PE")
    peru = total(page)
    page.check(box("country", "HT"))
    settle(page, "type=initiative&country=PE&country=HT")
    both = total(page)
    assert peru < both <= peru + counts(page, "country")["HT"]
    page.locator("[data-facet-box=theme] summary").click()
    page.check(box("theme", "health"))
    settle(page, "type=initiative&country=PE&country=HT&theme=health")
    assert 0 < total(page) < both


def test_the_focus_and_the_value_stay_where_they_are(page: Page, site: str) -> None:
    visit(page, site)
    order = in_sight(page, "country")
    page.focus(box("country", order[3]))
    page.keyboard.press("Space")
    settle(page, f"country={order[3]}")
    assert focused(page) == order[3]
    assert in_sight(page, "country")[: len(order)] == order
    page.keyboard.press("Space")
    settle(page, "")
    assert focused(page) == order[3]


def test_every_choice_is_a_step_of_the_history(page: Page, site: str) -> None:
    visit(page, site)
    page.check(box("type", "initiative"))
    settle(page, "type=initiative")
    page.check(box("country", "BR"))
    settle(page, "type=initiative&country=BR")
    found = shown(page)
    page.click("[data-to-view=table]")
    settle(page, "type=initiative&country=BR&view=table")
    assert shown(page) == found
    for question in ("type=initiative&country=BR", "type=initiative", ""):
        page.go_back()
        settle(page, question)
        assert page.is_checked(box("country", "BR")) == ("BR" in question)
    page.go_forward()
    settle(page, "type=initiative")
    assert page.is_checked(box("type", "initiative"))


def test_territories_are_asked_for_by_level_and_as_addresses_once_did(page: Page, site: str) -> None:
    visit(page, site, "region=bretagne&type=actor")
    assert "Bretagne" in page.locator("[data-chips]").inner_text()
    facet = page.locator("[data-facet-box=territory]")
    assert facet.locator("[data-value=region-53] input").is_checked()
    assert facet.locator("[data-value=departement-29]").is_hidden()
    facet.locator("[data-level]").select_option("departement")
    assert facet.locator("[data-value=departement-29]").is_visible()
    assert facet.locator("[data-value=region-53] input").is_checked()
    facet.locator("input[type=search]").fill("sao pau")
    assert facet.locator("[data-value=br-sp]").count() == 1


def test_every_value_has_its_count_and_empty_ones_are_folded(page: Page, site: str) -> None:
    visit(page, site, "country=PE&type=initiative")
    for facet in (
        "country",
        "theme",
        "kind",
        "territory",
        "network",
        "status",
        "frame",
        "verified",
        "lessons",
        "period",
    ):
        texts = page.locator(f"[data-facet={facet}] [data-count]").all_text_contents()
        assert texts, facet
        assert all(text.isdigit() for text in texts), facet
    told = counts(page, "grouping")
    assert all(told[value] for value in in_sight(page, "grouping"))
    empty = [value for value, count in told.items() if not count]
    button = page.locator("[data-facet=grouping] button", has_text="sans résultat")
    expect(button).to_have_text(f"{len(empty)} sans résultat")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert set(empty) <= set(in_sight(page, "grouping"))


def test_a_long_facet_shows_eight_values_by_count_then_all(page: Page, site: str, real: Directory) -> None:
    """Countries of the region come first: France, where half of the actors stand, is none of them. Its territories
    are no countries: they stand under a title of their own, all in sight."""
    visit(page, site)
    told = counts(page, "country")
    region = {country.code for country in real.countries.values()} - real.overseas
    group = page.get_by_role("list", name="Territoires français")
    territories = group.locator("li:visible").evaluate_all("found => found.map(each => each.dataset.value)")
    assert set(territories) == real.overseas
    first = in_sight(page, "country")
    assert first[8:] == territories
    here = sorted((count for value, count in told.items() if value in region), reverse=True)
    assert [told[value] for value in first[:8]] == here[:8]
    page.locator("[data-facet=country] button", has_text="Tout afficher").click()
    every = in_sight(page, "country")
    assert len(every) == sum(count > 0 for count in told.values())
    assert every[-len(territories) :] == territories
    inside = [value for value in every if value in region]
    assert every[: len(inside)] == inside
    assert [told[value] for value in inside] == [count for count in here if count]
    assert every[len(inside)] == "FR"
    page.locator("[data-facet=country] button", has_text="Afficher moins").click()
    assert in_sight(page, "country") == first


@pytest.mark.parametrize(("typed", "value"), [("perou", "PE"), ("Brazil", "BR"), ("ETATS unis", "VI"), ("rep dom", "")])
def test_a_facet_is_searched_under_every_name(page: Page, site: str, typed: str, value: str) -> None:
    visit(page, site)
    page.fill("[data-facet=country] input[type=search]", typed)
    assert in_sight(page, "country") == ([value] if value else [])
    lost = page.locator("[data-facet=country] [role=status]")
    expect(lost).to_have_text("" if value else "Aucune valeur de ce nom.")
    page.keyboard.press("Escape")
    assert len(in_sight(page, "country")) == 8 + 5


def test_the_theme_facet_shows_one_classification_at_a_time(page: Page, site: str) -> None:
    visit(page, site, "theme=health")
    assert "health" in in_sight(page, "theme")
    page.select_option("[data-taxonomy]", "sdg")
    settle(page, "theme=health&taxonomy=sdg")
    here = in_sight(page, "theme")
    assert "health" in here  # what is chosen stays in sight
    assert len(here) > 1
    assert all(value == "health" or value.startswith("sdg") for value in here), here
    assert counts(page, "theme")["water-sanitation"] > 0


def test_years_are_asked_by_fields_or_by_a_decade(page: Page, site: str) -> None:
    visit(page, site, "type=initiative")
    page.click("[data-facet-box=period] summary")
    told = counts(page, "period")
    page.click("[data-facet=period] [data-value='1990'] button")
    settle(page, "type=initiative&from=1990&to=1999")
    assert total(page) == told["1990"]
    assert page.input_value("[data-from]") == "1990"
    page.fill("[data-from]", "2005")
    page.keyboard.press("Enter")
    assert page.inner_text("[data-wrong]") == "La première année doit précéder la dernière."
    expect(page.locator("[data-from]")).to_have_attribute("aria-invalid", "true")
    page.fill("[data-to]", "")
    page.keyboard.press("Enter")
    settle(page, "type=initiative&from=2005")
    assert page.inner_text("[data-wrong]") == ""
    expect(page.locator("[data-chips] li").last).to_contain_text("Période\u00a0: à partir de 2005")


def test_a_filter_is_lifted_by_its_chip_and_the_focus_goes_on(page: Page, site: str) -> None:
    visit(page, site, "country=HT&country=PE&theme=health")
    chips = page.locator("[data-chips] li a")
    assert chips.all_inner_texts()[1].endswith("Pays ou territoire\u00a0: Pérou")
    expect(chips.nth(1)).to_have_accessible_name(re.compile("Retirer le filtre Pays ou territoire\u00a0: Pérou"))
    chips.nth(0).focus()
    page.keyboard.press("Enter")
    settle(page, "country=PE&theme=health")
    expect(chips.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    settle(page, "theme=health")
    page.keyboard.press("Enter")
    settle(page, "")
    expect(page.locator("[data-heading]")).to_be_focused()


def test_everything_is_cleared_at_once(page: Page, site: str) -> None:
    visit(page, site, "q=eau&country=PE&from=2000&view=table")
    page.click("[data-chips] [data-clear]")
    settle(page, "view=table")
    assert page.input_value("[data-search] input[name=q]") == ""
    assert page.is_hidden("[data-chips]")


def test_what_the_address_asks_and_nobody_knows_is_said(page: Page, site: str) -> None:
    visit(page, site, "country=XX&country=PE&sort=colour")
    notes = page.locator("[data-ignored]").all_inner_texts()
    assert notes == [
        "Le filtre «\u00a0sort=colour\u00a0» n’existe pas\u00a0; il est ignoré.",
        "Le filtre «\u00a0Pays ou territoire\u00a0: XX\u00a0» n’existe pas\u00a0; il est ignoré.",
    ]
    known = shown(page)
    page.check(box("type", "initiative"))
    settle(page, "type=initiative&country=PE")
    assert page.locator("[data-ignored]").count() == 0
    visit(page, site, "country=PE")
    assert shown(page) == known


def test_the_table_is_sorted_by_its_heads(page: Page, site: str) -> None:
    visit(page, site, "type=initiative&country=BR&view=table")
    head = page.locator("th[data-sort=start]")
    assert head.get_attribute("aria-sort") is None
    head.locator("button").click()
    settle(page, "type=initiative&country=BR&view=table&sort=-start")
    expect(head).to_have_attribute("aria-sort", "descending")
    years = [int(found[0]) for text in page.locator("[data-cell=start]").all_inner_texts() if (found := _years(text))]
    assert years == sorted(years, reverse=True)
    assert page.input_value("[data-sorts]") == "-start"
    expect(head.locator("button")).to_be_focused()
    head.locator("button").click()
    settle(page, "type=initiative&country=BR&view=table&sort=start")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.select_option("[data-sorts]", "-title")
    settle(page, "type=initiative&country=BR&view=table&sort=-title")
    expect(page.locator("th[data-sort=title]")).to_have_attribute("aria-sort", "descending")
    assert page.locator("[data-results] th[scope=row]").count() == 20


def _years(text: str) -> list[str]:
    return re.findall(r"\b\d{4}\b", text)


def test_more_results_come_on_demand_and_are_there_when_one_comes_back(page: Page, site: str) -> None:
    visit(page, site, "country=HT")
    assert len(shown(page)) == 20
    page.click("[data-more]")
    settle(page, "country=HT&shown=40")
    expect(page.locator("[data-results] > li")).to_have_count(40)
    expect(page.locator("[data-results] > li:nth-child(21) a")).to_be_focused()
    link = page.locator("[data-results] > li:nth-child(30) a")
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    here = page.evaluate("scrollY")
    link.click()
    page.wait_for_url(lambda url: "recherche" not in url)
    page.go_back()
    settle(page, "country=HT&shown=40")
    expect(page.locator("[data-results] > li")).to_have_count(40)
    page.wait_for_function("here => Math.abs(scrollY - here) < 5", arg=here)


def test_new_results_are_seen_from_their_first(page: Page, site: str) -> None:
    visit(page, site, "shown=60")
    page.evaluate("scrollTo(0, 4000)")
    page.wait_for_timeout(300)
    page.check(box("type", "actor"))
    settle(page, "type=actor")
    expect(page.locator("[data-status]")).to_be_in_viewport()
    page.go_back()
    settle(page, "shown=60")
    page.wait_for_function("() => Math.abs(scrollY - 4000) < 5")


def test_the_map_has_the_list_beside_it_and_a_place_can_be_lifted(page: Page, site: str) -> None:
    visit(page, site, "place=fr-lyon&view=map")
    assert page.is_visible("[data-view=map]")
    assert len(shown(page)) == min(total(page), 20)
    assert page.inner_text("[data-chips] li").endswith("Lieu\u00a0: Lyon")
    page.click("[data-chips] li a")
    settle(page, "view=map")


def test_the_title_tells_the_question(page: Page, site: str) -> None:
    visit(page, site, "q=eau&country=PE&from=2000")
    assert page.title().startswith("eau · Pérou · à partir de 2000 – Recherche – ")
    page.click("[data-chips] [data-clear]")
    settle(page, "")
    assert page.title().startswith("Recherche – ")
