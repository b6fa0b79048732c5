"""Random questions to the explorer, and what plain Python answers: the proof for the browser's counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from generator.model.directory import Directory
from generator.search import Facts, State, count, select
from generator.search.facet import DEED, PERIOD, WHO, WHOLE

COUNTED = (*DEED, *WHO, "type", "verified", PERIOD)
"""Facets that show counts."""


@dataclass(frozen=True)
class Combination:
    """A question and its right answer."""

    address: str
    found: list[str]
    """``type/id`` of every record that answers, sorted."""
    counts: dict[str, dict[str, int]]
    """For some facets: value → results, values without any left out."""


def combinations(directory: Directory, facts: Facts, seed: int, times: int) -> Iterator[Combination]:
    """So many questions of up to four facets, one or two values each; some with years or an area of the map.

    Half of them ask for what some record holds, so that something is found.
    """
    random = Random(seed)
    points = {place.id: (place.lat, place.lon) for place in directory.places.values()}
    values = _values(facts)
    every = list(facts.facts.values())
    for _ in range(times):
        one = random.choice(every)
        who = facts.who[random.choice(one.actors)] if one.actors else {}
        held = {facet: sorted(found) for part in (one.deed, one.whole, who) for facet, found in part.items() if found}
        drawn = held if random.random() < 0.5 else values
        chosen = random.sample(sorted(drawn), min(random.randint(0, 4), len(drawn)))
        facets = {
            facet: tuple(
                dict.fromkeys([random.choice(drawn[facet]), *random.sample(values[facet], random.randint(0, 1))])
            )
            for facet in chosen
        }
        years = sorted(random.randint(1970, 2027) for _ in range(2))
        box = (round(random.uniform(-110, 0), 2), round(random.uniform(-50, 20), 2), 10.0, 52.0)
        state = State(
            facets=facets,
            from_=years[0] if random.random() < 0.3 else None,
            to=years[1] if random.random() < 0.3 else None,
            zone=box if random.random() < 0.15 else None,
        )
        counted = random.sample(COUNTED, 3)
        yield Combination(
            f"?{state.write()}",
            sorted(f"{type_}/{id_}" for type_, id_ in select(facts, state, points)),
            {facet: dict(count(facts, state, facet, points)) for facet in counted},
        )


def _values(facts: Facts) -> dict[str, list[str]]:
    """Facet → every value some record has, in alphabetical order."""
    found: dict[str, set[str]] = {facet: set() for facet in (*DEED, *WHO, *WHOLE)}
    for fact in facts.facts.values():
        for values in (fact.deed, fact.whole):
            for facet, held in values.items():
                found[facet] |= held
    for values in facts.who.values():
        for facet, held in values.items():
            found[facet] |= held
    return {facet: sorted(held) for facet, held in found.items() if held}
