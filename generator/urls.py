"""Every page path and link; nothing else knows them.

A ``url`` is relative to the edition's root and ends with a slash (the home page is ``""``); the same in every
language. A ``page`` is the Markdown file behind it.
"""

from __future__ import annotations

from typing import NamedTuple

SECTIONS = {
    "actors": "acteurs",
    "initiatives": "initiatives",
    "countries": "pays",
    "territories": "territoires",
    "themes": "themes",
    "events": "agenda",
    "instruments": "financements",
    "calls": "appels",
    "resources": "ressources",
}
"""Record type → first part of its address."""

HOME = ""
ACTORS, INITIATIVES, COUNTRIES, TERRITORIES = "acteurs/", "initiatives/", "pays/", "territoires/"
THEMES, EVENTS, INSTRUMENTS = "themes/", "agenda/", "financements/"
CALLS, RESOURCES = "appels/", "ressources/"
NETWORKS, MAP, SEARCH, ABOUT, TERMS = "reseaux/", "carte/", "recherche/", "a-propos/", "vocabulaires/"
EMBED, LEGAL = "integrer/", "mentions-legales/"
CONTRIBUTE, REFERENCE = "contribuer/", "contribuer/reference/"
GUIDE_PT = "contribuer/pt/"
PROPOSE, CORRECT = "contribuer/proposer/", "contribuer/corriger/"
REPORT, STALE, DATA = "signaler/", "a-reconfirmer/", "donnees/"


class Way(NamedTuple):
    """A link of the frame around pages; its words are the edition's."""

    url: str
    label: str
    """Its key in the catalog."""
    anchor: str = ""
    """Key of the part of the page it leads to."""


NAVIGATION = (
    Way(INITIATIVES, "nav.initiatives"),
    Way(ACTORS, "nav.actors"),
    Way(COUNTRIES, "nav.countries"),
    Way(TERRITORIES, "nav.territories"),
    Way(THEMES, "nav.themes"),
    Way(NETWORKS, "nav.networks"),
    Way(MAP, "nav.map"),
    Way(EVENTS, "nav.events"),
    Way(INSTRUMENTS, "nav.instruments"),
    Way(CONTRIBUTE, "nav.contribute"),
    Way(ABOUT, "nav.about"),
)
"""What stands at the head of every page."""

FOOTER = (
    (
        "site.footer_explore",
        (
            *(way for way in NAVIGATION if way.url not in (CONTRIBUTE, ABOUT)),
            Way(CALLS, "nav.calls"),
            Way(RESOURCES, "nav.resources"),
            Way(SEARCH, "nav.search"),
        ),
    ),
    (
        "site.footer_understand",
        (
            Way(ABOUT, "nav.about"),
            Way(CONTRIBUTE, "nav.contribute"),
            Way(PROPOSE, "proposer.title"),
            Way(REPORT, "report.title"),
            Way(CONTRIBUTE, "nav.corrections", "anchor.corrections"),
            Way(ABOUT, "nav.method", "anchor.method"),
            Way(ABOUT, "nav.accessibility", "anchor.accessibility"),
            Way(LEGAL, "nav.legal"),
            Way(TERMS, "nav.vocabularies"),
            Way(DATA, "data.title"),
            Way(STALE, "nav.stale"),
        ),
    ),
)
"""What stands at the foot of every page: key of each part's title → its links."""

LOST = (
    Way(HOME, "nav.home"),
    Way(INITIATIVES, "nav.initiatives"),
    Way(ACTORS, "nav.actors"),
    Way(COUNTRIES, "nav.countries"),
    Way(THEMES, "nav.themes"),
    Way(MAP, "nav.map"),
)
"""Where an address that leads nowhere can lead on."""


def schema(type_: str) -> str:
    """The JSON Schema of the files of a type (``actor``), above all editions."""
    return f"schema/{type_}.json"


def reference(anchor: str) -> str:
    """Where a type of file or one of its fields is explained."""
    return f"{REFERENCE}#{anchor}"


def record(type_: str, id_: str) -> str:
    """Address of a record's page; ``type_`` as in ``SECTIONS``. A place has none of its own: its point on the map."""
    if type_ == "places":
        return f"{MAP}?lieu={id_}"
    return f"{SECTIONS[type_]}/{id_}/"


def numbered(url: str, number: int) -> str:
    """Address of the ``number``-th page of a list (from 1)."""
    return url if number == 1 else f"{url}page/{number}/"


def page(url: str) -> str:
    """The Markdown file behind an address."""
    return f"{url}index.md"


def relative(target: str, base: str) -> str:
    """Link to ``target`` (a url or an asset's path) as written on the page at ``base``; works under any prefix."""
    up = "../" * base.count("/")
    return (up + target) or "./"


def kind(id_: str) -> str:
    """Address of the list of actors of a kind."""
    return f"{ACTORS}type/{id_}/"
