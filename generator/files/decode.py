"""Node → record. Everything pydantic refuses keeps its line, its column and its key path."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.files.characters import Position
from generator.files.codes import misshapen
from generator.files.former import Renamed, former
from generator.files.load import Mapping, Node, Plain, Scalar, Sequence, locate, plain
from generator.files.misread import misread
from generator.model import TYPES, Record, field_order
from generator.model.problem import KeyPath, Problem
from generator.model.schema.fields import fields_of
from generator.model.values import Value

R = TypeVar("R", bound=Record)
V = TypeVar("V", bound=Value)

# pydantic's error type → our code and what was expected (a key of the catalog).
_WRONG_TYPE = {
    "string_type": "text",
    "int_type": "integer",
    "int_parsing": "integer",
    "int_parsing_size": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "tuple_type": "list",
    "dict_type": "localized",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
_RANGE = {"greater_than_equal", "less_than_equal"}

CLOSE = 0.6
"""Similarity from which a key may be what was meant, as difflib measures it."""
QUOTED = 60
"""Longest value that a message quotes whole, in characters."""


def decode(type_: type[R], id_: str, root: Node, file: str) -> tuple[R | None, list[Problem]]:
    """The record of ``type_`` that the node holds; or None and every reason why it holds none."""
    values = plain(root)
    assert isinstance(values, dict)
    problems = []
    if values.pop("id", None) is not None:
        problems.append(Problem("id-in-file", file, *locate(root, ("id",), key=True), ("id",), {"id": id_}))
    return _validated(type_, {"id": id_, **values}, root, file, problems)


def decode_value(type_: type[V], root: Node, file: str) -> tuple[V | None, list[Problem]]:
    """The same of a file that holds no record."""
    return _validated(type_, plain(root), root, file, [])


def _validated(
    type_: type[V], values: Plain, root: Node, file: str, problems: list[Problem]
) -> tuple[V | None, list[Problem]]:
    known = fields_of(type_) if issubclass(type_, TYPES) else ()
    wrong = {each.path: each for each in (*misread(known, root), *misshapen(known, root))}
    empty = {path: at for path, at in _empty(root) if not any(path[: len(each)] == each for each in wrong)}
    problems = [
        *(Problem(each.code, file, *each.at, each.path, each.args) for each in wrong.values()),
        *(Problem("empty-value", file, *at, path) for path, at in empty.items()),
        *problems,
    ]
    try:
        found = type_.model_validate(values)
    except ValidationError as error:
        outdated = _outdated(type_, root)
        problems += (Problem(code, file, *at, path, args) for code, at, path, args in outdated)
        # What is misread, empty or of yesterday has been told; a key that has another name there is not missing.
        told = [*wrong, *empty, *(path for _, _, path, _ in outdated)]
        renamed = [(*path[:-1], args["now"]) for code, _, path, args in outdated if code == "renamed-key"]
        for detail in error.errors(include_url=False):
            at = detail["loc"]
            if not any(at[: len(path)] == path for path in told) and not (
                detail["type"] == "missing" and at in renamed
            ):
                problems.append(_problem(type_, root, file, detail))
        return None, problems
    return (None, problems) if problems else (found, [])


def _outdated(type_: type[Value], root: Node) -> list[tuple[str, Position, KeyPath, dict[str, str]]]:
    """What is written as the model took it before: code of the problem, place, path and details."""
    found: list[tuple[str, Position, KeyPath, dict[str, str]]] = []
    for each in former(fields_of(type_), root) if issubclass(type_, TYPES) else ():
        if isinstance(each, Renamed):
            args = {"key": each.key.text, "now": each.field.key}
            found.append(("renamed-key", (each.key.line, each.key.column), each.path, args))
        else:
            code = "value-is-item" if each.field.many else "value-is-group"
            beside = "\n".join(": ".join(pair) for pair in each.was.beside)
            args = {"under": each.taker.key} | ({"beside": beside} if beside else {})
            found.append((code, (each.value.line, each.value.column), each.path, args))
    return found


def _empty(node: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, tuple[int, int]]]:
    """Keys and items with nothing behind them: absent is not empty."""
    match node:
        case Scalar() if path and _is_blank(node):
            yield path, (node.line, node.column)
        case Mapping():
            if not node.entries and path:
                yield path, (node.line, node.column)
            for key, value in node.entries:
                if isinstance(value, Scalar) and _is_blank(value):
                    yield (*path, key.text), (key.line, key.column)
                else:
                    yield from _empty(value, (*path, key.text))
        case Sequence():
            if not node.items and path:
                yield path, (node.line, node.column)
            for at, item in enumerate(node.items):
                yield from _empty(item, (*path, at))


def _is_blank(scalar: Scalar) -> bool:
    """Whether there is nothing to read in it, as YAML's own word for nothing also says."""
    return not scalar.text.strip() or (scalar.plain and scalar.text.lower() in ("null", "~"))


def _problem(type_: type[BaseModel], root: Node, file: str, detail: ErrorDetails) -> Problem:
    path, kind, context = tuple(detail["loc"]), detail["type"], detail.get("ctx") or {}
    if kind == "extra_forbidden":
        known = _fields_at(type_, path[:-1])
        close = get_close_matches(str(path[-1]), known, 1, CLOSE)
        args = {"key": str(path[-1]), "known": ", ".join(known)} | ({"suggestion": close[0]} if close else {})
        return Problem("unknown-key", file, *locate(root, path, key=True), path, args)
    at = locate(root, path)
    if kind == "missing":
        return Problem("missing-key", file, *locate(root, path[:-1]), path)
    if kind in _WRONG_TYPE:
        expected = _WRONG_TYPE[kind]
        if expected == "mapping" and isinstance(path[-1], int):
            expected = "mappings"
        args = {"expected": expected, "value": _short(detail["input"])}
        return Problem("wrong-type", file, *at, path, args)
    args = {"value": _short(detail["input"])}
    if kind in _RANGE:
        limit = f"{context.get('ge', context.get('le')):g}"
        return Problem("out-of-range", file, *at, path, args | {"limit": limit})
    if kind == "string_too_long":
        return Problem("too-long", file, *at, path, args | {"limit": str(context["max_length"])})
    if kind == "string_too_short":
        return Problem("empty-value", file, *at, path, args)
    if kind == "bad-locale":
        path = (*path, str(context["value"]))
        return Problem(kind, file, *locate(root, path, key=True), path, {"value": _short(context["value"])})
    if "-" not in kind:
        # Pydantic's own words have no hyphen: a pattern is not matched.
        return Problem("bad-format", file, *at, path, args)
    return Problem(kind, file, *at, path, {name: str(each) for name, each in context.items()} | args)


def _short(value: Any) -> str:
    """The value as a message quotes it: one line, and not too long."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"


def _fields_at(type_: type[BaseModel], path: KeyPath) -> list[str]:
    """Names allowed in the mapping at ``path`` of a record of this type."""
    current: Any = type_
    for name in path:
        if isinstance(name, int):
            continue
        hint = current.model_fields[name].annotation if name in current.model_fields else None
        current = _model_in(hint)
        if current is None:
            return []
    return field_order(current)


def _model_in(hint: Any) -> type[BaseModel] | None:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return hint
    return next((found for arg in getattr(hint, "__args__", ()) if (found := _model_in(arg))), None)
