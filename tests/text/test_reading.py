"""What people mean by what they write. The same table is run in the shipped script by tests/scripts/test_scripts.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.text.fold import fold
from generator.text.reading import name, plain, read
from generator.text.typed import ALONE, BETWEEN, FORMS, MEANT, NAMED, SHORT

TABLE = json.loads((Path(__file__).parents[1] / "reading.json").read_text("utf-8"))
FORMED = {form for forms in FORMS.values() for form in forms}


@pytest.mark.parametrize(("text", "words", "meant"), TABLE)
def test_text_is_read_as_the_table_says(text: str, words: str, meant: str) -> None:
    assert read(text) == words.split()
    assert name(text) == meant


@pytest.mark.parametrize("text", [text for text, _, _ in TABLE])
def test_reading_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_the_vocabulary_is_as_texts_are_read() -> None:
    """Else nothing that is typed would ever meet it."""
    said = {*SHORT.values(), *MEANT, *MEANT.values(), *FORMED, *FORMS, *BETWEEN}
    assert {text for text in said if plain(text) != text} == set()
    assert {word for word in SHORT if fold(word) != word or " " in word} == set()
    assert FORMED >= ALONE | NAMED
