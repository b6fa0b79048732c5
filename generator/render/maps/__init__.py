"""The map's files: base map, points and lines, numbers for the filters, words for the scripts, Leaflet.

Each edition holds one copy of them; pages only say which map they want (``templates/map.jinja``), and
``overrides/assets/atlas/`` draws it. The only door to XStatic; Folium's is ``canvas``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from xstatic.pkg import leaflet

from generator.artifact import Artifact
from generator.maps.atlas import Atlas
from generator.maps.atlas import chart as chart_of
from generator.model.directory import Directory
from generator.model.values import FRANCE
from generator.render.maps import canvas
from generator.render.maps.canvas import Feature
from generator.render.maps.numbers import numbers
from generator.search.former import renamed
from generator.words.countries import country_name
from generator.words.edition import Edition

FOLDER = "assets/map"
LAND = Path(__file__).parents[2] / "maps" / "data"
LEAFLET = ("leaflet.js", "leaflet.css", "images/layers.png", "images/layers-2x.png", "images/marker-icon.png")

RADIUS = (2.6, 1.5)
"""Radius of a point in pixels: the first without initiative, and the second times √initiatives more."""
WEIGHT = (0.6, 0.5, 5.0)
"""Width of a line: the first, and the second times its initiatives more, but never above the third."""


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """The files that every map of the edition shares."""
    chart = chart_of(directory)
    figures = {**numbers(directory, chart), "radius": RADIUS, "weight": WEIGHT, "former": renamed(directory, "place")}
    yield Artifact(f"{FOLDER}/base.js", _base(directory, chart))
    yield Artifact(f"{FOLDER}/layers.js", _layers(chart))
    yield Artifact(f"{FOLDER}/atlas.json", json.dumps(figures, separators=(",", ":")))
    yield Artifact(f"{FOLDER}/words.json", json.dumps(_words(directory, edition), ensure_ascii=False))
    for name in LEAFLET:
        yield Artifact(f"{FOLDER}/leaflet/{name}", (Path(leaflet.BASE_DIR) / name).read_bytes())


def radius(initiatives: int) -> float:
    """Radius of a place's point: its area grows with the initiatives."""
    return round(RADIUS[0] + RADIUS[1] * math.sqrt(initiatives), 2)


def weight(initiatives: int) -> float:
    """Width of a line for that many shared initiatives."""
    thinnest, more, widest = WEIGHT
    return min(round(thinnest + more * initiatives, 2), widest)


def _base(directory: Directory, chart: Atlas) -> str:
    def class_of(land: Feature) -> str:
        country = directory.countries.get(land["id"])
        if country is None:
            return "rp-land-france" if land["id"] == FRANCE.lower() else "rp-land-out"
        return "rp-land-overseas" if country.code in directory.overseas else f"rp-land-{chart.shade(country.code)}"

    return canvas.base([_backdrop(), *_land()], class_of)


def _layers(chart: Atlas) -> str:
    """Points, the small ones on top; lines by their two ends only: a script bends them to great circles."""
    spots = sorted(chart.spots.values(), key=lambda spot: (-len(spot.initiatives), spot.place.id))

    def point_style(point: Feature) -> tuple[float, str]:
        spot = chart.spots[point["id"]]
        name = "rp-at-" + ("french" if spot.french else "partner") + ("" if spot.exact else "-near")
        return radius(len(spot.initiatives)), name

    def where(id_: str) -> tuple[float, float]:
        place = chart.spots[id_].place
        return place.lon, place.lat

    return canvas.layers(
        [
            canvas.feature(str(at), "LineString", [where(link.french), where(link.partner)], n=len(link.initiatives))
            for at, link in enumerate(chart.links)
        ],
        lambda line: (weight(line["properties"]["n"]), "rp-arc"),
        [
            canvas.feature(spot.place.id, "Point", where(spot.place.id), n=len(spot.initiatives) + len(spot.state))
            for spot in spots
        ],
        point_style,
    )


@cache
def _read(name: str) -> Any:
    return json.loads((LAND / name).read_text(encoding="utf-8"))["features"]


def _land() -> list[Feature]:
    """One feature per country or territory, by ISO code in small letters (Natural Earth 1:50m)."""
    return [
        canvas.feature(each["properties"]["iso"].lower(), each["geometry"]["type"], each["geometry"]["coordinates"])
        for each in _read("land.geojson")
    ]


def _backdrop() -> Feature:
    """The rest of the world, so that Africa and North America are not sea."""
    (each,) = _read("backdrop.geojson")
    return canvas.feature("backdrop", each["geometry"]["type"], each["geometry"]["coordinates"])


def _words(directory: Directory, edition: Edition) -> dict[str, dict[str, str]]:
    """What scripts say: the catalog's ``maps.script`` texts, and names of the region's French territories."""
    prefix = "maps.script."
    texts = {key.removeprefix(prefix): text for key, text in edition.catalog.items() if key.startswith(prefix)}
    overseas = {code.lower(): country_name(code, directory, edition) for code in sorted(directory.overseas)}
    return {"texts": texts, "overseas": overseas}
