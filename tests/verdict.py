"""The cases as the form sees them, and what ``repertoire check`` says of them: both must say the same."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.check.content import open_directory
from generator.files.load import plain, read
from generator.model.problem import spell
from generator.model.schema.types import TYPES, type_in
from generator.render.form import OFFERED, definition, known
from generator.words import wording
from tests.cases.report import CASES, Case, cases, problems_of

FOLDERS = {TYPES[type_] for type_ in OFFERED if type_ != "place"}

ONLY_IN_FILES = {
    "alias",
    "anchor",
    "bad-encoding",
    "complex-key",
    "copied-character",
    "decomposed-character",
    "duplicate-key",
    "empty-file",
    "forbidden-character",
    "merge-key",
    "not-a-mapping",
    "several-documents",
    "syntax",
    "syntax-after-quote",
    "syntax-block",
    "syntax-bracket",
    "syntax-colon",
    "syntax-colon-space",
    "syntax-dash",
    "syntax-dash-space",
    "syntax-escape",
    "syntax-indentation",
    "syntax-missing-colon",
    "syntax-remark",
    "syntax-start",
    "syntax-tab",
    "syntax-unclosed-bracket",
    "syntax-unclosed-quote",
    "tag",
    "too-deep",
}
"""Codes of what only the text of a file can have: what cannot be read is no record that a form could hold."""

OF_YESTERDAY = {"renamed-key", "value-is-group", "value-is-item"}
"""Codes of what the model took before, which the form never holds: a draft of then is set aside."""

ONLY_UNQUOTED = {
    "actors/bracketed-text_braces",
    "actors/bracketed-text_brackets",
    "actors/bracketed-text_item",
    "actors/empty-value_null",
    "actors/only-a-remark_name",
    "actors/text-cut_folded",
    "actors/text-cut_head",
    "actors/text-cut_line-below",
    "actors/text-cut_number",
}
"""Cases whose mistake is that quotes are missing, which the form writes: ``null`` means nothing to YAML, and a text in
quotes."""


class Verdict(NamedTuple):
    """What is told of one mistake, apart from its line."""

    code: str
    path: str
    severity: str
    message: str
    repair: str


def name(case: Case) -> str:
    return f"{case.folder}/{case.path.stem}"


def expressible() -> list[tuple[Case, dict[str, Any]]]:
    """The cases of the form's four types that are data, each with what its file holds."""
    found = []
    for case in (*cases("valid"), *cases("invalid")):
        if case.folder in FOLDERS and case.code not in OF_YESTERDAY:
            root, _ = read(case.path, case.path.name)
            if root is not None and name(case) not in ONLY_UNQUOTED:
                value = plain(root)
                assert isinstance(value, dict)
                found.append((case, value))
    return found


@cache
def told_by_check(case: Case) -> list[Verdict]:
    """What ``repertoire check`` tells of the case."""
    with tempfile.TemporaryDirectory() as scratch:
        problems = problems_of(case, Path(scratch) / "content")
    said = (
        Verdict(each.code, spell(each.path), each.severity, wording.message(each), wording.repair(each))
        for each in problems
    )
    return sorted(said)


def asked(site: str = "") -> dict[str, Any]:
    """The base as the form knows it, and every case as a proposal."""
    directory, _ = open_directory(CASES / "base")
    proposals = [
        {"records": [{"type": type_in(case.folder), "id": case.id, "value": value}]} for case, value in expressible()
    ]
    return {"definition": definition(directory, site), "known": known(directory), "proposals": proposals}


def verdicts(problems: list[dict[str, Any]]) -> list[Verdict]:
    """The same of what the form answers."""
    return sorted(Verdict(*(each[key] for key in Verdict._fields)) for each in problems)
