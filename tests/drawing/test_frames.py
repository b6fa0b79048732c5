"""Frames: where a projection puts a point, what a box holds."""

from __future__ import annotations

import pytest

from generator.drawing.frames import ATLANTIC, CARIBBEAN, FRANCE, Box, Frame, around, fitted, nearby


def test_a_point_is_where_the_projection_puts_it() -> None:
    """By hand: on the parallel of 60° a degree of longitude is half as long as one of latitude."""
    frame = Frame(0, 65, Box(100, 10, 50, 100), scale=10, parallel=60)
    assert frame.place(0, 65) == (100, 10)
    assert frame.place(10, 55) == pytest.approx((150, 110))
    assert frame.place(4, 60) == pytest.approx((120, 60))


def test_paris_is_where_the_parallel_of_30_degrees_puts_it() -> None:
    """By hand: 132° over 640 units are 4.8485 each, of latitude 4.8485 / 0.86603 = 5.5985."""
    assert ATLANTIC.main.place(2.35, 48.85) == pytest.approx((588.36, 23.23), abs=0.01)


def test_a_fitted_frame_fills_its_box_and_shows_at_least_what_was_asked() -> None:
    box = Box(0, 0, 200, 100)
    frame = fitted(-5, -5, 5, 5, box)
    assert frame.scale == pytest.approx(10)
    assert frame.place(0, 0) == pytest.approx((100, 50))
    assert all(box.holds(*frame.place(lon, lat), -1e-9) for lon in (-5, 5) for lat in (-5, 5))


def test_a_frame_around_points_leaves_room_beside_them() -> None:
    box = Box(0, 0, 100, 100)
    for points in ([(10.0, 20.0)], [(-70.0, -55.0), (-30.0, 10.0)], [(-180.0, -90.0), (180.0, 90.0)]):
        frame = around(points, box)
        assert all(box.holds(*frame.place(*point), 19.9) for point in points)


@pytest.mark.parametrize("sheet", [ATLANTIC, CARIBBEAN, FRANCE, nearby([(-51.2, -30.0)])])
def test_the_boxes_of_a_sheet_lie_within_it_and_beside_each_other(sheet: object) -> None:
    assert isinstance(sheet, type(ATLANTIC))
    boxes = [*(each.box for each in sheet.insets), sheet.elsewhere]
    for box in (*boxes, sheet.main.box):
        assert box.left >= 0 <= box.top
        assert box.left + box.width <= sheet.width
        assert box.top + box.height <= sheet.height
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            beside = one.left >= other.left + other.width or other.left >= one.left + one.width
            assert beside or one.top >= other.top + other.height or other.top >= one.top + one.height
