"""Who cooperates (W3C ORG, schema.org ``Organization``)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.links import ActorId, PlaceId, Term, ThemeId
from generator.model.record import Priority, Record
from generator.model.values import CountryCode, Email, Id, Localized, Name, Period, Prose, Url, Value

FOREIGN_AUTHORITY = "foreign-local-authority"
NETWORK = "network"
"""Kinds of actor that have keys of their own."""


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
    iati: Name | None = None


class Contact(Value):
    """A generic way in: a service's mailbox or form, never a person's."""

    service: Localized | None = None
    email: Email | None = None
    url: Url | None = None


class Actor(Record):
    """Any organisation on any side: authority, university, hospital, association, network, operator."""

    folder: ClassVar[str] = "actors"
    keys_of_kinds: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"level": FOREIGN_AUTHORITY, "network": NETWORK, "priorities": NETWORK}
    )
    needed_by_kinds: ClassVar[Mapping[str, str]] = MappingProxyType({"network": NETWORK})

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
    description: Prose | None = None
    website: Url | None = None
    contact: Contact | None = None
    identifiers: Identifiers | None = None
    memberships: tuple[Membership, ...] = ()
    engagement: Annotated[Id, Term("engagements")] | None = None
    expertise_offered: tuple[ThemeId, ...] = ()
    expertise_sought: tuple[ThemeId, ...] = ()
    priorities: tuple[Priority, ...] = ()
    """Priorities the network announced."""
