"""What a case gives: the base records and the case's file, read together.

``python -m tests.cases.report`` writes the expectations again; read the difference before keeping it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.check.content import open_directory
from generator.model.problem import Problem
from generator.words.report import text

CASES = Path(__file__).parent


class Case(NamedTuple):
    """``invalid/actors/unknown-key_kinde.yml``: the code of the mistake, then the id the record gets."""

    path: Path
    folder: str
    code: str
    id: str

    @property
    def expectation(self) -> Path:
        return self.path.with_suffix(".problems")


def cases(kind: str) -> Iterator[Case]:
    """The cases under ``invalid`` or ``valid``."""
    for path in sorted((CASES / kind).rglob("*.yml")):
        code, _, id_ = path.stem.rpartition("_")
        yield Case(path, path.parent.relative_to(CASES / kind).as_posix(), code, id_)


def problems_of(case: Case, content: Path) -> list[Problem]:
    """Everything wrong when the case joins the base in ``content``, an empty folder."""
    shutil.copytree(CASES / "base", content, dirs_exist_ok=True)
    (content / case.folder).mkdir(exist_ok=True)
    shutil.copyfile(case.path, content / case.folder / f"{case.id}.yml")
    return open_directory(content)[1]


def told(problems: list[Problem]) -> str:
    """The problems as the expectation holds them."""
    return "".join(f"{text(problem)}\n" for problem in problems)


def main() -> None:
    for case in cases("invalid"):
        with tempfile.TemporaryDirectory() as scratch:
            found = told(problems_of(case, Path(scratch) / "content"))
        case.expectation.write_text(found, encoding="utf-8")


if __name__ == "__main__":
    main()
