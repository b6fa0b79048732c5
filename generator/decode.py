"""Node → record. Everything pydantic refuses keeps its line, its column and its key path."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.load import Mapping, Node, Scalar, Sequence, locate, plain
from generator.model import Record, field_order
from generator.problem import KeyPath, Problem

R = TypeVar("R", bound=Record)

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


def decode(type_: type[R], id_: str, root: Node, file: str) -> tuple[R | None, list[Problem]]:
    """The record of ``type_`` that the node holds; or None and every reason why it holds none."""
    empty = [Problem("empty-value", file, *at, path, {"key": str(path[-1])}) for path, at in _empty(root)]
    values = plain(root)
    assert isinstance(values, dict)
    if "id" in values:
        at = locate(root, ("id",), key=True)
        return None, [*empty, Problem("id-in-file", file, *at, ("id",), {"id": id_})]
    if empty:
        return None, empty
    try:
        return type_.model_validate({"id": id_, **values}), []
    except ValidationError as error:
        return None, [_problem(type_, root, file, detail) for detail in error.errors(include_url=False)]


def _empty(node: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, tuple[int, int]]]:
    """Keys and items with nothing behind them: absent is not empty."""
    match node:
        case Scalar(text="") if path:
            yield path, (node.line, node.column)
        case Mapping():
            if not node.entries and path:
                yield path, (node.line, node.column)
            for key, value in node.entries:
                if isinstance(value, Scalar) and not value.text:
                    yield (*path, key.text), (key.line, key.column)
                else:
                    yield from _empty(value, (*path, key.text))
        case Sequence():
            if not node.items and path:
                yield path, (node.line, node.column)
            for at, item in enumerate(node.items):
                yield from _empty(item, (*path, at))


def _problem(type_: type[Record], root: Node, file: str, detail: ErrorDetails) -> Problem:
    path, kind, context = tuple(detail["loc"]), detail["type"], detail.get("ctx") or {}
    if kind == "extra_forbidden":
        known = _fields_at(type_, path[:-1])
        close = get_close_matches(str(path[-1]), known, 1, 0.6)
        args = {"key": str(path[-1]), "known": ", ".join(known)} | ({"suggestion": close[0]} if close else {})
        return Problem("unknown-key", file, *locate(root, path, key=True), path, args)
    at = locate(root, path)
    if kind == "missing":
        return Problem("missing-key", file, *locate(root, path[:-1]), path, {"key": str(path[-1])})
    if kind in _WRONG_TYPE:
        args = {"key": str(path[-1]), "expected": _WRONG_TYPE[kind], "value": _short(detail["input"])}
        return Problem("wrong-type", file, *at, path, args)
    args = {"key": str(path[-1]) if path else "", "value": _short(detail["input"])}
    if kind in _RANGE:
        limit = {name: str(value) for name, value in context.items()}
        return Problem("out-of-range", file, *at, path, args | {"limit": limit.get("ge") or limit.get("le") or ""})
    if kind == "string_too_long":
        return Problem("too-long", file, *at, path, args | {"limit": str(context["max_length"])})
    if kind == "string_too_short":
        return Problem("empty-value", file, *at, path, args)
    if kind == "string_pattern_mismatch":
        return Problem("bad-format", file, *at, path, args)
    return Problem(kind, file, *at, path, args | {k: str(v) for k, v in context.items()})


def _short(value: Any) -> str:
    """The value as a message quotes it: one line, at most 60 characters."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= 60 else text[:59] + "…"


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
