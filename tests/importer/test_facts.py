"""``repertoire import --facts``: a table of facts about records, one a row."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.check.content import open_directory
from generator.commands.importer import import_command
from generator.commands.template import template_command
from generator.files.guard import given
from generator.files.load import parse, plain
from generator.importer.facts.source import plain_address
from generator.model.directory import Directory
from generator.sheets.facts import COLUMNS
from tests.cases.report import CASES

Cells = dict[str, str]

BREST, CHUBUT, CUF = "actors/brest-metropole", "actors/ar-chubut", "actors/cites-unies-france"
PROJECT, FICOL, FORUM = "initiatives/brest-chubut", "instruments/ficol", "events/forum-franco-argentin-2008"
SOURCE = {
    "source_title": "Bulletin inventé",
    "source_url": "https://www.bulletin.example/numero?utm_source=x#haut",
    "source_year": "2024",
}


def row(record: str, field: str, action: str, value: str, **more: str) -> Cells:
    """A row of the table; what is not said comes from a made-up bulletin, and is sure."""
    return dict.fromkeys(COLUMNS, "") | SOURCE | {
        "record": record, "field": field, "action": action, "value": value, "confidence": "high"
    } | more  # fmt: skip


class Desk:
    """A copy of the base records, and the command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = Path(shutil.copytree(CASES / "base", folder / "content"))

    def table(self, *rows: Cells, columns: tuple[str, ...] = COLUMNS) -> Path:
        path = self.folder / "facts.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return path

    def run(self, *rows: Cells, dry: bool = False) -> Result:
        words = [str(self.table(*rows)), "--facts", "--content", str(self.content), "--added", "2026-11-28"]
        result = CliRunner().invoke(import_command, [*words, *(["--dry-run"] if dry else [])])
        assert not result.exception or isinstance(result.exception, SystemExit), result.exception
        return result

    def applied(self, *rows: Cells) -> Directory:
        """The directory after the rows, all of which must be applied."""
        result = self.run(*rows)
        assert counts(result) == [len(rows), len(rows), 0, 0], said(result)
        return self.directory

    @property
    def directory(self) -> Directory:
        directory, problems = open_directory(self.content)
        assert not [each for each in problems if each.severity == "error"]
        return directory

    def text(self, record: str) -> str:
        return (self.content / f"{record}.yml").read_text("utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(self.content.rglob("*.yml"))}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def counts(result: Result) -> list[int]:
    """Rows read, applied, so already, refused."""
    line = next(line for line in said(result).splitlines() if line.startswith("Lignes lues"))
    found = [int(number) for number in re.findall(r"\d+", line)]
    assert found[0] == sum(found[1:])
    return found


def said(result: Result) -> str:
    """The output, with blanks where French has blanks that hold a line together."""
    return result.output.replace("\u00a0", " ").replace("\u202f", " ")


def codes(result: Result) -> list[str]:
    return re.findall(r"\[([a-z-]+)\]$", said(result), re.MULTILINE)


# What the actions do


def test_a_value_is_set_whole_and_what_it_replaces_is_told_old_beside_new(desk: Desk) -> None:
    result = desk.run(row(BREST, "website", "set", "https://brest.example"))
    assert desk.directory.actors["brest-metropole"].website == "https://brest.example"
    assert "actors/brest-metropole, website : « https://brest.fr » devient « https://brest.example »" in said(result)


def test_a_key_of_a_group_is_set_alone(desk: Desk) -> None:
    contact = (
        desk.applied(row(BREST, "contact.email", "set", "contact@brest-metropole.example"))
        .actors["brest-metropole"]
        .contact
    )
    assert contact
    assert (contact.email, str(contact.service)) == (
        "contact@brest-metropole.example",
        "Maison de l’international",
    )


def test_a_list_gets_items_and_what_it_holds_is_not_repeated(desk: Desk) -> None:
    themes = row(FORUM, "themes", "add", "culture;health")
    assert desk.applied(themes).events["forum-franco-argentin-2008"].themes == ("culture", "health")
    assert counts(desk.run(themes)) == [1, 0, 1, 0]


def test_a_text_gets_a_sentence_that_it_does_not_hold_yet(desk: Desk) -> None:
    more = row(FORUM, "description", "add", "Dix-sept collectivités y ont pris part.")
    text = str(desk.applied(more).events["forum-franco-argentin-2008"].description)
    assert text.startswith("Première rencontre")
    assert text.endswith(" intermunicipalité. Dix-sept collectivités y ont pris part.")
    assert counts(desk.run(row(FORUM, "description", "add", "Dix-sept COLLECTIVITES y ont pris part"))) == [1, 0, 1, 0]


def test_the_role_of_one_participant_changes_and_the_others_stay(desk: Desk) -> None:
    before = {part.actor: part.role for part in desk.directory.initiatives["brest-chubut"].participations}
    sourceless = {"source_title": "", "source_url": "", "source_year": ""}
    directory = desk.applied(
        row(PROJECT, "participations", "role", "actor=brest-metropole | role=partner", **sourceless)
    )
    after = {part.actor: part.role for part in directory.initiatives["brest-chubut"].participations}
    assert after == before | {"brest-metropole": "partner"}
    refused = desk.run(row(PROJECT, "participations", "role", "actor=afd | role=funder"))
    assert codes(refused) == ["fact-no-participant"]


def test_what_is_taken_away_is_told_and_what_is_gone_already_is_content(desk: Desk) -> None:
    gone = row(PROJECT, "participations", "remove", "actor=ar-chubut")
    result = desk.run(gone)
    assert "participations : « actor=ar-chubut | role=partner » est retiré" in said(result)
    assert counts(desk.run(gone)) == [1, 0, 1, 0]


NEW = [
    row("calls/appel-invente", "title", "new", "Besoin inventé pour l’essai"),
    row("calls/appel-invente", "kind", "new", "need"),
    row("calls/appel-invente", "side", "new", "fr"),
    row("calls/appel-invente", "emitter", "new", "brest-metropole"),
    row("calls/appel-invente", "themes", "new", "culture"),
]


def test_a_record_is_made_of_all_its_rows_or_not_at_all(desk: Desk) -> None:
    call = desk.applied(*NEW).calls["appel-invente"]
    assert (str(call.title), call.themes, str(call.added)) == (
        "Besoin inventé pour l’essai",
        ("culture",),
        "2026-11-28",
    )
    assert [(source.title, source.about) for source in call.sources] == [("Bulletin inventé", ())]
    assert counts(desk.run(*NEW)) == [5, 0, 5, 0]
    other = [each | {"record": "calls/autre"} for each in NEW]
    result = desk.run(*other[:3], other[3] | {"value": "personne"})
    assert counts(result) == [4, 0, 0, 4]
    assert "autre" not in desk.directory.calls
    assert sorted(codes(result)) == ["dangling-reference", *["fact-with-others"] * 3]


def test_records_of_one_table_may_name_each_other(desk: Desk) -> None:
    rows = [
        row("actors/ambassade-inventee", "name", "new", "Ambassade inventée"),
        row("actors/ambassade-inventee", "kind", "new", "embassy-consulate"),
        row("countries/ar", "posts", "add", "operator=ambassade-inventee | city=Buenos Aires;Rosario", as_of="2024"),
    ]
    post = desk.applied(*rows).countries["ar"].posts[-1]
    assert (post.operator, post.city, str(post.as_of)) == ("ambassade-inventee", ("Buenos Aires", "Rosario"), "2024")


# What values say


def test_a_word_about_a_moment_carries_its_date(desk: Desk) -> None:
    rows = [
        row(CHUBUT, "expertise_sought", "add", "culture;health", as_of="2019-05"),
        row(FORUM, "status", "set", "cancelled", as_of="2010"),
        row(FICOL, "status", "set", "closed", as_of="2025"),
        row(PROJECT, "status.state", "set", "ended", as_of="2018"),
        row(PROJECT, "status.trigger", "set", "Une phrase inventée.", as_of="2017"),
    ]
    directory = desk.applied(*rows)
    assert [(each.theme, str(each.as_of)) for each in directory.actors["ar-chubut"].expertise_sought] == [
        ("culture", "2019-05"),
        ("health", "2019-05"),
    ]
    statuses = (
        directory.events["forum-franco-argentin-2008"].status,
        directory.instruments["ficol"].status,
        directory.initiatives["brest-chubut"].status,
    )
    # What could change a status is not when it was said.
    assert [str(each.as_of) for each in statuses if each] == ["2010", "2025", "2018"]


def test_names_keep_kind_and_language_and_a_former_one_is_never_told_as_borne(desk: Desk) -> None:
    rows = [
        row(CUF, "other_names", "add", "Ciudades Unidas de Francia", lang="es"),
        row(CUF, "other_names", "add", "text=CUF | kind=acronym"),
        row(CUF, "former_names", "add", "text=FMCU | kind=acronym | how=merged | until=2004", lang="fr"),
    ]
    names = desk.applied(*rows).actors["cites-unies-france"].names
    assert [(each.text, each.kind, each.lang) for each in names] == [
        ("Ciudades Unidas de Francia", "variant", "es"),
        ("CUF", "acronym", None),
        ("FMCU", "former", "fr"),
    ]
    assert (names[2].how, str(names[2].until)) == ("merged", "2004")
    # The title says it already.
    assert counts(desk.run(row(CUF, "other_names", "add", "Cités unies France", lang="fr"))) == [1, 0, 1, 0]


def test_a_deadline_is_one_session_more_and_the_last_is_last(desk: Desk) -> None:
    directory = desk.applied(row(FICOL, "deadline", "set", "2023-09-08"))
    assert [str(each.closes) for each in directory.instruments["ficol"].sessions] == ["2023-09-08", "2024-09-13"]
    assert counts(desk.run(row(FICOL, "deadline", "set", "2024-09-13"))) == [1, 0, 1, 0]


def test_of_one_membership_the_later_word_stays_and_another_role_is_another(desk: Desk) -> None:
    rows = [
        row(BREST, "memberships", "add", "network=cites-unies-france", as_of="2024"),
        row(BREST, "memberships", "add", "network=cites-unies-france | role=member | period.end=2018", as_of="2018"),
    ]
    held = desk.applied(*rows).actors["brest-metropole"].memberships
    assert [(each.role, str(each.as_of)) for each in held] == [("collaborator", "2024"), ("member", "2018")]


def test_keys_of_items_of_a_list_make_or_complete_an_item(desk: Desk) -> None:
    rows = [
        row(PROJECT, "frames.signed", "add", "2014-04-10"),
        row(PROJECT, "frames.kind", "add", "convention"),
        row(PROJECT, "funding.description", "add", "Une aide inventée pour l’essai."),
        row(PROJECT, "lessons.worked", "add", "Une leçon inventée. | evidence=declared"),
    ]
    found = desk.applied(*rows).initiatives["brest-chubut"]
    assert ("convention", "2014-04-10") in [(frame.kind, str(frame.signed)) for frame in found.frames]
    assert found.funding
    assert found.lessons
    assert found.lessons.evidence == "declared"


# Which rows count


def test_of_several_rows_of_one_field_the_newest_counts(desk: Desk) -> None:
    older = row(BREST, "website", "set", "https://ancien.example", as_of="2019")
    newer = row(BREST, "website", "set", "https://nouveau.example", as_of="2021-05")
    result = desk.run(newer, older)
    assert codes(result) == ["fact-older"]
    assert desk.directory.actors["brest-metropole"].website == "https://nouveau.example"


def test_where_nobody_knows_which_is_the_newest_none_is_applied(desk: Desk) -> None:
    one = row(BREST, "website", "set", "https://un.example", source_year="2021")
    for other in (one | {"value": "https://deux.example"}, one | {"value": "https://deux.example", "source_year": ""}):
        result = desk.run(one, other)
        assert codes(result) == ["fact-undecided"] * 2
        assert desk.directory.actors["brest-metropole"].website == "https://brest.fr"
    assert counts(desk.run(one, one)) == [2, 1, 1, 0]


def test_what_a_person_verified_or_a_later_source_says_is_not_replaced(desk: Desk) -> None:
    record = desk.content / f"{BREST}.yml"
    text = record.read_text("utf-8")
    record.write_text(
        text.replace("sources:\n", "sources:\n  - title: Site inventé\n    year: 2025\n    about: [website]\n"), "utf-8"
    )
    assert codes(desk.run(row(BREST, "website", "set", "https://brest.example"))) == ["fact-later"]
    assert codes(desk.run(row(BREST, "website", "set", "https://brest.example", as_of="2026"))) == []
    record.write_text(text + "\nverified:\n  date: 2026-11-01\n  by: Ville inventée\n", "utf-8")
    assert codes(desk.run(row(BREST, "website", "set", "https://brest.example"))) == ["record-verified"]
    assert codes(desk.run(row(BREST, "memberships", "add", "network=cites-unies-france | role=member"))) == []


# On whose word


def test_a_source_is_known_by_its_page_and_grows_by_what_it_supports(desk: Desk) -> None:
    again = "http://bulletin.example/numero/"
    rows = [
        row(CHUBUT, "website", "set", "https://chubut.example"),
        row(
            CHUBUT,
            "note",
            "set",
            "Une remarque inventée.",
            source_url=again,
            source_title="Autre titre",
            source_year="2020",
        ),
        row(CHUBUT, "description", "set", "Une phrase.", note="faux aujourd’hui ; année déduite du jour"),
    ]
    source = desk.applied(*rows).actors["ar-chubut"].sources[-1]
    assert (source.title, source.year, source.about) == ("Bulletin inventé", 2024, ("website", "note", "description"))
    assert source.supports == "année déduite du jour"


def test_a_source_that_supports_the_whole_record_goes_on_doing_so(desk: Desk) -> None:
    first = desk.directory.actors["afd"].sources[0]
    fact = row("actors/afd", "description", "set", "Une phrase.", source_url=str(first.url), source_title="Autre")
    assert desk.applied(fact).actors["afd"].sources[0] == first


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.ville.example/page/", "http://ville.example/page"),
        ("https://ville.example/page?utm_source=a&id=3", "https://ville.example/page?id=3#haut"),
        ("https://ville.example/a;jsessionid=12?PHPSESSID=4", "https://ville.example/a"),
    ],
)
def test_addresses_of_one_page_are_one(one: str, other: str) -> None:
    assert plain_address(one) == plain_address(other) != plain_address("https://ville.example/autre?id=4")


