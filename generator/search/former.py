"""Ids that records had: an address that asks for one means the record of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.directory import Directory
from generator.model.schema.types import TYPES
from generator.search.facet import FACETS, field_of
from generator.search.state import State

PLACE = "place"


def former(directory: Directory) -> dict[str, dict[str, str]]:
    """Facet whose values are records → their former ids → those of today; facets without any are left out."""
    found = {}
    for facet in FACETS:
        field = field_of().get(facet.name)
        type_ = field.reference if field and field.kind == "reference" else PLACE if facet.name == PLACE else ""
        if type_ and (ids := renamed(directory, type_)):
            found[facet.name] = ids
    return found


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
