"""Features → JavaScript, through Folium. The only door to it.

Folium renders every string it is given as an unsandboxed template, so only numbers, ids and class names of
``[a-z0-9-]`` enter here (``plain``); names and titles stay in the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import folium
from branca.element import Element, Figure

Feature = dict[str, Any]
"""GeoJSON (RFC 7946: longitude first) whose id is ``plain`` and whose properties are numbers."""

LIMITS = ((-60.0, -175.0), (70.0, 72.0))
"""South-west and north-east of what can be shown (latitude, longitude): where the land data ends."""
DEEPEST = 9
"""Closest zoom: closer, the outlines are too coarse to mean anything."""


def plain(text: str) -> str:
    """The id or class name, fit to enter Folium.

    :raises ValueError: it holds anything but small letters, digits and hyphens.
    """
    if not re.fullmatch(r"[a-z0-9-]+", text):
        raise ValueError(f"not a plain id: {text!r}")
    return text


def feature(id_: str, kind: str, coordinates: object, **numbers: int) -> Feature:
    """A feature that may be drawn; ``kind`` is GeoJSON's type of geometry."""
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "id": plain(id_), "properties": numbers, "geometry": geometry}


def base(land: Iterable[Feature], class_of: Callable[[Feature], str]) -> str:
    """Module whose function ``(L, container)`` draws the empty sea and the land, and returns both."""
    with _counted_ids():
        canvas = _map()
        layer = folium.GeoJson(
            _collection(land),
            style_function=lambda each: {"className": plain(class_of(each))},
            interactive=False,
            smooth_factor=0.6,
        ).add_to(canvas)
        script, name = "".join(_scripts(canvas).values()), canvas.get_name()
        drawn = script.replace(f'L.map(\n                "{name}"', "L.map(\n                container", 1)
        if drawn == script:
            raise AssertionError("Folium no longer writes the container's id where it used to")
        return _module("L, container", drawn, f"map: {name}, land: {layer.get_name()}")


def layers(
    lines: Iterable[Feature],
    line_style: Callable[[Feature], tuple[float, str]],
    points: Iterable[Feature],
    point_style: Callable[[Feature], tuple[float, str]],
) -> str:
    """Module whose function ``(L)`` returns the lines and the points, neither yet on a map.

    Styles are (width or radius in pixels, class name).
    """

    def line(each: Feature) -> dict[str, Any]:
        weight, name = line_style(each)
        return {"weight": weight, "className": plain(name)}

    def point(each: Feature) -> dict[str, Any]:
        radius, name = point_style(each)
        return {"radius": radius, "fill": True, "className": plain(name)}

    with _counted_ids():
        canvas = _map()
        joined = folium.GeoJson(
            _collection(lines), style_function=line, show=False, interactive=False, smooth_factor=0.3
        ).add_to(canvas)
        spots = folium.GeoJson(
            _collection(points), style_function=point, show=False, marker=folium.CircleMarker()
        ).add_to(canvas)
        scripts = _scripts(canvas)
        body = "".join(scripts[each.get_name()] for each in (joined, spots))
        return _module("L", body, f"lines: {joined.get_name()}, points: {spots.get_name()}")


def _map() -> folium.Map:
    """An empty map. Everything that moves is off: the script turns on what suits the visitor's device."""
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


def _collection(features: Iterable[Feature]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": [*features]}


def _scripts(canvas: folium.Map) -> dict[str, str]:
    """Element's name → the JavaScript Folium writes for it, in order."""
    figure = canvas.get_root()
    assert isinstance(figure, Figure)
    figure.render()
    parts: dict[str, Element] = figure.script._children
    return {name: part.render() for name, part in parts.items()}


def _module(parameters: str, body: str, result: str) -> str:
    lines = "\n".join(line.strip() for line in body.splitlines() if line.strip())
    return f"export default function ({parameters}) {{\n{lines}\nreturn {{ {result} }};\n}}\n"


@contextmanager
def _counted_ids() -> Iterator[None]:
    """Folium names its elements at random; here they are counted, so that two builds are the same."""
    numbers, random = count(1), Element.__dict__["_generate_id"]
    Element._generate_id = classmethod(lambda cls: str(next(numbers)))  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        Element._generate_id = random  # type: ignore[method-assign]