# What is refused


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"confidence": "low"}, "fact-unsure"),
        ({"confidence": "certain"}, "fact-confidence"),
        ({"record": "actors/personne"}, "fact-no-record"),
        ({"record": "acteurs/afd"}, "fact-record"),
        ({"field": "siteweb"}, "fact-field"),
        ({"field": "verified.by", "value": "Ville inventée"}, "fact-field"),
        ({"action": "remplacer"}, "fact-action"),
        ({"value": ""}, "fact-empty"),
        ({"as_of": "hier"}, "fact-date"),
        ({"source_year": "vers 2010"}, "fact-date"),
        ({"value": "sans adresse"}, "bad-url"),
        ({"field": "place", "value": "nulle-part"}, "dangling-reference"),
        ({"field": "kind", "value": "ville"}, "unknown-term"),
        ({"field": "country", "value": "QQ"}, "unknown-country"),
        ({"field": "description", "value": "Écrire à jeanne.dupont@ville.example."}, "cell-email"),
        ({"field": "description", "value": "Appeler le 02 98 00 00 00."}, "cell-phone"),
        ({"field": "contact.email", "value": "jeanne.dupont@ville.example"}, "cell-email"),
        ({"field": "kind", "action": "add", "value": "commune"}, "fact-differs"),
        ({"field": "kind", "action": "remove", "value": "commune"}, "fact-remove"),
        ({"field": "identifiers", "value": "un texte"}, "fact-group"),
    ],
)
def test_what_cannot_be_taken_over_is_refused_alone_with_its_row(desk: Desk, cells: Cells, code: str) -> None:
    before = desk.files
    bad = row(BREST, "website", "set", "https://brest.example") | cells
    good = row(CHUBUT, "website", "set", "https://chubut.example")
    result = desk.run(bad, good)
    assert (codes(result), counts(result), result.exit_code) == ([code], [2, 1, 0, 1], 1)
    assert said(result).startswith("ligne 2, colonne « ")
    assert "→" in said(result)
    changed = {path for path, data in desk.files.items() if data != before[path]}
    assert changed == {str(desk.content / "actors" / "ar-chubut.yml")}


