"""The Nu HTML checker, the W3C's own, finds no error on a page of each kind. It needs Java: ``make validate``."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_access import ALIKE, TEMPLATES

JAR = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
MORE = ("/contribuer/proposer/", "/contribuer/corriger/", "/integrer/", "/a-reconfirmer/")

pytestmark = pytest.mark.weekly


def errors(*pages: Path) -> list[str]:
    """What the checker finds wrong with the pages."""
    java = shutil.which("java")
    assert java, "Java is missing: apt-get install default-jre-headless"
    assert JAR.exists(), "the checker is missing: `make validate` installs it"
    command = [java, "-jar", JAR, "--format", "json", "--exit-zero-always", "--errors-only", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [f"{each['url']}:{each.get('lastLine')}: {each['message']} {each.get('extract', '')}" for each in found]


def test_the_checker_finds_no_error_on_a_page_of_each_kind(built: Path) -> None:
    addresses = [address.partition("?")[0].strip("/") for address in (*TEMPLATES, *ALIKE, *MORE)]
    pages = [built / address / "index.html" for address in addresses if (built / address).is_dir()]
    assert len(pages) == len(addresses) - 1  # but the one that is nowhere
    assert errors(*pages, built / "404.html") == []


def test_an_error_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=fr><title>Essai</title><p id=a><p id=a>", "utf-8")
    assert any("Duplicate ID" in each for each in errors(page))
