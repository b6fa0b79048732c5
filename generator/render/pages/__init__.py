"""Every page of the site: ``VIEWS`` says which."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator import urls
from generator.artifact import Artifact
from generator.model.directory import Directory
from generator.render.pages import factsheets as sheets
from generator.render.pages import hubs, profiles, territories
from generator.render.pages.data import data_page
from generator.render.pages.engine import Writer
from generator.render.pages.legal import legal_notice
from generator.render.pages.page import Page
from generator.render.pages.proposals import correct_page, propose_page
from generator.render.pages.reference import reference
from generator.render.pages.report import report_page
from generator.render.pages.selection import Selection
from generator.render.pages.tools import embed_page, map_page, search_page
from generator.render.pages.upkeep import stale_page
from generator.words.edition import Edition

View = Callable[[Selection], Iterator[Page]]

VIEWS: tuple[View, ...] = (
    hubs.home,
    hubs.initiatives,
    hubs.actors,
    hubs.countries,
    hubs.themes,
    hubs.networks,
    hubs.agenda,
    hubs.instruments,
    hubs.calls,
    hubs.resources,
    hubs.vocabularies,
    map_page,
    search_page,
    embed_page,
    reference,
    propose_page,
    correct_page,
    report_page,
    stale_page,
    legal_notice,
    data_page,
    sheets.initiatives,
    sheets.actors,
    sheets.events,
    sheets.instruments,
    sheets.calls,
    sheets.resources,
    territories.hub,
    territories.territories,
    profiles.countries,
    profiles.themes,
)
"""Every kind of page: what to show where. Each names its template."""


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """Every page of the edition, as Markdown."""
    writer = Writer(directory, edition)
    see = Selection(directory, edition)
    for view in VIEWS:
        for page in view(see):
            yield writer.write(page)


def factsheets(directory: Directory) -> Iterator[str]:
    """The Markdown file each record must have; places are points of the map, vocabularies one page of terms."""
    for record in directory.records():
        if record.folder in urls.SECTIONS:
            yield urls.page(urls.record(record.folder, record.id))
    for theme in directory.themes:
        yield urls.page(urls.record("themes", theme))
