"""``repertoire merge``: two records of one thing become one."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import options
from generator.commands.acts import TYPE, act
from generator.model.schema.types import TYPES
from generator.upkeep.merge import merge
from generator.upkeep.union import Side
from generator.words.cli import t


@click.command("merge", help=t("upkeep.merge.help"))
@click.argument("type_", metavar=t("upkeep.type"), type=TYPE)
@click.argument("keep", metavar=t("upkeep.merge.keep"))
@click.argument("drop", metavar=t("upkeep.merge.drop"))
@click.option("--prefer", type=click.Choice(["keep", "drop"]), help=t("upkeep.merge.prefer"))
@options.content
@options.dry_run
def merge_command(type_: str, keep: str, drop: str, prefer: Side | None, content: Path, dry_run: bool) -> None:
    act(lambda: merge(content, TYPES[type_], keep, drop, prefer), content, dry_run)
