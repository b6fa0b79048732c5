"""When an initiative takes place, in words that say no more than is known."""

from __future__ import annotations

from generator.model import Initiative
from generator.model.initiative import PLANNED, Frame
from generator.model.values import PartialDate
from generator.words.edition import Edition

_RUNNING = "active"

_AGREED = {
    "twinning": "twinning",
    "convention": "agreement",
    "friendship-agreement": "agreement",
    "letter-of-intent": "intent",
}
"""Frame → what a cooperation in it is of its first date; one without such a frame has begun then."""


def when(initiative: Initiative, edition: Edition) -> str:
    """Its period in words. A start without an end tells that it runs only if its status does."""
    period = initiative.period
    if not period or not period.start or period.end:
        return edition.period(period) if period else ""
    return edition.near(period, _begun(initiative, period.start, edition))


def _begun(initiative: Initiative, start: PartialDate, edition: Edition) -> str:
    state = initiative.status.state if initiative.status else ""
    if state == _RUNNING:
        return edition.since(start)
    if state == PLANNED or start.first() > (edition.as_of.year, edition.as_of.month, edition.as_of.day):
        return edition.dated("period.from", start)
    return edition.dated(f"period.begun.{_wording(initiative, start)}", start)


def when_or_source(initiative: Initiative, edition: Edition) -> str:
    """Its period in words; where none is known, the year of the newest source, which is not one of the initiative."""
    if initiative.period or not initiative.newest_year:
        return when(initiative, edition)
    return edition.t("period.source", year=initiative.newest_year)


def _wording(initiative: Initiative, start: PartialDate) -> str:
    match initiative.modality:
        case "twinning" | "mention" | "event" | "funding-scheme" as modality:
            return modality
        case "cooperation-agreement":
            agreed = (frame.kind for frame in initiative.frames if frame.kind in _AGREED and _is_then(frame, start))
            return next((_AGREED[kind] for kind in agreed), "other")
    return "other"


def _is_then(frame: Frame, start: PartialDate) -> bool:
    """Whether an agreement may be of that year; one that was signed in another is not what began."""
    return frame.signed is None or frame.signed.year == start.year
