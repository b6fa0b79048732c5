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
from generator.model.schema.fields import fields_of
from generator.model.shows import Shows
from generator.model.values import Name
from generator.model.was import Was
from generator.upkeep.repair.former import up_to_date
from generator.upkeep.sheet import sheet_of
from generator.words.wording import message
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


def rewritten(text: str) -> str:
    sheet = sheet_of(text)
    assert sheet is not None
    return up_to_date(sheet, fields_of(Actor)).text


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
        ("priorities: [Eau, {title: Air}]\n", "priorities: [{title: Eau}, {title: Air}]\n"),
    ],
)
def test_any_layout_is_rewritten(old: str, new: str) -> None:
    assert rewritten(old) == new


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


def test_what_takes_a_bare_value_is_a_key_of_the_group() -> None:
    class Actor(model.Actor):
        text: Annotated[Source, Was(bare="name"), Shows(asked="core")]

    with pytest.raises(AssertionError, match=r"actor\.text"):
        fields_of(Actor)
