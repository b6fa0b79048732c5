"""The form's brain: it says what ``repertoire check`` says, and writes what ``repertoire`` writes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import RULES
from generator.check.duplicates import near_duplicates
from generator.check.geography import coordinates, states
from generator.check.people import personal_data
from generator.files.decode import decode
from generator.files.load import parse, plain
from generator.files.save import plain as held
from generator.files.save import write
from generator.importer.tree import freeze, from_plain
from generator.model import BY_FOLDER, Actor, Event, Initiative, Place, Record
from generator.model.directory import Directory, link
from generator.model.problem import spell
from generator.model.schema.fields import fields
from generator.model.schema.types import TYPES
from generator.model.values import KEBAB, Localized
from generator.render.form import OFFERED, definition, known, render
from generator.text.typed import table
from generator.words import wording
from generator.words.edition import Edition
from tests import node
from tests.cases.report import cases
from tests.files.test_save import TEXTS
from tests.verdict import (
    FOLDERS,
    OF_YESTERDAY,
    ONLY_IN_FILES,
    ONLY_UNQUOTED,
    asked,
    expressible,
    name,
    told_by_check,
    verdicts,
)

SITE = "https://repertoire.example/"

CHECK = """async (load, {definition, known, proposals}) => {
  const [{define}, {know}, {verdict}] =
    await Promise.all(["definition", "known", "rules/check"].map((name) => load(`form/${name}.js`)));
  const [defined, knew] = [define(definition), know(known)];
  return proposals.map((proposal) => verdict(defined, knew, proposal));
}"""

WRITE = """async (load, definition, records) => {
  const [{define}, {write}] = await Promise.all(["definition", "yaml"].map((name) => load(`form/${name}.js`)));
  const defined = define(definition);
  return records.map(([type, value]) => write(defined, type, value));
}"""


NOTHING = {"types": {}, "towns": {}}
"""A directory that holds nothing, as the form knows it."""


@cache
def plain_definition() -> dict[str, Any]:
    """The fields alone, of a directory that holds nothing."""
    return definition(link([]), SITE)


@pytest.fixture(scope="module")
def defined(real: Directory) -> dict[str, Any]:
    return definition(real, SITE)


@pytest.fixture(scope="module")
def knew(real: Directory) -> dict[str, Any]:
    """The real records as the form knows them."""
    return known(real)


@pytest.fixture(scope="module")
def files(real: Directory, french: Edition) -> dict[str, Any]:
    """The form's files, by their path in its folder."""
    return {each.path.removeprefix("assets/form/"): json.loads(each.data) for each in render(real, french)}


def records(directory: Directory) -> list[tuple[str, Record]]:
    return [(type_, each) for type_ in OFFERED for each in getattr(directory, TYPES[type_]).values()]


def test_the_form_says_of_every_case_what_check_says() -> None:
    answers = dict(zip((name(case) for case, _ in expressible()), node.run(CHECK, asked()), strict=True))
    differ = {}
    for case, _ in expressible():
        ours, theirs = verdicts(answers[name(case)]), told_by_check(case)
        if ours != theirs:
            differ[name(case)] = (ours, theirs)
    assert differ == {}, json.dumps(differ, indent=1, ensure_ascii=False)


def test_cases_that_are_no_data_have_a_code_that_only_files_have() -> None:
    compared = {name(case) for case, _ in expressible()} | ONLY_UNQUOTED
    left = {case.code for case in cases("invalid") if case.folder in FOLDERS and name(case) not in compared}
    assert left == ONLY_IN_FILES | OF_YESTERDAY
    assert {case.code for case, _ in expressible()}.isdisjoint(ONLY_IN_FILES)


def test_what_the_form_writes_is_what_repertoire_writes(real: Directory, defined: dict[str, Any]) -> None:
    found = records(real)
    written = node.run(WRITE, defined, [(type_, held(record)) for type_, record in found])
    for (type_, record), text in zip(found, written, strict=True):
        assert text == write(record, SITE), f"{type_}/{record.id}"


