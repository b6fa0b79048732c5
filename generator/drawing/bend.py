"""Lines bent as the shortest way on Earth."""

from __future__ import annotations

import math

from generator.drawing.frames import Box, Spot

LEAST, MOST = 0.07, 0.22
"""Shares of a line's length by which its middle stands beside the straight one: enough to pass beside the points in
between, and never so much that it leaves the picture."""


def control(box: Box, start: Spot, end: Spot, middle: Spot | None) -> Spot:
    """The point that bends a quadratic curve through ``middle``, or a little upwards; all in units of the drawing.

    It lies in the box, and so does the curve if its ends do.
    """
    half = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    length = math.dist(start, end)
    off = (middle[0] - half[0], middle[1] - half[1]) if middle else (0.0, 0.0)
    gap = math.hypot(*off)
    if gap < LEAST * length:
        across, down = end[0] - start[0], end[1] - start[1]
        turn = 1 if across > 0 or (across == 0 and down < 0) else -1
        off, gap = (turn * LEAST * down, -turn * LEAST * across), LEAST * length
    share = min(1.0, MOST * length / gap) if gap else 0.0
    x, y = half[0] + 2 * share * off[0], half[1] + 2 * share * off[1]
    return min(max(x, box.left), box.left + box.width), min(max(y, box.top), box.top + box.height)


def halfway(start: Spot, end: Spot) -> Spot:
    """Longitude and latitude, in degrees, of the middle of the shortest way between two points given alike."""
    ends = [(math.radians(lon), math.radians(lat)) for lon, lat in (start, end)]
    x, y, z = (
        sum(values)
        for values in zip(
            *((math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b)) for a, b in ends), strict=True
        )
    )
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
