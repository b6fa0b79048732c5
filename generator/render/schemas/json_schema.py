"""What a text editor knows of a file: JSON Schema draft 7, the one that every editor of YAML reads.

It tells what the model and the vocabularies tell of one file, in French, and it is never stricter than ``check`` on
what both see: a value that YAML takes for a number is as good as a text, since ``check`` reads texts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.check.targets import MANY
from generator.model import VocabularyTerm
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.field import Field
from generator.model.schema.fields import anchor, fields, walk
from generator.model.schema.types import TYPES
from generator.model.values import LOCALE, YEARS
from generator.words import fields as words
from generator.words.countries import country_codes, country_names
from generator.words.wording import catalog, form

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

_NOT_BLANK = r"\S"
_INTEGER = r"^\s*[+-]?\d+\s*$"
_NUMBER = r"^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$"

_TOLD_AS = {
    "date": "bad-date",
    "url": "bad-url",
    "email": "bad-format",
    "id": "bad-id",
    "reference": "bad-id",
    "country": "unknown-country",
    "term": "unknown-term",
    "theme": "unknown-theme",
}
"""Kind → the problem that tells how to write it."""


def schema(type_: str, directory: Directory, site: str = "") -> Schema:
    """The schema of the files of that type; ``site`` is its public address, "" if unknown."""
    found: Schema = {"$schema": DRAFT}
    if site:
        found["$id"] = site + urls.schema(type_)
    found |= {"title": words.type_label(type_), "description": words.type_help(type_)}
    found |= _mapping(type_, fields(type_), site) | {"allOf": list(_by_kind(fields(type_)))}
    if not found["allOf"]:
        del found["allOf"]
    needed = {_list_of(field): field for field in walk(fields(type_)) if field.kind in _LISTED}
    found["definitions"] = {name: _definition(field, directory) for name, field in sorted(needed.items())}
    return found


def _mapping(type_: str, inside: tuple[Field, ...], site: str) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "required": [field.key for field in inside if field.required],
        "properties": {field.key: _field(type_, field, site) for field in inside},
    }


def _field(type_: str, field: Field, site: str) -> Schema:
    about: Schema = {
        "title": words.label(field),
        "description": words.help_text(field),
        "markdownDescription": _hover(type_, field, site),
    }
    value = _value(type_, field, site)
    if not field.many:
        return about | value
    return about | {"type": "array", "minItems": 1, "items": value, "errorMessage": catalog["expected.list.repair"]}


def _hover(type_: str, field: Field, site: str) -> str:
    """The help, an example, and where to read more, in Markdown."""
    lines = [words.help_text(field)]
    value = words.example(field)
    if value and field.kind not in _LISTED:
        lines.append(words.catalog("editor.example", value=value.replace("`", "'")))
    if site:
        lines.append(words.catalog("editor.more", url=site + urls.reference(anchor(type_, field))))
    return "\n\n".join(lines)


def _value(type_: str, field: Field, site: str) -> Schema:
    found: Schema
    match field.kind:
        case "group" | "period":
            found = _mapping(type_, field.fields, site)
        case "localized":
            found = {"anyOf": [_text(field), _by_locale(field)]}
        case "term" | "theme" | "reference" | "country":
            found = {"type": _text(field)["type"], "allOf": [{"$ref": f"#/definitions/{_list_of(field)}"}]}
        case "boolean":
            found = {"type": "boolean"}
        case "integer" | "number":
            found = {"type": [field.kind, "string"], "pattern": _INTEGER if field.kind == "integer" else _NUMBER}
            found |= _range(field.minimum, field.maximum)
        case "date":
            found = {"type": ["string", "integer"], "pattern": field.pattern} | _range(*YEARS)
        case _:
            found = _text(field)
    default = {} if field.default is None else {"default": field.default}
    return {**found, **default, "errorMessage": _told(field)}


def _text(field: Field) -> Schema:
    """Words, or what YAML takes for a number or a truth."""
    found: Schema
    if not field.pattern:
        found = {"type": ["string", "number", "boolean"], "pattern": _NOT_BLANK}
    else:
        digits = [length for length in range(1, 16) if re.search(field.pattern, "1" * length)]
        found = {"type": ["string", "integer"] if digits else "string", "pattern": field.pattern}
        if digits:
            found |= _range(0, 10 ** max(digits) - 1)
    return found | ({"maxLength": field.longest} if field.longest else {})


def _by_locale(field: Field) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {SOURCE_LOCALE: _text(field)},
        "patternProperties": {f"^{LOCALE.pattern}$": _text(field)},
    }


def _range(minimum: float | None, maximum: float | None) -> Schema:
    return {name: limit for name, limit in (("minimum", minimum), ("maximum", maximum)) if limit is not None}


def _told(field: Field) -> str:
    """How to write the value, in the words of ``check``."""
    kind = "mapping" if field.fields else field.kind
    if own := form(field):
        return catalog("problem.bad-format.repair", format=own)
    if kind in _TOLD_AS:
        return catalog[f"problem.{_TOLD_AS[kind]}.repair"]
    return catalog[f"expected.{kind}.repair"]


def _by_kind(inside: tuple[Field, ...]) -> Iterator[Schema]:
    """The keys that only one kind of record has, and those it needs."""
    for field in inside:
        if field.only_for:
            of_that_kind = {"properties": {"kind": {"const": field.only_for}}, "required": ["kind"]}
            needed = {"then": {"required": [field.key]}} if field.needed_for == field.only_for else {}
            yield {"if": of_that_kind, **needed, "else": {"properties": {field.key: False}}}


# What the values of several fields may be, written once in each schema.

_LISTED = ("term", "theme", "reference", "country")


def _list_of(field: Field) -> str:
    """The name of the list that the field's values are from: a vocabulary's, or a folder's."""
    return field.vocabulary or (TYPES[field.reference] if field.reference else "iso-3166")


def _definition(field: Field, directory: Directory) -> Schema:
    match field.kind:
        case "country":
            names = country_names()
            return _one_of({code: names[code] for code in sorted(country_codes())}, field)
        case "theme":
            return _one_of(
                {id_: f"{term.label} ({each.name})" for id_, (each, term) in directory.themes.items()}, field
            )
        case "reference":
            # Another id is no mistake to an editor: its file may be new.
            records = getattr(directory, TYPES[field.reference])
            return _suggested({id_: str(each.label) for id_, each in records.items()}, _text(field), field)
    terms = directory.terms.get(field.vocabulary, {})
    return _one_of({id_: _defined(term) for id_, term in terms.items()}, field) if terms else _text(field)


def _defined(term: VocabularyTerm) -> str:
    return f"{term.label}\u00a0: {term.definition}" if term.definition else str(term.label)


def _one_of(values: dict[str, str], field: Field) -> Schema:
    """One of these and nothing else. Editors list them all in their message: a long list is told in words instead."""
    if len(values) <= MANY:
        return _choice(values)
    return _suggested(values, {"type": "string", "pattern": f"^({'|'.join(values)})$"}, field)


def _suggested(values: dict[str, str], allowed: Schema, field: Field) -> Schema:
    """What is allowed, and the values that an editor offers."""
    told = allowed | {"errorMessage": _told(field)}
    return {"anyOf": [told, _choice(values)]} if values else told


def _choice(values: dict[str, str]) -> Schema:
    return {"enum": list(values), "enumDescriptions": list(values.values())}
