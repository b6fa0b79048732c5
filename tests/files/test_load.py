"""What is typed is what is read, every position is true, and nothing that is read can break the reader."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.files.decode import decode
from generator.files.load import Mapping, Node, Scalar, Sequence, locate, parse, plain
from generator.model import BY_FOLDER
from generator.model.problem import Problem
from generator.words.report import text
from tests.cases.report import CASES

SAMPLES = sorted((CASES / "base").rglob("*.yml")) + sorted((CASES / "valid").rglob("*.yml"))

NOTED = """\
# Un commentaire
title: 'Brest – Chubut : eau'
participations:
  - actor: brest
    role: bearer
  - {actor: chubut, role: partner}
period: {start: 2013}
"""


def node(data: str | bytes) -> Node:
    root, problems = parse(data.encode() if isinstance(data, str) else data, "x.yml")
    assert root is not None, problems
    return root


def test_every_scalar_stays_the_text_that_was_typed() -> None:
    typed = "country: NO\ninsee: 01001\nyear: 2024\nsure: yes\nlat: 1e3\nday: 2024-05-17\nhour: 12:30\n"
    assert plain(node(typed)) == dict(line.split(": ") for line in typed.splitlines())


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("title",), False, (2, 8)),
        (("title",), True, (2, 1)),
        (("participations", 0, "role"), False, (5, 11)),
        (("participations", 0, "role"), True, (5, 5)),
        (("participations", 1, "actor"), False, (6, 13)),
        (("period", "start"), True, (7, 10)),
        (("period", "end"), False, (7, 9)),
        (("participations", 7, "actor"), False, (4, 3)),
        (("absent", "deep"), False, (2, 1)),
    ],
)
def test_a_key_path_leads_to_its_line_and_column(
    path: tuple[str | int, ...], key: bool, expected: tuple[int, int]
) -> None:
    assert locate(node(NOTED), path, key=key) == expected


@pytest.mark.parametrize("data", [NOTED.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + NOTED.encode()])
def test_line_ends_of_windows_and_a_byte_order_mark_move_nothing(data: bytes) -> None:
    assert node(data) == node(NOTED)


def test_positions_count_characters_and_not_bytes() -> None:
    assert locate(node("é: {œuvre: 東京, ville: Lyon}\n"), ("é", "ville")) == (1, 23)


def test_every_hidden_character_is_told() -> None:
    _, problems = parse("a: x\u200by\r\nb: \u2066z\rc: \x85\ne: b be\u0301 o\u0302\n".encode(), "x.yml")
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        ("copied-character", 1, 5),
        ("forbidden-character", 2, 4),
        ("forbidden-character", 3, 4),
        ("decomposed-character", 4, 6),
        ("decomposed-character", 4, 10),
    ]


def test_joiners_make_emojis_and_words_of_other_scripts() -> None:
    assert parse("a: 👩\u200d🔬 ❤\ufe0f می\u200cخواهم\n".encode(), "x.yml")[1] == []
    assert [problem.column for problem in parse("a: e\u200dau ville\u200c\n".encode(), "x.yml")[1]] == [5, 14]


def test_hidden_characters_are_told_in_time_that_grows_with_the_file() -> None:
    begun = time.process_time()
    _, problems = parse(b"a: " + "\u200b".encode() * 21_000 + b"\n", "x.yml")
    assert len(problems) == 21_000
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 60_000, "too-deep"),
        (b"{a: " * 15_000, "too-deep"),
        (b"- " * 30_000, "too-deep"),
        (b"a: &x [b]\n" + b"c: *x\n" * 5_000, "anchor"),
        (b"\xff\xfea\x00:\x00", "bad-encoding"),
        (b"a: \x00", "forbidden-character"),
        (b"%YAML 9.9\n---\na: b\n", "syntax"),
        (b"a: !!python/object/apply:os.system [ls]\n", "tag"),
        (b"? [a, b]\n: c\n", "complex-key"),
    ],
)
def test_what_is_hostile_is_refused(data: bytes, code: str) -> None:
    root, problems = parse(data, "x.yml")
    assert root is None
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    ("data", "position"),
    [
        (b"\xef\xbb\xbfname: L\xe2\x80\x99\xc3", (1, 9)),
        (b"name: x\n(", (2, 2)),
        (b"name: x\r\n\tb: c", (2, 1)),
    ],
)
def test_what_is_wrong_at_the_end_of_a_file_is_told_inside_it(data: bytes, position: tuple[int, int]) -> None:
    (problem,) = parse(data, "x.yml")[1]
    assert (problem.line, problem.column) == position


def lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def read_and_decode(path: Path, data: bytes) -> list[Problem]:
    root, problems = parse(data, path.name)
    if root is not None:
        problems = decode(BY_FOLDER[path.parent.name], path.stem, root, path.name)[1]
    return problems


@st.composite
def damaged(draw: st.DrawFn) -> tuple[Path, bytes]:
    """A right file after a few careless or wicked edits."""
    path = draw(st.sampled_from(SAMPLES))
    data = path.read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        new = draw(
            st.one_of(
                st.binary(max_size=6),
                st.text(max_size=6).map(lambda each: each.encode("utf-8", "replace")),
                st.sampled_from(
                    [b"\t", b": ", b"- ", b"\n", b"\n  ", b'"', b"'", b"[", b"{", b"#", b"&a ", b"*a", b"|\n"]
                ),
            )
        )
        data = data[:start] + new + data[end:]
    return path, data


@settings(max_examples=400, derandomize=True, deadline=None, database=None)
@given(damaged())
def test_no_damage_breaks_the_reader_and_every_problem_stands_in_the_file(sample: tuple[Path, bytes]) -> None:
    path, data = sample
    there = lines(data)
    for problem in read_and_decode(path, data):
        assert 1 <= problem.line <= len(there)
        assert 1 <= problem.column <= len(there[problem.line - 1]) + 1
        assert text(problem).startswith(f"{path.name}:{problem.line}:{problem.column} : ")


def walk(each: Node) -> list[Node]:
    match each:
        case Scalar():
            return [each]
        case Sequence():
            return [each, *(below for item in each.items for below in walk(item))]
        case Mapping():
            return [each, *(below for key, value in each.entries for below in (key, *walk(value)))]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_plain_scalar_stands_where_its_position_says(path: Path) -> None:
    data = path.read_bytes()
    there = lines(data)
    for each in walk(node(data)):
        if isinstance(each, Scalar) and each.plain:
            assert there[each.line - 1][each.column - 1 :].startswith(each.text.split(" ")[0])
