"""Every mistake is told, once, where it stands; nothing is told of what is right."""

from __future__ import annotations

import ast
import os
import shutil
from pathlib import Path

import pytest

from generator.changes.moment import snapshot
from generator.check.content import open_directory
from generator.commands.check import concerns
from generator.files.load import MAX_BYTES, MAX_NODES, read
from generator.files.patch import Patch
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.text.near import Names, look_alikes
from generator.upkeep.plan import trial
from generator.upkeep.references import elsewhere
from generator.upkeep.repair import repairs
from generator.words.wording import catalog, message
from tests.cases.report import CASES, Case, cases, problems_of, told

INVALID, VALID = list(cases("invalid")), list(cases("valid"))

MADE = {
    "symbolic-link",
    "irregular-file",
    "file-too-big",
    "too-many-nodes",
    "unreadable-file",
}
"""Mistakes that are made here rather than kept: too big for the repository, or no file at all."""

BLUNT = {"bad-country": "unknown-country"}
"""What the importer says of one row; beside the whole directory, a rule says it better."""


def copy_of_base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "base", tmp_path / "content"))


def write(content: Path, name: str, text: str) -> None:
    (content / name).write_text(text, encoding="utf-8")


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize("case", INVALID, ids=lambda case: f"{case.folder}/{case.path.stem}")
def test_the_mistake_is_told_as_expected(case: Case, tmp_path: Path) -> None:
    problems = problems_of(case, tmp_path / "content")
    assert told(problems) == case.expectation.read_text(encoding="utf-8")
    assert codes(problems) == [case.code]


@pytest.mark.parametrize("case", VALID, ids=lambda case: f"{case.folder}/{case.path.stem}")
def test_nothing_is_said_of_what_is_right(case: Case, tmp_path: Path) -> None:
    assert told(problems_of(case, tmp_path / "content")) == ""


def test_nothing_is_said_of_the_base() -> None:
    assert open_directory(CASES / "base")[1] == []


def test_the_real_content_has_no_mistake(opened: tuple[Directory, list[Problem]]) -> None:
    assert told([problem for problem in opened[1] if problem.severity == "error"]) == ""


def test_every_case_has_its_expectation_and_every_expectation_its_case() -> None:
    assert {case.expectation for case in INVALID} == set((CASES / "invalid").rglob("*.problems"))


def test_every_code_has_a_case() -> None:
    known = {key.split(".")[1] for key in catalog if key.startswith("problem.")}
    assert known == {case.code for case in INVALID} | MADE | set(BLUNT)


def test_no_code_with_words_is_left_over() -> None:
    source = Path(__file__).parents[2] / "generator"
    ours = {key.split(".")[1] for key in catalog if key.startswith("problem.")}
    literals = set()
    for path in source.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
    assert ours <= literals
    for code in ours:
        assert {f"problem.{code}.message", f"problem.{code}.repair"} <= set(catalog)


