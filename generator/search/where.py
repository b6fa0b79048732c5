"""Where records stand: the points of the explorer's map, and which records are at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.maps.atlas import EXACT
from generator.maps.gazetteer import PARTS, part_of
from generator.model import STATE, Place
from generator.model.directory import Directory
from generator.model.values import FRANCE
from generator.search.columns import Key
from generator.search.facts import Facts
from generator.search.former import renamed
from generator.search.pack import pack, pack_lists, steps
from generator.words.countries import country_name
from generator.words.edition import Edition


def places_of_records(directory: Directory, edition: Edition, facts: Facts, keys: Sequence[Key]) -> dict[str, Any]:
    """What ``map.json`` holds; ``keys`` are the records in the order of their numbers.

    - ``places``: id, name, latitude, longitude (degrees, WGS 84), 1 if in France (overseas too), 1 if exact, country
      code; in the order of the arrow keys, that of the atlas: the parts of the world, in each its countries by name,
      and their places by name;
    - ``former``: former id of a place → its id of today;
    - ``countries``: the names of their countries, by code;
    - ``at``: for each record, the places where it stands, as places in that list (packed lists);
    - ``joined``: the initiatives whose places are joined by lines, by number (packed steps): all but those of the
      State alone, as on the atlas.
    """

    def country(code: str) -> str:
        return country_name(code, directory, edition)

    def order(place: Place) -> tuple[object, ...]:
        part = PARTS.index(part_of(directory, place.country))
        names = (edition.sort_key(text) for text in (country(place.country), edition.pick(place.name)))
        return part, *names, place.id

    places = sorted(directory.places.values(), key=order)
    rank = {place.id: at for at, place in enumerate(places)}
    joined = {("initiative", id_) for id_, each in directory.initiatives.items() if each.scope != STATE}
    return {
        "places": [_point(place, edition) for place in places],
        "former": renamed(directory, "place"),
        "countries": {code: country(code) for code in sorted({place.country for place in places})},
        "at": pack_lists(sorted(rank[id_] for id_ in facts.facts[key].whole["place"] if id_ in rank) for key in keys),
        "joined": pack(steps(number for number, key in enumerate(keys) if key in joined)),
    }


def _point(place: Place, edition: Edition) -> list[object]:
    french, exact = place.state == FRANCE, place.precision == EXACT
    return [place.id, edition.pick(place.name), place.lat, place.lon, int(french), int(exact), place.country]
