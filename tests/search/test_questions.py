"""What people type: the first result of sixty questions, and what is said of those that no record answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model.directory import Directory
from generator.render import search
from generator.words.edition import Edition
from tests.browser.queries import READ
from tests.explorer import ask, keep


@pytest.fixture(scope="module")
def spanish_folder(real: Directory, spanish: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep(list(search.render(real, spanish)), tmp_path_factory.mktemp("spanish"))


def answers(folder: Path, questions: list[str]) -> list[dict[str, Any]]:
    """What the search answers to each."""
    return ask(  # type: ignore[no-any-return]
        folder,
        """
        const found = [];
        for (const q of values[0]) {
            const { state } = await explorer.read(`?${new URLSearchParams({ q })}`);
            found.push(await explorer.answer(state));
        }
        return found;
        """,
        questions,
    )


def first(answer: dict[str, Any]) -> str:
    return next((f"{each['type']}/{each['id']}" for each in answer["results"]), "")


@pytest.mark.parametrize("folder", ["search_folder", "spanish_folder"])
def test_each_question_has_its_first_result(folder: str, request: pytest.FixtureRequest) -> None:
    found = answers(request.getfixturevalue(folder), [question for question, _ in READ])
    assert len(READ) >= 60
    assert {q: first(answer) for (q, _), answer in zip(READ, found, strict=True)} == dict(READ)


def test_a_word_read_as_another_is_said(search_folder: Path) -> None:
    clear, several, exact = answers(search_folder, ["Dunkerke", "agua haitii", '"Dunkerke"'])
    assert clear["readings"] == [{"typed": "Dunkerke", "as": "Dunkerque"}]
    assert several["readings"] == [{"typed": "haitii", "as": "Haiti"}]
    assert not several["partial"]
    assert (exact["total"], exact["readings"], exact["missing"]) == (0, [], ["Dunkerke"])


def test_nothing_is_shown_for_words_that_only_look_like_others(search_folder: Path) -> None:
    """« Mitry » is not « mitre », and no record holds it."""
    place, letters = answers(search_folder, ["Ville de Mitry", "Mitry"])
    for answer in (place, letters):
        assert (answer["total"], answer["readings"]) == (0, [])
    assert place["missing"] == ["Mitry"]
    (half,) = answers(search_folder, ["Lyon Mitry"])
    assert half["partial"]
    assert half["missing"] == ["Mitry"]
    assert first(half) == "actor/ville-de-lyon"


@pytest.mark.parametrize(
    ("typed", "hints"),
    [("Concepción", []), ("inundacom", ["inundação", "inundación"]), ("375x", []), ("Mitry", []), ("29x00", [])],
)
def test_hints_are_near_in_sound_or_none(typed: str, hints: list[str], search_folder: Path) -> None:
    (answer,) = answers(search_folder, [typed])
    assert answer["total"] == 0
    assert sorted(answer["suggestions"]) == sorted(hints)


@pytest.mark.parametrize(
    ("typed", "code", "first_found"),
    [
        ("29200", "29", "actor/departement-finistere"),
        ("28000", "28", "territory/departement-28"),
        ("97200", "972", "territory/region-02"),
        ("20090", "2A", "territory/departement-2a"),
    ],
)
def test_a_postal_code_is_read_as_its_departement(typed: str, code: str, first_found: str, search_folder: Path) -> None:
    (answer,) = answers(search_folder, [typed])
    assert [each["as"] for each in answer["readings"]] == [code] * bool(code)
    assert first(answer) == first_found


@pytest.mark.parametrize(
    ("question", "first_found"),
    [
        ("eau Pérou", "initiative/aude-equateur-perou"),
        ("terremoto", "theme/risk-emergency"),
        ("cidades-irmãs Nicarágua", "initiative/la-courneuve-ocotal"),
        ("inundação", "theme/risk-emergency"),
        ("huracán", "theme/risk-emergency"),
        ("abastecimento de água", "theme/water-sanitation"),
    ],
)
def test_words_of_the_area_lead_to_their_theme(question: str, first_found: str, search_folder: Path) -> None:
    (answer,) = answers(search_folder, [question])
    assert first(answer) == first_found
    assert "cognac-pisco" not in {each["id"] for each in answer["results"]}


def test_an_authority_and_its_point_on_the_map_are_one_result(search_folder: Path) -> None:
    (answer,) = answers(search_folder, ["Brest"])
    found = [(each["type"], each["id"]) for each in answer["results"]]
    assert ("actor", "brest") in found
    assert ("place", "fr-brest") not in found
    assert answer["counts"]["type"]["place"] == 0


def test_no_word_is_read_as_one_that_a_third_of_the_records_hold(search_folder: Path) -> None:
    (answer,) = answers(search_folder, ["Francce"])
    assert answer["readings"] == []
    assert answer["total"] == 0


@pytest.mark.parametrize("question", ["😀", "!?…", "« »", "-"])
def test_a_question_without_a_word_says_so(question: str, search_folder: Path) -> None:
    (answer,) = answers(search_folder, [question])
    assert answer["wordless"]
    assert answer["total"] == 0
