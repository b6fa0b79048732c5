"""Ids of records in the importer's mappings: what a column fills, constants, records that may be created."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.model import BY_FOLDER, Ref, links_of
from generator.upkeep.sheet import sheet_of, splice

_STEP = re.compile(r"([^\[.]+)(?:\[[^\]]*\])?")


def renamed_in_mapping(text: str, name: str, folder: str, old: str, new: str) -> str:
    """The mapping's text with that record's id replaced wherever it means the record."""
    sheet = sheet_of(text)
    if sheet is None:
        return text
    edits = []
    for scalar in _ids(sheet.root, folder):
        if scalar.text == old:
            start, end = sheet.span(scalar)
            edits.append((start, end, sheet.text[start:end].replace(old, new)))
    return sheet.mark + splice(sheet.text, edits)


def _ids(root: Node, folder: str) -> Iterator[Scalar]:
    """Every text of the mapping that stands where an id of that folder's records is meant."""
    for target in _items(_get(root, "targets")):
        type_ = BY_FOLDER.get(_text(_get(target, "folder")))
        if type_ is None:
            continue
        rule = _get(target, "id")
        if type_.folder == folder and isinstance(constant := _get(rule, "constant"), Scalar):
            yield constant
        for key, made in _entries(_get(target, "create")):
            if type_.folder == folder:
                yield key
            yield from _inside(type_, made, folder)
        into = _target(type_, _text(_get(target, "into")))
        if into is not None:
            type_ = into
        for key, value in _entries(_get(target, "constants")):
            yield from _filled(_target(type_, key.text), value, folder)
        for _, rules in _entries(_get(target, "columns")):
            for each in _items(rules):
                yield from _rule(type_, each, folder)


def _rule(type_: Any, rule: Node, folder: str) -> Iterator[Scalar]:
    to = _text(_get(rule, "to"))
    for _, value in _entries(_get(rule, "values")):
        yield from _filled(_target(type_, to), value, folder)
    beside = to.rpartition(".")[0]
    for key, value in _entries(_get(rule, "also")):
        path = f"{beside}.{key.text}" if beside else key.text
        yield from _filled(_target(type_, path), value, folder)


def _filled(target: Any, value: Node, folder: str) -> Iterator[Scalar]:
    """Ids among what fills a key: the id itself, or those of a whole block."""
    if isinstance(target, Ref):
        yield from (item for item in _items(value) if target.type == folder and isinstance(item, Scalar))
    elif target is not None and not hasattr(target, "vocabulary"):
        for item in _items(value):
            yield from _inside(target, item, folder)


def _inside(type_: Any, node: Node, folder: str) -> Iterator[Scalar]:
    targets = dict(links_of(type_))
    for key, value in _entries(node):
        yield from _filled(targets.get(key.text), value, folder)


def _target(type_: Any, path: str) -> Any:
    """What the key path leads to: a link, the type of a nested value that holds some, or nothing."""
    for step in path.split(".") if path else []:
        found = _STEP.match(step)
        if not isinstance(type_, type) or found is None:
            return None
        type_ = dict(links_of(type_)).get(found[1])
    return type_ if path else None


def _get(node: Node | None, name: str) -> Node | None:
    return next((value for key, value in _entries(node) if key.text == name), None)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.entries if isinstance(node, Mapping) else ()


def _items(node: Node | None) -> tuple[Node, ...]:
    """The items of a list; one thing stands for a list of one."""
    if isinstance(node, Sequence):
        return node.items
    return () if node is None else (node,)