def test_a_record_is_held_as_its_file_is_read(real: Directory) -> None:
    for _, record in records(real):
        root, _ = parse(write(record).encode(), record.id)
        assert root is not None
        assert held(record) == plain(root)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_is_written_as_repertoire_writes_it(first: str, second: str) -> None:
    event = Event(
        id="x",
        name=Localized({"fr": first, "no": second}),
        organisers=(first[:200], second[:200]),
        description=Localized({"fr": second}),
    )
    if all(each.strip() for each in event.organisers):
        assert node.run(WRITE, plain_definition(), [("event", held(event))]) == [write(event, SITE)]


Told = set[tuple[str, str, tuple[str, ...], str]]


@pytest.mark.weekly
def test_of_the_real_records_the_form_says_what_check_says(real: Directory) -> None:
    """Without what tells look-alikes apart: else there would be nothing to say."""
    left = {
        "not_duplicate_of": (),
        "place": None,
        "country": None,
        "period": None,
        "participations": (),
        "countries": (),
    }
    directory = link(
        each.model_copy(update={key: empty for key, empty in left.items() if key in type(each).model_fields})
        if isinstance(each, (Actor, Initiative, Event))
        else each
        for each in real.records()
    )
    found = records(directory)
    proposals = [
        {"records": [{"type": type_, "id": record.id, "value": held(record), "existing": True}]}
        for type_, record in found
    ]
    answers = node.run(
        CHECK, {"definition": definition(directory, SITE), "known": known(directory), "proposals": proposals}
    )
    ours: Told = set()
    theirs: Told = set()
    for (_, record), answer in zip(found, answers, strict=True):
        for each in answer:
            ours.add(told(each["code"], record.folder, record.id, each["path"], each["args"]))
    for rule in RULES:
        for each in rule(directory):
            if BY_FOLDER[each.folder] in {type(record) for _, record in found}:
                theirs.add(told(each.code, each.folder, each.id, spell(each.path), each.args))
    assert ours == theirs
    assert theirs


def told(code: str, folder: str, id_: str, path: str, args: Mapping[str, str]) -> tuple[str, str, tuple[str, ...], str]:
    """A finding; of two that look alike the check tells of the last, and the form of the one that is written."""
    return (code, folder, tuple(sorted({id_, args["other"]})), "") if "other" in args else (code, folder, (id_,), path)


def test_a_new_record_looks_like_those_that_check_says_it_looks_like(real: Directory, knew: dict[str, Any]) -> None:
    source = """async (load, {definition, known}, proposals) => {
      const [{define}, {know}, {similar}] =
        await Promise.all(["definition", "known", "rules/check"].map((name) => load(`form/${name}.js`)));
      const [defined, knew] = [define(definition), know(known)];
      return proposals.map((proposal) => similar(defined, knew, proposal, 0).map((entry) => entry.id));
    }"""
    names = [str(each.name) for each in list(real.actors.values())[::60]]
    typed = [*(" ".join(reversed(name.split())).upper() for name in names), *(name[:-1] for name in names), "Ville"]
    made = [Actor(id="new-one", name=Localized({"fr": name}), kind="commune") for name in typed]
    proposals = [{"records": [{"type": "actor", "id": each.id, "value": held(each)}]} for each in made]
    known_of = {"definition": definition(real, SITE), "known": knew}
    for each, answer in zip(made, node.run(source, known_of, proposals), strict=True):
        found = near_duplicates(link([*real.actors.values(), each]))
        alike = {id_ for finding in found for id_ in (finding.id, *finding.also)} - {"new-one"}
        assert set(answer) == alike, each.name


