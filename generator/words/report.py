"""Problems → what a person or a tool reads: lines of text, JSON, GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from generator.model.problem import Problem, spell
from generator.words.wording import catalog, listed, meant, message, repair, stub, visible


def text(problem: Problem) -> str:
    """The problem as ``file:line:column : severity : message [code]``; below, how to repair it."""
    line = catalog(
        "report.line",
        # No unbreakable space stands before this colon: terminals open what is written ``file:line:column``.
        place=f"{visible(problem.file)}:{problem.line}:{problem.column} :",
        severity=catalog[f"report.{problem.severity}"],
        message=message(problem),
        code=problem.code,
    )
    lines = [line, catalog("report.repair", repair=repair(problem))]
    if new := stub(problem):
        path, content = new
        lines.append(catalog("report.stub", file=path))
        lines += [f"        {line}" for line in content.splitlines()]
    return "\n".join(lines)


def summary(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, and in how many files."""
    errors, warnings = _counts(problems)
    if not problems:
        return catalog["report.none"]
    form = "report.both" if errors and warnings else "report.only-errors" if errors else "report.only-warnings"
    return catalog[form].format(
        errors=_count("errors", errors),
        warnings=_count("warnings", warnings),
        files=_count("files", len({problem.file for problem in problems})),
    )


def as_text(problems: Sequence[Problem]) -> str:
    """Every problem, then the summary."""
    return "\n".join([*map(text, problems), summary(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """Every problem with its parts, and the counts, for another program."""
    errors, warnings = _counts(problems)
    found = {"errors": errors, "warnings": warnings, "problems": [_parts(problem) for problem in problems]}
    return json.dumps(found, ensure_ascii=False, indent=2)


def _parts(problem: Problem) -> dict[str, object]:
    new = stub(problem)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": visible(problem.file),
        "line": problem.line,
        "column": problem.column,
        "path": spell(problem.path),
        "message": message(problem),
        "repair": repair(problem),
        "suggestions": meant(problem),
        "also": listed(problem, "also"),
        **({"new_file": {"path": new[0], "content": new[1]}} if new else {}),
    }


def as_github(problems: Sequence[Problem]) -> str:
    """Every problem as a workflow command, which GitHub shows beside the line; then the summary.

    Escaped as actions/toolkit does (``packages/core/src/command.ts``): no content can forge a command.
    """
    lines = []
    for problem in problems:
        place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
        properties = ",".join(f"{name}={_escape(str(value), ',:')}" for name, value in place.items())
        sentences = _escape("\n".join((message(problem), repair(problem))))
        lines.append(f"::{problem.severity} {properties}::{sentences}")
    return "\n".join([*lines, summary(problems)])


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""Every way to report."""


def _escape(value: str, more: str = "") -> str:
    # The percent sign first: it is what the others become.
    for character in f"%\r\n{more}":
        value = value.replace(character, f"%{ord(character):02X}")
    return value


def _counts(problems: Sequence[Problem]) -> tuple[int, int]:
    errors = sum(problem.severity == "error" for problem in problems)
    return errors, len(problems) - errors


def _count(what: str, count: int) -> str:
    # CLDR: French uses the singular below two.
    form = "one" if count < 2 else "other"
    return catalog(f"report.{what}.{form}", count=f"{count:,}".replace(",", "\u202f"))
