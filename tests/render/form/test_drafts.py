"""Drafts of the form, without a page: what can be read again, and what two changed since the same text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.files.save import plain
from generator.model.directory import Directory
from generator.model.schema.types import TYPES
from generator.render.form import OFFERED, definition
from tests import node

BASE = {
    "title": "Titre",
    "summary": {"fr": "Texte.", "es": "Texto."},
    "keywords": ["eau", "sel"],
    "participations": [{"actor": "a", "role": "bearer"}, {"actor": "b", "role": "partner"}],
    "period": {"start": "2001"},
}


def changed(**keys: Any) -> dict[str, Any]:
    return {key: value for key, value in {**BASE, **keys}.items() if value is not None}


def merge(mine: dict[str, Any], theirs: dict[str, Any], base: dict[str, Any] = BASE) -> dict[str, Any]:
    found: dict[str, Any] = node.call("form/merge.js", "merge", base, mine, theirs)
    return found


@pytest.mark.parametrize(
    ("mine", "theirs", "wanted", "taken"),
    [
        ({}, {}, {}, []),
        ({"title": "Mien"}, {}, {"title": "Mien"}, []),
        ({}, {"title": "Leur"}, {"title": "Leur"}, ["title"]),
        ({"title": "Pareil"}, {"title": "Pareil"}, {"title": "Pareil"}, []),
        ({"title": "Mien"}, {"period": {"start": "2002"}}, {"title": "Mien", "period": {"start": "2002"}}, ["period"]),
        # a group and a text in several languages, key by key
        (
            {"summary": {"fr": "Mon texte.", "es": "Texto."}},
            {"summary": {"fr": "Texte.", "es": "Su texto."}},
            {"summary": {"fr": "Mon texte.", "es": "Su texto."}},
            ["summary"],
        ),
        ({"period": {"start": "2001", "end": "2009"}}, {"period": {"start": "2000"}},
         {"period": {"start": "2000", "end": "2009"}}, ["period"]),
        # a list, item by item
        ({"keywords": ["eau", "sel", "mien"]}, {"keywords": ["eau", "leur"]}, {"keywords": ["eau", "leur", "mien"]},
         ["keywords"]),
        ({"keywords": ["eau"]}, {"keywords": ["eau", "sel", "leur"]}, {"keywords": ["eau", "leur"]}, ["keywords"]),
        ({"keywords": None}, {"title": "Leur"}, {"keywords": None, "title": "Leur"}, ["title"]),
        (
            {"participations": [{"actor": "a", "role": "funder"}, {"actor": "b", "role": "partner"}]},
            {"participations": [{"actor": "b", "role": "partner"}, {"actor": "a", "role": "bearer"}, {"actor": "c"}]},
            {"participations": [{"actor": "b", "role": "partner"}, {"actor": "a", "role": "funder"}, {"actor": "c"}]},
            ["participations"],
        ),
        # what one took out and the other changed stays
        (
            {"participations": [{"actor": "a", "role": "bearer"}]},
            {"participations": [{"actor": "a", "role": "bearer"}, {"actor": "b", "role": "funder"}]},
            {"participations": [{"actor": "a", "role": "bearer"}, {"actor": "b", "role": "funder"}]},
            ["participations"],
        ),
        # what is only typed empty says nothing
        ({"title": "Titre ", "summary": {"fr": "Texte.", "es": "Texto.", "pt": ""}}, {}, {}, []),
    ],
)  # fmt: skip
def test_what_both_changed_apart_is_put_together(
    mine: dict[str, Any], theirs: dict[str, Any], wanted: dict[str, Any], taken: list[str]
) -> None:
    found = merge(changed(**mine), changed(**theirs))
    assert node.call("form/merge.js", "same", found["value"], changed(**wanted))
    assert (found["taken"], found["both"]) == (taken, [])


def test_what_both_changed_in_their_own_way_is_told_and_published_stays() -> None:
    mine = changed(title="Mien", participations=[{"actor": "a", "role": "funder"}, BASE["participations"][1]])
    theirs = changed(title="Leur", participations=[{"actor": "a", "role": "host"}, BASE["participations"][1]])
    found = merge(mine, theirs)
    assert found["value"] == theirs
    assert found["both"] == [
        {"path": ["title"], "mine": "Mien", "theirs": "Leur"},
        {"path": ["participations", 0, "role"], "mine": "funder", "theirs": "host"},
    ]
    gone = merge(changed(title=None), theirs)
    assert {"path": ["title"], "mine": None, "theirs": "Leur"} in [{"mine": None, **each} for each in gone["both"]]


def test_what_is_only_in_one_of_them_is_never_lost() -> None:
    """Items that can't be told apart are not mixed: the person chooses."""
    twice = [{"role": "bearer"}, {"role": "bearer"}]
    found = merge(changed(participations=[*twice, {"actor": "x"}]), changed(participations=[{"actor": "y"}]))
    (both,) = found["both"]
    assert both["mine"][-1] == {"actor": "x"}
    assert both["theirs"] == [{"actor": "y"}]


