"""Rules on texts and addresses as they are written: those that a copy left something in, and words spelled twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.check.finding import Finding, found
from generator.check.people import texts
from generator.model.directory import Directory
from generator.model.schema.paths import field_at
from generator.model.schema.types import type_in
from generator.text.fold import fold
from generator.text.tidy import untracked


def tracked(directory: Directory) -> Iterator[Finding]:
    """Addresses that tell who followed them from where."""
    for record in directory.records():
        for path, text in texts(record):
            if ("?" in text or "#" in text) and (bare := untracked(text)) != text:
                field = field_at(type_in(record.folder), path)
                if field and field.kind == "url":
                    yield found("tracked-address", record, path, severity="warning", value=bare)


def _weight(spelling: tuple[str, int]) -> tuple[int, bool, str]:
    """The most frequent spelling weighs most; of two, that without no-break spaces, then that in small letters."""
    word, count = spelling
    return count, "\u00a0" not in word, word


def keywords(directory: Directory) -> Iterator[Finding]:
    """Keywords that other initiatives spell another way: a reader would take them for two."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for initiative in directory.initiatives.values():
        for word in initiative.keywords:
            spellings[fold(word)][word] += 1
    for initiative in directory.initiatives.values():
        for at, word in enumerate(initiative.keywords):
            usual = max(spellings[fold(word)].items(), key=_weight)[0]
            if usual != word:
                path = ("keywords", at)
                yield found("keyword-spelling", initiative, path, severity="warning", value=word, usual=usual)
