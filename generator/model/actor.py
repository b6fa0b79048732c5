"""Who cooperates (W3C ORG, schema.org ``Organization``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from generator.model.codes import InseeOfActor, Ror, Siren, Wikidata
from generator.model.links import ActorId, PlaceId, Term, ThemeId
from generator.model.record import Priority, Record
from generator.model.shows import BY_HAND, CORE, Shows
from generator.model.values import (
    CountryCode,
    Date,
    Email,
    Id,
    Language,
    Localized,
    Name,
    Period,
    Prose,
    Url,
    Value,
)
from generator.model.was import Was

FOREIGN_AUTHORITY = "foreign-local-authority"
NETWORK = "network"
"""Kinds of actor that have keys of their own."""

EMBASSY = "embassy-consulate"
"""Kind of an actor that stands in another country than its own."""

ACRONYM, USUAL, VARIANT, FORMER = "acronym", "usual", "variant", "former"
"""Kinds of names that readers of names tell apart."""

COLLABORATOR = "collaborator"
"""Role of who works with a network and is none of its members."""


class ActorName(Value):
    """A name beside the title (schema.org ``alternateName``)."""

    text: Name
    kind: Annotated[Id, Term("name-kinds"), Shows(sought="")]
    lang: Annotated[Language | None, Shows(sought="")] = None
    """The language it is in, where somebody said so."""
    until: Annotated[Date | None, Shows(sought="")] = None
    """When it ceased to be borne."""
    how: Annotated[Annotated[Id, Term("name-changes")] | None, Shows(sought="")] = None
    """Why it ceased: the body was renamed, merged or absorbed."""


class Network(Value):
    """What is proper to an actor that is a network."""

    type: Annotated[Id, Term("network-types")]
    scope: Localized | None = None
    """The area the network covers, in words."""
    countries: Annotated[tuple[CountryCode, ...], Shows(facet="country")] = ()
    """Countries it acts on."""
    themes: Annotated[tuple[ThemeId, ...], Shows(facet="theme")] = ()
    """Themes it acts on."""


class Membership(Value):
    """Belonging to a network or a country group, or working with it."""

    network: Annotated[ActorId, Shows(label="network", facet="network")]
    role: Annotated[Annotated[Id, Term("membership-roles")] | None, Shows(core=True, sought="")] = None
    period: Period | None = None
    as_of: Annotated[Date | None, Shows(sought="")] = None
    """When a source said so."""


class Engagement(Value):
    """How far the actor is engaged in the region."""

    stage: Annotated[Id, Term("engagements"), Shows(facet="engagement")]
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When it was so, by the source's word."""


class Expertise(Value):
    """A theme on which it offers or seeks experience."""

    theme: Annotated[ThemeId, Shows(facet="theme")]
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When it said so."""


class SupportWanted(Value):
    """How it wishes to be helped in its cooperation."""

    kinds: Annotated[tuple[Annotated[Id, Term("supports")], ...], Shows(core=True, facet="support")] = ()
    words: Annotated[Prose | None, Shows(core=True)] = None
    """In its own words, as a source reports them."""
    as_of: Annotated[Date | None, Shows(core=True, sought="")] = None
    """When it said so."""


class Identifiers(Value):
    """Names of the actor in public registers."""

    siren: Siren | None = None
    """French register of organisations (9 digits)."""
    insee: InseeOfActor | None = None
    """French official geographic code."""
    wikidata: Wikidata | None = None
    ror: Ror | None = None
    """Research Organization Registry."""
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
    names: Annotated[
        tuple[ActorName, ...],
        Was(key="other_names", bare="text", beside=(("kind", VARIANT),)),
        Was(key="former_names", bare="text", beside=(("kind", FORMER),)),
        Shows(asked="names", sheet=BY_HAND, sought="names", column="other_names"),
    ] = ()
    """Names beside the title: acronym, usual or official name, name in another language, former name."""
    country: Annotated[CountryCode | None, Shows(asked=CORE, sheet=BY_HAND, facet="country", column="countries")] = None
    territory: Annotated[
        CountryCode | None, Shows(asked="where", rank=1, sheet=BY_HAND, facet="country", column="countries")
    ] = None
    """French overseas territory where it stands (GF, GP, MQ, MF, BL)."""
    place: Annotated[PlaceId | None, Shows(asked="where", sheet=BY_HAND, column="places")] = None
    """Where it stands; only when its name or a source says so."""
    other_places: Annotated[tuple[PlaceId, ...], Shows(asked="where", rank=1, sheet=BY_HAND, column="places")] = ()
    """Its other seats."""
    parent: Annotated[ActorId | None, Shows(asked="ties", sheet="where")] = None
    """The territory or organisation it belongs to."""
    successor: Annotated[ActorId | None, Shows(asked="ties", rank=1, sheet="after")] = None
    """The actor that took over from it."""
    description: Annotated[Prose | None, Shows(asked="presentation", sheet=BY_HAND, column="summary")] = None
    website: Annotated[Url | None, Shows(asked="presentation", sheet="ways", column="website")] = None
    contact: Annotated[Contact | None, Shows(asked="presentation", sheet="ways")] = None
    identifiers: Annotated[Identifiers | None, Shows(asked="presentation", sheet="identity")] = None
    memberships: Annotated[tuple[Membership, ...], Shows(asked="ties", sheet=BY_HAND, column="networks")] = ()
    engagement: Annotated[Engagement | None, Was(bare="stage"), Shows(asked="exchange", sheet=BY_HAND)] = None
    expertise_offered: Annotated[
        tuple[Expertise, ...], Was(bare="theme"), Shows(asked="exchange", sheet=BY_HAND, column="themes")
    ] = ()
    expertise_sought: Annotated[
        tuple[Expertise, ...], Was(bare="theme"), Shows(asked="exchange", sheet=BY_HAND, column="themes")
    ] = ()
    support_wanted: Annotated[tuple[SupportWanted, ...], Shows(asked="exchange", sheet=BY_HAND)] = ()
    priorities: Annotated[tuple[Priority, ...], Shows(asked="exchange", sheet=BY_HAND)] = ()
    """Priorities the network announced."""

    def called(self) -> Iterator[ActorName]:
        """Every name it bears or bore: its title in each language, which is its usual name, then the others."""
        for locale, text in self.name.root.items():
            yield ActorName(text=text, kind=USUAL, lang=locale)
        yield from self.names
