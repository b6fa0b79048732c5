"""An address is read and written alike by both twins, and by the ids that records have today."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from generator.model import Actor, Place
from generator.model.directory import Directory, link
from generator.search.facet import ASKED
from generator.search.former import former, former_territories, up_to_date
from generator.search.state import State
from tests.node import run

ADDRESSES = (
    "?zone=-82,-19,-68,0",
    "?zone= -82 , -19,-68,+0",
    "?zone=-82.1234567,-19.000001,-68.5000,0.10",
    "?zone=1e1,0x10,1_0,2",
    "?zone=NaN,0,1,2",
    "?zone=Infinity,0,1,2",
    "?zone=٣,0,1,2",
    "?zone=1234,0,1,2",
    "?zone=1,2,3",
    "?zone=1,2,3,4,5",
    "?zone=-0,-0.0,1,2",
    "?zone=0,2,1,1",
    "?zone=0,-91,1,1",
    "?zone=1,2,3,4&zone=",
    "?zone=5.,6,7,8",
    "?from=2000&to=20x0",
    "?from=２０００",
    "?from=2000&from=",
    "?q=+eau++potable+&country=PE,,BR&country=PE",
    "?country=&theme=a%2Cb",
    "?q=%E9t%E9",
    "?q=a&q=b",
    "?region=bretagne&territory=region-11,region-84",
    "",
)

ASK = """async (load, names, addresses) => {
    const { know, read, write } = await load("search/state.js");
    know(names);
    return addresses.map((address) => {
        const state = read(address);
        const { q, facets, from, to, zone } = state;
        return [q, facets, from, to, zone, write({ ...state, taxonomy: "", view: "list", sort: "", shown: 20 })];
    });
}"""


def told(address: str) -> list[Any]:
    state = State.read(address)
    said = state.write()
    facets = {name: list(values) for name, values in state.facets.items()}
    return [state.q, facets, state.from_, state.to, state.zone and list(state.zone), said and f"?{said}"]


def test_both_twins_read_and_write_addresses_alike() -> None:
    random = Random(4)
    zones = [",".join(f"{random.uniform(-190, 190):.{random.randint(0, 9)}f}" for _ in range(4)) for _ in range(200)]
    asked = [*ADDRESSES, *(f"?zone={zone}" for zone in zones)]
    answered = run(ASK, ASKED, asked)
    assert dict(zip(asked, answered, strict=True)) == {address: told(address) for address in asked}
    assert sum(State.read(address).zone is not None for address in asked) > 20


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_written_is_read_as_the_same(address: str) -> None:
    state = State.read(address)
    assert State.read(f"?{state.write()}") == state


@pytest.fixture
def directory() -> Directory:
    """Made up: a place and a network that were renamed."""
    place = {
        "name": "Ville fictive",
        "country": "FR",
        "state": "FR",
        "admin_level": "city",
        "lat": 48,
        "lon": 0,
        "precision": "city",
    }
    network = {"name": "Réseau fictif", "kind": "network", "country": "FR"}
    return link(
        [
            Place.model_validate({"id": "fr-neuve", "formerly": ["fr-vieille", "fr-plus-vieille"], **place}),
            Actor.model_validate({"id": "reseau", "formerly": ["ancien-reseau"], **network}),
        ]
    )


def test_regions_are_found_by_the_names_that_addresses_gave_them() -> None:
    known = former_territories()
    assert known["provence-alpes-cote-d-azur"] == "region-93"
    assert known["saint-martin"] == "collectivite-978"
    assert known["departement-974"] == known["la-reunion"] == "region-04"


def test_every_facet_whose_values_are_records_follows_their_names(directory: Directory) -> None:
    known = former(directory)
    assert known.pop("territory") == former_territories()
    assert known == {
        "network": {"ancien-reseau": "reseau"},
        "place": {"fr-vieille": "fr-neuve", "fr-plus-vieille": "fr-neuve"},
    }
    state = State.read("?place=fr-vieille,fr-neuve&network=ancien-reseau&theme=fr-vieille")
    assert up_to_date(state, directory).facets == {
        "theme": ("fr-vieille",),
        "network": ("reseau",),
        "place": ("fr-neuve",),
    }
