"""Two records of one thing made one: the names, facts, references and addresses of the second go to the first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.files.guard import given
from generator.files.patch import Patch
from generator.model import Record
from generator.model.directory import Directory
from generator.model.problem import KeyPath, spell
from generator.upkeep.plan import Note, Plan, Refused, known, open_right
from generator.upkeep.references import elsewhere, naming, rewritten, with_ids
from generator.upkeep.sheet import read_text, sheet_of
from generator.upkeep.union import Side, Union, folded, unite


class Conflicts(Refused):
    """The two records exclude each other; carries what to tell of each key."""

    def __init__(self, notes: Sequence[Note]) -> None:
        super().__init__("conflicts")
        self.notes = tuple(notes)


def merge(content: Path, folder: str, keep: str, drop: str, prefer: Side | None = None) -> Plan:
    """The changes that make the record ``keep`` hold what ``drop`` says, and the file of ``drop`` go.

    :raises Refused: there is no such record, a person has said that they are two things, or they exclude each other.
    """
    directory = open_right(content)
    table = getattr(directory, folder)
    for id_ in (keep, drop):
        known(directory, folder, id_)
    if keep == drop:
        raise Refused("merge-itself", id=keep)
    ours, theirs = table[keep], table[drop]
    if drop in ours.not_duplicate_of or keep in theirs.not_duplicate_of:
        raise Refused("not-duplicates", keep=keep, drop=drop)
    renamed = {record.id: with_ids(record, _ids(paths, keep)) for record, paths in _own(directory, ours, theirs)}
    union = unite(renamed.get(keep, ours), renamed.get(drop, theirs), prefer)
    _let_go(union, keep)
    notes = [_conflict(each.path, each.keep, each.drop, prefer) for each in union.conflicts]
    if notes and prefer is None:
        raise Conflicts(notes)
    merged = type(ours).model_validate(union.tree)
    text = given(read_text(content / folder / f"{drop}.yml"), drop)
    changes = [rewritten(content, ours, merged), Patch(f"{folder}/{drop}.yml", text, None)]
    for record, paths in naming(directory, folder, drop):
        if record not in (ours, theirs):
            changes.append(rewritten(content, record, _led_to(record, paths, keep)))
    changes += elsewhere(content, folder, drop, keep)
    notes += [Note("taken", {"field": spell(path), "value": value}) for path, value in union.taken]
    notes += [Note("left", {"field": spell(path), "value": value}) for path, value in union.left]
    notes += [Note("comment", {"comment": comment}) for comment in _comments(content, ours, text)]
    if merged.verified:
        notes.append(Note("verify-again", {"id": keep}))
    return Plan(tuple(sorted(changes, key=lambda change: change.path)), tuple(notes))


def _own(directory: Directory, ours: Record, theirs: Record) -> list[tuple[Record, tuple[KeyPath, ...]]]:
    """Where the two records name the one that goes."""
    return [pair for pair in naming(directory, theirs.folder, theirs.id) if pair[0] in (ours, theirs)]


def _ids(paths: Sequence[KeyPath], id_: str) -> dict[KeyPath, str]:
    return dict.fromkeys(paths, id_)


def _let_go(union: Union, keep: str) -> None:
    """Leaves out the links that would lead from the record to itself."""
    for name in ("parent", "successor", "part_of"):
        if union.tree.get(name) == keep:
            union.left.append(((name,), union.tree.pop(name)))
    for membership in list(union.tree.get("memberships", ())):
        if membership["network"] == keep:
            union.tree["memberships"].remove(membership)
            union.left.append((("memberships",), membership))


def _led_to(record: Record, paths: Sequence[KeyPath], keep: str) -> Record:
    """The record with the id in those places, and no list that says the same twice because of it."""
    tree = with_ids(record, _ids(paths, keep)).model_dump(mode="json", exclude_defaults=True)
    for name in dict.fromkeys(path[0] for path in paths if len(path) > 1):
        changed = [path[1] for path in paths if path[0] == name and isinstance(path[1], int)]
        tree[str(name)] = folded(tree[str(name)], changed)
    return type(record).model_validate(tree)


def _conflict(path: KeyPath, keep: Any, drop: Any, prefer: Side | None) -> Note:
    return Note(f"conflict-{prefer or 'open'}", {"field": spell(path), "keep": keep, "drop": drop})


def _comments(content: Path, ours: Record, theirs: str) -> list[str]:
    """Comments of the file that goes, but those that the other file bears too."""
    text = read_text(content / ours.folder / f"{ours.id}.yml")
    mine, others = (sheet_of(each) if each else None for each in (text, theirs))
    borne = {comment for _, comment in mine.comments()} if mine else set()
    return [comment for _, comment in others.comments() if comment not in borne] if others else []
