"""Records as an import leaves them, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.files.decode import decode
from generator.files.guard import NotAsMeantError, given, sure
from generator.files.load import Mapping, parse, read
from generator.files.save import MODELINE, write
from generator.files.settings import site_of
from generator.importer.tree import Tree, freeze, thaw
from generator.model import BY_FOLDER, Record
from generator.model.problem import Problem


class BrokenRecordError(Exception):
    """The record's file is there but holds no valid record."""


@dataclass
class Draft:
    """A record as it stands after the rows seen so far; without a tree it does not exist yet."""

    folder: str
    id: str
    tree: dict[str, Tree] = field(default_factory=dict)
    text: str | None = None
    """What its file holds, None if there is none."""
    verified: bool = False
    """Whether a person has verified what the file holds."""
    commented: bool = False
    """Whether the file holds comments, which writing it anew would lose."""
    touched: bool = False
    given: set[str] = field(default_factory=set)
    """What rows of this table have given: ids of items, or nothing but "" for the record itself."""

    def decode(self, tree: dict[str, Tree], line: int, file: str) -> tuple[Record | None, list[Problem]]:
        """The record that the tree makes; or None and what is wrong. Missing keys are told on that line."""
        node = freeze(tree, line)
        assert isinstance(node, Mapping)
        return decode(BY_FOLDER[self.folder], self.id, node, file)


class Drafts:
    """Every record an import has looked at."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._site = site_of(content)
        self._drafts: dict[tuple[str, str], Draft] = {}

    def open(self, folder: str, id_: str) -> Draft:
        """The record as the rows before left it, else as its file holds it, else nothing yet.

        :raises BrokenRecordError: there is a file, without a valid record.
        """
        if (folder, id_) not in self._drafts:
            self._drafts[folder, id_] = self._read(folder, id_)
        return self._drafts[folder, id_]

    def _read(self, folder: str, id_: str) -> Draft:
        path = self._content / folder / f"{id_}.yml"
        if not path.exists():
            return Draft(folder, id_)
        root, _ = read(path, path.name)
        record = decode(BY_FOLDER[folder], id_, root, path.name)[0] if root is not None else None
        if root is None or record is None:
            raise BrokenRecordError
        text, tree = path.read_text(encoding="utf-8-sig"), thaw(root)
        assert isinstance(tree, dict)
        # A # is either in a text, which is written again, or begins a comment; the first line is ours, not a person's.
        commented = MODELINE.sub("", text).count("#") > write(record).count("#")
        return Draft(folder, id_, tree, text, record.verified is not None, commented)

    def texts(self) -> Iterator[tuple[str, str | None, str]]:
        """Path, old text and new text of each record that changed, by path."""
        for _, draft in sorted(self._drafts.items()):
            if draft.touched:
                record, problems = draft.decode(draft.tree, 1, draft.id)
                record = given(record, str(problems))
                text = write(record, self._site)
                _promise(record, text)
                yield f"{draft.folder}/{draft.id}.yml", draft.text, text


def _promise(record: Record, text: str) -> None:
    """What is written is what will be read."""
    root, problems = parse(text.encode(), record.id)
    if root is None:
        raise NotAsMeantError(str(problems))
    again, problems = decode(type(record), record.id, root, record.id)
    sure(again == record, f"{record.folder}/{record.id} would be read otherwise than written: {problems}")
