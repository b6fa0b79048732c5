"""The pages whose content a script brings to life: search, alone or in a frame, and map."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.maps.atlas import chart
from generator.maps.gazetteer import groups
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection
from generator.search.facet import NAMES, on_page


def search_page(see: Selection) -> Iterator[Page]:
    """``/recherche/``."""
    title, description = see.edition.t("search.title"), see.edition.t("search.description")
    yield Page(urls.SEARCH, "recherche", title, description, {"facets": on_page(), "asked": NAMES})


def embed_page(see: Selection) -> Iterator[Page]:
    """``/integrer/``: a search in a frame of another site."""
    title, description = see.edition.t("embed.title"), see.edition.t("embed.description")
    yield Page(urls.EMBED, "integrer", title, description, {}, meta={"template": "embed.html"})


def map_page(see: Selection) -> Iterator[Page]:
    """``/carte/``."""
    atlas = chart(see.directory)
    listed = groups(see.directory, atlas, country=see.country, text=see.text, key=see.edition.sort_key)
    data = {"atlas": atlas, "groups": listed}
    yield Page(urls.MAP, "carte", see.edition.t("maps.title"), see.edition.t("maps.description"), data)
