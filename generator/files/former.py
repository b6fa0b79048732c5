"""What a file still writes as the model took it before (``model.was``), recognised and never read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.model.language import BY_LOCALE
from generator.model.problem import KeyPath
from generator.model.schema.field import Field
from generator.model.values import LOCALE
from generator.model.was import Was


@dataclass(frozen=True, slots=True)
class Renamed:
    """A key that has another name today."""

    path: KeyPath
    field: Field
    """What it is today."""
    key: Scalar
    value: Node
    holder: Mapping
    """The group that it stands in."""

    @property
    def other(self) -> Node | None:
        """What today's key says beside it; None if it is not there."""
        return next((value for key, value in self.holder.entries if key.text == self.field.key), None)

    @property
    def joins(self) -> bool:
        """Whether what it says can go with what today's key says: both are lists of groups, on lines of their own."""
        both = (self.value, self.other)
        lists = all(isinstance(each, Sequence) and each.items for each in both)
        return lists and bool(self.field.fields) and not self.holder.flow


@dataclass(frozen=True, slots=True)
class Bare:
    """A value that is a group today."""

    path: KeyPath
    field: Field
    """What it is today."""
    taker: Field
    """The key of the group that takes it."""
    was: Was
    """What the model says of it, and of what the group says besides."""
    key: Scalar | None
    """The key above it; None of an item of a list."""
    value: Node
    flow: bool
    """Whether it stands between brackets or braces."""
    brackets: tuple[Scalar, Sequence] | None = None
    """The list between brackets that it is an item of, under its key, where that stands on a line of its own."""

    @property
    def alone(self) -> bool:
        """Whether it is a text that stands for a whole list of groups."""
        return self.field.many and self.key is not None


Former = Renamed | Bare


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
        if field is None:
            continue
        if key.text in before:
            yield Renamed(here, field, key, value, node)
        bare = field.taker(key.text)
        if field.many and isinstance(value, Sequence):
            brackets = (key, value) if value.flow and not flow else None
            for at, item in enumerate(value.items):
                if bare and _is_bare(field, bare[0], item):
                    yield Bare((*here, at), field, *bare, None, item, flow or value.flow, brackets)
                else:
                    yield from former(field.fields, item, (*here, at), flow or value.flow)
        elif bare and _is_bare(field, bare[0], value) and (not field.many or isinstance(value, Scalar)):
            yield Bare(here, field, *bare, key, value, flow)
        elif not field.many:
            yield from former(field.fields, value, here, flow)


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
