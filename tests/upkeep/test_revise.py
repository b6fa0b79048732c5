"""A file is changed only where its record is: comments, layout and everything else stay."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path
from textwrap import dedent

import pytest

from generator.files.decode import decode
from generator.files.load import plain
from generator.model import TYPES, Actor, Record, Verification
from generator.model.directory import Directory
from generator.model.values import PartialDate
from generator.upkeep.revise import revise
from generator.upkeep.sheet import sheet_of

CONTENT = Path(__file__).parents[2] / "content"

HAND_WRITTEN = """\
# Relu en réunion.
name: "Ville d’Essai"   # le nom officiel
kind: commune
formerly: [essai, essai-2]   # deux anciens noms
# Où elle se trouve
place: fr-essai

memberships:
- network: un-reseau
  role: member
  # depuis toujours
- network: autre-reseau

sources:
    -   title: >-
            Un titre très long
            sur deux lignes
        url: https://example.org
added: 2026-11-22"""


def record(text: str, type_: type[Record] = Actor) -> Record:
    sheet = sheet_of(text)
    assert sheet is not None
    found, problems = decode(type_, "essai", sheet.root, "essai.yml")
    assert found is not None, problems
    return found


def changed(text: str, **values: object) -> str:
    """The text revised to hold those values."""
    old = record(text)
    new = type(old).model_validate({**old.model_dump(mode="json", exclude_defaults=True), **values})
    return revise(text, old, new)


def test_what_does_not_change_is_not_touched() -> None:
    assert changed(HAND_WRITTEN) == HAND_WRITTEN


def test_a_value_changes_on_the_spot() -> None:
    assert changed(HAND_WRITTEN, kind="metropolis") == HAND_WRITTEN.replace("kind: commune", "kind: metropolis")
    assert "name: Essai   # le nom officiel\n" in changed(HAND_WRITTEN, name="Essai")


def test_a_list_between_brackets_stays_between_brackets() -> None:
    after = changed(HAND_WRITTEN, formerly=["essai", "essai-3"])
    assert after == HAND_WRITTEN.replace("[essai, essai-2]", "[essai, essai-3]")


def test_an_item_is_added_and_removed_in_the_layout_of_its_list() -> None:
    one, other = {"network": "un-reseau", "role": "member"}, {"network": "autre-reseau"}
    added = changed(HAND_WRITTEN, memberships=[one, other, {"network": "tiers-reseau", "role": "chair"}])
    assert "- network: autre-reseau\n- network: tiers-reseau\n  role: chair\n\nsources" in added
    removed = changed(HAND_WRITTEN, memberships=[other])
    assert "memberships:\n# depuis toujours\n- network: autre-reseau\n" in removed


def test_a_new_key_stands_where_a_careful_person_writes_it() -> None:
    old = record(HAND_WRITTEN)
    new = old.model_copy(update={"verified": Verification(date=PartialDate(2026, 5, 17), by="Ville d’Essai")})
    assert revise(HAND_WRITTEN, old, new) == HAND_WRITTEN + dedent(
        """

        verified:
          date: 2026-05-17
          by: Ville d’Essai
        """
    )
    assert "kind: commune\ncountry: FR\nformerly" in changed(HAND_WRITTEN, country="FR")


def test_a_key_that_goes_leaves_its_comment() -> None:
    after = changed(HAND_WRITTEN, formerly=[])
    assert "kind: commune\n# deux anciens noms\n# Où elle se trouve\nplace" in after


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(newline: str, mark: str) -> None:
    text = mark + HAND_WRITTEN.replace("\n", newline)
    after = changed(text, country="FR", formerly=["essai", "autre"])
    assert after.startswith(mark)
    assert after.count("\r\n") == (after.count("\n") if newline == "\r\n" else 0)


def test_a_file_between_braces_is_written_anew_under_its_comments() -> None:
    after = changed("# Essai\n{name: Essai, kind: commune} # fin\n", kind="metropolis")
    assert after == "# Essai\n# fin\nname: Essai\nkind: metropolis\n"


def test_any_record_becomes_any_other_of_its_type_and_back(real: Directory) -> None:
    """On real files laid out in many ways; ``revise`` itself proves what is read and that no comment is lost."""
    chance = random.Random(20261122)
    count = 0
    for type_ in TYPES:
        records = list(getattr(real, type_.folder).values())
        for each in chance.sample(records, min(len(records), 12)):
            text = relaid((CONTENT / type_.folder / f"{each.id}.yml").read_text("utf-8"), chance)
            sheet = sheet_of(text)
            assert sheet is not None, text
            assert decode(type_, each.id, sheet.root, "")[0] == each, text
            other = chance.choice(records).model_copy(update={"id": each.id})
            there = revise(text, each, other)
            back = revise(there, other, each)
            again = sheet_of(back)
            assert again is not None
            assert decode(type_, each.id, again.root, "")[0] == each
            comments = Counter(comment for _, comment in sheet.comments())
            assert not comments - Counter(comment for _, comment in again.comments())
            count += 1
    assert count > 80


def relaid(text: str, chance: random.Random) -> str:
    """The same values in another layout, with comments."""
    lines: list[str] = []
    for line in text.split("\n"):
        if re.match(r"[a-z]", line) and chance.random() < 0.2:
            lines.append(f"# au-dessus {chance.randrange(99)}")
        bare = re.fullmatch(r" *(- )?[a-z_]+: [a-z0-9-]+", line)
        lines.append(f"{line}  # à côté {chance.randrange(99)}" if bare and chance.random() < 0.3 else line)
    text = "\n".join(lines)
    if chance.random() < 0.3:
        text = re.sub(r"\n\n+", "\n", text)
    if chance.random() < 0.4:
        text = re.sub(r"(?m)^([a-z_]+):\n((?:  - [a-z0-9-]+\n)+)(?!  )", _in_brackets, text)
    if chance.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return text.rstrip() if chance.random() < 0.2 else text


def _in_brackets(found: re.Match[str]) -> str:
    words = [line.removeprefix("  - ") for line in found[2].splitlines()]
    return f"{found[1]}: [{', '.join(words)}]\n"


def test_comments_are_found_wherever_they_may_stand() -> None:
    sheet = sheet_of('# 1\nname: "a # b" # 2\nnote: > # 3\n  c # d\n\n# 4\nformerly: [a, # 5\n  b]\nurl: x#y\n# 6')
    assert sheet is not None
    assert [comment for _, comment in sheet.comments()] == ["# 1", "# 2", "# 3", "# 4", "# 5", "# 6"]
    assert plain(sheet.root) == {"name": "a # b", "note": "c # d\n", "formerly": ["a", "b"], "url": "x#y"}
