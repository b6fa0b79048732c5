"""Files of yesterday written as the model takes them today (``model.was``)."""

from __future__ import annotations

from collections import Counter

from generator.files.former import Former, former
from generator.files.guard import given, sure
from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.model.schema.field import Field
from generator.upkeep.sheet import Sheet, sheet_of, splice

_DEEPER = "  "


def up_to_date(sheet: Sheet, known: tuple[Field, ...]) -> Sheet:
    """The sheet with today's keys and groups, its comments and layout kept; ``known`` are the keys of its type.

    A key whose name of today stands beside it stays, for a person to choose.
    """
    while found := next((each for each in former(known, sheet.root) if not each.taken), None):
        edits = _renamed(sheet, found) if found.renamed else _grouped(sheet, found)
        after = given(sheet_of(splice(sheet.text, edits)), sheet.text)
        sure(_texts(after.root) == _texts(sheet.root), after.text)
        sure(Counter(c for _, c in sheet.comments()) == Counter(c for _, c in after.comments()), after.text)
        sheet = Sheet(after.text, after.root, sheet.mark)
    return sheet


Edits = list[tuple[int, int, str]]


def _renamed(sheet: Sheet, found: Former) -> Edits:
    assert found.key
    return [(*sheet.span(found.key), found.field.key)]


def _grouped(sheet: Sheet, found: Former) -> Edits:
    """The value under the key of the group that takes it."""
    assert found.field.bare
    under, value = found.field.bare.key, found.value
    start, end = sheet.span(value)
    if found.flow:
        return [(start, start, f"{{{under}: "), (end, end, "}")]
    deeper: Edits = [
        (at, at, _DEEPER)
        for line in range(value.line + 1, sheet.last_line(value) + 1)
        if sheet.line(line).strip() and (at := sheet.offset((line, 1))) is not None
    ]
    if not isinstance(value, Scalar) and not value.flow:
        # A list may stand as far left as the key it belongs to.
        glued = found.key is not None and value.column <= found.key.column
        below = sheet.newline + " " * (value.column - 1) + _DEEPER
        return [(start, start, (_DEEPER if glued else "") + f"{under}:{below}"), *deeper]
    if found.key is None or found.key.line != value.line:
        return [(start, start, f"{under}: "), *deeper]
    colon = sheet.text.index(":", sheet.span(found.key)[1]) + 1
    below = sheet.newline + " " * (found.key.column - 1) + _DEEPER
    return [(colon, start, f"{below}{under}: "), *deeper]


def _texts(node: Node) -> list[str]:
    """Every value, from top to bottom."""
    match node:
        case Scalar():
            return [node.text]
        case Sequence():
            return [text for item in node.items for text in _texts(item)]
        case Mapping():
            return [text for _, value in node.entries for text in _texts(value)]
