"""The explorer's map: where records stand agrees with the directory, in Python and in the browser's modules."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from generator.maps.atlas import chart
from generator.model import STATE
from generator.model.directory import Directory
from generator.search import Facts, facts
from generator.search.columns import Key
from generator.search.where import places_of_records
from generator.words.edition import Edition
from tests.node import call, run

SPREAD = """async (load, data, questions) => {
    const { Places } = await load("explorer/places.js");
    const places = new Places(data);
    const id = (rank) => places.all[rank].id;
    return questions.map((numbers) => {
        const { counts, lines, nowhere } = places.spread(numbers);
        return {
            counts: counts.flatMap((count, rank) => (count ? [[id(rank), count]] : [])),
            lines: lines.map(({ french, partner, count }) => [[id(french), id(partner)], count]),
            nowhere,
            standing: places.all.map(({ id }, rank) => [id, [...places.standing(rank, numbers)]]),
        };
    });
}"""


@pytest.fixture(scope="module")
def asked(real: Directory, french: Edition) -> Facts:
    return facts(real, french.as_of)


@pytest.fixture(scope="module")
def keys(asked: Facts) -> list[Key]:
    """Every record, numbered in another order than that of their types."""
    return sorted(asked.facts, key=lambda key: (key[1][::-1], key))


@pytest.fixture(scope="module")
def data(real: Directory, french: Edition, asked: Facts, keys: list[Key]) -> dict[str, Any]:
    return places_of_records(real, french, asked, keys)


def test_every_place_is_there_once_by_country_and_name(data: dict[str, Any], real: Directory, french: Edition) -> None:
    assert sorted(each[0] for each in data["places"]) == sorted(real.places)
    for id_, name, lat, lon, in_france, exact, code in data["places"]:
        place = real.places[id_]
        assert (name, lat, lon, code) == (french.pick(place.name), place.lat, place.lon, place.country)
        assert (in_france, exact) == (int(place.state == "FR"), int(place.precision == "city"))
    codes = [each[6] for each in data["places"]]
    changes = [codes[0], *(after for before, after in pairwise(codes) if after != before)]
    assert len(changes) == len(set(changes))
    assert set(changes) == set(data["countries"])
    region = [code for code in changes if code.lower() in real.countries and code not in real.overseas]
    overseas = [code for code in changes if code in real.overseas]
    assert changes[: len(region) + len(overseas) + 1] == [*region, *overseas, "FR"]
    for part in (region, overseas):
        names = [data["countries"][code] for code in part]
        assert names == sorted(names, key=french.sort_key)
    assert data["countries"]["GF"] == "Guyane française"


def test_names_are_those_of_the_edition(real: Directory, spanish: Edition, asked: Facts, keys: list[Key]) -> None:
    found = places_of_records(real, spanish, asked, keys)
    assert found["countries"]["BR"] == "Brasil"
    assert {each[1] for each in found["places"]} != {spanish.pick(each.name) for each in real.countries.values()}


def test_records_stand_and_join_as_the_directory_says(
    data: dict[str, Any], real: Directory, asked: Facts, keys: list[Key]
) -> None:
    questions = [
        [*range(len(keys))],
        [number for number, key in enumerate(keys) if key[0] == "actor"],
        [number for number, key in enumerate(keys) if "PE" in asked.facts[key].deed.get("country", ())],
        [],
    ]
    for numbers, found in zip(questions, run(SPREAD, data, questions), strict=True):
        held = [asked.facts[keys[number]].whole["place"] for number in numbers]
        assert dict(map(tuple, found["counts"])) == Counter(place for places in held for place in places)
        assert found["nowhere"] == sum(not places for places in held)
        for place, standing in found["standing"]:
            assert standing == [number for number, places in zip(numbers, held, strict=True) if place in places]
        wanted: Counter[tuple[str, str]] = Counter()
        for type_, id_ in (keys[number] for number in numbers):
            if type_ == "initiative" and real.initiatives[id_].scope != STATE:
                places = [real.places[place] for place in real.places_of(real.initiatives[id_])]
                home = [place.id for place in places if place.state == "FR"]
                away = [place.id for place in places if place.state != "FR"]
                wanted.update((one, other) for one in home for other in away)
        assert {tuple(ends): count for ends, count in found["lines"]} == wanted


def test_all_initiatives_join_the_places_that_the_atlas_joins(
    data: dict[str, Any], real: Directory, keys: list[Key]
) -> None:
    (found,) = run(SPREAD, data, [[*range(len(keys))]])
    links = {(link.french, link.partner): len(link.initiatives) for link in chart(real).links}
    assert {tuple(ends): count for ends, count in found["lines"]} == links


def test_the_file_is_small_and_the_same_twice(
    data: dict[str, Any], real: Directory, french: Edition, asked: Facts, keys: list[Key]
) -> None:
    text = json.dumps(data, ensure_ascii=False)
    assert text == json.dumps(places_of_records(real, french, asked, keys), ensure_ascii=False)
    assert len(text.encode()) < 30 * len(keys)


def test_pieces_of_a_line_run_on_from_its_french_end() -> None:
    """Latitudes and longitudes of two ends, and a weight: Paris to Quito, thick; Cayenne to Macapá, thin."""
    lines = [48.86, 2.35, -0.18, -78.47, 3, 4.92, -52.33, 0.03, -51.07, 1]
    found = call("explorer/paint.js", "pieces", lines)
    assert [each["weight"] for each in found] == sorted(each["weight"] for each in found)
    for weight, (lat, lon) in ((3, lines[:2]), (1, lines[5:7])):
        parts = sorted((each for each in found if each["weight"] == weight), key=lambda each: each["shade"])
        assert [each["shade"] for each in parts] == [*range(6)]
        assert all(before["way"][-2:] == after["way"][:2] for before, after in pairwise(parts))
        x, y = parts[0]["way"][:2]
        assert x == pytest.approx(256 * (lon + 180) / 360)
        assert (y < 128) == (lat > 0)
        for each in parts:
            west, north, east, south = each["box"]
            assert all(west <= x <= east for x in each["way"][::2])
            assert all(north <= y <= south for y in each["way"][1::2])
