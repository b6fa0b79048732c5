"""The nouns of the directory: frozen records, one class per kind of file under ``content/``.

A link to another record is its id (``Ref``), a link to a vocabulary is a term id (``Term``); ``references`` finds
them all, so that no rule needs a list of fields. Standards: W3C ORG and schema.org (actors), IATI (roles),
ISO 3166-1 (countries), SKOS (vocabularies), WGS 84 (coordinates).
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field

from generator.problem import KeyPath
from generator.values import CountryCode, Date, Id, Localized, Name, Period, Text, Url, Value


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an id of another record; ``type`` is the folder's name (``actors``)."""

    type: str


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a term id; ``vocabulary`` is the file's name, or ``THEMES`` for any taxonomy of themes."""

    vocabulary: str


THEMES = "themes"
"""Not one vocabulary but all those whose ``taxonomy`` is true: their term ids are unique together."""

ActorId = Annotated[Id, Ref("actors")]
InitiativeId = Annotated[Id, Ref("initiatives")]
PlaceId = Annotated[Id, Ref("places")]
InstrumentId = Annotated[Id, Ref("instruments")]
ResourceId = Annotated[Id, Ref("resources")]
ThemeId = Annotated[Id, Term(THEMES)]
AreaId = Annotated[Id, Term("groupings")]


class Source(Value):
    """Where a fact comes from. The first source of a record is the main one."""

    title: Name
    """What the source is called, with its publisher."""
    url: Url | None = None
    """Its public address."""
    resource: ResourceId | None = None
    """The founding document of the directory it is, instead of an address."""
    year: Annotated[int, Field(ge=1000, le=2200)] | None = None
    """Year of publication; absent if undated."""
    detail: Text | None = None
    """Where in the source: page, table, version."""
    supports: Text | None = None
    """What in the source supports the record, deductions included."""
    archive: Url | None = None
    """Address of an archived copy."""


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

    id: Id
    formerly: tuple[Id, ...] = ()
    """Earlier ids of this record: each stays an address that leads here."""
    not_duplicate_of: tuple[Id, ...] = ()
    """Ids of look-alikes that a person has compared and found to be something else."""
    note: Text | None = None
    """A remark for the reader on the record's limits."""
    sources: tuple[Source, ...] = ()
    """Where the facts come from, the main source first."""
    added: Date | None = None
    """The day the record entered the directory."""
    verified: Verification | None = None
    """Last verification by a person; absent means never verified."""

    @property
    def label(self) -> Localized:
        """What people call the record."""
        return self.name  # type: ignore[attr-defined, no-any-return]


class Priority(Value):
    """A theme that a country or a network announced as its priority."""

    id: Id
    title: Localized
    themes: tuple[ThemeId, ...] = ()
    note: Text | None = None
    expires: Date | None = None
    """The day after which it should not be shown as current."""
    sources: tuple[Source, ...] = ()


class Network(Value):
    """What is proper to an actor that is a network."""

    type: Annotated[Id, Term("network-types")]
    scope: Localized | None = None
    """The area the network covers, in words."""


class Membership(Value):
    """Belonging to a network or a country group."""

    network: ActorId
    role: Annotated[Id, Term("membership-roles")] | None = None
    period: Period | None = None


class Identifiers(Value):
    """Names of the actor in public registers."""

    siren: Annotated[str, Field(pattern=r"^\d{9}$")] | None = None
    """French register of organisations (9 digits)."""
    insee: Annotated[str, Field(pattern=r"^(\d{2,3}|\d[\dAB]\d{3}|[A-Z0-9]{4,5})$")] | None = None
    """French official geographic code."""
    wikidata: Annotated[str, Field(pattern=r"^Q\d+$")] | None = None
    iati: Text | None = None


class Contact(Value):
    """A generic way in: a service's mailbox or form, never a person's."""

    service: Localized | None = None
    email: Annotated[str, Field(pattern=r"^[^\s@<>\"]+@[^\s@<>\"]+\.[a-z]{2,}$")] | None = None
    url: Url | None = None


