"""A damaged or boundless table is refused in plain words: never as a fault of our own, and not after reading it all."""

from __future__ import annotations

import io
import os
import random
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.__main__ import main
from generator.importer import bounds
from generator.importer.table import read_table

ROWS = [
    ("Identifiant", "Titre", "Année", "Part"),
    *((f"essai-{at}", f"Coopération & eau n° {at}", 2000 + at, at / 3) for at in range(20)),
]


def book() -> bytes:
    made = Workbook()
    page = made.active
    assert page is not None
    for row in ROWS:
        page.append(row)
    page["E1"] = "=1+1"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, held in parts.items():
            new.writestr(name, held)
    return out.getvalue()


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def changed(name: str, change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: packed({each: change(held) if each == name else held for each, held in parts_of(book()).items()})


def without(name: str) -> Callable[[], bytes]:
    return lambda: packed({each: held for each, held in parts_of(book()).items() if each != name})


DAMAGED = {
    "shared string out of range": changed(STRINGS, lambda held: held[: held.index(b"<si>")] + b"</sst>"),
    "truncated sheet": changed(SHEET, lambda held: held[: len(held) // 2]),
    "undefined entity": changed(SHEET, lambda held: held.replace(b"<v>", b"<v>&rien;", 1)),
    "no number": changed(SHEET, lambda held: held.replace(b"<v>2", b"<v>x2")),
    "no cell": changed(SHEET, lambda held: held.replace(b'r="A2"', b'r="2A"')),
    "a column that is none": changed(SHEET, lambda held: held.replace(b'r="A2"', b'r="ZZZZ2"')),
    "nothing in the sheet": changed(SHEET, lambda held: b""),
    "nothing in the book": changed("xl/workbook.xml", lambda held: b""),
    "no styles": changed("xl/styles.xml", lambda held: held[:200]),
    **{f"no {name}": without(name) for name in parts_of(book())},
}


def mutated(seed: int) -> bytes:
    """The workbook after some careless or wicked edits, in its bytes or in one of its parts."""
    chance = random.Random(seed)
    data, parts = book(), parts_of(book())
    name = chance.choice(sorted(parts))
    target = bytearray(data if seed % 4 == 0 else parts[name])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(target))
        match chance.randrange(4):
            case 0:
                target[at] = chance.randrange(256)
            case 1:
                del target[at : at + chance.randint(1, 40)]
            case 2:
                target[at:at] = chance.choice([b"&x;", b"<v>", b"</c>", b"\0", b"9" * 30, b'" ', "é".encode()])
            case _:
                digits = [i for i, byte in enumerate(target) if 48 <= byte <= 57]
                if digits:
                    target[chance.choice(digits)] = chance.choice(b"0123456789x-")
        if not target:
            target = bytearray(b"<")
    return bytes(target) if seed % 4 == 0 else packed({**parts, name: bytes(target)})


def imported(path: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """What ``import`` says of it."""
    (path.parent / "content").mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(path.parent)
        patch.setattr(sys, "argv", ["repertoire", "import", path.name, "--dry-run"])
        with pytest.raises(SystemExit):
            main()
    told = capfd.readouterr()
    return told.out + told.err


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_workbook_is_told_as_such(damage: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(DAMAGED[damage]())
    said = imported(path, capfd)
    assert "Panne inattendue" not in said
    assert "Traceback" not in said
    _, problems = read_table(path)
    assert [problem.code for problem in problems] in ([], ["table-damaged"], ["table-no-sheet"], ["table-empty"])


@pytest.mark.parametrize("seed", range(60))
def test_no_mutation_of_a_workbook_is_told_as_our_own_fault(
    seed: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(mutated(seed))
    said = imported(path, capfd)
    assert "Panne inattendue" not in said
    assert "Traceback" not in said
    assert "Warning" not in said


def code_of(path: Path) -> str:
    began = time.process_time()
    table, problems = read_table(path)
    assert table is None
    assert time.process_time() - began < 3
    return problems[0].code


def test_a_small_file_that_holds_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    parts = parts_of(book())
    path.write_bytes(
        packed({**parts, SHEET: parts[SHEET].replace(b"<sheetData>", b"<sheetData>" + b" " * (300 << 20))})
    )
    assert path.stat().st_size < 1 << 20
    assert code_of(path) == "table-too-big"


def test_a_table_without_end_is_refused_where_it_passes_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MAX_ROWS", 10)
    (tmp_path / "a.xlsx").write_bytes(book())
    (tmp_path / "a.csv").write_text("a,b\n" * 11, "utf-8")
    assert {code_of(tmp_path / name) for name in ("a.xlsx", "a.csv")} == {"table-too-long"}
    monkeypatch.setattr(bounds, "MAX_COLUMNS", 3)
    (tmp_path / "a.csv").write_text("a,b,c,d\n", "utf-8")
    assert {code_of(tmp_path / name) for name in ("a.xlsx", "a.csv")} == {"table-too-wide"}
    monkeypatch.setattr(bounds, "MAX_MEGABYTES", 0)
    assert {code_of(tmp_path / name) for name in ("a.xlsx", "a.csv")} == {"table-too-big"}


@pytest.mark.parametrize("cell", [b"A1048576", b"XFD3"])
def test_a_cell_far_away_does_not_make_a_million_of_them(cell: bytes, tmp_path: Path) -> None:
    row = b"1048576" if cell.startswith(b"A") else b"3"
    far = b'<row r="' + row + b'"><c r="' + cell + b'"><v>1</v></c></row></sheetData>'
    parts = parts_of(book())
    sheet = parts[SHEET][: parts[SHEET].index(b'<row r="3"')] + far + b"</worksheet>"
    (tmp_path / "a.xlsx").write_bytes(packed({**parts, SHEET: sheet}))
    assert code_of(tmp_path / "a.xlsx") in ("table-too-long", "table-too-wide")


def test_how_far_a_sheet_says_that_it_goes_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(SHEET, lambda held: held.replace(b'ref="A1:E21"', b'ref="A1:XFD1048576"'))())
    began = time.process_time()
    table, _ = read_table(path)
    assert time.process_time() - began < 3
    assert table is not None
    assert [row.cells[0] for row in table.rows] == [row[0] for row in ROWS[1:]]


def test_a_pipe_is_no_table(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.csv"):
        os.mkfifo(tmp_path / name)
        assert code_of(tmp_path / name) == "table-unreadable"
