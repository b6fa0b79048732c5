"""The policy of a page: the site alone, and the host of the tiles where there is a map."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from generator.publish.policy import policy
from tests.small import snapshot

TILES = "https://{s}.tuiles.example/{z}/{x}/{y}.png"
SAID = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def rules(text: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (rule.split() for rule in text.split("; "))}


def test_nothing_comes_from_another_host_and_nothing_inline_runs() -> None:
    found = rules(policy("<p>", TILES))
    assert found["default-src"] == ["'none'"]
    assert {value for name, values in found.items() if name != "default-src" for value in values} == {
        "'self'",
        "'none'",
    }


def test_a_page_with_a_map_may_show_tiles_if_there_are_any() -> None:
    page = "<div data-stage></div>"
    assert rules(policy(page, TILES))["img-src"] == ["'self'", "https://*.tuiles.example", "data:"]
    assert rules(policy(page))["img-src"] == ["'self'"]


@pytest.fixture(scope="module")
def pages(small_site: Path) -> dict[str, str]:
    return {path: data.decode() for path, data in snapshot(small_site / "site").items() if path.endswith(".html")}


def test_every_page_says_its_policy_before_anything_that_it_governs(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        head = page.partition("</title>")[0]
        (said,) = SAID.findall(head)
        assert unescape(said).startswith("default-src 'none'"), path
        assert not re.search("<(script|link|style)", head.partition(said)[0]), path


def test_only_pages_with_a_map_name_the_host_of_the_tiles(pages: dict[str, str]) -> None:
    told = {path for path, page in pages.items() if "openstreetmap" in SAID.findall(page)[0]}
    assert "carte/index.html" in told
    assert "recherche/index.html" in told
    assert "pays/index.html" not in told
    assert told == {path for path, page in pages.items() if " data-stage" in page}
