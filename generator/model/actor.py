"""Who cooperates (W3C ORG, schema.org ``Organization``)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from generator.model.codes import InseeOfActor, Siren, Wikidata
from generator.model.links import ActorId, PlaceId, Term, ThemeId
from generator.model.record import Priority, Record
from generator.model.shows import BY_HAND, CORE, Shows
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

    network: Annotated[ActorId, Shows(label="network", facet="network")]
    role: Annotated[Annotated[Id, Term("membership-roles")] | None, Shows(core=True, sought="")] = None
    period: Period | None = None


class Identifiers(Value):
    """Names of the actor in public registers."""

    siren: Siren | None = None
    """French register of organisations (9 digits)."""
    insee: InseeOfActor | None = None
    """French official geographic code."""
    wikidata: Wikidata | None = None
    iati: Name | None = None


class Contact(Value):
    """A generic way in: a service's mailbox or form, never a person's."""

    service: Annotated[Localized | None, Shows(core=True)] = None
    email: Annotated[Email | None, Shows(core=True)] = None
    url: Annotated[Url | None, Shows(core=True)] = None


class Actor(Record):
    """Any organisation on any side: authority, university, hospital, association, network, operator."""

    folder: ClassVar[str] = "actors"
    keys_of_kinds: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"level": FOREIGN_AUTHORITY, "network": NETWORK, "priorities": NETWORK}
    )
    needed_by_kinds: ClassVar[Mapping[str, str]] = MappingProxyType({"network": NETWORK})

    name: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="names", column="title")]
    """Current name, with the usual acronym in brackets."""
    kind: Annotated[Id, Term("actor-kinds"), Shows(asked=CORE, sheet=BY_HAND, facet="kind", column="kind")]
    level: Annotated[Annotated[Id, Term("levels")] | None, Shows(asked=CORE, sheet=BY_HAND)] = None
    """Level of a foreign authority."""
    network: Annotated[Network | None, Shows(asked=CORE, sheet=BY_HAND)] = None
    other_names: Annotated[
        tuple[Name, ...], Shows(asked="names", sheet="names", sought="names", column="other_names")
    ] = ()
    """Names also in use: native name, acronym, short name."""
    former_names: Annotated[
        tuple[Name, ...], Shows(asked="names", sheet="names", sought="names", column="other_names")
    ] = ()
    """Names it no longer bears."""
    country: Annotated[CountryCode | None, Shows(asked=CORE, sheet=BY_HAND, facet="country", column="countries")] = None
    territory: Annotated[
        CountryCode | None, Shows(asked="where", rank=1, sheet=BY_HAND, facet="country", column="countries")
    ] = None
    """French overseas territory where it stands (GF, GP, MQ, MF, BL)."""
    place: Annotated[PlaceId | None, Shows(asked="where", sheet=BY_HAND, column="places")] = None
    """Where it stands; only when its name or a source says so."""
    parent: Annotated[ActorId | None, Shows(asked="ties", sheet="where")] = None
    """The territory or organisation it belongs to."""
    successor: Annotated[ActorId | None, Shows(asked="ties", rank=1, sheet="after")] = None
    """The actor that took over from it."""
    description: Annotated[Prose | None, Shows(asked="presentation", sheet=BY_HAND, column="summary")] = None
    website: Annotated[Url | None, Shows(asked="presentation", sheet="ways", column="website")] = None
    contact: Annotated[Contact | None, Shows(asked="presentation", sheet="ways")] = None
    identifiers: Annotated[Identifiers | None, Shows(asked="presentation", sheet="ways")] = None
    memberships: Annotated[tuple[Membership, ...], Shows(asked="ties", sheet=BY_HAND, column="networks")] = ()
    engagement: Annotated[Annotated[Id, Term("engagements")] | None, Shows(asked="exchange", sheet="ties")] = None
    expertise_offered: Annotated[
        tuple[ThemeId, ...], Shows(asked="exchange", sheet="exchange", facet="theme", column="themes")
    ] = ()
    expertise_sought: Annotated[
        tuple[ThemeId, ...], Shows(asked="exchange", sheet="exchange", facet="theme", column="themes")
    ] = ()
    priorities: Annotated[tuple[Priority, ...], Shows(asked="exchange", sheet=BY_HAND)] = ()
    """Priorities the network announced."""
