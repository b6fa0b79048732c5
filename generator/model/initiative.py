"""What actors do together (schema.org ``Project``, IATI activity and roles)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.links import ActorId, AreaId, InitiativeId, InstrumentId, PlaceId, ResourceId, Term, ThemeId
from generator.model.record import Record
from generator.model.shows import BY_HAND, CORE, Shows
from generator.model.values import CountryCode, Date, Id, Localized, Name, Period, Prose, Value

STATE = "state"
"""Scope of what the State does alone: shown apart, and said beside every count it is part of."""

ENDED = "ended"
"""Status of what is over."""

PLANNED = "planned"
"""Status of what has only been announced."""


class Participation(Value):
    """An actor and what it does in an initiative. Written here only: the inverse is computed."""

    actor: ActorId
    role: Annotated[Id, Term("roles"), Shows(sought="")]


class Frame(Value):
    """The legal or formal frame, one entry per agreement in time."""

    kind: Annotated[Id, Term("frames"), Shows(facet="frame")]
    signed: Date | None = None
    period: Annotated[Period | None, Shows(core=True)] = None


class StatusChange(Value):
    """A status it had before."""

    state: Annotated[Id, Term("statuses"), Shows(sought="")]
    since: Date
    reason: Prose | None = None


class Status(Value):
    """Where the initiative stands, and why. Absent when no dated source says so."""

    state: Annotated[Id, Term("statuses"), Shows(facet="status")]
    since: Annotated[Date | None, Shows(core=True)] = None
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When a source said so."""
    reason: Annotated[Prose | None, Shows(core=True)] = None
    trigger: Prose | None = None
    """What could change it: an election, a signature."""
    review_after: Annotated[Date | None, Shows(sought="")] = None
    history: tuple[StatusChange, ...] = ()


class Funding(Value):
    """Money or support received."""

    description: Prose
    amount: Annotated[int, Field(ge=0)] | None = None
    """In whole units of the currency."""
    currency: Annotated[Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None, Shows(sought="")] = None
    """ISO 4217."""
    funder: ActorId | None = None
    instrument: InstrumentId | None = None


class Lessons(Value):
    """What was learnt."""

    worked: Prose | None = None
    difficulties: Prose | None = None
    conditions: Prose | None = None
    evidence: Annotated[Annotated[Id, Term("evidence-levels")] | None, Shows(sought="")] = None


class OpenTo(Value):
    """Partners that the initiative seeks."""

    seeks: Prose
    """Whom, and for what."""
    until: Annotated[Date | None, Shows(core=True)] = None
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When a source said so."""


class Initiative(Record):
    """What actors do together: twinning, agreement, project, exchange, network, event, scheme or mention."""

    folder: ClassVar[str] = "initiatives"

    title: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="title", column="title")]
    modality: Annotated[Id, Term("modalities"), Shows(asked=CORE, sheet=BY_HAND, column="kind", facet="modality")]
    """What the record describes."""
    scope: Annotated[Id, Term("scopes"), Shows(asked=CORE, sheet=BY_HAND, sought="")]
    """Decentralised, of a territory, or of the State only."""
    summary: Annotated[Prose, Shows(asked=CORE, rank=1, sheet=BY_HAND, column="summary")]
    participations: Annotated[tuple[Participation, ...], Shows(asked=CORE, sheet=BY_HAND, column="actors")] = ()
    countries: Annotated[
        tuple[CountryCode, ...], Shows(asked=CORE, sheet=BY_HAND, facet="country", column="countries")
    ] = ()
    """Countries of action; empty when the action is regional."""
    areas: Annotated[tuple[AreaId, ...], Shows(asked="where", sheet=BY_HAND, facet="grouping", column="groupings")] = ()
    """Groupings of countries, where the action is regional."""
    places: Annotated[tuple[PlaceId, ...], Shows(asked="where", sheet=BY_HAND, sought="by hand", column="places")] = ()
    period: Annotated[Period | None, Shows(asked="when", sheet=BY_HAND, column="dates")] = None
    frames: Annotated[tuple[Frame, ...], Shows(asked="when", sheet=BY_HAND, column="frames")] = ()
    status: Annotated[Status | None, Shows(asked="when", sheet=BY_HAND, column="status")] = None
    keywords: Annotated[
        tuple[Name, ...],
        Shows(asked="about", rank=1, sheet=BY_HAND, sought="labels", label="keyword", column="keywords"),
    ] = ()
    """The sources' own words, in French."""
    themes: Annotated[tuple[ThemeId, ...], Shows(asked="about", sheet=BY_HAND, facet="theme", column="themes")] = ()
    """Terms of any taxonomy of themes."""
    main_themes: Annotated[
        tuple[ThemeId, ...], Shows(asked="about", sheet=BY_HAND, sought="", hidden="a mark beside each of its themes")
    ] = ()
    """Those of ``themes`` that matter most, if the source says so."""
    classification: Annotated[
        Annotated[Id, Term("classifications")] | None,
        Shows(asked="about", rank=2, house=True, sheet=BY_HAND, sought=""),
    ] = None
    """Who chose the themes."""
    funding: Annotated[tuple[Funding, ...], Shows(asked="outcome", sheet=BY_HAND, column="funding")] = ()
    results: Annotated[Prose | None, Shows(asked="outcome", sheet="outcome", column="results")] = None
    lessons: Annotated[Lessons | None, Shows(asked="outcome", sheet="outcome", facet="lessons", column="lessons")] = (
        None
    )
    reciprocity: Annotated[Prose | None, Shows(asked="outcome", sheet="outcome")] = None
    """What it brings to each side."""
    open_to: Annotated[OpenTo | None, Shows(asked="outcome", sheet=BY_HAND)] = None
    part_of: Annotated[InitiativeId | None, Shows(asked="ties", sheet="ties", sought="")] = None
    """The wider cooperation between the same partners."""
    resources: Annotated[tuple[ResourceId, ...], Shows(asked="ties", sheet="ties", sought="")] = ()

    @property
    def label(self) -> Localized:
        return self.title
