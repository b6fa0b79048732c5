"""``repertoire stale``: what to reconfirm, with whom and why, to read or for a spreadsheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from generator import urls
from generator.commands import options
from generator.commands.opening import open_or_exit
from generator.export.files import written
from generator.files.dating import content_date
from generator.files.settings import site_of
from generator.model import Record, name_of
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.stale.entries import Entry, groups, stale
from generator.stale.reasons import OLD
from generator.stale.words import said
from generator.words.cli import t
from generator.words.edition import Edition

_COLUMNS = ("contact", "contact-id", "type", "id", "title", "reason", "code", "date", "file", "page")


@click.command("stale", help=t("stale.help"))
@options.form(["text", "csv"], t("stale.format"))
@options.for_spreadsheets
@click.option(
    "--older-than", "months", type=click.IntRange(1), default=OLD, metavar=t("stale.months"), help=t("stale.older-than")
)
@options.day("--date", t("stale.date"))
@options.content
def stale_command(
    form: str, for_spreadsheets: bool, months: int, date: datetime.datetime | None, content: Path
) -> None:
    """As of the day the content stands for, like the page, unless another is asked for."""
    if for_spreadsheets and form != "csv":
        raise click.UsageError(t("export.refused.spreadsheets"))
    directory = open_or_exit(content)
    edition = Edition(SOURCE_LOCALE, date.date() if date else content_date(content, directory), site=site_of(content))
    entries = stale(directory, edition.as_of, months)
    if form == "csv":
        separator = ";" if for_spreadsheets else ","
        rows = [[t(f"stale.columns.{name}") for name in _COLUMNS], *_rows(entries, directory, edition)]
        lines = [separator.join(written(cell, for_spreadsheets) for cell in row) for row in rows]
        mark = "\ufeff" if for_spreadsheets else ""
        click.echo((mark + "".join(f"{line}\r\n" for line in lines)).encode(), nl=False)
        return
    found = groups(entries)
    click.echo(t("stale.count", date=edition.date(edition.as_of), records=len(entries), actors=len(found)))
    for contact, asked in found:
        click.echo(f"\n{edition.pick(contact.name) if contact else t('stale.nobody')}")
        for entry in asked:
            click.echo(f"  {_file(directory, entry.record)} : {edition.pick(entry.record.label)}")
            for reason in entry.reasons:
                click.echo(f"    - {said(reason, directory, edition)}")


def _rows(entries: list[Entry], directory: Directory, edition: Edition) -> Iterator[list[str]]:
    """One row for each reason."""
    for entry in entries:
        record, contact = entry.record, entry.contact
        for reason in entry.reasons:
            yield [
                edition.pick(contact.name) if contact else "",
                contact.id if contact else "",
                name_of(type(record)),
                record.id,
                edition.pick(record.label),
                said(reason, directory, edition),
                reason.code,
                str(reason.date or ""),
                _file(directory, record),
                edition.site + urls.record(record.folder, record.id) if record.folder in urls.SECTIONS else "",
            ]


def _file(directory: Directory, record: Record) -> str:
    return directory.files.get((record.folder, record.id), f"{record.folder}/{record.id}.yml")
