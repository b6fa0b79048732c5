"""Who lies where: made-up records, by one rule each, then every record of the directory."""

from __future__ import annotations

from typing import Any

import pytest

from generator.maps.lying import OF_COUNTRIES, STATE_BODY, Lying
from generator.model import Actor, Initiative, Place
from generator.model.directory import Directory, link

LYON = ("intercommunalite-200046977", "departement-69", "region-84")


def _place(id_: str, **more: Any) -> Place:
    point = {"country": "FR", "state": "FR", "admin_level": "city", "lat": 45, "lon": 4, "precision": "city"}
    return Place.model_validate({"id": id_, "name": id_, **point, **more})


def _actor(id_: str, kind: str = "association-ngo", **more: Any) -> Actor:
    return Actor.model_validate({"id": id_, "name": id_, "kind": kind, "country": "FR", **more})


PLACES = (
    _place("villeurbanne", insee="69266"),
    _place("lyon", insee="69123"),
    _place("courcouronnes", insee="91182"),
    _place("paris", insee="75056"),
    _place("nowhere", subdivision="Ardèche"),
    _place("rhone", admin_level="department", precision="seat", insee="69"),
    _place("rhone-alpes", name="Rhône-Alpes (ancienne région)", admin_level="region", precision="seat"),
    _place("martinique", country="MQ", admin_level="region", precision="seat", insee="02"),
    _place("la-plata", country="AR", state="AR", subdivision="Buenos Aires"),
    _place("chubut", name="Chubut (province)", country="AR", state="AR", admin_level="province", precision="seat"),
    _place("santiago", name="Santiago", country="CL", state="CL", subdivision="Région métropolitaine de Santiago"),
)
ACTORS = (
    _actor("insa", place="villeurbanne"),
    _actor("metropole", "metropolis", place="lyon", identifiers={"siren": "200046977"}),
    _actor("ville", "commune", place="lyon"),
    _actor("alsace", "departement", identifiers={"insee": "6AE"}),
    _actor("old-town", "commune", place="courcouronnes"),
    _actor("departement", "departement", place="rhone"),
    _actor("region", "region", place="rhone-alpes"),
    _actor("agency", "state-operator", place="paris"),
    _actor("prefecture", "state-operator", place="martinique"),
    _actor("cepal", "multilateral-regional", country="CL", place="santiago"),
    _actor("park", "state-operator", country="CL", place="santiago"),
    _actor("lab", "university-research", parent="insa"),
    _actor("hospital", "hospital", territory="GF"),
    _actor("two-seats", place="lyon", other_places=["la-plata"]),
    _actor("absorbed", "commune", place="villeurbanne", successor="ville"),
    _actor("unknown"),
    _actor("circle", parent="circle-too"),
    _actor("circle-too", parent="circle"),
    _actor("partner", "foreign-local-authority", country="AR", place="chubut"),
)


@pytest.fixture(scope="module")
def lying() -> Lying:
    held = {"title": "T", "modality": "project", "scope": "decentralised", "summary": "Fictif.", "id": "held"}
    parts = [{"actor": "lab", "role": "bearer"}, {"actor": "partner", "role": "partner"}]
    initiative = Initiative.model_validate({**held, "participations": parts, "places": ["la-plata"]})
    return Lying(link([*PLACES, *ACTORS, initiative]))


@pytest.mark.parametrize(
    ("actor", "ids"),
    [
        ("insa", ("commune-69266", *LYON)),
        ("metropole", LYON),  # not Lyon, where it sits
        ("ville", ("commune-69123", *LYON)),
        ("alsace", ("departement-67", "departement-68", "region-44")),
        ("departement", ("departement-69", "region-84")),  # not Lyon, its chief town
        ("region", ("region-84",)),  # a former region lies in today's
        ("agency", ()),
        ("prefecture", ("region-02",)),
        ("cepal", ()),
        ("park", ("cl-rm",)),
        ("lab", ("commune-69266", *LYON)),
        ("hospital", ("region-03",)),
        ("two-seats", ("commune-69123", *LYON, "ar-b")),
        ("absorbed", ("commune-69266", "commune-69123", *LYON)),
        ("unknown", ()),
        ("circle", ()),
        ("partner", ("ar-u",)),
    ],
)
def test_an_actor_lies_where_its_record_says(actor: str, ids: tuple[str, ...], lying: Lying) -> None:
    assert lying.of_actor(actor) == ids


def test_a_code_of_a_merged_commune_lies_in_that_of_today(lying: Lying) -> None:
    assert lying.of_actor("old-town")[0] == "commune-91228"


def test_a_town_without_a_code_lies_in_the_departement_it_names(lying: Lying) -> None:
    assert lying.of_place("nowhere") == ("departement-07", "region-84")


def test_an_initiative_lies_where_its_actors_do_and_where_it_says(lying: Lying) -> None:
    found = lying.of_initiative(lying.directory.initiatives["held"])
    assert found == ("commune-69266", *LYON, "ar-u", "ar-b")
    assert [each.id for each in lying.initiatives_in["ar-b"]] == ["held"]


def test_who_lies_nowhere_for_want_of_a_place_is_counted(lying: Lying) -> None:
    assert [each.id for each in lying.unplaced] == ["circle", "circle-too", "unknown"]


def test_every_region_and_departement_has_a_page_and_no_uninhabited_island(lying: Lying) -> None:
    levels = [lying.known.by_id[id_].level for id_ in lying.pages]
    assert [levels.count(level) for level in ("region", "departement", "collectivite")] == [18, 96, 6]
    assert not {"collectivite-984", "collectivite-989"} & set(lying.pages)
    assert [id_ for id_ in lying.pages if lying.known.by_id[id_].level == "subdivision"] == ["ar-b", "ar-u", "cl-rm"]


def test_every_place_and_every_authority_of_the_directory_lies_somewhere(real: Directory) -> None:
    """Whole countries, and places outside the region, lie in no territory."""
    lying = Lying(real)
    lost = [each for each in real.places.values() if not lying.of_place(each.id)]
    assert {each.id for each in lost if each.state == "FR"} == set()
    assert {each.admin_level for each in lost if each.country.lower() in real.countries} <= {"country"}
    for actor in real.actors.values():
        if actor.kind in ("commune", "departement", "region", "overseas-authority", "metropolis") and actor.place:
            assert lying.governed(actor), actor.id
        if actor.place and actor.country == "FR" and actor.kind not in (*OF_COUNTRIES, STATE_BODY):
            assert lying.of_actor(actor.id), actor.id
