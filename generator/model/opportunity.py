"""What happens, what helps, what is asked or offered, what to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, ClassVar

from generator.model.links import ActorId, AreaId, EventId, InitiativeId, PlaceId, ResourceId, Term, ThemeId
from generator.model.record import Record
from generator.model.shows import BY_HAND, CORE, Shows
from generator.model.values import CountryCode, Date, Id, Localized, Name, PartialDate, Period, Prose, Url, Value, Year
from generator.model.was import Was


class EventStatus(Value):
    """Whether it is announced, sure, put off or cancelled."""

    stage: Annotated[Id, Term("event-statuses")]
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When a source said so."""


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
    participants: Annotated[tuple[ActorId, ...], Shows(asked="ties", sheet="about", column="actors")] = ()
    """Who took part and has a record, organisers apart."""
    part_of: Annotated[EventId | None, Shows(asked="ties", sheet="about", sought="")] = None
    """The wider event that it belongs to."""
    status: Annotated[EventStatus | None, Was(bare="stage"), Shows(asked="about", sheet=BY_HAND, column="status")] = (
        None
    )
    themes: Annotated[tuple[ThemeId, ...], Shows(asked="about", sheet="about", facet="theme", column="themes")] = ()
    description: Annotated[Prose | None, Shows(asked=CORE, rank=2, sheet=BY_HAND, column="summary")] = None
    outcomes: Annotated[Prose | None, Shows(asked="outcome", sheet="about", column="results")] = None
    """What came of it."""
    resources: Annotated[tuple[ResourceId, ...], Shows(asked="outcome", sheet="about", sought="")] = ()
    """Its report and its papers."""
    url: Annotated[Url | None, Shows(asked=CORE, rank=2, sheet="about", column="website")] = None


class Session(Value):
    """A time in which applications are taken."""

    opens: Annotated[Date | None, Shows(core=True, sought="")] = None
    closes: Annotated[Date | None, Shows(core=True, sought="")] = None
    """The last day."""
    label: Name | None = None
    """What sets it apart: its number, the country it is for."""


SHUT = "closed"
"""Stage of an instrument or a call that takes no more answers."""
RECURRING = "recurring"
"""Stage of an instrument that comes back after its sessions."""


class InstrumentStatus(Value):
    """Whether one can apply."""

    stage: Annotated[Id, Term("instrument-statuses"), Shows(facet="availability")]
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When a source said so."""


class Instrument(Record):
    """A way to fund or support cooperation."""

    folder: ClassVar[str] = "instruments"

    name: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="names", column="title")]
    kind: Annotated[Id, Term("instrument-kinds"), Shows(asked=CORE, sheet=BY_HAND, column="kind")]
    operators: Annotated[tuple[ActorId, ...], Shows(asked=CORE, sheet="facts", column="actors")] = ()
    countries: Annotated[
        tuple[CountryCode, ...], Shows(asked="where", sheet="facts", facet="country", column="countries")
    ] = ()
    areas: Annotated[tuple[AreaId, ...], Shows(asked="where", sheet="facts", facet="grouping", column="groupings")] = ()
    themes: Annotated[tuple[ThemeId, ...], Shows(asked="about", sheet="facts", facet="theme", column="themes")] = ()
    description: Annotated[Prose, Shows(asked=CORE, sheet=BY_HAND, column="summary")]
    eligible: Annotated[Prose | None, Shows(asked="about", sheet="facts")] = None
    """Who may apply."""
    amount: Annotated[Prose | None, Shows(asked="about", sheet="facts")] = None
    """Rate, ceiling, envelope."""
    recurrence: Annotated[Prose | None, Shows(asked="when", sheet="facts")] = None
    """How often it comes back."""
    status: Annotated[InstrumentStatus | None, Shows(asked="when", sheet=BY_HAND, column="status")] = None
    sessions: Annotated[
        tuple[Session, ...],
        Was(key="deadline", bare="closes"),
        Shows(asked="when", sheet=BY_HAND, sought="", column="end"),
    ] = ()
    """When applications are or were taken, the last one last."""
    url: Annotated[Url | None, Shows(asked=CORE, sheet="facts", column="website")] = None
    initiatives: Annotated[
        tuple[InitiativeId, ...], Shows(asked="about", sheet=BY_HAND, sought="", column="initiatives")
    ] = ()
    """Initiatives it supported, or that describe it."""

    @property
    def outlives_sessions(self) -> bool:
        """Whether a source says that it comes back after its sessions, or that it is open later than the last known."""
        status, last = self.status, self.last_day
        if status is None or status.stage == SHUT:
            return False
        later = status.as_of is not None and last is not None and status.as_of.first() > last.last()
        return status.stage == RECURRING or later

    def is_over(self, passed: Callable[[PartialDate], bool]) -> bool:
        """Whether nobody can apply any more: a source says so, or its last day is over and none says that it goes on.
        ``passed``: whether a date is over."""
        shut = self.status is not None and self.status.stage == SHUT
        return shut or (self.last_day is not None and passed(self.last_day) and not self.outlives_sessions)

    @property
    def last_day(self) -> PartialDate | None:
        """The last day of the session that closes last, as far as sessions say."""
        return max((each.closes for each in self.sessions if each.closes), key=PartialDate.last, default=None)


class CallStatus(Value):
    """What has become of it."""

    stage: Annotated[Id, Term("call-statuses")]
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When a source said so."""


