"""Nodes that can still be filled: what a row becomes before it is decoded, and how it joins what is there."""

from __future__ import annotations

import re

from generator.files.load import Mapping, Node, Scalar, Sequence, plain
from generator.model.language import SOURCE_LOCALE

Tree = Scalar | list["Tree"] | dict[str, "Tree"]

_STEP = re.compile(r"([^\[]+)(\[(\d+|\*)?\])?")


class KeyConflictError(Exception):
    """Two columns fill one key in ways that exclude each other."""


def thaw(node: Node) -> Tree:
    """The same, open to change."""
    match node:
        case Scalar():
            return node
        case Sequence():
            return [thaw(item) for item in node.items]
        case Mapping():
            return {key.text: thaw(value) for key, value in node.entries}


def freeze(tree: Tree, line: int = 1) -> Node:
    """The same as nodes; lists and mappings stand on ``line``."""
    match tree:
        case Scalar():
            return tree
        case list():
            return Sequence(tuple(freeze(item, line) for item in tree), line, 1)
        case dict():
            entries = tuple((Scalar(key, line, 1, True), freeze(value, line)) for key, value in tree.items())
            return Mapping(entries, line, 1)


def from_plain(value: object, line: int = 1, column: int = 1) -> Tree:
    """Bare texts, lists and dicts as a tree that stands at that line and column."""
    match value:
        case list() | tuple():
            return [from_plain(item, line, column) for item in value]
        case dict():
            return {str(key): from_plain(item, line, column) for key, item in value.items()}
    return Scalar(str(value), line, column, False)


def holders(root: dict[str, Tree], path: str) -> tuple[list[dict[str, Tree]], str]:
    """The mappings that hold the last key of ``path``, made if need be, and that key with its brackets.

    ``a[0].b`` is b of the first item of a; ``a[].b`` of one more item; ``a[*].b`` of every item.
    An empty list gets a first item.

    :raises KeyConflictError: something on the way is not what the path takes it for.
    """
    *steps, last = path.split(".")
    found = [root]
    for step in steps:
        found = [item for holder in found for item in _enter(holder, step)]
    return found, last


def _enter(holder: dict[str, Tree], step: str) -> list[dict[str, Tree]]:
    name, index = _split(step)
    if index is None:
        inner = holder.setdefault(name, {})
        if isinstance(inner, Scalar):
            # A bare text is French; its translations join it.
            inner = holder[name] = {SOURCE_LOCALE: inner}
        return [_mapping(inner)]
    items = _items(holder, name)
    if index == "*":
        return [_mapping(item) for item in items or _grown(items, 0)]
    at = len(items) if index == "" else int(index)
    return [_mapping(_grown(items, at)[at])]


def put(holder: dict[str, Tree], step: str, value: Tree) -> None:
    """Writes the value under the key; ``key[]`` appends it if it is not there; ``key[0]`` joins it to it.

    :raises KeyConflictError: something else is there.
    """
    name, index = _split(step)
    if index is None:
        holder[name] = merge(holder[name], value) if isinstance(value, dict) and name in holder else value
        return
    items = _items(holder, name)
    if index == "":
        if not any(same(item, value) for item in items):
            items.append(value)
        return
    for at in range(len(items)) if index == "*" else [int(index)]:
        _grown(items, at)[at] = merge(items[at], value)


def merge(old: Tree, new: Tree) -> Tree:
    """``old`` with what ``new`` says.

    Keys that ``new`` does not name stay, so do translations of a French text, and a list that holds all of
    the new one. Anything else gives way.
    """
    match old, new:
        case dict(), dict():
            joined = {key: merge(value, new[key]) if key in new else value for key, value in old.items()}
            return joined | {key: value for key, value in new.items() if key not in old}
        case dict(), Scalar() if SOURCE_LOCALE in old:
            return old | {SOURCE_LOCALE: new}
        case Scalar(), dict() if SOURCE_LOCALE in new:
            return {SOURCE_LOCALE: old} | new
        case list(), list() if all(any(same(item, each) for each in old) for item in new):
            return old
    return new


def without_gaps(tree: Tree) -> Tree:
    """The same without the items of lists that nothing fills: of numbered columns, one in the middle may be empty."""
    match tree:
        case list():
            return [without_gaps(item) for item in tree if item != {}]
        case dict():
            return {key: without_gaps(value) for key, value in tree.items()}
    return tree


def same(left: Tree, right: Tree) -> bool:
    """Whether both hold the same texts under the same keys."""
    return plain(freeze(left)) == plain(freeze(right))


def _split(step: str) -> tuple[str, str | None]:
    """Key and what stands between its brackets: None without brackets."""
    found = _STEP.fullmatch(step)
    assert found, step
    return found[1], (found[3] or "") if found[2] else None


def _items(holder: dict[str, Tree], name: str) -> list[Tree]:
    items = holder.setdefault(name, [])
    if not isinstance(items, list):
        raise KeyConflictError(name)
    return items


def _grown(items: list[Tree], at: int) -> list[Tree]:
    while len(items) <= at:
        items.append({})
    return items


def _mapping(tree: Tree) -> dict[str, Tree]:
    if not isinstance(tree, dict):
        raise KeyConflictError
    return tree
