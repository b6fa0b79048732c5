"""An edition sorts as a dictionary of its language does."""

from __future__ import annotations

import datetime

import pytest

from generator.words.edition import Edition

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("locale", "sorted_"),
    [
        ("es", ["Nariño", "Neuquén", "Nuñez", "Nuñoa", "Ñuble", "Oaxaca"]),
        ("fr", ["Nariño", "Neuquén", "Ñuble", "Nuñez", "Nuñoa", "Oaxaca"]),
        ("fr", ["Cœur", "Côte", "Côté", "D’Albret", "Écosse", "Lyon", "Saint-Denis", "Saint Georges"]),
        ("it", ["Nariño", "Ñuble", "Oaxaca"]),
    ],
)
def test_names_come_in_the_order_of_a_dictionary(locale: str, sorted_: list[str]) -> None:
    assert sorted(sorted_, key=Edition(locale, TODAY).sort_key) == sorted_


@pytest.mark.parametrize(
    ("locale", "name", "letter"),
    [
        ("es", "Ñuble", "Ñ"),
        ("es", "N\u0303uble", "Ñ"),
        ("fr", "Ñuble", "N"),
        ("fr", "Écosse", "E"),
        ("fr", "2026", "2"),
    ],
)
def test_a_name_stands_under_the_letter_of_its_language(locale: str, name: str, letter: str) -> None:
    assert Edition(locale, TODAY).initial(name) == letter


def test_a_language_is_named_in_that_of_the_edition(french: Edition, spanish: Edition) -> None:
    assert [french.language("es"), spanish.language("fr")] == ["espagnol", "francés"]
