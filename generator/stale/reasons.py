"""Why a record should be reconfirmed: one function per reason, each over one record."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import Actor, Call, Country, Engagement, Initiative, Instrument, Record, Status
from generator.model.directory import Directory
from generator.model.opportunity import SHUT, InstrumentStatus
from generator.model.values import Localized, PartialDate
from generator.stale.elections import elections

AHEAD = 6
"""Months before a known date from which to ask."""
OLD = 12
"""Months after which a verification is old, unless said otherwise."""

CLOSED = ("ended", "not-renewed")
"""Statuses after which nothing more is to be confirmed."""
WAITING = ("watching", "suspended")

Arg = str | int | PartialDate | Localized


@dataclass(frozen=True, slots=True)
class Reason:
    """``code`` names the sentence; the sooner the rule in ``RULES``, the more urgent the reason."""

    code: str
    date: PartialDate | None = None
    """What the reason counts from: the older, the more urgent."""
    args: Mapping[str, Arg] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """The day of the question."""

    directory: Directory
    today: datetime.date
    old: int = OLD

    def passed(self, date: PartialDate | None) -> bool:
        return date is not None and date.last() < (self.today.year, self.today.month, self.today.day)

    def soon(self, date: PartialDate | None) -> bool:
        """Whether it comes within the months in which to ask, or may have begun."""
        return date is not None and not self.passed(date) and date.first() <= _shifted(self.today, AHEAD)

    def aged(self, date: PartialDate) -> bool:
        """Whether it lies further back than what is fresh."""
        return date.last() < _shifted(self.today, -self.old)


def _shifted(day: datetime.date, months: int) -> tuple[int, int, int]:
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])


def newest_source(record: Record) -> PartialDate | None:
    """The year of its newest source."""
    return PartialDate(record.newest_year) if record.newest_year else None


def known_until(record: Record) -> PartialDate | None:
    """Until when what the record says is known: its verification, else its newest source."""
    return record.verified.date if record.verified else newest_source(record)


def _closed(record: Record) -> bool:
    return isinstance(record, Initiative) and record.status is not None and record.status.state in CLOSED


def _is_shut(instrument: Instrument) -> bool:
    """Whether a source says that nobody can apply any more."""
    return instrument.status is not None and instrument.status.stage == SHUT


def expired(record: Record, moment: Moment) -> Iterator[Reason]:
    """A call or an announced priority whose day has passed, and a scheme whose deadline has."""
    if isinstance(record, Call) and record.expires and moment.passed(record.expires):
        yield Reason("call-expired", record.expires)
    if isinstance(record, (Actor, Country)):
        for priority in record.priorities:
            if priority.expires and moment.passed(priority.expires):
                yield Reason("priority-expired", priority.expires, {"title": priority.title})
    if isinstance(record, Instrument) and record.last_day and moment.passed(record.last_day) and not _is_shut(record):
        yield Reason("deadline-passed", record.last_day)


def to_review(record: Record, moment: Moment) -> Iterator[Reason]:
    """A status that was to be looked at again."""
    status = record.status if isinstance(record, Initiative) else None
    if status and status.review_after and moment.passed(status.review_after):
        yield Reason("review", status.review_after)


def agreements(record: Record, moment: Moment) -> Iterator[Reason]:
    """The last agreement, if it is over or soon will be."""
    if not isinstance(record, Initiative) or _closed(record):
        return
    ends = [(frame.period.end, frame) for frame in record.frames if frame.period and frame.period.end]
    if not ends:
        return
    end, frame = max(ends, key=lambda pair: pair[0].last())
    later = [other.signed or (other.period.start if other.period else None) for other in record.frames]
    if any(start and start.first() > end.last() for start in later):
        return
    if moment.passed(end):
        yield Reason("agreement-over", end, {"frame": frame.kind})
    elif moment.soon(end):
        yield Reason("agreement-ending", end, {"frame": frame.kind})


def waiting(record: Record, moment: Moment) -> Iterator[Reason]:
    """A cooperation that rests, and what could wake it."""
    status = record.status if isinstance(record, Initiative) else None
    if status and status.state in WAITING and not moment.passed(status.review_after):
        since = status.since or known_until(record)
        if status.trigger:
            yield Reason(f"{status.state}-trigger", since, {"trigger": status.trigger})
        elif not status.review_after:
            yield Reason(status.state, since)


def elected(record: Record, moment: Moment) -> Iterator[Reason]:
    """Elections that may have changed the team of one of its authorities since it was last known, or soon will."""
    if _closed(record):
        return
    until = known_until(record)
    teams = [moment.directory.actors[id_] for id_ in _authorities(record) if id_ in moment.directory.actors]
    told: set[str] = set()
    for actor in teams:
        past = [each for each in elections() if each.elects(actor) and moment.passed(each.over)]
        if past and (until is None or until.last() < past[-1].first.first()) and str(past[-1].name) not in told:
            told.add(str(past[-1].name))
            yield Reason("elections-held", past[-1].over, {"name": past[-1].name, "actor": actor.name})
    for each in elections():
        if moment.soon(each.first) and (actors := [actor for actor in teams if each.elects(actor)]):
            yield Reason("elections-ahead", each.first, {"name": each.name, "actor": actors[0].name})


def _authorities(record: Record) -> list[str]:
    """Actors whose team decides on what the record says."""
    if isinstance(record, Initiative):
        return list(dict.fromkeys(part.actor for part in record.participations))
    if isinstance(record, Actor) and (record.engagement or record.expertise_offered or record.expertise_sought):
        return [record.id]
    return []


def over(record: Record, moment: Moment) -> Iterator[Reason]:
    """An initiative that should be over, without a word on how it ended."""
    if isinstance(record, Initiative) and not _closed(record) and record.period and moment.passed(record.period.end):
        yield Reason("period-over", record.period.end)


def said_long_ago(record: Record, moment: Moment) -> Iterator[Reason]:
    """Somebody's word about a moment that lies further back than what is fresh, and that nobody has verified since."""
    word = _word(record)
    verified = record.verified.date if record.verified else None
    if word and word[1] and moment.aged(word[1]) and not (verified and verified.last() >= word[1].last()):
        yield Reason(*word)


