"""``repertoire export``: a selection of the directory as a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli_words import t
from generator.dating import content_date
from generator.edition import Edition, editions
from generator.explorer import facts, select
from generator.explorer.state import FACETS, ZONE
from generator.export.files import FORMATS, as_csv, as_geojson, as_json
from generator.export.head import head, labels
from generator.export.question import YEARS, Refused, check, question
from generator.export.rows import entries_of
from generator.load import plain, read
from generator.opening import open_or_exit
from generator.values import SOURCE_LOCALE


def _filters(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each filter."""
    for name in reversed((*FACETS, *YEARS, ZONE)):
        once = name in (*YEARS, ZONE)
        said, kind = t(f"export.filters.{name}"), t(f"export.metavar.{name if once else 'value'}")
        command = click.option(f"--{name}", f"filter_{name}", multiple=not once, metavar=kind, help=said)(command)
    return command


@click.command("export", help=t("export.help"))
@click.argument("address", metavar=t("export.address"), default="")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help=t("export.format"))
@click.option("--for-spreadsheets", is_flag=True, help=t("export.for-spreadsheets"))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help=t("export.out"))
@click.option("--locale", type=click.Choice(editions()), help=t("export.locale"))
@_filters
@click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help=t("export.content"),
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help=t("site.config"),
)
def export_command(
    address: str,
    form: str,
    for_spreadsheets: bool,
    out: Path | None,
    locale: str | None,
    content: Path,
    config: Path,
    **filters: str | Sequence[str] | None,
) -> None:
    """The records that the explorer shows for the same address, in the same bytes as its download."""
    if for_spreadsheets and form != "csv":
        raise click.UsageError(t("export.refused.spreadsheets"))
    options = {
        name.removeprefix("filter_"): [value] if isinstance(value, str) else list(value)
        for name, value in filters.items()
        if value
    }
    try:
        state = question(address, options)
        directory = open_or_exit(content)
        edition = Edition(locale or _locale_of(address), content_date(content, directory))
        known = facts(directory, edition.as_of)
        check(state, directory, edition, known)
    except Refused as refused:
        raise click.UsageError(t(f"export.refused.{refused.code}", **refused.args_)) from refused
    points = {place.id: (place.lat, place.lon) for place in directory.places.values()}
    entries = list(entries_of(select(known, state, points), directory, edition, known))
    site = _site_url(config) + edition.path
    match form:
        case "csv":
            text = as_csv(entries, site, labels(edition), spreadsheets=for_spreadsheets)
        case "json":
            text = as_json(entries, site, head(edition, site, state))
        case _:
            text = as_geojson(entries, site, head(edition, site, state))
    if out is None:
        click.echo(text.encode(), nl=False)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(text.encode())
    click.echo(t("export.written", count=len(entries), path=out))


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
