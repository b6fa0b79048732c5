"""What is said of a problem is for people, programs and GitHub, and content cannot forge it."""

from __future__ import annotations

import json
import re

import pytest

from generator.model.problem import Problem
from generator.words.report import as_github, as_json, as_text, summary, text
from generator.words.wording import catalog, meant, message, repair

ERROR = Problem("missing-key", "content/actors/lyon.yml", 3, 1, ("kind",))
WARNING = Problem(
    "near-duplicate",
    "content/actors/lyon.yml",
    3,
    7,
    ("name",),
    {
        "value": "Lyon",
        "other": "ville-de-lyon",
        "name": "Ville de Lyon",
        "also": "content/actors/ville-de-lyon.yml",
    },
    "warning",
)
WICKED = Problem(
    "wrong-type",
    "content/actors/a,b:c\n::error::x.yml",
    1,
    1,
    ("kind",),
    {"expected": "text", "value": "100 %\r\n::warning file=x::forgé {key} \u202e"},
)


def test_a_problem_is_a_line_that_editors_can_follow_and_a_repair() -> None:
    assert text(ERROR).splitlines() == [
        "content/actors/lyon.yml:3:1 : erreur\u00a0: la clé «\u00a0kind\u00a0» (nature) manque [missing-key]",
        "    → Ajoutez une ligne «\u00a0kind:\u00a0» suivie de sa valeur.",
    ]


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "Aucune erreur."),
        ([ERROR], "1 erreur dans 1 fichier."),
        ([WARNING, WARNING], "Aucune erreur, 2 avertissements dans 1 fichier."),
        ([ERROR, ERROR, WICKED, WARNING], "3 erreurs et 1 avertissement dans 2 fichiers."),
        ([ERROR] * 1234, "1\u202f234 erreurs dans 1 fichier."),
    ],
)
def test_the_summary_counts_in_french(problems: list[Problem], expected: str) -> None:
    assert summary(problems) == expected
    assert as_text(problems).endswith(expected)


def test_json_holds_every_part() -> None:
    told = json.loads(as_json([ERROR, WARNING]))
    assert (told["errors"], told["warnings"]) == (1, 1)
    first, second = told["problems"]
    assert (first["code"], first["line"], first["path"], first["suggestions"]) == (
        "missing-key",
        3,
        "kind",
        [],
    )
    assert second["also"] == ["content/actors/ville-de-lyon.yml"]


def test_json_offers_the_file_that_a_dangling_link_waits_for() -> None:
    args = {"type": "actors", "value": "Mairie d’Évry"}
    told = json.loads(as_json([Problem("dangling-reference", "content/initiatives/x.yml", args=args)]))
    new = told["problems"][0]["new_file"]
    assert new["path"] == "content/actors/mairie-d-evry.yml"
    assert new["content"].startswith('name: "Mairie d’Évry"\nkind: …\n')


def test_github_shows_each_problem_on_its_line() -> None:
    line, _ = as_github([WARNING]).splitlines()
    place = "file=content/actors/lyon.yml,line=3,col=7,title=near-duplicate"
    assert line.startswith(f"::warning {place}::«\u00a0Lyon\u00a0» ressemble fort")


def test_content_cannot_forge_a_command_nor_hide_a_character() -> None:
    command, count = as_github([WICKED]).split("\n")
    assert command.startswith(
        "::error file=content/actors/a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax.yml,line=1,col=1,title=wrong-type::"
    )
    assert "100 %25" in command
    assert count == "1 erreur dans 1 fichier."
    for said in (text(WICKED), as_json([WICKED]), command):
        assert "\u202e" not in said
        assert not re.search(r"^::(warning|error file=x)", said, re.MULTILINE)
    assert "{key}" in text(WICKED)


@pytest.mark.parametrize(
    ("file", "path", "told"),
    [
        ("initiatives/x.yml", ("status", "state"), "« state » (statut actuel)"),
        ("initiatives/x.yml", ("status", "history", 0, "state"), "« state » (statut d’alors)"),
        ("initiatives/x.yml", ("status",), "« status » (statut)"),
        ("events/x.yml", ("status",), "« status » (état de l’événement)"),
        ("countries/x.yml", ("country_group", "state"), "« state » (état du groupe)"),
        ("countries/x.yml", ("state",), "« state » (État)"),
        ("countries/x.yml", ("capital", "name"), "« name » (nom de la capitale)"),
        ("countries/x.yml", ("name", "es"), "« name » (nom)"),
        ("countries/x.yml", ("capital", "title"), "« title »"),
        ("dead-sources.yml", ("sources", 0, "since"), "« since » (depuis)"),
    ],
)
def test_a_key_is_named_by_where_it_stands(file: str, path: tuple[str | int, ...], told: str) -> None:
    said = message(Problem("empty-value", f"content/{file}", path=path)).replace("\u00a0", " ")
    assert said == f"{told} n’a pas de valeur"


def test_a_row_of_a_table_names_its_keys_as_the_record_it_becomes_does() -> None:
    row = Problem("empty-value", "table.csv", path=("status", "state"), folder="initiatives")
    assert "(statut actuel)" in message(row)


def test_a_french_word_stands_for_a_key_of_the_block_it_is_in() -> None:
    def asked(*path: str) -> list[str]:
        return meant(Problem("unknown-key", "content/countries/x.yml", path=path, args={"key": path[-1], "known": ""}))

    assert asked("capital", "nom") == asked("capital", "nom de la capitale") == ["name"]
    assert asked("country_group", "nom") == []
    assert asked("country_group", "État du groupe") == asked("etat") == ["state"]


def test_a_format_that_has_no_words_is_told_by_the_example() -> None:
    assert repair(Problem("bad-format", "x.yml", path=("y",))) == f"Écrivez {catalog['any.format']}."
