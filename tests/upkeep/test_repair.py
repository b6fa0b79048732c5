"""``check --fix`` repairs what can mean only one thing, shows it, loses nothing, and tells what is left."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.check.content import open_directory
from generator.commands.check import check_command
from generator.files.decode import decode
from generator.model import BY_FOLDER, TYPES, name_of
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.upkeep.repair import repaired, repairs, with_likely_dates
from generator.upkeep.repair.dates import likely, respelled
from generator.upkeep.repair.words import Words
from generator.upkeep.sheet import read_text, sheet_of
from tests.cases.report import CASES

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def words(real: Directory) -> Words:
    return Words(real)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/12/2020", "2020-12-31"),
        ("31.12.2020", "2020-12-31"),
        ("4/4/2020", "2020-04-04"),
        ("12/2020", "2020-12"),
        ("2020/12/31", "2020-12-31"),
        ("2020-5-7", "2020-05-07"),
        ("31 décembre 2020", "2020-12-31"),
        ("1er mars 2020", "2020-03-01"),
        ("août 2019", "2019-08"),
        ("31 de diciembre de 2020", "2020-12-31"),
        ("25 de março de 2021", "2021-03-25"),
        ("May 5, 2020", "2020-05-05"),
    ],
)
def test_a_date_that_can_mean_one_day_is_respelled(written: str, meant: str) -> None:
    assert respelled(written) == meant


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        ("03/04/2020", "2020-04-03"),
        ("31/12/20", "2020-12-31"),
        ("2020-13-05", "2020-05-13"),
        ("2021-02-30", "2021-02"),
        ("31/02/2020", "2020-02"),
        ("vers 2010", "2010"),
        ("2010-2012", None),
        ("dix mai", None),
    ],
)
def test_a_date_that_a_person_must_judge_is_only_guessed(written: str, guess: str | None) -> None:
    assert respelled(written) is None
    assert likely(written) == guess


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        # spaces
        (
            "name:   Essai  \nkind : commune\n\n\n\ncountry: FR   # France \n\n",
            "name: Essai\nkind: commune\n\ncountry: FR   # France\n",
        ),
        ("name: Essai  deux\nnot_duplicate_of:\n  -   un\n", "name: Essai deux\nnot_duplicate_of:\n  - un\n"),
        ("name: Essai", "name: Essai\n"),
        # quotes
        ("name: “Essai”\nwebsite: « https://essai.fr »\n", "name: Essai\nwebsite: https://essai.fr\n"),
        ("name: « Essai »\n", "name: « Essai »\n"),
        ("name: L’« essai » et l’« autre »\n", "name: L’« essai » et l’« autre »\n"),
        ("name: Essai : un titre # c\n", "name: 'Essai : un titre' # c\n"),
        ("name: @essai\n", "name: '@essai'\n"),
        ("name: 2013\nidentifiers:\n  insee: 01234\n", "name: '2013'\nidentifiers:\n  insee: '01234'\n"),
        ("name: Essai\ncountry: NO\n", "name: Essai\ncountry: 'NO'\n"),
        # a number sign with a number is part of the text; a remark is not
        ("name: Essai #2 Lima\n", "name: 'Essai #2 Lima'\n"),
        ("name: #2 Lima\n", "name: '#2 Lima'\n"),
        ("name: E\nnames:\n  - text: Essai #2 : l’eau # c\n", "name: E\nnames:\n  - text: 'Essai #2 : l’eau # c'\n"),
        (
            "name: E\nother_names:\n  - Essai #2 : l’eau # c\n",
            "name: E\nnames:\n  - text: 'Essai #2 : l’eau # c'\n    kind: variant\n",
        ),
        ("name: Essai # 2\ncountry: FR #2\n", "name: Essai # 2\ncountry: FR #2\n"),
        # line breaks
        ("name: |-\n  Essai\n  deux\nkind: commune\n", "name: Essai deux\nkind: commune\n"),
        ('name:\n  fr: "Essai\\n : deux"\n', "name:\n  fr: 'Essai : deux'\n"),
        ("name: | # c\n  Essai\n  deux\n", "name: | # c\n  Essai\n  deux\n"),
        # what a copy leaves
        ("name: Es\u00adsai\u200b de\u0301\n", "name: Essai dé\n"),
        ("\ufeffname: Es\u00adsai\n", "\ufeffname: Essai\n"),
        ('name: "Essai\u00a0"\n', "name: Essai\n"),
        (
            "name: E\nwebsite: https://e.fr/?utm_source=x&p=1&fbclid=y#utm_medium=z # w\n",
            "name: E\nwebsite: https://e.fr/?p=1 # w\n",
        ),
        # codes
        (
            "name: E\nidentifiers:\n  siren: 212 900 195\n  insee: 4019 # c\n  wikidata: q1\n  ror: 04TQHJ682\n",
            "name: E\nidentifiers:\n  siren: '212900195'\n  insee: '04019' # c\n  wikidata: Q1\n  ror: 04tqhj682\n",
        ),
        # a space that is missing
        ("name:Essai\nkind: commune\n", "name: Essai\nkind: commune\n"),
        # terms and countries
        ("name: E\nkind: Collectivité étrangère\n", "name: E\nkind: foreign-local-authority\n"),
        ("name: E\nkind: Autoridad local extranjera\n", "name: E\nkind: foreign-local-authority\n"),
        ("name: E\ncountry: pérou\n", "name: E\ncountry: PE\n"),
        ("name: E\ncountry: Brazil\n", "name: E\ncountry: BR\n"),
        ("name: E\ncountry: br\n", "name: E\ncountry: BR\n"),
        (
            "name: E\nexpertise_offered: [lixo, ODD 6, “Eau et assainissement”]\n",
            "name: E\nexpertise_offered:\n  - theme: waste\n  - theme: sdg-06\n  - theme: water-sanitation\n",
        ),
        ("name: E\nplace: Fr_Lyon\n", "name: E\nplace: fr-lyon\n"),
        # dates
        ("name: E\nadded: 22/11/2026 # jour\n", "name: E\nadded: 2026-11-22 # jour\n"),
        # order, with comments
        (
            "# tête\nadded: 2026-11-22\n\n# son nom\nname: E\nkind: commune # c\n"
            "sources:\n  - year: 2020\n    # l’intitulé\n    title: T\n",
            "# tête\n# son nom\nname: E\nkind: commune # c\n\n"
            "sources:\n  - title: T\n    # l’intitulé\n    year: 2020\n\nadded: 2026-11-22\n",
        ),
    ],
)
def test_what_can_mean_only_one_thing_is_repaired(written: str, mended: str, words: Words) -> None:
    assert repaired(written, "actor", words) == mended
    assert repaired(mended, "actor", words) == mended


@pytest.mark.parametrize(
    "written",
    [
        "name: E\nkind: comune\n",  # a slip of the hand may be another word
        "name: E\ncountry: Guyane\n",  # the French territory, or the country?
        "name: E\nplace: Lyon\n",  # a name is no id: two towns may share it
        "name: E\nadded: 03/04/2020\n",
        "name: [Essai\n",
        "name: *essai\n",
        "name: E\n\tkind: commune\n",
        "name: Essai : un\n  deux\nkind: commune\n",
        "nom:Essai\n",
        "",
    ],
)
def test_what_a_person_must_judge_is_left(written: str, words: Words) -> None:
    assert repaired(written, "actor", words) == written


def test_a_block_text_keeps_its_lines(words: Words) -> None:
    text = "title: E\nsummary: |\n  Un  deux  \n\n\n  trois\nmodality: mention\nscope: state\n"
    assert "summary: |\n  Un  deux  \n\n\n  trois\n" in repaired(text, "initiative", words)


def test_the_real_content_needs_no_repair(real: Directory) -> None:
    assert [change.path for change in repairs(CONTENT, real)] == []


def test_whatever_the_layout_the_record_stays_the_same(real: Directory, words: Words) -> None:
    chance = random.Random(20261122)
    repaired_files = 0
    for type_ in TYPES:
        records = list(getattr(real, type_.folder).values())
        for each in chance.sample(records, min(len(records), 20)):
            text = _shuffled((CONTENT / type_.folder / f"{each.id}.yml").read_text("utf-8"), chance)
            mended = repaired(text, name_of(type_), words)
            before, after = sheet_of(text), sheet_of(mended)
            assert before is not None
            assert after is not None
            assert decode(type_, each.id, after.root, "")[0] == decode(type_, each.id, before.root, "")[0]
            assert repaired(mended, name_of(type_), words) == mended
            repaired_files += mended != text
    assert repaired_files > 60


def _shuffled(text: str, chance: random.Random) -> str:
    """The same keys in any order, with comments and spaces."""
    head, *parts = re.split(r"(?m)^(?=[a-z_]+:)", text)
    chance.shuffle(parts)
    text = head + "".join(
        part if chance.random() < 0.8 else f"# avant {chance.randrange(99)}\n{part}" for part in parts
    )
    return re.sub(r"(?m)(?<=[a-z0-9])$", lambda _: " " * chance.choice((0, 0, 2)), text)


def test_every_invalid_case_is_repaired_or_left_but_never_made_worse(tmp_path: Path) -> None:
    """As many mistakes at most, and whatever still cannot be read is as it was."""
    content = Path(shutil.copytree(CASES / "base", tmp_path / "content"))
    words = Words(open_directory(content)[0])
    for case in sorted((CASES / "invalid").rglob("*.yml")):
        target = content / case.parent.name / f"{case.stem.partition('_')[2]}.yml"
        target.parent.mkdir(exist_ok=True)
        held = target.read_bytes() if target.exists() else None
        target.write_bytes(case.read_bytes())
        before = open_directory(content)[1]
        text, type_ = read_text(target), BY_FOLDER.get(case.parent.name)
        mended = text if text is None or type_ is None else repaired(text, name_of(type_), words)
        if mended != text:
            target.write_bytes(str(mended).encode())
        after = open_directory(content)[1] if mended != text else before
        target.unlink() if held is None else target.write_bytes(held)
        assert {each.code for each in after} <= {each.code for each in before} or "syntax" in case.stem, case.stem


def test_dates_left_are_told_with_what_was_probably_meant() -> None:
    problem = Problem("impossible-date", "content/actors/essai.yml", args={"value": "2020-13-05"})
    assert with_likely_dates([problem])[0].args["suggestion"] == "2020-05-13"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    found = Path(shutil.copytree(CASES / "base", tmp_path / "content"))
    text = (found / "actors" / "afd.yml").read_text("utf-8").replace("country: FR", "country:  france  # siège")
    (found / "actors" / "afd.yml").write_text(text, "utf-8")
    return found


def check(*options: str) -> Result:
    return CliRunner().invoke(check_command, [*options])


def test_the_command_shows_the_difference_and_makes_it(content: Path) -> None:
    before = (content / "actors" / "afd.yml").read_bytes()
    tried = check("--fix", "--dry-run")
    assert tried.exit_code == 0
    assert "-country:  france  # siège\n+country: FR  # siège\n" in tried.output
    assert (content / "actors" / "afd.yml").read_bytes() == before
    done = check("--fix")
    assert done.exit_code == 0
    assert done.output.startswith(tried.output.partition("Fichiers")[0])
    assert "country: FR  # siège\n" in (content / "actors" / "afd.yml").read_text("utf-8")
    assert "-country" not in check("--fix").output


def test_the_command_tells_what_is_left(content: Path) -> None:
    initiative = content / "initiatives" / "brest-chubut.yml"
    initiative.write_text(initiative.read_text("utf-8").replace("start: 2013", "start: 03/04/2013"), "utf-8")
    done = check("--fix")
    assert done.exit_code == 1
    assert "[bad-date]" in done.output
    assert "vouliez-vous dire « 2013-04-03 »" in done.output.replace("\u00a0", " ")


def test_only_what_was_asked_for_is_repaired(content: Path) -> None:
    before = (content / "actors" / "afd.yml").read_bytes()
    check("--fix", str(content / "initiatives"))
    assert (content / "actors" / "afd.yml").read_bytes() == before


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("options", [("--dry-run",), ("--fix", "--format", "json")])
def test_options_that_do_not_go_together_are_refused(options: tuple[str, ...]) -> None:
    assert check(*options).exit_code == 2


@pytest.mark.parametrize(
    "before", ["", "# un mot\n", "# yaml-language-server: $schema=https://example.org/autre.json\n"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_for_text_editors_comes_first(before: str, end: str, words: Words) -> None:
    first = "# yaml-language-server: $schema=https://example.org/schema/actor.json\n"
    text = f"{before}name: Ville fictive\nkind: commune\n".replace("\n", end)
    mended = repaired(text, "actor", words, first)
    kept = "" if "schema" in before else before
    assert mended == f"{first}{kept}name: Ville fictive\nkind: commune\n".replace("\n", end)
    assert repaired(mended, "actor", words, first) == mended
