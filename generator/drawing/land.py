"""The land of the world as rings of points, for pictures (``maps/data``, Natural Earth)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "maps" / "data"

BACKDROP = ""
"""In the place of a code: the land that is only a background."""

Ring = list[tuple[float, float]]
"""Longitude and latitude, in degrees."""


def rings() -> Iterator[tuple[str, Ring]]:
    """Each outer ring with the ISO code of its country, or ``BACKDROP``. Lakes are too small to be left open."""
    for name in ("backdrop", "land"):
        for feature in json.loads((DATA / f"{name}.geojson").read_text(encoding="utf-8"))["features"]:
            shape = feature["geometry"]
            polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            for outer, *_ in polygons:
                yield feature["properties"].get("iso", BACKDROP), [(x, y) for x, y, *_ in outer]
