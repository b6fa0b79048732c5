"""The site's scripts, without a browser: what they compute, whom they import, and what none of them may do."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import OSA

from generator.publish.modules import entries, imports, needed
from generator.publish.shrink import shrink
from generator.site import build, open_directory
from generator.text.typed import table
from generator.words.edition import Edition
from tests.node import ASSETS, ScriptError, call, run

SYNTAX = "../../tests/syntax.mjs"
TABLE = json.loads((Path(__file__).parents[1] / "folding.json").read_text("utf-8"))
READING = json.loads((Path(__file__).parents[1] / "reading.json").read_text("utf-8"))
WORDS = ("", "eau", "eaux", "aeu", "eua", "peau", "beau", "bateau", "bateaux", "recife", "recief", "lyon", "lyno")

SCRIPTS = {path.relative_to(ASSETS).as_posix(): path.read_text("utf-8") for path in sorted(ASSETS.rglob("*.js"))}
"""Path from overrides/assets → what the script says."""
CODE = {path: shrink(path, text) for path, text in SCRIPTS.items()}
"""The same without comments."""

FOREIGN = {
    "http://www.w3.org/2000/svg",  # the name of SVG, which nobody asks for
    "https://www.openstreetmap.org/copyright",  # a link that a visitor may follow
}
"""The only addresses outside the site that a script may hold."""

FORBIDDEN = (
    r"\b(?:inner|outer)HTML\b",
    r"\binsertAdjacentHTML\b",
    r"\bset(?:HTML|HTMLUnsafe)\b",
    r"\bcreateContextualFragment\b",
    r"\bDOMParser\b",
    r"\bsrcdoc\b",
    r"\bdocument\.write",
    r"\beval\b",
    r"\bnew Function\b",
    r"javascript:",
    r"setAttribute\(\s*[\"'`](?:style|on)",
)
"""What turns a text into a page or a program, or into style, which a strict policy blocks as it does those."""


@pytest.mark.parametrize(("text", "folded"), TABLE)
def test_text_is_folded_as_the_table_says(text: str, folded: str) -> None:
    assert call("search/fold.js", "fold", text) == folded
    assert call("search/fold.js", "words", text) == folded.split()


@pytest.fixture
def taught() -> None:
    """The scripts know what people type, as a page tells them."""
    call("search/reading.js", "learn", table())


@pytest.mark.parametrize(("text", "words", "meant"), READING)
def test_text_is_read_as_the_table_says(text: str, words: str, meant: str, taught: None) -> None:
    assert call("search/reading.js", "read", text) == words.split()
    assert call("search/reading.js", "name", text) == meant


@pytest.mark.parametrize("limit", [1, 2])
def test_words_are_as_far_apart_as_they_are(limit: int) -> None:
    for one in WORDS:
        for other in WORDS:
            edits = OSA.distance(one, other)
            assert call("search/distance.js", "distance", one, other, limit) == min(edits, limit + 1), (one, other)


def test_what_a_script_throws_fails_the_test_that_asked() -> None:
    with pytest.raises(ScriptError, match="exports no function nothing"):
        call("search/fold.js", "nothing")
    with pytest.raises(ScriptError, match="trop"):
        run("() => { throw new Error('trop') }")
    assert run("async (load, text) => new Set((await load('search/fold.js')).words(text))", "L’eau, l’eau") == [
        "l",
        "eau",
    ]


@pytest.fixture(scope="module")
def named() -> dict[str, dict[str, list[str]]]:
    """Script → the modules it imports, by ``statements`` and by ``calls``, as it names them, read by TypeScript."""
    return {path: call(SYNTAX, "imports", text) for path, text in SCRIPTS.items()}


def _from(path: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def test_every_import_leads_to_a_script_of_the_site(named: dict[str, Any]) -> None:
    lost = [
        f"{path}: {name}"
        for path, found in named.items()
        for name in [*found["statements"], *found["calls"]]
        if not name.startswith((".", "/")) or _from(path, name) not in SCRIPTS
    ]
    assert not lost


@pytest.fixture(scope="module")
def written(french: Edition) -> set[str]:
    """Paths of the files that a build writes."""
    directory, _ = open_directory(Path(__file__).parents[1] / "cases" / "base")
    return {artifact.path for artifact in build(directory, french)}


def test_every_address_in_a_script_leads_to_a_file_of_the_site(written: set[str]) -> None:
    """``new URL("name", import.meta.url)``: a script; ``dataAt("name")``: what the build writes."""
    beside = [
        (path, _from(path, name))
        for path, text in CODE.items()
        for name in re.findall(r'new URL\("([^"]*[^"/])",import\.meta\.url\)', text)
    ]
    data = [
        (path, name) for path, text in CODE.items() for name in re.findall(r'\bdataAt\("([^."][^"]*[^"/])"\)', text)
    ]
    assert beside
    assert data
    assert [each for each in beside if each[1] not in SCRIPTS] == []
    assert [each for each in data if f"assets/{each[1]}" not in written] == []


def test_no_script_imports_itself_through_others(named: dict[str, Any]) -> None:
    graph = {path: [_from(path, name) for name in found["statements"]] for path, found in named.items()}
    assert [path for path in graph if path in _reached(graph, path)] == []


def _reached(graph: dict[str, list[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = set(graph[waiting.pop()]) - seen
        seen |= fresh
        waiting += fresh
    return seen


def test_the_build_reads_imports_as_a_parser_does(named: dict[str, Any]) -> None:
    for path, found in named.items():
        assert imports(path, CODE[path]) == [_from(path, name) for name in found["statements"]], path


def test_what_a_page_needs_is_all_that_its_scripts_import_and_that_it_does_not_name() -> None:
    graph = {"a/page.js": ["a/list.js", "b/fold.js"], "a/list.js": ["b/fold.js", "b/far.js"], "b/far.js": []}
    page = '<script type="module" src="../../a/page.js"></script><link rel="modulepreload" href="../../b/far.js">'
    assert entries("pays/ar/", page) == ["a/page.js", "b/far.js"]
    assert needed(["a/page.js", "b/far.js"], graph) == ["a/list.js", "b/fold.js"]
    assert needed(entries("", '<script src="assets/page/theme.js"></script>'), graph) == []


@pytest.mark.parametrize("path", CODE)
def test_no_script_takes_a_text_for_a_page_or_a_program(path: str) -> None:
    assert [pattern for pattern in FORBIDDEN if re.search(pattern, CODE[path])] == []


def test_no_script_holds_an_address_of_another_host() -> None:
    found = {
        (path, address)
        for path, text in CODE.items()
        for address in re.findall(r"""["'`]((?:(?:https?|wss?):)?//[\w$][^"'`]*)""", text)
        if address not in FOREIGN
    }
    assert not found
