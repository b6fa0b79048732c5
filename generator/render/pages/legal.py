"""``/mentions-legales/``: who publishes the site and where to write, as the settings say it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection


def legal_notice(see: Selection) -> Iterator[Page]:
    """What French law asks of a site's publisher (loi pour la confiance dans l'économie numérique, article 1-1)."""
    title, description = see.edition.t("legal.title"), see.edition.t("legal.description")
    yield Page(urls.LEGAL, "legal", title, description, {"publisher": see.edition.publisher})
