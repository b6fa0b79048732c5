"""Names of towns as they are typed, in Python and in the browser."""

from __future__ import annotations

import pytest

from generator.maps.table import territories
from generator.text.town import beginnings, letters
from tests.node import call, run


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("St Denis", "Saint-Denis"),
        ("ste colombe", "Sainte-Colombe"),
        ("LaRochelle", "La Rochelle"),
        ("mesnil roch", "Mesnil-Roc'h"),
        ("mesnil-roc-h", "Mesnil-Roc’h"),
        ("l’hay les roses", "L'Haÿ-les-Roses"),
        ("Lyon 3ème", "Lyon 3e"),
        ("marseille 1", "Marseille 1er"),
        ("Lyon CEDEX 03", "Lyon"),
        ("y", "Y"),
        ("EU", "Eu"),
    ],
)
def test_what_is_typed_is_the_name(typed: str, name: str) -> None:
    assert letters(typed) == letters(name) == call("territory/typed.js", "letters", typed)


def test_the_browser_reads_every_name_alike() -> None:
    communes = (each for each in territories().by_id.values() if each.level == "commune")
    names = [name for each in communes for name in (each.name, *(former for _, former in each.led_here))]
    read = "async (load, names) => names.map((await load('territory/typed.js')).beginnings)"
    assert run(read, names) == [list(beginnings(name)) for name in names]
