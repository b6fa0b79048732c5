"""The field that a path leads to, and the paths of yesterday."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from generator.model.problem import KeyPath
from generator.model.schema.field import Field
from generator.model.schema.fields import fields


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


@dataclass(frozen=True, slots=True)
class Today:
    """Where a key path leads today."""

    path: str
    beside: tuple[tuple[str, str], ...] = ()
    """What is said beside it because the value was what it was: keys of the same group and their values."""
    group: str = ""
    """Where the group stands that the value was; empty if none was on the way."""
    index: str = ""
    """Which item it was of a list of its own, whose items have no number any more: ``[0]``; empty of the whole list."""

    def below(self, above: str) -> Today:
        """The same as seen from that group on the way."""
        start = f"{above}." if above else ""
        return replace(self, path=self.path.removeprefix(start), group=self.group.removeprefix(start))


def today(inside: tuple[Field, ...], path: str) -> Today:
    """A key path as a person writes it, with the keys of today in place of those that were renamed, down to the value
    that a group was; ``inside`` are the keys where it begins. What the model does not know stays as it is.

    What was in a list of its own is one more item of today's: two lists may have become one.
    """
    steps = path.split(".")
    found: list[str] = []
    for at, step in enumerate(steps):
        key, bracket, rest = step.partition("[")
        field = next((each for each in inside if key == each.key or key in each.former_keys), None)
        if field is None:
            return Today(".".join([*found, *steps[at:]]))
        index, below = bracket + rest, steps[at + 1 :]
        bare = field.taker(key)
        if bare and not (below and _known(field.fields, below[0])):
            taker, was = bare
            own = index if field.many and was.key else ""
            found.append(field.key + ("[]" if field.many and (was.key or not index) else index if field.many else ""))
            last = taker.key if field.many else taker.key + index
            path, group = ".".join([*found, last, *below]), ".".join(found)
            return Today(path, () if below else was.beside, group, own)
        found.append(field.key + index)
        inside = field.fields
    return Today(".".join(found))


def _known(inside: tuple[Field, ...], step: str) -> bool:
    key = step.partition("[")[0]
    return any(key == each.key or key in each.former_keys for each in inside)


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
