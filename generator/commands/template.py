"""``repertoire template``: an empty table to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import options
from generator.commands.opening import open_or_exit
from generator.files.journal import replace_file
from generator.sheets.choices import AllChoices
from generator.sheets.columns import TABLED
from generator.sheets.facts import facts_template
from generator.sheets.template import template, type_named
from generator.sheets.words import say


@click.command("template", help=say("template.help"))
@click.argument("file", metavar=say("template.file"), type=options.FILE)
@click.option("--type", "type_", type=click.Choice(TABLED), help=say("template.type"))
@click.option("--facts", is_flag=True, help=say("template.facts"))
@click.option("--force", is_flag=True, help=say("template.force"))
@options.content
def template_command(file: Path, type_: str | None, facts: bool, force: bool, content: Path) -> None:
    """Nothing is overwritten: a template that was filled in has the same name as an empty one."""
    if file.suffix.lower() != ".xlsx":
        raise click.UsageError(say("template.ending", path=file))
    found = type_ or type_named(file.stem)
    if found not in TABLED and not facts:
        raise click.UsageError(say("template.unknown", path=file, types=", ".join(TABLED)))
    if file.exists() and not force:
        raise click.UsageError(say("template.exists", path=file))
    directory = open_or_exit(content)
    if facts or found is None:
        data, written = facts_template(directory, file.name), "template.facts-written"
    else:
        data, written = template(found, AllChoices(directory), file.name), "template.written"
    replace_file(file, data)
    click.echo(say(written, path=file))
