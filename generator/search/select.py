"""Which records answer a question, and how many would if one more value were chosen. Plain, not fast: it is the proof.

Words (``q``) are the browser's business: the index is made for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from generator.search.facet import DEED, PERIOD, WHO, WHOLE
from generator.search.facts import Fact, Facts, Values, Years
from generator.search.state import ZONE, Box, State

Points = Mapping[str, tuple[float, float]]
"""Place → latitude and longitude, in degrees."""

_NOTHING: Values = {}


def select(facts: Facts, state: State, points: Points | None = None) -> list[tuple[str, str]]:
    """(type, id) of every record that answers, in the order of the facts. ``points`` are needed for a zone."""
    return [key for key, fact in facts.facts.items() if answers(facts, fact, state, points or {})]


def answers(facts: Facts, fact: Fact, state: State, points: Points, *, but: str = "") -> bool:
    """Whether the record answers the state; ``but`` is a facet that is left out of it."""
    if not _whole(fact, state, points, but):
        return False
    return any(_row(deed, years, who, state, but) for deed, years, who in _rows(facts, fact))


def count(facts: Facts, state: State, facet: str, points: Points | None = None) -> Counter[str]:
    """Value of the facet → records that would answer if it were the choice, all other facets kept."""
    found: Counter[str] = Counter()
    for fact in facts.facts.values():
        if not _whole(fact, state, points or {}, facet):
            continue
        values: set[str] = set()
        for deed, years, who in _rows(facts, fact):
            if _row(deed, years, who, state, facet):
                part = fact.whole if facet in WHOLE else deed if facet in DEED else who
                values |= _decades(years, facts) if facet == PERIOD else part.get(facet, frozenset())
        found.update(values)
    return found


def _rows(facts: Facts, fact: Fact) -> Iterator[tuple[Values, Years | None, Values]]:
    for actor in fact.actors:
        yield fact.deed, fact.years, facts.who[actor]
    if not fact.actors:
        yield fact.deed, fact.years, _NOTHING
    for id_ in fact.initiatives:
        initiative = facts.facts["initiative", id_]
        yield initiative.deed, initiative.years, facts.who[fact.id]


def _whole(fact: Fact, state: State, points: Points, but: str) -> bool:
    if not all(_holds(fact.whole, state, facet) for facet in WHOLE if facet != but):
        return False
    if state.zone is None or but == ZONE:
        return True
    return any(place in points and inside(points[place], state.zone) for place in fact.whole["place"])


def _row(deed: Values, years: Years | None, who: Values, state: State, but: str) -> bool:
    return (
        all(_holds(deed, state, facet) for facet in DEED if facet != but)
        and all(_holds(who, state, facet) for facet in WHO if facet != but)
        and (but == PERIOD or overlaps(years, state.from_, state.to))
    )


def _holds(values: Values, state: State, facet: str) -> bool:
    asked: Collection[str] = state.facets.get(facet, ())
    return not asked or any(value in values.get(facet, ()) for value in asked)


def overlaps(years: Years | None, first: int | None, last: int | None) -> bool:
    """Whether some year of the period lies between the two, which may be open; an unknown period never does."""
    if first is None and last is None:
        return True
    if years is None:
        return False
    start, end = years
    return (last is None or start is None or start <= last) and (first is None or end is None or end >= first)


def inside(point: tuple[float, float], box: Box) -> bool:
    """Whether the point (latitude, longitude) lies in the box, borders included; a box may cross the 180th meridian."""
    lat, lon = point
    west, south, east, north = box
    return south <= lat <= north and (west <= lon <= east if west <= east else lon >= west or lon <= east)


def decades(facts: Facts) -> list[int]:
    """First years of the decades that the directory knows of."""
    return list(range(facts.years[0] // 10 * 10, facts.years[1] + 1, 10)) if facts.years else []


def _decades(years: Years | None, facts: Facts) -> set[str]:
    if years is None:
        return set()
    return {str(decade) for decade in decades(facts) if overlaps(years, decade, decade + 9)}
