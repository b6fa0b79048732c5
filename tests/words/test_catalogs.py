"""Every word that the program asks for is there, and one that is not is told alone, before anything else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.words.catalog import LOCALES
from tests import missing as absent
from tests.missing import missing


def test_no_word_is_missing() -> None:
    """Told by ``conftest`` before any test runs."""
    assert missing() == []


LOST = [
    ("fields.fr", "name.engagement"),
    ("fields.fr", "field.contact.email.help"),
    ("fields.fr", "field.contact.email.example"),
    ("fields.fr", "kind.period"),
    ("fields.fr", "section.upkeep"),
    ("fields.fr", "group.source"),
    ("fields.fr", "reference.contents"),  # of a template that names its catalog « said »
    ("problems.fr", "format.siren"),
    ("problems.fr", "problem.self-member.repair"),
    ("import.fr", "problem.row-twice.message"),
    ("cli.fr", "error.no-path"),
    ("form.fr", "hand.consent"),
    ("es", "country.seat"),
]


@pytest.mark.parametrize(("catalog", "key"), LOST, ids=lambda each: each)
def test_a_word_that_is_lost_is_told_by_file_and_key(catalog: str, key: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(LOCALES, tmp_path / "locales"))
    without(folder / f"{catalog}.yml", key)
    assert missing(folder) == [f"{catalog}.yml: {key}"]


def test_a_key_that_a_template_names_is_asked_for() -> None:
    asked = {key for _, key in absent.of_templates()}
    assert {"country.seat", f"explorer.facet.{absent.ANY}"} <= asked


def test_a_hole_that_one_edition_lacks_is_told(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(LOCALES, tmp_path / "locales"))
    text = (folder / "es.yml").read_text("utf-8")
    (folder / "es.yml").write_text(text.replace("{date}", "", 1), "utf-8")
    (told,) = missing(folder)
    assert told.startswith("es.yml: ")
    assert "date" in told


def without(path: Path, key: str) -> None:
    """Takes the text of that dotted key out of the file."""
    lines, depth, at = path.read_text("utf-8").splitlines(keepends=True), 0, 0
    for step in key.split("."):
        at = next(n for n in range(at, len(lines)) if lines[n].startswith(f"{' ' * depth}{step}:"))
        depth += 2
    end = next((n for n in range(at + 1, len(lines)) if re.match(rf" {{0,{depth - 2}}}\S|$", lines[n])), len(lines))
    path.write_text("".join([*lines[:at], *lines[end:]]), "utf-8")
