"""Ids that records had: an address that asks for one means the record of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from generator.maps.table import territories
from generator.maps.territories import OVERSEAS_REGIONS
from generator.model.directory import Directory
from generator.model.schema.types import TYPES
from generator.search.facet import FACETS, TERRITORY, field_of
from generator.search.state import State
from generator.text.fold import fold

PLACE = "place"


def former(directory: Directory) -> dict[str, dict[str, str]]:
    """Facet whose values are records or territories → their former ids → those of today; others are left out."""
    found: dict[str, dict[str, str]] = {}
    for facet in FACETS:
        field = field_of().get(facet.name)
        type_ = field.reference if field and field.kind == "reference" else PLACE if facet.name == PLACE else ""
        if type_ and (ids := renamed(directory, type_)):
            found[facet.name] = ids
    return found | {TERRITORY: former_territories()}


@cache
def former_territories() -> dict[str, str]:
    """Names by which addresses called regions when they knew no codes (``ile-de-france``), and the départements that
    are regions, → ids."""
    known = territories().by_id.values()
    regions = {fold(each.name).replace(" ", "-"): each.id for each in known if each.level in ("region", "collectivite")}
    return regions | {f"departement-{code}": f"region-{region}" for code, region in OVERSEAS_REGIONS.items()}


def renamed(directory: Directory, type_: str) -> dict[str, str]:
    """Former id → id of today, of the records of a type."""
    return {old: each.id for each in getattr(directory, TYPES[type_]).values() for old in each.formerly}


def up_to_date(state: State, directory: Directory) -> State:
    """The same question by the ids of today."""
    ids: Mapping[str, Mapping[str, str]] = former(directory)
    return replace(
        state,
        facets={
            facet: tuple(dict.fromkeys(ids.get(facet, {}).get(value, value) for value in values))
            for facet, values in state.facets.items()
        },
    )
