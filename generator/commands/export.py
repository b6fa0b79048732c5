"""``repertoire export``: a selection of the directory as a file."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import click

from generator.commands import options
from generator.commands.opening import open_or_exit
from generator.export.columns import COLUMNS, cell
from generator.export.files import FORMATS, as_csv, as_geojson, as_json, placed
from generator.export.head import head, labels
from generator.export.question import YEARS, Refused, check, question
from generator.export.rows import entries_of
from generator.files.dating import content_date
from generator.files.journal import replace_file
from generator.files.load import plain, read
from generator.model import Record
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.types import TYPES
from generator.search import facts, select
from generator.search.facet import NAMES
from generator.search.former import up_to_date
from generator.search.state import ZONE
from generator.sheets.book import Sheet, workbook
from generator.sheets.cells import as_csv as as_full_csv
from generator.sheets.cells import full_table
from generator.sheets.columns import TABLED
from generator.sheets.words import say
from generator.words import fields as words
from generator.words.cli import t
from generator.words.edition import Edition, editions

XLSX = "xlsx"
_NAME = "repertoire"
"""The sheet of a selection."""


def _filters(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each filter."""
    for name in reversed((*NAMES, *YEARS, ZONE)):
        once = name in (*YEARS, ZONE)
        said, kind = t(f"export.filters.{name}"), t(f"export.metavar.{name if once else 'value'}")
        command = click.option(f"--{name}", f"filter_{name}", multiple=not once, metavar=kind, help=said)(command)
    return command


@click.command("export", help=t("export.help"))
@click.argument("address", metavar=t("export.address"), default="")
@options.form([*FORMATS, XLSX], t("export.format"))
@options.for_spreadsheets
@click.option("--full", is_flag=True, help=say("export.full"))
@options.out
@click.option("--locale", type=click.Choice(editions()), help=t("export.locale"))
@_filters
@options.content
@options.config
def export_command(
    address: str,
    form: str,
    for_spreadsheets: bool,
    full: bool,
    out: Path | None,
    locale: str | None,
    content: Path,
    config: Path,
    **filters: str | Sequence[str] | None,
) -> None:
    """The records that the explorer shows for the same address, in the same bytes as its download."""
    if for_spreadsheets and form != "csv":
        raise click.UsageError(t("export.refused.spreadsheets"))
    if form == XLSX and out is None:
        raise click.UsageError(say("export.out"))
    options = {
        name.removeprefix("filter_"): [value] if isinstance(value, str) else list(value)
        for name, value in filters.items()
        if value
    }
    type_ = _type_of_full(form, options.get("type", [])) if full else ""
    if full and not address and len(options) == 1:
        directory = open_or_exit(content)
        _write_full(type_, getattr(directory, TYPES[type_]).values(), form, for_spreadsheets, out)
        return
    try:
        asked = question(address, options)
        directory = open_or_exit(content)
        state = up_to_date(asked, directory)
        edition = Edition(locale or _locale_of(address), content_date(content, directory))
        known = facts(directory, edition.as_of)
        check(state, directory, edition, known)
    except Refused as refused:
        raise click.UsageError(t(f"export.refused.{refused.code}", **refused.args_)) from refused
    points = {place.id: (place.lat, place.lon) for place in directory.places.values()}
    found = select(known, state, points)
    if full:
        records = getattr(directory, TYPES[type_])
        _write_full(type_, [records[id_] for each, id_ in found if each == type_], form, for_spreadsheets, out)
        return
    entries = list(entries_of(found, directory, edition, known))
    site = _site_url(config) + edition.path
    match form:
        case "csv":
            text = as_csv(entries, site, labels(edition), spreadsheets=for_spreadsheets)
        case "json":
            text = as_json(entries, site, head(edition, site, state))
        case "xlsx":
            assert out is not None
            rows = ([str(cell(placed(entry, site), column)) for column in COLUMNS] for entry in entries)
            _write(out, workbook(Sheet(_NAME, tuple(labels(edition)), [tuple(row) for row in rows])), len(entries))
            return
        case _:
            text = as_geojson(entries, site, head(edition, site, state))
    if out is None:
        click.echo(text.encode(), nl=False)
        return
    _write(out, text.encode(), len(entries))


def _type_of_full(form: str, types: Sequence[str]) -> str:
    """The one type that a full table holds."""
    if form not in (XLSX, "csv"):
        raise click.UsageError(say("export.format"))
    if len(types) != 1 or types[0] not in TABLED:
        raise click.UsageError(say("export.type", types=", ".join(TABLED)))
    return types[0]


def _write_full(type_: str, records: Collection[Record], form: str, spreadsheets: bool, out: Path | None) -> None:
    """All that the records hold, in the table that ``import`` reads back."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(records, label=say("export.rows"), file=sys.stderr, hidden=hidden) as bar:
        table = full_table(type_, bar)
    if form == XLSX:
        assert out is not None
        _write(out, workbook(Sheet(words.type_plural(type_), table.headers, table.rows)), len(records))
    elif out is None:
        click.echo(as_full_csv(table, spreadsheets=spreadsheets).encode(), nl=False)
    else:
        _write(out, as_full_csv(table, spreadsheets=spreadsheets).encode(), len(records))


def _write(out: Path, data: bytes, count: int) -> None:
    replace_file(out, data)
    click.echo(t("export.written", count=count, path=out))


def _locale_of(address: str) -> str:
    """The language of the page that the address was copied from."""
    found = re.search(r"/([a-z]{2})/[^/?]+/(?:\?|$)", address)
    return found[1] if found and found[1] in editions() else SOURCE_LOCALE


def _site_url(config: Path) -> str:
    """The address of the site, as its configuration says."""
    root, _ = read(config, config.name)
    settings: Any = plain(root) if root else {}
    found = settings.get("site_url", "") if isinstance(settings, dict) else ""
    if not found:
        raise click.UsageError(t("export.refused.site", path=config))
    return found if found.endswith("/") else f"{found}/"
