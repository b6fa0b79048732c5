"""What a record says is shown as text by GitHub's Markdown, whatever it says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words.markdown import block, code, inert, shortened

HOSTILE = (
    "@maintainer",
    "#12",
    "GH-3",
    "owner/repo#1",
    "https://hostile.example",
    "_www.hostile.example",
    "a@hostile.example",
    "[x](javascript:alert(1))",
    "![i](https://hostile.example/i.png)",
    "<script>alert(1)</script>",
    "<!-- ",
    "**gras** _et_ ~~barré~~ `code` ```",
    "1. liste",
    "- liste",
    "# titre",
    "| a | b |",
    "&amp; \\",
    "$x$ :smile: deadbeef1",
    "ligne\n\n# titre\n- @autre",
    "[ref]: https://hostile.example",
    "caché\u202e\u200b",
)

texts = st.lists(st.sampled_from([*HOSTILE, " ", "`", "``", "é", "*"]) | st.text(max_size=5), max_size=6).map("".join)


def outside_code(markdown: str) -> str:
    """The line without its code, in which GitHub looks for nothing."""
    return re.sub(r"(?<![\\`])(`+)(?!`)(.*?)(?<!`)\1(?!`)", "", markdown)


def is_inert(markdown: str) -> bool:
    """Whether nothing in the line is more than text."""
    rest = outside_code(markdown)
    unescaped = re.search(r"(?<!\\)(?:\\\\)*[`*_<>\[\]&|~!{}]", rest)
    alive = re.search(r"[@#$]|://|www\.|:\w+:|GH-\d", rest, re.IGNORECASE)
    begins = re.match(r"[-+.)#:=]|\d+[.)]", rest)
    return not (unescaped or alive or begins or "\n" in markdown)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    assert is_inert(inert(text)), inert(text)


@given(texts)
def test_any_text_is_only_text(text: str) -> None:
    assert is_inert(inert(text)), inert(text)


@given(texts.filter(str.strip))
def test_code_closes_where_it_should(text: str) -> None:
    assert outside_code(f"« {code(text)} »") == "«  »"


@given(texts)
def test_a_block_is_closed_by_its_own_fence_only(text: str) -> None:
    first, *inside, last = block(text, "yaml").split("\n")
    assert first == f"{last}yaml"
    assert not any(re.match(rf" {{0,3}}{last}", line) for line in inside)


@pytest.mark.parametrize("text", ["Lyon – El Tuma : jumelage, 2020 (suite) ?", "L’eau ; « la » vie.", "3 % en 2020"])
def test_plain_french_is_left_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_characters_that_nobody_sees_are_shown() -> None:
    assert code("a\u202eb") == "`a\\u202eb`"
    assert "\u202e" not in inert("a\u202eb") + block("a\u202eb", "yaml")


def test_a_long_text_is_cut_and_says_so() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abc def", 5) == "abc…"
