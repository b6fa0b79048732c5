"""``/donnees/``: what can be taken away, what each column of the files holds, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.export.columns import BROKEN_BAR, SEPARATOR
from generator.export.described import Described, described
from generator.model import STATE
from generator.model.schema.paths import at
from generator.model.schema.types import TYPES as FILES
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection
from generator.search.facet import TYPES
from generator.words import fields as words
from generator.words.edition import Edition

COMMANDS = (
    "repertoire export --out repertoire.csv",
    "repertoire export --format json --out repertoire.json",
    "repertoire export --format xlsx --out repertoire.xlsx",
)
"""The whole directory as a file."""
FORMS = ("spreadsheets", "csv", "json", "geojson")
"""What the search offers, in its order."""


@dataclass(frozen=True, slots=True)
class Line:
    """A column, ready to be shown."""

    name: str
    """In GeoJSON."""
    label: str
    key: str
    """In JSON."""
    holds: str
    shape: str
    types: str


def data_page(see: Selection) -> Iterator[Page]:
    """The page; the same address in every edition."""
    edition = see.edition
    up = "../" * edition.path.count("/")  # schemas stand once, above all editions
    every = see.directory.initiatives.values()
    editorial = see.directory.terms.get("classifications", {}).get("editorial")
    data = {
        "forms": FORMS,
        "schemas": [(path, up + path) for path in map(urls.schema, FILES)],
        "commands": COMMANDS,
        "separator": SEPARATOR.strip(),
        "bar": BROKEN_BAR,
        "lines": lines(edition),
        "home": edition.site + edition.path if edition.site else "",
        "themes": editorial.definition if editorial else None,
        "status": words.help_text(at("initiative.status"), edition.locale),
        "total": len(every),
        "state": sum(each.scope == STATE for each in every),
    }
    yield Page(urls.DATA, "donnees", edition.t("data.title"), edition.t("data.description"), data)


def lines(edition: Edition) -> list[Line]:
    """The columns in the order of the files."""
    return [
        Line(
            name=each.column.name,
            label=edition.t(f"export.columns.{each.column.name}"),
            key=each.key,
            holds=holds(each, edition),
            shape=_shape(each, edition),
            types=_types(each, edition),
        )
        for each in described()
    ]


def holds(each: Described, edition: Edition) -> str:
    """What the column holds: as the catalog says it, or as a form explains the one field that it is.

    :raises KeyError: nobody says it.
    """
    key = f"data.columns.{each.column.name}"
    if each.field and key not in edition.catalog:
        return words.help_text(each.field, edition.locale)
    return edition.t(key)


def _shape(each: Described, edition: Edition) -> str:
    said = edition.t(f"data.shapes.{each.shape}")
    return edition.t("data.several", shape=said, separator=SEPARATOR.strip()) if each.many else said


def _types(each: Described, edition: Edition) -> str:
    """In words, by those that are left out if they are few."""
    others = [type_ for type_ in TYPES if type_ not in each.types]
    if not others:
        return edition.t("data.every")
    named = ", ".join(edition.t(f"explorer.several.{type_}") for type_ in (others if len(others) < 2 else each.types))
    return edition.t("data.but", types=named) if len(others) < 2 else named
