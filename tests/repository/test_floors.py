"""The law in pyproject.toml is whole: every foreign library has a door there, and no door stands open for nothing.

Whether imports obey it, import-linter says (``make lint``).
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAW = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
DOORS = {
    library: contract["allowed_importers"]
    for contract in LAW
    if contract["type"] == "protected"
    for library in contract["protected_modules"]
}


def foreign() -> set[tuple[str, str]]:
    """Module of ours and the top-level name of a library that it imports."""
    pairs = set()
    for path in (ROOT / "generator").rglob("*.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            pairs |= {(module, name.partition(".")[0]) for name in names}
    return {(module, name) for module, name in pairs if name not in sys.stdlib_module_names | {"generator"}}


def test_every_foreign_library_has_its_door() -> None:
    assert {library for _, library in foreign()} == set(DOORS)


def test_no_door_stands_open_for_nothing() -> None:
    used = {
        (door, library)
        for module, library in foreign()
        for door in DOORS[library]
        if module == door or module.startswith(f"{door}.")
    }
    assert used == {(door, library) for library, doors in DOORS.items() for door in doors}


def test_the_law_has_no_exception() -> None:
    assert not [contract["id"] for contract in LAW if "ignore_imports" in contract]
    floors = next(contract for contract in LAW if contract["id"] == "floors")
    assert floors["exhaustive"]
    assert not [name for layer in floors["layers"] for name in layer.split(" | ") if "." in name]


def test_the_readme_shows_the_law_as_it_is() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme[readme.index("| folder of `generator/` |") :].split("\n\n")[0].splitlines()[2:]
    shown = [set(re.findall(r"`(\w+)/?`", row.split("|")[1])) for row in table]
    floors = next(contract for contract in LAW if contract["id"] == "floors")["layers"]
    assert shown == [set(layer.split(" | ")) for layer in reversed(floors)]
