"""What a field was before is told precisely, never read, and rewritten without losing a comment."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import pytest
from click.testing import CliRunner

from generator import model
from generator.check.content import open_directory
from generator.commands.check import check_command
from generator.files.decode import decode
from generator.files.load import parse
from generator.model import Source
from generator.model.problem import Problem
from generator.model.schema.fields import fields, fields_of
from generator.model.shows import Shows
from generator.model.values import Name
from generator.model.was import Was
from generator.upkeep.repair.former import up_to_date
from generator.upkeep.sheet import sheet_of
from generator.words.wording import message, repair
from tests.cases.report import CASES
from tests.former import Actor, changed

__all__ = ["changed"]

OLD = """\
# En-tête.
name: Ville inventée
kind: commune

homepage: https://ville.example/ # la page d’accueil
involvement: active   # depuis 2013
description:
  # en deux langues
  fr: Une ville.
  es: Una ciudad.
sources:
  - title: Registre inventé
"""

NEW = """\
# En-tête.
name: Ville inventée
kind: commune

website: https://ville.example/ # la page d’accueil
engagement:
  state: active   # depuis 2013
description:
  # en deux langues
  text:
    fr: Une ville.
    es: Una ciudad.
sources:
  - title: Registre inventé
"""


def decoded(text: str) -> tuple[Actor | None, list[Problem]]:
    root, problems = parse(text.encode(), "x")
    assert root is not None, problems
    return decode(Actor, "x", root, "content/actors/x.yml")


def rewritten(text: str, type_: str = "") -> str:
    """The text of a file of that type, or of the made-up one, as it is written today."""
    sheet = sheet_of(text)
    assert sheet is not None
    return up_to_date(sheet, fields(type_) if type_ else fields_of(Actor)).text


def test_what_is_of_yesterday_is_told_where_it_stands_and_not_read() -> None:
    record, problems = decoded(OLD)
    assert record is None
    assert [(each.code, each.line, each.column, each.path) for each in problems] == [
        ("renamed-key", 5, 1, ("homepage",)),
        ("renamed-key", 6, 1, ("involvement",)),
        ("value-is-group", 6, 14, ("involvement",)),
        ("value-is-group", 9, 3, ("description",)),
    ]
    told = [message(each).replace("\u00a0", " ") for each in problems]
    assert told[0] == "la clé « homepage » s’appelle maintenant « website »"
    assert told[3].startswith("« description » s’écrit maintenant comme un groupe de clés, où")
    assert told[3].endswith("celle de « text »")


def test_what_is_of_today_is_read() -> None:
    record, problems = decoded(NEW)
    assert problems == []
    assert record is not None
    assert record.engagement is not None
    assert record.engagement.state == "active"


def test_files_are_rewritten_with_their_comments_and_their_layout() -> None:
    assert rewritten(OLD) == NEW
    assert rewritten(NEW) == NEW


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("involvement:\n  active\n", "engagement:\n  state: active\n"),
        ("engagement: 'active'\r\nwebsite: x\r\n", "engagement:\r\n  state: 'active'\r\nwebsite: x\r\n"),
        ("{site: x, involvement: active}\n", "{website: x, engagement: {state: active}}\n"),
        ("network: {kind: associations}\n", "network: {type: associations}\n"),
        ("description: >-\n  Un.\n\n  Deux.\n", "description:\n  text: >-\n    Un.\n\n    Deux.\n"),
        ("description: Un\n  deux\n", "description:\n  text: Un\n    deux\n"),
        ('description: "Un\n  deux"\n', 'description:\n  text: "Un\n    deux"\n'),
        ("description: {fr: Un}\n", "description:\n  text: {fr: Un}\n"),
        ("contact: [water, waste] # a\n", "contact:\n  themes: [water, waste] # a\n"),
        ("contact:\n- water # a\n- waste\n", "contact:\n  themes:\n  - water # a\n  - waste\n"),
        ("contact:\n  # a\n  - water\n", "contact:\n  # a\n  themes:\n    - water\n"),
        (
            "priorities:\n  - Eau # a\n  - title: Air\n  - >-\n    Feu\n  - fr: Terre\n    es: Tierra\n",
            "priorities:\n  - title: Eau # a\n  - title: Air\n  - title: >-\n      Feu\n"
            "  - title:\n      fr: Terre\n      es: Tierra\n",
        ),
        (
            "priorities: [Eau, # a\n  {title: Air}] # b\n# c\n",
            "priorities:\n  - title: Eau # a\n  - {title: Air} # b\n# c\n",
        ),
        ("{priorities: [Eau, {title: Air}]}\n", "{priorities: [{title: Eau}, {title: Air}]}\n"),
    ],
)
def test_any_layout_is_rewritten(old: str, new: str) -> None:
    assert rewritten(old) == new


@pytest.mark.parametrize(
    ("type_", "old", "new"),
    [
        (
            "actor",
            "other_names:\n  - A # a\n  - >-\n    B\n    C\n# fin\n",
            "names:\n  - text: A # a\n    kind: variant\n  - text: >-\n      B\n      C\n    kind: variant\n# fin\n",
        ),
        ("actor", "former_names: [A, 'B']", "names:\n  - text: A\n    kind: former\n  - text: 'B'\n    kind: former"),
        ("actor", "other_names: A # a\n", "names:\n  - text: A # a\n    kind: variant\n"),
        ("actor", "{other_names: [A]}\n", "{names: [{text: A, kind: variant}]}\n"),
        ("actor", "other_names:\n  - text: A\n    kind: usual\n", "names:\n  - text: A\n    kind: usual\n"),
        ("actor", "engagement: active # a\n", "engagement:\n  stage: active # a\n"),
        (
            "actor",
            "expertise_offered: [water, waste]\n",
            "expertise_offered:\n  - theme: water\n  - theme: waste\n",
        ),
        ("actor", "expertise_offered: [water]\nname: A # a\n", "expertise_offered:\n  - theme: water\nname: A # a\n"),
        ("instrument", "deadline: 2027-03-31 # a\n", "sessions:\n  - closes: 2027-03-31 # a\n"),
        ("instrument", "deadline:\n    # a\n    2027-03-31\n", "sessions:\n    # a\n    - closes: 2027-03-31\n"),
        ("instrument", "{deadline: 2027}\n", "{sessions: [{closes: 2027}]}\n"),
        ("event", "status: confirmed\n", "status:\n  stage: confirmed\n"),
    ],
)
def test_the_model_of_today_is_what_files_of_yesterday_become(type_: str, old: str, new: str) -> None:
    assert rewritten(old, type_) == new
    assert rewritten(new, type_) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Two lists of yesterday, one below the other.
        (
            "other_names:\n  - A # a\n\n# b\nformer_names: # c\n- B\n# d\nwebsite: x\n",
            "names:\n  - text: A # a\n    kind: variant\n"
            "  # b\n  # c\n  - text: B\n    kind: former\n# d\nwebsite: x\n",
        ),
        # Above today's, and elsewhere: what is of today stays first.
        (
            "former_names: [C]\nkind: commune\nnames:\n    - text: A\n      kind: usual\n",
            "kind: commune\nnames:\n    - text: A\n      kind: usual\n    - text: C\n      kind: former\n",
        ),
        # Today's between brackets.
        (
            "names: [{text: A,\n  kind: usual}, # a\n  {text: B, kind: usual}] # b\nformer_names: [C] # c\n",
            "names:\n  - {text: A,\n    kind: usual} # a\n  - {text: B, kind: usual} # b\n"
            "  - text: C # c\n    kind: former\n",
        ),
        (
            "other_names: [A]\r\nformer_names:\r\n  - B\r\n",
            "names:\r\n  - text: A\r\n    kind: variant\r\n  - text: B\r\n    kind: former\r\n",
        ),
    ],
)
def test_lists_of_groups_become_one(old: str, new: str) -> None:
    assert rewritten(old, "actor") == new


@pytest.mark.parametrize(
    "text",
    [
        "names: []\nother_names:\n  - text: A\n    kind: usual\n",
        "names: A\nother_names:\n  - text: A\n    kind: usual\n",
        "{names: [{text: A, kind: usual}], other_names: [{text: B, kind: usual}]}\n",
    ],
)
def test_what_is_no_list_on_lines_of_its_own_is_left_to_a_person(text: str) -> None:
    assert rewritten(text, "actor") == text


def test_what_is_said_of_a_list_of_yesterday_tells_all_that_is_to_be_written() -> None:
    text = "name: A\nkind: commune\nother_names:\n  - B\nsources:\n  - title: S\n"
    root, _ = parse(text.encode(), "x")
    assert root is not None
    problems = decode(model.Actor, "x", root, "content/actors/x.yml")[1]
    assert [(each.code, each.line, each.column, each.path) for each in problems] == [
        ("renamed-key", 3, 1, ("other_names",)),
        ("value-is-item", 4, 5, ("other_names", 0)),
    ]
    told = repair(problems[1]).replace("\u00a0", " ")
    assert told.startswith("Mettez chaque valeur sur sa ligne, après « - text: », avec « kind: variant » en dessous")


def test_a_key_that_stands_beside_its_former_self_is_left_to_a_person() -> None:
    text = "site: https://a.example/\nwebsite: https://b.example/\n"
    assert rewritten(text) == text
    assert [each.code for each in decoded(f"name: A\nkind: commune\n{text}")[1]] == ["renamed-key"]


def test_what_no_mark_foresees_stays_wrong() -> None:
    wrong = "name: A\nkind: commune\nengagement: [active]\ndescription:\n  txt: a\nnetwork: b\n"
    assert {each.code for each in decoded(wrong)[1]} == {"wrong-type", "unknown-key", "missing-key"}
    assert rewritten(wrong) == wrong


@pytest.mark.usefixtures("changed")
def test_check_tells_and_fix_rewrites(tmp_path: Path) -> None:
    content = Path(shutil.copytree(CASES / "base", tmp_path / "content"))
    for path in (content / "actors").glob("*.yml"):
        path.unlink()
    for folder in ("initiatives", "countries", "instruments", "events"):
        shutil.rmtree(content / folder)
    shutil.copyfile(CASES.parents[1] / "content/vocabularies/engagements.yml", content / "vocabularies/engagements.yml")
    (content / "actors" / "ville.yml").write_text(OLD, "utf-8")
    problems = open_directory(content)[1]
    assert [each.code for each in problems] == ["renamed-key", "renamed-key", "value-is-group", "value-is-group"]
    done = CliRunner().invoke(check_command, ["--content", str(content), "--fix"])
    assert done.exit_code == 0, done.output
    assert "+engagement:\n+  state: active   # depuis 2013\n" in done.output
    # Keys are also put in order, and lines around groups, as for any file.
    assert open_directory(content)[1] == []
    text = (content / "actors" / "ville.yml").read_text("utf-8")
    assert all(line in text for line in NEW.splitlines() if "#" in line)


def test_a_former_key_is_no_key_of_today() -> None:
    class Actor(model.Actor):
        text: Annotated[Name, Was(key="website"), Shows(asked="core")]

    with pytest.raises(AssertionError, match=r"actor\.website is or was another key"):
        fields_of(Actor)


def test_what_takes_a_bare_value_and_what_is_said_beside_it_are_keys_of_the_group() -> None:
    class Actor(model.Actor):
        text: Annotated[Source, Was(bare="name"), Shows(asked="core")]

    class Other(model.Actor):
        text: Annotated[Source, Was(bare="title", beside=(("kind", "book"),)), Shows(asked="core")]

    with pytest.raises(AssertionError, match=r"actor\.text"):
        fields_of(Actor)
    with pytest.raises(AssertionError, match=r"other\.text"):
        fields_of(Other)
