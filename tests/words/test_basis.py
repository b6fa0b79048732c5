"""On whose word a record stands is said in one sentence."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Initiative
from generator.words.basis import basis
from generator.words.edition import Edition

SAID = {"title": "Essai", "summary": "Essai.", "scope": "decentralised", "modality": "project"}
STATUS = {"status": {"state": "active"}}
VERIFIED = {"verified": {"date": "2026-11-27", "by": "Essai"}}
UNREAD = "personne n’a encore relu cette fiche avec les acteurs concernés"
UNKNOWN = "on ne sait pas où en est l’initiative"


@pytest.mark.parametrize(
    ("years", "more", "said"),
    [
        ([2013], {}, f"D’après une source de 2013 ; {UNKNOWN}, et {UNREAD}."),
        ([2013, None, 2017], STATUS, f"D’après 3 sources, la plus récente de 2017 ; {UNREAD}."),
        ([None], VERIFIED, f"D’après une source sans date ; {UNKNOWN}."),
        ([None, None], STATUS | VERIFIED, "D’après 2 sources sans date."),
    ],
)
def test_sources_and_what_nobody_has_said_are_one_sentence(
    years: list[int | None], more: dict[str, Any], said: str, french: Edition
) -> None:
    sources = [{"title": "Essai", "year": year} for year in years]
    record = Initiative.model_validate({"id": "essai", "sources": sources, **SAID, **more})
    assert basis(record, french).replace("\u00a0", " ").replace("\u202f", " ") == said
