"""``repertoire check``: everything wrong with the content, said in the form asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli_words import t
from generator.content import open_directory
from generator.problem import Problem
from generator.report import FORMATS

REFUSED = 1
"""Exit code: the content has mistakes."""


@click.command("check", help=t("check.help"))
@click.argument("paths", metavar=t("check.paths"), nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--content",
    default="content",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=t("check.content"),
)
@click.option("--strict", is_flag=True, help=t("check.strict"))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help=t("check.format"),
)
def check_command(paths: tuple[Path, ...], content: Path, strict: bool, form: str) -> None:
    """Everything is read, whatever is reported: a link may lead anywhere."""
    for path in paths:
        if not path.exists():
            raise click.UsageError(t("error.no-path", path=path))
    directory, problems = open_directory(content)
    told = [problem for problem in problems if concerns(problem, content.absolute().parent, paths)]
    click.echo(FORMATS[form](told))
    if form == "text":
        click.echo(t("check.read", count=len(directory.files)))
    if any(strict or problem.severity == "error" for problem in told):
        raise SystemExit(REFUSED)


def concerns(problem: Problem, root: Path, paths: Sequence[Path]) -> bool:
    """Whether the problem is about one of the files or folders, or nothing was asked for.

    ``root`` is the folder that the problem's file starts in.
    """
    files = [problem.file, *problem.args.get("also", "").split("\n")]
    asked = [path.absolute() for path in paths]
    return not asked or any((root / file).is_relative_to(path) for file in files if file for path in asked)
