"""``/contribuer/proposer/`` and ``/contribuer/corriger/``: the form. Its fields and records are assets of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.model.schema.types import TYPES
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection
from generator.words import fields as words
from generator.words.catalog import Catalog

catalog = Catalog("form.fr")
"""What the form says."""

PROPOSED = ("initiative", "actor", "event", "call")
"""The types that the form offers, what people come for first."""


def propose_page(see: Selection) -> Iterator[Page]:
    """``/contribuer/proposer/``: a new record, its type after ``?type=``. In French in every edition."""
    types = [(type_, words.type_label(type_)) for type_ in PROPOSED]
    yield _page(see, urls.PROPOSE, "proposer", {"types": types})


def correct_page(see: Selection) -> Iterator[Page]:
    """``/contribuer/corriger/``: an existing record, its id after ``?id=``."""
    yield _page(see, urls.CORRECT, "corriger", {})


def texts() -> dict[str, Any]:
    """What its script says, and how a field that changes is told, under ``change``."""
    return catalog.nested() | {"change": Catalog("changes.fr").nested("field")}


def _page(see: Selection, url: str, name: str, data: dict[str, Any]) -> Page:
    title, description = see.edition.t(f"{name}.title"), see.edition.t(f"{name}.description")
    sections = {type_: urls.SECTIONS[folder] for type_, folder in TYPES.items() if folder in urls.SECTIONS}
    shown = {"said": catalog, "texts": texts(), "sections": sections, "proposed": PROPOSED, **data}
    return Page(url, name, title, description, shown, ((see.edition.t("nav.contribute"), urls.CONTRIBUTE),))
