"""``repertoire check``: everything wrong with the content, said in the form asked for, and repaired if asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.check.content import open_directory
from generator.commands import options
from generator.files.patch import apply
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.upkeep.plan import trial
from generator.upkeep.repair import repairs, with_likely_dates
from generator.words.cli import t
from generator.words.report import FORMATS

REFUSED = 1
"""Exit code: the content has mistakes."""


@click.command("check", help=t("check.help"))
@click.argument("paths", metavar=t("check.paths"), nargs=-1, type=click.Path(path_type=Path))
@options.content
@click.option("--strict", is_flag=True, help=t("check.strict"))
@options.form(list(FORMATS), t("check.format"))
@click.option("--fix", is_flag=True, help=t("check.fix"))
@options.dry_run
def check_command(paths: tuple[Path, ...], content: Path, strict: bool, form: str, fix: bool, dry_run: bool) -> None:
    """Everything is read, whatever is reported: a link may lead anywhere."""
    for path in paths:
        if not path.exists():
            raise click.UsageError(t("error.no-path", path=path))
    if fix and form != "text":
        raise click.UsageError(t("check.fix-in-text"))
    if dry_run and not fix:
        raise click.UsageError(t("check.dry-run-of-fix"))
    directory, problems = open_directory(content)
    if fix:
        problems = with_likely_dates(_repair(directory, problems, content, paths, dry_run))
    told = [problem for problem in problems if concerns(problem, content.absolute().parent, paths)]
    click.echo(FORMATS[form](told))
    if form == "text":
        click.echo(t("check.read", count=len(directory.files)))
    if any(strict or problem.severity == "error" for problem in told):
        raise SystemExit(REFUSED)


def _repair(
    directory: Directory, problems: list[Problem], content: Path, paths: Sequence[Path], dry_run: bool
) -> list[Problem]:
    """Repairs what can be, showing the difference; everything that is, or would be, wrong after."""
    changes = [change for change in repairs(content, directory) if _asked(content.absolute() / change.path, paths)]
    for change in changes:
        click.echo(change.diff, nl=False)
    if not dry_run:
        apply(changes, content)
    click.echo(t("check.would-fix" if dry_run else "check.fixed", count=len(changes)))
    if not changes:
        return problems
    return trial(content, changes) if dry_run else open_directory(content)[1]


def concerns(problem: Problem, root: Path, paths: Sequence[Path]) -> bool:
    """Whether the problem is about one of the files or folders, or nothing was asked for.

    ``root`` is the folder that the problem's file starts in.
    """
    files = [problem.file, *problem.args.get("also", "").split("\n")]
    return any(_asked(root / file, paths) for file in files if file)


def _asked(file: Path, paths: Sequence[Path]) -> bool:
    """Whether it is one of the files, or in one of the folders, or nothing was asked for."""
    return not paths or any(file.is_relative_to(path.absolute()) for path in paths)
