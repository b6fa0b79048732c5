"""What every record can be asked for.

A *row* is one actor's part in one record. An initiative, event, instrument or call has a row for each actor it names,
or one without actor; an actor has one of its own (where it stands, what it knows), and is found through the rows of its
initiatives too; any other record has a single row. A question is answered row by row (``select``): an actor that works
on water in Haiti and on culture in Peru does not answer "water in Peru".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model import Actor, Call, Event, Initiative, Instrument, Place, Record
from generator.model.directory import Directory
from generator.model.values import PartialDate, Period
from generator.search.regions import Regions

Values = Mapping[str, frozenset[str]]
"""Facet → what it holds there."""

DEED = ("country", "grouping", "theme", "status", "frame", "lessons")
"""Facets of what is done: of the record of a row."""
WHO = ("kind", "region", "network")
"""Facets of the actor of a row."""
WHOLE = ("type", "verified", "place")
"""Facets of a result as a whole."""

TYPES = ("initiative", "actor", "country", "theme", "event", "instrument", "call", "resource", "place")
"""What a result may be, in the order lists show them."""
FOLDERS = dict(
    zip(
        TYPES,
        ("initiatives", "actors", "countries", "themes", "events", "instruments", "calls", "resources", "places"),
        strict=True,
    )
)
VERIFIED = ("year", "older", "never")
"""Verified within the year before the content's date, earlier, or never."""
LESSONS = "yes"

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
    """Ids of the actors of its rows; an actor's own row holds itself."""
    years: Years | None = None
    """When; none if nothing is known."""
    initiatives: tuple[str, ...] = ()
    """For an actor: those whose rows are its rows too."""


@dataclass(frozen=True)
class Facts:
    """Every record that can be found, type by type, by id; and what is known of every actor."""

    facts: Mapping[tuple[str, str], Fact]
    who: Mapping[str, Values]
    """Actor id → its values."""

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """First and last year that a record names."""
        named = [year for each in self.facts.values() if each.years for year in each.years if year is not None]
        return (min(named), max(named)) if named else None


def facts(directory: Directory, as_of: datetime.date) -> Facts:
    """The facts of a directory; ``as_of`` is the day from which the age of a verification is counted."""
    return _Reader(directory, as_of).read()


def _set(values: Iterable[str | None]) -> frozenset[str]:
    return frozenset(value for value in values if value)


class _Reader:
    def __init__(self, directory: Directory, as_of: datetime.date) -> None:
        self.directory = directory
        self.as_of = as_of
        self.regions = Regions(directory)

    def read(self) -> Facts:
        directory = self.directory
        found = [
            *map(self._initiative, directory.initiatives.values()),
            *map(self._actor, directory.actors.values()),
            *(
                self._fact("country", each, self._where([each.code], each.groupings))
                for each in directory.countries.values()
            ),
            *(self._theme(id_) for id_ in sorted(directory.themes)),
            *map(self._event, directory.events.values()),
            *map(self._instrument, directory.instruments.values()),
            *map(self._call, directory.calls.values()),
            *(self._fact("resource", each, {}) for each in directory.resources.values()),
            *map(self._place, directory.places.values()),
        ]
        return Facts(
            {(each.type, each.id): each for each in found},
            {id_: self._who(each) for id_, each in directory.actors.items()},
        )

    # Pieces

    def _where(self, codes: Iterable[str | None], areas: Iterable[str] = ()) -> Values:
        """The countries, and the groupings they belong to beside those named."""
        countries = _set(codes)
        known = (self.directory.countries.get(code.lower()) for code in countries)
        groupings = {area for each in known if each for area in each.groupings}
        return {"country": countries, "grouping": frozenset(groupings | set(areas))}

    def _themes(self, ids: Iterable[str]) -> Values:
        return {"theme": self.directory.with_broader(ids)}

    def _age(self, record: Record) -> str:
        if record.verified is None:
            return "never"
        return "year" if (self.as_of - datetime.date(*record.verified.date.last())).days <= 365 else "older"

    def _fact(
        self,
        type_: str,
        record: Record,
        *deed: Values,
        actors: Iterable[str] = (),
        years: Years | None = None,
        places: Iterable[str | None] = (),
        initiatives: Iterable[str] = (),
    ) -> Fact:
        return Fact(
            type=type_,
            id=record.id,
            whole={"type": frozenset({type_}), "verified": frozenset({self._age(record)}), "place": _set(places)},
            deed={name: values for part in deed for name, values in part.items()},
            actors=tuple(dict.fromkeys(id_ for id_ in actors if id_ in self.directory.actors)),
            years=years,
            initiatives=tuple(initiatives),
        )

    def _who(self, actor: Actor) -> Values:
        networks = {each.network for each in actor.memberships} | ({actor.id} if actor.network else set())
        return {
            "kind": frozenset({actor.kind}),
            "region": _set([self.regions.of_actor(actor.id)]),
            "network": frozenset(networks),
        }

    # Records

    def _initiative(self, each: Initiative) -> Fact:
        return self._fact(
            "initiative",
            each,
            self._where(each.countries, each.areas),
            self._themes(each.themes),
            {
                "status": _set([each.status.state if each.status else None]),
                "frame": _set(frame.kind for frame in each.frames),
                "lessons": _set([LESSONS if each.lessons else None]),
            },
            actors=(part.actor for part in each.participations),
            years=_years(each.period),
            places=self.directory.places_of(each),
        )

    def _actor(self, actor: Actor) -> Fact:
        return self._fact(
            "actor",
            actor,
            self._where([actor.territory, actor.country]),
            self._themes((*actor.expertise_offered, *actor.expertise_sought)),
            actors=[actor.id],
            places=[actor.place],
            initiatives=(each.id for each in self.directory.initiatives_of.get(actor.id, ())),
        )

    def _theme(self, id_: str) -> Fact:
        whole = {"type": frozenset({"theme"}), "verified": frozenset[str](), "place": frozenset[str]()}
        return Fact("theme", id_, whole, self._themes([id_]), ())

    def _event(self, each: Event) -> Fact:
        place = self.directory.places.get(each.place or "")
        moment = each.period
        return self._fact(
            "event",
            each,
            self._where([each.country, place.country if place else None]),
            self._themes(each.themes),
            actors=each.actors,
            # A meeting whose end is not said is over when its first day is.
            years=(_year(moment.start), _year(moment.end or moment.start)) if moment else None,
            places=[each.place],
        )

    def _instrument(self, each: Instrument) -> Fact:
        return self._fact(
            "instrument",
            each,
            self._where(each.countries, each.areas),
            self._themes(each.themes),
            actors=each.operators,
        )

    def _call(self, each: Call) -> Fact:
        return self._fact(
            "call",
            each,
            self._where(each.countries),
            self._themes(each.themes),
            actors=[each.emitter] if each.emitter else [],
            years=(each.date.year, each.date.year) if each.date else None,
        )

    def _place(self, place: Place) -> Fact:
        return self._fact("place", place, self._where([place.country]), places=[place.id])


def _year(date: PartialDate | None) -> int | None:
    return date.year if date else None


def _years(period: Period | None) -> Years | None:
    return (_year(period.start), _year(period.end)) if period else None