TRICKY = {
    "website": [
        "http://a.b",
        "HTTPS://Ville.example/x?y#z",
        "ftp://ville.example",
        "https://ville",
        "https://ville.example/a b",
        "https://x@ville.example",
        "https://:80.x/",
        "https://[::ffff:1.2.3.4]/",
        "https://[a.b/",
        "https://ville.exa\uff0fmple/",
        "https://ville.example:8080/",
        "https://" + "a" * 1000 + ".example",
    ],
    "country": ["FR", "Fr", "FRA", "XX", "france", "É", "GF"],
    "engagement": [{"stage": stage} for stage in ("active", "Active", "actif", "x" * 81)] + [{"as_of": "2024"}, ["x"]],
    "place": ["fr-brest", "Brest", "fr--brest", "-"],
    "added": [
        "2024",
        "2024-02-30",
        "2024-2-3",
        "0999",
        "2201",
        "2024-13",
        "2024-02-29",
        "２０２４",
        "2024-05-17 ",
        "9",
    ],
    "note": ["a", "é" * 5000, "🦜" * 5001, "  "],
    "name": ["a" * 5001, {"fr": "a", "francais": "b"}, {"es": ["a"]}, {"x": "y", "fr": "é" * 5001}, ["a"], {}],
    "names": [
        "a",
        ["a"],
        [["a"]],
        [],
        [{"a": "b"}],
        [{"text": "a", "kind": "usual"}, {"text": "b" * 201, "kind": "usual"}, {"text": "", "kind": "usual"}],
        [{"text": ["a"], "kind": "Usual"}, {"text": "a\nb", "kind": "usual", "until": "hier"}],
        *([{"text": "a", "kind": "usual", "lang": lang}] for lang in ("fr", "pt-BR", "français", "FR", "x")),
    ],
    "contact": ["x", {"email": "a@b.c"}, {"email": "a@b.fr", "tel": "1"}, {"service": {"xx": "y"}}, {"url": "x.fr"}],
    "identifiers": [
        {"siren": "12345678"},
        {"siren": "٣٤٥٦٧٨٩٠١"},
        {"siren": "356000000"},
        {"siren": "356000001"},
        {"siren": "35600000000048"},
        {"siren": "21290019500018"},
        {"siren": "21290019500019"},
        {"insee": "2A004"},
        {"insee": "4019"},
        {"insee": "212900195"},
        {"insee": "212900196"},
        {"insee": "69M"},
        {"wikidata": "Q0"},
        {"wikidata": "Q1"},
        {"ror": "04tqhj682"},
        {"ror": "04tqhj683"},
        {"ror": "04TQHJ682"},
        {"ror": "04tqil682"},
        {"ror": "https://ror.org/04tqhj682"},
        {"iati": "x" * 201},
    ],
    "sources": [
        [{"title": "S", "year": year}]
        for year in ("2013", "13", "2013.0", "2013.5", "+2013", " 2013 ", "2_013", "1e3", "deux", "999", "2200", "2201")
    ],
    "verified": [{"date": "2024"}, {"by": "x", "date": "x"}, "oui"],
    "priorities": [[{"id": "A b", "title": "x"}, {"id": "a", "title": "x", "sources": []}]],
    "nme": ["x"],
    "titre": ["x"],
    "parentt": ["x"],
}
"""Values at the borders of what the model takes."""


def test_what_the_model_refuses_the_form_refuses_in_the_same_words(real: Directory) -> None:
    start = {"name": "Ville de Trifouillis", "kind": "network", "network": {"type": "local-authorities"}}
    values = [{**start, key: value} for key, each in TRICKY.items() for value in each]
    proposals = [{"records": [{"type": "actor", "id": "trifouillis", "value": value}]} for value in values]
    asked_of_base = {**asked(), "proposals": proposals}
    codes = {"dangling-reference", "unknown-term", "unknown-country", "missing-source", "missing-vocabulary"}
    for value, answer in zip(values, node.run(CHECK, asked_of_base), strict=True):
        ours = sorted((e["code"], e["path"], e["message"], e["repair"]) for e in answer if e["code"] not in codes)
        tree = freeze(from_plain(value))
        _, problems = decode(Actor, "trifouillis", tree, "content/actors/trifouillis.yml")
        # A rule that knows better silences what is said of the form.
        blunt = {e["path"] for e in answer if e["code"] in codes}
        theirs = sorted(
            (e.code, spell(e.path), wording.message(e), wording.repair(e))
            for e in problems
            if not (e.code in ("bad-id", "bad-country") and spell(e.path) in blunt)
        )
        misnamed = {meant for e in problems if e.code == "unknown-key" for meant in wording.meant(e)[:1]}
        theirs = [e for e in theirs if not (e[0] == "missing-key" and e[1] in misnamed)]
        assert ours == theirs, value


