"""The table of territories: what it holds, and that it is what its script makes of the pinned packages."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.maps.table import TABLE, sources, territories
from generator.maps.territories import prefix

TEXT = TABLE.read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TEXT.splitlines() if not line.startswith("#")]
COMMUNES = [row for row in ROWS if re.fullmatch("[0-9AB]{5}", row[0])]


@pytest.mark.weekly  # it needs the packages: make test-all installs them
def test_the_script_makes_the_same_table_of_the_pinned_packages() -> None:
    from tables.territories import table

    assert table() == TEXT


def test_every_commune_of_today_is_there_once() -> None:
    """As many as the package of 2026 has (34,969), those of the overseas collectivities and uninhabited ones among
    them."""
    assert len({row[0] for row in COMMUNES}) == len(COMMUNES) == 34_969
    assert Counter(row[0] for row in ROWS)["intercommunality"] == 1255 + 11 + 1
    assert [sum(row[0] == kind for row in ROWS) for kind in ("region", "departement", "former-region")] == [26, 109, 16]


def test_it_is_small_sorted_and_says_where_it_comes_from() -> None:
    assert len(TEXT.encode()) < 2_000_000
    assert len(sources()) == 4
    for kind in ("region", "departement", "intercommunality", "subdivision"):
        codes = [row[1] for row in ROWS if row[0] == kind and len(row) > 1]
        assert codes == sorted(codes), kind
    home: list[str] = []
    for row in ROWS:
        home = [*home, row[0]] if re.fullmatch("[0-9AB]{5}", row[0]) else []
        assert home == sorted(home)


def test_a_line_holds_a_commune_and_nothing_of_anybody() -> None:
    """The package of town halls also names elected persons."""
    for code, name, *cells in COMMUNES:
        lat, lon, people, postal, led_here = (*cells, *[""] * (5 - len(cells)))
        assert re.fullmatch(r"(-?\d+(\.\d{1,4})?)?", lat), code
        assert re.fullmatch(r"(-?\d+(\.\d{1,4})?)?", lon), code
        assert re.fullmatch(r"\d*", people), code
        assert re.fullmatch(r"(\d{5}( \d{5})*)?", postal), code
        assert re.fullmatch(r"([0-9AB]{5}( [^|@\d][^|@]*)?(\|(?!$)|$))*", led_here), code
        assert name == name.strip() != ""


def test_most_have_a_point_and_each_lies_among_those_of_its_departement() -> None:
    """Signs forgotten and axes swapped, as the source has them, would lie far off."""
    known = territories()
    inland = [each for each in known.by_id.values() if each.level == "commune" and prefix(each.code) < "98"]
    without = [each.code for each in inland if each.point is None]
    assert len(without) < 10, without
    for id_, ids in known.communes.items():
        if id_.startswith("departement-"):
            points = sorted(point for each in ids if (point := known.by_id[each].point))
            middle = points[len(points) // 2][0], sorted(lon for _, lon in points)[len(points) // 2]
            far = [at for at in points if abs(at[0] - middle[0]) > 1.3 or abs(at[1] - middle[1]) > 1.7]
            assert not far, (id_, far)
