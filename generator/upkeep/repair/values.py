"""Values written another way than the directory's, if they can mean only one thing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.files.kinds import Typed, typed
from generator.files.save import inline
from generator.model import Ref, Term
from generator.model.problem import KeyPath
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.types import TYPES
from generator.model.values import parse_date
from generator.text.tidy import tidy, untracked
from generator.upkeep.repair.dates import respelled
from generator.upkeep.repair.words import Words
from generator.upkeep.sheet import Sheet, splice

_AROUND_TEXT = (("“", "”"), ("”", "”"), ("„", "“"), ("„", "”"))
"""Quotes that a word processor puts in place of straight ones, so that they become part of the text."""
_AROUND_CODE = (*_AROUND_TEXT, ("‘", "’"), ("’", "’"), ("«", "»"), ("‹", "›"))

_BARE = ("date", "integer", "number", "boolean")
"""Kinds of values that stand without quotes."""
_WORDS = ("text", "localized")
_NOTHING = ("null", "~")
"""YAML's own words for nothing: quotes would make them something."""

_IN_FLOW = re.compile(r"[\[\]{},]")


def repaired_values(sheet: Sheet, type_: str, words: Words) -> tuple[str, Mapping[KeyPath, str]]:
    """The file's text with its values as the directory writes them, and what changed: where, and into what."""
    edits, changed = [], {}
    for each in typed(fields(type_), sheet.root):
        written = _written(sheet, each, words)
        if written is not None:
            text, source = written
            edits.append((*sheet.span(each.scalar), source))
            changed[each.path] = text
    return splice(sheet.text, edits), changed


def _written(sheet: Sheet, each: Typed, words: Words) -> tuple[str, str] | None:
    """The text that the value should be and how to write it; None if it is right."""
    old, source = each.scalar.text, sheet.source(each.scalar)
    if "\n" in source or not old.strip() or source[0] in ">|" or (each.scalar.plain and old.lower() in _NOTHING):
        return None
    new = repaired(old, each.field, words)
    if new == old and not (each.scalar.plain and each.field.kind not in _BARE and _doubtful(old)):
        return None
    bare = each.field.kind in _BARE
    spelled = new if bare else inline(new)
    if each.flow and not bare and spelled == new and _IN_FLOW.search(new):
        spelled = f"'{new}'" if "'" not in new else f'"{new}"'
    if new == old and spelled in (source, new):
        return None
    return new, spelled


def _doubtful(text: str) -> bool:
    """Whether a tool may read a bare text as a number, a date or a word of YAML's own: yes, null, on."""
    return len(text) <= len("false") or text[0] in "0123456789+-.=<~"


def repaired(text: str, field: Field, words: Words) -> str:
    """The value as the directory writes it; the same if it is right, or if nobody can tell."""
    if field.kind in _WORDS and not field.code:
        return _unquoted(re.sub(" {2,}", " ", text.strip(" \t\u00a0\u202f")), _AROUND_TEXT)
    bare = _unquoted(text.strip(), _AROUND_CODE).strip()
    match field.kind:
        case "date":
            return bare if _is_date(bare) else respelled(bare) or text
        case "url":
            return untracked(bare)
        case "country":
            return words.country(bare) or bare
        case "term" | "theme":
            return words.meant(Term(field.vocabulary), bare) or bare
        case "reference":
            return words.meant(Ref(TYPES[field.reference]), bare) or bare
    return tidy(bare, field)[0] if field.code else bare


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def _unquoted(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """The text without the quotes around all of it, unless it holds more of them."""
    for opening, closing in pairs:
        inner = text[1:-1]
        if len(text) > 2 and text[0] == opening and text[-1] == closing and not set(inner) & {opening, closing}:
            return inner.strip(" \u00a0\u202f")
    return text
