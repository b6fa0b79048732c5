"""What is to be reconfirmed, why, with whom, in which order; the command and the page say the same."""

from __future__ import annotations

import csv
import datetime
import io
import re
import shutil
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from generator.commands.stale import stale_command
from generator.model import Actor, Call, Country, DeadSource, Initiative, Instrument, Record
from generator.model.directory import Directory, link
from generator.model.values import parse_date
from generator.render.pages.engine import Writer
from generator.render.pages.selection import Selection
from generator.render.pages.upkeep import stale_page
from generator.stale import Entry, groups, said, stale
from generator.stale.elections import CALENDAR, elections
from generator.words.catalog import Catalog
from generator.words.edition import Edition
from tests.cases.report import CASES

TODAY = datetime.date(2026, 11, 22)
FRESH = {"date": "2026-11-01", "by": "Essai"}
SOURCE = [{"title": "Essai", "year": 2025}]


def actor(id_: str, **more: Any) -> Actor:
    values = {"name": id_.title(), "kind": "commune", "country": "FR", "sources": SOURCE, "verified": FRESH, **more}
    return Actor.model_validate({"id": id_, **values})


def initiative(id_: str = "essai", **more: Any) -> Initiative:
    values = {
        "title": "Essai",
        "modality": "project",
        "scope": "decentralised",
        "summary": "Essai",
        "participations": [{"actor": "ici", "role": "bearer"}, {"actor": "la-bas", "role": "partner"}],
        "verified": FRESH,
        "sources": SOURCE,
        **more,
    }
    return Initiative.model_validate({"id": id_, **values})


HERE = actor("ici")
THERE = actor("la-bas", kind="foreign-local-authority", level="municipality", country="AR")
QUITO = actor("quito", kind="foreign-local-authority", level="municipality", country="EC")
REGION = actor("region", kind="region")


CALL = {"id": "a", "title": "A", "kind": "need", "side": "fr", "emitter": "ici", "verified": FRESH}
INSTRUMENT = {"id": "i", "name": "I", "kind": "grant", "description": "I", "verified": FRESH}
EXPIRED = [{"id": "p", "title": "Eau", "expires": "2025"}]
PERU = {"id": "pe", "name": "Pérou", "state": "PE"}
TOWN = {"id": "v", "name": "V", "kind": "commune", "country": "FR", "verified": FRESH}
NETWORK = {"id": "r", "name": "R", "kind": "network", "network": {"type": "local-authorities"}, "verified": FRESH}


def codes(*records: Record, today: datetime.date = TODAY, **more: Any) -> list[str]:
    """Codes of the reasons of the first of the records."""
    return [
        reason.code
        for entry in stale(link([*records, HERE, THERE, QUITO, REGION]), today, **more)
        for reason in entry.reasons
        if entry.record is records[0]
    ]


