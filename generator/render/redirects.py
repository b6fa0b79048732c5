"""Old ids still open: one page each that leads to the record as it is called today."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator import urls
from generator.artifact import Artifact
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
    """One HTML page per old id of a record that has a page."""
    for record in directory.records():
        if record.folder not in urls.SECTIONS:
            continue
        url = urls.record(record.folder, record.id)
        for old in record.formerly:
            page = _PAGE.format(
                locale=edition.locale,
                target=urls.relative(url, urls.record(record.folder, old)),
                title=escape(edition.pick(record.label)),
                sentence=escape(edition.t("redirect.sentence")),
            )
            yield Artifact(
                f"{urls.record(record.folder, old)}index.html",
                page,
                directory.files.get((record.folder, record.id)),
            )
