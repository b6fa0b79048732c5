"""What actors do together (schema.org ``Project``, IATI activity and roles)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.links import ActorId, AreaId, InitiativeId, InstrumentId, PlaceId, ResourceId, Term, ThemeId
from generator.model.record import Record
from generator.model.values import CountryCode, Date, Id, Localized, Name, Period, Prose, Value

STATE = "state"
"""Scope of what the State does alone: shown apart, never counted among the initiatives of territories."""


class Participation(Value):
    """An actor and what it does in an initiative. Written here only: the inverse is computed."""

    actor: ActorId
    role: Annotated[Id, Term("roles")]


class Frame(Value):
    """The legal or formal frame, one entry per agreement in time."""

    kind: Annotated[Id, Term("frames")]
    signed: Date | None = None
    period: Period | None = None


class StatusChange(Value):
    """A status it had before."""

    state: Annotated[Id, Term("statuses")]
    since: Date
    reason: Prose | None = None


class Status(Value):
    """Where the initiative stands, and why. Absent when no dated source says so."""

    state: Annotated[Id, Term("statuses")]
    since: Date | None = None
    reason: Prose | None = None
    trigger: Prose | None = None
    """What could change it: an election, a signature."""
    review_after: Date | None = None
    history: tuple[StatusChange, ...] = ()


class Funding(Value):
    """Money or support received."""

    description: Prose
    amount: Annotated[int, Field(ge=0)] | None = None
    """In whole units of the currency."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """ISO 4217."""
    funder: ActorId | None = None
    instrument: InstrumentId | None = None


class Lessons(Value):
    """What was learnt."""

    worked: Prose | None = None
    difficulties: Prose | None = None
    conditions: Prose | None = None
    evidence: Annotated[Id, Term("evidence-levels")] | None = None


class Initiative(Record):
    """What actors do together: twinning, agreement, project, exchange, network, event, scheme or mention."""

    folder: ClassVar[str] = "initiatives"

    title: Localized
    modality: Annotated[Id, Term("modalities")]
    """What the record describes."""
    scope: Annotated[Id, Term("scopes")]
    """Decentralised, of a territory, or of the State only."""
    summary: Prose
    participations: tuple[Participation, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    """Countries of action; empty when the action is regional."""
    areas: tuple[AreaId, ...] = ()
    """Groupings of countries, where the action is regional."""
    places: tuple[PlaceId, ...] = ()
    period: Period | None = None
    frames: tuple[Frame, ...] = ()
    status: Status | None = None
    keywords: tuple[Name, ...] = ()
    """The sources' own words, in French."""
    themes: tuple[ThemeId, ...] = ()
    """Terms of any taxonomy of themes."""
    main_themes: tuple[ThemeId, ...] = ()
    """Those of ``themes`` that matter most, if the source says so."""
    classification: Annotated[Id, Term("classifications")] | None = None
    """Who chose the themes."""
    funding: tuple[Funding, ...] = ()
    results: Prose | None = None
    lessons: Lessons | None = None
    reciprocity: Prose | None = None
    """What it brings to each side."""
    part_of: InitiativeId | None = None
    """The wider cooperation between the same partners."""
    resources: tuple[ResourceId, ...] = ()

    @property
    def label(self) -> Localized:
        return self.title
