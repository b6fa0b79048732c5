"""Texts on several lines where one is wanted: names and titles."""

from __future__ import annotations

from collections.abc import Mapping

from generator.files.kinds import typed
from generator.files.misread import is_broken
from generator.files.save import inline
from generator.model.problem import KeyPath
from generator.model.schema.field import Field
from generator.upkeep.sheet import Sheet, splice


def on_one_line(sheet: Sheet, known: tuple[Field, ...]) -> tuple[str, Mapping[KeyPath, str]]:
    """The file's text with each of them on one line, and what changed; those with a remark inside stay."""
    edits, changed = [], {}
    for each in typed(known, sheet.root):
        first, last = each.scalar.line, sheet.last_line(each.scalar)
        if is_broken(each) and not each.flow and not sheet.comments(first, last):
            changed[each.path] = " ".join(each.scalar.text.split())
            edits.append((*sheet.span(each.scalar), inline(changed[each.path])))
    return splice(sheet.text, edits), changed
