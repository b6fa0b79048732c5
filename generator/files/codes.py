"""Codes that are of another kind than what they are written for: a département's where a commune's is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.files.load import Mapping, Node, Scalar
from generator.files.misread import Misread
from generator.model.problem import KeyPath
from generator.model.schema.field import Field


def misshapen(known: tuple[Field, ...], root: Node) -> Iterator[Misread]:
    """Codes that have not the form of the record's kind; ``known`` are the keys of the file's type."""
    yield from _inside(known, root, root, ())


def _inside(known: tuple[Field, ...], root: Node, node: Node, path: KeyPath) -> Iterator[Misread]:
    for field in known:
        value = _at(node, field.key) if field.shapes or field.fields else None
        if isinstance(value, Mapping):
            yield from _inside(field.fields, root, value, (*path, field.key))
        elif isinstance(value, Scalar) and value.text and field.shapes:
            kind = _at(root, field.shaped_by)
            for wanted, shape, pattern in field.shapes:
                if isinstance(kind, Scalar) and kind.text == wanted and not re.fullmatch(pattern, value.text):
                    args = {"value": value.text, "shape": shape}
                    yield Misread("bad-format", (*path, field.key), (value.line, value.column), args)


def _at(node: Node, key: str) -> Node | None:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((value for name, value in entries if name.text == key), None)
