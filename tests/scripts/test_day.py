"""A day is over when it is over everywhere."""

from __future__ import annotations

import datetime

import pytest

from tests.node import call


@pytest.mark.parametrize(
    ("now", "over"),
    [
        ("2026-05-31T00:00Z", False),
        ("2026-05-31T22:30Z", False),  # past midnight in Paris
        ("2026-06-01T11:59Z", False),  # still the 31st at 12 hours behind UTC
        ("2026-06-01T12:00Z", True),
        ("2027-01-01T00:00Z", True),
    ],
)
def test_a_day_ends_where_it_ends_last(now: str, over: bool) -> None:
    instant = datetime.datetime.fromisoformat(now.replace("Z", "+00:00")).timestamp() * 1000
    assert call("page/day.js", "isOver", "2026-05-31", instant) is over
