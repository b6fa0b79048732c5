"""Points and outlines as PostGIS exports them (EWKB, hexadecimal): just enough to check a point by its outline."""

from __future__ import annotations

import struct
from collections.abc import Iterator

Point = tuple[float, float]
"""Degrees, longitude then latitude."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""

_SRID = 0x20000000
"""Flag of a geometry that names its reference system."""


def point(text: str) -> Point | None:
    """The point; none where there is none."""
    if text in ("", "\\N"):
        return None
    return next(_points(bytes.fromhex(text)))


def box(text: str) -> Box | None:
    """What the outline fits into; none where there is none."""
    if text in ("", "\\N"):
        return None
    found = list(_points(bytes.fromhex(text)))
    longitudes, latitudes = [x for x, _ in found], [y for _, y in found]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def middle(of: Box) -> Point:
    return (of[0] + of[2]) / 2, (of[1] + of[3]) / 2


def holds(of: Box, at: Point, margin: float) -> bool:
    """Whether the point lies in the box or within ``margin`` degrees of it."""
    (west, south, east, north), (x, y) = of, at
    return west - margin <= x <= east + margin and south - margin <= y <= north + margin


def _points(data: bytes) -> Iterator[Point]:
    yield from _geometry(data, 0)[0]


def _geometry(data: bytes, at: int) -> tuple[list[Point], int]:
    """The points of the geometry at that byte, and where it ends."""
    order = "<" if data[at] else ">"
    (kind,) = struct.unpack_from(f"{order}I", data, at + 1)
    at += 5 + (4 if kind & _SRID else 0)
    match kind & 0xFF:
        case 1:
            return [struct.unpack_from(f"{order}dd", data, at)], at + 16
        case 3:
            return _rings(data, at, order)
        case 6:
            (many,) = struct.unpack_from(f"{order}I", data, at)
            found: list[Point] = []
            at += 4
            for _ in range(many):
                more, at = _geometry(data, at)
                found += more
            return found, at
        case other:
            raise ValueError(f"a geometry of kind {other}")


def _rings(data: bytes, at: int, order: str) -> tuple[list[Point], int]:
    (rings,) = struct.unpack_from(f"{order}I", data, at)
    found: list[Point] = []
    at += 4
    for _ in range(rings):
        (many,) = struct.unpack_from(f"{order}I", data, at)
        numbers = struct.unpack_from(f"{order}{2 * many}d", data, at + 4)
        found += zip(numbers[::2], numbers[1::2], strict=True)
        at += 4 + 16 * many
    return found, at
