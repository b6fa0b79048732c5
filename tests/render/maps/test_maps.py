"""The map's files hold numbers and ids only, the same twice, and agree with the directory."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from branca.element import Element

from generator import urls
from generator.files.decode import decode
from generator.files.load import parse
from generator.maps.atlas import breaks, chart, countries_of
from generator.maps.gazetteer import groups
from generator.maps.lying import Lying
from generator.model import BY_FOLDER, Record
from generator.model.directory import Directory, link
from generator.render import maps
from generator.render.maps.canvas import feature, plain
from generator.render.pages.engine import Writer
from generator.render.pages.selection import Selection
from generator.render.pages.tools import map_page
from generator.words.edition import Edition

HOSTILE = "{{7*191}} ${7*191} {% raw %} </script><img src=x onerror=alert(1)> `x`"
OURS = ("base.js", "layers.js", "atlas.json", "words.json")


def files(directory: Directory, edition: Edition) -> dict[str, str]:
    """Our own files by name; Leaflet's are its own."""
    every = {artifact.path: artifact for artifact in maps.render(directory, edition)}
    return {name: every[f"{maps.FOLDER}/{name}"].data.decode() for name in OURS}


def record(folder: str, id_: str, text: str) -> Record:
    root, problems = parse(text.encode(), id_)
    assert root is not None, problems
    found, problems = decode(BY_FOLDER[folder], id_, root, id_)
    assert found is not None, problems
    return found


@pytest.fixture
def hostile(real: Directory) -> Directory:
    """One initiative between two places; every text in it tries to be code."""
    name = json.dumps(HOSTILE)
    place = (
        "name: {name}\nnative_name: {name}\nsubdivision: {name}\n"
        "country: {code}\nstate: {code}\nlat: {lat}\nlon: {lon}\n"
    )
    shared = "admin_level: city\nprecision: seat\nnote: " + name
    return link(
        [
            *real.vocabularies.values(),
            record("places", "la-haut", place.format(name=name, code="FR", lat=48.1, lon=2.3) + shared),
            record("places", "la-bas", place.format(name=name, code="BR", lat=-8.1, lon=-34.9) + shared),
            record("actors", "ville", f"name: {name}\nkind: commune\ncountry: FR\nplace: la-haut"),
            record("countries", "br", f"name: {name}\nstate: BR"),
            record("countries", "gf", f"name: {name}\nstate: FR"),
            record(
                "initiatives",
                "ensemble",
                f"title: {name}\nsummary: {name}\nmodality: twinning\nscope: decentralised\n"
                "participations: [{actor: ville, role: bearer}]\nplaces: [la-bas]\ncountries: [BR]",
            ),
        ]
    )


def test_no_text_of_a_record_reaches_folium_and_none_is_run(hostile: Directory, french: Edition) -> None:
    found = files(hostile, french)
    for name in ("base.js", "layers.js", "atlas.json"):
        assert "1337" not in found[name]
        assert not re.search(r"onerror|script|\{\{|\{%|\$\{|`", found[name]), name
    assert json.loads(found["words.json"])["overseas"] == {"gf": HOSTILE}
    (page,) = map_page(Selection(hostile, french))
    body = str(Writer(hostile, french).write(page).content)
    assert "1337" not in body
    assert "<img" not in body
    texts = _Texts()
    texts.feed(body.partition("---\n\n")[2])
    assert sum(HOSTILE in text for text in texts.found) >= 5


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.links: list[str] = []
        self.places: list[str] = []
        self.hidden: set[str] = set()
        self.initiatives: dict[str, str] = {}

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self.links.append(values.get("href") or "")
        if "data-place" in values:
            self.places.append(values["data-place"] or "")
            if "hidden" in values:
                self.hidden.add(values["data-place"] or "")
        if "data-initiatives" in values:
            self.initiatives[values["data-country"] or ""] = values["data-initiatives"] or ""


@pytest.mark.parametrize("text", ["São Paulo", "a b", "{{7*191}}", "</script>", "BR", "", "a\n"])
def test_folium_is_given_ids_or_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="not a plain id"):
        plain(text)
    with pytest.raises(ValueError, match="not a plain id"):
        feature(text, "Point", (0.0, 0.0))


def test_two_builds_are_the_same_and_folium_is_left_as_it_was(real: Directory, french: Edition) -> None:
    before = Element.__dict__["_generate_id"]
    assert list(maps.render(real, french)) == list(maps.render(real, french))
    assert Element.__dict__["_generate_id"] is before
    assert Element().get_name() != Element().get_name()


def test_the_drawing_is_the_same_in_every_language(real: Directory, french: Edition, spanish: Edition) -> None:
    ours, theirs = files(real, french), files(real, spanish)
    assert ours.pop("words.json") != theirs.pop("words.json")
    assert ours == theirs


