"""A promise about what is written holds however Python is started."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.small import ROOT

TRIED = """
from generator.files import guard
for tried in (lambda: guard.sure(False, "not so"), lambda: guard.given(None, "not there")):
    try:
        tried()
    except guard.NotAsMeantError as error:
        print(error)
guard.sure(True, "")
print(guard.given(0, ""))
"""


@pytest.mark.parametrize("options", [(), ("-O",), ("-OO",)])
def test_what_is_not_as_meant_is_never_written(options: tuple[str, ...]) -> None:
    command = [sys.executable, *options, "-c", TRIED]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["not so", "not there", "0"]


def test_no_assert_compares_what_is_written() -> None:
    """Those that are left tell the type checker what cannot be otherwise: a kind, or that something is there."""
    asserts = [
        (path, node)
        for folder in ("files", "upkeep", "importer")
        for path in (ROOT / "generator" / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Compare)
    ]
    assert [f"{path}:{node.lineno}" for path, node in asserts if not isinstance(node.test.ops[0], ast.IsNot)] == []
