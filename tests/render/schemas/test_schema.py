"""One definition: what the model says reaches the schemas, the reference page and the form, in French, and agrees."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator import model, urls
from generator.check.content import PROSE, open_directory
from generator.check.targets import Targets
from generator.files.decode import decode
from generator.files.load import Node, Scalar, Sequence, parse, read
from generator.files.save import entry, modeline, write
from generator.files.settings import site_address, site_of
from generator.model import BY_FOLDER, TYPES, references
from generator.model.directory import Directory
from generator.model.schema.fields import anchor, fields, sections, walk
from generator.model.schema.layout import SECTIONS
from generator.model.schema.types import TYPES as FOLDERS
from generator.model.shows import CORE
from generator.model.values import CountryCode, Date, Email, Id, Shape, Url, Value, parse_url
from generator.render import schemas
from generator.render.form.definition import form
from generator.render.schemas.json_schema import schema
from generator.words import examples
from generator.words import fields as words
from generator.words.edition import Edition
from generator.words.wording import codes
from tests.cases.report import CASES, Case, cases

ROOT = Path(__file__).parents[3]
SITE = site_address(ROOT / "mkdocs.yml")

EVERY = [(type_, field) for type_ in FOLDERS for field in walk(fields(type_))]

TOLD_BY_SCHEMAS = {
    "id-in-file",
    "unknown-key",
    "renamed-key",
    "value-is-group",
    "value-is-item",
    "missing-key",
    "empty-value",
    "only-a-remark",
    "wrong-type",
    "bracketed-text",
    "out-of-range",
    "too-long",
    "bad-format",
    "siret-for-siren",
    "bad-locale",
    "bad-date",
    "bad-url",
    "bad-id",
    "unknown-term",
    "unknown-theme",
    "not-a-theme",
    "unknown-country",
    "missing-source",
    "unexpected-level",
    "unexpected-network",
    "unexpected-priorities",
    "missing-network",
}
"""What one file and the vocabularies are enough to know. All else needs the other files, a calendar or a map."""

TOLD_OTHERWISE = {
    "dangling-reference_name-instead-of-id": True,
    "dangling-reference_nobody": True,
    "unknown-term_broader": False,
    "bad-format_insee-of-a-department": False,
}
"""Cases in which a schema refuses what it could not know (a name is no id), or cannot know what it tells elsewhere (a
term of the file itself, a code of another kind of thing)."""


def names(kind: str) -> dict[str, str]:
    return {key.removeprefix(f"{kind}."): text for key, text in words.catalog.items() if key.startswith(f"{kind}.")}


# Fields


def test_every_key_of_every_type_of_file_is_described_once() -> None:
    for class_ in TYPES:
        type_ = model.name_of(class_)
        assert FOLDERS[type_] == class_.folder
        assert [field.key for field in fields(type_)] == [key for key in model.field_order(class_) if key != "id"]


def test_a_field_says_what_the_model_says() -> None:
    known = {(type_, field.path): field for type_, field in EVERY}
    role = known["initiative", "participations[].role"]
    assert (role.kind, role.vocabulary, role.required, role.owner) == ("term", "roles", True, "participation")
    assert (known["place", "lat"].minimum, known["place", "lat"].maximum) == (-90, 90)
    assert known["initiative", "funding[].amount"].minimum == 0
    assert (known["actor", "names"].many, known["actor", "names[].text"].longest) == (True, 200)
    assert known["actor", "identifiers.siren"].pattern == "^[0-9]{9}$"
    assert known["actor", "contact.email"].kind == "email"
    assert known["actor", "website"].kind == "url"
    assert known["initiative", "countries"].kind == "country"
    assert known["initiative", "themes"].kind == "theme"
    assert known["initiative", "frames[].period.start"].kind == "date"
    assert (known["actor", "parent"].reference, known["event", "not_duplicate_of"].reference) == ("actor", "event")
    assert (known["initiative", "summary"].long, known["initiative", "title"].long) == (True, False)
    assert (known["vocabulary", "rank"].default, known["vocabulary", "taxonomy"].default) == (100, False)
    assert (known["actor", "network"].only_for, known["actor", "network"].needed_for) == ("network", "network")
    assert (known["actor", "level"].only_for, known["actor", "level"].needed_for) == ("foreign-local-authority", "")
    assert known["initiative", "sources"].required
    assert not known["resource", "sources"].required


def test_every_field_stands_in_one_section() -> None:
    for type_ in FOLDERS:
        placed = [field.key for _, found in sections(type_) for field in found]
        assert sorted(placed) == sorted(field.key for field in fields(type_))
        assert all(field.core for field in fields(type_) if field.required), type_
        assert sections(type_)[0][0] == CORE


@pytest.mark.parametrize("hint", [CountryCode, Date, Email, Id, Url], ids=lambda hint: str(hint)[:40])
def test_what_is_written_in_a_shape_of_its_own_is_marked(hint: Any) -> None:
    assert any(isinstance(mark, Shape) for mark in hint.__metadata__)


def test_every_address_of_the_content_has_the_shape_of_one(real: Directory) -> None:
    pattern = next(field.pattern for _, field in EVERY if field.kind == "url")
    found = {source.url for record in real.records() for source in record.sources if source.url}
    assert len(found) > 100
    for url in found:
        assert parse_url(url) == url
        assert re.search(pattern, url), url


# Words


def test_no_word_of_a_field_is_left_over() -> None:
    parts = ("name", "label", "formerly", "help", "example")
    today = {f"{field.owner}.{field.key}.{part}" for _, field in EVERY for part in parts}
    before = {f"{field.owner}.{key}.formerly" for _, field in EVERY for key in field.former_keys}
    assert set(names("field")) <= today | before
    assert set(names("name")) <= {field.key for _, field in EVERY} | {"id"}


def test_a_name_of_its_own_is_only_given_where_the_key_means_something_else() -> None:
    for key, text in names("field").items():
        _, name, part = key.split(".")
        if part == "name":
            assert text != names("name")[name], key


def test_a_label_is_only_given_where_the_name_of_the_key_would_not_do() -> None:
    for key, text in names("field").items():
        owner, name, part = key.split(".")
        if part == "label":
            said = names("field").get(f"{owner}.{name}.name", names("name")[name])
            assert text.lower() != said.lower(), (owner, name)


def test_no_word_of_a_type_a_section_or_a_kind_is_left_over() -> None:
    assert {key.split(".")[0] for key in names("type")} <= set(FOLDERS)
    assert set(names("section")) <= set(SECTIONS)
    kinds = {f"{f.kind}-long" if f.long else f.kind for _, f in EVERY}
    assert set(names("kind")) <= kinds | {"many", "reference-own"}
    assert set(names("rules")) <= set(codes())
    assert {key.split(".")[0] for key in words.catalog} == {
        *("type", "section", "kind", "name", "field", "group", "rules", "reference", "editor")
    }


def test_help_is_made_of_sentences() -> None:
    for key, text in names("field").items():
        if key.endswith(".help"):
            assert text[0].isupper(), key
            assert text[-1] in ".…?", key


def test_no_word_of_the_reference_page_is_unused() -> None:
    page = (ROOT / "generator" / "render" / "templates" / "reference.md.jinja").read_text("utf-8")
    code = (ROOT / "generator" / "render" / "pages" / "reference.py").read_text("utf-8")
    for key in names("reference"):
        assert f"said['{key}']" in page or f'"reference.{key}"' in code, key


# Examples


@pytest.mark.parametrize("type_", FOLDERS)
def test_the_examples_make_a_record_that_is_read_as_it_is_written(type_: str) -> None:
    record = examples.record(type_)
    root, problems = parse(write(record).encode(), "file")
    assert root is not None, problems
    assert decode(BY_FOLDER[FOLDERS[type_]], examples.ID, root, "file") == (record, [])
    for field in walk(fields(type_)):
        assert bool(words.example(field)) != bool(field.fields), field.path


@pytest.mark.parametrize("type_", FOLDERS)
def test_what_the_examples_name_exists(type_: str, real: Directory) -> None:
    targets, record = Targets(real), examples.record(type_)
    assert [(path, id_) for path, link, id_ in references(record) if targets.missing(link, id_)] == []


# Schemas


@pytest.fixture(scope="module")
def validators(real: Directory) -> dict[str, Draft7Validator]:
    """Folder → what refuses a file of it, as the site's schema says."""
    return _validators(real)


