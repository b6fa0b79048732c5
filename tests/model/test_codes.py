"""Codes are told from what only looks like them."""

from __future__ import annotations

import re

import pytest

from generator.maps.towns import towns
from generator.model.codes import ACTORS, INSEE, PLACES, is_checked, is_ror, is_siret
from generator.model.directory import Directory
from tests import node


@pytest.mark.parametrize(
    ("number", "right"),
    [("732829320", True), ("356000000", True), ("732829321", False), ("723829320", False), ("000000000", True)],
)
def test_the_last_figure_of_a_siren_is_checked(number: str, right: bool) -> None:
    assert is_checked(number) == right


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("73282932000074", True),
        ("73282932000075", False),
        ("35600000000048", True),  # its own check digit
        ("35600000000001", True),  # La Poste's exception: the sum of its figures is a multiple of five
        ("35600000000002", False),
        ("7328293200007", False),
        ("٣٤٥٦٧٨٩٠١٣٤٥٦٧", False),
    ],
)
def test_the_number_of_an_establishment_is_told(number: str, right: bool) -> None:
    assert is_siret(number) == right


@pytest.mark.parametrize(
    ("id_", "right"),
    [
        ("04tqhj682", True),
        ("02feahw73", True),
        ("04tqhj683", False),
        ("04tqjh682", False),
        ("05tqhj682", False),
    ],
)
def test_the_last_figures_of_a_ror_id_are_checked_by_page_and_by_form(id_: str, right: bool) -> None:
    assert is_ror(id_) == right
    assert node.call("form/codes.js", "isRor", id_) == right


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("commune", "04019 2A004 2B033 97105 98818 01001 95018", "4019 2C004 20004 96001 00001 69 69M 2a004"),
        ("department", "01 2A 95 971 988 69D 20R 6AE 75C", "1 20 96 979 00 69123 2a"),
        ("region", "01 06 11 93 94 97701", "05 1 10 69"),
        ("intercommunality", "200046977", "69123 20004697"),
        ("metropolis", "200046977 69M", "69 M69"),
        ("overseas", "04 972 972R 988 97701", "4 69 69123"),
    ],
)
def test_a_geographic_code_has_the_form_of_its_kind(form: str, right: str, wrong: str) -> None:
    found = {code: bool(re.fullmatch(INSEE[form], code)) for code in (right + " " + wrong).split()}
    assert found == {**dict.fromkeys(right.split(), True), **dict.fromkeys(wrong.split(), False)}


def test_every_town_that_may_become_a_place_has_a_code_of_its_kind() -> None:
    codes = [(PLACES[each.level or "city"], each.insee) for each in towns()["FR"]]
    assert len(codes) > 34_000
    assert [each for each in codes if not re.fullmatch(INSEE[each[0]], each[1])] == []


def test_kinds_with_a_form_of_their_own_exist(real: Directory) -> None:
    assert set(real.terms["actor-kinds"]) >= ACTORS.keys()
    assert set(real.terms["place-levels"]) >= PLACES.keys()
    assert {*ACTORS.values(), *PLACES.values()} == INSEE.keys()
