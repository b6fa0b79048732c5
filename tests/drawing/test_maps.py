"""Static maps: nothing given is left out, nothing hostile gets in, the outlines stay small."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drawing.maps import ATLANTIC, FRENCH, PARTNER, Frame, Spot, draw
from generator.drawing.outline import clipped, simplified
from generator.model.directory import Directory

SVG = "{http://www.w3.org/2000/svg}"
LYON, LIMA, REUNION = Spot(4.84, 45.76, FRENCH, 4), Spot(-77.03, -12.04, PARTNER), Spot(55.45, -20.88, FRENCH)

degrees = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


def test_a_point_is_where_the_projection_puts_it() -> None:
    """By hand: 10° of the equator, drawn 100 units wide; the middle parallel is that of 60°, half as long."""
    frame = Frame(0, 55, 10, 65, width=100)
    assert frame.height == 200
    assert frame.place(0, 65) == (0, 0)
    assert frame.place(10, 55) == pytest.approx((100, 200))
    assert frame.place(5, 60) == pytest.approx((50, 100))


@given(st.lists(degrees, min_size=1, max_size=8, unique=True))
def test_every_point_is_drawn_inside_the_picture(points: list[tuple[float, float]]) -> None:
    drawn = draw(ATLANTIC, "Essai", spots=[Spot(lon, lat, PARTNER) for lon, lat in points])
    root = ElementTree.fromstring(drawn)
    marks = [each for each in root if each.get("class") == "rp-picture__partner"]
    assert len(marks) == len(points)
    for mark in marks:
        at = [mark.get("cx"), mark.get("cy")] if mark.tag == "circle" else re.findall(r"[\d.]+", mark.get("d") or "")
        numbers = [float(each or "nan") for each in at]
        assert all(0 <= x <= ATLANTIC.width for x in numbers[::2])
        assert all(0 <= y <= ATLANTIC.height for y in numbers[1::2])


def test_what_the_frame_does_not_show_has_another_sign() -> None:
    drawn = draw(ATLANTIC, "Essai", spots=[LYON, REUNION], lines=[(LYON, LIMA)])
    assert drawn.count("<circle") == 1
    assert drawn.count('<path class="rp-picture__french"') == 1
    assert not ATLANTIC.shows(REUNION.lon, REUNION.lat)


def test_a_label_is_text_and_one_picture_has_no_id_and_no_line_break() -> None:
    drawn = draw(ATLANTIC, "\"><script>alert(1)</script>'", spots=[LYON])
    root = ElementTree.fromstring(drawn)
    assert root.get("aria-label") == "\"><script>alert(1)</script>'"
    assert "<script" not in drawn
    assert not re.search(r"\bid=|style=|\n", drawn)


def test_countries_stand_out_and_are_small_outlines() -> None:
    plain = draw(ATLANTIC, "Essai", spots=[])
    marked = draw(ATLANTIC, "Essai", spots=[], marked=["BR", "MQ", "BB"])
    assert len(plain) < 14_000
    assert "rp-picture__marked" in marked
    assert "rp-picture__marked" not in plain
    assert abs(len(marked) - len(plain)) < 200


def test_every_country_of_the_region_is_on_the_picture(real: Directory) -> None:
    """But one whose three small islands the outlines do not hold."""
    for country in real.countries.values():
        if country.code == "BQ":
            continue
        assert "rp-picture__marked" in draw(ATLANTIC, "Essai", spots=[], marked=[country.code]), country.code


def test_the_same_things_in_another_order_are_the_same_picture() -> None:
    ends = [(LYON, LIMA), (LYON, REUNION)]
    first = draw(ATLANTIC, "Essai", spots=[LYON, LIMA, REUNION], lines=ends)
    assert first == draw(ATLANTIC, "Essai", spots=[REUNION, LIMA, LYON], lines=ends[::-1])


def test_a_ring_is_cut_at_the_edges() -> None:
    square = [(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)]
    assert set(clipped(square, 10, 10)) == {(0, 0), (5, 0), (5, 5), (0, 5)}
    assert clipped([(20, 20), (30, 20), (30, 30)], 10, 10) == []


def test_a_simpler_ring_is_off_by_no_more_than_asked() -> None:
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, -0.1), (3.0, 4.0), (4.0, 0.0)]
    assert simplified(line, 0.5) == [(0, 0), (2, -0.1), (3, 4), (4, 0)]
    assert simplified(line, 0.01) == line