PIECES = (
    *(
        "06 12 34 56 78",
        "+33 (0)6.12.34.56.78",
        "+55 21 2620-1234",
        "(021) 2620-1234",
        "tél : 12 34 56 78",
        "Teléfono: 555",
    ),
    *(
        "whatsapp 12345678",
        "0612345678",
        "0033 1 23 45 67 89",
        "2023-06-12",
        "12 345 678 901",
        "N° 0612345678x",
        "Fax.33333333",
    ),
    *(
        "a@b.fr",
        "prenom.nom@ville.example",
        "é@ville.example",
        "a@b",
        "@",
        "x.y@z_w.fr",
        "https://x.example/0612345678",
    ),
    *("mairie", "—", "（", "１２３４５６７８９０", "/", ".", "-", "\u00a0", "É", "_"),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), min_size=1, max_size=12),
    st.sampled_from([" ", ""]),
)
def test_personal_data_are_seen_where_check_sees_them(lines: list[list[str]], between: str) -> None:
    texts = tuple(between.join(pieces) for pieces in lines)
    texts = tuple(text for text in texts if text.strip())
    event = Event(id="x", name=Localized({"fr": "Réunion"}), organisers=texts)
    theirs = {(each.code, spell(each.path), each.args["value"]) for each in personal_data(link([event]))}
    proposal = {"records": [{"type": "event", "id": "x", "value": held(event)}]}
    answer = node.run(CHECK, {"definition": plain_definition(), "known": NOTHING, "proposals": [proposal]})[0]
    assert {(e["code"], e["path"], e["args"]["value"]) for e in answer if e["severity"] == "warning"} == theirs


@pytest.mark.parametrize(
    ("type_", "value", "taken", "id_"),
    [
        (
            "actor",
            {"name": "Communauté d’agglomération de l’Œuvre (CAO)", "country": "FR"},
            [],
            "communaute-d-agglomeration-de-l-oeuvre",
        ),
        ("actor", {"name": "Trifouillis", "country": "BR"}, [], "br-trifouillis"),
        ("actor", {"name": "Trifouillis", "country": "BR"}, ["br-trifouillis"], "br-trifouillis-2"),
        ("actor", {"name": "Agence française de développement"}, [], "agence-francaise-de-developpement"),
        ("actor", {"name": "AFD"}, [], "afd-2"),
        ("place", {"name": "Brest", "country": "FR"}, [], "fr-brest-2"),
        ("initiative", {"title": {"es": "¡Agua para todos!"}}, [], "agua-para-todos"),
        ("initiative", {"title": "a " * 60}, [], "-".join("a" * 37)),
        ("event", {}, [], ""),
    ],
)
def test_a_new_record_gets_an_id_that_is_free(type_: str, value: dict[str, Any], taken: list[str], id_: str) -> None:
    source = """async (load, {definition, known}, type, value, taken) => {
      const [{define}, {know}, {propose}] =
        await Promise.all(["definition", "known", "id"].map((name) => load(`form/${name}.js`)));
      return propose(define(definition), know(known), type, value, taken);
    }"""
    assert node.run(source, asked(), type_, value, taken) == id_
    assert not id_ or KEBAB.fullmatch(id_)


def test_the_doors_carry_the_file_as_long_as_they_can() -> None:
    repository, file = "https://forge.example/cuf/repertoire/", "content/actors/ville.yml"
    address = node.call("form/doors.js", "newFile", repository, file, "name: Été & co\n")
    split = urlsplit(address)
    assert split.path == "/cuf/repertoire/new/main"
    assert parse_qs(split.query) == {"filename": [file], "value": ["name: Été & co\n"]}
    assert node.call("form/doors.js", "newFile", repository, file, "é" * 2000) is None
    assert node.call("form/doors.js", "emptyFile", repository, file).endswith("?filename=content%2Factors%2Fville.yml")
    assert node.call("form/doors.js", "editFile", repository, file) == f"{repository}edit/main/{file}"


