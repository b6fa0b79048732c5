"""One number for one thing: whoever counts the initiatives of a country, a theme or an actor, on whichever page."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape

import pytest

from generator.artifact import Artifact
from generator.model.directory import Directory
from generator.words.edition import Edition

FIGURE = re.compile(r"<li>(?:<a[^>]*>)?<strong>([\d\s]+)</strong> initiatives?\b")
LISTED = re.compile(
    r'<li class="rp-(?:entry|card)">\s*<a class="rp-(?:entry|card)__title" href="([^"]*)">'
    r"[^<]*(?:<span[^>]*>[^<]*</span>)?</a>"
    r'\s*<span class="rp-(?:entry__line|soft)">(?:(?!</li>).)*?(\d+) initiatives?<',
    re.S,
)
ROWS = re.compile(
    r'data-country="(\w\w)"(?:(?!data-country).)*?<span class="rp-soft" data-count>(\d+) initiatives?<', re.S
)
"""Rows of the map's list."""
BARS = re.compile(r'<span class="rp-bars__label"><a href="([^"]*)">[^<]*</a></span>.*?<span class="rp-bars__n">(\d+)<')
"""Bars of a theme's page count that theme's initiatives alone, those of a territory's page that territory's."""


@pytest.fixture(scope="module")
def numbers(artifacts: dict[str, Artifact]) -> dict[str, dict[int, set[str]]]:
    """Address of what is counted → number of its initiatives → pages that say it."""
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path, artifact in artifacts.items():
        if not path.endswith("index.md"):
            continue
        page = unescape(artifact.data.decode()).replace("\u202f", "").replace("\u00a0", " ")
        here = path.removesuffix("index.md")
        for number in FIGURE.findall(page):
            found["/".join(here.split("/")[:3]) or "/"][int(number)].add(path)
        counted = LISTED.findall(page) + ([] if here.startswith(("themes/", "territoires/")) else BARS.findall(page))
        if here == "carte/":
            counted += [(f"pays/{code.lower()}/", number) for code, number in ROWS.findall(page)]
        for href, number in counted:
            found[re.sub(r"^(\.\./|\./)+", "", href)][int(number)].add(path)
    return found


def test_no_two_pages_count_the_initiatives_of_one_thing_otherwise(numbers: dict[str, dict[int, set[str]]]) -> None:
    assert {what: dict(said) for what, said in numbers.items() if len(said) > 1} == {}


def test_countries_themes_actors_and_the_whole_are_counted_on_several_pages(
    numbers: dict[str, dict[int, set[str]]], real: Directory
) -> None:
    several = {what for what, said in numbers.items() if sum(map(len, said.values())) > 1}
    assert {"pays/br/", "themes/health/", "acteurs/montpellier/"} <= several
    assert set(numbers["/"]) == {len(real.initiatives)}
    assert set(numbers["pays/br/"]) == {len(real.initiatives_in["BR"])}


def test_on_a_theme_actors_are_counted_by_that_theme(
    artifacts: dict[str, Artifact], real: Directory, french: Edition
) -> None:
    page = artifacts["themes/water-sanitation/index.md"].data.decode()
    on_it = real.initiatives_on["water-sanitation"]
    said = {
        id_: int(number)
        for id_, number in re.findall(r'acteurs/([\w-]+)/">.*?\n.*?(\d+) initiatives? sur ce thème', page)
    }
    assert said
    assert said == {id_: sum(id_ in {part.actor for part in each.participations} for each in on_it) for id_ in said}
