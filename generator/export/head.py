"""What a file says of itself: whose it is, what was asked, how it may be used."""

from __future__ import annotations

from typing import Any

from generator import urls
from generator.export.columns import COLUMNS
from generator.export.naming import degrees
from generator.search import State
from generator.words.edition import Edition


def about(edition: Edition) -> dict[str, Any]:
    """What holds for every file of the edition."""
    return {
        "name": edition.t("site.name"),
        "as_of": edition.as_of.isoformat(),
        "language": edition.locale,
        "licence": {"name": edition.t("export.licence"), "url": edition.t("export.licence_url")},
        "attribution": edition.t("export.attribution", date=edition.date(edition.as_of)),
        "credits": edition.t("export.credits"),
    }


def head(edition: Edition, site: str, state: State) -> dict[str, Any]:
    """The same for one selection, with its address; ``site`` is that of the edition's root."""
    asked = state.write()
    search = f"{site}{urls.SEARCH}" + (f"?{asked}" if asked else "")
    return {**about(edition), "search": search, "filters": filters(state)}


def filters(state: State) -> dict[str, Any]:
    """What the state asks: the values of each facet, years, and the zone as west, south, east, north."""
    found: dict[str, Any] = {facet: list(values) for facet, values in state.facets.items()}
    found |= {name: year for name, year in (("from", state.from_), ("to", state.to)) if year is not None}
    return {**found, "zone": [degrees(each) for each in state.zone]} if state.zone else found


def labels(edition: Edition) -> list[str]:
    """The header of the table."""
    return [edition.t(f"export.columns.{column.name}") for column in COLUMNS]
