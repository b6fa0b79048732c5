"""What the model wants of each value of a file, whether the file holds a valid record or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.model.problem import KeyPath
from generator.model.schema.field import Field
from generator.model.schema.fields import fields, walk


@dataclass(frozen=True, slots=True)
class Typed:
    """A value, where it stands and the field it is meant for."""

    path: KeyPath
    scalar: Scalar
    field: Field
    flow: bool
    """Whether it stands between brackets."""

    @property
    def bare(self) -> bool:
        """Whether it is the field's value itself, and not a text in one of several languages."""
        last = next(step for step in reversed(self.path) if isinstance(step, str))
        return last == self.field.key


def typed(known: tuple[Field, ...], node: Node, path: KeyPath = (), flow: bool = False) -> Iterator[Typed]:
    """Every value of the file that stands where the model wants one."""
    if isinstance(node, Mapping):
        for field, key, value in _known(known, node):
            yield from _typed(field, value, (*path, key.text), flow or node.flow)


def _typed(field: Field, node: Node, path: KeyPath, flow: bool) -> Iterator[Typed]:
    match node:
        case Sequence():
            for at, item in enumerate(node.items):
                yield from _typed(field, item, (*path, at), flow or node.flow)
        case Mapping() if field.kind == "localized":
            for key, value in node.entries:
                yield from _typed(field, value, (*path, key.text), flow or node.flow)
        case Mapping():
            yield from typed(field.fields, node, path, flow)
        case Scalar() if not field.fields:
            yield Typed(path, node, field, flow)


def groups(known: tuple[Field, ...], node: Node) -> Iterator[tuple[tuple[Field, ...], Mapping]]:
    """Every group of keys of the file, from the outermost in, with what the model wants there."""
    if isinstance(node, Mapping):
        yield known, node
        for field, _, value in _known(known, node):
            if field.fields:
                yield from groups(field.fields, value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from groups(known, item)


def _known(known: tuple[Field, ...], node: Mapping) -> Iterator[tuple[Field, Scalar, Node]]:
    by_key = {field.key: field for field in known}
    for key, value in node.entries:
        if key.text in by_key:
            yield by_key[key.text], key, value


@cache
def every_key(type_: str) -> frozenset[str]:
    """Every key that may stand somewhere in a file of this type."""
    return frozenset(field.key for field in walk(fields(type_)))
