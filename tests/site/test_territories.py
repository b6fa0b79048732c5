"""The figures of every territory's page, counted again from the YAML files and the table alone, by other code."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.artifact import Artifact
from tests.small import ROOT

CONTENT = ROOT / "content"
TABLE = ROOT / "generator" / "maps" / "data" / "territories.tsv"
OVERSEAS = {"971": "region-01", "972": "region-02", "973": "region-03", "974": "region-04", "976": "region-06"}
ISLANDS = {"GP": "971", "MQ": "972", "GF": "973", "BL": "977", "MF": "978"}


def _plain(name: str) -> str:
    from generator.text.fold import fold  # how names are compared is no figure

    return fold(name.partition(" (")[0])


@cache
def table() -> tuple[dict[str, set[str]], dict[str, set[str]], dict[tuple[str, str], str]]:
    """Commune's code → what it lies in; SIREN of an intercommunality → likewise; names."""
    communes: dict[str, set[str]] = {}
    groups: dict[str, set[str]] = defaultdict(set)
    names: dict[tuple[str, str], str] = {}
    regions: dict[str, str] = {}
    home: list[str] = []
    for line in TABLE.read_text("utf-8").splitlines():
        row = line.split("\t")
        if row[0] == "departement":
            _, code, name, region, _ = row
            regions[code] = OVERSEAS.get(code) or (f"collectivite-{code}" if code == region else f"region-{region}")
            names["departement", _plain(name)] = code
        elif row[0] == "region":
            names["region", _plain(row[2])] = f"region-{row[1]}"
        elif row[0] == "former-region":
            names["region", _plain(row[1])] = f"region-{row[2]}"
        elif row[0] == "intercommunality":
            home = [siren for siren in (row[1:2] + row[4:5]) if siren]
        elif row[0] == "subdivision":
            *usual, own = row[2:]
            names.setdefault((row[1][:2], _plain(own)), row[1].lower())
            names.update({(row[1][:2], _plain(name)): row[1].lower() for name in usual})
        elif not line.startswith("#"):
            code = row[0]
            first = code[:3] if code.startswith(("97", "98")) else code[:2]
            wide = {regions[first]} | (set() if len(first) == 3 else {f"departement-{first.lower()}"})
            communes[code] = {f"commune-{code}", *(f"intercommunalite-{siren}" for siren in home), *wide}
            for siren in home:
                groups[siren] |= wide | {f"intercommunalite-{other}" for other in home[home.index(siren) :]}
    for line in TABLE.read_text("utf-8").splitlines():
        row = line.split("\t")
        if len(row) > 6 and row[0] in communes:
            for old in row[6].split("|"):
                communes.setdefault(old.split(" ")[0], communes[row[0]])
    return communes, groups, names


def _wide(code: str) -> set[str]:
    """A département by its code; an overseas one is a region, a collectivity is itself."""
    if code in OVERSEAS:
        return {OVERSEAS[code]}
    if code[:3] in ("975", "977", "978", "986", "987", "988"):
        return {f"collectivite-{code[:3]}"}
    names = table()[2]
    assert code in names.values(), code
    inside = next(above for commune, above in table()[0].items() if f"departement-{code.lower()}" in above)
    return {f"departement-{code.lower()}", *(each for each in inside if each.startswith("region-"))}


@cache
def records(folder: str) -> dict[str, Any]:
    return {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for path in sorted((CONTENT / folder).glob("*.yml"))
    }


def _text(value: Any) -> str:
    return value if isinstance(value, str) else value.get("fr") or next(iter(value.values()))


def place(id_: str | None) -> set[str]:
    communes, _, names = table()
    if not id_:
        return set()
    each = records("places")[id_]
    if each["state"] != "FR":
        called = [each.get("subdivision"), *([] if each["admin_level"] == "city" else [_text(each["name"])])]
        native = [each["native_name"]] if "native_name" in each and each["admin_level"] != "city" else []
        found = [names.get((each["country"], _plain(name))) for name in (*called, *native) if name]
        return {next(filter(None, found))} if any(found) else set()
    code, level = each.get("insee", ""), each["admin_level"]
    if level == "city" and code:
        return communes[code]
    if level == "department":
        return _wide(code)
    if level == "region" and code:
        return _wide(code[:3]) if len(code) > 2 else {f"region-{code}"}
    if level == "region":
        return {names["region", _plain(_text(each["name"]))]}
    return _wide(names["departement", _plain(each["subdivision"])])


