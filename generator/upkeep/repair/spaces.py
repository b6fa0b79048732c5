"""Spaces and empty lines that say nothing."""

from __future__ import annotations

from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.upkeep.sheet import Sheet, scalars, splice


def without_useless_spaces(sheet: Sheet) -> str:
    """The text without spaces at the end of lines, around colons or behind dashes, and without empty lines in a row."""
    kept = _lines_of_texts(sheet)
    edits = list(_around_marks(sheet, sheet.root))
    blank = True  # none at the top
    last = max((number for number, line in enumerate(sheet.lines, 1) if line.strip()), default=0)
    for number, line in enumerate(sheet.lines, 1):
        bare = line.rstrip("\r\n")
        start = sheet.offset((number, 1))
        empty = not bare.strip()
        if number > last or (empty and blank and number not in kept):
            edits.append((start, start + len(line), ""))
            continue
        trimmed = bare.rstrip(" \t")
        if trimmed != bare and number not in kept:
            edits.append((start + len(trimmed), start + len(bare), ""))
        if number == last and bare == line:
            edits.append((start + len(line), start + len(line), sheet.newline))
        blank = empty
    return splice(sheet.text, edits)


def _lines_of_texts(sheet: Sheet) -> set[int]:
    """Lines whose end belongs to a text: those of block texts, and those between double quotes but the last."""
    found: set[int] = set()
    for each in scalars(sheet.root):
        source = sheet.source(each)
        if source[:1] in (">", "|"):
            found.update(range(each.line + 1, sheet.last_line(each) + 1))
        elif "\n" in source and source[0] == '"':
            found.update(range(each.line, sheet.last_line(each)))
    return found


def _around_marks(sheet: Sheet, node: Node) -> list[tuple[int, int, str]]:
    edits: list[tuple[int, int, str]] = []
    if isinstance(node, Mapping):
        for key, value in node.entries:
            behind, before = sheet.span(key)[1], sheet.span(value)[0]
            between = sheet.text[behind:before]
            if value.line == key.line and between.strip() == ":" and between != ": " and sheet.source(value):
                edits.append((behind, before, ": "))
            edits += _around_marks(sheet, value)
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar) and not node.flow and item.line == sheet.last_line(item):
                edits += _behind_dash(sheet, item)
            edits += _around_marks(sheet, item)
    return edits


def _behind_dash(sheet: Sheet, item: Scalar) -> list[tuple[int, int, str]]:
    start = sheet.offset((item.line, item.column))
    before = sheet.line(item.line)[: item.column - 1]
    spaces = len(before) - len(before.rstrip(" "))
    if sheet.source(item) and before.endswith("  ") and before.rstrip(" ").endswith("-"):
        return [(start - spaces, start - 1, "")]
    return []
