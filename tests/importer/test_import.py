"""Tables become records as their mapping says; what does not fit is refused, nothing is lost on the way."""

from __future__ import annotations

import csv
import datetime
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

import generator.importer
from generator.commands.importer import import_command
from generator.files.decode import decode
from generator.files.load import parse
from generator.importer.columns import read_mapping
from generator.importer.row import slug
from generator.model import BY_FOLDER
from generator.words.catalog import Catalog

DATA = Path(__file__).parents[1] / "data"
MAPPINGS = Path(__file__).parents[2] / "content" / "mappings"

MAPPING = """\
ignore:
  contact: données personnelles
targets:
  - folder: actors
    id:
      columns: name
      make: slug
    constants:
      country: FR
    columns:
      name: name
      kind:
        to: kind
        values:
          Ville: commune
          Réseau: network
      type: network.type
      alias:
        to: other_names[]
        separator: ;
      url: website
"""

HEADER = ["name", "kind", "type", "alias", "url", "contact"]
ROWS = [
    ["Ville inventée", "Ville", "", "V. I.; Vinv", "https://ville.example/", "a.b@ville.example"],
    ["Réseau inventé", "Réseau", "associations", "", "", ""],
]


class Desk:
    """A folder with a mapping, a content folder, and the command."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content = folder, folder / "content"
        self.mapping = self.text("mapping.yml", MAPPING)

    def text(self, name: str, text: str) -> Path:
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def csv(self, *rows: list[str], header: list[str] = HEADER) -> Path:
        path = self.folder / "table.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    def xlsx(self, *rows: list[object], header: list[str] = HEADER) -> Path:
        book = Workbook()
        assert book.active is not None
        for row in [header, *rows]:
            book.active.append(row)
        book.save(self.folder / "table.xlsx")
        return self.folder / "table.xlsx"

    def run(self, table: Path, *options: str, mapping: Path | None = None) -> Result:
        arguments = [str(table), "--mapping", str(mapping or self.mapping), "--content", str(self.content)]
        return CliRunner().invoke(import_command, [*arguments, "--added", "2026-11-22", *options])

    @property
    def files(self) -> dict[str, str]:
        return {
            path.relative_to(self.content).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(self.content.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def counts(result: Result) -> list[int]:
    """Rows read, new, changed, unchanged, refused."""
    line = next(line for line in result.output.splitlines() if line.startswith("Lignes lues"))
    found = [int(number) for number in re.findall(r"\d+", line)]
    assert found[0] == sum(found[1:])
    return found


def test_a_table_becomes_records(desk: Desk) -> None:
    result = desk.run(desk.csv(*ROWS))
    assert result.exit_code == 0, result.output
    assert counts(result) == [2, 2, 0, 0, 0]
    assert desk.files == {
        "actors/reseau-invente.yml": "name: Réseau inventé\nkind: network\n\n"
        "network:\n  type: associations\n\n"
        "country: FR\nadded: 2026-11-22\n",
        "actors/ville-inventee.yml": "name: Ville inventée\nkind: commune\n\n"
        "names:\n  - text: V. I.\n    kind: variant\n  - text: Vinv\n    kind: variant\n\n"
        "country: FR\nwebsite: https://ville.example/\nadded: 2026-11-22\n",
    }


def test_a_refused_row_names_the_key_by_where_it_stands_in_the_record(desk: Desk) -> None:
    result = desk.run(desk.csv(["Réseau inventé", "Réseau", "Des villes", "", "", ""]))
    assert "« type » (type de réseau) : « Des villes »" in result.output.replace("\u00a0", " ")


def test_the_same_table_as_xlsx_gives_the_same_records(desk: Desk, tmp_path: Path) -> None:
    desk.run(desk.csv(*ROWS))
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    result = other.run(other.xlsx(*ROWS))
    assert result.exit_code == 0, result.output
    assert other.files == desk.files


def test_a_dry_run_shows_the_difference_and_writes_nothing(desk: Desk) -> None:
    result = desk.run(desk.csv(*ROWS), "--dry-run")
    assert counts(result) == [2, 2, 0, 0, 0]
    assert "--- /dev/null\n+++ actors/ville-inventee.yml\n" in result.output
    assert "\n+name: Ville inventée\n" in result.output
    assert not desk.content.exists()


def test_a_second_import_changes_nothing(desk: Desk) -> None:
    table = desk.csv(*ROWS)
    desk.run(table)
    before = desk.files
    assert counts(desk.run(table, "--update")) == [2, 0, 0, 2, 0]
    assert desk.files == before


def test_an_existing_record_is_never_overwritten_silently(desk: Desk) -> None:
    desk.run(desk.csv(*ROWS))
    before = desk.files
    changed = desk.csv([*ROWS[0][:4], "https://autre.example/", ""], ROWS[1])
    result = desk.run(changed)
    assert result.exit_code == 1
    assert counts(result) == [2, 0, 0, 1, 1]
    assert "ligne 2" in result.output
    assert "[record-differs]" in result.output
    assert desk.files == before
    result = desk.run(changed, "--update", "--dry-run")
    assert "-website: https://ville.example/\n+website: https://autre.example/\n" in result.output
    assert desk.files == before
    assert counts(desk.run(changed, "--update")) == [2, 0, 1, 1, 0]
    assert "website: https://autre.example/" in desk.files["actors/ville-inventee.yml"]


def test_an_update_keeps_what_the_table_does_not_know(desk: Desk) -> None:
    desk.run(desk.csv(*ROWS))
    path = desk.content / "actors" / "ville-inventee.yml"
    by_hand = path.read_text(encoding="utf-8").replace(
        "name: Ville inventée", "name:\n  fr: Ville inventée\n  es: Ciudad inventada\n\nengagement:\n  stage: active"
    )
    path.write_text(by_hand.replace("names:\n", "names:\n  - text: Surnom\n    kind: usual\n"), encoding="utf-8")
    assert counts(desk.run(desk.csv(*ROWS))) == [2, 0, 0, 2, 0]
    desk.run(desk.csv([*ROWS[0][:4], "https://autre.example/", ""]), "--update")
    text = path.read_text(encoding="utf-8")
    assert "es: Ciudad inventada" in text
    assert "engagement:\n  stage: active" in text
    assert "- text: Surnom" in text
    assert "https://autre.example/" in text


@pytest.mark.parametrize(
    ("by_hand", "code"),
    [
        ("verified:\n  date: 2026-11-01\n  by: Ville inventée\n", "record-verified"),
        ("# Une remarque.\n", "record-commented"),
        ("nam: x\n", "record-broken"),
    ],
)
def test_a_record_that_a_person_keeps_is_left_to_them(desk: Desk, by_hand: str, code: str) -> None:
    desk.run(desk.csv(*ROWS))
    path = desk.content / "actors" / "ville-inventee.yml"
    path.write_text(path.read_text(encoding="utf-8") + by_hand, encoding="utf-8")
    before = desk.files
    result = desk.run(desk.csv([*ROWS[0][:4], "https://autre.example/", ""]), "--update")
    assert f"[{code}]" in result.output
    assert desk.files == before


def test_a_file_names_its_schema_where_the_site_has_an_address_and_that_is_no_comment_of_a_person(desk: Desk) -> None:
    desk.text("mkdocs.yml", "site_url: https://x.example/\n")
    desk.run(desk.csv(*ROWS))
    first = "# yaml-language-server: $schema=https://x.example/schema/actor.json\nname: "
    assert all(text.startswith(first) for text in desk.files.values())
    result = desk.run(desk.csv([*ROWS[0][:4], "https://autre.example/", ""]), "--update")
    assert counts(result) == [1, 0, 1, 0, 0]
    assert desk.files["actors/ville-inventee.yml"].count("#") == 1
    path = desk.content / "actors" / "reseau-invente.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# Une remarque.\n", encoding="utf-8")
    assert "[record-commented]" in desk.run(desk.csv([*ROWS[1][:4], "https://autre.example/", ""]), "--update").output


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["A", "Village", "", "", "", ""], "unforeseen-text"),
        (["A", "Ville", "", "", "ftp://a.example/", ""], "bad-url"),
        (["A", "", "", "", "", ""], "missing-key"),
        (["…", "Ville", "", "", "", ""], "row-without-id"),
        (["A", "Ville", "", "mairie@ville.example", "", ""], "cell-email"),
        (["A", "Ville", "", "02 40 00 00 00", "", ""], "cell-phone"),
        (["A", "Ville", "", "a\u202eb", "", ""], "forbidden-character"),
        (["A", "Ville", "", "", "", "", "trop"], "row-too-long"),
        (["Réseau  inventé", "Ville", "", "", "", ""], "row-twice"),
    ],
)
def test_a_bad_row_is_refused_with_its_number_and_the_others_are_imported(
    desk: Desk, row: list[str], code: str
) -> None:
    result = desk.run(desk.csv(ROWS[1], row, ROWS[0]))
    assert result.exit_code == 1, result.output
    assert counts(result) == [3, 2, 0, 0, 1]
    assert re.search(rf"^ligne 3\b.* \[{code}\]$", result.output, re.MULTILINE), result.output
    assert set(desk.files) == {"actors/reseau-invente.yml", "actors/ville-inventee.yml"}


def test_every_reason_of_a_row_is_told_and_the_row_counts_once(desk: Desk) -> None:
    result = desk.run(desk.csv(["A", "Ville", "Nope", "", "ftp://a.example/", ""]))
    assert counts(result) == [1, 0, 0, 0, 1]
    assert "[bad-id]" in result.output
    assert "[bad-url]" in result.output


def test_a_column_that_nobody_spoke_of_stops_the_import(desk: Desk) -> None:
    result = desk.run(desk.csv([*ROWS[0], "x"], header=[*HEADER, "surprise"]))
    assert result.exit_code == 1
    assert "surprise" in result.output
    assert "[column-unmapped]" in result.output
    assert not desk.content.exists()


def test_a_column_that_is_missing_stops_the_import(desk: Desk) -> None:
    result = desk.run(desk.csv(ROWS[0][:5], header=HEADER[:5]))
    assert result.exit_code == 1
    assert "contact" in result.output
    assert "[column-missing]" in result.output


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ([*HEADER[:4], "", "contact"], "table-column-without-name"),
        ([*HEADER[:4], "name", "contact"], "table-column-twice"),
    ],
)
def test_a_header_must_name_each_column_once(desk: Desk, header: list[str], code: str) -> None:
    assert f"[{code}]" in desk.run(desk.csv(*ROWS, header=header)).output


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", "nom;é".encode("latin-1"), "table-encoding"),
        ("a.csv", b"", "table-empty"),
        ("a.csv", b'a,b\n"x,y\n', "table-quotes"),
        ("a.xlsx", b"not a workbook", "table-no-workbook"),
        ("a.xlsx", b"", "table-no-workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "table-locked"),
    ],
)
def test_a_file_that_is_no_table_is_told_in_words(desk: Desk, name: str, data: bytes, code: str) -> None:
    (desk.folder / name).write_bytes(data)
    result = desk.run(desk.folder / name)
    assert result.exit_code == 1
    assert f"[{code}]" in result.output


def test_a_sheet_keeps_dates_numbers_and_refuses_what_it_cannot_read(desk: Desk) -> None:
    mapping = desk.text(
        "events.yml",
        "targets:\n  - folder: events\n    id: id\n    columns:\n      name: name\n"
        "      when: period.start\n      place: venue\n",
    )
    rows: list[list[object]] = [
        ["a", "Rencontre", datetime.datetime(2024, 5, 17), 75],
        ["b", "Rencontre", 2024.0, "=1+1"],
        ["c", "#REF!", 2024, None],
        [None, None, None, None],
    ]
    table = desk.xlsx(*rows, header=["id", "name", "when", "place"])
    result = desk.run(table, mapping=mapping)
    assert counts(result) == [3, 1, 0, 0, 2]
    assert "[formula-without-value]" in result.output
    assert "[cell-in-error]" in result.output
    text = desk.files["events/a.yml"]
    assert "start: 2024-05-17" in text
    assert "venue: '75'" in text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind:\n", "kind:\n        otherwis: keep\n", "unknown-mapping-key"),
        ("folder: actors", "folder: actors\n    foldr: x", "unknown-key"),
        ("to: kind", "to: Kind!", "bad-key-path"),
        ("folder: actors", "folder: acteurs", "unknown-choice"),
        ("separator: ;", "patterns: (?P<url>", "bad-pattern"),
        ("separator: ;", "patterns: abc", "pattern-without-group"),
    ],
)
def test_a_mistake_in_the_mapping_is_told_with_its_line(desk: Desk, old: str, new: str, code: str) -> None:
    assert old in MAPPING
    result = desk.run(desk.csv(*ROWS), mapping=desk.text("bad.yml", MAPPING.replace(old, new)))
    assert result.exit_code == 1
    assert re.search(rf"^bad\.yml:\d+:\d+ : .*\[{code}\]$", result.output, re.MULTILINE), result.output


# The real mappings, on extracts of the real tables.

ORDER = {
    "resources": 1,
    "actor-kinds": 3,
    "themes": 5,
    "theme-map": 2,
    "places": 4,
    "actors": 7,
    "countries": 4,
    "initiatives": 4,
    "events": 2,
    "instruments": 1,
    "priorities": 3,
}


@pytest.fixture
def imported(desk: Desk) -> Desk:
    for name, rows in ORDER.items():
        result = desk.run(DATA / f"{name.replace('-', '_')}.csv", mapping=MAPPINGS / f"{name}.yml")
        assert result.exit_code == 0, result.output
        assert counts(result) == [rows, rows, 0, 0, 0]
    return desk


def test_every_row_of_the_seed_tables_is_in_a_valid_record(imported: Desk) -> None:
    for path, text in imported.files.items():
        folder, name = path.split("/")
        root, problems = parse(text.encode(), path)
        assert root is not None, problems
        record, problems = decode(BY_FOLDER[folder], name.removesuffix(".yml"), root, path)
        assert record is not None, problems


def test_importing_the_seed_tables_again_changes_nothing(imported: Desk) -> None:
    before = imported.files
    for name, rows in ORDER.items():
        result = imported.run(DATA / f"{name.replace('-', '_')}.csv", mapping=MAPPINGS / f"{name}.yml")
        assert counts(result) == [rows, 0, 0, rows, 0]
    assert imported.files == before


def test_an_initiative_keeps_its_sides_its_source_and_nothing_unknown(imported: Desk) -> None:
    assert imported.files["initiatives/allonnes-sarthe-cinco-pinos.yml"] == (
        (DATA / "allonnes-sarthe-cinco-pinos.yml").read_text(encoding="utf-8")
    )


def test_announced_priorities_belong_to_who_announced_them(imported: Desk) -> None:
    assert "priorities:\n  - id: ar-gestion-forestiere\n" in imported.files["countries/ar.yml"]
    assert "priorities:\n  - id: mercociudades-tourisme\n" in imported.files["actors/mercociudades.yml"]
    assert "emitter: br-belem\n" in imported.files["calls/appel-belem-ecologie.yml"]


def test_a_country_group_is_told_as_the_table_tells_it(imported: Desk) -> None:
    assert "state: active\n  group: groupe-pays-argentine\n  as_of: 2022\n" in imported.files["countries/ar.yml"]
    assert "state: uncertain\n  group: groupe-pays-mexique\n\n" in imported.files["countries/mx.yml"]
    assert "state: former\n  group: groupe-pays-amerique-centrale\n\n" in imported.files["countries/sv.yml"]
    assert "country_group" not in imported.files["countries/ag.yml"]


def test_the_readme_of_the_mappings_tells_the_truth(desk: Desk) -> None:
    text = (MAPPINGS / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert example
    header = (
        "Titre;Contexte et historique;Collectivité;Pays;Année de début du partenariat;"
        "Date de fin du partenariat;Le partenariat est;Contacts dans le poste diplomatique\n"
    )
    row = "Coopération inventée;Texte.;Ville de Montreuil;Brésil, Haïti;2011;31/12/2014;En sommeil;a@b.fr\n"
    result = desk.run(desk.text("atlas.csv", header + row), mapping=desk.text("exemple.yml", example[1]))
    assert result.exit_code == 0, result.output
    written = desk.files["initiatives/cooperation-inventee.yml"]
    assert "period:\n  start: 2011\n  end: 2014-12-31\n" in written
    assert "status:\n  state: watching\n" in written
    assert "countries:\n  - BR\n  - HT\n" in written


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.yml")), ids=lambda path: path.stem)
def test_every_mapping_is_valid(path: Path) -> None:
    assert read_mapping(path)[0] is not None, read_mapping(path)[1]


def test_an_id_is_made_of_words() -> None:
    assert slug("Côtes-d’Armor – « L’Œuvre » n° 2") == "cotes-d-armor-l-oeuvre-n-2"
    assert slug("東京") == ""
    assert len(slug("mot " * 40)) == 79


def test_each_code_of_the_importer_has_its_words() -> None:
    folder = Path(generator.importer.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    codes = set(re.findall(r'(?:Problem|refuse|PydanticCustomError|TableRefused)\(\s*"([a-z-]+)"', source))
    codes |= set(re.findall(r'code="([a-z-]+)"', source))
    codes |= set(re.findall(r'fault = (?:row\.fault or \()?"([a-z-]+)"', source))
    codes |= set(re.findall(r'fault or "([a-z-]+)"', source))
    words = {key.split(".")[1] for key in Catalog("import.fr") if key.startswith("problem.")}
    shared = {"bad-id", "forbidden-character", "unknown-country"}
    assert codes - shared == words


def test_what_a_copy_left_in_a_cell_is_taken_out_and_told(desk: Desk) -> None:
    row = ["Ville\ninvente\u0301e", "Ville", "", "V.\u00ad I.", "https://ville.example/?utm_source=x&fbclid=y", ""]
    result = desk.run(desk.csv(row))
    assert result.exit_code == 0, result.output
    text = desk.files["actors/ville-inventee.yml"]
    assert "name: Ville inventée\n" in text
    assert "  - text: V. I.\n" in text
    assert "website: https://ville.example/\n" in text
    output = result.output.replace("\u00a0", " ")
    assert "colonne « name » : le texte est mis sur une seule ligne : « Ville inventée »" in output
    assert "colonne « url » : les traceurs de l’adresse sont enlevés : « https://ville.example/ »" in output
    assert "accents réunis à leur lettre : 2 cellules." in output


PLACES = """\
targets:
  - folder: places
    id: id
    constants:
      country: FR
      state: FR
      lat: '43.9'
      lon: '6.5'
      precision: city
      sources[0].title: Registre inventé
    columns:
      name: name
      level: admin_level
      insee: insee
