"""Static maps: nothing given is left out, nothing hostile gets in, the outlines stay small."""

from __future__ import annotations

import re
from itertools import accumulate
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drawing.bend import control, halfway
from generator.drawing.frames import ATLANTIC, CARIBBEAN, FRANCE, Box, Sheet, nearby
from generator.drawing.ground import GRID, ground
from generator.drawing.maps import FRENCH, LARGEST, PARTNER, Line, Point, draw, is_boxed
from generator.drawing.outline import clipped, simplified
from generator.model.directory import Directory

SVG = "{http://www.w3.org/2000/svg}"
LYON, LIMA, REUNION = Point(4.84, 45.76, FRENCH, 6), Point(-77.03, -12.04, PARTNER), Point(55.45, -20.88, FRENCH)
SHEETS = (ATLANTIC, CARIBBEAN, FRANCE)

region = st.tuples(st.floats(-118, -34), st.floats(-56, 33))
france = st.tuples(st.floats(-5, 9.6), st.floats(41, 51.2))
anywhere = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def circles(drawn: str) -> list[tuple[float, float, float]]:
    """Of each point, where it is and its radius."""
    found = ElementTree.fromstring(drawn).iter("circle")
    return [(float(each.get("cx", "")), float(each.get("cy", "")), float(each.get("r", ""))) for each in found]


def span(path: str) -> tuple[float, float]:
    """Width and height of the largest ring of path data, in units."""
    sizes = []
    for ring in re.findall(r"l([^z]+)z", path):
        steps = [int(each) for each in re.findall(r"-?\d+", ring)]
        assert len(steps) % 2 == 0
        walked = [list(accumulate(steps[axis::2], initial=0)) for axis in (0, 1)]
        sizes.append(tuple((max(values) - min(values)) / GRID for values in walked))
    return max(sizes)  # type: ignore[return-value]


@settings(deadline=None)
@given(
    st.sampled_from(SHEETS),
    st.lists(st.tuples(region | france | anywhere, st.floats(0.5, LARGEST)), min_size=1, max_size=8, unique=True),
)
def test_every_point_is_drawn_whole_inside_the_picture(
    sheet: Sheet, given: list[tuple[tuple[float, float], float]]
) -> None:
    points = {Point(lon, lat, PARTNER, radius) for (lon, lat), radius in given}
    found = circles(draw(sheet, "Essai", points=points))
    assert len(found) == len(points)
    for x, y, radius in found:
        assert radius - 0.2 <= x <= sheet.width - radius + 0.2
        assert radius - 0.2 <= y <= sheet.height - radius + 0.2


@given(st.lists(region, min_size=1, max_size=5))
def test_a_sheet_made_for_points_needs_no_box(places: list[tuple[float, float]]) -> None:
    assert not is_boxed(nearby(places), [Point(*place, PARTNER) for place in places])


@pytest.mark.parametrize(
    ("sheet", "lon", "lat", "box"),
    [
        (ATLANTIC, 55.45, -20.88, ATLANTIC.insets[0].box),
        (ATLANTIC, 45.23, -12.78, ATLANTIC.insets[0].box),
        (ATLANTIC, 34.33, 27.92, ATLANTIC.elsewhere),
        (CARIBBEAN, 4.84, 45.76, CARIBBEAN.elsewhere),
        (FRANCE, -52.33, 4.92, FRANCE.insets[2].box),
        (FRANCE, 45.23, -12.78, FRANCE.insets[4].box),
        (FRANCE, -62.83, 17.9, FRANCE.elsewhere),
    ],
)
def test_what_the_main_frame_does_not_show_lies_in_a_box(sheet: Sheet, lon: float, lat: float, box: Box) -> None:
    point = Point(lon, lat, FRENCH)
    ((x, y, radius),) = circles(draw(sheet, "Essai", points=[point]))
    assert box.holds(x, y, radius)
    assert is_boxed(sheet, [point])


def test_no_box_covers_a_point() -> None:
    under = Point(-8.0, -40.0, PARTNER)
    assert not is_boxed(ATLANTIC, [under, LYON])
    every = [under, LYON, Point(34.33, 27.92, PARTNER), REUNION]
    inside = [each for each in circles(draw(ATLANTIC, "Essai", points=every)) if ATLANTIC.elsewhere.holds(*each)]
    assert len(inside) == 2


@pytest.mark.parametrize(
    ("lon", "lat", "radius"),
    [(181, 0, 3), (0, 91, 3), (float("nan"), 0, 3), (0, float("inf"), 3), (0, 0, 0), (0, 0, 99)],
)
def test_a_point_that_is_nowhere_or_too_large_is_refused(lon: float, lat: float, radius: float) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        Point(lon, lat, PARTNER, radius)


def test_kinds_are_plain_words() -> None:
    with pytest.raises(ValueError, match="not a plain kind"):
        Point(0, 0, 'x" onload="alert(1)')
    with pytest.raises(ValueError, match="not a plain kind"):
        draw(ATLANTIC, "Essai", shade={"BR": '"><script>'})


def test_a_label_is_text_and_one_picture_has_no_id_and_no_line_break() -> None:
    drawn = draw(ATLANTIC, "\"><script>alert(1)</script>'", points=[LYON, REUNION], lines=[Line(LYON, LIMA)])
    root = ElementTree.fromstring(drawn)
    assert root.get("aria-label") == "\"><script>alert(1)</script>'"
    assert root.get("role") == "img"
    assert "<script" not in drawn
    assert not re.search(r"\bid=|style=|\n", drawn)


