"""Files of yesterday written as the model takes them today (``model.was``)."""

from __future__ import annotations

from collections import Counter

from generator.files.former import Bare, Renamed, former
from generator.files.guard import given, sure
from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.files.save import inline
from generator.model.schema.field import Field
from generator.upkeep.repair.order import arranged
from generator.upkeep.sheet import Sheet, sheet_of, splice

_DEEPER = "  "


def up_to_date(sheet: Sheet, known: tuple[Field, ...]) -> Sheet:
    """The sheet with today's keys and groups, its comments and layout kept; ``known`` are the keys of its type.

    A key whose name of today stands beside it stays, for a person to choose; unless both are lists of groups, which
    become one.
    """
    while found := _next(sheet, known):
        more: list[str] = []
        if isinstance(found, Renamed):
            text = _joined(sheet, found) if found.joins else splice(sheet.text, _renamed(sheet, found))
        elif found.brackets:
            text = _unfolded(sheet, *found.brackets)
        else:
            text, more = splice(sheet.text, _grouped(sheet, found)), [value for _, value in found.was.beside]
        after = given(sheet_of(text), sheet.text)
        sure(Counter(_texts(after.root)) == Counter([*_texts(sheet.root), *more]), after.text)
        sure(Counter(c for _, c in sheet.comments()) == Counter(c for _, c in after.comments()), after.text)
        sheet = Sheet(after.text, after.root, sheet.mark)
    return sheet


def _next(sheet: Sheet, known: tuple[Field, ...]) -> Bare | Renamed | None:
    """What is to be done first: what a value is may hang on the key of yesterday above it."""
    found = list(former(known, sheet.root))
    bare = next((each for each in found if isinstance(each, Bare)), None)
    return bare or next((each for each in found if isinstance(each, Renamed) and (not each.other or each.joins)), None)


Edits = list[tuple[int, int, str]]


def _renamed(sheet: Sheet, found: Renamed) -> Edits:
    return [(*sheet.span(found.key), found.field.key)]


def _grouped(sheet: Sheet, found: Bare) -> Edits:
    """The value under the key of the group that takes it, with what the group says besides."""
    under, value, key = found.taker.key, found.value, found.key
    beside = [f"{each}: {inline(text)}" for each, text in found.was.beside]
    start, end = sheet.span(value)
    if found.flow:
        opening, closing = ("[{", "}]") if found.alone else ("{", "}")
        more = "".join(f", {each}" for each in beside)
        return [(start, start, f"{opening}{under}: "), (end, end, f"{more}{closing}")]
    dash = "- " if found.alone else ""
    column, first = value.column, f"{dash}{under}: "
    if not isinstance(value, Scalar) and not value.flow:
        # A list may stand as far left as the key it belongs to.
        glued = _DEEPER if key is not None and value.column <= key.column else ""
        column, first = column + len(glued), f"{glued}{under}:{sheet.newline}{' ' * (column - 1)}{_DEEPER}"
    elif key and key.line == value.line:
        start, column = sheet.text.index(":", sheet.span(key)[1]) + 1, key.column + len(_DEEPER)
        first = f"{sheet.newline}{' ' * (column - 1)}{first}"
    last, inside = sheet.last_line(value), " " * (column - 1 + len(dash))
    rest = [sheet.offset((line, 1)) for line in range(value.line + 1, last + 1) if sheet.line(line).strip()]
    end = _end(sheet, last)
    return [
        (start, sheet.span(value)[0], first),
        *((at, at, _DEEPER + " " * len(dash)) for at in rest),
        (end, end, _below(sheet, [inside + each for each in beside])),
    ]


def _end(sheet: Sheet, line: int) -> int:
    """Offset of the end of that line."""
    return sheet.offset((line, 1)) + len(sheet.line(line))


def _joined(sheet: Sheet, found: Renamed) -> str:
    """One step to one list, the items behind those of today's key: both on lines of their own, then one right below
    the other, then together."""
    entries = found.holder.entries
    names = [key.text for key, _ in entries]
    ours, theirs = names.index(found.field.key), names.index(found.key.text)
    for at in (ours, theirs):
        key, value = entries[at]
        assert isinstance(value, Sequence)
        if value.flow:
            return _unfolded(sheet, key, value)
    if theirs != ours + 1:
        wanted = [at for at in range(len(names)) if at != theirs]
        wanted.insert(wanted.index(ours) + 1, theirs)
        return arranged(sheet, found.holder, wanted)
    above, below = entries[ours][1], entries[theirs][1]
    last, end = sheet.last_line(above), sheet.last_line(below)
    between = [" " * (above.column - 1) + comment for _, comment in sheet.comments(last + 1, below.line - 1)]
    moved = [_shifted(sheet.line(line), above.column - below.column) for line in range(below.line, end + 1)]
    lines = [*between, *moved]
    return splice(sheet.text, [(_end(sheet, last), _end(sheet, end), _below(sheet, lines))])


def _below(sheet: Sheet, lines: list[str]) -> str:
    """These lines below another."""
    return "".join(sheet.newline + line for line in lines)


def _shifted(line: str, by: int) -> str:
    """The line further to the right, or to the left."""
    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare) + by) + bare if bare else ""


def _unfolded(sheet: Sheet, key: Scalar, value: Sequence) -> str:
    """A list between brackets with each item on a line of its own; remarks among them stay where they are."""
    margin = " " * (key.column - 1) + _DEEPER
    # What stands on the line of the closing bracket is behind it.
    elsewhere = {value.end[0], *(line for item in value.items for line in range(item.line, item.end[0]))}
    remarks = [each for each in sheet.comments(value.line, value.end[0]) if each[0] not in elsewhere]
    lines: list[str] = []
    for at, item in enumerate(value.items):
        lines += [margin + text for line, text in remarks if line < item.line]
        remarks = [each for each in remarks if each[0] >= item.line]
        first, *rest = sheet.source(item).splitlines()
        lines += [f"{margin}- {first}", *(f"{margin}{_DEEPER}{line.strip()}" if line.strip() else "" for line in rest)]
        if all(later.line > item.end[0] for later in value.items[at + 1 :]):
            lines[-1] += "".join(f" {text}" for line, text in remarks if line == item.end[0])
            remarks = [each for each in remarks if each[0] != item.end[0]]
    lines += [margin + text for _, text in remarks]
    glued = key.line == value.line
    start = sheet.text.index(":", sheet.span(key)[1]) + 1 if glued else _end(sheet, value.line - 1)
    return splice(sheet.text, [(start, sheet.span(value)[1], _below(sheet, lines))])


def _texts(node: Node) -> list[str]:
    """Every value, from top to bottom."""
    match node:
        case Scalar():
            return [node.text]
        case Sequence():
            return [text for item in node.items for text in _texts(item)]
        case Mapping():
            return [text for _, value in node.entries for text in _texts(value)]
