"""The model as plain data: what can be written in a file of each type. From it derive the schemas, the reference page,
the form, the spreadsheets and the questions of the command line.

Types, lengths, patterns, links and where a field shows are read from the records' own fields. A type has the name of
its class: ``actor``, ``initiative``.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from generator import model
from generator.model import THEMES, Own, Record, Ref, Term, field_order, name_of
from generator.model.problem import KeyPath
from generator.model.schema.layout import SECTIONS, UPKEEP
from generator.model.shows import CORE, NOT_SHOWN, Shows
from generator.model.values import Localized, PartialDate, Period, Shape, Value
from generator.model.was import Was

Kind = Literal[
    "text",
    "localized",
    "date",
    "period",
    "url",
    "email",
    "id",
    "country",
    "integer",
    "number",
    "boolean",
    "term",
    "theme",
    "reference",
    "group",
]
"""What is written in a field. A ``localized`` is a French text or a text by language, a ``term`` the id of a
vocabulary's term, a ``theme`` that of a term of any taxonomy, a ``reference`` the id of another record; a ``period``
and a ``group`` have fields of their own."""

TYPES = {name_of(type_): type_.folder for type_ in model.TYPES}
"""Type → its folder."""

_TYPE_OF = {folder: type_ for type_, folder in TYPES.items()}


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a file."""

    key: str
    path: str
    """From the record down, ``[]`` for each item of a list: ``participations[].actor``."""
    owner: str
    """What the key belongs to, shared by all that hold it: ``actor``, ``record``, ``source``; its words are there."""
    kind: Kind
    many: bool = False
    """Whether it is a list of such values."""
    required: bool = False
    long: bool = False
    """Whether the text runs over several sentences."""
    core: bool = False
    """Whether a form asks it at once."""
    section: str = ""
    """Where a form asks it (``layout``); empty inside a group."""
    vocabulary: str = ""
    """Of a ``term``: its vocabulary; of a ``theme``: ``themes``."""
    reference: str = ""
    """Of a ``reference``: the type of the record it names."""
    longest: int | None = None
    """In characters."""
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    """Regular expression that the whole text matches, read alike by Python and JavaScript."""
    default: bool | int | None = None
    """What an absent key stands for."""
    only_for: str = ""
    """The record's ``kind`` without which the key is refused."""
    needed_for: str = ""
    """The record's ``kind`` that makes the key required."""
    fields: tuple[Field, ...] = ()
    """Of a ``period`` or a ``group``: what it holds."""
    shows: Shows = NOT_SHOWN
    """Where it shows besides, as the model says."""
    was: tuple[Was, ...] = ()
    """What it was before, as the model says."""

    def of(self, holder: Value) -> tuple[Any, ...]:
        """What the holder of the key says there, item by item; empty if nothing."""
        found = getattr(holder, self.key)
        return found if self.many else () if found is None else (found,)

    @property
    def brief(self) -> tuple[Field, ...]:
        """Of a group: what a form asks at once; all of it where the model singles nothing out."""
        return tuple(field for field in self.fields if field.core) if self._singles_out else self.fields

    @property
    def former_keys(self) -> tuple[str, ...]:
        """The keys that it had."""
        return tuple(each.key for each in self.was if each.key)

    @property
    def bare(self) -> Field | None:
        """Of a group that was one value: what of it takes the value."""
        taker = next((each.bare for each in self.was if each.bare), None)
        return next((field for field in self.fields if field.key == taker), None)

    @property
    def _singles_out(self) -> bool:
        return any(field.shows.core for field in self.fields)


def fields(type_: str) -> tuple[Field, ...]:
    """The keys of a file of that type, in the order in which a careful person writes them."""
    return fields_of(_class(type_))


@cache
def fields_of(class_: type[Record]) -> tuple[Field, ...]:
    """The same, of the class that reads such a file."""
    return tuple(_fields(class_, type_in(class_.folder)))


