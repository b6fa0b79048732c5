"""A field is found by the search as its kind says, with nothing but its line on the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest

from generator.model import BY_FOLDER, Actor, Place, Record, Resource, Term, Vocabulary
from generator.model.directory import link
from generator.model.links import ActorId, InstrumentId, PlaceId, ThemeId
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.types import TYPES
from generator.model.shows import Shows
from generator.model.values import CountryCode, Date, Email, Id, Localized, Name, Period, Prose, Url, Value
from generator.search.document import Document
from generator.search.documents import documents
from generator.words.edition import Edition
from generator.words.fields import example

SHOWN = Shows(asked="about")


class Prize(Value):
    """Made up: what several fields of a record may say together."""

    title: Name
    year: Date
    jury: Annotated[ActorId | None, Shows(label="network")] = None
    motive: Annotated[Localized | None, Shows(sought="")] = None


class Thesis(Resource):
    """Made up: a field of each kind, none of which the search has heard of."""

    nickname: Annotated[Name | None, Shows(asked="about", sought="names")] = None
    motto: Annotated[Name | None, SHOWN] = None
    abstract: Annotated[Prose | None, SHOWN] = None
    school: Annotated[ActorId | None, SHOWN] = None
    town: Annotated[PlaceId | None, SHOWN] = None
    land: Annotated[CountryCode | None, SHOWN] = None
    subjects: Annotated[tuple[ThemeId, ...], SHOWN] = ()
    level: Annotated[Annotated[Id, Term("levels")] | None, SHOWN] = None
    fund: Annotated[InstrumentId | None, SHOWN] = None
    defended: Annotated[Date | None, SHOWN] = None
    written: Annotated[Period | None, SHOWN] = None
    prizes: Annotated[tuple[Prize, ...], SHOWN] = ()
    tags: Annotated[tuple[Name, ...], Shows(asked="about", sought="labels", label="keyword")] = ()
    shelf: Annotated[int | None, Shows(asked="about", sought="text")] = None
    pages: Annotated[int | None, SHOWN] = None
    address: Annotated[Url | None, SHOWN] = None
    mailbox: Annotated[Email | None, SHOWN] = None
    secret: Annotated[Name | None, Shows(asked="about", sought="")] = None


PLACE = {"country": "PE", "state": "PE", "admin_level": "city", "lat": -12, "lon": -77, "precision": "city"}


@pytest.fixture(scope="module")
def thesis(french: Edition) -> Document:
    levels = {"id": "levels", "name": "Niveaux", "terms": [{"id": "high", "label": "Niveau fictif"}]}
    themes = [{"id": "rivers", "label": "Rivières", "broader": "water"}, {"id": "water", "label": "Eau"}]
    known: list[Record] = [
        Vocabulary.model_validate(levels),
        Vocabulary.model_validate({"id": "sectors", "name": "Thèmes", "taxonomy": True, "terms": themes}),
        Actor.model_validate({"id": "ecole", "name": "École fictive", "kind": "university"}),
        Place.model_validate({"id": "pe-lieu", "name": "Lieu fictif", "subdivision": "Province fictive", **PLACE}),
        BY_FOLDER["instruments"].model_validate(
            {"id": "bourse", "name": "Bourse fictive", "kind": "fund", "description": "Fictif."}
        ),
    ]
    made = {
        "id": "these",
        "title": "Thèse fictive",
        "nickname": "surnom",
        "motto": "devise",
        "abstract": {"fr": "résumé", "es": "resumen"},
        "school": "ecole",
        "town": "pe-lieu",
        "land": "PE",
        "subjects": ["rivers"],
        "level": "high",
        "fund": "bourse",
        "defended": "1981-05-04",
        "written": {"start": "1977", "end": "1980-12"},
        "prizes": [{"title": "médaille", "year": "1985", "jury": "ecole", "motive": "motif"}],
        "tags": ["étiquette"],
        "shelf": 4711,
        "pages": 353,
        "address": "https://adresse.example/",
        "mailbox": "boite@adresse.example",
        "secret": "secret",
    }
    (found,) = (each for each in documents(link([*known, Thesis.model_validate(made)]), french) if each.id == "these")
    return found


def test_a_field_is_found_as_its_kind_says(thesis: Document) -> None:
    assert thesis.title == Localized({"fr": "Thèse fictive"})
    assert [(name.kind, name.text) for name in thesis.names] == [("other", ("surnom", "fr"))]
    assert [(label.kind, label.text) for label in thesis.labels] == [
        ("country", "Pérou"),
        ("theme", "Rivières"),
        ("theme", "Eau"),
        ("actor", "École fictive"),
        ("network", "École fictive"),
        ("place", "Lieu fictif"),
        ("subdivision", "Province fictive"),
        ("levels", "Niveau fictif"),
        ("instrument", "Bourse fictive"),
        ("keyword", "étiquette"),
    ]
    assert [text for text, _ in thesis.body] == [
        *("devise", "résumé", "resumen"),
        *("1981", "1977", "1980"),
        *("médaille", "1985"),
        "4711",
    ]
    assert ("resumen", "es") in thesis.body


def _filled(field: Field, words: Iterator[str], told: dict[str, str], silent: bool) -> Any:
    """An example of the field in which every text is a word of its own, kept by the field's path."""
    silent = silent or field.shows.sought == ""
    if field.fields:
        value: Any = {each.key: _filled(each, words, told, silent) for each in field.fields}
    elif field.kind in ("text", "localized") and not field.pattern:
        value = next(words)
        if not silent:
            told[field.path] = value
    else:
        value = example(field)
    return [value] if field.many else value


@pytest.mark.parametrize("type_", [type_ for type_ in TYPES if type_ != "vocabulary"])
def test_every_text_of_a_record_is_found_unless_the_model_says_that_it_is_not(type_: str, french: Edition) -> None:
    told: dict[str, str] = {}
    words = (f"mot{number}" for number in range(1000))
    values = {field.key: _filled(field, words, told, silent=False) for field in fields(type_)}
    record = BY_FOLDER[TYPES[type_]].model_validate({"id": "exemple", **values})
    (found,) = (each for each in documents(link([record]), french) if each.type == TYPES[type_])
    held = {text for passages in found.fields.values() for text, _ in passages}
    assert {path for path, word in told.items() if word not in held} == set()
    assert found.named == (type_ in ("actor", "country", "place", "instrument"))


def _sought(found: tuple[Field, ...]) -> Iterator[Field]:
    for field in found:
        if field.shows.sought:
            yield field
            yield from _sought(field.fields)


def test_every_label_says_what_it_is(french: Edition) -> None:
    """Where a result tells why it was found: a term may do with « Type : », anything else has a word of its own."""
    kinds = {
        field.shows.label or (field.reference if field.kind == "reference" else field.key)
        for type_ in TYPES
        if type_ != "vocabulary"
        for field in _sought(fields(type_))
        if field.kind == "reference" or field.shows.sought == "labels"
    }
    assert {kind for kind in kinds if f"explorer.why.{kind}" not in french.catalog} == set()
