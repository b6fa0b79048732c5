"""One key of a file, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from generator.model.shows import NOT_SHOWN, Shows
from generator.model.values import Value
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
    house: bool = False
    """Whether it is house-keeping, which the form on the site leaves out."""
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
    code: str = ""
    """Of a text: the name of the code that it is (``model.codes``)."""
    shaped_by: str = ""
    """Of a code: the key of the record whose value says which form it has."""
    shapes: tuple[tuple[str, str, str], ...] = ()
    """Of a code: value of that key, name of the form, regular expression that the whole code matches then."""
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
        content = getattr(holder, self.key)
        return content if self.many else () if content is None else (content,)

    @property
    def words(self) -> bool:
        """Whether it holds a text in somebody's own words, and not one of a given form."""
        return self.kind == "localized" or (self.kind == "text" and not self.pattern)

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
        """Of a group that was one value, whatever its key was then: what of it takes the value."""
        keys = (self.key, *self.former_keys)
        return next((found[0] for key in keys if (found := self.taker(key))), None)

    def taker(self, key: str) -> tuple[Field, Was] | None:
        """Of a group that was one value under that key, today's or one that it had: what of it takes the value, and the
        mark that says so; None if it never was."""
        taking = [each for each in self.was if each.bare and each.key in ("", key)]
        was = next((each for each in taking if each.key), next(iter(taking), None))
        return (next(field for field in self.fields if field.key == was.bare), was) if was else None

    @property
    def _singles_out(self) -> bool:
        return any(field.shows.core for field in self.fields)
