"""The pages whose content a script brings to life: search, alone or in a frame, and map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.maps.atlas import Atlas, chart
from generator.maps.gazetteer import PARTS, groups
from generator.maps.table import territories
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection
from generator.search.facet import ASKED, on_page


@dataclass(frozen=True, slots=True)
class Division:
    """A French region or département that the map can be narrowed to."""

    id: str
    name: str
    bare: bool
    """Whether no initiative is known there: it is offered only once it is asked for."""


def search_page(see: Selection) -> Iterator[Page]:
    """``/recherche/``."""
    title, description = see.edition.t("search.title"), see.edition.t("search.description")
    yield Page(urls.SEARCH, "recherche", title, description, {"facets": on_page(), "asked": ASKED})


def embed_page(see: Selection) -> Iterator[Page]:
    """``/integrer/``: a search in a frame of another site."""
    title, description = see.edition.t("embed.title"), see.edition.t("embed.description")
    yield Page(urls.EMBED, "integrer", title, description, {}, meta={"template": "embed.html"})


def map_page(see: Selection) -> Iterator[Page]:
    """``/carte/``."""
    atlas = chart(see.directory)
    listed = groups(see.directory, atlas, country=see.country, text=see.text, key=see.edition.sort_key)
    data = {"atlas": atlas, "groups": listed, "parts_of_world": PARTS, "regions": _regions(see, atlas)}
    yield Page(urls.MAP, "carte", see.edition.t("maps.title"), see.edition.t("maps.description"), data)


def _regions(see: Selection, atlas: Atlas) -> list[tuple[Division, list[Division]]]:
    """French regions that have places, each with its départements that have some; by name."""
    by_id = territories().by_id
    under: dict[str, list[Division]] = defaultdict(list)
    for id_, places in see.lying.divisions.items():
        each = by_id[id_]
        bare = all(atlas.spots[place].bare for place in places)
        under[next(iter(each.above), "")].append(Division(id_, each.name, bare))
    for found in under.values():
        found.sort(key=lambda each: see.edition.sort_key(each.name))
    return [(each, under[each.id]) for each in under[""]]
