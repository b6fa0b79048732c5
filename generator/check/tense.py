"""Rule on tenses: what an old source says is not told as if it were so today.

The twin in the browser is ``overrides/assets/form/rules/tense.js``, with these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.check.finding import Finding, found
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE

PRESENT = tuple(Path(__file__).with_name("present.txt").read_text("utf-8").split())
"""French verbs in the present, third person, of the kind such texts are written with; none that is a noun as often."""

DATED = ("source", "sources", "page", "fiche", "article", "atlas", "information", "relevé", "wikidata", "wikipédia")
"""A sentence with one of these words speaks of what was read, and one with a year says when."""

BEFORE = ("s", "se", "n", "ne", "nord", "sud")
"""Before « est » and « sont »: what is over (« s’est tenue »), what is not said (« n’est pas nommé »), where it is."""

AFTER = ("né", "née", "nés", "nées", "venu", "venue", "devenu", "devenue", "allé", "allée", "allés", "allées")
"""Behind « est » and « sont »: what is over."""

OLD = 3
"""Years between the newest source and the day the record was written, from which the present is no longer sure."""

_SENTENCE = re.compile(r"[.!?]\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+")


def tenses(directory: Directory) -> Iterator[Finding]:
    """Summaries in the present whose newest source is older than ``OLD`` years, and which nobody has verified."""
    for initiative in directory.initiatives.values():
        year, added = initiative.newest_year, initiative.added
        if year is None or added is None or initiative.verified or added.year - year <= OLD:
            continue
        verb = told_now(initiative.summary.root.get(SOURCE_LOCALE, ""))
        if verb:
            yield found("undated-present", initiative, ("summary",), severity="warning", value=verb, year=str(year))


def told_now(text: str) -> str:
    """The first verb of the text that tells in the present what its sentence does not date, or nothing."""
    for sentence in _SENTENCE.split(text):
        words: list[str] = _WORD.findall(sentence.lower())
        if re.search(r"\d{4}", sentence) or any(word in DATED for word in words):
            continue
        for at, word in enumerate(words):
            before, after = words[max(at - 1, 0) : at], words[at + 1 : at + 2]
            is_other = word in ("est", "sont") and ({*before} & {*BEFORE} or {*after} & {*AFTER})
            if word in PRESENT and not is_other:
                return word
    return ""