class Actor(Record):
    """Any organisation on any side: authority, university, hospital, association, network, operator."""

    folder: ClassVar[str] = "actors"

    name: Localized
    """Current name, with the usual acronym in brackets."""
    kind: Annotated[Id, Term("actor-kinds")]
    level: Annotated[Id, Term("levels")] | None = None
    """Level of a foreign authority."""
    network: Network | None = None
    other_names: tuple[Name, ...] = ()
    """Names also in use: native name, acronym, short name."""
    former_names: tuple[Name, ...] = ()
    """Names it no longer bears."""
    country: CountryCode | None = None
    territory: CountryCode | None = None
    """French overseas territory where it stands (GF, GP, MQ, MF, BL)."""
    place: PlaceId | None = None
    """Where it stands; only when its name or a source says so."""
    parent: ActorId | None = None
    """The territory or organisation it belongs to."""
    successor: ActorId | None = None
    """The actor that took over from it."""
    description: Localized | None = None
    website: Url | None = None
    contact: Contact | None = None
    identifiers: Identifiers | None = None
    memberships: tuple[Membership, ...] = ()
    engagement: Annotated[Id, Term("engagements")] | None = None
    expertise_offered: tuple[ThemeId, ...] = ()
    expertise_sought: tuple[ThemeId, ...] = ()
    priorities: tuple[Priority, ...] = ()
    """Priorities the network announced."""


class Participation(Value):
    """An actor and what it does in an initiative. Written here only; the actor's page computes the inverse."""

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
    reason: Localized | None = None


class Status(Value):
    """Where the initiative stands, and why. Absent when no dated source says so."""

    state: Annotated[Id, Term("statuses")]
    since: Date | None = None
    reason: Localized | None = None
    trigger: Localized | None = None
    """What could change it: an election, a signature."""
    review_after: Date | None = None
    history: tuple[StatusChange, ...] = ()


class Funding(Value):
    """Money or support received."""

    description: Localized
    amount: Annotated[int, Field(ge=0)] | None = None
    """In whole units of the currency."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """ISO 4217."""
    funder: ActorId | None = None
    instrument: InstrumentId | None = None


class Lessons(Value):
    """What was learnt."""

    worked: Localized | None = None
    difficulties: Localized | None = None
    conditions: Localized | None = None
    evidence: Annotated[Id, Term("evidence-levels")] | None = None


class Initiative(Record):
    """What actors do together: twinning, agreement, project, exchange, network, event, scheme or mere mention."""

    folder: ClassVar[str] = "initiatives"

    title: Localized
    modality: Annotated[Id, Term("modalities")]
    """What the record describes."""
    scope: Annotated[Id, Term("scopes")]
    """Decentralised, of a territory, or of the State only."""
    summary: Localized
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
    results: Localized | None = None
    lessons: Lessons | None = None
    reciprocity: Localized | None = None
    """What it brings to each side."""
    part_of: InitiativeId | None = None
    """The wider cooperation between the same partners."""
    resources: tuple[ResourceId, ...] = ()

    @property
    def label(self) -> Localized:
        return self.title


class Place(Record):
    """A point on the map: where it is and how exact that is."""

    folder: ClassVar[str] = "places"

    name: Localized
    """Usual French name."""
    native_name: Name | None = None
    """Name in the country's own language."""
    country: CountryCode
    """Own code for French overseas territories."""
    state: CountryCode
    """Sovereign State."""
    admin_level: Annotated[Id, Term("place-levels")]
    subdivision: Name | None = None
    lat: Annotated[float, Field(ge=-90, le=90)]
    """WGS 84, degrees north."""
    lon: Annotated[float, Field(ge=-180, le=180)]
    """WGS 84, degrees east."""
    precision: Annotated[Id, Term("place-precisions")]
    insee: Text | None = None
    geonames: Annotated[int, Field(ge=1)] | None = None


class Capital(Value):
    name: Name
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    geonames: Annotated[int, Field(ge=1)] | None = None


class Post(Value):
    """An operator's or embassy's office in the country."""

    operator: ActorId
    as_of: Date | None = None
    """When a source listed it."""
    sources: tuple[Source, ...] = ()


class CountryGroup(Value):
    """State of the network's group of authorities engaged in the country."""

    state: Annotated[Id, Term("country-group-states")]
    group: ActorId | None = None
    as_of: Date | None = None
    sources: tuple[Source, ...] = ()


class Context(Value):
    """A dated fact of the country that weighed on cooperation."""

    date: Date
    text: Localized
    sources: tuple[Source, ...] = ()


