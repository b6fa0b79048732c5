"""What an act would change, tried before it is done: nothing is written unless the whole directory is right after."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.content import open_directory
from generator.files.disk import not_content
from generator.files.patch import Patch, apply
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.model.values import ID_LENGTH, KEBAB


class Refused(Exception):
    """The act cannot be done; nothing has changed. ``code`` and ``args_`` make the sentence."""

    def __init__(self, code: str, problems: Sequence[Problem] = (), /, **args: object) -> None:
        super().__init__(code)
        self.code, self.args_, self.problems = code, args, tuple(problems)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell about a plan: a key of the catalog and what fills its sentence."""

    code: str
    args: dict[str, object]


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to change, and what to tell."""

    changes: tuple[Patch, ...]
    notes: tuple[Note, ...] = ()


def open_right(content: Path) -> Directory:
    """The directory in that folder.

    :raises Refused: it has errors.
    """
    directory, problems = open_directory(content)
    if errors := _errors(problems):
        raise Refused("content-broken", errors)
    return directory


def trial(content: Path, changes: Sequence[Patch]) -> list[Problem]:
    """Everything that would be wrong with the content after the changes; the content itself is not touched."""
    content = content.absolute()
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / content.name
        shutil.copytree(content, copy, symlinks=True, ignore=not_content, copy_function=_link)
        apply(changes, copy)
        return open_directory(copy)[1]


def _link(source: str, target: str) -> None:
    # A second name for the same file costs nothing, and no change is ever written into a file.
    with contextlib.suppress(OSError):
        os.link(source, target, follow_symlinks=False)
        return
    shutil.copyfile(source, target)


def carry_out(content: Path, plan: Plan, *, dry_run: bool) -> list[Problem]:
    """Makes the plan's changes, or only tries them; the warnings that they bring.

    :raises Refused: the content would have errors.
    """
    if not plan.changes:
        return []
    before = {_gist(problem) for problem in open_directory(content)[1]}
    after = trial(content, plan.changes)
    if errors := _errors(after):
        raise Refused("would-break", errors)
    if not dry_run:
        apply(plan.changes, content)
    return [problem for problem in after if _gist(problem) not in before]


def _gist(problem: Problem) -> tuple[object, ...]:
    """The problem wherever in its file it stands."""
    return problem.code, problem.file, problem.path, *sorted(problem.args.items())


def _errors(problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def known(directory: Directory, folder: str, id_: str) -> None:
    """Nothing, if the record is there.

    :raises Refused: it is not; the sentence says what it is called today, or what was probably meant.
    """
    table = getattr(directory, folder)
    if id_ in table:
        return
    for record in table.values():
        if id_ in record.formerly:
            raise Refused("renamed", id=id_, now=record.id)
    raise Refused("unknown", id=id_, folder=folder)


def well_formed(id_: str) -> None:
    """Nothing, if it can be an id.

    :raises Refused: it cannot.
    """
    if not KEBAB.fullmatch(id_) or len(id_) > ID_LENGTH:
        raise Refused("bad-id", id=id_)
