"""Static maps in SVG: pure numbers; no library, no script, no id, so that several may stand on one page.

Projection: equirectangular, with the frame's middle parallel as the one that keeps its length.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise

from generator.drawing.land import BACKDROP, rings
from generator.drawing.outline import clipped, simplified

Point = tuple[float, float]
"""Longitude and latitude in degrees, or units of the drawing from its upper left corner."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture shows of the Earth, in degrees, and how wide it is drawn, in units."""

    west: float
    south: float
    east: float
    north: float
    width: int = 640

    @property
    def scale(self) -> float:
        """Units of a degree of latitude."""
        return self.width / ((self.east - self.west) * self._narrowed)

    @property
    def _narrowed(self) -> float:
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def height(self) -> int:
        """In units."""
        return round((self.north - self.south) * self.scale)

    def place(self, lon: float, lat: float) -> Point:
        """Where the point is in the drawing; beyond its edges if the frame does not show it."""
        return (lon - self.west) * self._narrowed * self.scale, (self.north - lat) * self.scale

    def shows(self, lon: float, lat: float) -> bool:
        """Whether the frame shows the point."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def edge(self, lon: float, lat: float) -> Point:
        """Where the point is drawn: what lies beyond the frame, or just within, is set off its edge."""
        x, y = self.place(lon, lat)
        return min(max(x, _MARGIN), self.width - _MARGIN), min(max(y, _MARGIN), self.height - _MARGIN)


_MARGIN = 6
"""Units between what is set at the edge and the edge."""

ATLANTIC = Frame(-118, -56, 13, 53)
"""Latin America, the Caribbean and mainland France."""

FINE, ROUGH = 0.6, 1.4
"""Units by which an outline may be off: less than anybody sees; and that of land which is only a background."""


FRENCH, PARTNER = "french", "partner"
"""Kinds of points: a ring and a disc, so that no colour is needed to tell them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point to draw: longitude and latitude in degrees, its kind, how many meet there."""

    lon: float
    lat: float
    kind: str
    count: int = 1


def draw(
    frame: Frame,
    label: str,
    *,
    spots: Iterable[Spot],
    lines: Iterable[tuple[Spot, Spot]] = (),
    marked: Collection[str] = (),
) -> str:
    """The picture as one line of HTML, the label escaped; ``marked`` are the ISO codes of the countries that stand out.

    Every spot is drawn: one that the frame does not show is a lozenge at its edge. The fullest come first, so that the
    small ones lie on top.
    """
    in_order = sorted(set(spots), key=lambda spot: (-spot.count, spot.kind, spot.lon, spot.lat))
    land = _land(frame)
    plain = "".join(path for code, path in land.items() if code not in (BACKDROP, *marked))
    shown = "".join(land[code] for code in land if code in marked)
    parts = [
        f'<svg class="rp-picture" viewBox="0 0 {frame.width} {frame.height}" role="img" aria-label="{escape(label)}">',
        f'<path class="rp-picture__rest" d="{land.get(BACKDROP, "")}"/>',
        f'<path class="rp-picture__land" d="{plain}"/>',
        f'<path class="rp-picture__marked" d="{shown}"/>' if shown else "",
        *(_line(frame, *ends) for ends in sorted(set(lines), key=str)),
        *(_spot(frame, spot) for spot in in_order),
        "</svg>",
    ]
    return "".join(parts)


def _spot(frame: Frame, spot: Spot) -> str:
    x, y = frame.edge(spot.lon, spot.lat)
    radius = round(3 + 1.3 * math.sqrt(spot.count), 1)
    name = f"rp-picture__{spot.kind}"
    if frame.shows(spot.lon, spot.lat):
        return f'<circle class="{name}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>'
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return f'<path class="{name}" d="M{" ".join(f"{_n(a)} {_n(b)}" for a, b in corners)}z"/>'


def _line(frame: Frame, start: Spot, end: Spot) -> str:
    """Bent upwards, as the shortest way over the Atlantic is on such a map."""
    x1, y1 = frame.edge(start.lon, start.lat)
    x2, y2 = frame.edge(end.lon, end.lat)
    bend = 0.12 * math.hypot(x2 - x1, y2 - y1)
    middle = (x1 + x2) / 2, (y1 + y2) / 2 - bend
    return f'<path class="rp-picture__line" d="M{_n(x1)} {_n(y1)}Q{_n(middle[0])} {_n(middle[1])} {_n(x2)} {_n(y2)}"/>'


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


@cache
def _land(frame: Frame) -> dict[str, str]:
    """ISO code, or ``BACKDROP``, → its outline in the frame as path data, in whole units."""
    found: dict[str, list[str]] = {}
    for code, ring in rings():
        drawn = [frame.place(lon, lat) for lon, lat in ring]
        cut = clipped(drawn, frame.width, frame.height)
        path = _path(simplified(cut, ROUGH if code == BACKDROP else FINE)) if len(cut) > 2 else ""
        if path:
            found.setdefault(code, []).append(path)
    return {code: "".join(paths) for code, paths in sorted(found.items())}


def _path(points: Sequence[Point]) -> str:
    """Closed, each step told from the last; nothing of what is less than a unit wide and high."""
    rounded = [(round(x), round(y)) for x, y in points]
    steps = [rounded[0]]
    for point in rounded[1:]:
        if point != steps[-1]:
            steps.append(point)
    if len(steps) < 3:
        x, y = steps[0]
        return f"M{x} {y}h1v1h-1z" if len(points) else ""
    moves = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(steps)]
    return f"M{steps[0][0]} {steps[0][1]}l{' '.join(f'{x} {y}' for x, y in moves)}z".replace(" -", "-")
