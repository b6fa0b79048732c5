"""What a field may point to: another record (``Ref``) or a vocabulary's term (``Term``).

``references`` finds every such id in a record, so that no rule needs a list of fields.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.model.problem import KeyPath
from generator.model.values import Id, Value


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an id of another record; ``type`` is the folder's name (``actors``)."""

    type: str


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a term id; ``vocabulary`` is the file's name, or ``THEMES`` for any taxonomy of themes."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Own:
    """Marks an id of another record of the same type as the one that holds it."""


THEMES = "themes"
"""Not one vocabulary but all those whose ``taxonomy`` is true: their term ids are unique together."""

ActorId = Annotated[Id, Ref("actors")]
InitiativeId = Annotated[Id, Ref("initiatives")]
PlaceId = Annotated[Id, Ref("places")]
InstrumentId = Annotated[Id, Ref("instruments")]
ResourceId = Annotated[Id, Ref("resources")]
EventId = Annotated[Id, Ref("events")]
ThemeId = Annotated[Id, Term(THEMES)]
AreaId = Annotated[Id, Term("groupings")]


Link = Ref | Term


@cache
def links_of(type_: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """Field → what its values link to: a Ref, a Term, or the type of a nested value that holds some."""
    found = []
    for name, hint in get_type_hints(type_, include_extras=True).items():
        if name in type_.model_fields and (target := _target(hint)) is not None:
            found.append((name, target))
    return tuple(found)


def _target(hint: Any) -> Any:
    origin = get_origin(hint)
    if origin is Annotated:
        marks = [mark for mark in hint.__metadata__ if isinstance(mark, (Ref, Term))]
        return marks[-1] if marks else _target(hint.__origin__)
    if origin in (tuple, Union, types.UnionType):
        return next((target for arg in get_args(hint) if (target := _target(arg)) is not None), None)
    if isinstance(hint, type) and issubclass(hint, Value) and links_of(hint):
        return hint
    return None


def references(value: BaseModel, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Link, str]]:
    """Every id the value holds: where it stands, what it must name, and the id itself."""
    for name, target in links_of(type(value)):
        content = getattr(value, name)
        if not content:
            continue
        for at, item in enumerate(content) if isinstance(content, tuple) else ((None, content),):
            here = (*path, name) if at is None else (*path, name, at)
            if isinstance(target, (Ref, Term)):
                yield here, target, item
            else:
                yield from references(item, here)
