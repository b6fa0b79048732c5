"""What a row says, tidied as every door tidies it; each change that a reader could notice is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.files.load import Scalar
from generator.importer.tree import Tree
from generator.model.schema.field import Field
from generator.text.tidy import Act, tidy


@dataclass(frozen=True, slots=True)
class Note:
    """A text that was tidied, where it stood in the table."""

    row: int
    column: int
    act: Act
    text: str
    """What it has become."""


def tidied(tree: Tree, known: tuple[Field, ...]) -> tuple[Tree, tuple[Note, ...]]:
    """The group of keys with its texts tidied, and what was done."""
    notes: list[Note] = []
    return _group(tree, known, notes), tuple(notes)


def _group(tree: Tree, known: tuple[Field, ...], notes: list[Note]) -> Tree:
    if not isinstance(tree, dict):
        return tree
    by_key = {field.key: field for field in known}
    return {key: _value(value, by_key[key], notes) if key in by_key else value for key, value in tree.items()}


def _value(tree: Tree, field: Field, notes: list[Note]) -> Tree:
    match tree:
        case Scalar():
            text, done = tidy(tree.text, field)
            notes += _notes(tree, text, done)
            return replace(tree, text=text)
        case list():
            return [_value(item, field, notes) for item in tree]
        case dict() if field.kind == "localized":
            return {locale: _value(text, field, notes) for locale, text in tree.items()}
    return _group(tree, field.fields, notes)


def _notes(old: Scalar, text: str, done: tuple[Act, ...]) -> Iterator[Note]:
    yield from (Note(old.line, old.column, act, text) for act in done)