def test_a_letter_holds_the_longest_text_that_fits() -> None:
    def letter(*bodies: str) -> tuple[bool, str]:
        found = node.call("page/letter.js", "letter", "a@b.example", "Sujet", bodies, 1000)
        assert len(found["href"]) <= 1000
        return found["whole"], found["href"]

    assert letter("name: x\n", "…") == (True, "mailto:a@b.example?subject=Sujet&body=name%3A%20x%0D%0A")
    whole, address = letter("é" * 2000, "é" * 1000, "Collez ici.")
    assert not whole
    assert parse_qs(urlsplit(address).query)["body"] == ["Collez ici."]
    assert parse_qs(urlsplit(letter("é" * 2000, "é" * 100, "Collez ici.")[1]).query)["body"] == ["é" * 100]


@pytest.mark.parametrize(
    ("themes", "classification", "kept"),
    [
        (["health", "culture"], "editorial", "editorial"),
        (["culture"], "editorial", "editorial"),
        (["culture", "sport"], "editorial", None),
        ([], "editorial", None),
        (["sport"], "declared", "declared"),
    ],
)
def test_who_chose_the_themes_is_said_as_long_as_they_are_those(
    themes: list[str], classification: str, kept: str | None
) -> None:
    published = {"title": "A", "themes": ["culture", "health"], "classification": "editorial"}
    value = {"title": "B", "themes": themes, "classification": classification}
    assert node.call("form/origin.js", "withOrigin", published, value).get("classification") == kept


def test_the_form_knows_what_is_house_keeping(defined: dict[str, Any]) -> None:
    asked = {
        type_: {field["key"] for section in each["sections"] for field in section["fields"] if not field.get("house")}
        for type_, each in defined["types"].items()
    }
    assert asked == {
        type_: {field.key for field in fields(type_) if not field.shows.house} for type_ in defined["types"]
    }
    assert asked["initiative"].isdisjoint({"formerly", "not_duplicate_of", "added", "verified", "classification"})
    assert {"note", "sources", "themes"} <= asked["initiative"]


def test_values_are_read_and_written_by_key_path() -> None:
    source = """async (load) => {
      const {at, prune, spell, steps} = await load("form/value.js");
      const value = { participations: [{ role: "bearer" }, {}], period: { start: "" }, title: "  " };
      return [at(value, "participations[0].role"), at(value, "a[0].b"), prune(value), spell(steps("a[0].b.c[12]"))];
    }"""
    assert node.run(source) == ["bearer", None, {"participations": [{"role": "bearer"}]}, "a[0].b.c[12]"]


def test_what_exists_is_found_by_the_beginnings_of_its_words(knew: dict[str, Any]) -> None:
    source = """async (load, known, type, text) => {
      const {find, know} = await load("form/known.js");
      return find(know(known), type, text).map((entry) => entry.id);
    }"""
    assert node.run(source, knew, "actor", "afd")[0] == "afd"
    assert "ville-de-lyon" in node.run(source, knew, "actor", "lyon vil")
    assert node.run(source, knew, "actor", "yon") == []


def test_the_form_has_its_files(real: Directory, files: dict[str, Any]) -> None:
    for type_, entries in files["known.json"]["types"].items():
        records_there = getattr(real, TYPES[type_])
        assert [each["id"] for each in entries] == list(records_there)
        for each in entries if type_ in OFFERED else ():
            record = records_there[each["id"]]
            assert files[f"records/{each['block']}.json"][f"{type_}/{record.id}"] == held(record)
    assert {file.partition("/")[0] for file in files} == {"fields.json", "known.json", "records", "gazetteer"}
    for file in ("fields.json", "known.json"):
        packed = gzip.compress(json.dumps(files[file], ensure_ascii=False).encode())
        assert len(packed) < 60_000, (file, len(packed))


