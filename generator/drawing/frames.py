"""What pictures show of the Earth: a frame, and the boxes in its corners for what lies elsewhere.

Projection of each: equirectangular, one parallel keeping its length; it is said with the frame.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

Spot = tuple[float, float]
"""Longitude and latitude in degrees, or units of the drawing from its upper left corner."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing, in its units."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float, radius: float = 0) -> bool:
        """Whether a disc lies wholly within."""
        across = self.left + radius <= x <= self.left + self.width - radius
        return across and self.top + radius <= y <= self.top + self.height - radius

    def touches(self, x: float, y: float, radius: float) -> bool:
        """Whether a disc lies at least partly within."""
        across = self.left - radius < x < self.left + self.width + radius
        return across and self.top - radius < y < self.top + self.height + radius


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the Earth, north up: its north-western corner, in degrees, and where it is drawn."""

    west: float
    north: float
    box: Box
    scale: float
    """Units of a degree of latitude."""
    parallel: float
    """Degrees of latitude north or south, where a degree of longitude has its true length."""
    off: float = 0.4
    """Units by which an outline may be off, so that it has fewer points: less than anybody sees."""
    always: bool = False
    """Whether it is drawn even if no point lies in it."""
    french: bool = False
    """Whether only French land stands out in it."""

    def place(self, lon: float, lat: float) -> Spot:
        """Where the point is in the drawing; outside the frame's box if the frame does not show it."""
        across = math.cos(math.radians(self.parallel)) * self.scale
        return self.box.left + (lon - self.west) * across, self.box.top + (self.north - lat) * self.scale


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole drawing."""

    width: int
    height: int
    main: Frame
    insets: tuple[Frame, ...]
    elsewhere: Box
    """Where what no frame shows is drawn, in a frame made for it."""


def fitted(
    west: float, south: float, east: float, north: float, box: Box, *, always: bool = False, french: bool = False
) -> Frame:
    """The frame that shows at least these degrees and fills the box; its parallel is the middle one."""
    parallel = max(-75.0, min(75.0, (south + north) / 2))
    narrowed = math.cos(math.radians(parallel))
    scale = min(box.width / ((east - west) * narrowed), box.height / (north - south))
    wide, high = box.width / (narrowed * scale), box.height / scale
    return Frame(
        (west + east - wide) / 2, (south + north + high) / 2, box, scale, parallel, always=always, french=french
    )


def around(points: Iterable[Spot], box: Box, least: float = 6.0, margin: float = 0.2) -> Frame:
    """The frame around points, given by longitude and latitude: at least that many degrees high, and that share of the
    box free on each side."""
    lons, lats = zip(*points, strict=True)
    middle = (min(lats) + max(lats)) / 2
    high = max(max(lats) - min(lats), least)
    wide = max(max(lons) - min(lons), least)
    high, wide = high / (1 - 2 * margin), wide / (1 - 2 * margin)
    center = (min(lons) + max(lons)) / 2
    return fitted(center - wide / 2, middle - high / 2, center + wide / 2, middle + high / 2, box)


def nearby(points: Iterable[Spot], width: int = 640, height: int = 440) -> Sheet:
    """The sheet made for points, such as the places of a state abroad."""
    box = Box(0, 0, width, height)
    return Sheet(width, height, around(points, box), (), Box(width - 158, height - 118, 150, 110))


def _atlantic() -> Sheet:
    """The 30th parallel: South America is drawn a seventh too narrow and France a third too wide, so that both look
    like themselves."""
    scale = 640 / (132 * math.cos(math.radians(30)))
    height = round(109.5 * scale)
    main = Frame(-119, 53, Box(0, 0, 640, height), scale, 30, off=0.65, always=True)
    ocean = fitted(42, -24.5, 59, -10, Box(512, height - 128, 120, 120))
    return Sheet(640, height, main, (ocean,), Box(372, height - 128, 132, 120))


def _caribbean() -> Sheet:
    """From Cuba to the mouth of the Amazon, across which the French of Guyane have their neighbours."""
    main = fitted(-86, -3, -47, 28, Box(0, 0, 640, 520), always=True)
    ocean = fitted(42, -24.5, 59, -10, Box(522, 8, 110, 110))
    return Sheet(640, 520, main, (ocean,), Box(384, 8, 130, 110))


def _france() -> Sheet:
    """The mainland and Corsica, and the five overseas regions one below the other, each at a scale of its own."""
    regions = (
        (-61.85, 15.8, -60.97, 16.55),
        (-61.27, 14.36, -60.78, 14.92),
        (-54.9, 1.9, -51.4, 6.0),
        (55.16, -21.43, 55.9, -20.8),
        (44.98, -13.05, 45.36, -12.6),
    )
    boxes = (Box(8, 8 + at * 102, 94, 94) for at in range(5))
    insets = tuple(fitted(*degrees, box, always=True, french=True) for degrees, box in zip(regions, boxes, strict=True))
    main = fitted(-5.4, 41.2, 9.9, 51.3, Box(110, 8, 522, 502), always=True, french=True)
    return Sheet(640, 518, main, insets, Box(118, 392, 130, 110))


ATLANTIC = _atlantic()
"""Latin America, the Caribbean and mainland France; the Indian Ocean in a box."""
CARIBBEAN = _caribbean()
"""The Caribbean and the Guianas; the Indian Ocean in a box."""
FRANCE = _france()
"""France alone, with its overseas regions in boxes."""