def partners(*ids: str) -> list[dict[str, str]]:
    return [{"actor": id_, "role": "partner"} for id_ in ids]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        # never verified, or not for long
        ({"verified": None}, ["elections-held", "never-since"]),
        ({"verified": None, "sources": [{"title": "Essai"}], "participations": []}, ["never"]),
        ({"verified": {"date": "2025-11-21", "by": "E"}, "participations": []}, ["old"]),
        ({"verified": {"date": "2025-11-22", "by": "E"}, "participations": []}, []),
        # the end of an agreement, and of the initiative
        ({"frames": [{"kind": "convention", "period": {"end": "2026-11-21"}}]}, ["agreement-over"]),
        ({"frames": [{"kind": "convention", "period": {"end": "2026-11-22"}}]}, ["agreement-ending"]),
        ({"frames": [{"kind": "convention", "period": {"end": "2027-05-22"}}]}, ["agreement-ending"]),
        ({"frames": [{"kind": "convention", "period": {"end": "2027-05-23"}}]}, []),
        ({"frames": [{"kind": "convention", "period": {"end": "2020"}}, {"kind": "convention", "signed": "2021"}]}, []),
        ({"frames": [{"kind": "convention", "period": {"end": "2020"}}], "status": {"state": "not-renewed"}}, []),
        ({"period": {"end": "2026-10"}}, ["period-over"]),
        ({"period": {"end": "2026-11"}}, []),
        ({"period": {"end": "2026-10"}, "status": {"state": "ended"}}, []),
        # a status to look at again
        ({"status": {"state": "watching", "review_after": "2026-11-01"}}, ["review"]),
        ({"status": {"state": "watching", "review_after": "2027"}}, []),
        ({"status": {"state": "watching", "trigger": "Une élection."}}, ["watching-trigger"]),
        ({"status": {"state": "suspended"}}, ["suspended"]),
        ({"status": {"state": "active"}}, []),
        # elections since the last news: of French municipalities from 15 to 22 March 2026, of regions in 2021
        ({"verified": {"date": "2026-03-14", "by": "E"}}, ["elections-held"]),
        ({"verified": {"date": "2026-03-23", "by": "E"}}, []),
        ({"verified": {"date": "2026-03", "by": "E"}, "participations": partners("region")}, []),
        # a source that does not answer
        ({"sources": [{"title": "E", "url": "https://mort.org/a#b"}]}, ["source-dead"]),
        ({"sources": [{"title": "E", "url": "https://mort.org/a", "archive": "https://archive.org/a"}]}, []),
    ],
)
def test_an_initiative_is_to_be_reconfirmed_for_a_reason(values: dict[str, Any], expected: list[str]) -> None:
    record = initiative(**values)
    dead = [DeadSource(url="https://mort.org/a", since=parse_date("2026-05"))]
    directory = link([record, HERE, THERE, REGION], dead=dead)
    found = [entry for entry in stale(directory, TODAY) if entry.record is record]
    assert [reason.code for entry in found for reason in entry.reasons] == expected


@pytest.mark.parametrize(
    ("verified", "today", "expected"),
    [
        ("2026-08-01", "2026-08-13", []),
        ("2026-08-01", "2026-08-14", ["elections-ahead"]),
        ("2026-08-01", "2027-02-14", ["elections-ahead"]),
        ("2026-08-01", "2027-02-15", ["elections-held"]),
        ("2027-02-15", "2027-02-15", []),
    ],
)
def test_elections_to_come_are_told_six_months_ahead(verified: str, today: str, expected: list[str]) -> None:
    """In Ecuador, on 14 February 2027."""
    record = initiative(verified={"date": verified, "by": "E"}, participations=partners("quito"))
    assert codes(record, today=datetime.date.fromisoformat(today)) == expected


@pytest.mark.parametrize(
    ("type_", "values", "expected"),
    [
        (Call, {**CALL, "expires": "2026-10"}, ["call-expired"]),
        (Call, {**CALL, "expires": "2026-11"}, []),
        (Call, {**CALL, "verified": None}, ["never"]),
        (Instrument, {**INSTRUMENT, "sessions": [{"closes": "2026-11-21"}]}, ["deadline-passed"]),
        (Instrument, {**INSTRUMENT, "sessions": [{"closes": "2026-11-22"}]}, []),
        (Country, {**PERU, "priorities": EXPIRED}, ["priority-expired"]),
        (Country, PERU, []),
        (Actor, {**NETWORK, "priorities": EXPIRED}, ["priority-expired"]),
        (Actor, {**TOWN, "verified": None, "successor": "ici"}, []),
        (Actor, {**TOWN, "verified": None}, ["never"]),
        (Actor, {**TOWN, "verified": {"date": "2026-03-01", "by": "E"}}, []),
        (
            Actor,
            {**TOWN, "verified": {"date": "2026-03-01", "by": "E"}, "engagement": {"stage": "active"}},
            ["elections-held"],
        ),
        (
            Actor,
            {**TOWN, "verified": None, "engagement": {"stage": "active", "as_of": "2020"}},
            ["elections-held", "engagement-aged", "never"],
        ),
        (
            Instrument,
            {**INSTRUMENT, "status": {"stage": "open", "as_of": "2024"}, "verified": None},
            ["availability-aged", "never"],
        ),
        (
            Instrument,
            {**INSTRUMENT, "status": {"stage": "closed", "as_of": "2024"}, "sessions": [{"closes": "2024"}]},
            [],
        ),
    ],
)
def test_other_records_are_to_be_reconfirmed_for_their_own_reasons(
    type_: type[Record], values: dict[str, Any], expected: list[str]
) -> None:
    assert codes(type_.model_validate(values)) == expected


