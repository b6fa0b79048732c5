"""The options and arguments that several commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from generator.commands.settling import settle_and_tell
from generator.words.cli import t

Command = Callable[..., Any]
Option = Callable[[Command], Command]

FILE = click.Path(dir_okay=False, path_type=Path)
"""A file that need not be there yet."""
FILE_THERE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
FOLDER_THERE = click.Path(exists=True, file_okay=False, path_type=Path)


def _content(type_: click.Path) -> Option:
    return click.option(
        "--content",
        type=type_,
        default=Path("content"),
        show_default=True,
        help=t("options.content"),
        callback=lambda _context, _option, content: settle_and_tell(content),
    )


content = _content(FOLDER_THERE)
content_to_be = _content(FOLDER)
"""The same for what may fill an empty folder."""
config: Option = click.option(
    "--config", type=FILE_THERE, default=Path("mkdocs.yml"), show_default=True, help=t("options.config")
)
dry_run: Option = click.option("--dry-run", is_flag=True, help=t("options.dry-run"))
out: Option = click.option("--out", type=FILE, help=t("options.out"))
for_spreadsheets: Option = click.option("--for-spreadsheets", is_flag=True, help=t("options.for-spreadsheets"))


def form(formats: Iterable[str], help_: str) -> Option:
    """``--format``, the first of them by default."""
    formats = list(formats)
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help=help_
    )


def day(name: str, help_: str) -> Option:
    """``--date`` and the like, to the day; given to the command as a ``datetime``, under the option's own name."""
    return click.option(name, type=click.DateTime(["%Y-%m-%d"]), metavar=t("options.day"), help=help_)
