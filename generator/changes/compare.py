"""Two directories → what changes from one to the other. Nothing is read or written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.changes.saying import Path, sayings
from generator.model import BY_FOLDER, Record, Vocabulary
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.text.fold import fold

Fate = Literal["added", "changed", "renamed", "merged", "removed"]
Size = Literal["none", "small", "large", "new", "removal"]
Key = tuple[str, str]
"""Type and id."""

FEW = 5
"""Records that a small update changes at most."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content at one moment."""

    directory: Directory
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """Files of the content that hold no record, by their path inside → a digest of what they hold."""

    @property
    def sound(self) -> bool:
        """Whether the site can be built from it."""
        return not any(problem.severity == "error" for problem in self.problems)

    def record(self, key: Key) -> Record | None:
        found: Record | None = getattr(self.directory, key[0]).get(key[1]) if key[0] in BY_FOLDER else None
        return found


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else. A list says only what it gains and loses: nothing if its order changed."""

    path: Path
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What becomes of a record."""

    fate: Fate
    folder: str
    id: str
    """As it is afterwards, or was if it is no more."""
    label: str
    file: str
    fields: tuple[FieldChange, ...] = ()
    other: str | None = None
    """Of a renamed record, its former id; of a merged one, the id of the record that answers for it now; of one
    removed, the id of a new record of the same name, which may be the same renamed."""
    readable: bool = True
    """False while mistakes keep the file from being read as a record: what it changes cannot be told."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changes in the content, and what is newly wrong with it."""

    records: tuple[RecordChange, ...]
    texts: tuple[str, ...]
    """Files that are no records: pages written by hand, mappings."""
    problems: tuple[Problem, ...]
    """Mistakes and remarks that were not there before."""

    def of(self, fate: Fate) -> tuple[RecordChange, ...]:
        return tuple(each for each in self.records if each.fate == fate)

    @property
    def size(self) -> Size:
        """What kind of work it is to review."""
        if self.of("removed"):
            return "removal"
        if self.of("added"):
            return "new"
        touched = len(self.records) + len(self.texts)
        if not touched:
            return "none"
        quiet = len(self.of("changed")) == touched and not any(
            each.folder == Vocabulary.folder for each in self.records
        )
        return "small" if quiet and touched <= FEW else "large"


def compare(before: Snapshot, after: Snapshot) -> Changes:
    """What changes from one moment to the next, in the order of types and ids."""
    texts = sorted(name for name in {*before.texts, *after.texts} if before.texts.get(name) != after.texts.get(name))
    known = {_identity(problem) for problem in before.problems}
    order = {folder: at for at, folder in enumerate(BY_FOLDER)}
    found = sorted(_records(before, after), key=lambda each: (order[each.folder], each.id))
    return Changes(
        tuple(found),
        tuple(texts),
        tuple(problem for problem in after.problems if _identity(problem) not in known),
    )


def _broken_now(before: Snapshot, after: Snapshot, file: str) -> bool:
    """Whether the file, broken now, was sound before or broken otherwise."""
    was, now = (
        {_identity(problem) for problem in moment.problems if _inside(problem.file) == _inside(file)}
        for moment in (before, after)
    )
    return was != now


def _identity(problem: Problem) -> tuple[object, ...]:
    """What makes two mistakes the same, whatever their line."""
    return problem.code, _inside(problem.file), problem.path, tuple(sorted(problem.args.items()))


def _inside(file: str) -> str:
    """The file's path in the content folder, whatever that folder is called."""
    return file.partition("/")[2]


def _records(before: Snapshot, after: Snapshot) -> Iterator[RecordChange]:
    old, new = before.directory.files, after.directory.files
    heirs = {(each.folder, id_): each for each in after.directory.records() for id_ in each.formerly}
    moved: set[Key] = set()
    namesakes: dict[tuple[str, str], str] = {}
    for key, file in new.items():
        record = after.record(key)
        if record is None:
            if key not in old or _broken_now(before, after, file):
                fate: Fate = "changed" if key in old else "added"
                yield RecordChange(fate, *key, key[1], file, readable=False)
            continue
        label, former = str(record.label), key[1]
        if key not in old:
            former = next((each for each in record.formerly if (key[0], each) in old and (key[0], each) not in new), "")
        if not former:
            namesakes[key[0], fold(label)] = key[1]
            yield RecordChange("added", *key, label, file)
            continue
        previous = before.record((key[0], former))
        fields = changed(before.directory, previous, after.directory, record) if previous else ()
        if former != key[1]:
            moved.add((key[0], former))
            rest = tuple(each for each in fields if each.path != ("formerly",))
            yield RecordChange("renamed", *key, label, file, rest, former)
        elif fields or previous is None:
            yield RecordChange("changed", *key, label, file, fields)
    for key, file in old.items():
        if key not in new and key not in moved:
            previous = before.record(key)
            label = str(previous.label) if previous else key[1]
            if heir := heirs.get(key):
                yield RecordChange("merged", *key, label, file, other=heir.id)
            else:
                yield RecordChange("removed", *key, label, file, other=namesakes.get((key[0], fold(label))))


def changed(before: Directory, old: Record, after: Directory, new: Record) -> tuple[FieldChange, ...]:
    """The fields that say something else; an id is told by the name it has afterwards, if it still has one."""
    if old == new:
        return ()
    was, says = sayings(old, after, before), sayings(new, after)
    return tuple(
        FieldChange(path, *_apart(was.get(path, ()), says.get(path, ())))
        for path in dict.fromkeys((*says, *was))
        if was.get(path) != says.get(path)
    )


def _apart(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What each list has that the other has not, repetitions counted."""
    return tuple((Counter(before) - Counter(after)).elements()), tuple((Counter(after) - Counter(before)).elements())
