"""Two directories → what changes on the site: its pages are written from both and compared."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.render import redirects
from generator.render.pages import VIEWS
from generator.render.pages.engine import Writer
from generator.render.pages.selection import Selection
from generator.words.edition import Edition

_FURTHER = re.compile(r"/page/\d+/$")
"""Second and later pages of a list: they come and go with its length, and nobody is given their address."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page by its address under the site's root, and its title."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class SiteChange:
    """What a visitor of the French edition would find different."""

    new: tuple[PageChange, ...]
    changed: tuple[PageChange, ...]
    lost: tuple[PageChange, ...]
    """Addresses that answer today and would not any more."""


def compare_sites(before: Directory, after: Directory, day: datetime.date) -> SiteChange:
    """The pages that appear, change and disappear; both sites are written as of the same day."""
    edition = Edition(SOURCE_LOCALE, day)
    old, new = dict(_pages(before, edition)), dict(_pages(after, edition))
    answering = {*new, *_redirects(after, edition)}
    titles = {url: title for pages in (old, new) for url, (title, _) in pages.items()}

    def told(found: Iterable[str]) -> tuple[PageChange, ...]:
        return tuple(PageChange(url, titles.get(url, url)) for url in sorted(found) if not _FURTHER.search(url))

    return SiteChange(
        new=told(new.keys() - old.keys()),
        changed=told(url for url in new.keys() & old.keys() if new[url] != old[url]),
        lost=told({*old, *_redirects(before, edition)} - answering),
    )


def _pages(directory: Directory, edition: Edition) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Address → title and digest of each page."""
    writer, see = Writer(directory, edition), Selection(directory, edition)
    for view in VIEWS:
        for page in view(see):
            yield page.url, (page.title, sha256(writer.write(page).data).digest())


def _redirects(directory: Directory, edition: Edition) -> set[str]:
    """Former addresses that lead to a page."""
    return {artifact.path.removesuffix("index.html") for artifact in redirects.render(directory, edition)}
