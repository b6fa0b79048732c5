"""A foreign table and its mapping → the files to write and the rows refused.

Law: each row becomes a record or an item, new, changed or unchanged, or it is refused with its reasons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.files.guard import sure
from generator.files.load import Scalar
from generator.files.patch import Patch
from generator.importer.columns import ColumnMapping, Target
from generator.importer.drafts import BrokenRecordError, Draft, Drafts
from generator.importer.row import Reading, RowError
from generator.importer.table import Table, TableError
from generator.importer.tidy import Note, tidied
from generator.importer.tree import Tree, from_plain, merge, same, without_gaps
from generator.model import Record
from generator.model.problem import Problem
from generator.model.values import ID_LENGTH, KEBAB

Outcome = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True)
class Plan:
    """What an import would do."""

    rows: int
    outcomes: Counter[Outcome]
    """How many rows are new, changed and unchanged records or items."""
    refused: tuple[tuple[int, tuple[Problem, ...]], ...]
    """Number of the row and why, in the order of the rows."""
    changes: tuple[Patch, ...]
    """The files to write, by path. A file can hold what several rows say."""
    notes: tuple[Note, ...] = ()
    """Texts that were tidied, in the order of the rows."""
    copied: int = 0
    """How many cells held what a copy had left there, which is gone."""


def plan(
    table: Table,
    mapping: ColumnMapping,
    content: Path,
    *,
    added: str,
    update: bool = False,
    seen: Callable[[], object] = lambda: None,
) -> Plan:
    """What importing the table would change in ``content``; writes nothing.

    New records get the date ``added``, unless the row says theirs. What a file holds already gives way only if
    ``update``. ``seen`` is called after each row.

    :raises TableError: the mapping names a column that the table lacks, or says nothing of one it has.
    """
    _fit(table, mapping)
    work = _Import(mapping, Drafts(content), added, update)
    outcomes: Counter[Outcome] = Counter()
    refused = []
    notes: list[Note] = []
    for row in table.rows:
        try:
            outcomes[work.take(Reading(table, row), notes)] += 1
        except RowError as error:
            refused.append((row.number, error.problems))
        seen()
    sure(len(table.rows) == outcomes.total() + len(refused), "rows in are not rows out")
    changes = tuple(Patch(*each) for each in work.drafts.texts())
    copied = sum(row.copied for row in table.rows)
    return Plan(len(table.rows), outcomes, tuple(refused), changes, tuple(notes), copied)


def _fit(table: Table, mapping: ColumnMapping) -> None:
    missing = sorted(mapping.columns - set(table.columns))
    known = ", ".join(table.columns)
    problems = [Problem("column-missing", table.name, args={"column": each, "known": known}) for each in missing]
    for at, name in enumerate(table.columns, 1):
        if any(name not in mapping.columns_of(target) for target in mapping.targets):
            problems.append(Problem("column-unmapped", table.name, 1, at, args={"column": name}))
    if problems:
        raise TableError(problems)


@dataclass(frozen=True, slots=True)
class _Proposal:
    """What a row makes of a record."""

    tree: dict[str, Tree]
    outcome: Outcome
    mark: str | None
    """What must not be given by two rows."""


@dataclass(frozen=True, slots=True)
class _Import:
    mapping: ColumnMapping
    drafts: Drafts
    added: str
    update: bool

    def take(self, reading: Reading, notes: list[Note]) -> Outcome:
        """What the row is to the record it names, which takes it in; what was tidied is added to the notes.

        :raises RowError: it cannot.
        """
        target = next((each for each in self.mapping.targets if reading.answers(each.when)), None)
        if target is None:
            raise reading.refuse(reading.row.fault or "row-without-target")
        reading.inspect([*target.columns, *target.id.columns], target.mailboxes, target.naming)
        draft = self._draft(reading, target)
        said, tidied_ = tidied(without_gaps(reading.tree(target)), target.known)
        assert isinstance(said, dict)
        proposal = (self._item if target.into else self._record)(reading, target, draft, said)
        names = {"folder": target.folder, "id": draft.id}
        if proposal.mark in draft.given:
            raise reading.refuse("row-twice", **names, item=proposal.mark or "")
        if proposal.outcome == "changed" and not self.update:
            raise reading.refuse("record-differs", **names)
        if proposal.outcome != "unchanged":
            if draft.verified:
                raise reading.refuse("record-verified", **names)
            if draft.commented:
                raise reading.refuse("record-commented", **names)
            draft.tree, draft.touched = proposal.tree, True
        if proposal.mark is not None:
            draft.given.add(proposal.mark)
        notes += tidied_
        return proposal.outcome

    def _draft(self, reading: Reading, target: Target) -> Draft:
        id_ = reading.id(target.id)
        if not KEBAB.fullmatch(id_) or len(id_) > ID_LENGTH:
            raise reading.refuse("bad-id", *target.id.columns[:1], value=id_)
        try:
            return self.drafts.open(target.folder, id_)
        except BrokenRecordError:
            raise reading.refuse("record-broken", folder=target.folder, id=id_) from None

    def _new(self, tree: dict[str, Tree], reading: Reading) -> dict[str, Tree]:
        return {"added": Scalar(self.added, reading.row.number, 1, False), **tree}

    def _record(self, reading: Reading, target: Target, draft: Draft, said: dict[str, Tree]) -> _Proposal:
        if not draft.tree:
            tree = self._new(said, reading)
            self._decode(reading, draft, tree)
            return _Proposal(tree, "new", "")
        tree = _joined(draft.tree, {**said, **_added(draft.tree, said, target.adds)})
        same = self._decode(reading, draft, tree) == self._decode(reading, draft, draft.tree)
        return _Proposal(tree, "unchanged" if same else "changed", "")

    def _item(self, reading: Reading, target: Target, draft: Draft, said: dict[str, Tree]) -> _Proposal:
        assert target.into
        base = draft.tree
        if not base:
            if draft.id not in target.create:
                raise reading.refuse("no-such-record", folder=draft.folder, id=draft.id)
            base = self._new(_joined({}, from_plain(target.create[draft.id])), reading)
        items = base.get(target.into, [])
        assert isinstance(items, list)
        name = _name(said)
        # Only the row's own item is decoded with the rest of the record: the other items have been.
        alone = self._decode(reading, draft, {**base, target.into: [said]})
        mark = f"{target.into}/{name}" if name else None
        for at, item in enumerate(items):
            if name and name == _name(item):
                joined = merge(item, said)
                before = self._decode(reading, draft, {**base, target.into: [item]})
                same = before == self._decode(reading, draft, {**base, target.into: [joined]})
                tree = {**base, target.into: [*items[:at], joined, *items[at + 1 :]]}
                return _Proposal(tree, "unchanged" if same else "changed", mark)
            if not name and alone == self._decode(reading, draft, {**base, target.into: [item]}):
                return _Proposal(base, "unchanged", mark)
        return _Proposal({**base, target.into: [*items, said]}, "new", mark)

    def _decode(self, reading: Reading, draft: Draft, tree: dict[str, Tree]) -> Record:
        line = reading.row.number
        record, problems = draft.decode(tree, line, reading.table.name)
        if record is None:
            # What stands in the record's own file has its place there, not in the table.
            raise RowError(
                *(
                    replace(each, line=line, column=each.column if each.line == line else 1, folder=draft.folder)
                    for each in problems
                )
            )
        return record


def _joined(old: dict[str, Tree], new: Tree) -> dict[str, Tree]:
    joined = merge(old, new)
    assert isinstance(joined, dict)
    return joined


def _added(old: dict[str, Tree], new: dict[str, Tree], keys: Iterable[str]) -> dict[str, Tree]:
    """Those lists of both, what the record has first; an item that it has is not repeated."""
    found: dict[str, Tree] = {}
    for key in keys:
        before, more = old.get(key, []), new.get(key, [])
        if isinstance(before, list) and isinstance(more, list):
            found[key] = [*before, *(item for item in more if not any(same(item, each) for each in before))]
    return found


def _name(item: Tree) -> str:
    found = item.get("id") if isinstance(item, dict) else None
    return found.text if isinstance(found, Scalar) else ""
