"""Twinnings of a country are told with what is known of them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Initiative
from generator.words.edition import Edition
from generator.words.twinnings import twinnings


def twinning(**more: Any) -> Initiative:
    said = {"title": "Essai", "summary": "Essai.", "scope": "decentralised", "modality": "twinning"}
    return Initiative.model_validate({"id": "essai", **said, **more})


DATED = {"period": {"start": "1991"}}
ACTIVE = {"status": {"state": "active"}}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([{"modality": "project"}], ""),
        ([{}], "1 jumelage : aucun daté, aucun dont on sache s’il est actif."),
        ([DATED, {}], "2 jumelages : 1 daté, aucun dont on sache s’il est actif."),
        ([DATED | ACTIVE, DATED, ACTIVE], "3 jumelages : 2 datés, 2 que l’on sait actifs."),
    ],
)
def test_it_is_said_of_how_many_something_is_known(found: list[dict[str, Any]], said: str, french: Edition) -> None:
    told = twinnings((twinning(**each) for each in found), french)
    assert told.replace("\u00a0", " ").replace("\u202f", " ") == said
