"""Problems of a case: the base records and the case's file, read together. Run it to write the expectations again."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

CASES = Path(__file__).parent
sys.path.insert(0, str(CASES.parents[1]))

from generator.content import open_directory  # noqa: E402
from generator.problem import Problem  # noqa: E402
from generator.report import text  # noqa: E402


def cases(kind: str) -> Iterator[tuple[Path, str, str]]:
    """File, folder and id of each case under ``kind``: the id is what follows the code in the file's name."""
    for path in sorted((CASES / kind).rglob("*.yml")):
        yield path, path.parent.relative_to(CASES / kind).as_posix(), path.stem.partition("_")[2] or path.stem


def problems_of(path: Path, folder: str, id_: str, content: Path) -> list[Problem]:
    """Everything wrong when the case joins the base in ``content``, an empty folder."""
    shutil.copytree(CASES / "base", content, dirs_exist_ok=True)
    (content / folder).mkdir(exist_ok=True)
    shutil.copyfile(path, content / folder / f"{id_}.yml")
    return open_directory(content)[1]


def told(problems: list[Problem]) -> str:
    """The problems as the expectation holds them."""
    return "".join(f"{text(problem)}\n" for problem in problems)


if __name__ == "__main__":
    for path, folder, id_ in cases("invalid"):
        with tempfile.TemporaryDirectory() as scratch:
            found = told(problems_of(path, folder, id_, Path(scratch) / "content"))
        path.with_suffix(".problems").write_text(found, encoding="utf-8")
