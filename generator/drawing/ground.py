"""The land of a frame as path data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from generator.drawing.frames import Frame, Spot
from generator.drawing.land import BACKDROP, FRENCH_LAND, Ring, Vertex, crossings, is_near, rings
from generator.drawing.outline import clipped, simplified

GRID = 2
"""Steps of a unit: path data counts in half units, which are whole numbers and so the shortest to write."""
ROUGHER = 2.5
"""How many times further than the others the outlines of land that is only a background may be off."""
LEAST = 0.6
"""Units: what is less wide and less high is left out."""
SEEN = 2.0
"""Units: a country of which nothing is as wide or as high is a dot of that size, or it would vanish."""


@cache
def ground(frame: Frame) -> dict[str, dict[bool, str]]:
    """ISO code, or ``BACKDROP``, → whether that land is near (``is_near``) → path data, in half units.

    A country has two entries when a part of it lies in the region and another beyond the Atlantic.
    """
    paths: dict[tuple[str, bool], list[str]] = {}
    largest: dict[tuple[str, bool], tuple[float, str]] = {}
    for code, ring in rings():
        if not _meets(frame, ring):
            continue
        near = code in FRENCH_LAND if frame.french else is_near(code, ring)
        cut = _drawn(frame, code, ring, frame.off * (1 if near else ROUGHER))
        if not cut:
            continue
        size = max(max(values) - min(values) for values in zip(*cut, strict=True))
        path = _path(frame, cut)
        if size >= LEAST and path:
            paths.setdefault((code, near), []).append(path)
        if size > largest.get((code, near), (-1.0, ""))[0]:
            largest[code, near] = size, _dot(frame, cut)
    paths |= {key: [dot] for key, (size, dot) in largest.items() if size < SEEN and key[0] != BACKDROP}
    found: dict[str, dict[bool, str]] = {}
    for (code, near), those in sorted(paths.items()):
        found.setdefault(code, {})[near] = "".join(those)
    return found


def _meets(frame: Frame, ring: Ring) -> bool:
    """Whether the smallest rectangle around the ring meets the frame."""
    lons, lats = zip(*ring, strict=True)
    left, top = frame.place(min(lons), max(lats))
    right, bottom = frame.place(max(lons), min(lats))
    box = frame.box
    across = left < box.left + box.width and right > box.left
    return across and top < box.top + box.height and bottom > box.top


def _drawn(frame: Frame, code: str, ring: Ring, tolerance: float) -> list[Spot]:
    """The ring made simpler and cut to the frame, in units from the frame's own corner."""
    box = frame.box
    found: list[Spot] = []
    for arc in _arcs(ring, frozenset() if code == BACKDROP else crossings()):
        placed = [(x - box.left, y - box.top) for x, y in (frame.place(*vertex) for vertex in arc)]
        found += simplified(placed, tolerance)[:-1] if arc[0] <= arc[-1] else simplified(placed[::-1], tolerance)[:0:-1]
    return clipped(found, box.width, box.height)


def _arcs(ring: Ring, fixed: frozenset[Vertex]) -> Iterator[Sequence[Vertex]]:
    """The ring cut where outlines meet: neighbours simplify the same arcs, in the same direction."""
    stops = [at for at, vertex in enumerate(ring) if vertex in fixed] or [ring.index(min(ring))]
    turned = (*ring[stops[0] :], *ring[: stops[0]], ring[stops[0]])
    for first, last in pairwise([at - stops[0] for at in stops] + [len(ring)]):
        yield turned[first : last + 1]


def _path(frame: Frame, points: Sequence[Spot]) -> str:
    """Closed, each step told from the last; nothing if it has no area left on the grid."""
    rounded = [(round(x * GRID), round(y * GRID)) for x, y in points]
    steps = [here for before, here in zip(rounded[-1:] + rounded, rounded, strict=False) if here != before]
    straight = [
        here
        for before, here, after in zip(steps[-1:] + steps, steps, steps[1:] + steps[:1], strict=False)
        if (here[0] - before[0]) * (after[1] - here[1]) != (here[1] - before[1]) * (after[0] - here[0])
    ]
    if len(straight) < 3:
        return ""
    moves = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(straight))
    x, y = _from_corner(frame, straight[0])
    return f"M{x} {y}l{moves}z".replace(" -", "-")


def _dot(frame: Frame, points: Sequence[Spot]) -> str:
    """A lozenge as wide and high as ``SEEN``, in the middle of what is too small to be drawn."""
    x, y = (round((min(values) + max(values)) / 2 * GRID) for values in zip(*points, strict=True))
    left, top = _from_corner(frame, (x, y - 2))
    return f"M{left} {top}l2 2-2 2-2-2z"  # from its upper corner, in half units


def _from_corner(frame: Frame, at: tuple[int, int]) -> tuple[int, int]:
    """The grid's point, told from the drawing's corner."""
    return at[0] + round(frame.box.left * GRID), at[1] + round(frame.box.top * GRID)
