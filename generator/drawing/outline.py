"""Outlines cut to a rectangle and made simpler, in the units of a drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Point = tuple[float, float]


def clipped(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """The ring as far as it lies in the rectangle from the origin (Sutherland and Hodgman, 1974)."""
    found = list(ring)
    for axis, limit, keeps in (
        (0, 0.0, lambda value: value >= 0),
        (0, width, lambda value: value <= width),
        (1, 0.0, lambda value: value >= 0),
        (1, height, lambda value: value <= height),
    ):
        found = _cut(found, axis, limit, keeps)
    return found


def _cut(ring: list[Point], axis: int, limit: float, keeps: Callable[[float], bool]) -> list[Point]:
    found: list[Point] = []
    for before, here in zip(ring[-1:] + ring, ring, strict=False):
        if keeps(here[axis]) != keeps(before[axis]):
            share = (limit - before[axis]) / (here[axis] - before[axis])
            crossing = [a + share * (b - a) for a, b in zip(before, here, strict=True)]
            crossing[axis] = limit
            found.append((crossing[0], crossing[1]))
        if keeps(here[axis]):
            found.append(here)
    return found


def simplified(ring: Sequence[Point], tolerance: float) -> list[Point]:
    """The ring with fewer points, none further than the tolerance from where it was (Douglas and Peucker, 1973)."""
    if len(ring) < 4:
        return list(ring)
    kept = {0, len(ring) - 1}
    waiting = [(0, len(ring) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = 0.0, first
        for index in range(first + 1, last):
            gap = _gap(ring[index], ring[first], ring[last])
            if gap > far:
                far, at = gap, index
        if far > tolerance:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [ring[index] for index in sorted(kept)]


def _gap(point: Point, start: Point, end: Point) -> float:
    """Distance of the point from the segment."""
    (x, y), (ax, ay) = point, start
    dx, dy = end[0] - ax, end[1] - ay
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return float(((x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2) ** 0.5)