def test_a_table_of_other_columns_is_refused_whole(desk: Desk) -> None:
    path = desk.table(row(BREST, "website", "set", "https://x.example"), columns=COLUMNS[:-1])
    path.write_text(path.read_text("utf-8").replace("confidence", "confiance"), "utf-8")
    result = CliRunner().invoke(import_command, [str(path), "--facts", "--content", str(desk.content)])
    assert codes(result) == ["fact-column-missing", "fact-column-missing", "fact-column-unknown"]
    assert said(result).rstrip().endswith("Rien n’est importé.")


# The whole


def test_twice_changes_nothing(desk: Desk) -> None:
    rows = [
        *NEW,
        row(BREST, "contact.email", "set", "contact@brest-metropole.example"),
        row(BREST, "former_names", "add", "Communauté urbaine inventée", lang="fr"),
        row(BREST, "engagement", "set", "active", as_of="2020-11-30")
        | {"field": "description", "value": "Une phrase."},
        row(FORUM, "themes", "add", "culture"),
        row(FICOL, "deadline", "set", "2023-09-08"),
        row(PROJECT, "participations", "role", "actor=brest-metropole | role=partner"),
        row(PROJECT, "results", "add", "Un résultat inventé."),
    ]
    assert counts(desk.run(*rows)) == [len(rows), len(rows), 0, 0]
    once = desk.files
    assert counts(desk.run(*rows)) == [len(rows), 0, len(rows), 0]
    assert desk.files == once


