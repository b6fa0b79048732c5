"""A record's fields as its factsheet shows them: which are rows of which slot, and what each is called there.

How one is written follows from its kind (``templates/fields.jinja``); what a page says in another way stands in that
page's own template, and the model says so (``BY_HAND``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from generator.model import Record, Source
from generator.model.codes import code_page
from generator.model.directory import Directory
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.paths import at
from generator.model.schema.types import TYPES
from generator.model.values import Localized
from generator.words import fields as words
from generator.words.edition import Edition


@cache
def slotted(type_: str, slot: str) -> tuple[Field, ...]:
    """The type's fields that are rows of that slot, in their order."""
    return tuple(sorted((field for field in fields(type_) if field.shows.sheet == slot), key=lambda f: f.shows.rank))


def filled(those: Iterable[Field], holder: Any) -> list[Field]:
    """Of those fields, the ones that the record or group says something in, and that a reader is to see."""
    return [field for field in those if not field.shows.hidden and field.of(holder)]


def globals_of(directory: Directory, edition: Edition, type_: str) -> dict[str, Callable[..., Any]]:
    """What the templates of a record of that type call; ``unsaid``: themes whose labels the title, or another, does not
    say already; ``distinct``: those that no other names."""

    def label(field: Field | str) -> str:
        return words.label(at(field) if isinstance(field, str) else field, edition.locale)

    def backs(source: Source) -> str:
        # A page of no record, a theme's, cites sources of several.
        found = () if type_ not in TYPES else (label(field) for field in fields(type_) if field.key in source.about)
        return ", ".join(each[0].lower() + each[1:] for each in found)

    def named(field: Field, id_: str) -> Record:
        record: Record = getattr(directory, TYPES[field.reference])[id_]
        return record

    def distinct(said: dict[str, str], themes: Iterable[str]) -> list[str]:
        for id_ in themes:
            said.setdefault(edition.pick(directory.themes[id_][1].label), id_)
        return list(filter(None, said.values()))

    def unsaid(themes: Iterable[str], title: Localized) -> list[str]:
        return distinct({edition.pick(title): ""}, themes)

    return {
        "backs": backs,
        "code_page": code_page,
        "distinct": lambda themes: distinct({}, themes),
        "unsaid": unsaid,
        "slotted": lambda slot: slotted(type_, slot),
        "filled": filled,
        "label": label,
        "named": named,
    }
