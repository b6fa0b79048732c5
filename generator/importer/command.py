"""``repertoire import``: says what an import would do, or does it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator import wording
from generator.edition import LOCALES, read_catalog
from generator.problem import Problem, spell
from generator.values import SOURCE_LOCALE

if TYPE_CHECKING:
    from generator.importer.plan import Plan


@cache
def _catalog() -> dict[str, str]:
    return read_catalog(LOCALES / f"import.{SOURCE_LOCALE}.yml")


def _t(key: str, **args: object) -> str:
    return _catalog()[key].format_map(args)


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import", help=_t("command.help"))
@click.argument("table", metavar=_t("command.table"), type=_FILE)
@click.option("--mapping", required=True, type=_FILE, help=_t("command.mapping"))
@click.option(
    "--content",
    default="content",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=_t("command.content"),
)
@click.option("--added", type=click.DateTime(["%Y-%m-%d"]), help=_t("command.added"))
@click.option("--update", is_flag=True, help=_t("command.update"))
@click.option("--dry-run", is_flag=True, help=_t("command.dry-run"))
def import_command(
    table: Path, mapping: Path, content: Path, added: datetime.datetime | None, update: bool, dry_run: bool
) -> None:
    """Exit code 1 if a row, or the whole table, is refused."""
    # Here, so that the other commands do not wait for openpyxl.
    from generator.importer.columns import read_mapping
    from generator.importer.plan import TableError, apply, plan
    from generator.importer.table import read_table

    columns, problems = read_mapping(mapping)
    if columns is None:
        _stop(problems)
    rows, problems = read_table(table, columns.delimiter, columns.sheet)
    if rows is None:
        _stop(problems)
    day = added.date() if added else datetime.date.today()
    try:
        planned = plan(rows, columns, content, added=day.isoformat(), update=update)
    except TableError as error:
        _stop(error.problems)
    if dry_run:
        for change in planned.changes:
            click.echo(change.diff, nl=False)
    else:
        apply(planned, content)
    _say(planned, dry_run, rows.columns)
    if planned.refused:
        raise SystemExit(1)


def _stop(problems: Iterable[Problem]) -> NoReturn:
    for problem in problems:
        click.echo(f"{problem.file}:{problem.line}:{problem.column} : {_sentence(problem)}", err=True)
    click.echo(_t("report.stopped"), err=True)
    raise SystemExit(1)


def _say(planned: Plan, dry_run: bool, columns: tuple[str, ...]) -> None:
    if planned.refused:
        click.echo(_t("report.refused"))
    for row, problems in planned.refused:
        for problem in problems:
            where = "report.at" if problem.column > 1 or "column" in problem.args else "report.row"
            place = _t(where, row=row, column=columns[problem.column - 1])
            click.echo(f"  {place} : {_sentence(problem)}")
    counts = {outcome: planned.outcomes[outcome] for outcome in ("new", "changed", "unchanged")}
    click.echo(_t("report.rows", rows=planned.rows, refused=len(planned.refused), **counts))
    created = sum(change.before is None for change in planned.changes)
    files = {"created": created, "modified": len(planned.changes) - created}
    click.echo(_t("report.files-dry" if dry_run else "report.files", **files))
    if planned.changes and not dry_run:
        click.echo(_t("report.next"))


def _sentence(problem: Problem) -> str:
    """What is wrong and how to repair it. The codes of ``check`` have their words in its own catalog."""
    if f"problems.{problem.code}.message" not in _catalog():
        return f"{wording.message(problem)} {wording.repair(problem)} [{problem.code}]"
    args = {"key": spell(problem.path), **problem.args}
    texts = (_catalog().get(f"problems.{problem.code}.{part}", "") for part in ("message", "repair"))
    text = " ".join(text.format_map(args) for text in texts if text)
    where = f"{spell(problem.path)} : " if problem.path else ""
    return f"{where}{text} [{problem.code}]"