def test_older_than_says_from_when_a_verification_is_old() -> None:
    record = initiative(verified={"date": "2026-08-01", "by": "E"})
    assert codes(record, older_than=4) == []
    assert codes(record, older_than=3) == ["old"]


def test_the_most_urgent_comes_first_under_the_actor_to_ask() -> None:
    other = actor("autre", kind="association-ngo")
    records = [
        initiative("ancienne", verified={"date": "2024", "by": "E"}, participations=partners("autre")),
        initiative("plus-ancienne", verified={"date": "2023", "by": "E"}, participations=partners("autre")),
        initiative("expire", frames=[{"kind": "convention", "period": {"end": "2025"}}]),
        initiative("a-revoir", status={"state": "watching", "review_after": "2025"}),
        Country.model_validate({**PERU, "priorities": EXPIRED}),
    ]
    found = groups(stale(link([*records, other, HERE, THERE]), TODAY))
    assert [(contact and contact.id, [entry.record.id for entry in entries]) for contact, entries in found] == [
        ("ici", ["a-revoir", "expire"]),
        ("autre", ["plus-ancienne", "ancienne"]),
        (None, ["pe"]),
    ]


def test_the_actor_to_ask_is_the_french_one_that_leads_or_who_took_over_from_it() -> None:
    old, new = actor("ancienne", successor="nouvelle"), actor("nouvelle")
    record = initiative(
        verified=None,
        participations=[
            {"actor": "la-bas", "role": "bearer"},
            {"actor": "ici", "role": "support"},
            {"actor": "ancienne", "role": "bearer"},
        ],
    )
    entry = next(each for each in stale(link([record, old, new, HERE, THERE]), TODAY) if each.record is record)
    assert entry.contact is new


def test_every_election_has_a_source_and_a_name_in_each_edition() -> None:
    assert len(elections()) > 10
    for each in elections():
        assert each.sources
        assert each.sources[0].url
        assert {"fr", "es"} <= each.name.root.keys()
        assert bool(each.kinds) != bool(each.levels)
        assert each.first.first() <= each.over.last()
    assert "elections.yml" in (CALENDAR.parent / "README.md").read_text("utf-8")


def test_the_calendar_names_kinds_and_levels_that_exist(real: Directory) -> None:
    for each in elections():
        assert set(each.kinds) <= set(real.terms["actor-kinds"])
        assert set(each.levels) <= set(real.terms["levels"])
    assert sum(each.elects(known) for each in elections() for known in real.actors.values()) > 100


def test_every_reason_has_its_sentence_in_each_edition(real: Directory) -> None:
    code = (Path(__file__).parents[2] / "generator" / "stale" / "reasons.py").read_text("utf-8")
    known = set(re.findall(r'(?:Reason\(|return )"([a-z-]+)"', code)) | {
        f"{state}{end}" for state in ("watching", "suspended") for end in ("", "-trigger")
    }
    for locale in ("fr", "es"):
        catalog = Catalog(f"{locale}")
        told = {key.removeprefix("stale.because.") for key in catalog if key.startswith("stale.because.")}
        assert {each.removesuffix("-undated") for each in told} == known
        edition = Edition(locale, TODAY)
        for entry in stale(real, TODAY):
            for reason in entry.reasons:
                assert "{" not in said(reason, real, edition)


# The command


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    return Path(shutil.copytree(CASES / "base", tmp_path / "content"))