class Call(Record):
    """A need, an offer, a question that an actor made known, from either side; or a lack that a study states."""

    folder: ClassVar[str] = "calls"

    title: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="title", column="title")]
    kind: Annotated[Id, Term("call-kinds"), Shows(asked=CORE, sheet=BY_HAND, column="kind")]
    side: Annotated[Id, Term("sides"), Shows(asked=CORE, sheet=BY_HAND)]
    emitter: Annotated[ActorId, Shows(asked=CORE, sheet="facts", column="actors")]
    countries: Annotated[
        tuple[CountryCode, ...], Shows(asked="where", sheet="facts", facet="country", column="countries")
    ] = ()
    areas: Annotated[tuple[AreaId, ...], Shows(asked="where", sheet="facts", facet="grouping", column="groupings")] = ()
    """Groupings of countries it is about."""
    themes: Annotated[tuple[ThemeId, ...], Shows(asked=CORE, sheet="facts", facet="theme", column="themes")] = ()
    status: Annotated[CallStatus | None, Shows(asked="when", sheet=BY_HAND, column="status")] = None
    answer: Annotated[ResourceId | None, Shows(asked="about", sheet="facts", sought="")] = None
    """The document that answers it."""
    date: Annotated[Date | None, Shows(asked="when", sheet="facts", column="start")] = None
    expires: Annotated[Date | None, Shows(asked="when", sheet="facts", column="end")] = None

    @property
    def label(self) -> Localized:
        return self.title


class Resource(Record):
    """A document that records cite, or that is to come."""

    folder: ClassVar[str] = "resources"
    needs_source: ClassVar[bool] = False

    title: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="title", column="title")]
    kind: Annotated[Annotated[Id, Term("resource-kinds")] | None, Shows(asked=CORE, sheet=BY_HAND, column="kind")] = (
        None
    )
    status: Annotated[
        Annotated[Id, Term("resource-statuses")] | None, Shows(asked="when", sheet="facts", column="status")
    ] = None
    """To come, published, or replaced by another."""
    replaced_by: Annotated[ResourceId | None, Shows(asked="ties", sheet="facts", sought="")] = None
    actors: Annotated[tuple[ActorId, ...], Shows(asked="ties", sheet="facts")] = ()
    """Who was heard in it."""
    publisher: Annotated[Name | None, Shows(asked=CORE, sheet="facts")] = None
    year: Annotated[Year | None, Shows(asked=CORE, sheet="facts", sought="text", column="start")] = None
    url: Annotated[Url | None, Shows(asked=CORE, sheet="facts", column="website")] = None

    @property
    def label(self) -> Localized:
        return self.title
