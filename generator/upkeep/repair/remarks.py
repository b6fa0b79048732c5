"""Texts that a number sign cuts, put between quotes where a number follows it: nobody begins a remark with one."""

from __future__ import annotations

import re

from generator.files.kinds import Typed, typed
from generator.files.save import inline
from generator.model.schema.field import Field
from generator.upkeep.sheet import Sheet, sheet_of, splice

_NUMBER = re.compile(r"#\d")


def with_numbers(sheet: Sheet, known: tuple[Field, ...]) -> Sheet:
    """The sheet with each text as long as it was meant: ``Coopération #2`` is no text with a remark behind it.

    What else stands behind a number sign may be a remark, which nobody wants published: it stays.
    """
    edits = [_quoted(sheet, each) for each in typed(known, sheet.root) if _is_cut(each)]
    after = sheet_of(splice(sheet.text, edits)) if edits else None
    return Sheet(after.text, after.root, sheet.mark) if after else sheet


def _is_cut(each: Typed) -> bool:
    scalar = each.scalar
    remark = scalar.remark
    if not remark or not each.field.words or each.flow or not scalar.plain:
        return False
    return scalar.line == scalar.end[0] == remark.line and bool(_NUMBER.match(remark.text))


def _quoted(sheet: Sheet, each: Typed) -> tuple[int, int, str]:
    start, end = sheet.span(each.scalar)
    remark = each.scalar.remark
    behind = sheet.offset((each.scalar.line, len(sheet.line(each.scalar.line)) + 1))
    text = f"{each.scalar.text} {remark.text if remark else ''}".strip()
    return start, behind, f"{' ' if start == end else ''}{inline(text)}"