def test_no_file_names_a_host_to_ask(real: Directory, french: Edition) -> None:
    for name, text in files(real, french).items():
        assert "//" not in text, name
    artifacts = {artifact.path for artifact in maps.render(real, french)}
    (style,) = [artifact for artifact in maps.render(real, french) if artifact.path.endswith(".css")]
    for address in re.findall(r"url\(([^)#]+)\)", style.data.decode()):
        assert f"{maps.FOLDER}/leaflet/{address}" in artifacts


def test_land_is_drawn_once_and_french_territories_stand_out(real: Directory, french: Edition) -> None:
    found = files(real, french)
    assert found["base.js"].count('"MultiPolygon"') == 92
    assert "MultiPolygon" not in found["layers.js"]
    cases = re.search(r'((?:case "\w+":\s)+)return \{"className": "rp-land-overseas"\}', found["base.js"])
    assert cases is not None
    assert re.findall(r'"(\w+)"', cases[1]) == ["bl", "gf", "gp", "mf", "mq"]


def test_numbers_agree_with_the_directory(real: Directory, french: Edition) -> None:
    atlas = chart(real)
    data = json.loads(files(real, french)["atlas.json"])
    ids = list(real.initiatives)
    assert data["places"].keys() == real.places.keys()
    for place, numbers in data["places"].items():
        assert {ids[number] for number in numbers} == {each.id for each in real.initiatives_at.get(place, ())}
    for number, (acts, other, themes) in enumerate(data["initiatives"]):
        each = real.initiatives[ids[number]]
        assert [data["countries"][code] for code in acts] == list(each.countries)
        assert [data["countries"][code] for code in [*acts, *other]] == countries_of(real, each)
        assert {data["themes"][theme] for theme in themes} == real.with_broader(each.themes)
    state = {id_ for id_, each in real.initiatives.items() if each.scope == "state"}
    for (start, end), numbers in zip(data["ends"], data["lines"], strict=True):
        assert real.places[start].state == "FR" != real.places[end].state
        both = {each.id for each in real.initiatives_at[start]} & {each.id for each in real.initiatives_at[end]}
        assert {ids[number] for number in numbers} == both - state
    lying = Lying(real)
    assert data["divisions"]
    for division, places in data["divisions"].items():
        assert division.startswith(("region-", "departement-", "collectivite-"))
        assert {place for place in real.places if division in lying.of_place(place)} == set(places)
    assert all(data["divisions"][data["formerly"][old]] for old in ("bretagne", "ile-de-france", "departement-972"))
    assert data["french"] == ["FR", "BL", "GF", "GP", "MF", "MQ"]
    for code, count in atlas.density.items():
        assert count == len(real.initiatives_in.get(code, ()))


def test_a_seat_abroad_is_no_country_of_action_but_a_french_territory_is(real: Directory) -> None:
    for each in real.initiatives.values():
        concerned = countries_of(real, each)
        for place in map(real.places.__getitem__, real.places_of(each)):
            in_region = place.country.lower() in real.countries
            assert (place.country in concerned) is (
                place.state == "FR" or not in_region or place.country in each.countries
            )


def test_points_and_lines_are_drawn_as_large_as_their_counts(real: Directory, french: Edition) -> None:
    atlas, script = chart(real), files(real, french)["layers.js"]
    drawn = set(re.findall(r'"id": "([a-z][a-z0-9-]*)"', script))
    assert drawn == set(real.places)
    assert script.count('"LineString"') == len(atlas.links)
    busiest = max(atlas.spots.values(), key=lambda spot: len(spot.initiatives))
    assert f'"radius": {maps.radius(len(busiest.initiatives))}' in script
    assert maps.weight(1) < maps.weight(3) < maps.weight(50) == maps.weight(500)


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, ()), (1, (1,)), (2, (1, 2)), (9, (1, 2, 3, 5)), (63, (1, 3, 10, 20)), (630, (1, 5, 30, 100))],
)
def test_classes_of_density_are_round_and_growing(most: int, expected: tuple[int, ...]) -> None:
    assert breaks(most) == expected


def test_the_list_holds_every_place_once_and_leads_to_all_that_is_there(real: Directory, french: Edition) -> None:
    see = Selection(real, french)
    listed = groups(real, chart(real), country=see.country, text=see.text, key=french.sort_key)
    assert [each.part for each in listed] == sorted(
        (each.part for each in listed), key=["region", "overseas", "france", "elsewhere"].index
    )
    assert {each.code for each in listed if each.part == "overseas"} == {"BL", "GF", "GP", "MF", "MQ"}
    assert sorted(spot.place.id for group in listed for spot in group.spots) == list(real.places)
    (page,) = map_page(see)
    read = _Texts()
    read.feed(str(Writer(real, french).write(page).content))
    assert sorted(read.places) == list(real.places)
    assert read.hidden == {id_ for id_ in real.places if id_ not in real.initiatives_at}
    for group in listed:
        assert read.initiatives[group.code] == " ".join(map(str, group.numbers))
    links = set(read.links)
    for place in real.places:
        for each in (*real.initiatives_at.get(place, ()), *real.actors_at.get(place, ())):
            assert urls.relative(urls.record(each.folder, each.id), urls.MAP) in links