def test_a_dry_run_tells_in_plain_words_and_writes_nothing(desk: Desk) -> None:
    before = desk.files
    result = desk.run(row(BREST, "website", "set", "https://brest.example"), dry=True)
    assert desk.files == before
    assert "Brest Métropole" in said(result)
    assert "site web" in said(result)
    assert "rien n’est écrit" in said(result)


def test_a_dry_run_tells_in_which_language_a_text_is_added(desk: Desk) -> None:
    result = desk.run(row(BREST, "description", "add", "Texto inventado.", lang="es"), dry=True)
    assert "(es) : Texto inventado." in said(result)


def test_facts_and_a_mapping_exclude_each_other(desk: Desk) -> None:
    path = desk.table(row(BREST, "website", "set", "https://x.example"))
    result = CliRunner().invoke(import_command, [str(path), "--facts", "--update", "--content", str(desk.content)])
    assert result.exit_code == 2
    assert "--facts" in said(result)


def test_the_empty_table_can_be_filled_in_and_imported(desk: Desk) -> None:
    path = desk.folder / "faits.xlsx"
    made = CliRunner().invoke(template_command, [str(path), "--facts", "--content", str(desk.content)])
    assert made.exit_code == 0, made.output
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert tuple(cell.value for cell in sheet[1]) == COLUMNS
    assert all(cell.comment for cell in sheet[1])
    sheet.append(list(row(BREST, "website", "set", "https://brest.example").values()))
    book.save(path)
    result = CliRunner().invoke(import_command, [str(path), "--facts", "--content", str(desk.content)])
    assert counts(result) == [1, 1, 0, 0], result.output


