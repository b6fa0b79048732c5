"""The field that a fact is about."""

from __future__ import annotations

from dataclasses import dataclass

from generator.importer.facts.fact import Fact
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.types import type_in
from generator.model.was import Was

_NOT_FACTS = ("sources", "verified", "added", "formerly", "not_duplicate_of")
"""Keys that no table fills: a source comes with its fact, a verification is the act of a person, the rest is kept by
commands of its own."""


@dataclass(frozen=True, slots=True)
class Target:
    """A field of a record, by the way to it."""

    way: tuple[Field, ...]
    """The fields from the record's own down to it, as they are called today."""
    was: Was | None = None
    """What it was, if the fact names it so."""

    @property
    def field(self) -> Field:
        return self.way[-1]

    @property
    def top(self) -> Field:
        """The record's own field that it is or lies in."""
        return self.way[0]

    @property
    def list(self) -> Field | None:
        """The list of groups in whose items it lies; None if it lies in none."""
        return next((each for each in self.way[:-1] if each.many), None)

    @property
    def group(self) -> Field | None:
        """The group that it is a key of."""
        return self.way[-2] if len(self.way) > 1 else None

    @property
    def begins(self) -> bool:
        """Whether it is what its group is about: the only key that the group cannot do without."""
        return self.group is not None and taker(self.group) is self.field and self.field.required

    @property
    def path(self) -> str:
        return ".".join(each.key for each in self.way)


def target_of(fact: Fact) -> Target:
    """The field that the fact names.

    :raises RowError: records of its folder have none of that name.
    """
    inside = fields(type_in(fact.folder))
    way: list[Field] = []
    was = None
    for key in fact.field.split("."):
        field = next((each for each in inside if key == each.key or key in each.former_keys), None)
        if field is None or (not way and key in _NOT_FACTS):
            known = ", ".join(each.key for each in inside if way or each.key not in _NOT_FACTS)
            raise fact.refuse("fact-field", "field", known=known)
        was = next((each for each in field.was if each.key == key), None)
        way.append(field)
        inside = field.fields
    return Target(tuple(way), was)


def taker(group: Field) -> Field | None:
    """The key of a group that takes a bare value: what the group was, else all that it needs, else its only text."""
    if group.bare:
        return group.bare
    needed = [each for each in group.fields if each.required]
    if len(needed) == 1:
        return needed[0]
    texts = [each for each in group.fields if each.kind == "localized"]
    return texts[0] if not needed and len(texts) == 1 else None
