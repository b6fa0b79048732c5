"""A facet is declared once: its row in ``search/facet.py``, a mark on its field, its words."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest

from generator.model import Actor, Initiative, Term, Vocabulary
from generator.model.directory import Directory, link
from generator.model.links import ThemeId
from generator.model.shows import Shows
from generator.model.values import Id, Value
from generator.render.pages import render
from generator.search import State, facts, select
from generator.search.facet import ASKED, FACETS, NAMES, PERIOD, TERRITORY, Facet, field_of, on_page, worded
from generator.search.shown import Shown
from generator.search.state import ZONE
from generator.site import open_directory
from generator.words.catalog import Catalog
from generator.words.edition import Edition, editions

TODAY = datetime.date(2026, 11, 22)


def _words(facet: Facet) -> Iterator[tuple[str, str]]:
    """Catalog and key of each word that the facet needs."""
    for locale in editions():
        yield locale, f"explorer.facet.{facet.name}"
        for value in worded(facet):
            yield locale, f"explorer.{facet.words or facet.name}.{value}"
    yield "cli.fr", f"export.filters.{facet.name}"


def test_no_facet_lacks_a_word() -> None:
    missing = [f"{name}.yml: {key}" for facet in FACETS for name, key in _words(facet) if key not in Catalog(name)]
    assert missing == []


def test_no_word_is_that_of_a_facet_no_more() -> None:
    known = {*NAMES, PERIOD, ZONE}
    assert all(Catalog(locale).section("explorer.facet").keys() <= known for locale in editions())
    assert Catalog("cli.fr").section("export.filters").keys() <= {*NAMES, "from", "to", ZONE}


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_something_says_the_values_of_each_facet(facet: Facet) -> None:
    said = [facet.name in field_of(), bool(facet.values), facet.name in ("place", TERRITORY)]
    assert said.count(True) == 1


def test_addresses_name_facets_in_the_order_they_always_did() -> None:
    """Given addresses stay the same text, whatever the order of the page."""
    order = "type country grouping theme kind territory status frame network lessons verified place"
    assert " ".join(name for name in NAMES if name in order.split()) == order


def test_the_page_shows_the_facets_and_tells_its_scripts(french: Edition) -> None:
    small, _ = open_directory(Path(__file__).parents[1] / "cases" / "base")
    (page,) = (each for each in render(small, french) if each.path == "recherche/index.md")
    text = page.data.decode()
    assert re.findall(r'data-facet-box="(\w+)"', text) == list(on_page())
    assert set(on_page()) == {*NAMES, PERIOD} - {"place"}
    (told,) = re.findall("data-asked>(.*?)<", text)
    assert json.loads(told) == [list(each) for each in ASKED]
    assert ["territory", "region"] in json.loads(told)


# Made up: fields that nothing but their marks tells of


class Club(Value):
    frame: Annotated[Id, Term("frames"), Shows(facet="frame")]
    topics: Annotated[tuple[ThemeId, ...], Shows(facet="theme")] = ()


class Clubbed(Actor):
    clubs: Annotated[tuple[Club, ...], Shows(asked="ties")] = ()


class Told(Initiative):
    taught: Annotated[bool, Shows(asked="outcome", facet="lessons")] = False


@pytest.fixture(scope="module")
def made() -> Directory:
    frames = {"id": "frames", "name": "Cadres", "terms": [{"id": "accord", "label": "Accord fictif"}]}
    themes = [{"id": "rivers", "label": "Rivières", "broader": "water"}, {"id": "water", "label": "Eau"}]
    told = {"title": "Fictif", "modality": "project", "scope": "decentralised", "summary": "Fictif."}
    clubs = [{"frame": "accord", "topics": ["rivers"]}]
    return link(
        [
            Vocabulary.model_validate(frames),
            Vocabulary.model_validate({"id": "sectors", "name": "Thèmes", "taxonomy": True, "terms": themes}),
            Clubbed.model_validate({"id": "ville", "name": "Ville fictive", "kind": "commune", "clubs": clubs}),
            Told.model_validate({"id": "oui", "taught": True, **told}),
            Told.model_validate({"id": "non", **told}),
        ]
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [("frame=accord", ["ville"]), ("theme=water&type=actor", ["ville"]), ("lessons=yes", ["oui"])],
)
def test_a_facet_holds_what_the_marked_fields_say(asked: str, found: list[str], made: Directory) -> None:
    assert [id_ for _, id_ in select(facts(made, TODAY), State.read(asked))] == found


def test_the_values_of_a_facet_follow_from_the_kind_of_its_field(made: Directory, french: Edition) -> None:
    shown = Shown(made, french)
    values = shown.values(facts(made, TODAY))
    assert values["frame"] == ["accord"]
    assert values["theme"] == ["rivers", "water"]
    assert values["lessons"] == ["yes"]
    assert "lessons" not in shown.facets(values)
    assert [shown.labels[at][2] for at in shown.facets(values)["frame"]] == ["Accord fictif"]
