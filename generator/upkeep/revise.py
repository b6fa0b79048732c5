"""A record's file made to say what the record has become, changed only where it differs.

New values are copied from the text that ``save`` writes for the record. Comments stay: those beside a value that goes
are kept under what takes its place.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.files.decode import decode
from generator.files.guard import given, sure
from generator.files.load import Mapping, Node, Scalar, Sequence, plain
from generator.files.save import write
from generator.model import Record
from generator.upkeep.sheet import Sheet, sheet_of, splice

Edit = tuple[int, int, str]
"""From an offset to another, and what stands there instead."""


class _Awkward(Exception):
    """The value cannot be changed in part: what holds it is written anew."""


def revise(text: str, old: Record, new: Record) -> str:
    """The text of ``old``'s file changed to hold ``new``; keys whose value stays are not touched."""
    sheet, target = given(sheet_of(text), text), given(sheet_of(write(new)), new.id)
    names = type(old).model_fields
    changed = {name for name in names if name != "id" and getattr(old, name) != getattr(new, name)}
    if not changed:
        return text
    try:
        revised = splice(sheet.text, list(_Revision(sheet, target).root(changed)))
    except _Awkward:
        # All of it between braces: written anew, under its comments.
        revised = "".join(f"{comment}{sheet.newline}" for _, comment in sheet.comments()) + target.text
    _promise(revised, new, sheet)
    return sheet.mark + revised


def _promise(text: str, new: Record, before: Sheet) -> None:
    """The file will be read as the record, and no comment is lost."""
    sheet = given(sheet_of(text), text)
    again, problems = decode(type(new), new.id, sheet.root, new.id)
    sure(again == new, f"{new.folder}/{new.id} would be read otherwise than meant: {problems}")
    lost = Counter(comment for _, comment in before.comments()) - Counter(comment for _, comment in sheet.comments())
    sure(not lost, f"{new.folder}/{new.id}: {lost}")


