"""All that a form in the browser must know: fields with their words, values to choose from, what is said of mistakes.

Only data: the page of the form writes it as ``assets/form/fields.json`` and its script draws it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields as attributes
from typing import Any

from generator.model import VocabularyTerm
from generator.model.directory import Directory
from generator.model.schema.field import Field
from generator.model.schema.fields import anchor, fields, sections, walk
from generator.model.schema.types import TYPES
from generator.words import fields as words
from generator.words.countries import country_choices
from generator.words.wording import catalog
from generator.words.wording import form as form_of

Json = dict[str, Any]


def form(directory: Directory, types: Iterable[str] = tuple(TYPES)) -> Json:
    """What the form of these types needs, ready for JSON. What is empty, false or unknown is left out."""
    types = tuple(types)
    used = {field.vocabulary for type_ in types for field in walk(fields(type_)) if field.kind == "term"}
    return {
        "types": {type_: _type(type_) for type_ in types},
        "vocabularies": {
            id_: {"label": str(each.name), "terms": [_term(term) for term in each.terms]}
            for id_, each in directory.vocabularies.items()
            if id_ in used
        },
        "taxonomies": [
            {"id": each.id, "label": str(each.name), "terms": [_term(term) for term in each.terms]}
            for each in directory.taxonomies
        ],
        "countries": _countries(directory),
        "names": words.catalog.nested("name"),
        "problems": {part: catalog.nested(part) for part in ("problem", "expected", "type", "report")},
    }


def _type(type_: str) -> Json:
    """A type: its words, its keys in the order a file has them, its fields in the order a form asks them."""
    return {
        "folder": TYPES[type_],
        "label": words.type_label(type_),
        "plural": words.type_plural(type_),
        "help": words.type_help(type_),
        "keys": [field.key for field in fields(type_)],
        "sections": [
            {"name": name, "title": words.section(name), "fields": [_field(type_, field) for field in found]}
            for name, found in sections(type_)
        ],
    }


def _field(type_: str, field: Field) -> Json:
    plain = {
        each.name: getattr(field, each.name)
        for each in attributes(field)
        if each.name not in ("fields", "owner", "shows", "was")
    }
    plain["label"], plain["help"] = words.label(field), words.help_text(field)
    plain["name"] = name if (name := words.key_name(field)) != words.general_name(field.key) else ""
    plain["form"] = form_of(field) if field.pattern and field.kind in ("text", "email") else ""
    plain["forms"] = {shape: form_of(field, shape) for _, shape, _ in field.shapes}
    plain["example"], plain["anchor"] = words.example(field), anchor(type_, field)
    plain["fields"] = [_field(type_, each) for each in field.fields]
    return {name: value for name, value in plain.items() if value or (value == 0 and value is not False)}


def _term(term: VocabularyTerm) -> Json:
    found = {
        "id": term.id,
        "label": str(term.label),
        "definition": str(term.definition or ""),
        "broader": term.broader,
        "synonyms": [*(text for text in term.label.all() if text != str(term.label)), *term.synonyms],
    }
    return {name: value for name, value in found.items() if value}


def _countries(directory: Directory) -> list[Json]:
    """Every country, those of the directory marked: they are what is asked most."""
    return [
        {"id": code, "label": name, **({"listed": True} if recorded else {})}
        for code, name, recorded in country_choices(directory)
    ]
