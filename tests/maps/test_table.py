"""What lies within what, of the table of the repository."""

from __future__ import annotations

import pytest

from generator.maps.table import read, territories
from generator.maps.territories import LEVELS

KNOWN = territories()


@pytest.mark.parametrize(
    ("id_", "above"),
    [
        ("commune-69266", ["Métropole de Lyon", "Rhône", "Auvergne-Rhône-Alpes"]),
        ("commune-93001", ["Plaine Commune", "Métropole du Grand Paris", "Seine-Saint-Denis", "Île-de-France"]),
        ("commune-75056", ["Métropole du Grand Paris", "Paris", "Île-de-France"]),
        ("commune-2A004", ["Communauté d’agglomération du Pays Ajaccien", "Corse-du-Sud", "Corse"]),
        ("commune-97411", ["Communauté d’agglomération Intercommunale du Nord de La Réunion (CINOR)", "La Réunion"]),
        ("commune-29155", ["Finistère", "Bretagne"]),  # Ouessant: no intercommunality
        ("commune-97801", ["Saint-Martin"]),
        ("commune-98735", ["Polynésie française"]),
        ("intercommunalite-200046977", ["Rhône", "Auvergne-Rhône-Alpes"]),
        ("intercommunalite-200057867", ["Métropole du Grand Paris", "Seine-Saint-Denis", "Île-de-France"]),
        ("departement-69", ["Auvergne-Rhône-Alpes"]),
        ("region-84", []),
    ],
)
def test_a_territory_lies_in_what_contains_it_the_nearest_first(id_: str, above: list[str]) -> None:
    found = [KNOWN.by_id[each].name for each in KNOWN.by_id[id_].above]
    assert [name.casefold() for name in found] == [name.casefold() for name in above]


def test_what_lies_in_a_territory_lies_in_all_above_it() -> None:
    """Every commune of an intercommunality lies in each département that the intercommunality's communes do."""
    for each in KNOWN.by_id.values():
        order = [LEVELS.index(KNOWN.by_id[above].level) for above in each.above]
        assert order == sorted(order), each.id
    inside = {id_: set(ids) for id_, ids in KNOWN.communes.items()}
    for each in KNOWN.by_id.values():
        own = inside.get(each.id, {each.id})
        for above in each.above:
            assert own & inside[above], (each.id, above)
            if each.level != "intercommunalite":
                assert own <= inside[above], (each.id, above)


def test_each_commune_lies_in_one_region_or_collectivity_and_in_one_departement_at_most() -> None:
    for each in KNOWN.by_id.values():
        if each.level == "commune":
            levels = [KNOWN.by_id[above].level for above in each.above]
            assert levels.count("region") + levels.count("collectivite") == 1, each.id
            assert levels.count("departement") <= 1, each.id


@pytest.mark.parametrize(
    ("code", "today"),
    [
        ("91228", "Évry-Courcouronnes"),
        ("91182", "Évry-Courcouronnes"),  # Courcouronnes
        ("78182", "Évry-Courcouronnes"),  # the same, when it was in the Seine-et-Oise
        ("89162", "Évry"),  # the Évry of the Yonne
        ("93059", "Saint-Denis"),  # Pierrefitte-sur-Seine
        ("75059", "Saint-Denis"),
        ("69383", "Lyon"),  # an arrondissement
        ("97127", "Saint-Martin"),
        ("20004", "Ajaccio"),
        ("01015", "Arboys en Bugey"),  # also a delegated commune of the same code
    ],
)
def test_a_code_of_any_time_leads_to_the_commune_of_today(code: str, today: str) -> None:
    found = KNOWN.commune(code)
    assert found is not None
    assert KNOWN.by_id[found].name == today


def test_no_former_code_is_that_of_a_commune_of_today() -> None:
    for each in KNOWN.by_id.values():
        for code, _ in each.led_here:
            assert KNOWN.commune(code) == each.id


@pytest.mark.parametrize(
    ("level", "code", "ids"),
    [
        ("departement", "69", ("departement-69",)),
        ("departement", "69D", ("departement-69",)),
        ("departement", "972", ("region-02",)),
        ("departement", "2A", ("departement-2a",)),
        ("departement", "6AE", ("departement-67", "departement-68")),
        ("region", "69", ()),
        ("region", "84", ("region-84",)),
        ("departement", "84", ("departement-84",)),
        ("intercommunalite", "69M", ("intercommunalite-200046977",)),
        ("intercommunalite", "200046977", ("intercommunalite-200046977",)),
        ("collectivite", "978", ("collectivite-978",)),
        ("collectivite", "97801", ("collectivite-978",)),
        ("collectivite", "973R", ("region-03",)),
        ("collectivite", "01", ("region-01",)),
        ("commune", "00000", ()),
    ],
)
def test_an_official_code_stands_for_a_territory_of_its_level(level: str, code: str, ids: tuple[str, ...]) -> None:
    assert KNOWN.unit(level, code) == ids  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "name", "id_"),
    [
        ("region", "Rhône-Alpes", "region-84"),
        ("region", "champagne ardenne", "region-44"),
        ("departement", "Côtes-d’Armor", "departement-22"),
        ("AR", "Buenos Aires", "ar-b"),  # the province, as towns name it
        ("AR", "Ville autonome de Buenos Aires", "ar-c"),
        ("BR", "Pernambouc", "br-pe"),
        ("BR", "Pernambuco", "br-pe"),
        ("BR", "Rhône-Alpes", None),
    ],
)
def test_names_lead_to_territories_former_and_foreign_ones_too(where: str, name: str, id_: str | None) -> None:
    assert KNOWN.named(where, name) == id_


def test_each_seat_lies_in_what_it_is_the_seat_of() -> None:
    """But that of the TAAF, which has its seat on La Réunion and which the source gives that of another."""
    for each in KNOWN.by_id.values():
        if each.level in ("departement", "region") and each.point:
            inside = [KNOWN.by_id[id_].point for id_ in KNOWN.communes[each.id]]
            assert each.point in inside, each.id


def test_a_line_that_is_none_of_the_table_is_our_mistake() -> None:
    with pytest.raises((KeyError, TypeError, AssertionError)):
        read([["01001", "Nulle part", "1", "2", "3", "4", "", "and one cell too many", "still"]])
