"""Rules on places: a point stands in the country it names, and a territory under its State.

Land is Natural Earth's at 1:50 m: its coast is some kilometres off, and small islands are missing from it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from generator.check.finding import Finding, found
from generator.model import Record
from generator.model.actor import EMBASSY
from generator.model.directory import Directory
from generator.model.problem import KeyPath, Severity

LAND = Path(__file__).parents[1] / "maps" / "data" / "land.geojson"

COAST = 10.0
"""Kilometres by which the drawn coast or border may be wrong."""
NEAR_ISLAND = 100.0
"""Kilometres out at sea up to which a point may be an island that is not drawn."""
FAR_ISLAND = 1000.0
"""Beyond this many kilometres out at sea, no country of the area has an island."""

_KM_PER_DEGREE = 111.2

Point = tuple[float, float]
"""Degrees, longitude then latitude (RFC 7946)."""


@dataclass(frozen=True, slots=True)
class Ring:
    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether the point is inside: a line from it eastward meets the ring an odd number of times."""
        x, y = point
        if not (self.west <= x <= self.east and self.south <= y <= self.north):
            return False
        inside = False
        for (x1, y1), (x2, y2) in pairwise(self.points):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def distance(self, point: Point) -> float:
        """Kilometres from the point to the line; exact enough below some hundreds."""
        x, y = point
        shrink = math.cos(math.radians(y))
        best = math.inf
        for (x1, y1), (x2, y2) in pairwise(self.points):
            ax, ay, dx, dy = (x1 - x) * shrink, y1 - y, (x2 - x1) * shrink, y2 - y1
            length = dx * dx + dy * dy
            along = min(1.0, max(0.0, -(ax * dx + ay * dy) / length)) if length else 0.0
            best = min(best, math.hypot(ax + along * dx, ay + along * dy))
        return best * _KM_PER_DEGREE


Country = tuple[tuple[Ring, ...], ...]
"""Polygons, each an outer ring and its holes."""


@cache
def land() -> Mapping[str, Country]:
    """ISO 3166-1 code → its land."""
    found: dict[str, Country] = {}
    for feature in json.loads(LAND.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        code = feature["properties"]["iso"]
        found[code] = found.get(code, ()) + tuple(tuple(map(_ring, polygon)) for polygon in polygons)
    return found


def _ring(points: list[list[float]]) -> Ring:
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    pairs = tuple(zip(longitudes, latitudes, strict=True))
    return Ring(pairs, min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def inside(point: Point, country: Country) -> bool:
    """Whether the point is on the country's land."""
    return any(outer.holds(point) and not any(hole.holds(point) for hole in holes) for outer, *holes in country)


def coordinates(directory: Directory) -> Iterator[Finding]:
    """Points outside the country they name: an error, or a warning where it may be a far island."""
    for place in directory.places.values():
        yield from _outside(place, ("lat",), place.country, (place.lon, place.lat))
    for country in directory.countries.values():
        if country.capital:
            yield from _outside(country, ("capital", "lat"), country.code, (country.capital.lon, country.capital.lat))


def _outside(record: Record, path: KeyPath, code: str, point: Point) -> Iterator[Finding]:
    country = land().get(code)
    if country is None or inside(point, country):
        return
    distance = min(ring.distance(point) for polygon in country for ring in polygon)
    if distance <= COAST:
        return
    other = next((each for each, shape in land().items() if each != code and inside(point, shape)), None)
    if other is None and distance <= NEAR_ISLAND:
        return
    severity: Severity = "error" if other or distance > FAR_ISLAND else "warning"
    args = {"value": f"{point[1]:g}, {point[0]:g}", "country": code, "distance": f"{distance:.0f}"}
    if other:
        args["other_country"] = other
    if meant := _meant(point, country):
        args["suggestion"] = meant
    code = "coordinates-in-another-country" if other else "coordinates-outside-country"
    yield found(code, record, path, args, severity=severity)


def _meant(point: Point, country: Country) -> str | None:
    """The point as it would be in the country: axes swapped, or a sign forgotten."""
    x, y = point
    for lon, lat in ((y, x), (-x, y), (x, -y), (-x, -y), (-y, -x)):
        if abs(lat) <= 90 and inside((lon, lat), country):
            return f"lat: {lat:g}, lon: {lon:g}"
    return None


def states(directory: Directory) -> Iterator[Finding]:
    """Territories placed under another State than their country's record says."""
    for place in directory.places.values():
        country = directory.countries.get(place.country.lower())
        if country and country.state != place.state:
            args = {"country": place.state, "other_country": country.state, "wanted": country.state}
            yield found("state-mismatch", place, ("state",), args)


def seats(directory: Directory) -> Iterator[Finding]:
    """Actors and events that stand at a place of another country than their own. An embassy does."""
    for actor in directory.actors.values():
        if actor.kind != EMBASSY:
            yield from _elsewhere(directory, actor, actor.place, actor.country, actor.territory)
    for event in directory.events.values():
        yield from _elsewhere(directory, event, event.place, event.country)


def _elsewhere(directory: Directory, record: Record, seat: str | None, *named: str | None) -> Iterator[Finding]:
    place = directory.places.get(seat or "")
    countries = [each for each in named if each]
    if place and countries and not {place.country, place.state} & set(countries):
        args = {"value": place.id, "country": countries[0], "other_country": place.country}
        yield found("place-elsewhere", record, ("place",), args, severity="warning")
