"""What is installed is what was looked at: every library pinned with its hashes, no download address; and each of the
three sets is enough for what it is for."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import pairwise

import pytest

from generator.__main__ import COMMANDS
from tests.repository.test_floors import foreign
from tests.small import ROOT, small_project

SETS = ("check", "build", "dev")
"""From the narrowest to the widest: each holds the one before."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
each_set = pytest.mark.parametrize("name", SETS)


def _name(requirement: str) -> str:
    return re.split(r"[<>=\[ ;]", requirement)[0].lower().replace("_", "-")


def _lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def _entries(name: str) -> list[str]:
    return re.split(r"\n(?=[a-zA-Z])", _lock(name).strip())


def _versions(name: str) -> dict[str, set[str]]:
    """Library → its line or lines, with the Python versions they are for."""
    found: dict[str, set[str]] = {}
    for entry in _entries(name):
        line = entry.partition(" \\")[0]
        found.setdefault(_name(line), set()).add(line)
    return found


def _direct(name: str) -> set[str]:
    """What pyproject.toml asks for in this set."""
    extras = PROJECT["optional-dependencies"]
    wanted = [*PROJECT["dependencies"], *extras["setup"]]
    for extra in SETS[1 : SETS.index(name) + 1]:
        wanted += extras[extra]
    return {_name(each) for each in wanted}


def test_there_is_a_lock_for_each_set_and_no_other() -> None:
    assert {path.stem for path in (ROOT / "requirements").iterdir()} == {*SETS, "tables"}
    assert set(PROJECT["optional-dependencies"]) == {"setup", *SETS[1:]}


@pytest.mark.parametrize("name", [*SETS, "tables"])
def test_every_requirement_is_pinned_with_hashes_and_names_no_address(name: str) -> None:
    entries = _entries(name)
    assert len(entries) > (1 if name == "tables" else 10)
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", _lock(name))


@each_set
def test_every_direct_dependency_is_in_its_lock(name: str) -> None:
    assert _direct(name) <= set(_versions(name))


def test_what_tables_are_made_from_is_locked_in_the_versions_asked_for() -> None:
    asked = (ROOT / "tables" / "requirements.in").read_text("utf-8").splitlines()
    assert {line for line in asked if not line.startswith("#")} == {
        line for each in _versions("tables").values() for line in each
    }


def test_a_wider_set_holds_the_narrower_ones_in_the_same_versions() -> None:
    for narrow, wide in pairwise(SETS):
        held = _versions(wide)
        assert {name: held.get(name) for name in _versions(narrow)} == _versions(narrow), (narrow, wide)


def test_every_library_that_the_program_imports_is_a_direct_dependency_of_the_set_that_runs_it() -> None:
    check, build = _direct("check"), _direct("build")
    # What these bring along and is imported by its own name.
    brought = {"pydantic_core": "pydantic", "branca": "folium", "markupsafe": "jinja2", "xstatic": "xstatic-leaflet"}
    of = packages_distributions()
    libraries = {brought.get(top) or of[top][0].lower() for _, top in foreign()}
    # None is asked for in vain either. Material is named in mkdocs.yml, as a theme.
    assert libraries | {"flit-core", "mkdocs-material"} == build
    assert check - {"flit-core"} <= libraries


WITHOUT = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}: the set « check » does not bring it", name=name)

sys.meta_path.insert(0, Absent())
"""
"""A ``sitecustomize`` that makes modules absent: Python runs it before anything else."""

ASK = """
import json, sys
from traceback import format_exception
from click.testing import CliRunner
from generator.__main__ import cli

failures = {}
for command in json.load(sys.stdin):
    result = CliRunner().invoke(cli, command.split())
    if isinstance(result.exception, SystemExit | None):
        failures[command] = result.output if result.exit_code == 2 else ""  # 2: it was not asked rightly
    else:
        failures[command] = "".join(format_exception(result.exception))
json.dump(failures, sys.stdout)
"""

ENOUGH = (
    "check",
    "check --fix --dry-run",
    "export --format csv --out out.csv",
    "export --full --type actor --format xlsx --out actors.xlsx",
    "export recherche/?country=AR --format json --out out.json",
    "import actors.xlsx --update --dry-run",
    "links --help",
    "merge actor afd brest-metropole --dry-run",
    "new initiative",
    "rename actor afd agence --dry-run",
    "stale",
    "stale --format csv",
    "template initiatives.xlsx",
    "verify afd --by AFD --dry-run",
)
WRITE_PAGES = ("build --out out", "changes --base content", "site")


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Command → how it breaks in a small project, where all is absent that the set « check » does not bring."""
    folder = tmp_path_factory.mktemp("narrow")
    pinned = {name.replace("-", "_") for name in _versions("check")}
    modules = packages_distributions()
    there = {top for top, names in modules.items() if {name.lower().replace("-", "_") for name in names} & pinned}
    absent = set(modules) - there - {"generator"}
    assert {"mkdocs", "material", "jinja2", "markupsafe", "lunr", "folium", "numpy", "pytest"} <= absent
    assert {"babel", "click", "pydantic", "yaml", "rapidfuzz", "openpyxl", "snowballstemmer"} <= there
    (folder / "sitecustomize.py").write_text(WITHOUT.replace("ABSENT", repr(absent)), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=small_project(folder / "project"),
        env={"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT))), "PATH": "/usr/bin:/bin"},
        input=json.dumps([*ENOUGH, *WRITE_PAGES]),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("command", ENOUGH)
def test_the_set_that_checks_is_enough_for_a_command(failures: dict[str, str], command: str) -> None:
    assert failures[command] == ""


@pytest.mark.parametrize("command", WRITE_PAGES)
def test_what_is_absent_there_is_seen(failures: dict[str, str], command: str) -> None:
    assert re.search("^(ModuleNotFoundError|ImportError): ", failures[command], re.M)


def test_every_command_is_tried_so() -> None:
    assert {command.split()[0] for command in (*ENOUGH, *WRITE_PAGES)} == set(COMMANDS)


def test_what_checks_the_scripts_is_pinned_too_and_names_no_address() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    kinds = ("devDependencies", "optionalDependencies")  # what checks every day, and what checks every week
    assert set(wanted) == {"name", "private", "type", *kinds}  # nothing that a visitor would receive
    text = (ROOT / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    root = packages.pop("")
    assert [root[kind] for kind in kinds] == [wanted[kind] for kind in kinds]
    assert {f"node_modules/{name}" for kind in kinds for name in wanted[kind]} <= set(packages)
    for name, package in packages.items():
        assert re.fullmatch(r"[\d.]+", package["version"]), name
        assert package["integrity"].startswith("sha512-"), name
    assert "resolved" not in text
    assert "://" not in text
