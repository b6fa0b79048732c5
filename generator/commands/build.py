"""``repertoire build``: the pages as plain Markdown."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import options
from generator.commands.opening import REFUSED, open_or_exit, publisher_or_exit
from generator.commands.settling import open_target
from generator.files.dating import content_date
from generator.files.settings import beside, site_of
from generator.publish.markdown import is_markdown, write_editions
from generator.site import BuildRefused
from generator.words.cli import t
from generator.words.edition import Edition, editions


@click.command("build", help=t("build.help"))
@click.option("--out", type=options.FOLDER, required=True, help=t("build.out"))
@options.content
@click.option("--edition", "locales", multiple=True, type=click.Choice(editions()), help=t("build.edition"))
def build_command(out: Path, content: Path, locales: tuple[str, ...]) -> None:
    open_target(out, is_markdown, content)
    directory = open_or_exit(content)
    date = content_date(content, directory)
    publisher = publisher_or_exit(beside(content))
    wanted = [
        Edition(locale, date, site=site_of(content), publisher=publisher)
        for locale in dict.fromkeys(locales) or editions()
    ]
    try:
        counts = write_editions(directory, wanted, content, out)
    except BuildRefused as refused:
        click.echo(str(refused), err=True)
        raise SystemExit(REFUSED) from refused
    for edition, count in zip(wanted, counts, strict=True):
        click.echo(f"{out / edition.locale}: {count}")