def test_towns_may_become_places(real: Directory, files: dict[str, Any]) -> None:
    parts = [(file, each) for file, each in files.items() if file.startswith("gazetteer/")]
    source = """async (load, known, country, rows) => {
      const {town} = await load("form/files.js");
      const {placeOf} = await load("form/place.js");
      const {know} = await load("form/known.js");
      const knew = know(known);
      return rows.map((row) => placeOf(town(knew, country, row)).value);
    }"""
    places = []
    for file, rows in parts:
        assert len(gzip.compress(json.dumps(rows, ensure_ascii=False).encode())) < 60_000, file
        country = file.removeprefix("gazetteer/").partition("-")[0]
        for value in node.run(source, files["known.json"] | {"types": {}}, country, rows[::40]):
            id_ = f"x{len(places)}"
            record, problems = decode(Place, id_, freeze(from_plain(value)), "x")
            assert record, (value, problems)
            places.append(record)
    directory = link([*places, *real.countries.values()])
    assert [each for rule in (coordinates, states) for each in rule(directory) if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("St Denis", [["Saint-Denis", "97411"]]),  # of La Réunion, the most populous of the name
        ("Ste Julie", [["Sainte-Julie", "01366"]]),
        ("sai eti rou", [["Saint-Étienne-du-Rouvray", "76575"]]),
        ("LaRochelle", [["La Rochelle", "17300"]]),
        ("Dunkerke", [["Dunkerque", "59183"]]),
        ("ville de Grenobel", [["Grenoble", "38185"]]),
        ("Courcouronnes", [["Évry-Courcouronnes", "91228"]]),  # merged
        ("Évry", [["Évry-Courcouronnes", "91228"], ["Évry", "89162"]]),
        ("Rochefourchat", [["Rochefourchat", "26274"]]),  # hardly anybody
        ("Xyzzy", []),
    ],
)
def test_a_town_is_offered_under_any_way_to_type_its_name(
    typed: str, first: list[list[str]], files: dict[str, Any]
) -> None:
    source = """async (load, files, vocabulary, typed) => {
      globalThis.fetch = async (address) => new Response(JSON.stringify(files[address.split("/form/")[1]]));
      const { towns } = await load("form/files.js");
      const { know } = await load("form/known.js");
      (await load("search/reading.js")).learn(vocabulary);
      const found = await towns(new URL("https://site.example/form/"), know(files["known.json"]), "FR", typed);
      return found.map(({ name, insee }) => [name, insee]);
    }"""
    french = {file: each for file, each in files.items() if file.startswith("gazetteer/FR")}
    offered = node.run(source, french | {"known.json": files["known.json"]}, table(), typed)
    assert offered[: max(1, len(first))] == first


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("grenoble", "grenoble"),
        ("Ville de Grenoble", "grenoble"),
        ("Grenobel", "grenoble"),
        ("mairie de Rezé", "reze"),
        ("Arequippa", "pe-arequipa"),
        ("Municipalidad de Villa Inventada", ""),
        ("LaRochelle", "la-rochelle"),
        ("St Ouen", "saint-ouen"),
        ("Dunkerke", "dunkerque"),
        ("Conseil général du Finistère", "departement-finistere"),
        ("C.H.U. de Nantes", "chu-nantes"),
        ("prefeitura de Curitiba", "br-curitiba"),
    ],
)
def test_an_actor_is_offered_under_any_way_to_type_its_name(typed: str, meant: str, knew: dict[str, Any]) -> None:
    source = """async (load, found, vocabulary, typed) => {
      const { find, know } = await load("form/known.js");
      (await load("search/reading.js")).learn(vocabulary);
      return find(know(found), "actor", typed).map(({ id }) => id);
    }"""
    offered = node.run(source, knew, table(), typed)
    assert offered[:1] == ([meant] if meant else []) or meant in offered[:3]
