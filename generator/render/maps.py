"""The map's files: base map, shaded land, points and lines drawn by Folium; Leaflet; numbers for the filters.

The only door to Folium and XStatic. Folium renders every string it is given as an unsandboxed template, so
only numbers, ids and class names of ``[a-z0-9-]`` enter it (``plain_id``); names and titles stay in the page.
Each edition holds one copy of these files; pages only say which map they want (``templates/map.jinja``).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, Figure
from xstatic.pkg import leaflet

from generator import atlas
from generator.artifact import Artifact
from generator.atlas import FRANCE, Atlas
from generator.directory import Directory
from generator.edition import Edition

FOLDER = "assets/map"
LAND = Path(__file__).parents[1] / "data"
LEAFLET = ("leaflet.js", "leaflet.css", "images/layers.png", "images/layers-2x.png", "images/marker-icon.png")

RADIUS = (2.6, 1.5)
"""Radius of a point in pixels: the first without initiative, and the second times √initiatives more."""
WEIGHT = (0.6, 0.5)
"""Width of a line: the first plus the second times its initiatives, up to ``WIDEST``."""
WIDEST = 5.0
LIMITS = ((-60.0, -175.0), (70.0, 72.0))
"""South-west and north-east of what can be shown (latitude, longitude): where the land data ends."""
DEEPEST = 9
"""Closest zoom: closer, the outlines are too coarse to mean anything."""


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """The files every map of the edition shares."""
    chart = atlas.chart(directory)
    with _counted_ids():
        yield Artifact(f"{FOLDER}/base.js", _base(directory, chart))
    with _counted_ids():
        yield Artifact(f"{FOLDER}/layers.js", _layers(chart))
    yield Artifact(f"{FOLDER}/words.json", json.dumps(_words(directory, edition), ensure_ascii=False))
    numbers = {**atlas.data(directory, chart), "radius": RADIUS, "weight": (*WEIGHT, WIDEST)}
    yield Artifact(f"{FOLDER}/atlas.json", json.dumps(numbers, separators=(",", ":")))
    for name in LEAFLET:
        yield Artifact(f"{FOLDER}/leaflet/{name}", (Path(leaflet.BASE_DIR) / name).read_bytes())


def _words(directory: Directory, edition: Edition) -> dict[str, object]:
    """What scripts say: the catalog's ``maps.script`` texts, and the names of French territories of the region."""
    prefix = "maps.script."
    texts = {
        key.removeprefix(prefix): text for key, text in edition.catalog.items() if key.startswith(prefix)
    }
    overseas = {
        id_: edition.pick(each.name) for id_, each in directory.countries.items() if each.state == FRANCE
    }
    return {"texts": texts, "overseas": overseas}


def radius(initiatives: int) -> float:
    """Radius of a place's point: its area grows with the initiatives."""
    return round(RADIUS[0] + RADIUS[1] * math.sqrt(initiatives), 2)


def weight(initiatives: int) -> float:
    """Width of a line for that many shared initiatives."""
    return min(round(WEIGHT[0] + WEIGHT[1] * initiatives, 2), WIDEST)


def plain_id(text: str) -> str:
    """The id or class name, fit to enter Folium.

    :raises ValueError: it holds anything but small letters, digits and hyphens.
    """
    if not re.fullmatch(r"[a-z0-9-]+", text):
        raise ValueError(f"not a plain id: {text!r}")
    return text


def _base(directory: Directory, chart: Atlas) -> str:
    """Module whose function draws the empty sea and the shaded land in a container."""
    canvas = _map()
    # Everything that moves is off: the script turns on what suits the visitor's device.
    land = folium.GeoJson(
        {"type": "FeatureCollection", "features": [_backdrop(), *_land()]},
        style_function=lambda feature: {"className": _land_class(directory, chart, feature["id"])},
        interactive=False,
        smooth_factor=0.6,
    ).add_to(canvas)
    script = _script(canvas)
    name = canvas.get_name()
    drawn = script.replace(f'L.map(\n                "{name}"', "L.map(\n                container", 1)
    if drawn == script:
        raise AssertionError("Folium no longer writes the container's id where it used to")
    return _module("L, container", drawn, f"map: {name}, land: {land.get_name()}")


