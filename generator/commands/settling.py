"""What an interrupted command left is finished or undone before the next one begins, and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from generator.files.journal import settle
from generator.words.cli import t

SITE = Path("site")
"""Where the site is written, beside the content, unless another folder is asked for."""


def settle_and_tell(content: Path, *others: Path) -> Path:
    """The content folder, whole; and the site beside it, and those other targets."""
    targets = dict.fromkeys(path.absolute() for path in (content, content.absolute().parent / SITE, *others))
    for settled in settle(*targets):
        click.echo(t(f"settled.{settled.outcome}", path=settled.target.name, count=settled.files), err=True)
    return content


def open_target(out: Path, is_ours: Callable[[Path], bool], content: Path) -> None:
    """Nothing, if a build may replace the folder, which is whole by then; or the end of the command.

    :raises click.UsageError: it may not; the sentence says why.
    """
    from generator.publish.target import TargetRefusedError, check_target  # not installed for those who only check

    settle_and_tell(content, out)
    try:
        check_target(out, is_ours)
    except TargetRefusedError as refused:
        raise click.UsageError(t(f"target.{refused.code}", path=refused.path, leads_to=refused.leads_to)) from refused
