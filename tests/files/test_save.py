"""What is written is what is read, and reads as if a person had written it."""

from __future__ import annotations

from textwrap import dedent
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.files.characters import FORBIDDEN
from generator.files.decode import decode
from generator.files.load import parse
from generator.files.save import write
from generator.model import Actor, Event, Place, Record, Vocabulary
from generator.model.values import Localized

HARD = [
    *"ab0 \n\t:#-'\"\\>|?%@`&*!{}[],.=~<\r",
    *(
        "é",
        "’",
        "\u00a0",
        "\u202f",
        "\u0085",
        "🦜",
        "NO",
        "yes",
        "01",
        "1e3",
        " - ",
        "\n\n",
        " \n",
        "# ",
        ": ",
        "---",
    ),
]
TEXTS = (
    st.lists(st.sampled_from(HARD) | st.characters(codec="utf-8"), min_size=1, max_size=150)
    .map("".join)
    .map(lambda text: normalize("NFC", text))
    .filter(lambda text: text.strip() and not FORBIDDEN.search(text))
)


def one_line(text: str) -> str:
    return " ".join(text.split())


def read(type_: type[Record], id_: str, text: str) -> Record:
    root, problems = parse(text.encode(), "file")
    assert root is not None, problems
    record, problems = decode(type_, id_, root, "file")
    assert record is not None, problems
    return record


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_comes_back_as_it_was(first: str, second: str) -> None:
    event = Event(
        id="x",
        name=Localized({"fr": one_line(first), "en": one_line(second)}),
        organisers=(one_line(first)[:200], one_line(second)[:200]),
        description=Localized({"fr": first, "en": second}),
    )
    written = write(event)
    again = read(Event, "x", written)
    assert again == event
    assert write(again) == written


@pytest.mark.parametrize(
    "text",
    ["NO", "yes", "off", "y", "null", "~", "01001", "1e3", "0o17", "12:30", "2024-05-17", "1_000", "=", "<<"],
)
def test_a_text_that_tools_misread_is_quoted(text: str) -> None:
    assert write(Event(id="x", name=Localized({"fr": text}))) == f"name: '{text}'\n"


def test_a_record_reads_as_if_written_by_hand() -> None:
    actor = Actor.model_validate(
        {
            "id": "made-up",
            "name": {"en": "Made-up", "no": "Oppdiktet", "fr": "Inventée", "es": "Inventada"},
            "kind": "commune",
            "country": "NO",
            "description": "Une commune inventée, dont la description est trop longue pour une seule ligne, "
            "donc coupée.",
            "identifiers": {"siren": "012345674", "insee": "01001"},
            "memberships": [{"network": "un-reseau", "period": {"start": "2019", "end": "2021-05"}}],
            "priorities": [
                {"id": "eau", "title": "Eau", "themes": ["sdg-06"], "sources": [{"title": "S", "year": 2022}]}
            ],
            "added": "2026-11-22",
        }
    )
    assert write(actor) == dedent(
        """\
        name:
          fr: Inventée
          es: Inventada
          en: Made-up
          'no': Oppdiktet

        kind: commune
        country: 'NO'

        description: >-
          Une commune inventée, dont la description est trop longue pour une seule ligne, donc coupée.

        identifiers:
          siren: '012345674'
          insee: '01001'

        memberships:
          - network: un-reseau
            period:
              start: 2019
              end: 2021-05

        priorities:
          - id: eau
            title: Eau
            themes:
              - sdg-06
            sources:
              - title: S
                year: 2022

        added: 2026-11-22
        """
    )


def test_numbers_dates_and_booleans_stand_bare() -> None:
    place = Place(
        id="x",
        name=Localized({"fr": "X"}),
        country="FR",
        state="FR",
        admin_level="city",
        lat=-0.00001,
        lon=10.0,
        precision="city",
        insee="44109",
        geonames=2990969,
    )
    lines = write(place).splitlines()
    assert lines[4:] == [
        "lat: -0.00001",
        "lon: 10.0",
        "precision: city",
        "insee: '44109'",
        "geonames: 2990969",
    ]
    assert read(Place, "x", write(place)) == place
    vocabulary = Vocabulary.model_validate(
        {"id": "v", "name": "V", "taxonomy": "true", "terms": [{"id": "a", "label": "A"}]}
    )
    assert "taxonomy: true\n" in write(vocabulary)


def test_what_equals_the_default_is_not_written() -> None:
    vocabulary = Vocabulary.model_validate(
        {"id": "v", "name": "V", "taxonomy": False, "terms": [{"id": "a", "label": "A"}]}
    )
    assert write(vocabulary) == "name: V\n\nterms:\n  - id: a\n    label: A\n"


def test_a_text_with_lines_keeps_them() -> None:
    event = Event(id="x", name=Localized({"fr": "X"}), description=Localized({"fr": "Un\nDeux\n\nTrois"}))
    assert write(event) == "name: X\n\ndescription: |-\n  Un\n  Deux\n\n  Trois\n"


def test_a_character_that_no_file_may_hold_is_not_written() -> None:
    with pytest.raises(ValueError, match="forbidden"):
        write(Event(id="x", name=Localized({"fr": "a\u202eb"})))
