"""Folders of scripts are floors: a script imports only from its own folder and from those above it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

import pytest

from tests.node import ASSETS, call

FLOORS = (
    (("page",),),
    (("search",),),
    (("map",), ("territory",)),
    (("explorer",), ("atlas",), ("report",), ("form", "form/rules", "form/page")),
)
"""From the top floor down. Rooms of one floor know nothing of each other; a room's own folders stand one below the
other."""

SCRIPTS = {path.relative_to(ASSETS).as_posix(): path.read_text("utf-8") for path in sorted(ASSETS.rglob("*.js"))}
"""Path from overrides/assets → what the script says."""

LIBRARIES = ("leaflet/leaflet.js",)
"""What the build puts beside a script that asks for it: it imports nothing."""

PLACES = {
    folder: (floor, room, step)
    for floor, rooms in enumerate(FLOORS)
    for room, folders in enumerate(rooms)
    for step, folder in enumerate(folders)
}


def arrows(path: str, text: str) -> Iterator[str]:
    """Paths of the scripts that a script asks for: by import, by a call that imports, in a type, for a worker."""
    found = call("../../tests/syntax.mjs", "imports", text)
    beside = [name for name in found["beside"] if name.endswith(".js")]
    for name in [*found["statements"], *found["calls"], *found["types"], *beside]:
        if name not in LIBRARIES:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def is_above(wanted: str, folder: str) -> bool:
    """Whether a script of ``folder`` may ask for one of ``wanted``."""
    if wanted not in PLACES or folder not in PLACES:
        return False
    (floor, room, step), (own_floor, own_room, own_step) = PLACES[wanted], PLACES[folder]
    return floor < own_floor or (floor == own_floor and room == own_room and step <= own_step)


def wrong(scripts: dict[str, str]) -> list[str]:
    """The arrows that lead down, aside, or to a folder without a place."""
    return [
        f"{path} → {other}"
        for path, text in scripts.items()
        for other in arrows(path, text)
        if not is_above(posixpath.dirname(other), posixpath.dirname(path))
    ]


def test_every_folder_of_scripts_has_its_place() -> None:
    assert {posixpath.dirname(path) for path in SCRIPTS} == set(PLACES)


def test_a_script_imports_only_from_above() -> None:
    assert wrong(SCRIPTS) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("search/a.js", 'import { a } from "../map/b.js";'),
        ("search/a.js", 'import { a } from "../territory/b.js";'),
        ("territory/a.js", 'import "../explorer/b.js";'),
        ("territory/a.js", 'import "../map/b.js";'),
        ("search/a.js", 'export { a } from "../map/b.js";'),
        ("explorer/a.js", 'import "../atlas/b.js";'),
        ("form/page/a.js", 'import "../../explorer/b.js";'),
        ("form/rules/a.js", 'import "../page/b.js";'),
        ("form/a.js", 'import "./rules/b.js";'),
        ("map/a.js", 'const b = () => import("../explorer/b.js");'),
        ("map/a.js", '/** @type {import("../explorer/b.js").B} */\nlet b;'),
        ("map/a.js", 'new Worker(new URL("../explorer/b.js", import.meta.url), { type: "module" });'),
        ("atlas/a.js", 'import(new URL("../elsewhere/b.js", import.meta.url).href);'),
        ("elsewhere/a.js", 'import "../page/b.js";'),
        ("page/a.js", 'import "../b.js";'),
    ],
)
def test_an_arrow_down_or_aside_is_told(path: str, text: str) -> None:
    assert len(wrong({path: text})) == 1


def test_an_arrow_up_is_not() -> None:
    text = 'import "../page/b.js"; import("../search/c.js"); new Worker(new URL("d.js", import.meta.url));'
    assert wrong({"explorer/a.js": text, "form/page/a.js": 'import "../rules/b.js"; import "../b.js";'}) == []