@pytest.mark.usefixtures("content")
def test_the_command_lists_by_actor_with_reasons() -> None:
    out = CliRunner().invoke(stale_command).output.replace("\u00a0", " ")
    assert out.startswith("Au 22 novembre 2026, fiches à reconfirmer : 6")
    _, _, theirs = out.partition("\nBrest Métropole\n")
    assert (
        "  content/initiatives/brest-chubut.yml : Brest Métropole – Province du Chubut : coopération économique\n"
        "    - Des élections municipales ont eu lieu le 22 mars 2026," in theirs.partition("\n\n")[0]
    )


def test_the_table_has_a_row_per_reason_and_nothing_that_runs(content: Path) -> None:
    path = content / "actors" / "afd.yml"
    path.write_text(path.read_text("utf-8").replace("name: Agence", "name: =1+1 Agence"), "utf-8")
    out = CliRunner().invoke(stale_command, ["--format", "csv"]).output
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["Fiche"] for row in rows if row["Identifiant"] == "afd"} == {
        "'=1+1 Agence française de développement (AFD)"
    }
    brest = [row["Code de la raison"] for row in rows if row["Identifiant"] == "brest-chubut"]
    assert brest == ["elections-held", "never-since"]


@pytest.mark.usefixtures("content")
def test_the_day_is_that_of_the_content_unless_another_is_given() -> None:
    assert "Au 1er mars 2026" in CliRunner().invoke(stale_command, ["--date", "2026-03-01"]).output
    early = CliRunner().invoke(stale_command, ["--date", "2026-03-01"]).output
    assert "élections municipales, le 15 mars 2026" in early


# The page


def pages(directory: Directory, locale: str) -> Iterable[str]:
    edition = Edition(locale, TODAY, site="https://example.org/")
    writer = Writer(directory, edition)
    for page in stale_page(Selection(directory, edition)):
        yield writer.write(page).data.decode()


@pytest.mark.parametrize("locale", ["fr", "es"])
def test_the_page_has_a_line_per_record_with_reasons_and_a_link_to_confirm(real: Directory, locale: str) -> None:
    found: list[Entry] = stale(real, TODAY)
    whole = unescape("\n".join(pages(real, locale)))
    assert [tuple(pair) for pair in re.findall(r'data-id="(.*?)" data-type="(.*?)"', whole)] == [
        (entry.record.id, entry.record.folder) for _, entries in groups(found) for entry in entries
    ]
    assert 'robots: "noindex"' in whole
    initiatives = [entry.record.id for entry in found if isinstance(entry.record, Initiative)]
    for id_ in initiatives:
        assert f'contribuer/corriger/?type=initiative&id={id_}"' in whole


def test_the_letter_names_the_records_and_where_to_confirm_them(real: Directory) -> None:
    whole = "\n".join(pages(real, "fr"))
    letters = [unquote(unescape(found)) for found in re.findall(r'href="(mailto&#58;.*?)"', whole)]
    nanterre = next(letter for letter in letters if "(Nanterre)" in letter)
    assert "https://example.org/contribuer/corriger/?type=initiative&id=nanterre-moron" in nanterre
    assert max(map(len, letters)) < 4000


def test_the_page_never_asks_the_clock(real: Directory) -> None:
    assert list(pages(real, "fr")) == list(pages(real, "fr"))
    later = Edition("fr", datetime.date(2030, 1, 1))
    writer = Writer(real, later)
    whole = "".join(writer.write(page).data.decode() for page in stale_page(Selection(real, later)))
    assert "1<sup>er</sup> janvier 2030" in whole


def test_an_older_word_about_engagement_is_asked_about_first() -> None:
    towns = [
        Actor.model_validate({**TOWN, "id": id_, "verified": None, "engagement": {"stage": "active", "as_of": as_of}})
        for id_, as_of in (("a", "2024"), ("b", "2020-11-30"))
    ]
    asked = [
        (entry.record.id, reason.code)
        for entry in stale(link(towns), TODAY)
        for reason in entry.reasons
        if reason.code == "engagement-aged"
    ]
    assert asked == [("b", "engagement-aged"), ("a", "engagement-aged")]