def _word(record: Record) -> tuple[str, PartialDate | None] | None:
    """The code of what was said that may have changed since, and when it was said."""
    match record:
        case Actor(engagement=Engagement() as engagement):
            return "engagement-aged", engagement.as_of
        case Initiative(status=Status() as status) if not _closed(record):
            return "status-aged", status.as_of
        case Instrument(status=InstrumentStatus() as status) if not _is_shut(record):
            return "availability-aged", status.as_of
    return None


def dead_sources(record: Record, moment: Moment) -> Iterator[Reason]:
    """Sources that do not answer any more, without an archived copy."""
    for source in record.sources:
        since = moment.directory.dead_since(source.url)
        if since and not source.archive:
            yield Reason("source-dead", since, {"title": source.title})


def unverified(record: Record, moment: Moment) -> Iterator[Reason]:
    """A record that no person has ever checked, or not for long."""
    if isinstance(record, Actor):
        concerned = record.successor is None
    elif isinstance(record, Call):
        concerned = not moment.passed(record.expires)
    else:
        concerned = isinstance(record, (Initiative, Instrument)) and not _closed(record)
    if not concerned:
        return
    if record.verified is None:
        year = newest_source(record)
        yield Reason("never-since", year, {"year": year.year}) if year else Reason("never")
    elif moment.aged(record.verified.date):
        yield Reason("old", record.verified.date, {"by": record.verified.by})


Rule = Callable[[Record, Moment], Iterator[Reason]]

RULES: tuple[Rule, ...] = (
    expired,
    to_review,
    agreements,
    waiting,
    elected,
    over,
    said_long_ago,
    dead_sources,
    unverified,
)
"""Every kind of reason, the most urgent first. A new one is a function, a line here and a sentence."""
