"""What is installed is what was looked at: every library pinned with its hashes, no download address."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from tests.repository.test_floors import DOORS

ROOT = Path(__file__).parents[2]
PINNED = (ROOT / "requirements.txt").read_text("utf-8")


def _name(requirement: str) -> str:
    return re.split(r"[<>=\[ ;]", requirement)[0].lower().replace("_", "-")


def test_every_requirement_is_pinned_with_hashes_and_names_no_address() -> None:
    entries = re.split(r"\n(?=[a-zA-Z])", PINNED.strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", PINNED)


def test_every_direct_dependency_is_among_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {_name(each) for each in [*project["dependencies"], *project["optional-dependencies"]["dev"]]}
    pinned = {_name(line) for line in PINNED.splitlines() if re.match(r"[a-zA-Z]", line)}
    assert wanted <= pinned


def test_every_library_that_the_program_imports_is_a_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    direct = {_name(each) for each in project["dependencies"]}
    by_import = {"yaml": "pyyaml", "xstatic": "xstatic-leaflet", "pydantic_core": "pydantic", "branca": "folium"}
    by_import["markupsafe"] = "jinja2"
    assert {by_import.get(name, name) for name in DOORS} <= direct


def test_what_checks_the_scripts_is_pinned_too_and_names_no_address() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert set(wanted) == {"name", "private", "type", "devDependencies"}  # nothing that a visitor would receive
    text = (ROOT / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert packages.pop("")["devDependencies"] == wanted["devDependencies"]
    assert {f"node_modules/{name}" for name in wanted["devDependencies"]} <= set(packages)
    for name, package in packages.items():
        assert re.fullmatch(r"[\d.]+", package["version"]), name
        assert package["integrity"].startswith("sha512-"), name
    assert "resolved" not in text
    assert "://" not in text
