"""A territory's portrait: who bears what, which places are tied, who might not know whom; made-up records."""

from __future__ import annotations

from typing import Any

import pytest

from generator.maps.lying import Lying
from generator.maps.portrait import distance, nearest, portrait
from generator.model import Actor, Initiative, Place, Vocabulary
from generator.model.directory import link


def _place(id_: str, insee: str | None = None, **more: Any) -> Place:
    base = {"country": "FR", "state": "FR", "admin_level": "city", "lat": 45, "lon": 4, "precision": "city"}
    return Place.model_validate({"id": id_, "name": id_, **base, "insee": insee, **more})


def _actor(id_: str, kind: str, place: str | None = None, country: str = "FR") -> Actor:
    return Actor.model_validate({"id": id_, "name": id_, "kind": kind, "country": country, "place": place})


def _initiative(id_: str, parts: dict[str, str], country: str = "PE", **more: Any) -> Initiative:
    base = {"title": id_, "modality": "project", "scope": "decentralised", "summary": "Fictif.", "countries": [country]}
    told = [{"actor": actor, "role": role} for actor, role in parts.items()]
    return Initiative.model_validate({"id": id_, **base, "participations": told, **more})


@pytest.fixture(scope="module")
def lying() -> Lying:
    roles = [{"id": each, "label": each} for each in ("lead", "bearer", "partner", "funder")]
    peru = {"country": "PE", "state": "PE"}
    return Lying(
        link(
            [
                Vocabulary.model_validate({"id": "roles", "name": "Rôles", "terms": roles}),
                _place("lyon", "69123"),
                _place("crolles", "38140"),
                _place("rennes", "35238"),
                _place("cusco", subdivision="Cusco", **peru),
                _place("piura", subdivision="Piura", **peru),
                _actor("lyon", "commune", "lyon"),
                _actor("insa", "university-research", "lyon"),
                _actor("crolles", "commune", "crolles"),
                _actor("rennes", "commune", "rennes"),
                _actor("cusco", "foreign-local-authority", "cusco", "PE"),
                _actor("piura", "foreign-local-authority", "piura", "PE"),
                _initiative("water", {"insa": "partner", "lyon": "lead", "cusco": "partner"}),
                _initiative("school", {"insa": "bearer", "cusco": "partner"}, frames=[{"kind": "convention"}]),
                _initiative("carnival", {"crolles": "bearer", "piura": "partner"}, frames=[{"kind": "none"}]),
                _initiative("meeting", {"crolles": "partner", "cusco": "partner"}, modality="event"),
                _initiative("ministry", {"lyon": "partner"}, scope="state"),
                _initiative("far", {"rennes": "bearer", "piura": "partner"}),
            ]
        )
    )


def test_an_initiative_stands_once_under_the_first_of_its_actors_by_role(lying: Lying) -> None:
    borne = {
        each.actor.id: [initiative.id for initiative in each.initiatives]
        for bearers in portrait(lying, "region-84").groups.values()
        for each in bearers
    }
    assert borne == {"lyon": ["water"], "insa": ["school"], "crolles": ["carnival", "meeting"]}


def test_a_territory_counts_what_lies_in_it_and_sets_apart_what_is_of_the_state(lying: Lying) -> None:
    found = portrait(lying, "departement-69")
    assert [each.id for each in found.ours] == ["school", "water"]
    assert [each.id for each in found.state] == ["ministry"]
    assert found.partners == {"cusco": 2}


def test_of_a_territory_abroad_the_french_actors_bear(lying: Lying) -> None:
    found = portrait(lying, "pe-piu")
    assert [each.actor.id for each in found.groups["communes"]] == ["crolles", "rennes"]
    assert found.partners == {"piura": 2}
    assert found.ties == found.parallels == ()


def test_places_are_tied_by_what_they_do_together_with_or_without_an_agreement(lying: Lying) -> None:
    ties = {(tie.here, tie.there): tie for tie in portrait(lying, "region-84").ties}
    assert set(ties) == {("commune-69123", "cusco"), ("commune-38140", "piura")}  # none of the meeting
    assert [each.id for each in ties["commune-69123", "cusco"].initiatives] == ["school", "water"]
    assert ties["commune-69123", "cusco"].frames == ("convention",)
    assert ties["commune-38140", "piura"].frames == ()


def test_who_shares_nobody_in_one_country_is_to_meet(lying: Lying) -> None:
    (found,) = portrait(lying, "region-84").parallels
    assert found.country == "PE"
    assert [[each.id for each in strand] for strand in found.strands] == [["carnival"], ["school", "water"]]
    assert portrait(lying, "departement-69").parallels == ()


def test_the_nearest_authorities_are_named_with_their_distance(lying: Lying) -> None:
    found = [(each.actor.id, each.kilometres) for each in nearest(lying, "departement-73")]
    assert [id_ for id_, _ in found] == ["crolles", "lyon", "rennes"]
    assert 20 < found[0][1] < 60
    assert nearest(lying, "pe-piu") == []


def test_a_distance_is_that_of_the_great_circle() -> None:
    assert distance((48.8566, 2.3522), (45.764, 4.8357)) == pytest.approx(392, abs=2)  # Paris to Lyon
    assert distance((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)
