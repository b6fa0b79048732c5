"""Records → documents of the search, in one edition's words. One function per type of record."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from generator import urls
from generator.model import (
    Actor,
    Call,
    Country,
    Event,
    Initiative,
    Instrument,
    Place,
    Priority,
    Resource,
    Vocabulary,
    VocabularyTerm,
)
from generator.model.directory import Directory
from generator.model.values import PartialDate
from generator.search.document import (
    POINT,
    Document,
    OtherName,
    body_of,
    document_of,
    first,
    other_names,
    some,
    weight,
    years,
)
from generator.search.labels import Labels, Passage
from generator.words.edition import Edition

TERRITORIAL = frozenset(
    ("commune", "metropolis", "departement", "region", "overseas-authority", "foreign-local-authority")
)
"""Kinds of actors that people call by the name of the place where they stand."""


def documents(directory: Directory, edition: Edition) -> tuple[Document, ...]:
    """Every record that has an address, type by type, in the order of ids."""
    labels = Labels(directory, edition)
    return tuple(
        chain(
            (_actor(each, labels) for each in directory.actors.values()),
            (_initiative(each, labels) for each in directory.initiatives.values()),
            (_country(each, labels) for each in directory.countries.values()),
            (_theme(*each, labels) for _, each in sorted(directory.themes.items())),
            (_event(each, labels) for each in directory.events.values()),
            (_instrument(each, labels) for each in directory.instruments.values()),
            (_call(each, labels) for each in directory.calls.values()),
            (_resource(each, labels) for each in directory.resources.values()),
            (_place(each, labels) for each in directory.places.values()),
        )
    )


def _priorities(priorities: Iterable[Priority]) -> tuple[Passage, ...]:
    return body_of(chain.from_iterable((each.title, each.note) for each in priorities))


def _actor(actor: Actor, labels: Labels) -> Document:
    kind = labels.term("actor-kinds", actor.kind)
    where = tuple(labels.where(actor))
    network = actor.network
    identifiers = actor.identifiers
    return document_of(
        actor,
        [
            *kind,
            *labels.term("levels", actor.level),
            *labels.term("network-types", network.type if network else None),
            *where,
            *labels.subdivisions([actor.place]),
            *labels.region(actor.id),
            *labels.actor(actor.parent),
            *labels.actor(actor.successor),
            *labels.actors((each.network for each in actor.memberships), "network"),
            *labels.themes((*actor.expertise_offered, *actor.expertise_sought)),
        ],
        (
            first(kind),
            first(labels.place(actor.place)),
            first(labels.country(actor.territory or actor.country)),
        ),
        summary=actor.description,
        names=[
            *other_names("other", actor.other_names),
            *other_names("former", actor.former_names),
            *(_called(actor, labels) if actor.kind in TERRITORIAL else ()),
        ],
        body=body_of(
            network.scope if network else None,
            (identifiers.siren, identifiers.insee, identifiers.wikidata) if identifiers else None,
        )
        + _priorities(actor.priorities),
        weight=weight(len(labels.directory.initiatives_of.get(actor.id, ()))),
        verified=labels.verified(actor),
    )


def _called(actor: Actor, labels: Labels) -> list[OtherName]:
    """The names of the place, as names of the authority that governs it."""
    known = {*actor.name.all(), *actor.other_names, *actor.former_names}
    names = (name for label in labels.place(actor.place) for name in label.names)
    return [OtherName("native", name) for name in dict.fromkeys(names) if name[0] not in known]


def _initiative(initiative: Initiative, labels: Labels) -> Document:
    modality = labels.term("modalities", initiative.modality)
    where = (*labels.countries(initiative.countries), *labels.areas(initiative.areas))
    status, lessons = initiative.status, initiative.lessons
    when = labels.edition.period(initiative.period) if initiative.period else ""
    places = labels.directory.places_of(initiative)
    return document_of(
        initiative,
        [
            *where,
            *labels.themes(initiative.themes),
            *labels.actors(each.actor for each in initiative.participations),
            *labels.actors(each.funder for each in initiative.funding),
            *modality,
            *chain.from_iterable(labels.term("frames", each.kind) for each in initiative.frames),
            *labels.term("statuses", status.state if status else None),
            *chain.from_iterable(map(labels.place, places)),
            *labels.subdivisions(places),
            *chain.from_iterable(labels.region(each.actor) for each in initiative.participations),
            *labels.words("keyword", initiative.keywords),
        ],
        (
            first(modality),
            some(where),
            when,
        ),
        summary=initiative.summary,
        when=when,
        verified=labels.verified(initiative),
        body=body_of(
            initiative.results,
            initiative.reciprocity,
            (status.reason, status.trigger) if status else None,
            (lessons.worked, lessons.difficulties, lessons.conditions) if lessons else None,
            (each.description for each in initiative.funding),
            years(initiative.period, *(each.signed for each in initiative.frames)),
        ),
    )


def _country(country: Country, labels: Labels) -> Document:
    areas = tuple(labels.areas(country.groupings))
    known = labels.directory.initiatives_in.get(country.code, ())
    actors = labels.directory.actors_in.get(country.code, ())
    group = country.country_group
    return document_of(
        country,
        [
            *areas,
            *labels.actors(each.operator for each in country.posts),
            *labels.actor(group.group if group else None, "network"),
            *labels.themes(theme for each in country.priorities for theme in each.themes),
            *labels.words("capital", [country.capital.name if country.capital else None]),
        ],
        (some(areas), labels.edition.tn("count.initiatives", len(known)) if known else ""),
        body=body_of(each.text for each in country.context) + _priorities(country.priorities),
        verified=labels.verified(country),
        weight=weight(max(len(known), len(actors))),
    )


def _theme(taxonomy: Vocabulary, theme: VocabularyTerm, labels: Labels) -> Document:
    return Document(
        type="themes",
        id=theme.id,
        url=urls.record("themes", theme.id),
        title=theme.label,
        named=True,
        context=(labels.edition.pick(taxonomy.name),),
        summary=theme.definition,
        # As a label of itself, whose synonyms are sought too: among the names they would make its own name weigh less.
        names=(),
        labels=labels.theme(theme.id) + (labels.theme(theme.broader) if theme.broader else ()),
        weight=weight(len(labels.directory.initiatives_on.get(theme.id, ()))),
        body=body_of(theme.definition, theme.examples),
    )


def _event(event: Event, labels: Labels) -> Document:
    place = labels.place(event.place)
    where = labels.country(event.country)
    when = labels.edition.moment(event.period) if event.period else ""
    return document_of(
        event,
        [
            *where,
            *place,
            *labels.actors(event.actors),
            *labels.themes(event.themes),
            *labels.term("event-statuses", event.status),
        ],
        (
            when,
            event.venue or first(place),
            first(where),
        ),
        summary=event.description,
        when=when,
        verified=labels.verified(event),
        body=body_of(event.venue, event.organisers, years(event.period)),
    )


def _instrument(instrument: Instrument, labels: Labels) -> Document:
    kind = labels.term("instrument-kinds", instrument.kind)
    where = (*labels.countries(instrument.countries), *labels.areas(instrument.areas))
    return document_of(
        instrument,
        [*kind, *where, *labels.actors(instrument.operators), *labels.themes(instrument.themes)],
        (first(kind), some(labels.actors(instrument.operators)), some(where)),
        summary=instrument.description,
        verified=labels.verified(instrument),
        body=body_of(years(instrument.deadline)),
    )


def _call(call: Call, labels: Labels) -> Document:
    kind = labels.term("call-kinds", call.kind)
    where = tuple(labels.countries(call.countries))
    emitter = labels.actor(call.emitter)
    when = labels.edition.date(call.date) if call.date else ""
    return document_of(
        call,
        [*kind, *labels.term("sides", call.side), *emitter, *where, *labels.themes(call.themes)],
        (first(kind), first(emitter), some(where), when),
        when=when,
        verified=labels.verified(call),
        body=body_of(years(call.date)),
    )


def _resource(resource: Resource, labels: Labels) -> Document:
    kind = labels.term("resource-kinds", resource.kind)
    return document_of(
        resource,
        kind,
        (first(kind), resource.publisher or "", str(resource.year or "")),
        body=body_of(resource.publisher, years(PartialDate(resource.year) if resource.year else None)),
    )


def _place(place: Place, labels: Labels) -> Document:
    level = labels.term("place-levels", place.admin_level)
    country = labels.country(place.country)
    native = [place.native_name] if place.native_name else []
    return document_of(
        place,
        [*country, *level, *labels.subdivisions([place.id])],
        (first(level), place.subdivision or "", first(country)),
        names=other_names("native", native),
        weight=POINT,
    )
