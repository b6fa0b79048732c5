"""What the form writes to whoever reviews a proposal: who, what changes and from what, in words."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes.compare import changed
from generator.changes.excerpt import excerpts
from generator.files.save import plain as held
from generator.model.directory import Directory
from generator.model.schema.types import TYPES
from generator.render.form import OFFERED, definition, known
from generator.render.pages.proposals import texts
from generator.words.countries import country_names
from tests import node

LOAD = """
  const [{define}, {know}, {labelOf}, message, {changes}] = await Promise.all(
    ["definition", "known", "label", "message", "changes"].map((name) => load(`form/${name}.js`)));
  const [defined, knew] = [define(given.definition), know(given.known)];
  const called = (field, value) => labelOf(defined, knew, field, value);
"""
CHANGES = f"""async (load, given, asked) => {{
  {LOAD}
  const path = (fields, locale) => [...fields.map(({{key}}) => key), ...(locale ? [locale] : [])];
  return asked.map(([type, was, is]) => changes(defined, type, was, is, called).map(
    ({{fields, locale, before, after}}) => [path(fields, locale), before, after]));
}}"""
TOLD = f"""async (load, given, words, record) => {{
  {LOAD}
  return message.told(defined, words, record, called);
}}"""


@pytest.fixture(scope="module")
def given_(real: Directory) -> dict[str, Any]:
    """The fields and the records, as the form knows them."""
    return {"definition": definition(real, ""), "known": known(real)}


@pytest.fixture(scope="module")
def words() -> dict[str, Any]:
    said = texts()
    return {"letter": said["letter"], "change": said["change"], "locale": said["ask"]["locale"]}


def told(given: dict[str, Any], words: dict[str, Any], **record: Any) -> list[str]:
    """The lines about a record, unbreakable spaces made plain."""
    lines = node.run(TOLD, given, words, record)
    return [line.replace("\u00a0", " ") for line in lines]


def test_it_tells_the_changes_that_repertoire_changes_tells(real: Directory, given_: dict[str, Any]) -> None:
    """As if each record had been made into the next of its type: everything changes, in every way."""
    pairs = [
        (type_, old, new) for type_ in OFFERED for old, new in pairwise(list(getattr(real, TYPES[type_]).values())[::7])
    ]
    answers = node.run(CHANGES, given_, [[type_, held(old), held(new)] for type_, old, new in pairs])
    names = country_names()
    spelled = {each["label"]: names[each["id"]] for each in given_["definition"]["countries"] if each["id"] in names}
    for (_, old, new), answer in zip(pairs, answers, strict=True):
        theirs = {each.path: (sorted(each.before), sorted(each.after)) for each in changed(real, old, real, new)}
        ours = {tuple(path): tuple(sorted(spelled.get(t, t) for t in each) for each in both) for path, *both in answer}
        assert ours == theirs, (old.id, new.id)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["eau", "ville", "été", "🦜", "pont"]), max_size=60), st.data())
def test_long_texts_are_told_by_what_differs(words: list[str], data: st.DataObject) -> None:
    other = list(words)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(other)))
        other[at : at + data.draw(st.integers(0, 2))] = data.draw(st.lists(st.just("autre"), max_size=2))
    before, after = " ".join(words), " ".join(other)
    assert node.call("form/excerpt.js", "excerpts", before, after, 60) == list(excerpts(before, after, 60))


def test_a_correction_says_old_beside_new_in_words(given_: dict[str, Any], words: dict[str, Any]) -> None:
    published = {
        "name": "Montpellier",
        "kind": "commune",
        "country": "FR",
        "website": "https://avant.example",
        "expertise_offered": [{"theme": "economy-innovation"}, {"theme": "culture"}],
        "memberships": [{"network": "cites-unies-france"}],
        "description": {"fr": "Une ville.", "es": "Una ciudad."},
        "identifiers": {"insee": "34172"},
        "note": "À relire.",
    }
    value = published | {
        "website": "https://apres.example",
        "expertise_offered": [{"theme": "health"}, {"theme": "economy-innovation"}],
        "memberships": [],
        "description": {"fr": "Une ville.", "es": "Un municipio."},
        "identifiers": {"insee": "34172", "wikidata": "Q6441"},
    }
    value = {key: each for key, each in value.items() if each and key != "note"}
    themes = {
        term["id"]: term["label"]
        for taxonomy in given_["definition"]["taxonomies"]
        for term in taxonomy["terms"]
        if term["id"] in ("culture", "health")
    }
    lines = told(given_, words, type="actor", name="Montpellier", value=value, published=published)
    assert lines[0] == "Correction de la fiche « Montpellier » (acteur) :"
    assert set(lines[1:]) == {
        "- Identifiants officiels › Identifiant Wikidata : « Q6441 » (ajouté)",
        "- Description en espagnol : « Una ciudad. » → « Un municipio. »",
        "- Site web : « https://avant.example » → « https://apres.example »",
        f"- Savoir-faire proposés : « {themes['culture']} » → « {themes['health']} »",
        "- Membre de : « Cités Unies France (CUF) » (retiré)",
        "- Remarque : « À relire. » (retiré)",
    }


def test_what_is_as_it_was_is_not_told(given_: dict[str, Any], words: dict[str, Any]) -> None:
    names = [{"text": text, "kind": "usual"} for text in ("A", "B")]
    value = {"name": "Montpellier", "names": names}
    assert told(given_, words, type="actor", name="Montpellier", value=value, published=value) == []
    turned = value | {"names": names[::-1]}
    lines = told(given_, words, type="actor", name="Montpellier", value=turned, published=value)
    assert lines[1:] == ["- Autres noms : l’ordre change"]


def test_a_new_record_is_one_line_with_what_matters_most(given_: dict[str, Any], words: dict[str, Any]) -> None:
    value = {
        "title": "Montpellier – Villa Ficticia",
        "modality": "project",
        "scope": "decentralised",
        "summary": "Un échange.\nSur l’eau. " * 30,
        "participations": [{"actor": "montpellier", "role": "bearer"}],
        "countries": ["AR", "BR"],
        "sources": [{"title": "Bulletin"}],
        "added": "2026-11-22",
    }
    (line,) = told(given_, words, type="initiative", name=value["title"], value=value, published=None)
    said = line.split(" ; ")
    assert said[0] == "Nouvelle fiche : « Montpellier – Villa Ficticia » (initiative)"
    assert any(each.endswith(" : Montpellier, Porteur") for each in said)
    assert any(each.endswith(" : Argentine, Brésil") for each in said)
    assert not any("Bulletin" in each or "2026" in each for each in said)
    assert "\n" not in line
    assert len(line) < 500


def test_who_writes_comes_first_if_they_say_so(words: dict[str, Any]) -> None:
    lines = [["Correction :", "- Site : a"], [], ["Nouvelle fiche"]]
    said = node.call("form/message.js", "head", words["letter"], " Mairie\nde Brest ", lines)
    hello = words["letter"]["hello"]
    assert said == f"{hello}\n\nDe la part de : Mairie de Brest\n\nCorrection :\n- Site : a\n\nNouvelle fiche"
    assert node.call("form/message.js", "head", words["letter"], "  ", []) == hello
