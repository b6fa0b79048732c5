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
        ("place.insee", "4019", "04019", ("zeros",)),
        ("place.insee", "04019", "04019", ()),
        ("place.insee", "2a004", "2A004", ("code",)),
        ("place.insee", "29 019", "29019", ("code",)),
        ("place.insee", "1", "01", ("zeros",)),
        ("place.insee", "29", "29", ()),
        ("place.insee", "401", "401", ()),
        ("place.insee", "0", "0", ()),
        ("place.insee", "40", "40", ()),
        ("actor.identifiers.insee", "9M", "09M", ("zeros",)),
        ("actor.identifiers.insee", "12345678", "12345678", ()),
        ("actor.identifiers.siren", "212\u00a0900.195", "212900195", ("code",)),
        ("actor.identifiers.siren", "12345674", "012345674", ("zeros",)),
        ("actor.identifiers.siren", "12345678", "12345678", ()),
        ("actor.identifiers.siren", "123456", "123456", ()),
        ("actor.identifiers.wikidata", "q456", "Q456", ("code",)),
        ("actor.identifiers.wikidata", "https://www.wikidata.org/wiki/Q456", "Q456", ("code",)),
        ("actor.identifiers.wikidata", "HTTP://wikidata.org/entity/q456/", "Q456", ("code",)),
        ("actor.identifiers.ror", "04TQHJ682", "04tqhj682", ("code",)),
        ("actor.identifiers.ror", "https://ror.org/04tqhj682", "04tqhj682", ("code",)),
        ("actor.identifiers.ror", "https://ror.org/04TQHJ682/", "04tqhj682", ("code",)),
        ("actor.identifiers.ror", "04tqhj682", "04tqhj682", ()),
        ("actor.identifiers.iati", "fr-3 a", "fr-3 a", ()),
        ("initiative.themes", "sdg-6", "sdg-06", ("zeros",)),
        ("initiative.themes", "sdg-16", "sdg-16", ()),
    ],
)
def test_a_text_is_tidied_alike_at_every_door(
    field: str, typed: str, tidied: str | None, done: tuple[str, ...]
) -> None:
    known = at(field)
    expected = (typed if tidied is None else tidied, done)
    assert tidy(typed.replace("\r\n", "\n"), known) == expected
    assert tidy(expected[0], known) == (expected[0], ())
    told = {"kind": known.kind, "long": known.long, "pattern": known.pattern, "code": known.code}
    answer = call("form/tidy.js", "tidy", definition(link([]), ""), told, typed)
    assert (answer["text"], tuple(answer["done"])) == expected


def test_only_an_address_loses_its_trackers() -> None:
    text = "https://a.fr/?utm_source=x"
    assert untracked(text) == "https://a.fr/"
    assert tidy(text, replace(at("actor.website"), kind="text"))[0] == text
