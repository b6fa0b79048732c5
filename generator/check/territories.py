"""A rule on codes of places: each stands for a territory of its level, of today or of before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import Finding, found
from generator.maps.lying import LEVELS
from generator.maps.table import territories
from generator.model.directory import Directory
from generator.model.values import FRANCE


def codes(directory: Directory) -> Iterator[Finding]:
    """Codes of French places that no commune, département or region has or had: nobody would find what stands there by
    its territory."""
    for place in directory.places.values():
        level = LEVELS.get(place.admin_level)
        if place.state == FRANCE and place.insee and level and not territories().unit(level, place.insee):
            yield found("unknown-insee", place, ("insee",), {"value": place.insee}, severity="warning")
