"""What a reader writes about a page: the page is one of this site, the message whole or said to be too long."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.words.edition import Edition
from tests.node import run

ROOT = "https://site.example/repertoire/es/"
PAGE_OF = """async (load, asked, root) => (await load("report/message.js")).pageOf(asked, new URL(root))"""
REPORT = {"page": f"{ROOT}actores/x/", "wrong": "El año.", "how": "", "who": "", "withdrawal": False}


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("acteurs/montpellier/", f"{ROOT}acteurs/montpellier/"),
        ("recherche/?q=agua&country=PE", f"{ROOT}recherche/?q=agua&country=PE"),
        ("", ROOT),
        (None, ""),
        ("https://evil.example/", ""),
        ("//evil.example/repertoire/es/", ""),
        ("\\\\evil.example\\repertoire\\es\\", ""),
        ("javascript:alert(1)", ""),
        ("../../../autre/", ""),
        ("../acteurs/", ""),
        ("/acteurs/", ""),
        ("http://[", ""),
    ],
)
def test_the_page_is_one_of_this_edition_or_none(asked: str | None, page: str) -> None:
    assert run(PAGE_OF, asked, ROOT) == page


def said(words: dict[str, str], **more: Any) -> str:
    source = """async (load, words, report) => (await load("report/message.js")).message(words, report)"""
    return str(run(source, words, REPORT | more))


def mailed(words: dict[str, str], **more: Any) -> tuple[bool, str, str]:
    """Whether the message is whole, the address that opens it, and its text there."""
    source = """async (load, words, report) => (await load("report/message.js")).mail(words, "a@b.example", report)"""
    found = run(source, words, REPORT | more)
    body = parse_qs(urlsplit(found["href"]).query)["body"][0]
    return found["whole"], found["href"], body.replace("\r\n", "\n")


@pytest.fixture(scope="module")
def words(french: Edition) -> dict[str, str]:
    return french.texts("report.letter")


def test_a_message_says_what_was_said_and_no_more(words: dict[str, str]) -> None:
    assert said(words) == f"Bonjour,\n\nPage : {ROOT}actores/x/\n\nCe qui est faux :\nEl año."
    assert said(words, page="", wrong=" A ", how="Un acta", who="Ville de X") == (
        "Bonjour,\n\nCe qui est faux :\nA\n\nComment je le sais :\nUn acta\n\nDe la part de : Ville de X"
    )
    asked = said(words, page="", withdrawal=True)
    assert asked == (
        "Bonjour,\n\nJe demande le retrait d’une donnée qui me concerne.\n\nCe qui est à retirer, et où :\nEl año."
    )


def test_a_short_message_is_opened_whole(words: dict[str, str]) -> None:
    whole, _, body = mailed(words)
    assert whole
    assert body == said(words)


@pytest.mark.parametrize("page", ["acteurs/x/", "recherche/?q=" + "é" * 1000])
def test_a_long_one_is_to_be_pasted_and_its_address_stays_short(page: str, words: dict[str, str]) -> None:
    whole, address, body = mailed(words, wrong="é" * 400, page=page)
    assert not whole
    assert len(address) <= 1800
    assert words["paste"] in body
    assert (page in body) == (len(page) < 100)
