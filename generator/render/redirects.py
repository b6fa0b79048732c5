"""Old ids still open: one page each that leads to the record as it is called today; and the départements that are
regions: to the page of the region."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator import urls
from generator.artifact import Artifact
from generator.maps.table import territories
from generator.maps.territories import OVERSEAS_REGIONS
from generator.model.directory import Directory
from generator.words.edition import Edition

# No script and no style: it must work in any browser for ten years.
_PAGE = """<!doctype html>
<html lang="{locale}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
<title>{title}</title>
<p>{sentence} <a href="{target}">{title}</a></p>
</html>
"""


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """One HTML page per old id of a record that has a page, and per other address of a territory."""
    for record in directory.records():
        if record.folder not in urls.SECTIONS:
            continue
        url = urls.record(record.folder, record.id)
        for old in record.formerly:
            source = directory.files.get((record.folder, record.id))
            yield _leading(urls.record(record.folder, old), url, edition.pick(record.label), edition, source)
    for code, region in OVERSEAS_REGIONS.items():
        each = territories().by_id[f"region-{region}"]
        old, url = (urls.record("territories", id_) for id_ in (f"departement-{code}", each.id))
        yield _leading(old, url, each.name, edition, None)


def _leading(old: str, url: str, title: str, edition: Edition, source: str | None) -> Artifact:
    """The page at one address that leads to another."""
    page = _PAGE.format(
        locale=edition.locale,
        target=urls.relative(url, old),
        title=escape(title),
        sentence=escape(edition.t("redirect.sentence")),
    )
    return Artifact(f"{old}index.html", page, source)