def test_a_label_of_several_lines_becomes_one() -> None:
    drawn = draw(FRANCE, "Un\n\ndeux\u2028trois")
    assert len(drawn.splitlines()) == 1
    assert 'aria-label="Un deux trois"' in drawn


def test_without_a_label_a_picture_is_decoration() -> None:
    root = ElementTree.fromstring(draw(FRANCE, ""))
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None


def test_the_land_of_the_atlantic_stays_small() -> None:
    plain = draw(ATLANTIC, "Essai")
    marked = draw(ATLANTIC, "Essai", shade=dict.fromkeys(["BR", "MQ", "BB"], "marked"))
    assert len(plain.encode()) < 12_000
    assert "rp-picture__marked" in marked
    assert "rp-picture__marked" not in plain
    assert abs(len(marked) - len(plain)) < 200


def test_every_country_of_the_region_is_on_the_picture(real: Directory) -> None:
    """But one whose three small islands the outlines do not hold."""
    for country in real.countries.values():
        if country.code == "BQ":
            continue
        assert "rp-picture__marked" in draw(ATLANTIC, "Essai", shade={country.code: "marked"}), country.code


@pytest.mark.parametrize("code", ["MQ", "GP", "BB", "LC", "GD", "DM", "AG", "MF", "BL"])
def test_small_islands_are_seen_in_the_caribbean(code: str) -> None:
    wide, high = span(ground(CARIBBEAN.main)[code][True])
    assert wide >= 1.5
    assert high >= 1.5


def test_the_two_parts_of_a_country_are_told_apart() -> None:
    assert set(ground(ATLANTIC.main)["NL"]) == {True, False}
    assert set(ground(ATLANTIC.main)["US"]) == {False}


def test_each_overseas_region_is_in_its_box() -> None:
    for inset, code in zip(FRANCE.insets, ("GP", "MQ", "GF", "RE", "YT"), strict=True):
        assert max(span(ground(inset)[code][True])) > 40


def test_neighbours_share_their_border() -> None:
    """The steps along it are those of both, or no gap would be closed: Uruguay and Brazil, as points of the grid."""

    def corners(code: str) -> set[tuple[int, int]]:
        found = set()
        for x, y, ring in re.findall(r"M(-?\d+) (-?\d+)l([^z]+)z", ground(ATLANTIC.main)[code][True]):
            steps = [int(each) for each in re.findall(r"-?\d+", ring)]
            found |= set(
                zip(accumulate(steps[::2], initial=int(x)), accumulate(steps[1::2], initial=int(y)), strict=True)
            )
        return found

    assert len(corners("UY") & corners("BR")) >= 4
    assert len(corners("PE") & corners("BR")) >= 8


def test_the_same_things_in_another_order_are_the_same_picture() -> None:
    ends = [Line(LYON, LIMA), Line(LYON, REUNION, 2)]
    first = draw(ATLANTIC, "Essai", points=[LYON, LIMA, REUNION], lines=ends, shade={"BR": "a", "PE": "b"})
    ground.cache_clear()
    again = draw(ATLANTIC, "Essai", points=[REUNION, LIMA, LYON], lines=ends[::-1], shade={"PE": "b", "BR": "a"})
    assert first == again


def test_the_larger_points_lie_below_the_smaller_and_lines_below_all() -> None:
    drawn = draw(ATLANTIC, "Essai", points=[LIMA, LYON], lines=[Line(LYON, LIMA)])
    radii = [radius for _, _, radius in circles(drawn)]
    assert radii == [6, 3]
    assert drawn.index("rp-picture__lines") < drawn.index("<circle")


def test_a_line_ends_where_its_points_are() -> None:
    drawn = draw(ATLANTIC, "Essai", points=[LYON, REUNION], lines=[Line(LYON, REUNION, 1.5)])
    (line,) = re.findall(r'<path stroke-width="1.5" d="M([\d.]+) ([\d.]+)Q[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"/>', drawn)
    assert [tuple(map(float, line[:2])), tuple(map(float, line[2:]))] == [(x, y) for x, y, _ in circles(drawn)]


def test_halfway_is_on_the_shortest_way() -> None:
    """By hand: along the equator the mean; between two points of the 45th parallel 180° apart, the pole."""
    assert halfway((0, 0), (90, 0)) == pytest.approx((45, 0))
    assert halfway((0, 45), (90, 45))[1] == pytest.approx(54.7356)
    assert halfway((0, 45), (180, 45))[1] == pytest.approx(90)


def test_a_line_is_bent_upwards_either_way_and_stays_in_the_box() -> None:
    box = Box(0, 0, 100, 100)
    there, back = control(box, (0, 50), (100, 50), None), control(box, (100, 50), (0, 50), None)
    assert there == pytest.approx((50, 36))
    assert back == pytest.approx((50, 36))
    assert control(box, (50, 0), (50, 100), None) == pytest.approx(control(box, (50, 100), (50, 0), None))
    assert control(box, (0, 1), (100, 1), (50, -300)) == (50, 0)


def test_a_ring_is_cut_at_the_edges() -> None:
    square = [(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)]
    assert set(clipped(square, 10, 10)) == {(0, 0), (5, 0), (5, 5), (0, 5)}
    assert clipped([(20, 20), (30, 20), (30, 30)], 10, 10) == []


def test_a_simpler_ring_is_off_by_no_more_than_asked() -> None:
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, -0.1), (3.0, 4.0), (4.0, 0.0)]
    assert simplified(line, 0.5) == [(0, 0), (2, -0.1), (3, 4), (4, 0)]
    assert simplified(line, 0.01) == line