"""


def test_zeros_that_a_spreadsheet_took_from_codes_are_put_back_and_told(desk: Desk) -> None:
    mapping = desk.text("places.yml", PLACES)
    header = ["id", "name", "level", "insee"]
    before: list[list[object]] = [["b", "Barcelonnette", "city", "04019"], ["a", "Ain", "department", "01"]]
    assert desk.run(desk.xlsx(*before, header=header), mapping=mapping).exit_code == 0
    files = desk.files
    saved: list[list[object]] = [["b", "Barcelonnette", "city", 4019], ["a", "Ain", "department", 1]]
    result = desk.run(desk.xlsx(*saved, header=header), "--update", mapping=mapping)
    output = result.output.replace("\u00a0", " ")
    assert "ligne 2, colonne « insee » : les zéros perdus au début du code sont remis : « 04019 »" in output
    assert "ligne 3, colonne « insee » : les zéros perdus au début du code sont remis : « 01 »" in output
    assert (result.exit_code, desk.files) == (0, files)


def test_a_code_that_is_no_code_of_that_kind_is_refused(desk: Desk) -> None:
    mapping = desk.text("places.yml", PLACES)
    rows: list[list[object]] = [["b", "B.", "city", 401], ["c", "C.", "city", 29], ["d", "D.", "department", 29019]]
    result = desk.run(desk.xlsx(*rows, header=["id", "name", "level", "insee"]), mapping=mapping)
    output = result.output.replace("\u00a0", " ")
    assert (result.exit_code, output.count("[bad-format]"), desk.files) == (1, 3, {})
    assert "le code INSEE de la commune, en cinq signes" in output
    assert "le code INSEE du département" in output


def test_a_list_that_the_mapping_adds_to_keeps_what_it_has_and_repeats_nothing(desk: Desk) -> None:
    record = desk.content / "actors" / "ville-inventee.yml"
    record.parent.mkdir(parents=True)
    record.write_text(
        "name: Ville inventée\nkind: commune\ncountry: FR\n\nsources:\n  - title: Bulletin inventé\n", "utf-8"
    )
    added = "    adds: sources\n    constants:\n      sources[0].title: Registre inventé\n"
    mapping = desk.text("adding.yml", MAPPING.replace("    constants:\n", added))
    assert counts(desk.run(desk.csv(ROWS[0]), "--update", mapping=mapping)) == [1, 0, 1, 0, 0]
    once = desk.files["actors/ville-inventee.yml"]
    assert once.index("Bulletin inventé") < once.index("Registre inventé")
    assert counts(desk.run(desk.csv(ROWS[0]), "--update", mapping=mapping)) == [1, 0, 0, 1, 0]
    assert desk.files["actors/ville-inventee.yml"] == once
