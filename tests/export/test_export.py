"""What people take away: every record once, in one table, in the same bytes from the command and from the browser."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.export.columns import COLUMNS, SEPARATOR
from generator.export.entry import FIELDS, Entry
from generator.export.files import as_csv, as_geojson, as_json
from generator.export.head import head, labels
from generator.export.naming import degrees
from generator.export.rows import entries_of, render_rows
from generator.model import Actor, Initiative, Record
from generator.model.directory import Directory, link
from generator.model.problem import Problem
from generator.render.search import keys, numbered
from generator.search import Facts, State, facts, select
from generator.search.documents import documents
from generator.words.edition import Edition
from tests.node import call, run

ROOT = Path(__file__).parents[2]
SITE = "https://site.example/repertoire/"

QUESTIONS = (
    "",
    "country=PE&theme=water-sanitation",
    "type=initiative&country=BR&country=AR&from=2000",
    "type=actor&kind=university-research",
    "territory=region-53&type=actor",
    "zone=-82,-19,-68,0",
    "type=theme&theme=water-sanitation",
    "type=place&country=HT",
    "type=resource&country=HT",
)
"""Selections of every kind; the last one is empty."""

FILES = """async (load, rows, numbers, site, question) => {
  const { csv, entriesOf, geojson, json } = await load("explorer/files.js");
  const entries = entriesOf(rows, numbers, site);
  const tables = [csv(rows, entries), csv(rows, entries, true)];
  return [...tables, json(rows, entries, question), geojson(rows, entries, question)];
}"""


@pytest.fixture(scope="module")
def known(real: Directory, french: Edition) -> Facts:
    return facts(real, french.as_of)


def written(
    directory: Directory, edition: Edition, known: Facts, state: State
) -> tuple[list[tuple[str, str]], list[str]]:
    """What is found, and the four files of it."""
    points = {place.id: (place.lat, place.lon) for place in directory.places.values()}
    found = select(known, state, points)
    entries = list(entries_of(found, directory, edition, known))
    said = head(edition, SITE, state)
    return found, [
        as_csv(entries, SITE, labels(edition)),
        as_csv(entries, SITE, labels(edition), spreadsheets=True),
        as_json(entries, SITE, said),
        as_geojson(entries, SITE, said),
    ]


class Browser:
    """Writes the four files from what the site serves."""

    def __init__(self, directory: Directory, edition: Edition, known: Facts) -> None:
        self.edition = edition
        self.order = keys(numbered(documents(directory, edition), edition))
        self.rows = json.loads(json.dumps(render_rows(directory, edition, known, self.order)))

    def files(self, found: list[tuple[str, str]], state: State) -> list[str]:
        """The files of the records, which come in any order."""
        numbers = [self.order.index(key) for key in found]
        random.Random(len(found)).shuffle(numbers)
        said = head(self.edition, SITE, state)
        made: list[str] = run(FILES, self.rows, numbers, SITE, {"search": said["search"], "filters": said["filters"]})
        return made


@pytest.fixture(scope="module")
def browser(real: Directory, french: Edition, known: Facts) -> Browser:
    return Browser(real, french, known)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_browser_writes_the_bytes_of_the_command(
    question: str, real: Directory, french: Edition, known: Facts, browser: Browser
) -> None:
    state = State.read(question)
    found, files = written(real, french, known, state)
    assert bool(found) == (question != QUESTIONS[-1])
    assert browser.files(found, state) == files


def test_the_other_edition_too(real: Directory, spanish: Edition, known: Facts) -> None:
    state = State.read("country=MX")
    found, files = written(real, spanish, known, state)
    assert Browser(real, spanish, known).files(found, state) == files
    assert "México" in files[0]


HOSTILE = ('=cmd|"/c calc"!A1', "+33 1", "-1+1", "@SUM(A1)", "\t=1", "＝1", " =1", "a;b", 'c"d', "e\nf", "g,h", "x | y")


HOSTILE_NAMES = [{"text": text, "kind": "usual"} for text in HOSTILE]


@pytest.fixture(scope="module")
def hostile(real: Directory) -> Directory:
    """Records whose texts would be run by a spreadsheet, or would break a line of a table."""
    kept: list[Record] = [*real.vocabularies.values(), *real.places.values()]
    actors = [
        Actor.model_validate({"id": f"a{at}", "name": text, "kind": "commune", "country": "FR", "names": HOSTILE_NAMES})
        for at, text in enumerate(HOSTILE)
    ]
    initiative = Initiative.model_validate(
        {
            "id": "hostile",
            "title": HOSTILE[0],
            "modality": "project",
            "scope": "decentralised",
            "summary": "\n".join(HOSTILE),
            "participations": [{"actor": each.id, "role": "bearer"} for each in actors],
            "countries": ["PE"],
            "keywords": list(HOSTILE),
            "funding": [{"description": text} for text in HOSTILE],
            "lessons": {"worked": HOSTILE[3], "conditions": HOSTILE[2]},
            "status": {"state": "active", "since": "2024-05"},
            "period": {"start": "1999"},
        }
    )
    return link([*kept, *actors, initiative])


def test_no_cell_is_run_by_a_spreadsheet_and_no_text_breaks_the_table(hostile: Directory, french: Edition) -> None:
    known = facts(hostile, french.as_of)
    state = State.read("type=actor&type=initiative")
    found, files = written(hostile, french, known, state)
    assert Browser(hostile, french, known).files(found, state) == files
    for text, separator in zip(files, ",;", strict=False):
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator, strict=True))
        assert len(rows) == 1 + len(found)
        assert {len(row) for row in rows} == {len(COLUMNS)}
        assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell)]
        titles = [row[2].removeprefix("'") for row in rows[2:]]
        assert sorted(titles) == sorted(each.name.root["fr"] for each in hostile.actors.values())
        assert {len(row[labels(french).index("Mots des sources")].split(SEPARATOR)) for row in rows[1:2]} == {12}


def test_numbers_stay_numbers(real: Directory, french: Edition, known: Facts) -> None:
    _, (comma, semicolon, *_) = written(real, french, known, State.read("type=place&country=EC"))
    at = labels(french).index("Latitude du premier lieu")
    for text, separator, decimal in ((comma, ",", "."), (semicolon.removeprefix("\ufeff"), ";", ",")):
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
        latitudes = [row[labels(french)[at]] for row in rows]
        assert any(each.startswith("-") for each in latitudes)
        assert all(re.fullmatch(rf"-?\d+(\{decimal}\d+)?", each) for each in latitudes)


def test_spreadsheets_know_the_accents(real: Directory, french: Edition, known: Facts) -> None:
    _, (plain, spreadsheets, *_) = written(real, french, known, State.read("country=PE"))
    assert spreadsheets.encode().startswith(b"\xef\xbb\xbfType de fiche;")
    assert plain.startswith("Type de fiche,")
    assert plain.count("\r\n") == spreadsheets.count("\r\n")


@pytest.fixture(scope="module")
def everything(real: Directory, french: Edition, known: Facts) -> tuple[list[tuple[str, str]], list[str]]:
    """All records, and the four files of them."""
    return written(real, french, known, State())


def test_records_in_are_records_out(everything: tuple[list[tuple[str, str]], list[str]]) -> None:
    found, (table, _, whole, map_) = everything
    records = json.loads(whole)
    features = json.loads(map_)
    assert records["count"] == len(records["records"]) == features["count"] == len(features["features"]) == len(found)
    assert len(list(csv.reader(io.StringIO(table, newline="")))) == 1 + len(found)
    assert {(each["type"]["id"], each["id"]) for each in records["records"]} == set(found)
    assert [f"{each['type']['id']}/{each['id']}" for each in records["records"]] == [
        each["id"] for each in features["features"]
    ]
    assert all(list(each) == list(FIELDS) for each in records["records"])
    assert records["licence"]["name"] == "Licence Ouverte 2.0"
    assert records["attribution"].endswith("22 novembre 2026")


def test_each_link_is_that_of_a_page(everything: tuple[list[tuple[str, str]], list[str]]) -> None:
    _, (_, _, whole, _) = everything
    for record in json.loads(whole)["records"]:
        assert record["url"].startswith(SITE)
        assert record["url"].endswith((f"/{record['id']}/", f"?lieu={record['id']}"))


def test_geometries_are_those_of_the_standard(everything: tuple[list[tuple[str, str]], list[str]]) -> None:
    _, (*_, map_) = everything
    found = json.loads(map_)
    assert found["type"] == "FeatureCollection"
    shapes = [feature["geometry"] for feature in found["features"]]
    assert {shape["type"] if shape else None for shape in shapes} == {None, "Point", "MultiPoint"}
    for shape in filter(None, shapes):
        points = shape["coordinates"] if shape["type"] == "MultiPoint" else [shape["coordinates"]]
        assert len({tuple(point) for point in points}) == len(points)
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)


def test_a_column_of_several_values_keeps_them_in_line(real: Directory, french: Edition, known: Facts) -> None:
    _, (table, *_) = written(real, french, known, State.read("type=initiative"))
    for row in csv.DictReader(io.StringIO(table, newline="")):
        counts = {
            len(row[name].split(SEPARATOR)) for name in ("Acteurs", "Rôles des acteurs", "Identifiants des acteurs")
        }
        assert len(counts) == 1, row["Identifiant"]


def test_degrees_are_written_alike_in_both_languages() -> None:
    tried = [0, -0.0, 12, -12.5, 48.856613, 0.00001, -0.00002, 0.00012, 1e-9, 179.999999]
    assert [json.dumps(degrees(each)) for each in tried] == [
        run("(_, value) => JSON.stringify(value)", degrees(each)) for each in tried
    ]


def test_every_column_and_role_has_a_name_and_no_name_is_idle(french: Edition) -> None:
    named = {key.removeprefix("export.columns.") for key in french.catalog if key.startswith("export.columns.")}
    assert named == {column.name for column in COLUMNS}
    assert {column.path.partition(".")[0] for column in COLUMNS} == set(FIELDS)


# What the page adds to the files


def test_a_file_is_called_after_what_was_asked() -> None:
    def called(form: str, words: str) -> str:
        return str(call("explorer/selection.js", "nameOf", form, "repertoire-cooperation", words, "2026-11-22"))

    assert called("csv", "") == "repertoire-cooperation-2026-11-22.csv"
    assert called("geojson", "Pérou · « l’eau » / 2010") == "repertoire-cooperation-perou-l-eau-2010-2026-11-22.geojson"
    long = called(
        "spreadsheets", "Guadeloupe · Martinique · Guyane · Saint-Barthélemy · Saint-Martin · Mayotte · Réunion"
    )
    assert len(long) < 100
    assert long == "repertoire-cooperation-guadeloupe-martinique-guyane-saint-barthelemy-saint-martin-2026-11-22.csv"


FRAME = """async (load, search, frame, title) => {
  const [{ code, framed, shownIn }, { read }] = [await load("explorer/frame.js"), await load("search/state.js")];
  const address = framed(read(search), frame, new URL("https://site.example/integrer/"));
  return [address.href, shownIn(address.search), code(address, title, frame)];
}"""


@pytest.mark.usefixtures("facets_known")
@pytest.mark.parametrize(
    ("search", "frame", "query"),
    [
        ("", {"view": "list", "shown": 10}, ""),
        ("?country=PE,BR&view=table&shown=60&taxonomy=sdg", {"view": "list", "shown": 10}, "?country=PE&country=BR"),
        ("?q=eau&zone=-82,-19,-68,0", {"view": "map", "shown": 5}, "?q=eau&zone=-82,-19,-68,0&view=map&shown=5"),
        ("?sort=-start", {"view": "list", "shown": 100}, "?sort=-start&shown=100"),
    ],
)
def test_a_frame_keeps_the_question(search: str, frame: dict[str, object], query: str) -> None:
    address, shown, _ = run(FRAME, search, {"width": None, "height": 600, **frame}, "x")
    assert address == f"https://site.example/integrer/{query}"
    assert shown == frame["shown"]


def test_the_code_of_a_frame_is_one_element_whatever_was_asked() -> None:
    frame = {"view": "list", "shown": 10, "width": 320, "height": 450}
    _, _, code = run(FRAME, '?q="><script>alert(1)</script>', frame, '"><script>alert(1)</script>&amp;')
    found: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, dict(attrs)))  # type: ignore[method-assign]
    parser.feed(code)
    assert [tag for tag, _ in found] == ["iframe"]
    assert found[0][1]["title"] == '"><script>alert(1)</script>&amp;'
    assert (found[0][1]["width"], found[0][1]["height"]) == ("320", "450")


@pytest.mark.parametrize(
    ("search", "shown"), [("?shown=0", 1), ("?shown=101", 100), ("?shown=x", 10), ("?shown=-3", 10)]
)
def test_a_frame_shows_a_sensible_number_of_results(search: str, shown: int) -> None:
    assert call("explorer/frame.js", "shownIn", search) == shown


# The command


Run = tuple[int, str, str]


def export(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *typed: str) -> Run:
    """Exit code, output and errors."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    monkeypatch.setattr(sys, "argv", ["repertoire", "export", *typed])
    with pytest.raises(SystemExit) as stop:
        main()
    out, err = capfd.readouterr()
    return (stop.value.code if isinstance(stop.value.code, int) else 0), out, err


