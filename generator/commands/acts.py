"""What ``rename``, ``merge`` and ``verify`` have in common: the difference is shown, then made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import click

from generator.commands.opening import REFUSED
from generator.model.schema.types import TYPES
from generator.text.near import Names
from generator.upkeep.merge import Conflicts
from generator.upkeep.plan import Note, Plan, Refused, carry_out
from generator.upkeep.rename import RENAMED
from generator.words.cli import t
from generator.words.report import as_text
from generator.words.wording import visible

TYPE = click.Choice([type_ for type_, folder in TYPES.items() if folder in RENAMED])
"""The types whose records have an address of their own."""


def act(planned: Callable[[], Plan], content: Path, dry_run: bool) -> None:
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
