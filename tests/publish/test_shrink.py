"""What is served is shorter than what is written, and says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.publish.shrink import shrink, shrinks
from generator.words.edition import editions
from tests.node import ASSETS, call

SYNTAX = "../../tests/syntax.mjs"

LICENCES = re.compile(r"/\*(?:!|(?=(?:(?!\*/).)*@(?:license|preserve)))[*!]*(.*?)\*/", re.S)
"""Comments that must stay; what they say."""


@pytest.fixture(scope="module")
def pairs(small_site: Path) -> list[tuple[str, str, str]]:
    """Path, as written, as served: every script and style sheet of ours or out of a package, in every edition."""
    found = []
    for locale in editions():
        written = small_site / "out" / locale / "assets"
        served = small_site / "site" / ("" if locale == "fr" else locale) / "assets"
        for path in sorted(written.rglob("*")):
            name = path.relative_to(written).as_posix()
            if shrinks(name):
                (one,) = served.glob(f"*/{name}")
                found.append((name, path.read_text("utf-8"), one.read_text("utf-8")))
    assert len(found) > 2 * len(list(ASSETS.rglob("*.js")))
    return found


def test_a_script_says_the_same_when_shrunk(pairs: list[tuple[str, str, str]]) -> None:
    """Read by a parser. Where this fails, write the line more simply: no template within a template, say."""
    for path, written, served in pairs:
        if path.endswith(".js"):
            assert call(SYNTAX, "difference", written, served) is None, path


def test_the_parser_sees_what_differs() -> None:
    assert call(SYNTAX, "difference", "const a = 1; // one", "const a=1") is None
    assert call(SYNTAX, "difference", "const a = `x  y`", "const a = `x y`") is not None
    assert call(SYNTAX, "difference", "return_\n(a)", "return_;(a)") is not None
    assert call(SYNTAX, "difference", "a = /x  y/", "a = /x y/") is not None
    assert call(SYNTAX, "difference", "const a = 1", "const a = ") is not None


def test_licences_stay_and_other_comments_go(pairs: list[tuple[str, str, str]]) -> None:
    licences = 0
    for path, written, served in pairs:
        kept = [text.strip() for text in LICENCES.findall(written)]
        assert [text.strip() for text in LICENCES.findall(served)] == kept, path
        licences += len(kept)
        if (ASSETS / path).exists():
            assert not re.search(r"/\*\*|@param|\n\s*//", served), path
    assert licences


def test_nothing_grows(pairs: list[tuple[str, str, str]]) -> None:
    assert [path for path, written, served in pairs if len(served) > len(written)] == []


def test_only_scripts_and_style_sheets_are_shrunk() -> None:
    assert shrinks("assets/map/stage.js")
    assert shrinks("assets/map.css")
    assert not shrinks("assets/map/words.json")
    assert not shrinks("assets/emblem.svg")
    assert shrink("a.js", "/** @license MIT */\n\n// why\nconst a = 1;\n") == "/*!* @license MIT */const a=1;"
    assert shrink("a.css", "/* why */\na > b {\n  width: calc(1rem + 2px);\n}\n") == "a>b{width:calc(1rem + 2px)}"


def test_a_page_tells_the_browser_every_module_it_will_ask_for(small_site: Path) -> None:
    page = (small_site / "site" / "carte" / "index.html").read_text("utf-8")
    head = page.partition("</head>")[0]
    told = set(re.findall(r'<link rel="modulepreload" href="\.\./assets/\w+/(\w+/\w+)\.js">', head))
    assert {"map/words", "atlas/drawing", "map/stage", "map/arc"} <= told
    # Named in the page itself, or no part of it.
    assert not {"atlas/maps", "atlas/atlas", "atlas/locator", "atlas/home"} & told
    assert "modulepreload" not in (small_site / "site" / "a-propos" / "index.html").read_text("utf-8")
