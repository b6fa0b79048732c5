"""``repertoire import``: says what an import would do, or does it."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from generator.check.content import open_directory
from generator.commands import options
from generator.commands.facts import import_facts, report_files
from generator.files.patch import apply
from generator.importer.columns import ColumnMapping, read_mapping
from generator.importer.implied import implied, read_ours
from generator.importer.plan import Plan, plan
from generator.importer.table import Table, TableError, read_table
from generator.model.problem import Problem, spell
from generator.sheets.choices import AllChoices
from generator.words import wording
from generator.words.catalog import Catalog

REFUSED = 1
"""Exit code when a row, or the whole table, is refused."""


_t = Catalog("import.fr")


@click.command("import", help=_t("command.help"))
@click.argument("table", metavar=_t("command.table"), type=options.FILE_THERE)
@click.option("--mapping", type=options.FILE_THERE, help=_t("command.mapping"))
@options.content_to_be
@options.day("--added", _t("command.added"))
@click.option("--update", is_flag=True, help=_t("command.update"))
@click.option("--facts", is_flag=True, help=_t("command.facts"))
@options.dry_run
def import_command(
    table: Path,
    mapping: Path | None,
    content: Path,
    added: datetime.datetime | None,
    update: bool,
    facts: bool,
    dry_run: bool,
) -> None:
    """What is refused is told; everything else is imported, unless the table as a whole cannot be."""
    day = added.date() if added else datetime.date.today()
    if facts:
        if mapping or update:
            raise click.UsageError(_t("command.facts-alone"))
        if not import_facts(table, content, day.isoformat(), dry_run, _told):
            raise SystemExit(REFUSED)
        return
    rows, columns = _with_mapping(table, mapping) if mapping else _ours(table, content)
    quiet = not sys.stderr.isatty()
    try:
        with click.progressbar(
            length=len(rows.rows), label=_t("command.reading"), file=sys.stderr, hidden=quiet
        ) as bar:
            planned = plan(rows, columns, content, added=day.isoformat(), update=update, seen=lambda: bar.update(1))
    except TableError as error:
        _stop(error.problems)
    if dry_run:
        for change in planned.changes:
            click.echo(change.diff, nl=False)
    else:
        apply(planned.changes, content)
    _report(planned, rows.columns, dry_run)
    if planned.refused:
        raise SystemExit(REFUSED)


def _with_mapping(table: Path, mapping: Path) -> tuple[Table, ColumnMapping]:
    columns, problems = read_mapping(mapping)
    if columns is None:
        _stop(problems)
    rows, problems = read_table(table, columns.delimiter, columns.sheet)
    if rows is None:
        _stop(problems)
    return rows, columns


def _ours(table: Path, content: Path) -> tuple[Table, ColumnMapping]:
    """The table and the mapping that its columns' names imply."""
    rows, problems = read_ours(table)
    if rows is None:
        _stop(problems)
    # What is wrong with other files does not matter here: only the names of what they hold do.
    directory, _ = open_directory(content)
    found = implied(rows, AllChoices(directory))
    if found is None:
        raise click.UsageError(_t("command.no-mapping"))
    if isinstance(found, list):
        _stop(found)
    return found


def _stop(problems: Iterable[Problem]) -> NoReturn:
    for problem in problems:
        click.echo(_told(problem, f"{problem.file}:{problem.line}:{problem.column} :"), err=True)
    click.echo(_t("report.stopped"), err=True)
    raise SystemExit(REFUSED)


def _report(planned: Plan, columns: tuple[str, ...], dry_run: bool) -> None:
    """Each refused row with its reasons, then the count: rows in = records and items out + rows refused."""
    for row, problems in planned.refused:
        for problem in problems:
            # A problem of the row as a whole stands at its beginning, where no key is named.
            whole = problem.column == 1 and not problem.args.get("column") and not problem.path
            place = _t("report.row" if whole else "report.at", row=row, column=columns[problem.column - 1])
            click.echo(_told(problem, place))
    for note in planned.notes:
        place = _t("report.at", row=note.row, column=columns[note.column - 1])
        said = _t(f"tidied.{note.act}", text=wording.visible(note.text))
        click.echo(_t("report.note", place=place, said=said))
    if planned.copied:
        click.echo(_t(f"report.copied.{'one' if planned.copied == 1 else 'other'}", count=planned.copied))
    counts = {outcome: planned.outcomes[outcome] for outcome in ("new", "changed", "unchanged")}
    click.echo(_t("report.rows", rows=planned.rows, refused=len(planned.refused), **counts))
    report_files(planned.changes, dry_run)


def _told(problem: Problem, place: str) -> str:
    """What is wrong and how to repair it; what ``check`` tells too is told in its words."""
    if f"problem.{problem.code}.message" in _t:
        args = {name: wording.visible(text) for name, text in problem.args.items()}
        key = args.get("key") or spell(problem.path)
        said, repair = (_t(f"problem.{problem.code}.{part}", **args | {"key": key}) for part in ("message", "repair"))
    else:
        said, repair = wording.message(problem), wording.repair(problem)
    return "\n".join(
        (
            _t("report.line", place=place, message=said, code=problem.code),
            _t("report.repair", repair=repair),
        )
    )
