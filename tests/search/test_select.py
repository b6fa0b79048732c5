"""Which records answer a question, and what each count says: by hand on a few records, then browser against Python."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model import Actor, Country, Initiative, Place, Vocabulary
from generator.model.directory import Directory, link
from generator.render.search import render
from generator.search import State, count, facts, select
from generator.search.columns import days
from generator.search.former import up_to_date
from generator.search.select import inside, overlaps
from generator.words.edition import Edition
from tests.combinations import combinations
from tests.explorer import ask, keep
from tests.node import call

TODAY = datetime.date(2026, 11, 22)


def _initiative(id_: str, actors: str, countries: list[str], themes: list[str], **more: Any) -> Initiative:
    fields = {"title": id_, "modality": "project", "scope": "decentralised", "summary": "Fictif.", **more}
    parts = [{"actor": actor, "role": "bearer"} for actor in actors.split()]
    return Initiative.model_validate(
        {"id": id_, "participations": parts, "countries": countries, "themes": themes, **fields}
    )


@pytest.fixture(scope="module")
def few() -> Directory:
    """Made up: a town that works on water in Haiti and on culture in Peru, a university that does both in Peru."""
    vocabulary = {
        "id": "sectors",
        "name": "Thèmes fictifs",
        "taxonomy": True,
        "terms": [
            {"id": "water", "label": "Eau"},
            {"id": "rivers", "label": "Rivières", "broader": "water"},
            {"id": "culture", "label": "Culture"},
        ],
    }
    place = {
        "name": "Ville fictive (commune)",
        "country": "FR",
        "state": "FR",
        "admin_level": "city",
        "subdivision": "Ille-et-Vilaine",
        "lat": 48,
        "lon": -1.7,
        "precision": "city",
    }
    return link(
        [
            Vocabulary.model_validate(vocabulary),
            Place.model_validate({"id": "fr-ville", **place}),
            Country.model_validate({"id": "pe", "name": "Pérou", "state": "PE", "groupings": ["andes"]}),
            Country.model_validate({"id": "ht", "name": "Haïti", "state": "HT", "groupings": ["caribbean"]}),
            Actor.model_validate(
                {"id": "town", "name": "Ville", "kind": "commune", "country": "FR", "place": "fr-ville"}
            ),
            Actor.model_validate(
                {
                    "id": "campus",
                    "name": "Université",
                    "kind": "university",
                    "country": "FR",
                    "parent": "town",
                    "verified": {"date": "2026-01-15", "by": "Université fictive"},
                }
            ),
            _initiative("water-haiti", "town", ["HT"], ["rivers"], period={"start": "2001", "end": "2004"}),
            _initiative("culture-peru", "town campus", ["PE"], ["culture"], period={"start": "2010-05"}),
            _initiative("water-peru", "campus", ["PE"], ["water"], status={"state": "active"}),
            _initiative("nobody", "", ["PE"], [], period={"end": "1999"}),
        ]
    )


def found(directory: Directory, address: str) -> list[str]:
    points = {each.id: (each.lat, each.lon) for each in directory.places.values()}
    return [id_ for _, id_ in select(facts(directory, TODAY), State.read(address), points)]


def test_an_actor_answers_by_one_of_its_initiatives_not_by_pieces_of_several(few: Directory) -> None:
    assert found(few, "?type=actor&country=PE&theme=water") == ["campus"]
    assert found(few, "?type=actor&country=HT&theme=water") == ["town"]


def test_values_of_a_facet_are_alternatives_and_facets_add_up(few: Directory) -> None:
    assert found(few, "?type=initiative&theme=water&theme=culture") == ["culture-peru", "water-haiti", "water-peru"]
    assert found(few, "?type=initiative&theme=water,culture&country=PE") == ["culture-peru", "water-peru"]


def test_a_wider_theme_and_a_grouping_hold_the_narrower_ones(few: Directory) -> None:
    assert found(few, "?type=initiative&theme=water") == ["water-haiti", "water-peru"]
    assert found(few, "?type=initiative&grouping=caribbean") == ["water-haiti"]


def test_what_is_asked_of_the_actor_is_asked_of_one_actor(few: Directory) -> None:
    assert found(few, "?type=initiative&kind=university&territory=region-53") == ["culture-peru", "water-peru"]
    assert found(few, "?type=initiative&kind=commune") == ["culture-peru", "water-haiti"]


def test_a_territory_holds_those_below_it_and_former_addresses_name_it(few: Directory) -> None:
    for address in ("territory=region-53", "territory=departement-35", "region=region-53"):
        assert found(few, f"?type=actor&{address}") == ["campus", "town"]
    assert found(few, "?type=actor&territory=departement-29") == []
    assert up_to_date(State.read("?region=bretagne"), few) == State.read("?territory=region-53")


def test_a_place_that_a_record_names_is_a_row_without_an_actor(few: Directory) -> None:
    held = _initiative("held", "", ["PE"], [], places=["fr-ville"])
    more = link([*few.records(), held])
    assert found(more, "?type=initiative&territory=departement-35") == [
        *("culture-peru", "held", "water-haiti", "water-peru")
    ]
    assert found(more, "?type=initiative&territory=departement-35&kind=commune") == ["culture-peru", "water-haiti"]


def test_a_period_answers_if_some_year_of_it_is_asked(few: Directory) -> None:
    assert found(few, "?type=initiative&from=2004&to=2008") == ["water-haiti"]
    assert found(few, "?type=initiative&from=2020") == ["culture-peru"]
    assert found(few, "?type=initiative&to=1998") == ["nobody"]
    assert overlaps((2001, 2004), 2004, 2004)
    assert not overlaps((2001, 2004), 2005, None)
    assert not overlaps(None, 1900, None)
    assert overlaps(None, None, None)


def test_a_verification_is_as_old_as_the_content_says(few: Directory) -> None:
    assert found(few, "?type=actor&verified=year") == ["campus"]
    later = facts(few, datetime.date(2028, 1, 1))
    assert [id_ for _, id_ in select(later, State.read("?verified=older"))] == ["campus"]


def test_an_area_of_the_map_holds_what_stands_there(few: Directory) -> None:
    assert found(few, "?type=actor&zone=-3,47,0,49") == ["town"]
    assert found(few, "?type=initiative&place=fr-ville") == ["culture-peru", "water-haiti"]
    assert inside((10, 179), (170, 0, -170, 20))
    assert not inside((10, 0), (170, 0, -170, 20))


def test_a_count_says_how_many_would_remain(few: Directory) -> None:
    everything = facts(few, TODAY)
    state = State.read("?type=initiative&country=PE&kind=commune")
    assert count(everything, state, "country") == {"HT": 1, "PE": 1}
    assert count(everything, state, "kind") == {"commune": 1, "university": 2}
    assert count(everything, state, "type") == {"initiative": 1, "actor": 1}
    assert count(everything, state, "period") == {"2010": 1}


def test_addresses_are_read_and_written_in_one_way() -> None:
    address = "q=eau+p%C3%A9rou&type=actor&country=PE&country=BR&from=1990&zone=-80,-20,-70,0"
    assert State.read(f"https://example.org/recherche/?{address}#x").write() == address
    assert State.read("?country=PE,BR&country=PE").facets == {"country": ("PE", "BR")}
    assert State.read("?from=demain&zone=1,2,3&country=").write() == ""


@pytest.mark.usefixtures("facets_known")
@pytest.mark.parametrize(
    "address",
    [
        "?q=eau+p%C3%A9rou&type=actor&country=PE&country=BR&from=1990&to=2001&zone=-80,-20,-70,0",
        "?country=PE,BR&country=PE",
        "?from=demain&zone=1,2,3&country=&to=20266",
        "?zone=1,,3,4",
        "?q=+a++b+",
        "?zone=-80,10,-70,0",
    ],
)
def test_both_sides_read_an_address_alike(address: str) -> None:
    state = State.read(address)
    there = call("search/state.js", "read", address)
    assert there["q"] == state.q
    assert there["facets"] == {facet: list(values) for facet, values in state.facets.items()}
    assert (there["from"], there["to"]) == (state.from_, state.to)
    assert there["zone"] == (list(state.zone) if state.zone else None)


@pytest.mark.parametrize("times", [100, pytest.param(400, marks=pytest.mark.weekly)])
def test_the_scripts_answer_combinations_as_plain_python_does(
    real: Directory, french: Edition, search_folder: Path, times: int
) -> None:
    asked = list(combinations(real, facts(real, french.as_of), seed=1, times=times))
    answers = ask(
        search_folder,
        """
        const found = [];
        for (const [address, facets] of values[0]) {
            const { state, unknown } = await explorer.read(address);
            const { numbers, counts } = await explorer.answer(state);
            const texts = await explorer.texts(numbers);
            found.push([unknown, texts.map(({ type, id }) => `${type}/${id}`), facets.map((facet) => counts[facet])]);
        }
        return found;
        """,
        [[each.address, list(each.counts)] for each in asked],
    )
    assert sum(bool(each.found) for each in asked) > times / 3
    for each, (unknown, shown, counts) in zip(asked, answers, strict=True):
        assert unknown == [], each.address
        assert sorted(shown) == each.found, each.address
        for facet, values in zip(each.counts, counts, strict=True):
            assert {value: n for value, n in values.items() if n} == each.counts[facet], (each.address, facet)


def test_the_latest_to_enter_come_first(search_folder: Path, real: Directory) -> None:
    ids = ask(
        search_folder,
        """
        const { state } = await explorer.read("?type=initiative&sort=-added&shown=500");
        return (await explorer.answer(state)).results.map(({ id }) => id);
        """,
    )
    days = [str(real.initiatives[id_].added) for id_ in ids]
    assert len(days) == len(real.initiatives)
    assert days == sorted(days, reverse=True)


def test_days_count_from_the_first_of_them() -> None:
    assert days([None, TODAY, TODAY + datetime.timedelta(2)]) == [0, 1, 3]


def test_the_latest_changed_come_first(real: Directory, french: Edition, tmp_path: Path) -> None:
    """As the history says; what it does not date has not changed since it entered."""
    latest = next(iter(real.initiatives))
    edition = replace(french, changed={real.files["initiatives", latest]: datetime.date(2027, 1, 1)})
    ids = ask(
        keep(list(render(real, edition)), tmp_path),
        """
        const { state } = await explorer.read("?type=initiative&sort=-changed");
        return (await explorer.answer(state)).results.map(({ id }) => id);
        """,
    )
    assert ids[0] == latest