def sections(type_: str) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """The same, section by section, in the order in which they are asked."""
    in_order = sorted(fields(type_), key=lambda field: field.shows.rank)
    groups = ((name, tuple(field for field in in_order if field.section == name)) for name in SECTIONS)
    return tuple((name, group) for name, group in groups if group)


def walk(found: tuple[Field, ...]) -> Iterator[Field]:
    """Each field, followed by those inside it."""
    for field in found:
        yield field
        yield from walk(field.fields)


def field_at(type_: str, path: KeyPath) -> Field | None:
    """The field at that path, which may end with the language of a text; None if the type has none there."""
    found: Field | None = None
    for key in path:
        if isinstance(key, str):
            inside = found.fields if found else fields(type_)
            field = next((each for each in inside if each.key == key), None)
            if field is None:
                return found if found and found.kind == "localized" else None
            found = field
    return found


def fields_at(type_: str, path: KeyPath) -> tuple[Field, ...]:
    """The keys of the record or of the group at that path; none if the type has none there."""
    if not any(isinstance(key, str) for key in path):
        return fields(type_)
    found = field_at(type_, path)
    return found.fields if found else ()


def today(inside: tuple[Field, ...], path: str) -> str:
    """A key path as a person writes it, with the keys of today in place of those that were renamed, down to the value
    that a group was; ``inside`` are the keys where it begins. What the model does not know stays as it is."""
    steps, found = path.split("."), []
    field: Field | None = None
    for at, step in enumerate(steps):
        key, bracket, rest = step.partition("[")
        below = field.fields if field else inside
        known = next((each for each in below if key == each.key or key in each.former_keys), None)
        if known is None:
            found += [field.bare.key, *steps[at:]] if field and field.bare else steps[at:]
            return ".".join(found)
        field = known
        found.append(f"{field.key}{bracket}{rest}" if bracket or not (field.many and field.bare) else f"{field.key}[]")
    return ".".join([*found, field.bare.key] if field and field.bare else found)


@cache
def at(path: str) -> Field:
    """The field at a type and a path, without the marks of lists: ``initiative.frames.period``.

    :raises KeyError: there is none.
    """
    type_, *keys = path.split(".")
    field = field_at(type_, tuple(keys))
    if field is None:
        raise KeyError(path)
    return field


@cache
def shared() -> tuple[str, ...]:
    """What several fields have in common: the groups that stand in several places, and ``record``, in every type."""
    places: dict[str, set[str]] = {}
    for type_ in TYPES:
        for field in walk(fields(type_)):
            group, _, _ = f"{type_}.{field.path}".rpartition(".")
            places.setdefault(field.owner, set()).add(group)
    return tuple(owner for owner, found in places.items() if len(found) > 1)


def anchor(type_: str, field: Field) -> str:
    """The field's id on the reference page: ``initiative-title``, and ``source-title`` for what several types share."""
    path = field.key if field.owner in shared() else field.path.replace("[]", "").replace(".", "-")
    return f"{field.owner if field.owner in shared() else type_}-{path.replace('_', '-')}"


def type_in(folder: str) -> str:
    """The type of the records in that folder."""
    return _TYPE_OF[folder]


def _class(type_: str) -> type[Record]:
    return model.BY_FOLDER[TYPES[type_]]


def _fields(class_: type[Any], type_: str, above: str = "") -> Iterator[Field]:
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
            assert not each.bare or each.bare in (inner.key for inner in value.get("fields", ())), f"{owner}.{key}"
            taken += [each.key] if each.key else []
        yield Field(
            key=key,
            path=path,
            owner=name_of(defined_in),
            many=many,
            required=required,
            core=required or shows.core if above else shows.asked == CORE,
            section=shows.asked,
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
    if base is Localized:
        (_, each) = get_args(Localized.model_fields["root"].annotation)
        longest = _limit(_unwrap(each)[2], "max_length")
        return {"kind": "localized", "long": shape.kind == "prose", "longest": longest}
    if base is PartialDate:
        return {"kind": "date", "pattern": shape.pattern}
    if issubclass(base, Value):
        kind = "period" if base is Period else "group"
        return {"kind": kind, "fields": tuple(_fields(base, type_, above))}
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
