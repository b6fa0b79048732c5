"""The table of facts: its columns, and an empty one with all that helps to fill it in."""

from __future__ import annotations

from generator.model.directory import Directory
from generator.sheets.book import Help, Sheet, workbook
from generator.sheets.words import say

COLUMNS = (
    "record",
    "field",
    "action",
    "value",
    "lang",
    "as_of",
    "confidence",
    "source_title",
    "source_url",
    "source_year",
    "note",
)
"""In their order."""

SET, ADD, ROLE, REMOVE, NEW = ACTIONS = ("set", "add", "role", "remove", "new")
SURE = ("high", "medium")
"""Degrees of confidence of what may be taken over."""

_REQUIRED = ("record", "field", "action", "value", "confidence")
_README = ("title", "row", "actions", "values", "source", "sure", "personal", "import")


def facts_template(directory: Directory, file: str) -> bytes:
    """The workbook to fill in; ``file`` is its name, for what it tells to do next."""
    lists = {
        say("facts.lists.record"): [f"{record.folder}/{record.id}" for record in directory.records()],
        say("facts.lists.action"): list(ACTIONS),
        say("facts.lists.confidence"): list(SURE),
    }
    chosen = dict(zip(("record", "action", "confidence"), lists, strict=True))
    help_ = {
        column: Help(say(f"facts.help.{column}"), column in _REQUIRED, chosen.get(column, ""), column == "confidence")
        for column in COLUMNS
    }
    sheet = Sheet(say("facts.name"), COLUMNS, [], help_)
    readme = [say(f"facts.readme.{key}", file=file) for key in _README]
    return workbook(sheet, (say("name.lists"), lists), (say("name.readme"), readme))
