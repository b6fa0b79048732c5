"""Safe repairs of files: keys and groups of yesterday, order of keys, useless spaces and line breaks, characters that a
copy left, quotes, known names of terms and countries, clear dates, the first line for text editors.

A repair changes how something is written, never what it means: whatever a person must judge is left to be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.files.guard import given, sure
from generator.files.load import plain
from generator.files.patch import Patch
from generator.files.save import MODELINE, modeline
from generator.files.settings import site_of
from generator.model import BY_FOLDER
from generator.model.directory import Directory
from generator.model.problem import KeyPath, Problem
from generator.model.schema.fields import fields
from generator.model.schema.types import TYPES
from generator.upkeep.repair.dates import likely
from generator.upkeep.repair.former import up_to_date
from generator.upkeep.repair.lines import on_one_line
from generator.upkeep.repair.order import in_order
from generator.upkeep.repair.remarks import with_numbers
from generator.upkeep.repair.spaces import without_useless_spaces
from generator.upkeep.repair.syntax import readable
from generator.upkeep.repair.values import repaired_values
from generator.upkeep.repair.words import Words
from generator.upkeep.sheet import Sheet, read_text, sheet_of


def repairs(content: Path, directory: Directory) -> Iterator[Patch]:
    """The files of that folder that can be repaired."""
    words = Words(directory)
    site = site_of(content)
    for type_, folder in TYPES.items():
        first = modeline(BY_FOLDER[folder], site) if site else ""
        for path in sorted((content / folder).glob("*.yml")):
            text = None if path.is_symlink() else read_text(path)
            if text is not None and (mended := repaired(text, type_, words, first)) != text:
                yield Patch(path.relative_to(content).as_posix(), text, mended)


def repaired(text: str, type_: str, words: Words, first: str = "") -> str:
    """The text of a file of that type, repaired; the same if nothing is to be done, or nothing can.

    ``first`` is the line for text editors that it should begin with, if any.
    """
    sheet = sheet_of(readable(text, type_))
    if sheet is None:
        return text
    sheet = up_to_date(sheet, fields(type_))
    sheet = with_numbers(sheet, fields(type_))
    sheet = _step(sheet, *on_one_line(sheet, fields(type_)))
    values, changed = repaired_values(sheet, type_, words)
    sheet = _step(sheet, values, changed)
    sheet = _step(sheet, in_order(sheet, type_))
    sheet = _step(sheet, without_useless_spaces(sheet))
    return sheet.mark + (_introduced(sheet, first) if first else sheet.text)


def _introduced(sheet: Sheet, first: str) -> str:
    """The text below that line, which takes the place of another schema's."""
    return first.replace("\n", sheet.newline) + MODELINE.sub("", sheet.text, count=1)


def _step(sheet: Sheet, text: str, changed: Mapping[KeyPath, str] | None = None) -> Sheet:
    """The sheet after a repair, which says the same but for what was to change, and has lost no comment."""
    if text == sheet.text:
        return sheet
    after = given(sheet_of(text), text)
    wanted: Any = plain(sheet.root)
    for path, value in (changed or {}).items():
        holder = wanted
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
    sure(plain(after.root) == wanted, text)
    sure(not Counter(c for _, c in sheet.comments()) - Counter(c for _, c in after.comments()), text)
    return Sheet(after.text, after.root, sheet.mark)


def with_likely_dates(problems: Sequence[Problem]) -> list[Problem]:
    """The problems, those of dates with what was probably meant."""
    found = []
    for problem in problems:
        guess = likely(problem.args.get("value", "")) if problem.code in ("bad-date", "impossible-date") else None
        found.append(replace(problem, args={**problem.args, "suggestion": guess}) if guess else problem)
    return found