@pytest.fixture(scope="module")
def of_cases() -> dict[str, Draft7Validator]:
    """The same, beside the small content that the cases join."""
    return _validators(open_directory(CASES / "base")[0])


def _validators(directory: Directory) -> dict[str, Draft7Validator]:
    found = {folder: schema(type_, directory, SITE) for type_, folder in FOLDERS.items()}
    for each in found.values():
        Draft7Validator.check_schema(each)
    return {folder: Draft7Validator(each) for folder, each in found.items()}


def as_editors_read(node: Node) -> Any:
    """The value as YAML 1.2 (core schema) types it: what a text editor checks."""
    match node:
        case Scalar(plain=False):
            return node.text
        case Scalar():
            return _typed(node.text)
        case Sequence():
            return [as_editors_read(item) for item in node.items]
    return {key.text: as_editors_read(value) for key, value in node.entries}


def _typed(text: str) -> Any:
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    return None if re.fullmatch(r"null|Null|NULL|~|", text) else text


def content_files() -> list[Path]:
    content = ROOT / "content"
    found = sorted(content.rglob("*.yml"))
    return [path for path in found if path.parent != content and path.relative_to(content).parts[0] not in PROSE]


def test_the_whole_content_is_accepted(validators: dict[str, Draft7Validator]) -> None:
    refused = []
    for path in content_files():
        root, _ = read(path, path.name)
        assert root is not None
        refused += [
            f"{path.name}: {e.message[:80]}" for e in validators[path.parent.name].iter_errors(as_editors_read(root))
        ]
    assert refused == []


