"""What GitHub shows to contributors and maintainers: forms with the directory's own words, documents that are true."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.__main__ import COMMANDS
from generator.check.content import open_directory
from generator.files.settings import site_address
from generator.model.directory import Directory
from generator.words.edition import Edition

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
MAINTAINING = (ROOT / "MAINTAINING.md").read_text("utf-8")
DOCUMENTS = [ROOT / "MAINTAINING.md", ROOT / "SECURITY.md", GITHUB / "pull_request_template.md"]

KEYS = {"name", "description", "title", "labels", "body"}
"""Of those that GitHub knows (docs.github.com, « Syntax for issue forms »)."""
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder"},
    "textarea": {"label", "description", "placeholder"},
    "dropdown": {"label", "description", "multiple", "options"},
    "checkboxes": {"label", "description", "options"},
}

each_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def form(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def options(id_: str) -> list[str]:
    """The choices of a question of « Proposer une initiative »."""
    body = form(GITHUB / "ISSUE_TEMPLATE" / "proposer-une-initiative.yml")["body"]
    found: list[str] = next(each for each in body if each.get("id") == id_)["attributes"]["options"]
    return found


def test_the_three_forms_are_there() -> None:
    assert {path.stem for path in FORMS} == {"proposer-une-initiative", "signaler-une-erreur", "demander-un-retrait"}


@each_form
def test_each_form_is_one_that_github_reads(path: Path) -> None:
    read = form(path)
    assert set(read) <= KEYS
    assert {"name", "description", "body"} <= set(read)
    assert any(each["type"] != "markdown" for each in read["body"])
    for element in read["body"]:
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert set(element["attributes"]) <= ATTRIBUTES[element["type"]]
        assert element["type"] == "markdown" or element["attributes"]["label"]
        choices = element["attributes"].get("options", [])
        names = [each["label"] if isinstance(each, dict) else each for each in choices]
        assert all(isinstance(name, str) for name in names)
        assert len(set(names)) == len(names)
    for name in ("id", "label"):
        said = [each.get(name) or each["attributes"].get(name) for each in read["body"] if each["type"] != "markdown"]
        assert len(set(said)) == len(said)


@each_form
def test_each_form_warns_that_it_is_public(path: Path) -> None:
    first = form(path)["body"][0]
    assert first["type"] == "markdown"
    assert "public" in first["attributes"]["value"]


@pytest.mark.parametrize(
    ("question", "vocabulary"), [("themes", "sectors"), ("forme", "modalities"), ("statut", "statuses")]
)
def test_the_choices_are_the_terms_of_the_vocabulary(question: str, vocabulary: str, real: Directory) -> None:
    assert options(question) == [str(term.label) for term in real.vocabularies[vocabulary].terms]


def test_the_countries_are_those_of_the_directory(real: Directory, french: Edition) -> None:
    names = [str(country.name) for country in real.countries.values()]
    assert options("pays") == sorted(names, key=french.sort_key)


def test_the_addresses_given_are_those_of_the_site_and_of_the_repository() -> None:
    site, repository = site_address(ROOT / "mkdocs.yml"), "https://github.com/cites-unies-france/repertoire"
    assert repository in (ROOT / "mkdocs.yml").read_text("utf-8")
    for path in [*DOCUMENTS, *(GITHUB / "ISSUE_TEMPLATE").glob("*.yml")]:
        for url in re.findall(r"https://(?:github\.com/cites|[\w-]+\.github\.io)[^\s)>]*", path.read_text("utf-8")):
            assert url.startswith((site, f"{repository}/")), (path.name, url)
            if "template=" in url:
                assert (GITHUB / "ISSUE_TEMPLATE" / url.partition("template=")[2]).is_file()


def test_every_owned_path_exists_and_everything_has_an_owner() -> None:
    lines = [
        line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] not in ("#", "")
    ]
    assert lines[0][0] == "*"
    for path, *owners in lines:
        assert path == "*" or (ROOT / path.strip("/")).exists()
        assert owners
        assert all(re.fullmatch(r"@cites-unies-france/[a-z-]+", owner) for owner in owners)
        assert all(owner.partition("/")[2] in MAINTAINING for owner in owners)


def test_dependabot_looks_at_all_that_is_pinned() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"github-actions", "npm", "pip"}
    for each in updates:
        assert each["schedule"]["interval"] == "weekly"
        assert each["groups"]


def test_every_command_that_maintainers_are_told_exists() -> None:
    named = set(re.findall(r"repertoire ([a-z]+)\b", MAINTAINING))
    assert {"check", "rename", "merge", "verify", "stale", "import", "export"} <= named
    assert named <= set(COMMANDS)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", MAINTAINING)) <= targets


def test_every_file_that_the_documents_name_exists() -> None:
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        for path in re.findall(r"\]\((?!https?:|#)([^)]+)\)|`((?:content|\.github)/[\w./-]+)`", text):
            name = "".join(path)
            assert (ROOT / name).exists() or name in ("content/dead-sources.yml", "content/mappings/NOM.yml"), name


def test_the_example_of_dead_sources_is_accepted(tmp_path: Path) -> None:
    path, text = re.search(r"```yaml\n# content/(\S+)\n(.*?)```", MAINTAINING, re.DOTALL).groups()  # type: ignore[union-attr]
    content = Path(shutil.copytree(ROOT / "tests" / "cases" / "base", tmp_path / "content"))
    (content / path).write_text(text, "utf-8")
    directory, problems = open_directory(content)
    assert problems == []
    assert len(directory.dead) == 1


def test_maintainers_are_told_of_the_labels_that_forms_set() -> None:
    for path in FORMS:
        for label in form(path)["labels"]:
            assert f"`{label}`" in MAINTAINING


def test_the_checks_that_the_documents_name_are_those_of_the_workflow() -> None:
    jobs = yaml.safe_load((GITHUB / "workflows" / "check.yml").read_text("utf-8"))["jobs"].values()
    for document in (*DOCUMENTS, ROOT / "CONTRIBUTING.md"):
        for name in re.findall(r"contrôles? «\s(.+?)\s»", document.read_text("utf-8")):
            assert name in {job["name"] for job in jobs}