def _layers(chart: Atlas) -> str:
    """Module whose function makes the points and the lines, neither yet on a map.

    A line has its two ends only: the script bends it into a great circle.
    """
    canvas = _map()
    lines = folium.GeoJson(
        _collection(_line(chart, at) for at in range(len(chart.links))),
        style_function=lambda feature: {"weight": weight(feature["properties"]["n"]), "className": "rp-arc"},
        show=False,
        interactive=False,
        smooth_factor=0.3,
    ).add_to(canvas)
    spots = sorted(chart.spots.values(), key=lambda spot: (-len(spot.initiatives), spot.place.id))
    points = folium.GeoJson(
        _collection(
            _feature(spot.place.id, "Point", (spot.place.lon, spot.place.lat), n=len(spot.initiatives))
            for spot in spots
        ),
        marker=folium.CircleMarker(),
        style_function=lambda feature: {
            "radius": radius(feature["properties"]["n"]),
            "fill": True,
            "className": _point_class(chart, feature["id"]),
        },
        show=False,
    ).add_to(canvas)
    script = _script(canvas, without=canvas)
    return _module("L", script, f"lines: {lines.get_name()}, points: {points.get_name()}")


def _map() -> folium.Map:
    canvas = folium.Map(
        location=(8.0, -45.0),
        zoom_start=3,
        tiles=None,
        minZoom=1,
        maxZoom=DEEPEST,
        zoomSnap=0.25,
        zoomDelta=0.75,
        wheelPxPerZoomLevel=90,
        max_bounds=True,
        min_lat=LIMITS[0][0],
        min_lon=LIMITS[0][1],
        max_lat=LIMITS[1][0],
        max_lon=LIMITS[1][1],
        maxBoundsViscosity=0.7,
        zoom_control=False,
        attributionControl=False,
        dragging=False,
        scrollWheelZoom=False,
        doubleClickZoom=False,
        boxZoom=False,
        keyboard=False,
    )
    canvas.default_js, canvas.default_css = [], []
    return canvas


def _land_class(directory: Directory, chart: Atlas, id_: str) -> str:
    """Class of a piece of land; the colours are the style sheet's."""
    country = directory.countries.get(id_)
    if country is None:
        return "rp-land-france" if id_ == FRANCE.lower() else "rp-land-out"
    return "rp-land-overseas" if country.state == FRANCE else f"rp-land-{chart.shade(country.code)}"


def _point_class(chart: Atlas, id_: str) -> str:
    spot = chart.spots[id_]
    return "rp-at-" + ("french" if spot.french else "partner") + ("" if spot.exact else "-near")


def _line(chart: Atlas, at: int) -> dict[str, Any]:
    link = chart.links[at]
    ends = [chart.spots[id_].place for id_ in (link.french, link.partner)]
    coordinates = [(place.lon, place.lat) for place in ends]
    return _feature(str(at), "LineString", coordinates, n=len(link.initiatives))


def _feature(id_: str, kind: str, coordinates: object, **numbers: int) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "id": plain_id(id_), "properties": numbers, "geometry": geometry}


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": [*features]}


@cache
def _read(name: str) -> Any:
    return json.loads((LAND / name).read_text(encoding="utf-8"))["features"]


def _land() -> list[dict[str, Any]]:
    """One feature per country or territory, by ISO code in small letters."""
    return [
        _feature(each["properties"]["iso"].lower(), each["geometry"]["type"], each["geometry"]["coordinates"])
        for each in _read("land.geojson")
    ]


def _backdrop() -> dict[str, Any]:
    """The rest of the world, so that Africa and North America are not sea."""
    (each,) = _read("backdrop.geojson")
    return _feature("backdrop", each["geometry"]["type"], each["geometry"]["coordinates"])


def _script(canvas: folium.Map, without: Element | None = None) -> str:
    """The JavaScript Folium writes for a map, ``without`` one of its elements."""
    figure = canvas.get_root()
    assert isinstance(figure, Figure)
    figure.render()
    parts: dict[str, Element] = figure.script._children
    left_out = without.get_name() if without else None
    return "".join(part.render() for name, part in parts.items() if name != left_out)


def _module(parameters: str, body: str, result: str) -> str:
    lines = "\n".join(line.strip() for line in body.splitlines() if line.strip())
    return f"export default function ({parameters}) {{\n{lines}\nreturn {{ {result} }};\n}}\n"


@contextmanager
def _counted_ids() -> Iterator[None]:
    """Folium names its elements at random; here they are counted, so that two builds are the same."""
    numbers, random = count(1), Element._generate_id
    Element._generate_id = classmethod(lambda cls: str(next(numbers)))  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        Element._generate_id = random  # type: ignore[method-assign]
