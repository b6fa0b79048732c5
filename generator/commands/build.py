"""``repertoire build``: the pages as plain Markdown."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import options
from generator.commands.opening import open_or_exit, publisher_or_exit
from generator.files.dating import content_date
from generator.files.settings import beside, site_of
from generator.publish.markdown import write_markdown
from generator.words.cli import t
from generator.words.edition import Edition, editions


@click.command("build", help=t("build.help"))
@click.option("--out", type=options.FOLDER, required=True, help=t("build.out"))
@options.content
@click.option("--edition", "locales", multiple=True, type=click.Choice(editions()), help=t("build.edition"))
def build_command(out: Path, content: Path, locales: tuple[str, ...]) -> None:
    directory = open_or_exit(content)
    date = content_date(content, directory)
    publisher = publisher_or_exit(beside(content))
    for locale in locales or editions():
        edition = Edition(locale, date, site=site_of(content), publisher=publisher)
        count = write_markdown(directory, edition, content, out / locale)
        click.echo(f"{out / locale}: {count}")
