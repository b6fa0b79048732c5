"""What a script needs to filter the map: numbers and ids, no words."""

from __future__ import annotations

from generator.maps.atlas import Atlas, countries_of
from generator.maps.lying import Lying
from generator.model.directory import Directory
from generator.model.values import FRANCE
from generator.search.former import former_territories


def numbers(directory: Directory, atlas: Atlas) -> dict[str, object]:
    """The atlas in numbers, as ``overrides/assets/atlas/filters.js`` reads it.

    An initiative is [countries it acts in, others it concerns (``countries_of``), themes and wider ones],
    each given by its number in ``countries`` and ``themes``. Places, and lines (whose two places are their
    ``ends``), hold initiatives by number. ``divisions`` are French territories with the places
    there, and ``formerly`` the ids that addresses called them by once; ``french`` are the codes of France and of its
    territories.
    """
    codes: dict[str, int] = {}
    themes: dict[str, int] = {}

    def number(of: dict[str, int], id_: str) -> int:
        return of.setdefault(id_, len(of))

    initiatives = []
    for each in directory.initiatives.values():
        every = [number(codes, code) for code in countries_of(directory, each)]
        acts = len(dict.fromkeys(each.countries))
        on = [number(themes, theme) for theme in sorted(directory.with_broader(each.themes))]
        initiatives.append([every[:acts], every[acts:], on])
    return {
        "initiatives": initiatives,
        "countries": [*codes],
        "themes": [*themes],
        "places": {
            id_: [atlas.numbers[each.id] for each in (*spot.initiatives, *spot.state)]
            for id_, spot in atlas.spots.items()
        },
        "divisions": Lying(directory).divisions,
        "formerly": former_territories(),
        "french": [FRANCE, *sorted(directory.overseas)],
        "ends": [[link.french, link.partner] for link in atlas.links],
        "lines": [[atlas.numbers[each.id] for each in link.initiatives] for link in atlas.links],
        "breaks": atlas.breaks,
    }
