"""Forty facts, drawn by a fixed seed from the tables that came in (``random.Random(2026).sample`` of their 2,324 rows),
from the table to the file, the page and the search."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import urls
from generator.artifact import Artifact
from generator.importer.facts.fact import Fact, fact_of
from generator.importer.facts.plan import apply_facts
from generator.importer.facts.target import Target, target_of
from generator.importer.facts.value import value_of
from generator.importer.table import Table, read_table
from generator.model import Record
from generator.model.directory import Directory
from generator.model.schema.field import Field
from generator.model.schema.types import TYPES
from generator.search.documents import documents
from generator.text.fold import fold
from generator.words.countries import country_name
from generator.words.edition import Edition

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
TABLE = ROOT / "tests" / "importer" / "data" / "facts.csv"
REWRITTEN = {15: "told in the past, as a sentence"}
"""Row → what an editor did to it behind the table."""

EDITION = Edition("fr", datetime.date(2026, 11, 28))


@pytest.fixture(scope="module")
def table() -> Table:
    found, problems = read_table(TABLE)
    assert found is not None, problems
    assert len(found.rows) == 40
    return found


@pytest.fixture(scope="module")
def facts(table: Table) -> list[tuple[Fact, Target]]:
    found = [fact_of(table, row) for row in table.rows]
    return [(fact, target_of(fact)) for fact in found if fact.row not in REWRITTEN]


def test_each_fact_is_in_its_file(table: Table) -> None:
    planned = apply_facts(table, CONTENT, added="2026-11-28")
    assert planned.refused == ()
    assert (planned.outcomes["already"], planned.outcomes["applied"]) == (40 - len(REWRITTEN), len(REWRITTEN))


def test_each_fact_is_read_on_its_page(
    facts: list[tuple[Fact, Target]], real: Directory, artifacts: dict[str, Artifact]
) -> None:
    for fact, target in facts:
        page = _read(html.unescape(artifacts[urls.page(urls.record(fact.folder, fact.id))].data.decode()))
        for words in _shown(fact, target, real):
            assert _read(words) in page, (fact.row, fact.record, fact.field, words)


def test_each_fact_that_people_would_type_is_found(facts: list[tuple[Fact, Target]], real: Directory) -> None:
    found = {(each.type, each.id): each for each in documents(real, EDITION)}
    asked = 0
    for fact, target in facts:
        if not _is_sought(target):
            continue
        asked += 1
        held = found[fact.record].fields
        read = _read(" ".join(text for passages in held.values() for text, _ in passages))
        for words in _shown(fact, target, real, sought=True):
            assert _read(words) in read, (fact.row, fact.record, fact.field, words)
    assert asked > 20


NEVER_TYPED = ("url", "email", "date", "period", "id", "integer", "number", "boolean")


def _is_sought(target: Target) -> bool:
    last = target.field
    return last.kind not in NEVER_TYPED and not last.code and all(each.shows.sought for each in target.way)


def _shown(fact: Fact, target: Target, directory: Directory, *, sought: bool = False) -> Iterator[str]:
    """What a reader sees of the fact, word for word."""
    value = value_of(fact, target)
    for item in value if isinstance(value, list) else [value]:
        yield from _words(target.field, item, directory, sought=sought)


def _words(field: Field, value: Any, directory: Directory, *, sought: bool) -> Iterator[str]:
    if isinstance(value, Mapping) and field.fields:
        for inner in field.fields:
            said = value.get(inner.key)
            if said is None or inner.shows.hidden or (sought and not inner.shows.sought):
                continue
            for each in said if isinstance(said, list) else [said]:
                yield from _words(inner, each, directory, sought=sought)
        return
    match field.kind:
        case "reference":
            record: Record = getattr(directory, TYPES[field.reference])[value]
            yield EDITION.pick(record.label)
        case "theme":
            yield EDITION.pick(directory.themes[value][1].label)
        case "term" if field.key == "role" and value == "member":
            return  # what a membership is unless it says otherwise
        case "term" if field.key == "kind" and field.owner == "actor-name":
            return  # the row that the name stands in
        case "term":
            term = directory.terms[field.vocabulary][value]
            yield re.sub(r"s$", "", EDITION.pick(term.label))
        case "country":
            yield country_name(value, directory, EDITION)
        case "date" | "period" if not sought:
            yield value[:4]
        case "text" if field.key == "lang":
            return
        case "text" | "localized" | "url" | "email":
            if not sought or field.kind not in NEVER_TYPED:
                yield value


def _read(text: str) -> str:
    return fold(re.sub(r"<[^>]+>", " ", text))


def test_no_sheet_says_that_a_funder_bears_it(real: Directory) -> None:
    for each in real.initiatives.values():
        bear = {part.actor for part in each.participations if part.role in ("bearer", "lead", "co-lead")}
        paid = {part.actor for part in each.participations if part.role == "funder"}
        assert not bear & (paid | {support.funder for support in each.funding}), each.id
