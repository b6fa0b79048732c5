"""When an initiative takes place, in words that say no more than is known."""

from __future__ import annotations

from generator.model import Initiative
from generator.words.edition import Edition

_RUNNING = "active"
_PLANNED = "planned"

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
    state = initiative.status.state if initiative.status else ""
    if state == _RUNNING:
        return edition.since(period.start)
    if state == _PLANNED or period.start.first() > (edition.as_of.year, edition.as_of.month, edition.as_of.day):
        return edition.dated("period.from", period.start)
    return edition.dated(f"period.begun.{_wording(initiative)}", period.start)


def _wording(initiative: Initiative) -> str:
    match initiative.modality:
        case "twinning" | "mention" | "event" | "funding-scheme" as modality:
            return modality
        case "cooperation-agreement":
            return next((_AGREED[frame.kind] for frame in initiative.frames if frame.kind in _AGREED), "other")
    return "other"
