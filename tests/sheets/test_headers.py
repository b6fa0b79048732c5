"""A column is known by what its field is called, by what it was called, and by its key path, today's or yesterday's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.importer.implied import implied
from generator.importer.plan import plan
from generator.importer.table import Row, Table
from generator.model.directory import Directory, link
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.paths import Today, today
from generator.model.schema.types import TYPES
from generator.sheets.choices import AllChoices
from generator.sheets.columns import TABLED, column_at, column_named, id_header, plain_columns
from generator.words import fields as words
from generator.words.catalog import LOCALES, Catalog
from tests.former import changed

__all__ = ["changed"]


@pytest.fixture
def relabelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a catalog in which some fields of initiatives had other labels."""
    text = (LOCALES / "fields.fr.yml").read_text("utf-8")
    head, initiative = text.split("\n  initiative:\n    title:\n")
    initiative = initiative.replace(
        "    participations:\n", '    participations:\n      formerly: "Acteurs | Partenaires"\n'
    )
    initiative = initiative.replace("    role:\n", "    role:\n      formerly: Fonction\n", 1)
    text = f"{head}\n  initiative:\n    title:\n      formerly: Intitulé\n{initiative}"
    path = tmp_path / "fields.fr.yml"
    path.write_text(text, "utf-8")
    monkeypatch.setattr(words, "catalog", Catalog("fields.fr", tmp_path))
    column_named.cache_clear()
    yield path
    column_named.cache_clear()


def path_of(type_: str, header: str) -> str | None:
    found = column_named(type_, header)
    return found.path if found else None


@pytest.mark.parametrize("type_", TABLED)
def test_every_column_is_known_by_its_header_and_by_its_key_path(type_: str) -> None:
    for column in plain_columns(type_):
        assert column_named(type_, column.header) is column
        assert column_named(type_, column.path) is column


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("participations[2].role", "participations[2].role"),
        ("title.es", "title.es"),
        ("themes[0]", "themes[0]"),
        ("participations", None),
        ("participations.role", None),
        ("title[0]", None),
        ("title.es.pt", None),
        ("status", None),
        ("status.nothing", None),
        ("", None),
    ],
)
def test_a_key_path_is_a_header_if_a_cell_can_hold_what_it_leads_to(header: str, path: str | None) -> None:
    assert path_of("initiative", header) == path


@pytest.mark.usefixtures("relabelled")
def test_a_table_of_yesterday_is_known_by_its_old_labels() -> None:
    assert path_of("initiative", "Intitulé") == "title"
    assert path_of("initiative", "Intitulé (es)") == "title.es"
    assert path_of("initiative", "Titre (es)") == "title.es"
    for group in ("Acteurs", "Partenaires", "Qui participe"):
        for role in ("Fonction", "Rôle"):
            assert path_of("initiative", f"{group} 2 › {role}") == "participations[1].role"
    assert column_at("initiative", "title").header == "Titre"


def clashes(inside: tuple[Field, ...]) -> list[str]:
    """What two fields of one group are both called, or were, at the head of a column."""
    names = Counter(name for each in inside for name in {words.label(each), *words.former_labels(each)})
    return [name for name, times in names.items() if times > 1] + [
        clash for each in inside for clash in clashes(each.fields)
    ]


@pytest.mark.parametrize("type_", TABLED)
def test_no_field_was_called_what_another_is_called(type_: str) -> None:
    assert clashes(fields(type_)) == []


def test_a_label_that_two_fields_share_is_seen(relabelled: Path) -> None:
    text = relabelled.read_text("utf-8")
    relabelled.write_text(text.replace("    modality:\n", "    modality:\n      label: Intitulé\n"), "utf-8")
    assert clashes(fields("initiative")) == ["Intitulé"]


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("homepage", "website"),
        ("site", "website"),
        ("network.kind", "network.type"),
        ("involvement", "engagement.state"),
        ("engagement", "engagement.state"),
        ("Degré d’engagement", "engagement.state"),
        ("description", "description.text"),
        ("description.es", "description.text.es"),
        ("Description (es)", "description.text.es"),
        ("contact", "contact.themes"),
        ("priorities", "priorities[].title"),
        ("Priorités du réseau", "priorities[].title"),
        ("priorities[1]", "priorities[1].title"),
        ("engagement.as_of", "engagement.as_of"),
        ("engagement.what", None),
    ],
)
def test_a_table_of_yesterday_is_known_by_its_old_keys(header: str, path: str | None) -> None:
    assert path_of("actor", header) == path


@pytest.mark.usefixtures("changed")
def test_a_table_of_yesterday_makes_records_of_today(tmp_path: Path, real: Directory) -> None:
    headers = (id_header("actor"), "name", "kind", "homepage", "Degré d’engagement", "Description (es)", "priorities")
    row = Row(2, ("ville", "Ville", "commune", "https://ville.example/", "active", "Una ciudad.", "Eau | Air"))
    found = implied(Table("t.csv", headers, (row,)), AllChoices(link(real.vocabularies.values())))
    assert isinstance(found, tuple), found
    planned = plan(*found, tmp_path / "content", added="2020-01-01")
    assert planned.refused == ()
    (change,) = planned.changes
    assert change.after is not None
    for said in (
        "website: https://ville.example/\n",
        "engagement:\n  state: active\n",
        "description:\n  text:\n    es: Una ciudad.\n",
        "priorities:\n  - title: Eau\n  - title: Air\n",
    ):
        assert said in change.after, change.after


