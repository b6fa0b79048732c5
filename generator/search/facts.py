"""What every record can be asked for.

A *row* is one actor's part in one record. An initiative, event, instrument or call has a row for each actor it names,
or one without actor; an actor has one of its own (where it stands, what it knows), and is found through the rows of its
initiatives too; any other record has a single row. A place that a record names has a row of it as well, as an actor of
which nothing is known but the territories it lies in (``ground``). A question is answered row by row (``select``): an
actor that works on water in Haiti and on culture in Peru does not answer "water in Peru".
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from generator.maps.lying import Lying
from generator.model import Actor, Call, Event, Initiative, Record
from generator.model.directory import Directory
from generator.model.schema.field import Field
from generator.model.schema.fields import fields_of, walk
from generator.model.values import PartialDate, Period, Value
from generator.search.facet import DEED, TERRITORY, TYPES, WHO, WHOLE, YES, field_of

Values = Mapping[str, frozenset[str]]
"""Facet → what it holds there."""

FOLDERS = dict(
    zip(
        TYPES,
        (
            "initiatives",
            "actors",
            "countries",
            "territories",
            "themes",
            "events",
            "instruments",
            "calls",
            "resources",
            "places",
        ),
        strict=True,
    )
)
Years = tuple[int | None, int | None]
"""First and last year; ``None`` where the beginning or the end is open."""


@dataclass(frozen=True)
class Fact:
    """One record, ready to be asked for."""

    type: str
    id: str
    whole: Values
    deed: Values
    """What is done, and where; an actor's own: where it stands and what it knows."""
    actors: tuple[str, ...]
    """Ids of the actors of its rows, and of the ground it is on (``ground``); an actor's own row holds itself."""
    years: Years | None = None
    """When; none if nothing is known."""
    initiatives: tuple[str, ...] = ()
    """For an actor: those whose rows are its rows too."""
    added: datetime.date | None = None
    """The day it entered the directory."""


@dataclass(frozen=True)
class Facts:
    """Every record that can be found, type by type, by id; and what is known of every actor."""

    facts: Mapping[tuple[str, str], Fact]
    who: Mapping[str, Values]
    """Actor id, or that of a ground, → its values."""

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """First and last year that a record names."""
        named = [year for each in self.facts.values() if each.years for year in each.years if year is not None]
        return (min(named), max(named)) if named else None


def ground(id_: str) -> str:
    """The id under which a place or a territory stands among the actors of rows; no actor's id begins so."""
    return f"@{id_}"


def facts(directory: Directory, as_of: datetime.date) -> Facts:
    """The facts of a directory; ``as_of`` is the day from which the age of a verification is counted."""
    return _Reader(directory, as_of).read()


