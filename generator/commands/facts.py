"""``repertoire import --facts``: says what a table of facts would do, or does it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import copytree

import click

from generator.changes.compare import compare
from generator.changes.moment import snapshot
from generator.files.patch import Patch, apply
from generator.importer.facts.plan import Facts, apply_facts
from generator.importer.table import Table, TableError, read_table
from generator.model.problem import Problem
from generator.model.schema.types import type_in
from generator.words import wording
from generator.words.catalog import Catalog
from generator.words.fields import path_name, type_label

_t = Catalog("import.fr")

Told = Callable[[Problem, str], str]


def import_facts(path: Path, content: Path, added: str, dry_run: bool, told: Told) -> bool:
    """Applies the table and says so; false if any of it is refused. ``told`` says a problem and its place."""
    table, problems = read_table(path)
    if table is None:
        return _stopped(problems, told)
    try:
        planned = apply_facts(table, content, added=added)
    except TableError as error:
        return _stopped(error.problems, told)
    if dry_run:
        for line in _difference(planned.changes, content):
            click.echo(line)
    else:
        apply(planned.changes, content)
    _report(planned, table, dry_run, told)
    return not planned.refused


def _stopped(problems: Sequence[Problem], told: Told) -> bool:
    for problem in problems:
        click.echo(told(problem, f"{problem.file}:{problem.line}:{problem.column} :"), err=True)
    click.echo(_t("report.stopped"), err=True)
    return False


def _difference(changes: Sequence[Patch], content: Path) -> Iterator[str]:
    """What the records say differently, line by line: the content as it is beside a copy with the changes."""
    before = snapshot(content)
    with tempfile.TemporaryDirectory(prefix="repertoire-") as scratch:
        after = Path(scratch) / content.absolute().name
        copytree(content, after)
        apply(changes, after)
        for record in compare(before, snapshot(after)).records:
            type_ = type_in(record.folder)
            named = {"label": record.label, "type": type_label(type_).lower(), "file": record.file}
            yield _t(f"facts.record.{record.fate}", **named)
            for change in record.fields:
                said, locale = path_name(type_, change.path)
                key = _t("facts.locale", key=said, locale=locale) if locale else said
                yield from (_t("facts.minus", key=key, value=text) for text in change.before)
                yield from (_t("facts.plus", key=key, value=text) for text in change.after)


def _report(planned: Facts, table: Table, dry_run: bool, told: Told) -> None:
    """Each refused row with its reasons; what was replaced or taken away; then the count."""
    for row, problems in planned.refused:
        for problem in problems:
            at = problem.column - 1
            column = problem.args.get("column") or (table.columns[at] if at < len(table.columns) else "")
            click.echo(told(problem, _t("report.at", row=row, column=column)))
    if planned.replaced:
        click.echo(_t("facts.replaced"))
    for each in planned.replaced:
        form = "changed" if each.new else "gone"
        old, new = wording.visible(each.old), wording.visible(each.new)
        place = {"row": each.row, "record": each.record, "field": each.field}
        click.echo(_t(f"facts.{form}", **place, old=old, new=new))
    counts = {outcome: planned.outcomes[outcome] for outcome in ("applied", "already")}
    click.echo(_t("facts.rows", rows=planned.rows, refused=len(planned.refused), **counts))
    report_files(planned.changes, dry_run)


def report_files(changes: Sequence[Patch], dry_run: bool) -> None:
    """How many files are or would be written, and what to do next."""
    created = sum(change.before is None for change in changes)
    files = {"created": created, "modified": len(changes) - created}
    click.echo(_t("report.files-dry" if dry_run else "report.files", **files))
    if changes and not dry_run:
        click.echo(_t("report.next"))