def test_the_command_answers_a_copied_address_and_options_alike(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    address = "https://cites-unies-france.github.io/repertoire/recherche/?country=PE,EC&from=2000&view=map&shown=40"
    code, out, _ = export(monkeypatch, capfd, address, "--format", "json")
    assert code == 0
    again = export(monkeypatch, capfd, "--format", "json", "--country", "PE", "--country", "EC", "--from", "2000")
    assert again == (0, out, "")
    found = json.loads(out)
    assert found["search"].endswith("/recherche/?country=PE&country=EC&from=2000")
    assert found["filters"] == {"country": ["PE", "EC"], "from": 2000}
    code, said, _ = export(monkeypatch, capfd, address, "--format", "json", "--out", str(tmp_path / "in" / "f.json"))
    assert code == 0
    assert said == f"Fiches écrites dans {tmp_path}/in/f.json\u00a0: {found['count']}.\n"
    assert (tmp_path / "in" / "f.json").read_text("utf-8") == out


def test_the_command_speaks_the_language_of_the_address(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = export(monkeypatch, capfd, "https://h.example/repertoire/es/recherche/?country=MX&type=country")
    assert out.splitlines()[1].startswith("País,mx,México,https://cites-unies-france.github.io/repertoire/es/pays/mx/")
    _, out, _ = export(monkeypatch, capfd, "?country=MX&type=country", "--for-spreadsheets")
    assert out.startswith("\ufeffType de fiche;Identifiant;")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["?q=eau&country=PE"], "Les mots d’une recherche (q=…) ne peuvent être cherchés que dans le navigateur"),
        (["?contry=PE"], "Le filtre « contry » n’existe pas. Vouliez-vous dire « country » ?"),
        (["?zzz=PE"], "Le filtre « zzz » n’existe pas.\n"),
        (["--country", "Perou"], "Le filtre « country » n’a pas de valeur « Perou ». Vouliez-vous dire « PE » ?"),
        (["--theme", "xyzzyx"], "Le filtre « theme » n’a pas de valeur « xyzzyx ».\n"),
        (["--type", "actors"], "Le filtre « type » n’a pas de valeur « actors ». Vouliez-vous dire « actor » ?"),
        (["--place", "Lyonn"], "Vouliez-vous dire « fr-lyon » ?"),
        (["--from", "hier"], "La valeur « hier » ne convient pas au filtre « from »."),
        (["?zone=1,2,3"], "La valeur « 1,2,3 » ne convient pas au filtre « zone »."),
        (["--format", "json", "--for-spreadsheets"], "« --for-spreadsheets » ne concerne que le format csv."),
        (["--config", "pyproject.toml"], "ne dit pas l’adresse du site"),
    ],
)
def test_the_command_refuses_what_it_would_have_to_guess(
    typed: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    opened: tuple[Directory, list[Problem]],
) -> None:
    monkeypatch.setattr("generator.commands.opening.open_directory", lambda content: opened)
    code, out, err = export(monkeypatch, capfd, *typed)
    assert (code, out) == (2, "")
    assert said in err.replace("\u00a0", " ")


def test_an_entry_holds_names_and_ids(real: Directory, french: Edition, known: Facts) -> None:
    entry: Entry = next(iter(entries_of([("initiative", "reze-villa-el-salvador")], real, french, known)))
    assert entry["countries"] == [{"id": "PE", "label": "Pérou"}]
    assert entry["actors"][0] == {"id": "reze", "label": "Rezé", "role": {"id": "bearer", "label": "Porteur"}}
    assert entry["regions"] == [{"id": "region-52", "label": "Pays de la Loire"}]
    assert entry["departements"] == [{"id": "departement-44", "label": "Loire-Atlantique"}]
    assert entry["start"] == "1991"
    assert call("explorer/files.js", "entriesOf", {"types": ["initiative"], "items": [], "rows": []}, [], SITE) == []


def test_the_help_of_the_command_is_in_french(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = export(monkeypatch, capfd, "--help")
    assert code == 0
    assert not re.search(r"TEXT|FILE|INTEGER|\[default|Show this", out)
    for filter_ in ("country", "theme", "from", "to", "zone", "place"):
        assert f"--{filter_} " in out
