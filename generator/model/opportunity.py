"""What happens, what helps, what is asked or offered, what to read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.links import ActorId, AreaId, InitiativeId, PlaceId, Term, ThemeId
from generator.model.record import Record
from generator.model.values import CountryCode, Date, Id, Localized, Name, Period, Prose, Url, Year


class Event(Record):
    """A meeting or conference, its date as exact as the source."""

    folder: ClassVar[str] = "events"

    name: Localized
    period: Period | None = None
    time: Name | None = None
    venue: Name | None = None
    """Where, in the source's words."""
    place: PlaceId | None = None
    country: CountryCode | None = None
    organisers: tuple[Name, ...] = ()
    """Who called it, in the source's words."""
    actors: tuple[ActorId, ...] = ()
    """Organisers that have a record."""
    status: Annotated[Id, Term("event-statuses")] | None = None
    themes: tuple[ThemeId, ...] = ()
    description: Prose | None = None
    url: Url | None = None


class Instrument(Record):
    """A way to fund or support cooperation."""

    folder: ClassVar[str] = "instruments"

    name: Localized
    kind: Annotated[Id, Term("instrument-kinds")]
    operators: tuple[ActorId, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    areas: tuple[AreaId, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    description: Prose
    deadline: Date | None = None
    url: Url | None = None
    initiatives: tuple[InitiativeId, ...] = ()
    """Initiatives it supported, or that describe it."""


class Call(Record):
    """A need or an offer that an actor made known, from either side."""

    folder: ClassVar[str] = "calls"

    title: Localized
    kind: Annotated[Id, Term("call-kinds")]
    side: Annotated[Id, Term("sides")]
    emitter: ActorId
    countries: tuple[CountryCode, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    date: Date | None = None
    expires: Date | None = None

    @property
    def label(self) -> Localized:
        return self.title


class Resource(Record):
    """A document that records cite."""

    folder: ClassVar[str] = "resources"
    needs_source: ClassVar[bool] = False

    title: Localized
    kind: Annotated[Id, Term("resource-kinds")] | None = None
    publisher: Name | None = None
    year: Year | None = None
    url: Url | None = None

    @property
    def label(self) -> Localized:
        return self.title
