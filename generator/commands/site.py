"""``repertoire site``: the whole site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands import options
from generator.commands.opening import open_or_exit, publisher_or_exit
from generator.commands.settling import SITE, open_target
from generator.publish.editions import is_site, publish
from generator.render.pages import factsheets
from generator.site import BuildRefused
from generator.words.cli import t
from generator.words.edition import editions


@click.command("site", help=t("site.help"))
@options.config
@click.option(
    "--out",
    type=options.FOLDER,
    default=SITE,
    show_default=True,
    help=t("site.out"),
)
@click.option("--keep", "before", type=options.FOLDER, help=t("site.keep"))
@click.option("--publish", "is_public", is_flag=True, help=t("site.publish"))
def site_command(config: Path, out: Path, before: Path | None, is_public: bool) -> None:
    publisher_or_exit(config, whole=is_public)
    content = config.resolve().parent / "content"
    open_target(out, is_site, content)
    directory = open_or_exit(content)
    try:
        pages = publish(config, content, directory, out, before)
    except BuildRefused as refused:
        click.echo(str(refused), err=True)
        sys.exit(1)
    records = sum(1 for _ in factsheets(directory))
    click.echo(f"{out}/: {len(editions())} × {records} = {pages}")