@pytest.mark.usefixtures("changed")
def test_two_columns_of_one_field_are_refused() -> None:
    table = Table("t.csv", (id_header("actor"), "homepage", "name", "site"), ())
    found = implied(table, AllChoices(link([])))
    assert isinstance(found, list)
    assert [(each.code, each.column, dict(each.args)) for each in found] == [
        ("column-same", 4, {"column": "site", "other": "homepage"})
    ]


@pytest.mark.usefixtures("changed")
def test_a_mapping_of_yesterday_fills_keys_of_today() -> None:
    known = fields("actor")
    assert today(known, "involvement").path == "engagement.state"
    assert today(known, "contact[1]").path == "contact.themes[1]"
    assert today(known, "priorities[]") == Today("priorities[].title", group="priorities[]")
    assert today(known, "priorities[*].note").path == "priorities[*].note"
    assert today(known, "nothing.here[0]").path == "nothing.here[0]"
    assert all(today(fields(type_), field.key) for type_ in TYPES for field in fields(type_))


def test_lists_that_have_become_one_are_told_apart() -> None:
    known = fields("actor")
    other, former = (("kind", "variant"),), (("kind", "former"),)
    assert today(known, "other_names") == Today("names[].text", other, "names[]")
    assert today(known, "former_names[]") == Today("names[].text", former, "names[]", "[]")
    assert today(known, "former_names[1]") == Today("names[].text", former, "names[]", "[1]")
    assert today(known, "other_names[0].until").path == "names[0].until"
    assert today(known, "names") == Today("names")
    assert today(known, "expertise_offered[2]").path == "expertise_offered[2].theme"
    assert today(fields("instrument"), "deadline").path == "sessions[].closes"


@pytest.mark.parametrize("csv", [True, False], ids=["key paths", "labels"])
def test_tables_of_yesterday_make_the_records_of_today(csv: bool, tmp_path: Path, real: Directory) -> None:
    """As ``export --full`` and ``template`` made them, with what a list held in one cell or in a column for each."""
    actor = made(
        tmp_path,
        real,
        "actor",
        {
            "name": "Ville",
            "kind": "commune",
            "former_names[0]" if csv else "Anciens noms 1": "Bourg | Vieux",
            "former_names[2]" if csv else "Anciens noms 3": "Lieu",
            "other_names" if csv else "Autres noms": "V. | Vi",
            "engagement" if csv else "Degré d’engagement": "active",
            "expertise_offered[0]" if csv else "Savoir-faire proposés 1": "culture",
            "expertise_offered[1]" if csv else "Savoir-faire proposés 2": "",
            "expertise_offered[2]" if csv else "Savoir-faire proposés 3": "water-sanitation",
            "expertise_sought" if csv else "Savoir-faire recherchés": "culture | water-sanitation",
            "added": "2020-01-01",
        },
    )
    assert actor == (
        "name: Ville\nkind: commune\n\nnames:\n"
        "  - text: Bourg | Vieux\n    kind: former\n  - text: Lieu\n    kind: former\n"
        "  - text: V.\n    kind: variant\n  - text: Vi\n    kind: variant\n\n"
        "engagement:\n  stage: active\n\n"
        "expertise_offered:\n  - theme: culture\n  - theme: water-sanitation\n\n"
        "expertise_sought:\n  - theme: culture\n  - theme: water-sanitation\n\nadded: 2020-01-01\n"
    )
    event = {"name": "Forum", "period.start": "2020", "status" if csv else "État de l’événement": "confirmed"}
    assert "status:\n  stage: confirmed\n" in made(tmp_path, real, "event", event)
    grant = {"name": "Fonds", "kind": "grant", "description": "Aide.", "deadline" if csv else "Date limite": "2027"}
    assert "sessions:\n  - closes: 2027\n" in made(tmp_path, real, "instrument", grant)


def made(tmp_path: Path, real: Directory, type_: str, cells: dict[str, str]) -> str:
    """The file that one row of a table makes."""
    row = Row(2, ("x", *cells.values()))
    found = implied(Table("t.csv", (id_header(type_), *cells), (row,)), AllChoices(link(real.vocabularies.values())))
    assert isinstance(found, tuple), found
    planned = plan(*found, tmp_path / "content", added="2020-01-01")
    assert planned.refused == ()
    (change,) = planned.changes
    assert change.after is not None
    return change.after


def test_numbered_names_stand_before_those_of_a_whole_cell(tmp_path: Path, real: Directory) -> None:
    cells = {"name": "Ville", "kind": "commune", "other_names": "V.", "names[0].kind": "official", "names[0].text": "A"}
    said = made(tmp_path, real, "actor", cells)
    assert "names:\n  - text: A\n    kind: official\n  - text: V.\n    kind: variant\n" in said
