"""Classes of the model → their fields: types, lengths, patterns, links and where a field shows are read from the
records' own."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.model import THEMES, Own, Ref, Term, field_order, name_of
from generator.model.codes import INSEE, Code
from generator.model.schema.field import Field
from generator.model.schema.layout import SECTIONS, UPKEEP
from generator.model.schema.types import type_in
from generator.model.shows import CORE, NOT_SHOWN, Shows
from generator.model.values import Localized, PartialDate, Period, Shape, Value
from generator.model.was import Was


def read(class_: type[Any], type_: str, above: str = "") -> Iterator[Field]:
    """The keys that the class makes of a file, or of the group at the path ``above``, in their order."""
    hints = get_type_hints(class_, include_extras=True)
    owner = name_of(class_)
    taken = list(class_.model_fields)
    for key in field_order(class_):
        base, many, marks = _unwrap(hints[key])
        info = class_.model_fields[key]
        path = f"{above}{key}"
        defined_in = next(each for each in class_.__mro__ if key in inspect.get_annotations(each))
        required = info.is_required() or (key == "sources" and getattr(class_, "needs_source", False))
        shows = next((mark for mark in marks if isinstance(mark, Shows)), NOT_SHOWN)
        if key == "sources" and not above and not required:
            shows = replace(shows, asked=UPKEEP, rank=-1)
        assert above or shows.asked in SECTIONS, f"{owner}.{key}: say in which section a form asks it"
        default = info.default if isinstance(info.default, (bool, int)) else None
        was = tuple(mark for mark in marks if isinstance(mark, Was))
        value = _value(base, marks, type_, f"{path}[]." if many else f"{path}.")
        for each in was:
            assert each.key not in taken, f"{owner}.{each.key} is or was another key"
            inside = {inner.key for inner in value.get("fields", ())}
            assert inside.issuperset([each.bare, *dict(each.beside)] if each.bare else []), f"{owner}.{key}"
            taken += [each.key] if each.key else []
        yield Field(
            key=key,
            path=path,
            owner=name_of(defined_in),
            many=many,
            required=required,
            core=required or shows.core if above else shows.asked == CORE,
            section=shows.asked,
            house=shows.house,
            shows=shows,
            was=was,
            minimum=_limit(marks, "ge"),
            maximum=_limit(marks, "le"),
            default=default,
            only_for="" if above else class_.keys_of_kinds.get(key, ""),
            needed_for="" if above else class_.needed_by_kinds.get(key, ""),
            **value,
        )


def _value(base: Any, marks: tuple[Any, ...], type_: str, above: str) -> dict[str, Any]:
    """What one value of the field is."""
    shape = next((mark for mark in marks if isinstance(mark, Shape)), Shape("text"))
    link = next((mark for mark in marks if isinstance(mark, (Ref, Term, Own))), None)
    text: dict[str, Any] = {
        "pattern": _limit(marks, "pattern") or "",
        "longest": _limit(marks, "max_length") or shape.longest,
    }
    if code := next((mark for mark in marks if isinstance(mark, Code)), None):
        shapes = tuple((kind, name, INSEE[name]) for kind, name in code.shapes)
        text |= {"code": code.name, "shaped_by": code.by, "shapes": shapes}
    if base is Localized:
        (_, each) = get_args(Localized.model_fields["root"].annotation)
        longest = _limit(_unwrap(each)[2], "max_length")
        return {"kind": "localized", "long": shape.kind == "prose", "longest": longest}
    if base is PartialDate:
        return {"kind": "date", "pattern": shape.pattern}
    if issubclass(base, Value):
        kind = "period" if base is Period else "group"
        return {"kind": kind, "fields": tuple(read(base, type_, above))}
    if base is not str:
        return {"kind": {bool: "boolean", int: "integer", float: "number"}[base]}
    match link:
        case Term(vocabulary):
            return {"kind": "theme" if vocabulary == THEMES else "term", "vocabulary": vocabulary, **text}
        case Ref(folder):
            return {"kind": "reference", "reference": type_in(folder), **text}
        case Own():
            return {"kind": "reference", "reference": type_, **text}
    return {"kind": shape.kind, "long": shape.kind == "text" and (text["longest"] or 0) > _SHORT, **text}


_SHORT = 200
"""The longest text, in characters, that is written on one line."""


def _unwrap(hint: Any) -> tuple[Any, bool, tuple[Any, ...]]:
    """The type under the hint, whether there are several, and the marks on it."""
    origin = get_origin(hint)
    if origin is Annotated:
        base, many, marks = _unwrap(hint.__origin__)
        return base, many, (*marks, *hint.__metadata__)
    if origin in (Union, types.UnionType):
        return _unwrap(next(arg for arg in get_args(hint) if arg is not type(None)))
    if origin is tuple:
        base, _, marks = _unwrap(get_args(hint)[0])
        return base, True, marks
    return hint, False, ()


def _limit(marks: tuple[Any, ...], name: str) -> Any:
    """What the marks say under that name, those of a library among them; None if nothing."""
    every = (each for mark in marks for each in (mark, *getattr(mark, "metadata", ())))
    return next((value for each in every if (value := getattr(each, name, None)) is not None and value != ""), None)
