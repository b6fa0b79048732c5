"""A place named after what it lies in is said once."""

from __future__ import annotations

import pytest

from generator.artifact import Artifact
from generator.text.wider import once
from tests.node import call


@pytest.mark.parametrize(
    ("place", "wider", "said"),
    [
        ("France entière", "France", ("France entière",)),
        ("France", "France", ("France",)),
        ("Guyane", "Guyane française", ("Guyane française",)),
        ("Marigot (Haïti)", "Haïti", ("Marigot (Haïti)",)),
        ("Fort-de-France", "France", ("Fort-de-France", "France")),
        ("Antigua Guatemala", "Guatemala", ("Antigua Guatemala", "Guatemala")),
        ("Lyon", "", ("Lyon",)),
        ("", "France", ("France",)),
        ("", "", ()),
    ],
)
def test_two_names_of_which_one_tells_the_other(place: str, wider: str, said: tuple[str, ...]) -> None:
    assert once(place, wider) == said
    assert call("page/wider.js", "once", place, wider) == list(said)


def test_a_meeting_says_once_where_it_is(artifacts: dict[str, Artifact]) -> None:
    def where(id_: str) -> str:
        page = artifacts[f"agenda/{id_}/index.md"].data.decode()
        return page.partition("<dt>Où</dt>")[2].partition("</div>")[0]

    assert where("salc-2021") == '<dd><span lang="fr">France entière</span></dd>'
    assert where("salc-2022") == "<dd>France</dd>"
    assert where("ccrag-13") == '<dd><a href="../../pays/gp/">Guadeloupe</a> &#40;France&#41;</dd>'
    assert where("conf-villes-regions-haiti-2010").startswith('<dd><span lang="fr">Fort-de-France</span>, <a href')
    agenda = artifacts["agenda/index.md"].data.decode()
    assert "<span>France</span></span>\n</li>" in agenda
    assert "France entière</span><span>France" not in agenda
