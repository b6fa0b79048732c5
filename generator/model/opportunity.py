"""What happens, what helps, what is asked or offered, what to read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.links import ActorId, AreaId, InitiativeId, PlaceId, Term, ThemeId
from generator.model.record import Record
from generator.model.shows import BY_HAND, CORE, Shows
from generator.model.values import CountryCode, Date, Id, Localized, Name, Period, Prose, Url, Year


class Event(Record):
    """A meeting or conference, its date as exact as the source."""

    folder: ClassVar[str] = "events"

    name: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="title", column="title")]
    period: Annotated[Period | None, Shows(asked=CORE, sheet=BY_HAND, column="dates")] = None
    time: Annotated[Name | None, Shows(asked="where", rank=1, sheet=BY_HAND, sought="")] = None
    venue: Annotated[Name | None, Shows(asked=CORE, rank=1, sheet=BY_HAND)] = None
    """Where, in the source's words."""
    place: Annotated[PlaceId | None, Shows(asked="where", sheet=BY_HAND, column="places")] = None
    country: Annotated[CountryCode | None, Shows(asked=CORE, sheet=BY_HAND, facet="country", column="countries")] = None
    organisers: Annotated[tuple[Name, ...], Shows(asked="ties", sheet=BY_HAND)] = ()
    """Who called it, in the source's words."""
    actors: Annotated[tuple[ActorId, ...], Shows(asked="ties", sheet=BY_HAND, column="actors")] = ()
    """Organisers that have a record."""
    status: Annotated[
        Annotated[Id, Term("event-statuses")] | None, Shows(asked="about", sheet="about", column="status")
    ] = None
    themes: Annotated[tuple[ThemeId, ...], Shows(asked="about", sheet="about", facet="theme", column="themes")] = ()
    description: Annotated[Prose | None, Shows(asked=CORE, rank=2, sheet=BY_HAND, column="summary")] = None
    url: Annotated[Url | None, Shows(asked=CORE, rank=2, sheet="about", column="website")] = None


class Instrument(Record):
    """A way to fund or support cooperation."""

    folder: ClassVar[str] = "instruments"

    name: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="title", column="title")]
    kind: Annotated[Id, Term("instrument-kinds"), Shows(asked=CORE, sheet=BY_HAND, column="kind")]
    operators: Annotated[tuple[ActorId, ...], Shows(asked=CORE, sheet="facts", column="actors")] = ()
    countries: Annotated[
        tuple[CountryCode, ...], Shows(asked="where", sheet="facts", facet="country", column="countries")
    ] = ()
    areas: Annotated[tuple[AreaId, ...], Shows(asked="where", sheet="facts", facet="grouping", column="groupings")] = ()
    themes: Annotated[tuple[ThemeId, ...], Shows(asked="about", sheet="facts", facet="theme", column="themes")] = ()
    description: Annotated[Prose, Shows(asked=CORE, sheet=BY_HAND, column="summary")]
    deadline: Annotated[Date | None, Shows(asked="when", sheet="facts", column="end")] = None
    url: Annotated[Url | None, Shows(asked=CORE, sheet="facts", column="website")] = None
    initiatives: Annotated[
        tuple[InitiativeId, ...], Shows(asked="about", sheet=BY_HAND, sought="", column="initiatives")
    ] = ()
    """Initiatives it supported, or that describe it."""


class Call(Record):
    """A need or an offer that an actor made known, from either side."""

    folder: ClassVar[str] = "calls"

    title: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="title", column="title")]
    kind: Annotated[Id, Term("call-kinds"), Shows(asked=CORE, sheet=BY_HAND, column="kind")]
    side: Annotated[Id, Term("sides"), Shows(asked=CORE, sheet=BY_HAND)]
    emitter: Annotated[ActorId, Shows(asked=CORE, sheet="facts", column="actors")]
    countries: Annotated[
        tuple[CountryCode, ...], Shows(asked="where", sheet="facts", facet="country", column="countries")
    ] = ()
    themes: Annotated[tuple[ThemeId, ...], Shows(asked=CORE, sheet="facts", facet="theme", column="themes")] = ()
    date: Annotated[Date | None, Shows(asked="when", sheet="facts", column="start")] = None
    expires: Annotated[Date | None, Shows(asked="when", sheet="facts", column="end")] = None

    @property
    def label(self) -> Localized:
        return self.title


class Resource(Record):
    """A document that records cite."""

    folder: ClassVar[str] = "resources"
    needs_source: ClassVar[bool] = False

    title: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="title", column="title")]
    kind: Annotated[Annotated[Id, Term("resource-kinds")] | None, Shows(asked=CORE, sheet=BY_HAND, column="kind")] = (
        None
    )
    publisher: Annotated[Name | None, Shows(asked=CORE, sheet="facts")] = None
    year: Annotated[Year | None, Shows(asked=CORE, sheet="facts", sought="text", column="start")] = None
    url: Annotated[Url | None, Shows(asked=CORE, sheet="facts", column="website")] = None

    @property
    def label(self) -> Localized:
        return self.title
