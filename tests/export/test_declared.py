"""A field fills the column that the model names, as its kind says, with nothing but its line there."""

from __future__ import annotations

from typing import Annotated

import pytest

from generator.export.columns import COLUMNS
from generator.export.entry import DATES, FIELDS, Entries, Entry
from generator.export.told import TOLD
from generator.model import BY_FOLDER, Actor, Initiative, Record, Resource, Term, Vocabulary
from generator.model.directory import link
from generator.model.links import ActorId, InitiativeId, ThemeId
from generator.model.schema.field import Field
from generator.model.schema.fields import fields, fields_of, walk
from generator.model.schema.types import TYPES
from generator.model.shows import Shows
from generator.model.values import CountryCode, Date, Id, Name, Period, Prose, Value
from generator.search import facts
from generator.words.catalog import Catalog
from generator.words.edition import Edition, editions


def to(column: str) -> Shows:
    return Shows(asked="about", column=column)


class Grant(Value):
    """Made up: what several fields of a record may say together."""

    label: Name
    givers: tuple[ActorId, ...] = ()
    level: Annotated[Id, Term("levels")] | None = None
    paid: Date | None = None


class Thesis(Resource):
    """Made up: a field of each kind for columns there are."""

    abstract: Annotated[Prose | None, to("summary")] = None
    school: Annotated[ActorId | None, to("actors")] = None
    projects: Annotated[tuple[InitiativeId, ...], to("initiatives")] = ()
    land: Annotated[CountryCode | None, to("countries")] = None
    others: Annotated[tuple[CountryCode, ...], to("countries")] = ()
    subjects: Annotated[tuple[ThemeId, ...], to("themes")] = ()
    state: Annotated[Annotated[Id, Term("levels")] | None, to("status")] = None
    tags: Annotated[tuple[Name, ...], to("keywords")] = ()
    nickname: Annotated[Name | None, to("other_names")] = None
    grants: Annotated[tuple[Grant, ...], to("funding")] = ()


class School(Actor):
    """Made up: an actor that says when."""

    alive: Annotated[Period | None, to("dates")] = None


@pytest.fixture(scope="module")
def entries(french: Edition) -> dict[str, Entry]:
    levels = {"id": "levels", "name": "Niveaux", "terms": [{"id": "high", "label": "Niveau fictif"}]}
    themes = {"id": "sectors", "name": "Thèmes", "taxonomy": True, "terms": [{"id": "water", "label": "Eau"}]}
    known: list[Record] = [
        Vocabulary.model_validate(levels),
        Vocabulary.model_validate(themes),
        Initiative.model_validate(
            {"id": "eau", "title": "Eau fictive", "modality": "project", "scope": "state", "summary": "Fictif."}
        ),
        School.model_validate(
            {"id": "ecole", "name": "École fictive", "kind": "university", "alive": {"start": "1901-02"}}
        ),
        Thesis.model_validate(
            {
                "id": "these",
                "title": "Thèse fictive",
                "year": 1999,
                "abstract": {"es": "Resumen.", "fr": "Résumé."},
                "school": "ecole",
                "projects": ["eau", "inconnu"],
                "land": "PE",
                "others": ["BR", "PE"],
                "subjects": ["water"],
                "state": "high",
                "tags": ["mot"],
                "nickname": "surnom",
                "grants": [{"label": "Bourse", "givers": ["ecole"], "level": "high", "paid": "1998"}],
            }
        ),
    ]
    directory = link(known)
    made = Entries(directory, french, facts(directory, french.as_of))
    return {"these": made.entry("resource", "these"), "ecole": made.entry("actor", "ecole")}


def test_a_field_fills_its_column_as_its_kind_says(entries: dict[str, Entry]) -> None:
    assert entries["these"] == {
        "type": {"id": "resource", "label": "Ressource"},
        "id": "these",
        "title": "Thèse fictive",
        "url": "ressources/these/",
        "countries": [{"id": "PE", "label": "Pérou"}, {"id": "BR", "label": "Brésil"}],
        "actors": [{"id": "ecole", "label": "École fictive"}],
        "initiatives": [{"id": "eau", "label": "Eau fictive"}],
        "themes": [{"id": "water", "label": "Eau", "taxonomy": "sectors"}],
        "keywords": ["mot"],
        "start": "1999",
        "status": {"id": "high", "label": "Niveau fictif"},
        "funding": [
            {
                "label": "Bourse",
                "givers": [{"id": "ecole", "label": "École fictive"}],
                "level": {"id": "high", "label": "Niveau fictif"},
                "paid": "1998",
            }
        ],
        "summary": "Résumé.",
        "other_names": ["surnom"],
    }
    assert entries["ecole"]["start"] == "1901-02"


def test_every_column_that_a_field_names_exists() -> None:
    every = [(field.path, field.shows.column) for type_ in TYPES for field in walk(fields(type_)) if field.shows.column]
    assert {column for _, column in every} - set(DATES) <= set(FIELDS)
    assert not any("." in path for path, _ in every), "a group fills a column as a whole"


def test_what_is_told_by_hand_is_told_of_a_field_with_a_column() -> None:
    for class_, told in TOLD.items():
        known = {field.key for each in TYPES.values() for field in _of(each, class_) if field.shows.column}
        assert told.keys() <= known


def _of(folder: str, class_: type[Record]) -> tuple[Field, ...]:
    return fields_of(BY_FOLDER[folder]) if issubclass(BY_FOLDER[folder], class_) else ()


def test_no_column_lacks_its_header() -> None:
    missing = [
        f"{locale}.yml: export.columns.{column.name}"
        for locale in editions()
        for column in COLUMNS
        if f"export.columns.{column.name}" not in Catalog(locale)
    ]
    assert missing == []