GOOD = {"date": "2026-11-01T08:00:00Z", "drafts": [{"type": "event", "id": "", "old": False, "number": 0, "value": {}}]}


def kept(value: object, held: dict[str, Any]) -> Any:
    source = """async (load, json, text) => {
      const { define } = await load("form/definition.js");
      const { readKept } = await load("form/page/kept.js");
      return readKept(text, define(json));
    }"""
    return node.run(source, held, value if isinstance(value, str) else json.dumps(value))


@pytest.fixture(scope="module")
def held(real: Directory) -> dict[str, Any]:
    return definition(real, "https://site.example/")


def draft(**keys: Any) -> dict[str, Any]:
    return {**GOOD, "drafts": [{**GOOD["drafts"][0], **keys}]}


@pytest.mark.parametrize(
    "value",
    [
        draft(value={"name": "Rencontre", "period": {"start": ""}, "sources": [{"title": ""}], "themes": [""]}),
        draft(value={"name": {"fr": "Rencontre", "es": "Encuentro"}}),
        draft(type="initiative", value={"participations": [{"actor": "new:1"}]}),
        draft(type="actor", value={"names": [{"text": "V.", "kind": ""}, {}], "support_wanted": [{"kinds": [""]}]}),
    ],
)
def test_what_the_form_keeps_it_reads_again(value: dict[str, Any], held: dict[str, Any]) -> None:
    assert kept(value, held) == value


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "{",
        "[null]",
        {"drafts": [{}]},
        {**GOOD, "drafts": []},
        {**GOOD, "drafts": [None]},
        {**GOOD, "date": "hier"},
        {**GOOD, "drafts": [*GOOD["drafts"], *GOOD["drafts"]]},
        draft(type="constructor"),
        draft(number=1),
        draft(number="0"),
        draft(value=None),
        draft(value={"gone": "x"}),
        draft(value={"name": None}),
        draft(value={"name": 3}),
        draft(value={"name": ["x"]}),
        draft(value={"sources": [{"gone": "x"}]}),
        draft(value={"sources": {"title": "x"}}),
        draft(value={"__proto__x": {}}),
        # As the model was: told to be of another version, and offered as a file.
        draft(type="actor", value={"name": "Ville", "other_names": ["V."]}),
        draft(type="actor", value={"name": "Ville", "engagement": "active"}),
        draft(type="actor", value={"name": "Ville", "expertise_offered": ["culture"]}),
    ],
)
def test_what_the_form_cannot_take_up_is_not_read(value: object, held: dict[str, Any]) -> None:
    assert kept(value, held) is None


@pytest.mark.parametrize(
    "both", [[{"path": ["name"], "mine": None}], [{"path": [None]}], [{"path": []}], [None], {}, "x"]
)
def test_choices_that_cannot_be_read_are_forgotten(both: object, held: dict[str, Any]) -> None:
    assert kept({**GOOD, "both": both}, held) == GOOD


def test_every_real_record_can_be_taken_up_as_a_draft(real: Directory, held: dict[str, Any]) -> None:
    records = [(type_, each) for type_ in OFFERED for each in getattr(real, TYPES[type_]).values()]
    texts = [json.dumps(draft(type=type_, id=each.id, old=True, value=plain(each))) for type_, each in records]
    source = """async (load, json, texts) => {
      const { define } = await load("form/definition.js");
      const { readKept } = await load("form/page/kept.js");
      const definition = define(json);
      return texts.flatMap((text, at) => (readKept(text, definition) ? [] : [at]));
    }"""
    lost = node.run(source, held, texts)
    assert [records[at][1].id for at in lost] == []
    assert len(texts) > 700
