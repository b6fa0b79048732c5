"""``repertoire changes``: what the content in this folder changes, beside where it started from."""

from __future__ import annotations

from pathlib import Path

import click

from generator.changes.compare import compare
from generator.changes.moment import NoSuchMomentError, base_snapshot, snapshot
from generator.changes.site import compare_sites
from generator.changes.telling import as_json, as_markdown
from generator.commands import options
from generator.files.dating import content_date
from generator.files.journal import replace_file
from generator.words.cli import t


@click.command("changes", help=t("changes.help"))
@click.option("--base", default="origin/main", show_default=True, metavar=t("changes.metavar"), help=t("changes.base"))
@options.content
@options.form(["markdown", "json"], t("changes.format"))
@options.out
def changes_command(base: str, content: Path, form: str, out: Path | None) -> None:
    """Tells, and judges nothing: mistakes in the content do not make it fail, ``check`` is there for that."""
    after = snapshot(content)
    try:
        before = base_snapshot(base, content)
    except NoSuchMomentError as error:
        raise click.UsageError(t(f"changes.refused.{error.code}", base=base, content=content)) from error
    found = compare(before, after)
    site = None
    if before.sound and after.sound:
        site = compare_sites(before.directory, after.directory, content_date(content, after.directory))
    text = (
        as_json(found, site) + "\n"
        if form == "json"
        else as_markdown(found, site, sound_base=not after.sound or before.sound)
    )
    if out is None:
        click.echo(text, nl=False)
        return
    replace_file(out, text.encode())
    click.echo(t("changes.written", path=out))
