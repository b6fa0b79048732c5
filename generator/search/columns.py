"""The facts of every record in columns, by its number: what the browser counts with."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.search.facet import DEED, TYPES, VERIFIED, WHO
from generator.search.facts import Fact, Facts
from generator.search.pack import digits, pack, pack_lists

Key = tuple[str, str]
"""Type and id of a record."""


def columns(facts: Facts, keys: Sequence[Key], values: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The columns of the records in the order given; ``values`` are those of each facet, in the order of their numbers.

    ``type`` and ``verified`` are one character a record. Facets of what is done are lists, one a record; facets of
    actors and lists of actors go by the actor's place among the actors, behind which the grounds stand. ``years`` are
    two numbers a record: 0 where nothing is known, 1 where that end is open, else the year less the first year the
    directory names, and 2. ``added`` is the day a record entered, from 1, the first day that any did; 0 of what has
    none.
    """
    number = {facet: {value: at for at, value in enumerate(found)} for facet, found in values.items()}
    found = [facts.facts[key] for key in keys]
    actors = [fact.id for fact in found if fact.type == "actor"]
    # What a record stands on comes behind the actors, whose places go by their records.
    actors += sorted(facts.who.keys() - set(actors))
    place = {id_: at for at, id_ in enumerate(actors)}

    def numbers(facet: str, held: Iterable[str]) -> list[int]:
        return sorted(number[facet][value] for value in held)

    return {
        "type": digits(TYPES.index(fact.type) for fact in found),
        "verified": digits(_verified(fact) for fact in found),
        "added": pack(days(fact.added for fact in found)),
        "deed": {facet: pack_lists(numbers(facet, fact.deed.get(facet, ())) for fact in found) for facet in DEED},
        "who": {facet: pack_lists(numbers(facet, facts.who[id_].get(facet, ())) for id_ in actors) for facet in WHO},
        "actors": pack_lists(
            [] if fact.type == "actor" else [place[id_] for id_ in fact.actors if id_ in place] for fact in found
        ),
        "years": pack(year for fact in found for year in _years(fact, facts)),
    }


def days(dates: Iterable[datetime.date | None]) -> list[int]:
    """The days from 1, the first of them; 0 for none."""
    found = [each.toordinal() if each else 0 for each in dates]
    first = min(filter(None, found), default=0) - 1
    return [day - first if day else 0 for day in found]


def _verified(fact: Fact) -> int:
    """The number of its age, from 1; 0 for what has none."""
    return next((VERIFIED.index(age) + 1 for age in fact.whole["verified"]), 0)


def _years(fact: Fact, facts: Facts) -> tuple[int, ...]:
    if fact.years is None or facts.years is None:
        return (0, 0)
    return tuple(1 if year is None else year - facts.years[0] + 2 for year in fact.years)