class Country(Record):
    """A country or territory of Latin America and the Caribbean. Its id is its ISO code in small letters."""

    folder: ClassVar[str] = "countries"

    name: Localized
    state: CountryCode
    """Sovereign State."""
    groupings: tuple[AreaId, ...] = ()
    """Groupings it belongs to; they overlap."""
    geonames: Annotated[int, Field(ge=1)] | None = None
    """GeoNames id of the country or territory."""
    capital: Capital | None = None
    posts: tuple[Post, ...] = ()
    country_group: CountryGroup | None = None
    priorities: tuple[Priority, ...] = ()
    context: tuple[Context, ...] = ()

    @property
    def code(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.id.upper()


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
    description: Localized | None = None
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
    description: Localized
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

    title: Localized
    kind: Annotated[Id, Term("resource-kinds")] | None = None
    publisher: Name | None = None
    year: Annotated[int, Field(ge=1000, le=2200)] | None = None
    url: Url | None = None

    @property
    def label(self) -> Localized:
        return self.title


class VocabularyTerm(Value):
    """A concept (SKOS): its name in each language, and what it means."""

    id: Id
    label: Localized
    plural: Localized | None = None
    """The label where several things bear it: a role's, above several actors."""
    definition: Localized | None = None
    broader: Id | None = None
    """The wider term: in the same vocabulary, or in the one ``broader_in`` names."""
    examples: tuple[Name, ...] = ()
    synonyms: tuple[Name, ...] = ()
    """Other words for it, in any language: the search finds them."""
    themes: tuple[ThemeId, ...] = ()
    """For a keyword: the themes it maps to."""
    confidence: Annotated[Id, Term("confidences")] | None = None
    """For a keyword: how sure the mapping is."""


class Vocabulary(Record):
    """A list of terms that somebody owns."""

    folder: ClassVar[str] = "vocabularies"

    name: Localized
    taxonomy: bool = False
    """True for a taxonomy of themes."""
    rank: Annotated[int, Field(ge=0)] = 100
    """Where it comes in lists: the smallest first."""
    owner: Localized | None = None
    broader_in: Annotated[Id, Ref("vocabularies")] | None = None
    terms: tuple[VocabularyTerm, ...]


TYPES: tuple[type[Record], ...] = (
    Actor,
    Initiative,
    Country,
    Place,
    Event,
    Instrument,
    Call,
    Resource,
    Vocabulary,
)
"""Every kind of file, in the order people think of them."""

BY_FOLDER = {type_.folder: type_ for type_ in TYPES}


def field_order(type_: type[BaseModel]) -> list[str]:
    """The keys in the order a careful person writes them: a record's own first, then those of every record."""
    shared = [name for name in Record.model_fields if name in type_.model_fields] if type_ is not Record else []
    own = [name for name in type_.model_fields if name not in shared]
    return own + [name for name in shared if name != "id"] if issubclass(type_, Record) else list(type_.model_fields)


Link = Ref | Term


@cache
def links_of(type_: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """Field → what its values link to: a Ref, a Term, or the type of a nested value that holds some."""
    found = []
    for name, hint in get_type_hints(type_, include_extras=True).items():
        if name in type_.model_fields and (target := _target(hint)) is not None:
            found.append((name, target))
    return tuple(found)


def _target(hint: Any) -> Any:
    origin = get_origin(hint)
    if origin is Annotated:
        marks = [mark for mark in hint.__metadata__ if isinstance(mark, (Ref, Term))]
        return marks[-1] if marks else _target(hint.__origin__)
    if origin in (tuple, Union, types.UnionType):
        return next((target for arg in get_args(hint) if (target := _target(arg)) is not None), None)
    if isinstance(hint, type) and issubclass(hint, Value) and links_of(hint):
        return hint
    return None


def references(value: BaseModel, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Link, str]]:
    """Every id the value holds: where it stands, what it must name, and the id itself."""
    for name, target in links_of(type(value)):
        content = getattr(value, name)
        if not content:
            continue
        for at, item in enumerate(content) if isinstance(content, tuple) else ((None, content),):
            here = (*path, name) if at is None else (*path, name, at)
            if isinstance(target, (Ref, Term)):
                yield here, target, item
            else:
                yield from references(item, here)
