"""Mailboxes of services pass, those of people are told; the form's twin says the same of each."""

from __future__ import annotations

import json
from typing import Any

from generator.check.mailboxes import LINKS, LONG, SERVICE, is_personal
from generator.text.fold import fold
from tests.node import ROOT, call

TABLE: dict[str, Any] = json.loads((ROOT / "tests" / "mailboxes.json").read_text("utf-8"))
WORDS = {"service": SERVICE, "links": LINKS, "long": LONG}


def both(address: str, names: list[str]) -> bool:
    """What check and form say of the mailbox."""
    here = is_personal(address, names)
    assert call("form/rules/mailboxes.js", "isPersonal", WORDS, address, names) == here, address
    return here


def test_a_mailbox_of_a_service_passes() -> None:
    assert len(TABLE["service"]) >= 60
    assert [address for address, names in TABLE["service"] if both(address, names)] == []


def test_a_mailbox_of_a_person_is_told() -> None:
    assert len(TABLE["personal"]) >= 60
    assert [address for address in TABLE["personal"] if not both(address, ["Essai"])] == []


def test_what_is_the_name_of_one_organisation_is_none_of_another() -> None:
    assert not both("angouleme@essai.example", ["Angoulême"])
    assert both("angouleme@essai.example", ["Cognac"])


def test_words_are_written_as_mailboxes_are_read_and_once() -> None:
    assert [word for word in SERVICE if fold(word) != word or " " in word] == []
    assert len(SERVICE) == len(set(SERVICE))
