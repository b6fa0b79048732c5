"""Whole tables: what goes out comes back unchanged, and a template that was filled in becomes records."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import textwrap
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.check.content import open_directory
from generator.commands.export import export_command
from generator.commands.importer import import_command
from generator.commands.template import template_command
from generator.importer.columns import read_mapping
from generator.importer.implied import implied, read_ours
from generator.importer.plan import Plan, plan
from generator.model.directory import Directory
from generator.model.schema.fields import fields, walk
from generator.model.schema.types import TYPES
from generator.sheets.book import Sheet, workbook
from generator.sheets.cells import as_csv, bare, full_table, guarded
from generator.sheets.choices import AllChoices
from generator.sheets.columns import TABLED, column_at, column_named, id_header, plain_columns
from generator.sheets.template import template
from generator.sheets.words import say
from tests.cases.report import CASES
from tests.small import snapshot

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"


@cache
def directory() -> Directory:
    return open_directory(CONTENT)[0]


LONG = {"actor": "for-spreadsheets", "initiative": "xlsx", "place": "csv", "country": "xlsx", "event": "csv"}


@cache
def choices() -> AllChoices:
    return AllChoices(directory())


def planned(path: Path, content: Path) -> Plan:
    table, problems = read_ours(path)
    assert table is not None, problems
    found = implied(table, choices())
    assert isinstance(found, tuple), found
    return plan(*found, content, added="2020-01-01", update=True)


@pytest.mark.parametrize(
    ("type_", "form"),
    [
        # The long tables take their time: every day the form in which each is most likely to come back.
        pytest.param(type_, form, marks=[pytest.mark.weekly] * (type_ in LONG and form != LONG[type_]))
        for type_ in TABLED
        for form in ("csv", "for-spreadsheets", "xlsx")
    ],
)
def test_all_that_the_real_records_hold_comes_back_unchanged(type_: str, form: str, tmp_path: Path) -> None:
    records = getattr(directory(), TYPES[type_])
    table = full_table(type_, records.values())
    path = tmp_path / f"table.{form if form == 'xlsx' else 'csv'}"
    if form == "xlsx":
        path.write_bytes(workbook(Sheet("Fiches", table.headers, table.rows)))
    else:
        path.write_bytes(as_csv(table, spreadsheets=form == "for-spreadsheets").encode())
    found = planned(path, CONTENT)
    assert (found.refused, found.changes) == ((), ())
    assert found.outcomes["unchanged"] == found.rows == len(records)


@pytest.mark.parametrize("type_", [pytest.param("actor", marks=pytest.mark.weekly), "initiative"])
def test_the_table_alone_makes_the_same_files_again(type_: str, tmp_path: Path) -> None:
    folder = TYPES[type_]
    table = full_table(type_, getattr(directory(), folder).values())
    (tmp_path / "table.csv").write_bytes(as_csv(table).encode())
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    found = planned(tmp_path / "table.csv", tmp_path / "content")
    assert not found.refused
    held = {f"{folder}/{path.name}": path.read_text("utf-8") for path in sorted((CONTENT / folder).glob("*.yml"))}
    assert {change.path: change.after for change in found.changes} == held


def run(command: object, *typed: str) -> Result:
    return CliRunner().invoke(command, [*typed])  # type: ignore[arg-type]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_url: https://x.example/\n", "utf-8")
    return Path(shutil.copytree(CASES / "base", tmp_path / "content"))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_export_then_import_by_the_commands_changes_nothing(form: str, content: Path) -> None:
    before = snapshot(content)
    for type_ in ("actor", "initiative"):
        done = run(export_command, "--full", "--type", type_, "--format", form, "--out", f"{type_}.{form}")
        assert done.exit_code == 0, done.output
        done = run(import_command, f"{type_}.{form}", "--update")
        assert done.exit_code == 0, done.output
        assert "modifiées : 0" in done.output.replace("\u00a0", " ")
    assert snapshot(content) == before


def test_a_cell_that_changes_changes_one_key(content: Path) -> None:
    run(export_command, "--full", "--type", "initiative", "--out", "t.csv")
    text = Path("t.csv").read_text("utf-8")
    before = next(iter(open_directory(content)[0].initiatives.values()))
    Path("t.csv").write_text(text.replace(str(before.title), "Un autre titre"), "utf-8")
    assert "+title: Un autre titre\n" in run(import_command, "t.csv", "--update", "--dry-run").output
    assert run(import_command, "t.csv", "--update").exit_code == 0
    after = open_directory(content)[0].initiatives[before.id]
    assert after.model_copy(update={"title": before.title}) == before
    assert str(after.title) == "Un autre titre"


@pytest.mark.usefixtures("content")
def test_a_selection_is_a_full_table_too() -> None:
    done = run(export_command, "?country=AR", "--full", "--type", "initiative", "--config", "mkdocs.yml")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Identifiant (initiative),Titre,")


@pytest.mark.usefixtures("content")
def test_a_selection_can_be_a_workbook() -> None:
    done = run(export_command, "--type", "actor", "--format", "xlsx", "--out", "a.xlsx")
    assert done.exit_code == 0, done.output
    assert load_workbook("a.xlsx").worksheets[0].max_row > 1


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--full"], "demande un seul"),
        (["--full", "--type", "theme"], "demande un seul"),
        (["--full", "--type", "actor", "--format", "json"], "ne va qu’avec"),
        (["--format", "xlsx"], "--out"),
    ],
)
def test_what_cannot_be_exported_is_told(typed: list[str], said: str) -> None:
    done = run(export_command, *typed)
    assert done.exit_code == 2
    assert said in done.output


@pytest.mark.usefixtures("content")
def test_a_foreign_table_needs_a_mapping_and_a_wrong_title_is_named() -> None:
    Path("t.csv").write_text("name,kind\nA,commune\n", "utf-8")
    assert "--mapping" in run(import_command, "t.csv").output
    Path("t.csv").write_text("Identifiant (acteur);Nom\na;A\n", "utf-8")
    done = run(import_command, "t.csv")
    assert "[column-unknown]" in done.output
    assert done.exit_code == 1


@pytest.mark.parametrize("type_", TABLED)
def test_each_header_says_one_path(type_: str) -> None:
    columns = plain_columns(type_)
    assert len({column.header for column in columns} | {id_header(type_)}) == len(columns) + 1
    for column in columns:
        assert column_named(type_, column.header) == column
    leaves = {field.path for field in walk(fields(type_)) if not field.fields}
    assert {column.path.replace("[0]", "[]") for column in columns} == leaves


def test_a_header_names_items_and_languages() -> None:
    for path in ("title.es", "countries[2]", "participations[11].role", "status.history[1].reason.pt"):
        assert column_named("initiative", column_at("initiative", path).header) == column_at("initiative", path)
    assert column_named("initiative", "Sources › Titre de la source") is None
    assert column_named("initiative", "Période") is None


@pytest.mark.parametrize("text", ["=1+1", "'=1", "''-a", "-34.6", "@a", "  +a", "'a", "a", "", "’tis"])
def test_no_text_of_csv_is_run_and_each_comes_back(text: str) -> None:
    assert bare(guarded(text)) == text
    assert guarded(text)[:1] not in ("=", "-", "@", "+", " ") or not text


def test_nothing_in_a_workbook_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(workbook(Sheet("A", ["=1"], [["=1+1"]]))))
    assert {cell.data_type for row in book["A"].iter_rows() for cell in row} == {"s"}


def list_of(vocabulary: str) -> str:
    return str(directory().vocabularies[vocabulary].name)


def test_each_list_has_one_name() -> None:
    named = {}
    for type_ in TABLED:
        for field in walk(fields(type_)):
            if name := choices().name(field):
                held = (field.vocabulary or field.reference or field.kind).removeprefix("themes")
                assert named.setdefault(name, held) == held


def test_each_sentence_of_the_tables_is_said_somewhere() -> None:
    source = "".join(
        path.read_text("utf-8")
        for folder in ("sheets", "importer", "export", "commands")
        for path in sorted((ROOT / "generator" / folder).glob("*.py"))
    )
    for key in say:
        made = ("readme.", "facts.readme.", "facts.help.")
        last = key.removeprefix(next((each for each in made if key.startswith(each)), key))
        assert f'"{key}"' in source or (last and f'"{last}"' in source), key


@pytest.mark.usefixtures("content")
def test_a_filled_template_becomes_records_in_the_words_of_its_lists(content: Path) -> None:
    done = run(template_command, "initiatives.xlsx")
    assert done.exit_code == 0, done.output
    book = load_workbook("initiatives.xlsx")
    assert book.sheetnames == ["Initiatives", "Lisez-moi", "Listes"]
    sheet, lists = book.worksheets[0], book["Listes"]
    headers = [cell.value for cell in sheet[1]]
    assert all(cell.comment and cell.comment.text for cell in sheet[1])
    offered = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in lists.iter_cols()}
    assert "Argentine" in offered["Pays et territoires"]
    assert len(sheet.data_validations.dataValidation) >= 10
    # Only the example: nothing to import.
    assert "Lignes lues : 0 =" in run(import_command, "initiatives.xlsx").output.replace("\u00a0", " ")
    actor = offered["Acteurs"][0]
    filled = {
        "Titre": "Coopération inventée",
        "Modalité": offered[list_of("modalities")][0],
        "Qui la porte": offered[list_of("scopes")][0],
        "Résumé": "Texte inventé.",
        "Qui participe 1 › Acteur": actor,
        "Qui participe 1 › Rôle": offered[list_of("roles")][0],
        "Pays d’action 1": "Argentine",
        "Quand › Début": "2024-05",
        "Mots des sources": "eau | assainissement",
        "Sources 1 › Titre de la source": "Délibération inventée",
        "Sources 1 › Adresse de la source": "https://ville.example/",
    }
    for header, text in filled.items():
        sheet.cell(3, headers.index(header) + 1).value = text
    book.save("initiatives.xlsx")
    done = run(import_command, "initiatives.xlsx", "--added", "2026-11-22")
    assert done.exit_code == 0, done.output
    made = open_directory(content)[0].initiatives["cooperation-inventee"]
    assert (made.countries, made.keywords, str(made.period and made.period.start)) == (
        ("AR",),
        ("eau", "assainissement"),
        "2024-05",
    )
    assert made.participations[0].actor in open_directory(content)[0].actors
    assert not [each for each in open_directory(content)[1] if each.file.endswith("cooperation-inventee.yml")]
    sheet.cell(3, headers.index("Modalité") + 1).value = "Inventée"
    book.save("initiatives.xlsx")
    assert "[unforeseen-text]" in run(import_command, "initiatives.xlsx", "--update").output


@pytest.mark.usefixtures("content")
def test_several_names_are_typed_in_a_template_each_with_its_kind(content: Path) -> None:
    assert run(template_command, "acteurs.xlsx").exit_code == 0
    book = load_workbook("acteurs.xlsx")
    sheet = book.worksheets[0]
    headers = {cell.value: cell.column for cell in sheet[1]}
    text, kind, theme = (
        [column_at("actor", f"{key}[{at}].{inner}").header for at in (0, 1, 2)]
        for key, inner in (("names", "text"), ("names", "kind"), ("expertise_sought", "theme"))
    )
    filled = {
        "Nom de l’acteur": "Ville inventée",
        "Type d’acteur": "Commune",
        text[0]: "V. I.",
        kind[0]: "Sigle",
        # The second is left empty.
        text[2]: "Bourg inventé",
        kind[2]: "Ancien nom",
        theme[1]: "Eau et assainissement",
    }
    for header, said in filled.items():
        sheet.cell(3, headers[header]).value = said
    book.save("acteurs.xlsx")
    done = run(import_command, "acteurs.xlsx", "--added", "2026-11-22")
    assert done.exit_code == 0, done.output
    held = (content / "actors" / "ville-inventee.yml").read_text("utf-8")
    assert "names:\n  - text: V. I.\n    kind: acronym\n  - text: Bourg inventé\n    kind: former\n\n" in held
    assert "expertise_sought:\n  - theme: water-sanitation\n" in held


@pytest.mark.parametrize("type_", TABLED)
def test_a_template_is_the_same_each_time_and_its_columns_are_known(type_: str) -> None:
    made = template(type_, choices(), "x.xlsx")
    assert made == template(type_, choices(), "x.xlsx")
    sheet = load_workbook(io.BytesIO(made)).worksheets[0]
    assert all(column_named(type_, str(cell.value)) for cell in sheet[1][1:])


@pytest.mark.usefixtures("content")
def test_a_template_is_never_written_over_another_file() -> None:
    Path("acteurs.xlsx").write_bytes(b"x")
    assert "existe déjà" in run(template_command, "acteurs.xlsx").output
    assert Path("acteurs.xlsx").read_bytes() == b"x"
    assert run(template_command, "acteurs.xlsx", "--force").exit_code == 0
    assert "--type" in run(template_command, "truc.xlsx").output
    assert ".xlsx" in run(template_command, "actors.csv").output


MAPPINGS = CONTENT / "mappings"
README = (MAPPINGS / "README.md").read_text("utf-8")


def brought(table: str, mapping: str, *options: str) -> Result:
    return run(import_command, table, "--mapping", str(MAPPINGS / f"{mapping}.yml"), "--added", "2026-11-22", *options)


def test_the_labels_of_the_atlas_are_all_foreseen_and_its_contacts_never_read(content: Path) -> None:
    header = re.search(r"(Titre;.*)\n", README)
    assert header
    names = header[1].split(";")
    row = dict.fromkeys(names, "") | {
        "Titre": "Coopération inventée",
        "Contexte et historique": "Texte inventé.",
        "Collectivité": "brest-metropole",
        "Pays": "AR, BR",
        "Année de début du partenariat": "2011",
        "Date de fin du partenariat": "31/12/2014",
        "Le partenariat est": "En sommeil",
        "Année de première signature de la convention": "2010",
        "Année de signature de la convention ou de la lettre d'intention": "2012",
        "Thématique d'intervention": "Environnement, Climat et Energie",
        "Sous-thématique d'intervention": "Eau et déchets",
        "Contacts dans le poste diplomatique": "Prénom Nom, prenom.nom@poste.example, 01 02 03 04 05",
    }
    Path("atlas.csv").write_text(f"{header[1]}\n{';'.join(row.values())}\n", "utf-8")
    done = brought("atlas.csv", "atlas")
    assert done.exit_code == 0, done.output
    text = (content / "initiatives" / "cooperation-inventee.yml").read_text("utf-8")
    assert "state: watching" in text
    assert "  - kind: convention\n    signed: 2010\n" in text
    assert "  - Eau et déchets\n" in text
    assert not re.search(r"nom|poste\.example|01 02", text.lower().replace("prénoms", ""))


def test_no_column_of_contacts_is_ever_given_a_key() -> None:
    mapping, _ = read_mapping(MAPPINGS / "atlas.yml")
    assert mapping
    contacts = "Contacts dans le poste diplomatique"
    assert contacts in mapping.ignore
    for target in mapping.targets:
        assert contacts not in {*target.columns, *target.id.columns, *target.when}
        assert not any(contacts in (rule.text or "") for rules in target.columns.values() for rule in rules)


def test_twin_towns_of_wikidata_enter_if_they_are_of_the_region(content: Path) -> None:
    header = [
        "origincityLabel",
        "origincountry",
        "originlat",
        "originlong",
        "originpopulation",
        "sistercityLabel",
        "destinationlat",
        "destinationlong",
        "destinationpopulation",
        "destination_countryLabel",
        "dist",
        "eu",
    ]
    rows = [
        [
            "Ville-Inventée",
            "Q142",
            "48",
            "2",
            "10",
            "Ciudad Inventada",
            "-34",
            "-58",
            "20",
            "Argentina",
            "11000",
            "false",
        ],
        ["Ville-Inventée", "Q142", "48", "2", "10", "Stadt", "50", "8", "20", "Germany", "500", "true"],
    ]
    Path("france.tsv").write_text("".join("\t".join(row) + "\n" for row in [header, *rows]), "utf-8")
    done = brought("france.tsv", "sistercities-france")
    assert "nouvelles : 1 + modifiées : 0 + inchangées : 0 + refusées : 1" in done.output.replace("\u00a0", " ")
    text = (content / "initiatives" / "ville-inventee-ciudad-inventada.yml").read_text("utf-8")
    assert "Ville-Inventée – Ciudad Inventada : jumelage" in text.replace("\u00a0", " ")
    assert "  - actor: ciudad-inventada\n    role: partner\n" in text
    assert "countries:\n  - AR\n" in text


def test_twin_towns_of_wikipedia_become_a_table_as_the_readme_says(content: Path) -> None:
    program = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert program
    towns = {
        "Ville-Inventée": {
            "sister_city": ["Cidade Inventada", "Stadt"],
            "country_of_sc": ["Brazil", "Germany"],
            "country": "France",
            "continent": "Europe",
        },
        "Città": {"sister_city": ["X"], "country_of_sc": ["Brazil"], "country": "Italy", "continent": "Europe"},
    }
    code = textwrap.dedent(program[1])
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(towns), capture_output=True, text=True, check=True
    )
    Path("towns.csv").write_text(done.stdout, "utf-8")
    told = brought("towns.csv", "sistercities-wikipedia").output.replace("\u00a0", " ")
    assert "nouvelles : 1 + modifiées : 0 + inchangées : 0 + refusées : 2" in told
    assert (content / "initiatives" / "ville-inventee-cidade-inventada.yml").exists()
