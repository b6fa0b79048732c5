"""The field that a path leads to, and the paths of yesterday."""

from __future__ import annotations

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