@pytest.mark.parametrize("case", list(cases("valid")), ids=lambda case: f"{case.folder}/{case.path.stem}")
def test_what_the_check_accepts_is_accepted(case: Case, of_cases: dict[str, Draft7Validator]) -> None:
    root, _ = read(case.path, case.path.name)
    assert root is not None
    assert [error.message for error in of_cases[case.folder].iter_errors(as_editors_read(root))] == []


@pytest.mark.parametrize("case", list(cases("invalid")), ids=lambda case: f"{case.folder}/{case.path.stem}")
def test_what_one_file_shows_to_be_wrong_is_refused_and_nothing_else(
    case: Case, of_cases: dict[str, Draft7Validator]
) -> None:
    root, _ = read(case.path, case.path.name)
    if root is None or case.folder not in of_cases:  # no YAML, or no such type: an editor tells it without any schema
        assert case.code not in TOLD_BY_SCHEMAS
        return
    valid = of_cases[case.folder].is_valid(as_editors_read(root))
    refused = TOLD_OTHERWISE.get(case.path.stem, case.code in TOLD_BY_SCHEMAS)
    assert valid != refused


def test_every_code_that_schemas_tell_exists() -> None:
    assert {case.code for case in cases("invalid")} >= TOLD_BY_SCHEMAS


def test_a_schema_speaks_french_of_every_key(real: Directory) -> None:
    def properties(found: dict[str, Any]) -> list[dict[str, Any]]:
        own = list(found.get("properties", {}).values())
        below = [inner for each in own for inner in properties(each.get("items", each))]
        return [*own, *below]

    for type_ in FOLDERS:
        made = schema(type_, real, SITE)
        assert made["$id"] == f"{SITE}schema/{type_}.json"
        described = [each for each in properties(made) if "title" in each or "description" in each]
        described = [each for each in described if each.keys() != {"type", "pattern", "maxLength"}]
        assert len(described) == len(list(walk(fields(type_))))
        for each in described:
            assert each["title"]
            assert each["description"]
            assert urls.REFERENCE in each["markdownDescription"]
            assert each["errorMessage"]


def test_a_schema_offers_what_may_be_written(real: Directory) -> None:
    lists = schema("initiative", real)["definitions"]
    assert lists["roles"]["enum"] == list(real.terms["roles"])
    assert lists["roles"]["enumDescriptions"][0].startswith("Pilote")
    told, offered = lists["actors"]["anyOf"]
    assert offered["enum"] == list(real.actors)
    assert re.search(told["pattern"], "un-acteur-tout-nouveau")
    allowed, offered = lists["themes"]["anyOf"]
    assert offered["enum"] == list(real.themes)
    assert not re.search(allowed["pattern"], "un-theme-tout-nouveau")


def test_schemas_stand_once_at_the_root_of_the_site(real: Directory, french: Edition, spanish: Edition) -> None:
    made = {artifact.path: json.loads(artifact.content) for artifact in schemas.render(real, french)}
    assert set(made) == {urls.schema(type_) for type_ in FOLDERS}
    assert all("$id" not in each for each in made.values())  # no address is known here
    assert list(schemas.render(real, spanish)) == []


