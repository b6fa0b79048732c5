"""French territories have pages as countries have, and are never listed among them."""

from __future__ import annotations

import re

import pytest

from generator.model.directory import Directory, link
from generator.render.pages import hubs, profiles
from generator.render.pages.engine import Writer
from generator.render.pages.selection import Selection
from generator.words.edition import Edition


@pytest.mark.parametrize(
    ("edition", "title"), [("french", "Territoires français"), ("spanish", "Territorios franceses")]
)
def test_they_stand_under_a_title_of_their_own(
    real: Directory, request: pytest.FixtureRequest, edition: str, title: str
) -> None:
    words: Edition = request.getfixturevalue(edition)
    (page,) = hubs.countries(Selection(real, words))
    sections = str(Writer(real, words).write(page).content).split("\n## ")
    linked = {part.partition("\n")[0]: re.findall(r'rp-card__title" href="[^"]*?(\w\w)/"', part) for part in sections}
    codes = {code.lower() for code in real.overseas}
    assert {name for name, found in linked.items() if codes & {*found}} == {title}
    assert {*linked[title]} < codes  # nothing is known of one of them
    numbers = dict(re.findall(r'href="[^"]*?(\w\w)/">[^<]*</a><span class="rp-soft">(\d+)', sections[2]))
    for code in linked[title]:
        assert int(numbers[code]) == len(Selection(real, words).initiatives_in(real.countries[code]))


def test_they_are_not_counted_as_countries_of_action(real: Directory, french: Edition) -> None:
    assert real.overseas == {"BL", "GF", "GP", "MF", "MQ"}
    first, *others = real.initiatives.values()
    rest = [each for each in real.records() if each.folder != "initiatives"]
    directory = link([*rest, *others, first.model_copy(update={"countries": ("GP", "TT")})])
    (page,) = hubs.home(Selection(directory, french))
    codes = {code for code, _ in page.data["by_country"]}
    assert "TT" in codes
    assert not codes & directory.overseas


def test_their_pages_call_them_what_they_are(real: Directory, french: Edition) -> None:
    pages = {page.url: page for page in profiles.countries(Selection(real, french))}
    write = Writer(real, french).write
    assert '<p class="rp-kicker">Territoire français</p>' in str(write(pages["pays/gf/"]).content)
    assert '<p class="rp-kicker">Pays ou territoire</p>' in str(write(pages["pays/br/"]).content)
    assert pages["pays/gf/"].trail == (("Pays et territoires", "pays/"),)
