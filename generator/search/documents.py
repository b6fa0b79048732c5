"""Records → documents of the search, in one edition's words: what each type has besides its fields (``sought``)."""

from __future__ import annotations

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
    Resource,
    Vocabulary,
    VocabularyTerm,
)
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.model.values import Localized
from generator.search.document import (
    GROUND,
    POINT,
    SCHEME,
    Document,
    document_of,
    first,
    some,
    weight,
)
from generator.search.labels import Labels, passages
from generator.search.sought import OtherName
from generator.text.wider import once
from generator.words.edition import Edition
from generator.words.territories import known_codes
from generator.words.when import when_or_source

TERRITORIAL = frozenset(
    ("commune", "metropolis", "departement", "region", "overseas-authority", "foreign-local-authority")
)
"""Kinds of actors that people call by the name of the place where they stand."""

METROPOLIS = "metropolis"

DEPARTMENT = "departement"
"""Before the code of a département: what a postal code is read as, which means no day and no page of that number."""


def documents(directory: Directory, edition: Edition) -> tuple[Document, ...]:
    """Every record that has an address, type by type, in the order of ids."""
    labels = Labels(directory, edition)
    return tuple(
        chain(
            (_actor(each, labels) for each in directory.actors.values()),
            (_initiative(each, labels) for each in directory.initiatives.values()),
            (_country(each, labels) for each in directory.countries.values()),
            (_territory(id_, labels) for id_ in labels.lying.pages),
            (_theme(*each, labels) for _, each in sorted(directory.themes.items())),
            (_event(each, labels) for each in directory.events.values()),
            (_instrument(each, labels) for each in directory.instruments.values()),
            (_call(each, labels) for each in directory.calls.values()),
            (_resource(each, labels) for each in directory.resources.values()),
            (_place(each, labels) for each in directory.places.values()),
        )
    )


def _actor(actor: Actor, labels: Labels) -> Document:
    return document_of(
        actor,
        labels,
        (
            first(labels.term("actor-kinds", actor.kind)),
            *once(first(labels.place(actor.place)), first(labels.country(actor.territory or actor.country))),
        ),
        also=labels.territories(actor.id),
        names=_called(actor, labels) if actor.kind in TERRITORIAL else (),
        codes=_codes(actor, labels) if actor.kind in TERRITORIAL else (),
        weight=weight(len(labels.directory.initiatives_of.get(actor.id, ()))),
    )


def _called(actor: Actor, labels: Labels) -> list[OtherName]:
    """The names of the place, as names of the authority that governs it: those of the town are a metropolis's too, but
    not what it is called."""
    known = {name.text for name in actor.called()}
    names = (name for label in labels.place(actor.place) for name in label.names)
    own = actor.kind != METROPOLIS
    return [OtherName("native", name, own) for name in dict.fromkeys(names) if name[0] not in known]


def _codes(actor: Actor, labels: Labels) -> tuple[str, ...]:
    """The official code of the place, by which the authority that governs it is called too: « CD 94 »."""
    place = labels.directory.places.get(actor.place or "")
    if not place or not place.insee:
        return ()
    return (place.insee, *([f"{DEPARTMENT}{place.insee}"] if place.admin_level == "department" else []))


def _initiative(initiative: Initiative, labels: Labels) -> Document:
    where = (*labels.countries(initiative.countries), *labels.areas(initiative.areas))
    held = when_or_source(initiative, labels.edition)
    return document_of(
        initiative,
        labels,
        (first(labels.term("modalities", initiative.modality)), some(where), held),
        also=(
            # Where it takes place is also where its actors stand.
            *labels.references("place", labels.directory.places_of(initiative)),
            *chain.from_iterable(labels.territories(each.actor) for each in initiative.participations),
        ),
        when=held,
    )


def _country(country: Country, labels: Labels) -> Document:
    known = labels.directory.initiatives_in.get(country.code, ())
    actors = labels.directory.actors_in.get(country.code, ())
    return document_of(
        country,
        labels,
        (some(labels.areas(country.groupings)), labels.edition.tn("count.initiatives", len(known)) if known else ""),
        codes=(country.code,),
        weight=weight(max(len(known), len(actors))),
    )


def _territory(id_: str, labels: Labels) -> Document:
    lying, edition = labels.lying, labels.edition
    each = lying.known.by_id[id_]
    ours = lying.initiatives_in.get(id_, ())
    where = [lying.known.by_id[above].name for above in each.above] or [first(labels.country(each.country))]
    codes = known_codes(each)
    return Document(
        type="territories",
        id=id_,
        url=urls.record("territories", id_),
        title=Localized({SOURCE_LOCALE: each.name}),
        named=True,
        context=(
            edition.t(f"territory.level.{each.level}"),
            *once(where[0], each.name),
            edition.tn("count.initiatives", len(ours)) if ours else "",
        ),
        summary=None,
        names=tuple(
            OtherName("former" if each.level == "region" else "native", (name, SOURCE_LOCALE), False)
            for name in each.also
        ),
        labels=labels.country(each.country),
        weight=GROUND * weight(len(ours)),
        body=(),
        codes=(*codes, *(f"{DEPARTMENT}{code}" for code in codes if each.level != "subdivision")),
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
        body=tuple(chain.from_iterable(map(passages, (theme.definition, *theme.examples)))),
    )


def _event(event: Event, labels: Labels) -> Document:
    when = labels.edition.moment(event.period) if event.period else ""
    where = event.venue or first(labels.place(event.place))
    return document_of(event, labels, (when, *once(where, first(labels.country(event.country)))), when=when)


def _instrument(instrument: Instrument, labels: Labels) -> Document:
    where = (*labels.countries(instrument.countries), *labels.areas(instrument.areas))
    kind = first(labels.term("instrument-kinds", instrument.kind))
    context = (kind, some(labels.actors(instrument.operators)), some(where))
    return document_of(instrument, labels, context, weight=SCHEME)


def _call(call: Call, labels: Labels) -> Document:
    kind, emitter = labels.term("call-kinds", call.kind), labels.actor(call.emitter)
    when = labels.edition.date(call.date) if call.date else ""
    context = (first(kind), first(emitter), some(labels.countries(call.countries)), when)
    return document_of(call, labels, context, when=when)


def _resource(resource: Resource, labels: Labels) -> Document:
    kind = first(labels.term("resource-kinds", resource.kind))
    return document_of(resource, labels, (kind, resource.publisher or "", str(resource.year or "")))


def _place(place: Place, labels: Labels) -> Document:
    level = first(labels.term("place-levels", place.admin_level))
    context = (level, *once(place.subdivision or "", first(labels.country(place.country))))
    return document_of(place, labels, context, weight=POINT)
