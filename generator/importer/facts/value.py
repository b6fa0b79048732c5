"""What a fact says in its field, as a file holds it: texts, lists and groups."""

from __future__ import annotations

import re
from typing import Any

from generator.importer.facts.fact import Fact
from generator.importer.facts.target import Target, taker
from generator.importer.row import slug
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.field import Field

Plain = Any
"""A text, a list or a group of these."""

_LIST, _GROUP = ";", " | "
_PART = re.compile(r"([a-z][a-z_]*(?:\.[a-z][a-z_]*)*)=(.*)", re.DOTALL)

SOURCE = "source"
"""What the fields of a group that is a source belong to."""
_FORMER = "former"
_IDS = ("term", "theme", "reference", "country", "id")


def value_of(fact: Fact, target: Target) -> Plain:
    """The value: of a list its items, of a group its keys.

    :raises RowError: it has not the form of the field.
    """
    field = target.field
    if not field.fields:
        return _leaf(field, fact.value, fact.lang)
    if not field.many:
        return _group(fact, target, field, fact.value)
    takes = taker(field)
    several = takes is not None and takes.kind in _IDS and not _PART.match(fact.value)
    parts = _split(fact.value) if several else [fact.value]
    return [_group(fact, target, field, part) for part in parts]


def apart(target: Target, text: str) -> tuple[str, list[tuple[Field, str]]]:
    """The value of a key inside a group, and what the row says of other keys of that group behind it: « … | evidence=
    declared »."""
    if target.group is None or target.group.many or target.field.fields:
        return text, []
    first, *rest = text.split(_GROUP)
    known = {each.key: each for each in target.group.fields if not each.fields}
    parts = [match for part in rest if (match := _PART.fullmatch(part)) and match[1] in known]
    if len(parts) != len(rest):
        return text, []
    return first, [(known[match[1]], match[2]) for match in parts]


def _split(text: str) -> list[str]:
    return [part for each in text.split(_LIST) if (part := each.strip())]


def _leaf(field: Field, text: str, lang: str = "") -> Plain:
    if field.many:
        return [_one(field, part, lang) for part in _split(text)]
    return _one(field, text, lang)


def _one(field: Field, text: str, lang: str) -> Plain:
    return {lang: text} if field.kind == "localized" and lang not in ("", SOURCE_LOCALE) else text


def _group(fact: Fact, target: Target, field: Field, text: str) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for part in text.split(_GROUP):
        match = _PART.fullmatch(part)
        if match and any(each.key == match[1].partition(".")[0] for each in field.fields):
            _put(fact, found, field, match[1], match[2])
        elif takes := taker(field):
            found[takes.key] = _leaf(takes, part, fact.lang)
        else:
            raise fact.refuse("fact-group", known=", ".join(each.key for each in field.fields))
    return _completed(fact, target, field, found)


def _put(fact: Fact, found: dict[str, Plain], field: Field, path: str, text: str) -> None:
    key, _, rest = path.partition(".")
    inner = next((each for each in field.fields if each.key == key), None)
    if inner is None or (rest and not inner.fields):
        raise fact.refuse("fact-group", known=", ".join(each.key for each in field.fields))
    if rest:
        _put(fact, found.setdefault(key, {}), inner, rest, text)
    else:
        found[key] = _leaf(inner, text, fact.lang)


def _completed(fact: Fact, target: Target, field: Field, found: dict[str, Plain]) -> dict[str, Plain]:
    """With what the row's other columns say of the group, and what its field says by its former name."""
    keys = {each.key for each in field.fields}
    more: dict[str, Plain] = {}
    if fact.lang and "lang" in keys:
        more["lang"] = fact.lang
    if fact.as_of and "as_of" in keys:
        more["as_of"] = fact.as_of
    if {"id", "title"} <= keys and "title" in found:
        more["id"] = slug(str(found["title"]))
    if field.fields[0].owner == SOURCE and fact.title:
        more["title"] = fact.title
    for key, text in target.was.beside if target.was else ():
        # What is no longer borne stays so, whatever else the row says that it was.
        if text == _FORMER:
            found = {**found, key: text}
        more[key] = text
    return {**more, **found}
