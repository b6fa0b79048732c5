"""Keys put in the order of the model, each with its comments."""

from __future__ import annotations

from dataclasses import dataclass

from generator.files.guard import given
from generator.files.kinds import groups
from generator.files.load import Mapping
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.upkeep.sheet import Sheet, sheet_of, splice


def in_order(sheet: Sheet, type_: str) -> str:
    """The text with the keys of every group in the order of the model; keys it does not know stay where they stand."""
    while True:
        found = ((group, _wanted(known, group)) for known, group in groups(fields(type_), sheet.root))
        wrong = next(((group, wanted) for group, wanted in found if wanted is not None), None)
        if wrong is None:
            return sheet.text
        text = arranged(sheet, *wrong)
        again = given(sheet_of(text), text)
        sheet = Sheet(again.text, again.root, sheet.mark)


def _wanted(known: tuple[Field, ...], group: Mapping) -> list[int] | None:
    """Positions of the entries in the right order; None if they stand so, or not each on lines of its own."""
    lines = [key.line for key, _ in group.entries]
    if group.flow or len(set(lines)) < len(lines):
        return None
    order = {name: at for at, name in enumerate(field.key for field in known)}
    rank, ranks = -1, []
    for key, _ in group.entries:
        rank = order.get(key.text, rank)
        ranks.append(rank)
    wanted = sorted(range(len(ranks)), key=lambda at: (ranks[at], at))
    return wanted if wanted != sorted(wanted) else None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key with its value and comments, line by line without their ends; ``body[0]`` begins with the key."""

    lead: tuple[str, ...]
    body: tuple[str, ...]
    tail: tuple[str, ...]
    apart: bool
    """Whether an empty line stood above it."""


def arranged(sheet: Sheet, group: Mapping, wanted: list[int]) -> str:
    """The text with the entries of the group in that order, each with its comments; each is on lines of its own."""
    entries = [_entry(sheet, group, at) for at in range(len(group.entries))]
    root = group is sheet.root
    indent = " " * (group.column - 1)
    airy = root and any(entry.apart for entry in entries)
    lines: list[str] = []
    previous: _Entry | None = None
    for entry in (entries[at] for at in wanted):
        if previous is not None and airy and _apart(previous, entry):
            lines.append("")
        first = previous is None and not root
        if not first:
            lines += entry.lead
        lines.append((indent if lines else "") + entry.body[0])
        lines += (*entry.body[1:], *(entry.lead if first else ()), *entry.tail)
        previous = entry
    first_key, last = group.entries[0][0], sheet.last_line(group.entries[-1][1])
    start, end = sheet.offset((first_key.line, first_key.column)), sheet.offset((last, 1)) + len(sheet.line(last))
    return splice(sheet.text, [(start, end, sheet.newline.join(lines))])


def _apart(above: _Entry, below: _Entry) -> bool:
    """Whether an empty line goes between them: around blocks, and above comments that had one."""
    return len(above.body) > 1 or len(below.body) > 1 or (below.apart and bool(below.lead))


def _entry(sheet: Sheet, group: Mapping, at: int) -> _Entry:
    key, value = group.entries[at]
    last = sheet.last_line(value)
    body = (sheet.line(key.line)[key.column - 1 :], *(sheet.line(each) for each in range(key.line + 1, last + 1)))
    above = _lead(sheet, group, at)
    below = _lead(sheet, group, at + 1) if at + 1 < len(group.entries) else last + 1
    tail = tuple(line for each in range(last + 1, below) if (line := sheet.line(each)).strip())
    lead = tuple(sheet.line(each) for each in range(above, key.line))
    return _Entry(lead, body, tail, above > 1 and at > 0 and not sheet.line(above - 1).strip())


def _lead(sheet: Sheet, group: Mapping, at: int) -> int:
    """The first line of the comments right above the entry; its own line if there are none.

    What stands above the first entry belongs to the file or to the list.
    """
    line = group.entries[at][0].line
    while at > 0 and sheet.line(line - 1).lstrip().startswith("#"):
        line -= 1
    return line
