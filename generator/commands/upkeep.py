"""``repertoire rename``, ``merge`` and ``verify``: each shows the difference, then makes it unless asked not to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.commands.opening import REFUSED
from generator.model.schema.fields import TYPES
from generator.model.values import PartialDate, parse_date
from generator.text.near import Names
from generator.upkeep.merge import Conflicts, merge
from generator.upkeep.plan import Note, Plan, Refused, carry_out
from generator.upkeep.rename import RENAMED, rename
from generator.upkeep.union import Side
from generator.upkeep.verify import verify
from generator.words.cli import t
from generator.words.report import as_text
from generator.words.wording import visible

_TYPES = click.Choice([type_ for type_, folder in TYPES.items() if folder in RENAMED])
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

Command = Callable[..., Any]


def _shared(command: Command) -> Command:
    """The options of every act."""
    command = click.option("--dry-run", is_flag=True, help=t("upkeep.dry-run"))(command)
    return click.option("--content", default="content", show_default=True, type=_FOLDER, help=t("upkeep.content"))(
        command
    )


@click.command("rename", help=t("upkeep.rename.help"))
@click.argument("type_", metavar=t("upkeep.type"), type=_TYPES)
@click.argument("old", metavar=t("upkeep.rename.old"))
@click.argument("new", metavar=t("upkeep.rename.new"))
@_shared
def rename_command(type_: str, old: str, new: str, content: Path, dry_run: bool) -> None:
    _do(lambda: rename(content, TYPES[type_], old, new), content, dry_run)


@click.command("merge", help=t("upkeep.merge.help"))
@click.argument("type_", metavar=t("upkeep.type"), type=_TYPES)
@click.argument("keep", metavar=t("upkeep.merge.keep"))
@click.argument("drop", metavar=t("upkeep.merge.drop"))
@click.option("--prefer", type=click.Choice(["keep", "drop"]), help=t("upkeep.merge.prefer"))
@_shared
def merge_command(type_: str, keep: str, drop: str, prefer: Side | None, content: Path, dry_run: bool) -> None:
    _do(lambda: merge(content, TYPES[type_], keep, drop, prefer), content, dry_run)


@click.command("verify", help=t("upkeep.verify.help"))
@click.argument("records", metavar=t("upkeep.verify.records"), nargs=-1, required=True)
@click.option("--by", required=True, metavar=t("upkeep.verify.organisation"), help=t("upkeep.verify.by"))
@click.option("--date", "day", metavar=t("upkeep.date"), help=t("upkeep.verify.date"))
@_shared
def verify_command(records: tuple[str, ...], by: str, day: str | None, content: Path, dry_run: bool) -> None:
    # The one act that needs a clock: it says what a person did today.
    today = datetime.date.today()
    date = given_date(day) if day else PartialDate(today.year, today.month, today.day)
    _do(lambda: verify(content, records, by, date, today), content, dry_run)


def given_date(text: str) -> PartialDate:
    """The date that an option holds.

    :raises click.UsageError: it is none.
    """
    try:
        return parse_date(text)
    except ValueError:
        raise click.UsageError(t("upkeep.refused.bad-date", date=text)) from None


def _do(planned: Callable[[], Plan], content: Path, dry_run: bool) -> None:
    """Plans, tries, shows, and makes the changes; or says why not, having changed nothing."""
    try:
        plan = planned()
        warnings = carry_out(content, plan, dry_run=dry_run)
    except Refused as refused:
        _stop(refused, content)
    for change in plan.changes:
        click.echo(change.diff, nl=False)
    _tell(plan.notes)
    if warnings:
        click.echo(as_text(warnings))
    if not plan.changes:
        click.echo(t("upkeep.nothing"))
        return
    click.echo(t("upkeep.dry" if dry_run else "upkeep.done", count=len(plan.changes)))


def _tell(notes: Iterable[Note]) -> None:
    for note in notes:
        click.echo(t(f"upkeep.note.{note.code}", **{name: _spelled(value) for name, value in note.args.items()}))


def _spelled(value: object) -> str:
    """A value of a record on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_spelled(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(map(_spelled, value))
    return visible(str(value))


def _stop(refused: Refused, content: Path) -> NoReturn:
    if refused.problems:
        click.echo(as_text(refused.problems), err=True)
    if isinstance(refused, Conflicts):
        for note in refused.notes:
            told = {name: _spelled(value) for name, value in note.args.items()}
            click.echo(t(f"upkeep.note.{note.code}", **told), err=True)
    args = {name: _spelled(value) for name, value in refused.args_.items()}
    said = t(f"upkeep.refused.{refused.code}", **args)
    if refused.code == "unknown" and (near := _nearest(content, args["folder"], args["id"])):
        said = t("upkeep.refused.unknown-near", **args, near=near)
    click.echo(said, err=True)
    raise SystemExit(REFUSED)


def _nearest(content: Path, folder: str, id_: str) -> str:
    """Ids that may have been meant."""
    files = sorted((content / folder if folder else content).rglob("*.yml"))
    known = [path.stem for path in files if path.relative_to(content).parts[0] in TYPES.values()]
    return t("upkeep.or").join(Names((each, each) for each in known).nearest(id_))