class _Reader:
    def __init__(self, directory: Directory, as_of: datetime.date) -> None:
        self.directory = directory
        self.as_of = as_of
        self.lying = Lying(directory)

    def read(self) -> Facts:
        directory = self.directory
        found = [
            *map(self._initiative, directory.initiatives.values()),
            *map(self._actor, directory.actors.values()),
            *(self._fact("country", each, country=[each.code]) for each in directory.countries.values()),
            *map(self._territory, self.lying.pages),
            *(self._theme(id_) for id_ in sorted(directory.themes)),
            *map(self._event, directory.events.values()),
            *(self._fact("instrument", each, actors=each.operators) for each in directory.instruments.values()),
            *map(self._call, directory.calls.values()),
            *(self._fact("resource", each) for each in directory.resources.values()),
            *(self._fact("place", each, places=[each.id], named=[each.id]) for each in directory.places.values()),
        ]
        return Facts(
            {(each.type, each.id): each for each in found},
            {id_: self._who(each) for id_, each in directory.actors.items()} | self._grounds(),
        )

    # Pieces

    def _values(self, record: Record, of: Collection[str], **more: Iterable[str | None]) -> Values:
        """What the record says of these facets: its marked fields, and more that they do not say."""
        found: dict[str, set[str]] = {}
        for facet, value in (*said(record), *((facet, value) for facet, values in more.items() for value in values)):
            if facet in of and value:
                found.setdefault(facet, set()).add(value)
        if "country" in found:
            known = (self.directory.countries.get(code.lower()) for code in found["country"])
            found.setdefault("grouping", set()).update(area for each in known if each for area in each.groupings)
        return {
            facet: self.directory.with_broader(values) if _is_theme(facet) else frozenset(values)
            for facet, values in found.items()
        }

    def _age(self, record: Record) -> str:
        if record.verified is None:
            return "never"
        return "year" if (self.as_of - datetime.date(*record.verified.date.last())).days <= 365 else "older"

    def _fact(
        self,
        type_: str,
        record: Record,
        *,
        country: Iterable[str | None] = (),
        actors: Iterable[str] = (),
        years: Years | None = None,
        places: Iterable[str | None] = (),
        named: Iterable[str | None] = (),
        initiatives: Iterable[str] = (),
    ) -> Fact:
        """``places`` are those where it is found on the map, ``named`` those that it names itself."""
        whole = self._values(record, WHOLE, type=[type_], verified=[self._age(record)], place=places)
        return Fact(
            type=type_,
            id=record.id,
            whole={facet: whole.get(facet, frozenset()) for facet in WHOLE},
            deed=self._values(record, DEED, country=country),
            actors=tuple(
                dict.fromkeys(
                    (
                        *(id_ for id_ in actors if id_ in self.directory.actors),
                        *(ground(id_) for id_ in named if id_ and self.lying.of_place(id_)),
                    )
                )
            ),
            years=years,
            initiatives=tuple(initiatives),
            added=datetime.date(*record.added.first()) if record.added else None,
        )

    def _who(self, actor: Actor) -> Values:
        itself = [actor.id] if actor.network else []
        found = self._values(
            actor,
            WHO,
            territory=self.lying.of_actor(actor.id),
            network=itself,
            offers=[each.theme for each in actor.expertise_offered],
            seeks=[each.theme for each in actor.expertise_sought],
        )
        return {facet: found.get(facet, frozenset()) for facet in WHO}

    def _grounds(self) -> dict[str, Values]:
        nothing: dict[str, frozenset[str]] = dict.fromkeys(WHO, frozenset())
        found = {id_: self.lying.of_place(id_) for id_ in self.directory.places}
        found |= {id_: (id_, *self.lying.known.by_id[id_].above) for id_ in self.lying.pages}
        return {ground(id_): {**nothing, TERRITORY: frozenset(ids)} for id_, ids in found.items() if ids}

    # Records

    def _initiative(self, each: Initiative) -> Fact:
        return self._fact(
            "initiative",
            each,
            actors=(part.actor for part in each.participations),
            years=_years(each.period),
            places=self.directory.places_of(each),
            named=each.places,
        )

    def _actor(self, actor: Actor) -> Fact:
        return self._fact(
            "actor",
            actor,
            actors=[actor.id],
            places=[actor.place, *actor.other_places],
            initiatives=(each.id for each in self.directory.initiatives_of.get(actor.id, ())),
        )

    def _territory(self, id_: str) -> Fact:
        nothing: dict[str, frozenset[str]] = dict.fromkeys(WHOLE, frozenset())
        deed = {"country": frozenset({self.lying.known.by_id[id_].country})}
        return Fact("territory", id_, {**nothing, "type": frozenset({"territory"})}, deed, (ground(id_),))

    def _theme(self, id_: str) -> Fact:
        nothing: dict[str, frozenset[str]] = dict.fromkeys(WHOLE, frozenset())
        deed = {"theme": self.directory.with_broader([id_])}
        return Fact("theme", id_, {**nothing, "type": frozenset({"theme"})}, deed, ())

    def _event(self, each: Event) -> Fact:
        place = self.directory.places.get(each.place or "")
        moment = each.period
        return self._fact(
            "event",
            each,
            country=[place.country if place else None],
            actors=each.actors,
            # A meeting whose end is not said is over when its first day is.
            years=(_year(moment.start), _year(moment.end or moment.start)) if moment else None,
            places=[each.place],
            named=[each.place],
        )

    def _call(self, each: Call) -> Fact:
        years = (each.date.year, each.date.year) if each.date else None
        return self._fact("call", each, actors=[each.emitter], years=years)


def said(record: Record) -> Iterator[tuple[str, str]]:
    """Facet and value of every field that the model marks with a facet, in the order of the record."""
    yield from _said(_marked(type(record)), record)


def _said(fields: Iterable[Field], holder: Value) -> Iterator[tuple[str, str]]:
    for field in fields:
        for value in field.of(holder):
            if field.shows.facet and value is not False:
                yield field.shows.facet, YES if field.kind in ("group", "boolean") else value
            if field.fields:
                yield from _said(field.fields, value)


@cache
def _marked(class_: type[Record]) -> tuple[Field, ...]:
    """The fields that say a facet, or hold one that does."""
    return tuple(field for field in fields_of(class_) if any(each.shows.facet for each in walk((field,))))


def _is_theme(facet: str) -> bool:
    """Whether the facet's values are themes: a wider one holds the narrower."""
    field = field_of().get(facet)
    return field is not None and field.kind == "theme"


def _year(date: PartialDate | None) -> int | None:
    return date.year if date else None


def _years(period: Period | None) -> Years | None:
    return (_year(period.start), _year(period.end)) if period else None
