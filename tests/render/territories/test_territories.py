"""What « Ma collectivité est-elle engagée ? » reads: small enough, whole, and the same as the directory says."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Any

import pytest

from generator.artifact import Artifact
from generator.maps.lying import Lying
from generator.maps.portrait import distance
from generator.maps.territories import Territory, prefix
from generator.model.directory import Directory
from generator.render.territories import FOLDER, render
from generator.render.territories.communes import communes
from generator.render.territories.deeds import MOST_BYTES, NEIGHBOURS
from generator.text.town import beginnings, letters
from generator.words.edition import Edition
from tests.node import run

MOST = 40_000
"""Bytes that one question may fetch, typing included."""

Files = Mapping[str, bytes]
"""Name below the folder, without its ending → what the file holds."""


def files(artifacts: Mapping[str, Artifact]) -> Files:
    found = {path: each.data for path, each in artifacts.items() if path.startswith(f"{FOLDER}/")}
    return {path.removeprefix(f"{FOLDER}/").removesuffix(".json"): data for path, data in found.items()}


@pytest.fixture(scope="module")
def written(artifacts: dict[str, Artifact]) -> Files:
    return files(artifacts)


@pytest.fixture(scope="module")
def read(written: Files) -> dict[str, Any]:
    return {name: json.loads(data) for name, data in written.items()}


class Visitor:
    """Finds the files that a question fetches, as the scripts do."""

    def __init__(self, index: dict[str, Any]) -> None:
        self.starts = {name: index[name].split(" ") for name in ("names", "shorts", "postal", "places")}

    def page(self, name: str, key: str) -> str:
        return f"{name}/{max(0, bisect_right(self.starts[name], key) - 1)}"

    def typed(self, typed: str) -> str:
        """The file that answers these letters."""
        starts = self.starts["names"]
        first = max(0, bisect_right(starts, typed) - 1)
        return f"names/{first}" if bisect_left(starts, typed + "~") <= first + 1 else self.page("shorts", typed)

    def fetched(self, name: str, code: str) -> set[str]:
        """All that is fetched by who types the name, letter by letter, and takes the commune."""
        typing = {self.typed(name[:length]) for length in range(1, len(name) + 1)}
        return {*typing, "index", self.page("places", code.lower()), f"deeds/{prefix(code).lower()}"}


def all_names(each: Territory) -> set[str]:
    return {each.name, *(name for _, name in each.led_here if name)}


def test_one_question_fetches_little_whatever_the_commune(written: Files, read: dict[str, Any]) -> None:
    visitor = Visitor(read["index"])
    sizes = {name: len(data) for name, data in written.items()}
    worst = max(
        (sum(sizes[file] for file in visitor.fetched(letters(name), each.code)), each.code, name)
        for each in communes()
        for name in all_names(each)
    )
    print(worst)
    assert worst[0] < MOST
    assert len(communes()) == 34_969


def test_every_commune_is_found_by_each_of_its_names(read: dict[str, Any]) -> None:
    visitor = Visitor(read["index"])
    codes: dict[tuple[str, str], set[str]] = {}
    missing = []
    for each in communes():
        for name in all_names(each):
            typed = letters(name)
            file = visitor.typed(typed)
            if (file, typed) not in codes:
                rows = read[file] if file.startswith("names/") else read[file].get(typed, ())
                codes[file, typed] = {row[1] for row in rows}
            if each.code not in codes[file, typed]:
                missing.append((name, each.code))
    assert missing == []


def test_every_commune_is_found_by_each_of_its_codes(read: dict[str, Any]) -> None:
    visitor = Visitor(read["index"])
    today = {each.code for each in communes()}
    for each in communes():
        held = read[visitor.page("places", each.code.lower())][each.code.lower()]
        assert held[0] == each.name
        for code in each.postal:
            assert each.code in {row[1] for row in read[visitor.page("postal", code)][code]}
        for code, _ in each.led_here:
            if code not in today:
                assert read[visitor.page("places", code.lower())][code.lower()] == each.code


FIND = """async (load, files, texts) => {
  const { Communes } = await load("territory/communes.js");
  const communes = new Communes(new URL("file:///"), async ({ pathname }) => files[pathname.slice(1, -5)]);
  return Promise.all(texts.map((text) => communes.find(text)));
}"""


def found(read: dict[str, Any], *texts: str) -> list[list[list[Any]]]:
    """What the scripts find for each text."""
    visitor = Visitor(read["index"])
    used = {"index"}
    for text in texts:
        for word in (letters(text), *re.findall(r"[0-9][0-9ab][0-9]{3}", text.lower())):
            used |= {visitor.typed(word), visitor.page("shorts", word)}
            used |= {visitor.page("postal", word), visitor.page("places", word)}
    # A former code leads on to that of today.
    used |= {visitor.page("places", code) for code in ("91228", "93066", "2a004")}
    return list(run(FIND, {name: read[name] for name in used}, texts))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("St Denis", "97411"),
        ("saint-denis", "97411"),
        ("LaRochelle", "17300"),
        ("rochelle", "17300"),
        ("mesnil roch", "35308"),
        ("Y", "80829"),
        ("Eu", "76255"),
        ("Lyon 3e", "69123"),
        ("lyon 3", "69123"),
        ("Lyon CEDEX 03", "69123"),
        ("villeur", "69266"),
        ("69266", "69266"),
        ("69100", "69266"),
        ("69100 Villeurbanne", "69266"),
        ("2A004", "2A004"),
        ("78182", "91228"),
        ("75059", "93066"),
        ("Courcouronnes", "91228"),
        ("par", "75056"),
        ("v", "69266"),
    ],
)
def test_the_first_commune_is_the_one_that_is_meant(read: dict[str, Any], typed: str, first: str) -> None:
    assert found(read, typed)[0][0][1] == first


def test_a_name_of_before_leads_to_today_and_says_so(read: dict[str, Any]) -> None:
    evry, old = found(read, "Évry", "Courcouronnes")
    assert {row[1] for row in evry[:2]} == {"91228", "89162"}
    assert old[0][0] == "Évry-Courcouronnes"
    assert old[0][3] == "Courcouronnes"


def test_all_that_are_called_so_are_offered_and_each_once(read: dict[str, Any]) -> None:
    (rows,) = found(read, "sainte-colombe")
    named = {each.code for each in communes() if "saintecolombe" in {letters(name) for name in all_names(each)}}
    codes = [row[1] for row in rows]
    assert len(named) > 8
    assert set(codes[: len(named)]) == named
    assert len(codes) == len(set(codes))


RANK = """async (load, rows, asked) => {
  const { first } = await load("territory/rank.js");
  return asked.map((typed) => first(rows, typed));
}"""


def test_the_browser_ranks_as_the_files_do(read: dict[str, Any]) -> None:
    every = (row for name, page in read.items() if name.startswith("names/") for row in page)
    rows = [row for row in every if any(key.startswith("v") for key in beginnings(row[3] if len(row) > 3 else row[0]))]
    shorts = [page for name, page in read.items() if name.startswith("shorts/")]
    short = {typed: found for page in shorts for typed, found in page.items() if typed.startswith("v")}
    assert len(short) > 5
    assert run(RANK, rows, list(short)) == list(short.values())


def test_counts_are_those_of_the_directory(real: Directory, read: dict[str, Any]) -> None:
    lying = Lying(real)
    told: dict[str, tuple[int, int]] = {}
    for name, deeds in read.items():
        if name.startswith("deeds/"):
            rows = [(row[0], row[2]) for row in deeds["wide"]] + [(row[0], row[3]) for row in deeds["homes"]]
            rows += [(f"commune-{code}", deed) for code, deed in deeds["communes"].items()]
            told |= {id_: (deed[1], deed[2]) if deed else (0, 0) for id_, deed in rows}
    by_id = lying.known.by_id
    met = {id_ for id_ in (*lying.actors_in, *lying.initiatives_in) if by_id[id_].level != "subdivision"}
    assert met <= set(told)
    for id_, counts in told.items():
        assert counts == (len(lying.initiatives_in.get(id_, ())), len(lying.actors_in.get(id_, ())))


def test_every_address_is_that_of_a_page(artifacts: dict[str, Artifact], read: dict[str, Any]) -> None:
    pages = {path.removesuffix("index.md") for path in artifacts}
    for name, deeds in read.items():
        if name.startswith("deeds/"):
            deeds_told = [row[2] for row in deeds["wide"]] + [row[3] for row in deeds["homes"]]
            addresses = [deed[0] for deed in (*deeds_told, *deeds["communes"].values()) if deed]
            addresses += [item[1] for item in deeds["items"]] + [row[2] for row in deeds["near"]]
            assert {address.split("?")[0] for address in addresses} <= pages


TELL = """async (load, deeds, places) => {
  const { steps, neighbours } = await load("territory/nearness.js");
  const near = (place) => neighbours(place, deeds).map(({ neighbour }) => neighbour[0]);
  return places.map((place) => [steps(place, deeds).map(({ id }) => id), near(place)]);
}"""


@pytest.mark.parametrize(
    "departement",
    ["22", "29", "2a", "59", "69", "75", "93", "973", "974", "975", "977", "984", "987"],
)
def test_the_nearest_are_told_of_every_commune(real: Directory, read: dict[str, Any], departement: str) -> None:
    """Islands without intercommunality, Grand Paris and overseas collectivities among them."""
    lying, visitor = Lying(real), Visitor(read["index"])
    inside = [each for each in communes() if prefix(each.code).lower() == departement]
    held = {each.code: read[visitor.page("places", each.code.lower())][each.code.lower()] for each in inside}
    keys = ("name", "lat", "lon", "home")
    places = [{"code": code, **dict(zip(keys, row, strict=True))} for code, row in held.items()]
    authorities = {
        id_
        for actor in real.actors.values()
        if actor.id in real.initiatives_of
        for id_ in lying.governed(actor)[:1]
        if lying.known.by_id[id_].point
    }
    for each, (steps, near) in zip(inside, run(TELL, read[f"deeds/{departement}"], places), strict=True):
        assert steps == [each.id, *each.above]
        point = each.point
        if point is None:
            assert near == []
            continue
        far = {
            id_: distance(point, where)
            for id_ in authorities - set(steps)
            if (where := lying.known.by_id[id_].point) and distance(point, where) < 295
        }
        expected = sorted(far.values())[:NEIGHBOURS]
        assert len(near) >= len(expected)
        for id_, kilometres in zip(near, expected, strict=False):
            assert far.get(id_, kilometres) == pytest.approx(kilometres, abs=0.2)


def test_the_other_edition_has_the_same_communes(real: Directory, spanish: Edition, written: Files) -> None:
    other = files({each.path: each for each in render(real, spanish)})
    assert other.keys() == written.keys()
    deeds = {name for name in other if name.startswith("deeds/")}
    assert all(other[name] == written[name] for name in other.keys() - deeds)
    assert all(len(other[name]) <= MOST_BYTES for name in deeds)
