"""Records → documents of the search, in one edition's words. One function per type of record."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from generator import urls
from generator.directory import Directory
from generator.document import POINT, Document, OtherName, weight
from generator.edition import Edition
from generator.labels import Label, Labels, Passage, passages
from generator.model import (
    Actor,
    Call,
    Country,
    Event,
    Initiative,
    Instrument,
    Place,
    Priority,
    Record,
    Resource,
    Vocabulary,
    VocabularyTerm,
)
from generator.values import SOURCE_LOCALE, Localized, PartialDate, Period


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


Text = Localized | str | None


def _body(*texts: Text | Iterable[Text]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for text in texts:
        found += passages(text) if isinstance(text, Localized | str | None) else chain(*map(passages, text))
    return tuple(found)


def _document(
    record: Record,
    labels: Iterable[Label],
    context: Iterable[str],
    *,
    summary: Localized | None = None,
    names: Iterable[OtherName] = (),
    body: tuple[Passage, ...] = (),
    weight: float = 1,
) -> Document:
    """The document of a record with a page of its own or a point on the map. A label names it once only."""
    return Document(
        type=record.folder,
        id=record.id,
        url=urls.record(record.folder, record.id),
        title=record.label,
        named=isinstance(record, Actor | Country | Place),
        context=tuple(dict.fromkeys(part for part in context if part)),
        summary=summary,
        names=tuple(names),
        labels=tuple(dict.fromkeys(labels)),
        weight=weight,
        body=passages(summary) + body + _body(record.note),
    )


def _other(kind: str, names: Iterable[str]) -> list[OtherName]:
    return [OtherName(kind, (name, SOURCE_LOCALE)) for name in names]


def _first(labels: Iterable[Label]) -> str:
    """How the first label is called, as a part of the context."""
    return next((label.text for label in labels), "")


def _some(labels: Iterable[Label]) -> str:
    """The first three labels, as a part of the context."""
    texts = [label.text for label in labels]
    return ", ".join(texts[:3]) + (" …" if len(texts) > 3 else "")


def _years(*when: Period | PartialDate | None) -> list[str]:
    """Years as words to be found by."""
    dates = chain.from_iterable((each.start, each.end) if isinstance(each, Period) else (each,) for each in when if each)
    return [str(date.year) for date in dates if date]


def _day(period: Period | None, edition: Edition) -> str:
    """When a meeting is: one day unless its end is said."""
    if period and period.start and not period.end:
        return edition.date(period.start)
    return edition.period(period) if period else ""


def _priorities(priorities: Iterable[Priority]) -> tuple[Passage, ...]:
    return _body(chain.from_iterable((each.title, each.note) for each in priorities))


def _actor(actor: Actor, labels: Labels) -> Document:
    kind = labels.term("actor-kinds", actor.kind)
    where = tuple(labels.where(actor))
    network = actor.network
    identifiers = actor.identifiers
    return _document(
        actor,
        [
            *kind,
            *labels.term("levels", actor.level),
            *labels.term("network-types", network.type if network else None),
            *where,
            *labels.subdivisions([actor.place]),
            *labels.actor(actor.parent),
            *labels.actor(actor.successor),
            *labels.actors((each.network for each in actor.memberships), "network"),
            *labels.themes((*actor.expertise_offered, *actor.expertise_sought)),
        ],
        (_first(kind), _first(labels.place(actor.place)), _first(labels.country(actor.territory or actor.country))),
        summary=actor.description,
        names=_other("other", actor.other_names) + _other("former", actor.former_names),
        body=_body(
            network and network.scope,
            (identifiers.siren, identifiers.insee, identifiers.wikidata) if identifiers else None,
        )
        + _priorities(actor.priorities),
        weight=weight(len(labels.directory.initiatives_of.get(actor.id, ()))),
    )


def _initiative(initiative: Initiative, labels: Labels) -> Document:
    modality = labels.term("modalities", initiative.modality)
    where = (*labels.countries(initiative.countries), *labels.areas(initiative.areas))
    status, lessons = initiative.status, initiative.lessons
    places = labels.directory.places_of(initiative)
    return _document(
        initiative,
        [
            *where,
            *labels.themes(initiative.themes),
            *labels.actors(each.actor for each in initiative.participations),
            *modality,
            *chain.from_iterable(labels.term("frames", each.kind) for each in initiative.frames),
            *labels.term("statuses", status.state if status else None),
            *chain.from_iterable(map(labels.place, places)),
            *labels.subdivisions(places),
            *labels.words("keyword", initiative.keywords),
        ],
        (_first(modality), _some(where), labels.edition.period(initiative.period) if initiative.period else ""),
        summary=initiative.summary,
        body=_body(
            initiative.results,
            initiative.reciprocity,
            (status.reason, status.trigger) if status else None,
            (lessons.worked, lessons.difficulties, lessons.conditions) if lessons else None,
            (each.description for each in initiative.funding),
            _years(initiative.period, *(each.signed for each in initiative.frames)),
        ),
    )


def _country(country: Country, labels: Labels) -> Document:
    areas = tuple(labels.areas(country.groupings))
    known = labels.directory.initiatives_in.get(country.code, ())
    group = country.country_group
    return _document(
        country,
        [
            *areas,
            *labels.actors(each.operator for each in country.posts),
            *labels.actor(group.group if group else None, "network"),
            *labels.themes(theme for each in country.priorities for theme in each.themes),
            *labels.words("capital", [country.capital.name if country.capital else None]),
        ],
        (_some(areas), labels.edition.tn("count.initiatives", len(known)) if known else ""),
        body=_body(each.text for each in country.context) + _priorities(country.priorities),
        weight=weight(len(known)),
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
        names=tuple(_other("other", theme.synonyms)),
        labels=labels.theme(theme.broader) if theme.broader else (),
        weight=weight(len(labels.directory.initiatives_on.get(theme.id, ()))),
        body=_body(theme.definition, theme.examples),
    )


def _event(event: Event, labels: Labels) -> Document:
    place = labels.place(event.place)
    where = labels.country(event.country)
    return _document(
        event,
        [
            *where,
            *place,
            *labels.actors(event.actors),
            *labels.themes(event.themes),
            *labels.term("event-statuses", event.status),
        ],
        (
            _day(event.period, labels.edition),
            event.venue or _first(place),
            _first(where),
        ),
        summary=event.description,
        body=_body(event.venue, event.organisers, _years(event.period)),
    )


def _instrument(instrument: Instrument, labels: Labels) -> Document:
    kind = labels.term("instrument-kinds", instrument.kind)
    where = (*labels.countries(instrument.countries), *labels.areas(instrument.areas))
    return _document(
        instrument,
        [*kind, *where, *labels.actors(instrument.operators), *labels.themes(instrument.themes)],
        (_first(kind), _some(labels.actors(instrument.operators)), _some(where)),
        summary=instrument.description,
        body=_body(_years(instrument.deadline)),
    )


def _call(call: Call, labels: Labels) -> Document:
    kind = labels.term("call-kinds", call.kind)
    where = tuple(labels.countries(call.countries))
    emitter = labels.actor(call.emitter)
    return _document(
        call,
        [*kind, *labels.term("sides", call.side), *emitter, *where, *labels.themes(call.themes)],
        (_first(kind), _first(emitter), _some(where), labels.edition.date(call.date) if call.date else ""),
        body=_body(_years(call.date)),
    )


def _resource(resource: Resource, labels: Labels) -> Document:
    kind = labels.term("resource-kinds", resource.kind)
    return _document(
        resource,
        kind,
        (_first(kind), resource.publisher or "", str(resource.year or "")),
        body=_body(resource.publisher, _years(PartialDate(resource.year) if resource.year else None)),
    )


def _place(place: Place, labels: Labels) -> Document:
    level = labels.term("place-levels", place.admin_level)
    country = labels.country(place.country)
    native = [place.native_name] if place.native_name else []
    return _document(
        place,
        [*country, *level, *labels.subdivisions([place.id])],
        (_first(level), place.subdivision or "", _first(country)),
        names=_other("native", native),
        weight=POINT,
    )