# The first line of files


def test_no_file_of_the_content_names_the_schema_of_another_type() -> None:
    """A file without that line is no fault of who wrote it by hand: ``check --fix`` adds it."""
    assert SITE.startswith("https://")
    with_line = 0
    for path in content_files():
        first = path.read_text("utf-8").partition("\n")[0]
        expected = modeline(BY_FOLDER[path.parent.name], SITE).rstrip("\n")
        assert first == expected or "yaml-language-server" not in first, f"{path}: put this line first: {expected}"
        with_line += first == expected
    assert with_line > 1000


def test_a_written_record_begins_with_the_schema_of_its_type() -> None:
    record = examples.record("event")
    assert write(record, SITE) == modeline(model.Event, SITE) + write(record)
    assert modeline(model.Event, SITE).endswith("schema/event.json\n")


def test_the_address_of_the_site_is_read_beside_the_content(tmp_path: Path) -> None:
    assert site_of(tmp_path / "content") == ""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    assert site_of(tmp_path / "content") == SITE
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nsite_url: https://x.example/a\n", "utf-8")
    assert site_of(tmp_path / "content") == "https://x.example/a/"


# The form


def test_the_form_knows_every_field_with_its_words_and_values(real: Directory) -> None:
    made = json.loads(json.dumps(form(real)))
    for type_ in FOLDERS:
        asked = [field for section in made["types"][type_]["sections"] for field in section["fields"]]
        assert sorted(field["key"] for field in asked) == sorted(made["types"][type_]["keys"])
        assert [field["path"] for field in _flat(asked) if not (field["label"] and field["help"])] == []
        for field in _flat(asked):
            if field["kind"] == "term" and field["vocabulary"] in real.vocabularies:
                assert made["vocabularies"][field["vocabulary"]]["terms"]
    amount = next(f for f in _flat(_section(made, "initiative", "outcome")) if f["key"] == "amount")
    assert amount["minimum"] == 0
    assert set(made["problems"]["problem"]) == set(codes())
    assert made["names"]["kind"] == "nature"
    assert next(each for each in made["countries"] if each["id"] == "BR") == {
        "id": "BR",
        "label": "Brésil",
        "listed": True,
    }
    assert {each["id"] for each in made["taxonomies"]} == {each.id for each in real.taxonomies}


def _flat(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for field in found for each in (field, *_flat(field.get("fields", [])))]


def _section(made: dict[str, Any], type_: str, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = next(s["fields"] for s in made["types"][type_]["sections"] if s["name"] == name)
    return found


# The reference page


@pytest.fixture(scope="module")
def page(real: Directory) -> str:
    from generator.render import pages

    edition = Edition("es", datetime.date(2026, 11, 22))
    path = urls.page(urls.REFERENCE)
    return next(each.data.decode() for each in pages.render(real, edition) if each.path == path)


def test_the_reference_page_has_every_field_every_value_and_every_rule(page: str, real: Directory) -> None:
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {anchor(type_, field) for type_, field in EVERY} <= set(ids)
    assert {"initiative-title", "source-url", "record-sources", "initiative-participations-actor"} <= set(ids)
    assert {f"controle-{code}" for code in codes()} <= set(ids)
    assert {f"valeurs-{field.vocabulary}" for _, field in EVERY if field.vocabulary in real.vocabularies} <= set(ids)
    for name in re.findall(r'href="#([^"]+)"', page):
        assert name in ids, name
    assert page.count('lang="fr"') >= 1


def test_no_hole_is_left_in_the_rules_of_the_reference_page(page: str) -> None:
    rules = page[page.index('id="controle"') :]
    assert not re.search(r"&#123;|\{", rules)


def test_an_example_on_the_reference_page_is_what_a_file_would_hold() -> None:
    assert entry(examples.record("initiative"), "participations") == (
        "participations:\n  - actor: brest-metropole\n    role: bearer\n"
    )


def test_every_model_value_is_reached_by_some_field() -> None:
    def below(class_: type[Value]) -> set[str]:
        return {
            model.name_of(each) for each in class_.__subclasses__() if each.__module__.startswith("generator.model")
        }

    files = {model.name_of(class_) for class_ in TYPES}
    reached = {field.owner for _, field in EVERY} | files
    assert below(Value) - {"record"} - reached <= {"dead-source", "dead-sources"}
