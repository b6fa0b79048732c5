"""Spaces that keep together what is read together."""

from __future__ import annotations

import pytest

from generator.words.edition import Edition
from generator.words.typography import typeset


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("une aide de 96 880 € pour 8 projets", "une aide de 96~880~€ pour 8 projets"),
        ("18 M€ et 3 %, soit 1 234 567 euros", "18~M€ et 3~%, soit 1~234~567~euros"),
        ("2 millions d’euros, 1,5 million €", "2~millions~d’euros, 1,5~million~€"),
        ("12 km, 3 m², 40 ha, 5 kWh, 2 kg", "12~km, 3~m², 40~ha, 5~kWh, 2~kg"),
        ("à 5 °C", "à 5~°C"),
        ("en 2012 150 personnes", "en 2012 150 personnes"),
        ("8 mai, 12 habitants, 10 a", "8 mai, 12 habitants, 10 a"),
        ("3 millones de euros", "3~millones de euros"),
        ("« Eau » : oui ?", "«~Eau~»~: oui~?"),
    ],
)
def test_a_number_never_breaks_before_its_unit(text: str, together: str) -> None:
    assert typeset(text) == together.replace("~", "\u00a0")
    assert typeset(typeset(text)) == typeset(text)


def test_money_is_written_in_whole_units_with_the_sign_of_its_currency(french: Edition, spanish: Edition) -> None:
    assert french.money(96880, "EUR") == "96\u202f880\u00a0€"
    assert spanish.money(96880, "EUR") == "96.880\u00a0€"
    assert french.money(500, "HTG") == "500\u00a0HTG"
    assert french.money(1500, None) == "1\u202f500"
