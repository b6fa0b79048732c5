"""What every file of the content holds, and the values that several kinds of file share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from generator.model.links import Own, ResourceId, ThemeId
from generator.model.shows import BY_HAND, CORE, Shows
from generator.model.values import Date, Id, Localized, Name, Text, Url, Value, Year


class Source(Value):
    """Where a fact comes from. The first source of a record is the main one."""

    title: Name
    """What the source is called, with its publisher."""
    url: Annotated[Url | None, Shows(core=True)] = None
    """Its public address."""
    resource: ResourceId | None = None
    """The founding document of the directory it is, instead of an address."""
    year: Annotated[Year | None, Shows(core=True)] = None
    """Year of publication; absent if undated."""
    detail: Text | None = None
    """Where in the source: page, table, version."""
    supports: Text | None = None
    """What in the source supports the record, deductions included."""
    archive: Url | None = None
    """Address of an archived copy."""
    about: tuple[Annotated[Name, Field(pattern=r"^[a-z][a-z_]*$")], ...] = ()
    """The record's keys that it supports; absent where it supports the record as a whole."""


Sources = Annotated[tuple[Source, ...], Shows(sought="")]
"""Of a part of a record: like those of the record, not what it is sought by."""


class Verification(Value):
    """The act of a person who checked the record with those it describes. Never written by a script."""

    date: Date
    """The day it was checked."""
    by: Name
    """The organisation that checked it; not a person's name."""


class Record(Value):
    """What every file holds. The file's name is the id."""

    folder: ClassVar[str]
    """Folder under ``content/``; also the record's type in links, messages and the search."""
    needs_source: ClassVar[bool] = True
    """Whether it states facts. A resource is a source itself, and a vocabulary is a choice."""
    keys_of_kinds: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Key → the only ``kind`` that it suits."""
    needed_by_kinds: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Key → the ``kind`` that needs it."""

    id: Id
    formerly: Annotated[
        tuple[Id, ...],
        Shows(asked="upkeep", rank=1, house=True, sought="", hidden="each is an address that leads to the page"),
    ] = ()
    """Earlier ids of this record: each stays an address that leads here."""
    not_duplicate_of: Annotated[
        tuple[Annotated[Id, Own()], ...],
        Shows(asked="upkeep", rank=1, house=True, sought="", hidden="a note for the check"),
    ] = ()
    """Ids of look-alikes that a person has compared and found to be something else."""
    note: Annotated[Text | None, Shows(asked="upkeep", sheet=BY_HAND, column="note")] = None
    """A remark for the reader on the record's limits."""
    sources: Annotated[tuple[Source, ...], Shows(asked=CORE, rank=3, sheet=BY_HAND, sought="", column="sources")] = ()
    """Where the facts come from, the main source first."""
    added: Annotated[Date | None, Shows(asked="upkeep", house=True, sheet=BY_HAND, sought="", column="added")] = None
    """The day the record entered the directory."""
    verified: Annotated[
        Verification | None, Shows(asked="upkeep", house=True, sheet=BY_HAND, sought="", column="verified")
    ] = None
    """Last verification by a person; absent means never verified."""

    @property
    def label(self) -> Localized:
        """What people call the record."""
        return self.name  # type: ignore[attr-defined, no-any-return]

    @property
    def newest_year(self) -> int | None:
        """The year of its newest source; nothing if none has a year."""
        return max((source.year for source in self.sources if source.year), default=None)


class Priority(Value):
    """A theme that a country or a network announced as its priority."""

    id: Annotated[Id, Shows(hidden="tells the priority from others of the same owner")]
    title: Localized
    themes: tuple[ThemeId, ...] = ()
    note: Text | None = None
    expires: Annotated[Date | None, Shows(sought="")] = None
    """The day after which it should not be shown as current."""
    sources: Sources = ()


def field_order(type_: type[BaseModel]) -> list[str]:
    """The keys in the order a careful person writes them: a record's own, then those of every record."""
    shared = [name for name in Record.model_fields if name in type_.model_fields] if type_ is not Record else []
    own = [name for name in type_.model_fields if name not in shared]
    return own + [name for name in shared if name != "id"] if issubclass(type_, Record) else list(type_.model_fields)


def name_of(type_: type[BaseModel]) -> str:
    """The type's name in addresses, catalogs and schemas: ``actor``, ``status-change``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type_.__name__).lower()
