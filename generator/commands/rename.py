"""``repertoire rename``: another id for a record."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import options
from generator.commands.acts import TYPE, act
from generator.model.schema.types import TYPES
from generator.upkeep.rename import rename
from generator.words.cli import t


@click.command("rename", help=t("upkeep.rename.help"))
@click.argument("type_", metavar=t("upkeep.type"), type=TYPE)
@click.argument("old", metavar=t("upkeep.rename.old"))
@click.argument("new", metavar=t("upkeep.rename.new"))
@options.content
@options.dry_run
def rename_command(type_: str, old: str, new: str, content: Path, dry_run: bool) -> None:
    act(lambda: rename(content, TYPES[type_], old, new), content, dry_run)
