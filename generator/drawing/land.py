"""The land of the world as rings of points, for pictures (``maps/data``, Natural Earth)."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "maps" / "data"

BACKDROP = ""
"""In the place of a code: the land that is only a background."""
FRENCH_LAND = frozenset(("FR", "GP", "MQ", "GF", "RE", "YT", "BL", "MF"))
"""ISO codes of the French land that the data holds."""
_OUT = frozenset(("US",))
"""West of the Atlantic, yet no part of the region."""
_ATLANTIC = -30.0
"""Degrees of longitude, where no land is: the region lies to the west."""

Vertex = tuple[float, float]
"""Longitude and latitude, in degrees."""
Ring = tuple[Vertex, ...]
"""An outer outline, the last point before the first; all turn the same way."""


@cache
def rings() -> tuple[tuple[str, Ring], ...]:
    """Each outer ring with the ISO code of its country, or ``BACKDROP``. Lakes are too small to be left open.

    Islands of 1:10m stand for the coarser ones of the same code.
    """
    isles = _features("isles")
    finer = {each["properties"]["iso"] for each in isles}
    land = [each for each in _features("land") if each["properties"]["iso"] not in finer]
    found = []
    for feature in (*_features("backdrop"), *land, *isles):
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        code = feature["properties"].get("iso", BACKDROP)
        found += [(code, _turned(tuple((x, y) for x, y, *_ in outer[:-1]))) for outer, *_ in polygons]
    return tuple(found)


def is_near(code: str, ring: Ring) -> bool:
    """Whether the ring is land of the region or of France; the rest of the world is drawn pale, as a background."""
    return code in FRENCH_LAND or (code not in (BACKDROP, *_OUT) and min(lon for lon, _ in ring) < _ATLANTIC)


@cache
def crossings() -> frozenset[Vertex]:
    """Where three outlines meet, or a border meets the sea: points that no simpler outline may leave out, else two
    neighbours would no longer share their border."""
    beside: dict[Vertex, set[Vertex]] = {}
    for code, ring in rings():
        if code != BACKDROP:
            for one, other in pairwise((*ring, ring[0])):
                beside.setdefault(one, set()).add(other)
                beside.setdefault(other, set()).add(one)
    return frozenset(vertex for vertex, others in beside.items() if len(others) > 2)


def _turned(ring: Ring) -> Ring:
    """All rings turn the same way, so that land drawn twice in one path is not cut out of it."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])))
    return ring if area > 0 else ring[::-1]


def _features(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DATA / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    return found
