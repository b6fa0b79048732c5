"""Static maps in SVG: pure numbers; no library, no script, no id, so that several may stand on one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from generator.drawing.bend import control, halfway
from generator.drawing.frames import Box, Frame, Sheet, Spot, around
from generator.drawing.ground import GRID, ground

FRENCH, PARTNER = "french", "partner"
"""Kinds of points: a ring and a disc, so that no colour is needed to tell them."""
FRENCH_NEAR, PARTNER_NEAR = "french-near", "partner-near"
"""The same where the place is only near the point: dashed."""
LARGEST = 20.0
"""Units: no point has a larger radius."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point to draw: longitude and latitude in degrees, kind, radius in units.

    :raises ValueError: it is nowhere on Earth, or too large, or its kind is no plain word.
    """

    lon: float
    lat: float
    kind: str
    radius: float = 3.0

    def __post_init__(self) -> None:
        plain(self.kind)
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90 and 0 < self.radius <= LARGEST):
            raise ValueError(f"cannot be drawn: {self}")


@dataclass(frozen=True, slots=True)
class Line:
    """Two points that belong together, drawn that wide, in units."""

    start: Point
    end: Point
    width: float = 1.0


def draw(
    sheet: Sheet,
    label: str,
    *,
    points: Iterable[Point] = (),
    lines: Iterable[Line] = (),
    shade: Mapping[str, str] | None = None,
) -> str:
    """The picture as one line of HTML; without a label it is hidden from those who do not see it.

    ``shade`` is ISO code → kind of land, a plain word. Kinds become class names, ``rp-picture__<kind>``; the rest are
    numbers, and the label, which is escaped. Every point is drawn, and every line up to its ends: what no frame of the
    sheet shows lies in one made for it. The larger points come first, so that the small ones lie on top; lines lie
    below all points.
    """
    joined = sorted(set(lines), key=lambda line: (-line.width, _order(line.start), _order(line.end)))
    spots = sorted({*points}, key=_order)
    placed, frames = _placed(sheet, {*spots, *(end for line in joined for end in (line.start, line.end))})
    words = " ".join(label.split())  # a blank line would end the HTML within Markdown
    head = f'role="img" aria-label="{escape(words)}"' if words else 'aria-hidden="true"'
    parts = [f'<svg class="rp-picture" viewBox="0 0 {sheet.width} {sheet.height}" {head}>']
    whole = Box(0, 0, sheet.width, sheet.height)
    for frame in frames:
        parts += [_frame(frame, shade or {}), _rectangle("edge", frame.box) if frame.box != whole else ""]
    curves = "".join(_curve(line, placed[line.start], placed[line.end], whole) for line in joined)
    parts.append(f'<g class="rp-picture__lines">{curves}</g>' if curves else "")
    parts += (_circle(spot, placed[spot][1]) for spot in spots)
    return "".join((*parts, "</svg>"))


def _order(point: Point) -> tuple[float, str, float, float]:
    return -point.radius, point.kind, point.lon, point.lat


def _placed(sheet: Sheet, points: Iterable[Point]) -> tuple[dict[Point, tuple[Frame, Spot]], list[Frame]]:
    """Point → the frame that shows it and where it is drawn; and the frames to draw, the lowest first."""
    left = sorted(points, key=_order)
    placed: dict[Point, tuple[Frame, Spot]] = {}
    frames = [sheet.main]
    for frame in sheet.insets:
        held = _held(frame, left)
        placed |= held
        frames += [frame] if held or frame.always else []
    boxes = [frame.box for frame in frames[1:]]
    held = _held(sheet.main, left, boxes)
    if far := [point for point in left if point not in placed and point not in held]:
        held = _held(sheet.main, left, [*boxes, sheet.elsewhere])
        far = [point for point in left if point not in placed and point not in held]
        frames.append(around([(point.lon, point.lat) for point in far], sheet.elsewhere, least=8))
    return {**held, **{point: (frames[-1], frames[-1].place(point.lon, point.lat)) for point in far}, **placed}, frames


def is_boxed(sheet: Sheet, points: Iterable[Point]) -> bool:
    """Whether one of the points lies in a box and not in the main frame."""
    return any(frame != sheet.main for frame, _ in _placed(sheet, points)[0].values())


def _held(frame: Frame, points: Iterable[Point], boxes: Sequence[Box] = ()) -> dict[Point, tuple[Frame, Spot]]:
    """The points that the frame shows whole and that none of the boxes covers."""
    found = ((point, frame.place(point.lon, point.lat)) for point in points)
    return {
        point: (frame, at)
        for point, at in found
        if frame.box.holds(*at, point.radius) and not any(box.touches(*at, point.radius) for box in boxes)
    }


def _frame(frame: Frame, shade: Mapping[str, str]) -> str:
    land = ground(frame)
    kinds: dict[str, list[str]] = {"rest": [], "land": []}
    for code in (*(each for each in land if each not in shade), *sorted(shade)):
        for near, path in land.get(code, {}).items():
            kinds.setdefault(plain(shade.get(code) or ("land" if near else "rest")), []).append(path)
    paths = "".join(
        f'<path class="rp-picture__{kind}" d="{"".join(found)}"/>' for kind, found in kinds.items() if found
    )
    drawn = f'<g transform="scale({number(1 / GRID)})">{paths}</g>' if paths else ""
    return _rectangle("sea", frame.box) + drawn


def _rectangle(kind: str, box: Box) -> str:
    x, y, width, height = map(number, (box.left, box.top, box.width, box.height))
    return f'<rect class="rp-picture__{kind}" x="{x}" y="{y}" width="{width}" height="{height}"/>'


def _curve(line: Line, start: tuple[Frame, Spot], end: tuple[Frame, Spot], box: Box) -> str:
    """The shortest way on Earth within a frame; a plain bend from one frame to another."""
    (frame, first), (other, last) = start, end
    middle = None
    if frame == other:
        middle = frame.place(*halfway((line.start.lon, line.start.lat), (line.end.lon, line.end.lat)))
    through = control(frame.box if frame == other else box, first, last, middle)
    (x1, y1), (x, y), (x2, y2) = ((number(a), number(b)) for a, b in (first, through, last))
    return f'<path stroke-width="{number(line.width)}" d="M{x1} {y1}Q{x} {y} {x2} {y2}"/>'


def _circle(point: Point, at: Spot) -> str:
    x, y, radius = map(number, (*at, point.radius))
    return f'<circle class="rp-picture__{point.kind}" cx="{x}" cy="{y}" r="{radius}"/>'


def number(value: float) -> str:
    """To the tenth of a unit."""
    return f"{round(value, 1) + 0:g}"


def plain(kind: str) -> str:
    """The kind, fit to be part of a class name.

    :raises ValueError: it holds anything but small letters, digits and hyphens.
    """
    if not re.fullmatch(r"[a-z0-9-]+", kind):
        raise ValueError(f"not a plain kind: {kind!r}")
    return kind