def leaves(value: object, above: str = "") -> set[tuple[str, str]]:
    """Every key and value that a file holds, wherever it stands in its lists."""
    match value:
        case dict():
            return {leaf for key, each in value.items() for leaf in leaves(each, f"{above}.{key}")}
        case list():
            return {leaf for each in value for leaf in leaves(each, above)}
    return {(above, str(value))}


def test_what_stood_before_is_gone_only_where_a_row_replaces_or_takes_away(desk: Desk) -> None:
    records = (BREST, CHUBUT, PROJECT, FICOL, FORUM)

    def held() -> set[tuple[str, str]]:
        texts = ((record, (desk.content / f"{record}.yml").read_bytes()) for record in records)
        return {leaf for record, text in texts for leaf in leaves(plain(given(parse(text, record)[0], record)), record)}

    before = held()
    rows = [
        row(BREST, "memberships", "add", "network=cites-unies-france | role=member", as_of="2024"),
        row(BREST, "expertise_offered", "add", "economy-innovation;culture", as_of="2018"),
        row(CHUBUT, "other_names", "add", "Chubut", lang="es"),
        row(PROJECT, "themes", "add", "culture"),
        row(PROJECT, "keywords", "add", "mot inventé"),
        row(PROJECT, "summary", "add", "Une phrase inventée."),
        row(PROJECT, "participations", "add", "actor=afd | role=funder"),
        row(FICOL, "deadline", "set", "2022-01-31"),
        row(FORUM, "participants", "add", "brest-metropole"),
        row(PROJECT, "participations", "role", "actor=brest-metropole | role=partner"),
        row(PROJECT, "countries", "remove", "AR"),
    ]
    desk.applied(*rows)
    gone = {(path.removeprefix("initiatives/brest-chubut"), text) for path, text in before - held()}
    summary = next(text for path, text in before if path == f"{PROJECT}.summary")
    assert gone == {(".participations.role", "bearer"), (".countries", "AR"), (".summary", summary)}
    assert (f"{PROJECT}.summary", f"{summary} Une phrase inventée.") in held()
