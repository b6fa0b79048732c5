"""Ordinals have their exponent where a reader sees them, and only there; in Python and in the scripts alike."""

from __future__ import annotations

import pytest

from generator.artifact import Artifact
from generator.render.pages.raised import raised
from tests.node import call


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1er forum", "1<sup>er</sup> forum"),
        ("du 1er au 11 mai", "du 1<sup>er</sup> au 11 mai"),
        ("les 3es rencontres, la 16e édition", "les 3<sup>es</sup> rencontres, la 16<sup>e</sup> édition"),
        ("la XIIe commission", "la XII<sup>e</sup> commission"),
        ("La 1ère Guyane", "La 1<sup>ère</sup> Guyane"),
        ("el 1.er foro", "el 1.<sup>er</sup> foro"),
        ("(1re)", "(1<sup>re</sup>)"),
        ("article/1er-forum/2e", "article/1er-forum/2e"),
        ("id=1e et a.2e", "id=1e et a.2e"),
        ("Le Ce 12 er", "Le Ce 12 er"),
        ("", ""),
    ],
)
def test_an_ordinal_has_its_exponent_in_both_twins(text: str, shown: str) -> None:
    assert raised(text) == shown
    pieces = call("page/raised.js", "pieces", text)
    assert "".join(f"<sup>{piece}</sup>" if up else piece for piece, up in pieces) == shown


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="1er forum">',
        '<script type="application/json">{"a":"1er forum"}</script>',
        "<option>1er forum</option>",
        "<svg><title>1er forum</title></svg>",
    ],
)
def test_no_exponent_stands_where_no_markup_may(html: str) -> None:
    assert raised(f"{html} 1er") == f"{html} 1<sup>er</sup>"


def test_pages_show_it_and_titles_keep_plain_text(artifacts: dict[str, Artifact]) -> None:
    page = artifacts["agenda/forum-franco-argentin-2008/index.md"].data.decode()
    assert 'title: "1er forum franco-argentin' in page
    assert "1<sup>er</sup> forum franco-argentin" in page
    assert "du 1<sup>er</sup> au 5 décembre 2008" in page
    assert not [path for path, each in artifacts.items() if path.endswith(".json") and b"<sup>" in each.data]
