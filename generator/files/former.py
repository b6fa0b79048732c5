"""What a file still writes as the model took it before (``model.was``), recognised and never read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.model.language import BY_LOCALE
from generator.model.problem import KeyPath
from generator.model.schema.field import Field
from generator.model.values import LOCALE


@dataclass(frozen=True, slots=True)
class Former:
    """A key that has another name today, or a value that is a group today."""

    path: KeyPath
    field: Field
    """What it is today."""
    key: Scalar | None
    """The key above it; None of an item of a list."""
    value: Node
    renamed: bool
    """Whether it is the key that is of yesterday, and not the value."""
    taken: bool = False
    """Of a renamed key: whether today's stands beside it."""
    flow: bool = False
    """Whether it stands between brackets or braces."""


def former(known: tuple[Field, ...], node: Node, path: KeyPath = (), flow: bool = False) -> Iterator[Former]:
    """Everything of yesterday in a group, from the outside in; ``known`` are the group's keys today."""
    if not isinstance(node, Mapping) or not any(field.was or field.fields for field in known):
        return
    today = {field.key: field for field in known}
    before = {key: field for field in known for key in field.former_keys}
    flow = flow or node.flow
    for key, value in node.entries:
        here = (*path, key.text)
        field = today.get(key.text) or before.get(key.text)
        if field and key.text in before:
            taken = any(each.text == field.key for each, _ in node.entries)
            yield Former(here, field, key, value, True, taken, flow)
        if field and field.many and isinstance(value, Sequence):
            for at, item in enumerate(value.items):
                yield from _inside(Former((*here, at), field, None, item, False, flow=flow or value.flow))
        elif field and not field.many:
            yield from _inside(Former(here, field, key, value, False, flow=flow))


def _inside(found: Former) -> Iterator[Former]:
    if found.field.bare and _is_bare(found.field, found.field.bare, found.value):
        yield found
    else:
        yield from former(found.field.fields, found.value, found.path, found.flow)


def _is_bare(group: Field, taker: Field, value: Node) -> bool:
    """Whether the value is what only one key of the group takes."""
    match value:
        case Scalar():
            return bool(value.text.strip()) and not taker.many
        case Sequence():
            return taker.many
        case Mapping():
            keys = {key.text for key, _ in value.entries}
            own = {each for field in group.fields for each in (field.key, *field.former_keys)}
            by_language = bool(keys & BY_LOCALE.keys()) and all(map(LOCALE.fullmatch, keys))
            return taker.kind == "localized" and by_language and not keys & own
