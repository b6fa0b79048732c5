"""Facts taken into the records that they are about, one after the other; nothing is written here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from generator.check.mailboxes import is_personal
from generator.check.people import EMAIL, PHONE, names_of
from generator.check.targets import Targets
from generator.files.characters import FORBIDDEN, spelled
from generator.files.guard import given
from generator.files.load import plain
from generator.importer.drafts import BrokenRecordError, Draft, Drafts
from generator.importer.facts.act import Tree, act
from generator.importer.facts.choice import Aimed
from generator.importer.facts.fact import Fact
from generator.importer.facts.items import said
from generator.importer.facts.source import cited, later
from generator.importer.facts.target import Target
from generator.importer.row import RowError
from generator.importer.tree import freeze, from_plain
from generator.model import Actor, Record, Ref, references
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.sheets.facts import COLUMNS, REMOVE, ROLE, SET

Outcome = Literal["applied", "already"]
_TAKES = (SET, ROLE, REMOVE)
"""Actions after which something may be gone."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a row put in the place of something, or took away."""

    row: int
    record: str
    """Folder and id."""
    field: str
    old: str
    new: str
    """Empty if nothing came in its place."""


class Work:
    """Applies facts to records, one after the other."""

    def __init__(self, directory: Directory, drafts: Drafts, added: str) -> None:
        self.directory, self.drafts, self.added = directory, drafts, added
        self.targets = Targets(directory)
        self.outcomes: Counter[Outcome] = Counter()
        self.replaced: list[Replaced] = []
        self.made: set[tuple[str, str]] = set()
        """Records that this table makes."""

    # New records

    def make(self, aimed: list[Aimed]) -> list[tuple[int, tuple[Problem, ...]]]:
        """Makes each new record from all its rows, or none of it; the rows refused."""
        groups: dict[tuple[str, str], list[Aimed]] = defaultdict(list)
        for pair in aimed:
            groups[pair[0].record].append(pair)
        # Records of one table may name each other: those that only wait for another are tried again.
        self.made = set(groups)
        waiting = dict(groups)
        refused: dict[tuple[str, str], list[tuple[int, tuple[Problem, ...]]]] = {}
        while True:
            before = len(self.made)
            for record, rows in list(waiting.items()):
                if wrong := self._wrong(rows):
                    refused[record] = wrong
                    self.made.discard(record)
                    del waiting[record]
            if len(self.made) == before:
                break
        for rows in waiting.values():
            self._keep(rows)
        return [each for rows in refused.values() for each in rows]

    def _wrong(self, rows: list[Aimed]) -> list[tuple[int, tuple[Problem, ...]]]:
        """Every row of the record, if one of them cannot be applied; that one with its reasons."""
        problems: dict[int, tuple[Problem, ...]] = {}
        draft, tree = self._opened(rows[0][0], {}), Tree()
        there = bool(draft.tree)
        for fact, target in rows:
            try:
                self._inspect(fact, target)
                tree = act(fact, target, tree).tree
                if there and act(fact, target, _plain(draft)).tree != _plain(draft):
                    raise fact.refuse("fact-record-there", "record")
            except RowError as error:
                problems[fact.row] = error.problems
        first = rows[0][0]
        if not problems and not there:
            try:
                self._decoded(first, draft, self._whole(rows, tree))
            except RowError as error:
                problems[first.row] = error.problems
        if not problems:
            return []
        rest = [(fact.row, fact.refuse("fact-with-others", "record").problems) for fact, _ in rows]
        return [(row, problems.get(row, why)) for row, why in rest]

    def _whole(self, rows: list[Aimed], tree: Tree) -> Tree:
        for fact, target in rows:
            tree = cited(fact, target.top.key, tree)
        # Every fact of the record is of these sources: they support it as a whole where there is only one.
        sources = tree.get("sources", [])
        if len(sources) == 1:
            sources = [{key: value for key, value in sources[0].items() if key != "about"}]
        return {"added": self.added, **tree, **({"sources": sources} if sources else {})}

    def _keep(self, rows: list[Aimed]) -> None:
        draft = self._opened(rows[0][0], {})
        if draft.tree:
            self.outcomes["already"] += len(rows)
            return
        tree: Tree = {}
        for fact, target in rows:
            tree = act(fact, target, tree).tree
        self._write(rows[0][0], draft, self._whole(rows, tree))
        self.outcomes["applied"] += len(rows)

    # Facts about records that are there

    def apply(self, fact: Fact, target: Target) -> Outcome:
        """What the fact is to its record, which takes it in.

        :raises RowError: it cannot.
        """
        self._inspect(fact, target)
        draft = self._opened(fact, None)
        tree = _plain(draft)
        done = act(fact, target, tree)
        if done.tree == tree:
            return "already"
        key = target.top.key
        if draft.verified and fact.action in _TAKES:
            raise fact.refuse("record-verified", "record")
        if draft.commented:
            raise fact.refuse("record-commented", "record")
        if fact.action == SET and done.old is not None and later(fact, key, tree):
            raise fact.refuse("fact-later")
        after = done.tree if fact.action == ROLE else cited(fact, key, done.tree)
        self._decoded(fact, draft, after)
        self._write(fact, draft, after)
        if done.old is not None:
            new = "" if done.new is None else said(done.new)
            self.replaced.append(Replaced(fact.row, f"{fact.folder}/{fact.id}", target.path, said(done.old), new))
        return "applied"

    # Pieces

    def _opened(self, fact: Fact, absent: Tree | None) -> Draft:
        """The record's draft; one that is not there is refused unless ``absent`` stands for it."""
        try:
            draft = self.drafts.open(fact.folder, fact.id)
        except BrokenRecordError:
            raise fact.refuse("record-broken", "record") from None
        if not draft.tree and absent is None:
            raise fact.refuse("fact-no-record", "record")
        return draft

    def _write(self, fact: Fact, draft: Draft, tree: Tree) -> None:
        made = from_plain(tree, fact.row)
        assert isinstance(made, dict)
        draft.tree, draft.touched = made, True

    def _decoded(self, fact: Fact, draft: Draft, tree: Tree) -> Record:
        """The record that the tree makes, all that it newly names being there."""
        made = from_plain(tree, fact.row, COLUMNS.index("value") + 1)
        assert isinstance(made, dict)
        record, problems = draft.decode(made, fact.row, fact.table)
        if record is None:
            raise RowError(*(replace(each, folder=fact.folder) for each in problems))
        before = self._before(draft)
        for path, link, id_ in references(record):
            if isinstance(link, Ref) and (link.type, id_) in self.made:
                continue
            if id_ not in before and (wrong := self.targets.missing(link, id_)):
                code, args = wrong
                raise fact.refuse(code, path=path, **args)
        for code in _countries(record):
            if wrong := self.targets.no_country(code):
                code_, args = wrong
                raise fact.refuse(code_, path=(fact.field,), **args)
        return record

    def _before(self, draft: Draft) -> set[str]:
        if not draft.tree:
            return set()
        record, problems = draft.decode(draft.tree, 1, draft.id)
        return {id_ for _, _, id_ in references(given(record, str(problems)))}

    def _inspect(self, fact: Fact, target: Target) -> None:
        """Passes if the row holds nothing personal and nothing hidden.

        :raises RowError: it does.
        """
        for column, text in (("value", fact.value), ("note", " ; ".join(fact.deductions))):
            if found := FORBIDDEN.search(text):
                raise fact.refuse("forbidden-character", column, character=spelled(found.group()))
            if column == "value" and target.field.kind == "email":
                actor = self.directory.actors.get(fact.id)
                if is_personal(text, names_of(actor, self.directory) if isinstance(actor, Actor) else ()):
                    raise fact.refuse("cell-email", column)
            elif EMAIL.search(text):
                raise fact.refuse("cell-email", column)
            if target.field.kind != "url" and PHONE.search(text):
                raise fact.refuse("cell-phone", column)


def _plain(draft: Draft) -> Tree:
    found = plain(freeze(draft.tree))
    assert isinstance(found, dict)
    return found


def _countries(record: Record) -> Iterable[str]:
    held = getattr(record, "countries", ()), (getattr(record, "country", None),)
    return [code for codes in held for code in codes if code]
