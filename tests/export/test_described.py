"""Every column of the files is described, in every edition, in the order of the files, as the files hold it."""

from __future__ import annotations

import click
import pytest

from generator.commands.export import export_command
from generator.export.columns import COLUMNS, cell
from generator.export.described import COMPUTED, described
from generator.export.entry import FIELDS, Entries
from generator.export.head import labels
from generator.model.directory import Directory
from generator.render.pages.data import COMMANDS, holds, lines
from generator.search import facts
from generator.words.catalog import Catalog
from generator.words.edition import Edition, editions
from generator.words.fields import help_text


@pytest.mark.parametrize("locale", editions())
def test_every_column_is_described_in_the_order_of_the_files(locale: str, french: Edition) -> None:
    edition = Edition(locale, french.as_of)
    told = lines(edition)
    assert [line.name for line in told] == [column.name for column in COLUMNS]
    assert [line.label for line in told] == labels(edition)
    for line in told:
        assert all((line.holds, line.shape, line.types, line.key)), line


@pytest.mark.parametrize("locale", editions())
def test_what_a_form_says_of_a_field_is_there_in_each_language(locale: str, french: Edition) -> None:
    edition = Edition(locale, french.as_of)
    missing = [
        f"fields.{locale}.yml: field.{each.field.owner}.{each.field.key}.help"
        for each in described()
        if each.field
        and holds(each, edition) == help_text(each.field, locale)
        and f"field.{each.field.owner}.{each.field.key}.help" not in Catalog(f"fields.{locale}")
    ]
    assert missing == []


def test_no_description_is_of_a_column_that_is_not_there() -> None:
    described_by_hand = Catalog(editions()[0]).section("data.columns")
    assert set(described_by_hand) <= {column.name for column in COLUMNS}
    assert set(COMPUTED) <= set(FIELDS)


@pytest.mark.weekly
def test_a_record_fills_no_column_that_is_not_said_to_be_for_its_type(real: Directory, french: Edition) -> None:
    known = facts(real, french.as_of)
    entries = Entries(real, french, known)
    wrong = set()
    for type_, id_ in known.facts:
        entry = entries.entry(type_, id_)
        wrong |= {
            (type_, each.column.name)
            for each in described()
            if type_ not in each.types and cell(entry, each.column) != ""
        }
    assert wrong == set()


def test_the_shapes_are_those_of_the_values() -> None:
    told = {each.column.name: (each.key, each.shape, each.many) for each in described()}
    assert told["country_codes"] == ("countries[].id", "country", True)
    assert told["latitude"] == ("places[0].lat", "degrees", False)
    assert told["website"] == ("website", "address", False)
    assert told["verified"] == ("verified.date", "date", False)
    assert {name for name, (_, shape, _) in told.items() if shape == "date"} == {
        "start",
        "end",
        "status_as_of",
        "verified",
        "added",
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_that_the_page_gives_are_understood(command: str) -> None:
    program, name, *words = command.split()
    assert (program, name) == ("repertoire", "export")
    assert isinstance(export_command.make_context(name, words), click.Context)