def test_links_that_lead_elsewhere_are_not_followed(tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    (content / "actors" / "lien.yml").symlink_to(content / "actors" / "afd.yml")
    assert codes(open_directory(content)[1]) == ["symbolic-link"]


LEFT = (".DS_Store", "afd.yml~", ".afd.yml.swp", "~$essai.xlsx", "Thumbs.db", "desktop.ini", "._afd.yml", "#afd.yml#")


@pytest.mark.parametrize("folder", ["", "actors", "mappings", "pages/fr"])
def test_what_editors_and_systems_leave_is_not_content(folder: str, tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    before = snapshot(content)
    (content / folder).mkdir(parents=True, exist_ok=True)
    for name in LEFT:
        (content / folder / name).write_bytes(b"\0\xff")
    (content / folder / ".#afd.yml").symlink_to("somebody@machine.1234")
    directory, problems = open_directory(content)
    assert [(each.code, each.path) for each in problems] == []
    assert snapshot(content).texts == before.texts
    assert trial(content, [Patch("actors/afd.yml", None, (content / "actors" / "afd.yml").read_text("utf-8"))]) == []
    assert list(repairs(content, directory)) == list(repairs(content, open_directory(CASES / "base")[0]))


@pytest.mark.parametrize("name", ["afd.bak", "essai.xlsx", ".afd.yml", "afd.yml.new", "lisez-moi.txt"])
def test_everything_else_out_of_place_is_told(name: str, tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    write(content, f"actors/{name}", "")
    assert codes(open_directory(content)[1])[:1] in (["unexpected-file"], ["bad-file-name"])


@pytest.mark.parametrize("name", ["actors/x.yml", "actors/tube", "pages/fr/x.md", "mappings/x.yml", "dead-sources.yml"])
def test_a_pipe_is_refused_and_not_waited_for(name: str, tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    (content / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(content / name)
    directory, problems = open_directory(content)
    assert codes(problems) == ["irregular-file"]
    assert "ordinaire" in message(problems[0])
    list(repairs(content, directory))
    list(elsewhere(content, "actors", "afd", "afd-2"))
    trial(content, [])


def test_a_folder_or_a_device_is_no_record(tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    (content / "actors" / "x.yml").mkdir()
    directory, problems = open_directory(content)
    assert codes(problems) == ["irregular-file"]
    list(repairs(content, directory))
    assert codes(read(Path(os.devnull), "x.yml")[1]) == ["irregular-file"]


def test_what_is_too_big_is_refused(tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    write(content, "actors/gros.yml", "name: x\n" + "#" * MAX_BYTES)
    write(content, "actors/long.yml", "name: [" + "a," * (MAX_NODES + 1) + "]\n")
    assert codes(open_directory(content)[1]) == ["file-too-big", "too-many-nodes"]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    root, problems = read(tmp_path, "content/actors/x.yml")
    assert root is None
    assert codes(problems) == ["irregular-file"]
    root, problems = read(tmp_path / "absent.yml", "content/actors/absent.yml")
    assert root is None
    assert codes(problems) == ["unreadable-file"]
    assert "il n’existe pas" in message(problems[0])


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    write(
        content,
        "actors/un.yml",
        "nom: Un\nkind: comune\ncountry: Brésil\nwebsite: un.example\nparent: afdd\n",
    )
    write(content, "actors/deux.yml", 'name: "Deux\n')
    write(content, "places/trois.yml", "name:\nlat: nord\ncountry: fr\nadded: 2024-13\n")
    problems = open_directory(content)[1]
    assert [(problem.file, problem.line, problem.column, problem.code) for problem in problems] == [
        ("content/actors/deux.yml", 1, 7, "syntax-unclosed-quote"),
        ("content/actors/un.yml", 1, 1, "unknown-key"),
        ("content/actors/un.yml", 2, 7, "unknown-term"),
        ("content/actors/un.yml", 3, 10, "unknown-country"),
        ("content/actors/un.yml", 4, 10, "bad-url"),
        ("content/actors/un.yml", 5, 9, "dangling-reference"),
        ("content/places/trois.yml", 1, 1, "empty-value"),
        *[("content/places/trois.yml", 1, 1, "missing-key")] * 4,
        ("content/places/trois.yml", 2, 6, "wrong-type"),
        ("content/places/trois.yml", 3, 10, "unknown-country"),
        ("content/places/trois.yml", 4, 8, "impossible-date"),
    ]


def test_a_link_to_a_broken_file_is_no_second_mistake(tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    write(content, "actors/ar-chubut.yml", "name: Province du Chubut\n")
    assert codes(open_directory(content)[1]) == ["missing-key"]


def test_a_broken_vocabulary_does_not_make_its_terms_unknown(tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    for name in ("sectors", "roles"):
        write(content, f"vocabularies/{name}.yml", "- liste\n")
    assert codes(open_directory(content)[1]) == ["not-a-mapping", "not-a-mapping"]


def test_a_circle_of_two_files_is_told_once_and_concerns_both(tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    for name, parent in (("un", "deux"), ("deux", "un")):
        source = "sources:\n  - title: Registre inventé\n"
        write(content, f"actors/{name}.yml", f"name: {name} {name}\nkind: commune\nparent: {parent}\n{source}")
    (problem,) = open_directory(content)[1]
    assert (problem.code, problem.args["chain"]) == ("circular-link", "deux → un → deux")
    assert concerns(problem, tmp_path, [content / "actors" / "un.yml"])
    assert concerns(problem, tmp_path, [content / "actors"])
    assert not concerns(problem, tmp_path, [content / "places", content / "actors" / "afd.yml"])


@pytest.mark.parametrize("written_in", ["un", "deux"])
def test_look_alikes_are_silent_once_one_says_that_it_is_not_the_other(written_in: str, tmp_path: Path) -> None:
    content = copy_of_base(tmp_path)
    for name, title in (("un", "Ville de Trifouillis-les-Bains"), ("deux", "Ville de Trifouillis les Bain")):
        text = f"name: {title}\nkind: commune\ncountry: FR\nsources:\n  - title: Registre inventé\n"
        write(content, f"actors/{name}.yml", text)
    assert codes(open_directory(content)[1]) == ["near-duplicate"]
    other = {"un": "deux", "deux": "un"}[written_in]
    with (content / "actors" / f"{written_in}.yml").open("a", encoding="utf-8") as file:
        file.write(f"not_duplicate_of:\n  - {other}\n")
    assert codes(open_directory(content)[1]) == []


def test_a_look_alike_is_found_among_many_that_share_all_but_a_word() -> None:
    names = [
        f"Association de coopération décentralisée {chr(97 + at % 26) * 3}{chr(97 + at // 26) * 3}" for at in range(600)
    ]
    names += [
        "Coopération décentralisée : association d’Orélie",
        "Association de cooperation decentralisee Orelie",
    ]
    assert (600, 601) in set(look_alikes(names))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ville-lyon", ("ville-de-lyon",)),
        ("Ville de LYON", ("ville-de-lyon",)),
        ("Lyon", ("ville-de-lyon", "metropole-de-lyon")),
        ("Ciudad de Mexico", ("mx-mexico",)),
        ("xyz", ()),
    ],
)
def test_what_was_meant_is_found_by_id_and_by_any_name(typed: str, meant: tuple[str, ...]) -> None:
    names = Names(
        [
            ("ville-de-lyon", "ville-de-lyon"),
            ("Ville de Lyon", "ville-de-lyon"),
            ("metropole-de-lyon", "metropole-de-lyon"),
            ("mx-mexico", "mx-mexico"),
            ("Ciudad de México", "mx-mexico"),
        ]
    )
    assert names.nearest(typed) == meant
