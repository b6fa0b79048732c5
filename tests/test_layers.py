"""The shape of the program, read from its imports: one direction, and one door for each foreign library."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

GENERATOR = Path(__file__).parents[1] / "generator"

ROWS = (
    {
        "problem",
        "values",
        "artifact",
        "urls",
        "search.fold",
        "bodies",
        "indexing",
        "modules",
        "shrink",
        "search.pack",
        "patch",
    },
    {"load", "model", "search.stem", "near", "towns"},
    {"decode", "directory", "edition", "save", "search.lexicon", "settings"},
    {"schema"},
    {"check", "wording", "atlas", "dating", "cli_words", "explorer", "freshness", "sheets"},
    {
        "content",
        "report",
        "search.document",
        "search.labels",
        "gazetteer",
        "markdown",
        "schema.form",
        "schema.json_schema",
    },
    {
        "search.columns",
        "search.documents",
        "search.names",
        "search.pieces",
        "search.shown",
        "search.weights",
        "search.where",
        "opening",
        "importer",
    },
    {"export", "upkeep"},
    {"render"},
    {"site"},
    {"plugin", "publish", "check.command", "freshness.command", "sheets.command", "interview", "addresses", "changes"},
    {"__main__"},
)
"""A module may import what stands in a row above its own. A package is one module."""

DOORS = {
    "babel": {"edition"},
    "branca": {"render.maps"},
    "click": {
        "__main__",
        "addresses.command",
        "changes.command",
        "check.command",
        "cli_words",
        "export.command",
        "freshness.command",
        "importer.command",
        "interview.command",
        "interview.terminal",
        "opening",
        "publish",
        "sheets.command",
        "upkeep.command",
    },
    "folium": {"render.maps"},
    "jinja2": {"render.pages", "plugin"},
    "lunr": {"search.weights"},
    "markupsafe": {"render.pages"},
    "mkdocs": {"plugin", "publish"},
    "openpyxl": {"importer.table", "sheets.book"},
    "pydantic": {"values", "model", "decode", "save", "importer.columns"},
    "pydantic_core": {"values", "decode", "importer.columns"},
    "rapidfuzz": {"near"},
    "rcssmin": {"shrink"},
    "rjsmin": {"shrink"},
    "snowballstemmer": {"search.stem"},
    "xstatic": {"render.maps"},
    "yaml": {"load", "save"},
}
"""Foreign library → the only modules that know it."""

NAMESPACES = {"generator", "generator.render"}
"""``from`` these one imports modules; from any other, objects."""


def _imports() -> Iterator[tuple[str, str]]:
    """Module and what it imports, ``generator.`` left out of both names and put as ``.`` before our own."""
    for path in sorted(GENERATOR.rglob("*.py")):
        name = ".".join(path.relative_to(GENERATOR).with_suffix("").parts).removesuffix("__init__").rstrip(".")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
            if isinstance(node, ast.ImportFrom):
                module = node.module or ""
                names = [f"{module}.{each}" for each in names] if module in NAMESPACES else [module]
            yield from ((name, each.removeprefix("generator")) for each in names)


IMPORTS = sorted(set(_imports()))
OURS = [(module, name[1:]) for module, name in IMPORTS if name.startswith(".")]
FOREIGN = [
    (module, library)
    for module, name in IMPORTS
    if (library := name.partition(".")[0]) and library not in sys.stdlib_module_names
]


def _row(module: str) -> int:
    """Its row: that of its longest name that has one."""
    for at, row in enumerate(ROWS):
        if module in row:
            return at
    assert "." in module, f"{module}: give it a row in ROWS"
    return _row(module.rpartition(".")[0])


def _inside(module: str, door: str) -> bool:
    return module == door or module.startswith(f"{door}.")


def test_imports_go_one_way() -> None:
    def allowed(module: str, name: str) -> bool:
        same_package = module.split(".")[0] == name.split(".")[0]
        return _row(name) < _row(module) or (same_package and _row(name) == _row(module))

    assert [pair for pair in OURS if not allowed(*pair)] == []


def test_renderers_do_not_know_each_other() -> None:
    among = [(module, name) for module, name in OURS if _inside(module, "render") and _inside(name, "render")]
    assert [(module, name) for module, name in among if module.split(".")[:2] != name.split(".")[:2]] == []


def test_each_foreign_library_has_its_door() -> None:
    strays = [(module, name) for module, name in FOREIGN if not any(_inside(module, door) for door in DOORS[name])]
    assert strays == []


def test_no_door_stands_open_for_nothing() -> None:
    doors = {(name, door) for name, doors in DOORS.items() for door in doors}
    assert {pair for pair in doors if not any(name == pair[0] and _inside(m, pair[1]) for m, name in FOREIGN)} == set()
