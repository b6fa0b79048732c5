"""The pages whose content a script brings to life: search and map."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection


def search_page(see: Selection) -> Iterator[Page]:
    """``/recherche/``."""
    yield Page(urls.SEARCH, "recherche", see.edition.t("search.title"), see.edition.t("search.description"), {})


def map_page(see: Selection) -> Iterator[Page]:
    """``/carte/``."""
    yield Page(urls.MAP, "carte", see.edition.t("maps.title"), see.edition.t("maps.description"), {})