class _Revision:
    """The edits that lead from one sheet to the other."""

    def __init__(self, old: Sheet, new: Sheet) -> None:
        self.old, self.new = old, new
        self.airy = any(not line.strip() for line in old.lines)

    def root(self, changed: set[str]) -> Iterator[Edit]:
        """For the keys that changed, at the file's root."""
        yield from self._mapping(self.old.root, self.new.root, changed)

    def _mapping(self, old: Mapping, new: Mapping, changed: set[str] | None = None) -> Iterator[Edit]:
        if old.flow:
            raise _Awkward
        had = {key.text: (key, value) for key, value in old.entries}
        has = {key.text: (key, value) for key, value in new.entries}
        if not has.keys() & had.keys():
            raise _Awkward
        previous: Scalar | None = None
        for name, (key, value) in has.items():
            if name not in had:
                yield from self._insert(old, previous, key, value)
                continue
            previous = had[name][0]
            if changed is None or name in changed:
                yield from self._entry(*had[name], key, value)
        for name, (key, value) in had.items():
            if name not in has and (changed is None or name in changed):
                yield self._remove(key, value)

    def _entry(self, key: Scalar, value: Node, new_key: Scalar, new_value: Node) -> Iterator[Edit]:
        try:
            yield from list(self._value(value, new_value))
        except _Awkward:
            last = self._last(value, key.column)
            copied = self._copy(new_key, new_value, key.column) + self._kept(key.line, last, key.column)
            yield self.old.offset((key.line, key.column)), self.old.below(last), copied

    def _value(self, old: Node, new: Node) -> Iterator[Edit]:
        match old, new:
            case Scalar(), Scalar():
                if old.text != new.text:
                    yield self._scalar(old, new)
            case Mapping(), Mapping():
                yield from self._mapping(old, new)
            case Sequence(), Sequence() if old.flow:
                yield self._flow(old, new)
            case Sequence(), Sequence():
                yield from self._sequence(old, new)
            case _:
                raise _Awkward

    def _scalar(self, old: Scalar, new: Scalar) -> Edit:
        source = self.new.source(new)
        if "\n" in source or self.old.comments(old.line, self.old.last_line(old) - 1):
            raise _Awkward
        return *self.old.span(old), source

    def _flow(self, old: Sequence, new: Sequence) -> Edit:
        """A list between brackets, if it holds but plain words: ``formerly: [one, other]``."""
        if not all(isinstance(item, Scalar) for item in (*old.items, *new.items)) or old.end[0] != old.line:
            raise _Awkward
        written = {item.text: self.old.source(item) for item in old.items if isinstance(item, Scalar)}
        words = [
            written.get(item.text) or self.new.source(item) if isinstance(item, Scalar) else "" for item in new.items
        ]
        if any(set(word) & set("\n,[]{}") for word in words):
            raise _Awkward
        return *self.old.span(old), f"[{', '.join(words)}]"

    def _sequence(self, old: Sequence, new: Sequence) -> Iterator[Edit]:
        before, after = ([json.dumps(plain(item)) for item in each.items] for each in (old, new))
        for kind, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            if kind == "replace" and i_end - i == j_end - j:
                for ours, theirs in zip(old.items[i:i_end], new.items[j:j_end], strict=True):
                    yield from self._item(old, ours, new, theirs)
                continue
            if i == 0 and self._glued(old):
                raise _Awkward
            line = self._last(old.items[i - 1], old.column) + 1 if i else self._dash(self.old, old, old.items[0])
            for item in new.items[j:j_end]:
                yield self._under(line, old.column, self._copied(old, new, item))
            for item in old.items[i:i_end]:
                dash, last = self._dash(self.old, old, item), self._last(item, old.column)
                yield self.old.offset((dash, 1)), self.old.below(last), self._kept(dash, last, old.column)

    def _item(self, old: Sequence, item: Node, new: Sequence, theirs: Node) -> Iterator[Edit]:
        try:
            yield from list(self._value(item, theirs))
        except _Awkward:
            dash, last = self._dash(self.old, old, item), self._last(item, old.column)
            copied = self._copied(old, new, theirs) + self._kept(dash, last, old.column)
            yield self.old.offset((dash, old.column)), self.old.below(last), copied

    def _copied(self, old: Sequence, new: Sequence, item: Node) -> str:
        dash = Scalar("-", self._dash(self.new, new, item), new.column, True)
        return self._copy(dash, item, old.column)

    @staticmethod
    def _dash(sheet: Sheet, sequence: Sequence, item: Node) -> int:
        """The line of the item's dash, which may stand alone above it."""
        line = item.line
        while sheet.line(line)[sequence.column - 1 : sequence.column] != "-":
            line -= 1
        return line

    def _glued(self, node: Sequence | Mapping) -> bool:
        """Whether its first line begins with something else: the dash of an outer list."""
        return bool(self.old.line(node.line)[: node.column - 1].strip())

    def _remove(self, key: Scalar, value: Node) -> Edit:
        if self.old.line(key.line)[: key.column - 1].strip():
            raise _Awkward
        last = self._last(value, key.column)
        kept = self._kept(key.line, last, key.column)
        blank_around = key.line > 1 and not self.old.line(key.line - 1).strip()
        if not kept and blank_around and last < len(self.old.lines) and not self.old.line(last + 1).strip():
            last += 1
        return self.old.offset((key.line, 1)), self.old.below(last), kept

    def _insert(self, old: Mapping, previous: Scalar | None, key: Scalar, value: Node) -> Iterator[Edit]:
        """The entry under the one that comes before it; at the root, a block has a blank line on either side."""
        first = old.entries[0][0]
        if previous is None and self._glued(old):
            raise _Awkward
        at = next((at for at, (each, _) in enumerate(old.entries) if each is previous), -1)
        line = self._last(old.entries[at][1], first.column) + 1 if previous else first.line
        after = old.entries[at + 1][0].line if at + 1 < len(old.entries) else None
        copied = self._copy(key, value, first.column)
        blank_before = False
        if old is self.old.root and self.airy:
            block = copied.count("\n") > 1
            alone = previous is not None and (block or self.old.last_line(old.entries[at][1]) > previous.line)
            blank = after is not None and not any(self.old.line(each).strip() for each in range(line, after))
            next_single = at + 1 < len(old.entries) and self._is_single(old, at + 1)
            if alone and blank and not block and next_single and after is not None:
                line = after
            elif alone and line > 1 and self.old.line(line - 1).strip():
                blank_before = True
            if block and after is not None and self.old.line(line).strip():
                copied += self.old.newline
        yield self._under(line, first.column, copied, blank_before)

    def _is_single(self, old: Mapping, at: int) -> bool:
        key, value = old.entries[at]
        return self.old.last_line(value) == key.line

    def _under(self, line: int, column: int, copied: str, blank_before: bool = False) -> Edit:
        """What is copied, put at that column where that line begins."""
        at = self.old.offset((line, 1))
        copied = " " * (column - 1) + copied
        if blank_before:
            copied = self.old.newline + copied
        if at == len(self.old.text) and at and not self.old.text.endswith("\n"):
            copied = self.old.newline + copied
        return at, at, copied

    def _copy(self, first: Scalar, last: Node, column: int) -> str:
        """The new sheet's text from one place to the end of a value, to stand at that column."""
        head = self.new.line(first.line)[first.column - 1 :]
        rest = [self.new.line(number) for number in range(first.line + 1, self.new.last_line(last) + 1)]
        shift = column - first.column
        moved = (" " * shift + line if shift > 0 else line[-shift:] for line in rest)
        return "".join(line.rstrip() + self.old.newline for line in (head, *moved))

    def _last(self, value: Node, column: int) -> int:
        """The last line of the value, or of the comments below it that stand further to the right than that column:
        a block text put before them would take them for its own."""
        last = self.old.last_line(value)
        for number in range(last + 1, len(self.old.lines) + 1):
            bare = self.old.line(number).lstrip(" ")
            if bare and not (bare.startswith("#") and len(self.old.line(number)) - len(bare) >= column):
                break
            last = number if bare else last
        return last

    def _kept(self, first: int, last: int, column: int) -> str:
        """Comments of the lines that go, each on a line of its own."""
        return "".join(f"{' ' * (column - 1)}{each}{self.old.newline}" for _, each in self.old.comments(first, last))
