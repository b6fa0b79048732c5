"""What maps decide without a page: what the address asks, the room that controls leave, where names stand."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from tests.node import call, run

DATA = {
    "initiatives": [[[0], [], [0]], [[1], [], [1]], [[0, 1], [], []], [[1], [], []]],
    "countries": ["BR", "PE"],
    "themes": ["water", "health"],
    "places": {"fr-rennes": [0, 2], "fr-lyon": [1, 2], "br-recife": [0, 2], "pe-cusco": [1, 2, 3], "eg-suez": []},
    "divisions": {"bretagne": ["fr-rennes"], "departement-69": ["fr-lyon"]},
    "french": ["FR", "GF"],
    "breaks": [1, 2],
}
ANSWER = """async (load, data, search) => {
    const { Answer, read } = await load("atlas/filters.js");
    const answer = new Answer(data, read(search));
    const shown = Object.keys(data.places).filter((id) => {
        const code = id.slice(0, 2).toUpperCase();
        return answer.shows(id, code);
    });
    return { found: [...answer.found], count: answer.count(answer.found), shown };
}"""


@pytest.mark.parametrize(
    ("search", "state"),
    [
        ("?country=BR", {"country": ["BR"]}),
        ("?country=BR&country=PE&country=BR", {"country": ["BR", "PE"]}),
        ("?country=BR,PE&theme=water", {"country": ["BR", "PE"], "theme": "water"}),
        ("?territory=region-53&lieu=fr-rennes", {"territory": ["region-53"], "lieu": "fr-rennes"}),
        ("?region=bretagne", {"territory": ["bretagne"]}),
    ],
)
def test_an_address_may_name_several_countries_and_regions(search: str, state: dict[str, Any]) -> None:
    read = call("atlas/filters.js", "read", search)
    assert read == {"country": [], "territory": [], "theme": "", "lieu": "", **state}
    written = call("atlas/filters.js", "write", read, f"{search}&kept=1")
    assert "kept=1" in written
    assert call("atlas/filters.js", "read", written) == read


@pytest.mark.parametrize(
    ("search", "found", "shown"),
    [
        ("", [0, 1, 2, 3], ["fr-rennes", "fr-lyon", "br-recife", "pe-cusco"]),
        ("?lieu=eg-suez", [0, 1, 2, 3], ["fr-rennes", "fr-lyon", "br-recife", "pe-cusco", "eg-suez"]),
        ("?country=EG", [], ["eg-suez"]),
        ("?country=PE&theme=health", [1], ["fr-lyon", "pe-cusco"]),
        ("?country=BR&country=PE", [0, 1, 2, 3], ["fr-rennes", "fr-lyon", "br-recife", "pe-cusco"]),
        ("?region=bretagne", [0, 2], ["fr-rennes", "br-recife", "pe-cusco"]),
        ("?region=departement-69&country=BR", [2], ["fr-lyon", "br-recife", "pe-cusco"]),
        ("?region=bretagne&region=departement-69", [0, 1, 2], ["fr-rennes", "fr-lyon", "br-recife", "pe-cusco"]),
    ],
)
def test_places_without_initiative_are_shown_only_if_asked_for(search: str, found: list[int], shown: list[str]) -> None:
    answer = run(ANSWER, DATA, search)
    assert (answer["found"], answer["shown"]) == (found, shown)
    assert answer["count"] == len(found)


def box(left: float, top: float, right: float, bottom: float) -> dict[str, float]:
    return {"left": left, "top": top, "right": right, "bottom": bottom}


def test_controls_leave_their_edges_free() -> None:
    size = {"width": 320, "height": 320}
    tools, zone = box(10, 10, 300, 74), box(80, 280, 240, 310)
    assert call("map/room.js", "room", size, [], 24) == {"paddingTopLeft": [24, 24], "paddingBottomRight": [24, 24]}
    found = call("map/room.js", "room", size, [tools, zone], 24)
    assert found == {"paddingTopLeft": [24, 98], "paddingBottomRight": [24, 64]}
    # Of a map as small as a stamp, more would be taken than there is.
    found = call("map/room.js", "room", {"width": 200, "height": 120}, [tools, zone], 40)
    assert found["paddingTopLeft"][1] + found["paddingBottomRight"][1] <= 120 / 2


def test_names_lie_over_neither_names_nor_points() -> None:
    size = {"width": 300, "height": 200}
    dots = [
        {"x": x, "y": y, "radius": radius, "width": 80, "height": 14}
        for x, y, radius in [(100, 100, 9), (100, 100, 4), (120, 104, 5), (290, 20, 4), (104, 112, 3), (5, 195, 3)]
    ]
    taken = [box(0, 0, 300, 30)]
    found = call("map/labels.js", "place", dots, size, taken)
    assert found[3] is None  # under the controls
    named = [(at, each) for at, each in enumerate(found) if each]
    assert len(named) >= 3

    def meet(one: dict[str, float], other: dict[str, float]) -> bool:
        across = one["left"] < other["right"] and other["left"] < one["right"]
        return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]

    assert not [pair for pair in combinations([each for _, each in named] + taken, 2) if meet(*pair)]
    for _, name in named:
        assert 0 <= name["left"] < name["right"] <= 300
        assert 0 <= name["top"] < name["bottom"] <= 200
        for dot in dots:
            x, y, radius = dot["x"], dot["y"], dot["radius"]
            assert not meet(name, box(x - radius, y - radius, x + radius, y + radius))