@cache
def actor(id_: str) -> frozenset[str]:
    _, groups, _ = table()
    each = records("actors")[id_]
    codes = each.get("identifiers", {})
    insee, siren = codes.get("insee", ""), codes.get("siren", "")
    kind, found = each["kind"], set[str]()
    if each.get("country") == "FR" or each.get("territory"):
        if kind in ("metropolis", "intercommunality"):
            for code in (insee, siren):
                if code in groups:
                    found |= groups[code]
        elif kind == "commune" and insee:
            found |= table()[0][insee]
        elif kind == "departement" and insee:
            found |= _wide(insee)
        elif kind == "region" and insee:
            found |= {f"region-{insee}"}
        elif kind == "overseas-authority" and insee:
            found |= {f"region-{insee}"} if len(insee) == 2 else _wide(insee)
    seat = place(each.get("place"))
    nowhere = kind in ("embassy-consulate", "multilateral-regional") or (
        kind == "state-operator" and "commune-75056" in seat
    )
    if not found and not nowhere:
        found |= seat
    for other in each.get("other_places", []):
        found |= place(other)
    if not found and not each.get("place"):
        if each.get("parent"):
            found |= actor(each["parent"])
        if not found and each.get("territory") in ISLANDS:
            found |= _wide(ISLANDS[each["territory"]])
    if each.get("successor"):
        found |= actor(each["successor"])
    return frozenset(found)


@pytest.fixture(scope="module")
def counted() -> dict[str, dict[str, set[str]]]:
    """Territory → what is in it, by figure."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    french = {id_ for id_, each in records("actors").items() if each.get("country") == "FR"}
    for id_ in records("actors"):
        for territory in actor(id_):
            found[territory]["actors"].add(id_)
    for id_, each in records("initiatives").items():
        parts = [part["actor"] for part in each.get("participations", [])]
        where = set[str]().union(*map(actor, parts), *map(place, each.get("places", [])))
        for territory in where:
            found[territory]["initiatives"].add(id_)
            if each["scope"] == "state":
                found[territory]["french abroad"] |= french & set(parts)
                continue
            found[territory]["countries"] |= set(each.get("countries", []))
            found[territory]["partners"] |= {part for part in parts if part not in french}
            found[territory]["french abroad"] |= french & set(parts)
    for territory, held in found.items():
        abroad = not territory.startswith(("region-", "departement-", "collectivite-", "commune-", "intercommunalite-"))
        held["french"] = held["french abroad"] if abroad else held["actors"] & french
        if abroad:
            held["partners"] &= held["actors"]
    return found


def test_the_figures_of_each_page_are_those_of_the_files(
    artifacts: dict[str, Artifact], counted: dict[str, dict[str, set[str]]]
) -> None:
    pages = [path for path in artifacts if re.fullmatch("territoires/[^/]+/index.md", path)]
    assert len(pages) > 200
    wrong = {}
    for path in pages:
        id_ = Path(path).parent.name
        page = artifacts[path].data.decode()
        head = re.search(r'<ul class="rp-figures".*?</ul>', page, re.S)
        said = {"initiatives": 0, "french": 0, "partners": 0, "countries": 0}
        if head:
            plain = head[0].replace("\u202f", "")
            said = {name: int(n) for name, n in re.findall(r'data-figure="(\w+)">(\d+)<', plain)}
            initiatives = re.search(r"<li><strong>(\d+)</strong>", plain)
            assert initiatives
            said["initiatives"] = int(initiatives[1])
        elif counted[id_]["actors"]:
            said["french"] = len(counted[id_]["french"])  # without an initiative a page shows no figures
        right = {name: len(counted[id_][name]) for name in said}
        if said != right:
            wrong[id_] = (said, right)
    assert wrong == {}


def test_what_the_issue_promised_of_auvergne_rhone_alpes(counted: dict[str, dict[str, set[str]]]) -> None:
    """Lyon's, Grenoble's and the Savoie's, those of an absorbed body and a former region among them."""
    there = counted["region-84"]["actors"]
    assert {"ville-de-lyon", "metropole-de-lyon", "grenoble", "departement-savoie", "rhone-alpes"} <= there
    assert counted["departement-69"]["initiatives"] <= counted["region-84"]["initiatives"]


@pytest.mark.parametrize(
    ("code", "region"), [("971", "01"), ("972", "02"), ("973", "03"), ("974", "04"), ("976", "06")]
)
def test_an_overseas_departement_leads_to_the_page_of_its_region(
    artifacts: dict[str, Artifact], code: str, region: str
) -> None:
    page = artifacts[f"territoires/departement-{code}/index.html"].data.decode()
    assert f'url=../../territoires/region-{region}/"' in page
    assert f"territoires/region-{region}/index.md" in artifacts


def test_who_lies_nowhere_is_counted_where_one_misses_it(artifacts: dict[str, Artifact]) -> None:
    lost = [
        id_
        for id_, each in records("actors").items()
        if each.get("country") == "FR"
        and each["kind"] not in ("embassy-consulate", "multilateral-regional", "state-operator")
        and not actor(id_)
    ]
    hub = artifacts["territoires/index.md"].data.decode()
    assert f"{len(lost)} acteurs français" in hub.replace("\u00a0", " ").replace("\u202f", " ")
    named = set(re.findall(r"acteurs/([\w-]+)/", hub[hub.index("sans-lieu-connu") :]))
    assert named == set(lost)
    assert f"{len(lost)} acteurs français" in artifacts["territoires/departement-15/index.md"].data.decode()
