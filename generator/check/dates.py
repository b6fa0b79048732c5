"""Rules on time: what ends after it begins, and a history that goes forward."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.finding import Finding, found
from generator.model import Call, Initiative, Instrument, Record, Status
from generator.model.directory import Directory
from generator.model.problem import KeyPath
from generator.model.values import PartialDate, Period, Value


def order_of_dates(directory: Directory) -> Iterator[Finding]:
    """Periods and sessions that end before they begin, agreements signed after their end, statuses that go back."""
    for record in directory.records():
        for path, period in _periods(record):
            yield from _after(record, (*path, "end"), period.start, period.end)
        if isinstance(record, Initiative):
            for at, frame in enumerate(record.frames):
                if frame.period:
                    yield from _before(record, ("frames", at, "signed"), frame.signed, frame.period.end)
            if record.status:
                yield from _status(record, record.status)
        if isinstance(record, Instrument):
            for at, session in enumerate(record.sessions):
                yield from _after(record, ("sessions", at, "closes"), session.opens, session.closes)
        if isinstance(record, Call):
            yield from _after(record, ("expires",), record.date, record.expires)


def _status(record: Record, status: Status) -> Iterator[Finding]:
    steps: list[tuple[KeyPath, PartialDate]] = []
    for at, change in enumerate(status.history):
        steps.append((("status", "history", at, "since"), change.since))
    if status.since:
        steps.append((("status", "since"), status.since))
    for (_, earlier), (path, later) in pairwise(steps):
        yield from _after(record, path, earlier, later)
    yield from _after(record, ("status", "review_after"), status.since, status.review_after)


def _after(record: Record, path: KeyPath, earlier: PartialDate | None, later: PartialDate | None) -> Iterator[Finding]:
    """What stands at ``path`` is ``later``, and must not be before ``earlier``."""
    if earlier and later and later.last() < earlier.first():
        yield found("dates-out-of-order", record, path, value=str(later), earlier=str(earlier))


def _before(record: Record, path: KeyPath, signed: PartialDate | None, end: PartialDate | None) -> Iterator[Finding]:
    if signed and end and signed.first() > end.last():
        yield found("signed-after-end", record, path, value=str(signed), end=str(end))


def _periods(value: Value, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Period]]:
    """Every period the value holds, and where."""
    if isinstance(value, Period):
        yield path, value
        return
    for name, content in value.__dict__.items():
        if isinstance(content, Value):
            yield from _periods(content, (*path, name))
        elif isinstance(content, tuple):
            for at, item in enumerate(content):
                if isinstance(item, Value):
                    yield from _periods(item, (*path, name, at))
