"""A table of facts → the files to write, the rows refused, and what was replaced or taken away.

Law: each row is applied, or found to be so already, or refused with its reasons.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from generator.check.content import open_directory
from generator.files.guard import sure
from generator.files.patch import Patch
from generator.importer.drafts import Drafts
from generator.importer.facts.choice import Aimed, counting
from generator.importer.facts.fact import fact_of
from generator.importer.facts.target import target_of
from generator.importer.facts.work import Outcome, Replaced, Work
from generator.importer.row import RowError
from generator.importer.table import Table, TableError
from generator.model.problem import Problem
from generator.sheets.facts import COLUMNS, NEW


@dataclass(frozen=True, slots=True)
class Facts:
    """What applying a table would do."""

    rows: int
    outcomes: Counter[Outcome]
    refused: tuple[tuple[int, tuple[Problem, ...]], ...]
    """Number of each refused row, and why."""
    changes: tuple[Patch, ...]
    replaced: tuple[Replaced, ...]


def apply_facts(table: Table, content: Path, *, added: str) -> Facts:
    """What the table of facts would change in ``content``; writes nothing. New records get the date ``added``.

    :raises TableError: columns are missing, or are none of such a table.
    """
    _fit(table)
    directory, _ = open_directory(content)
    work = Work(directory, Drafts(content), added)
    refused: list[tuple[int, tuple[Problem, ...]]] = []
    aimed: list[Aimed] = []
    for row in table.rows:
        try:
            fact = fact_of(table, row)
            aimed.append((fact, target_of(fact)))
        except RowError as error:
            refused.append((row.number, error.problems))
    kept, left = counting(aimed)
    refused += [(fact.row, error.problems) for fact, error in left]
    refused += work.make([pair for pair in kept if pair[0].action == NEW])
    # What completes a group or an item comes after what begins it.
    rest = [pair for pair in kept if pair[0].action != NEW]
    begun = {(*fact.record, target.top.key): fact.value for fact, target in rest if target.list and target.begins}
    for fact, target in sorted(rest, key=lambda pair: len(pair[1].way) > 1 and not pair[1].begins):
        try:
            item = begun.get((*fact.record, target.top.key))
            work.outcomes[work.apply(replace(fact, item=item or ""), target)] += 1
        except RowError as error:
            refused.append((fact.row, error.problems))
    sure(len(table.rows) == work.outcomes.total() + len(refused), "rows in are not rows out")
    changes = tuple(Patch(*each) for each in work.drafts.texts())
    return Facts(len(table.rows), work.outcomes, tuple(sorted(refused)), changes, tuple(work.replaced))


def _fit(table: Table) -> None:
    missing = [each for each in COLUMNS if each not in table.columns]
    known = ", ".join(COLUMNS)
    problems = [Problem("fact-column-missing", table.name, args={"column": each, "known": known}) for each in missing]
    problems += [
        Problem("fact-column-unknown", table.name, 1, at, args={"column": each, "known": known})
        for at, each in enumerate(table.columns, 1)
        if each not in COLUMNS
    ]
    if problems:
        raise TableError(problems)
