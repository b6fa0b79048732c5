"""What territories are called, told apart from others of the same name."""

from __future__ import annotations

from generator.maps.table import territories
from generator.maps.territories import OVERSEAS_REGIONS, Territory, prefix
from generator.model.directory import Directory
from generator.words.countries import country_name
from generator.words.edition import Edition


def territory_name(id_: str, directory: Directory, edition: Edition) -> str:
    """« Rhône (69) », « Villeurbanne (69) », « São Paulo (Brésil) »: as a list of many shows it, alone."""
    each = territories().by_id[id_]
    if each.level in ("commune", "departement"):
        return edition.t("territory.within", name=each.name, where=departement_code(each))
    if each.level == "subdivision":
        return edition.t("territory.within", name=each.name, where=country_name(each.country, directory, edition))
    return each.name


def departement_code(each: Territory) -> str:
    """The code that people know a place by: that of its département, « 69 », « 974 »."""
    return prefix(each.code) if each.level == "commune" else each.code


def known_codes(each: Territory) -> tuple[str, ...]:
    """The codes that people call a territory by. No region's: each is a département's too, which is what is meant; but
    overseas, that of the département that it is."""
    if each.level == "region":
        return tuple(code for code, today in OVERSEAS_REGIONS.items() if each.id == f"region-{today}")
    return (each.code,)
