"""Which of several rows of one field counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.importer.facts.fact import Fact
from generator.importer.facts.target import Target
from generator.importer.row import RowError
from generator.sheets.facts import SET

Aimed = tuple[Fact, Target]


def counting(aimed: Iterable[Aimed]) -> tuple[list[Aimed], list[tuple[Fact, RowError]]]:
    """The rows without those that say a field whole and are not its newest word; and why each of these is left.

    Rows that agree all stay. Where it is not known which is the newest, none does.
    """
    groups: dict[tuple[str, ...], list[Aimed]] = defaultdict(list)
    kept: list[Aimed] = []
    for fact, target in aimed:
        if fact.action == SET:
            groups[(*fact.record, target.path, fact.lang)].append((fact, target))
        else:
            kept.append((fact, target))
    left: list[tuple[Fact, RowError]] = []
    for rows in groups.values():
        newest = _newest(rows)
        for fact, target in rows:
            if fact.value in newest:
                kept.append((fact, target))
            elif newest:
                left.append((fact, fact.refuse("fact-older", newest=next(iter(newest)))))
            else:
                values = " ; ".join(dict.fromkeys(other.value for other, _ in rows))
                left.append((fact, fact.refuse("fact-undecided", values=values)))
    return sorted(kept, key=lambda pair: pair[0].row), left


def _newest(rows: list[Aimed]) -> set[str]:
    """What the newest row says, with all that say the same; empty if nobody can tell which it is."""
    values = {fact.value for fact, _ in rows}
    if len(values) == 1:
        return values
    days = [fact.day for fact, _ in rows]
    if None in days:
        return set()
    last = max(day.first() for day in days if day)
    found = {fact.value for fact, _ in rows if fact.day and fact.day.last() >= last}
    return found if len(found) == 1 else set()
