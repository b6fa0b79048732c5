"""A language that has its words and nothing else, no stemmer and no translated record: its edition works."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, served
from tests.browser.explorer import shown, visit
from tests.small import small_project

pytestmark = pytest.mark.weekly

NEW = "it"
"""Its words are made up: the Spanish ones."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a small site in three languages, in place of the real one."""
    folder = tmp_path_factory.mktemp("third")
    program = Path(shutil.copytree(ROOT / "generator", folder / "program" / "generator"))
    locales = program / "words" / "locales"
    for words in ("{}.yml", "fields.{}.yml"):
        shutil.copy(locales / words.format("es"), locales / words.format(NEW))
    project = small_project(folder / "project")
    environment = {"PYTHONPATH": str(program.parent), "PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795348800"}
    command = [sys.executable, "-m", "generator", "site"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("site/: 3 × ")
    with served(project / "site") as address:
        yield address


def test_its_search_finds_words_and_forms_that_nobody_wrote(page: Page, site: str) -> None:
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    visit(page, site, "q=Brest", f"{NEW}/")
    assert "actor/brest-metropole" in shown(page)
    visit(page, site, "q=brestoise", f"{NEW}/")
    page.wait_for_selector("[data-total]")
    assert page.locator("[data-failure]").is_hidden()
    assert missing == []


@pytest.mark.parametrize("path", ["agenda/", "initiatives/", "acteurs/", "pays/", "carte/", "vocabulaires/"])
def test_its_pages_say_their_language_and_lead_to_the_others(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}/{NEW}/{path}")
    assert page.evaluate("document.documentElement.lang") == NEW
    assert page.locator("h1").inner_text()
    assert {link.get_attribute("lang") for link in page.locator(".rp-lang").all()} == {"fr", "es"}
