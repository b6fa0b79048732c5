"""``/contribuer/proposer/`` and ``/contribuer/corriger/``: the form. Its fields and records are assets of their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator import urls
from generator.model.schema.fields import TYPES
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection
from generator.words import fields as words
from generator.words.edition import LOCALES, read_catalog

CATALOG = LOCALES / "form.fr.yml"

PROPOSED = ("initiative", "actor", "event", "call")
"""The types that the form offers, what people come for first."""


@cache
def catalog() -> dict[str, str]:
    """Dotted key → what the form says."""
    return read_catalog(CATALOG)


def propose_page(see: Selection) -> Iterator[Page]:
    """``/contribuer/proposer/``: a new record, its type after ``?type=``. In French in every edition."""
    types = [(type_, words.type_label(type_)) for type_ in PROPOSED]
    yield _page(see, urls.PROPOSE, "proposer", {"types": types})


def correct_page(see: Selection) -> Iterator[Page]:
    """``/contribuer/corriger/``: an existing record, its id after ``?id=``."""
    yield _page(see, urls.CORRECT, "corriger", {})


def _page(see: Selection, url: str, name: str, data: dict[str, Any]) -> Page:
    title, description = see.edition.t(f"{name}.title"), see.edition.t(f"{name}.description")
    sections = {type_: urls.SECTIONS[folder] for type_, folder in TYPES.items() if folder in urls.SECTIONS}
    shown = {"said": catalog(), "texts": _nested(catalog()), "sections": sections, "proposed": PROPOSED, **data}
    return Page(url, name, title, description, shown, ((see.edition.t("nav.contribute"), urls.CONTRIBUTE),))


def _nested(texts: dict[str, str]) -> dict[str, Any]:
    """The texts as the catalog's file holds them, for the script."""
    found: dict[str, Any] = {}
    for key, text in texts.items():
        *path, last = key.split(".")
        inner = found
        for step in path:
            inner = inner.setdefault(step, {})
        inner[last] = text
    return found
