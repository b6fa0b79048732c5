"""What is to come, and what was: each meeting once, with what lets a later reader's page move it."""

from __future__ import annotations

import re

from generator.model import Actor, Call, Country, Event, Instrument, Record
from generator.model.directory import Directory, link
from generator.render.pages import View, hubs, profiles, sheets
from generator.render.pages.engine import Writer
from generator.render.pages.selection import Selection
from generator.words.edition import Edition


def event(id_: str, **period: str) -> Event:
    return Event.model_validate({"id": id_, "name": id_, **({"period": period} if period else {})})


def pages(view: View, real: Directory, some: list[Record], edition: Edition) -> dict[str, str]:
    """Path → page of that view of a directory that holds these records, with the real words."""
    directory = link([*real.vocabularies.values(), *some])
    made = view(Selection(directory, edition))
    return {each.path: each.data.decode() for each in map(Writer(directory, edition).write, made)}


def sections(text: str) -> dict[str, list[str]]:
    """Heading → the meetings under it."""
    parts = re.split(r"^## (.+)$", text, flags=re.M)[1:]
    return {head: re.findall(r'agenda/([\w-]+)/"', body) for head, body in zip(parts[::2], parts[1::2], strict=True)}


def test_each_meeting_is_listed_once(real: Directory, french: Edition) -> None:
    some = [
        event("next-year", start="2027-03"),
        event("today", start="2026-11-20", end="2026-11-22"),
        event("yesterday", start="2026-11-21"),
        event("only-an-end", end="2026-12-31"),
        event("only-an-end-past", end="2019"),
        event("some-day"),
    ]
    text = pages(hubs.agenda, real, some, french)["agenda/index.md"]
    assert sections(text) == {
        "À venir": ["today", "only-an-end", "next-year"],
        "2026": ["yesterday"],
        "2019": ["only-an-end-past"],
        "Sans date connue": ["some-day"],
    }
    assert '<li class="rp-entry" data-start="2027-03-01" data-until="2027-03-31">' in text
    assert '<ul class="rp-list" data-year="2019"><li class="rp-entry" data-start="2019-01-01">' in text
    assert '<p class="rp-note" data-none hidden>' in text
    assert "<noscript>" in text
    assert "22 novembre 2026" in text.partition("<noscript>")[2]


def test_where_nothing_is_to_come_no_script_is_needed(real: Directory, french: Edition) -> None:
    text = pages(hubs.agenda, real, [event("past", start="2019")], french)["agenda/index.md"]
    assert "data-until" not in text
    assert "data-start" not in text
    assert '<p class="rp-note" data-none>Aucune rencontre à venir' in text


def test_a_last_day_is_told_in_lists_and_on_the_factsheet(real: Directory, french: Edition) -> None:
    town = {"id": "town", "name": "Ville", "kind": "commune", "country": "FR"}
    call = {"title": "Eau", "kind": "need", "side": "fr", "emitter": "town", "countries": ["PE"]}
    scheme = {"name": "Fonds", "kind": "grant", "description": "Un fonds.", "countries": ["PE"]}
    some = [
        Country.model_validate({"id": "pe", "name": "Pérou", "state": "PE"}),
        Actor.model_validate(town),
        Call.model_validate({"id": "need", **call, "expires": "2027-01-31"}),
        Instrument.model_validate({"id": "fund", **scheme, "sessions": [{"closes": "2026-03"}]}),
    ]
    to_come = (
        "<span>valable jusqu’à\u00a0&#58; 31 janvier 2027 "
        '<span data-until="2027-01-31"><span class="rp-badge rp-badge--suspended" data-passed hidden>'
    )
    over = '<span data-until="2026-03-31"><span class="rp-badge rp-badge--suspended" data-passed>Date passée</span>'
    places: list[tuple[View, str, str]] = [
        (hubs.calls, "appels/index.md", to_come),
        (profiles.countries, "pays/pe/index.md", to_come),
        (sheets.actors, "acteurs/town/index.md", to_come),
        (sheets.calls, "appels/need/index.md", to_come.partition(" <")[2]),
        (hubs.instruments, "financements/index.md", f"date limite\u00a0&#58; mars 2026 {over}"),
        (profiles.countries, "pays/pe/index.md", over),
        (sheets.instruments, "financements/fund/index.md", over),
    ]
    for view, path, told in places:
        assert told in pages(view, real, some, french)[path], path
