"""Every door takes the same out of a text: in Python and in the form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.directory import link
from generator.model.schema.paths import at
from generator.render.form import definition
from generator.text.tidy import tidy, untracked
from tests.node import call


@pytest.mark.parametrize(
    ("field", "typed", "tidied", "done"),
    [
        ("initiative.title", "Eau", "Eau", ()),
        ("initiative.title", "  Eau\u00a0", "Eau", ()),
        ("initiative.title", "Co\u00adope\u0301ration", "Coopération", ("characters",)),
        ("initiative.title", "Eau\u200b \ufeffet ville\u200d", "Eau et ville", ("characters",)),
        ("initiative.title", "Eau : Lima\r\n  et Lyon", "Eau : Lima et Lyon", ("one-line",)),
        ("initiative.title", "Eau\u00a0: Lima", "Eau\u00a0: Lima", ()),
        ("initiative.title", "Eau \u202e: Lima", "Eau \u202e: Lima", ()),
        ("initiative.keywords", "e\u0301au\nville", "éau ville", ("characters", "one-line")),
        ("initiative.summary", "Une.\nDeux.", "Une.\nDeux.", ()),
        ("actor.website", "https://a.fr/?utm_source=x", "https://a.fr/", ("trackers",)),
        ("actor.website", "https://a.fr/?id=1&UTM_Medium=x&b=2", "https://a.fr/?id=1&b=2", ("trackers",)),
        ("actor.website", "https://a.fr/?fbclid=x&gclid=y#bas", "https://a.fr/#bas", ("trackers",)),
        ("actor.website", "https://a.fr/#xtor=AL-1", "https://a.fr/", ("trackers",)),
        ("actor.website", "https://a.fr/?#", "https://a.fr/?#", ()),
        ("actor.website", "https://a.fr/?a&&b=#utm_source", "https://a.fr/?a&&b=", ("trackers",)),
        ("actor.website", "https://a.fr/utm_source=x?customutm_source=1", None, ()),
        ("actor.name", "https://a.fr/?utm_source=x", None, ()),
    ],
)
def test_a_text_is_tidied_alike_at_every_door(
    field: str, typed: str, tidied: str | None, done: tuple[str, ...]
) -> None:
    known = at(field)
    expected = (typed if tidied is None else tidied, done)
    assert tidy(typed.replace("\r\n", "\n"), known) == expected
    assert tidy(expected[0], known) == (expected[0], ())
    told = {"kind": known.kind, "long": known.long, "pattern": known.pattern}
    answer = call("form/tidy.js", "tidy", definition(link([]), ""), told, typed)
    assert (answer["text"], tuple(answer["done"])) == expected


def test_only_an_address_loses_its_trackers() -> None:
    text = "https://a.fr/?utm_source=x"
    assert untracked(text) == "https://a.fr/"
    assert tidy(text, replace(at("actor.website"), kind="text"))[0] == text
