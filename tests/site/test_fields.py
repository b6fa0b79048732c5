"""A field is declared once: each leaf of each type shows where the model says, in both editions, or says why not."""

from __future__ import annotations

import datetime
import html
import json
import re
from functools import cache

import pytest

from generator import urls
from generator.export.entry import Entries
from generator.model import BY_FOLDER
from generator.model.directory import Directory
from generator.model.schema.fields import fields, walk
from generator.model.schema.types import TYPES
from generator.model.shows import BY_HAND
from generator.render import pages
from generator.render.pages.rows import slotted
from generator.search import facts
from generator.search.documents import documents
from generator.words.edition import Edition
from tests.made_up import ID, Leaf, made_up

NAMED = [type_ for type_ in TYPES if type_ != "vocabulary"]
PAGED = [type_ for type_, folder in TYPES.items() if folder in urls.SECTIONS]


@cache
def world() -> tuple[Directory, list[Leaf]]:
    return made_up()


@cache
def written(locale: str) -> dict[str, str]:
    """Type → the text of its record's page, addresses of links included."""
    edition = Edition(locale, datetime.date(2026, 11, 22))
    made = {artifact.path: artifact.data.decode() for artifact in pages.render(world()[0], edition)}
    return {type_: _text(made[_page(type_)]) for type_ in PAGED}


def _page(type_: str) -> str:
    return urls.page(urls.record(TYPES[type_], _id(type_)))


def _id(type_: str) -> str:
    """A country's is its code."""
    return "kz" if type_ == "country" else ID


def _text(page: str) -> str:
    """What is read on the page, and what its links lead to: the title and the summary for search engines left out."""
    return html.unescape(page.split("---", 2)[2]).casefold()


@pytest.mark.parametrize("locale", ["fr", "es"])
@pytest.mark.parametrize("type_", PAGED)
def test_every_leaf_is_read_on_its_page_or_says_why_not(type_: str, locale: str) -> None:
    page = written(locale)[type_]
    leaves = [leaf for leaf in world()[1] if leaf.type == type_]
    missing = [leaf.field.path for leaf in leaves if not leaf.hidden and leaf.shown[locale].casefold() not in page]
    shown = [leaf.field.path for leaf in leaves if leaf.hidden and leaf.shown[locale].casefold() in page]
    assert not missing, f"on the page of {type_}, in {locale}, or with a reason in Shows(hidden=…)"
    assert not shown, "said to be hidden"


def test_every_slot_that_the_model_names_is_a_place_of_the_template() -> None:
    for type_ in PAGED:
        template = (pages.engine.TEMPLATES / f"{type_}.md.jinja").read_text("utf-8")
        named = {field.shows.sheet for field in fields(type_)} - {"", BY_HAND}
        assert named == set(re.findall(r"fields\.rows\('(\w+)'\)", template)), type_


def test_a_field_that_is_no_row_says_why() -> None:
    for type_ in PAGED:
        unplaced = [field.key for field in fields(type_) if not field.shows.sheet and not field.shows.hidden]
        assert not unplaced, type_


def test_rows_come_in_the_order_of_the_file_unless_ranked() -> None:
    assert [field.key for field in slotted("actor", "ways")] == ["website", "contact"]


def test_the_made_up_records_fill_every_field() -> None:
    held = {(leaf.type, leaf.field.path) for leaf in world()[1]}
    for type_ in TYPES:
        if type_ != "vocabulary":
            assert {(type_, each.path) for each in walk(fields(type_)) if not each.fields} <= held
    words = [word for leaf in world()[1] for word in set(leaf.shown.values()) if word.startswith("Zq")]
    assert len(words) == len(set(words))
    assert {class_.folder for class_ in BY_FOLDER.values()} >= set(urls.SECTIONS) - {"themes", "territories"}


NEVER_SOUGHT = ("url", "email", "id", "integer", "number", "boolean")
"""Kinds of values that nobody searches by, unless the field says so."""


@cache
def documents_of(locale: str) -> dict[str, str]:
    """Type → all that a search reads of its record, small."""
    edition = Edition(locale, datetime.date(2026, 11, 22))
    found = {(document.type, document.id): document for document in documents(world()[0], edition)}
    read = {type_: found[TYPES[type_], _id(type_)] for type_ in NAMED}
    return {
        type_: " ".join(text for passages in document.fields.values() for text, _ in passages).casefold()
        for type_, document in read.items()
    }


@pytest.mark.parametrize("locale", ["fr", "es"])
@pytest.mark.parametrize("type_", NAMED)
def test_every_leaf_is_sought_where_it_says_or_not_at_all(type_: str, locale: str) -> None:
    read = documents_of(locale)[type_]
    leaves = [leaf for leaf in world()[1] if leaf.type == type_]

    def is_sought(leaf: Leaf) -> bool:
        return bool(leaf.sought) and (leaf.sought != "by kind" or leaf.field.kind not in NEVER_SOUGHT)

    assert [leaf.field.path for leaf in leaves if is_sought(leaf) and leaf.shown[locale].casefold() not in read] == []
    silent = [leaf for leaf in leaves if not is_sought(leaf) and leaf.shown[locale].startswith("Zq")]
    assert [leaf.field.path for leaf in silent if leaf.shown[locale].casefold() in read] == []


@pytest.mark.parametrize("locale", ["fr", "es"])
@pytest.mark.parametrize("type_", NAMED)
def test_every_leaf_with_a_column_is_exported_there(type_: str, locale: str) -> None:
    directory, leaves = world()
    edition = Edition(locale, datetime.date(2026, 11, 22))
    entry = Entries(directory, edition, facts(directory, edition.as_of)).entry(type_, _id(type_))
    for leaf in leaves:
        column = leaf.field.shows.column
        if leaf.type == type_ and column:
            assert leaf.shown[locale] in json.dumps(entry.get(column), ensure_ascii=False), leaf.field.path
