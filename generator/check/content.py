"""The content's folder → the directory it holds and everything wrong with it. Checking needs no renderer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.check import check
from generator.files.decode import decode, decode_value
from generator.files.disk import everything, is_irregular
from generator.files.load import read
from generator.files.misread import cut
from generator.model import BY_FOLDER, DeadSource, DeadSources, Record
from generator.model.directory import Directory, link
from generator.model.problem import Problem
from generator.model.schema.fields import fields_of
from generator.model.values import ID_LENGTH, KEBAB
from generator.words import wording

PROSE = ("pages", "mappings")
"""Folders of the content that hold no records: texts written by hand, and the importer's column mappings."""

DEAD_SOURCES = "dead-sources.yml"
"""The one file that holds no record and is checked like one; absent as long as every source answers."""

_BLUNT = frozenset({"bad-id", "bad-country"})


def open_directory(content: Path) -> tuple[Directory, list[Problem]]:
    """The directory in that folder, and everything wrong with it, in reading order.

    Broken records are left out of the directory, so never publish one that came with an error.
    """
    content = content.absolute()
    records: list[Record] = []
    problems: list[Problem] = []
    files: dict[tuple[str, str], str] = {}
    dead: tuple[DeadSource, ...] = ()
    for path in everything(content):
        parts = path.relative_to(content).parts
        name = "/".join((content.name, *parts))
        if path.is_symlink():
            # It could lead anywhere on the machine that builds, and what it leads to would be published.
            problems.append(Problem("symbolic-link", name))
            continue
        if is_irregular(path) or (path.is_dir() and path.suffix == ".yml"):
            problems.append(Problem("irregular-file", name))
            continue
        if path.is_dir() or parts[0] in PROSE:
            continue
        if parts == (DEAD_SOURCES,):
            dead, wrong = _dead(path, name)
            problems += wrong
            continue
        type_ = BY_FOLDER.get("/".join(parts[:-1]))
        if type_ is None or path.suffix != ".yml":
            problems.append(Problem("unexpected-file", name, args={"folders": ", ".join(BY_FOLDER)}))
            continue
        files[type_.folder, path.stem] = name
        if not KEBAB.fullmatch(path.stem) or len(path.stem) > ID_LENGTH:
            problems.append(Problem("bad-file-name", name, args={"id": path.stem}))
            continue
        root, wrong = read(path, name)
        problems += wrong
        if root is not None:
            record, wrong = decode(type_, path.stem, root, name)
            problems += wrong
            problems += cut(fields_of(type_), root, name)
            records += [record] if record else []
    directory = link(records, files, dead)
    problems += check(directory, content.parent)
    return directory, sorted(_sharpest(problems), key=lambda problem: problem.place)


def _dead(path: Path, name: str) -> tuple[tuple[DeadSource, ...], list[Problem]]:
    """The sources said to be dead, and everything wrong with the file."""
    root, problems = read(path, name)
    if root is None:
        return (), problems
    found, problems = decode_value(DeadSources, root, name)
    return found.sources if found else (), problems


def _sharpest(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each mistake told once: not the form of a text where a rule knows what it fails to name,
    and not the absence of a key that is there under a wrong name."""
    problems = list(problems)
    told = {(each.file, each.line, each.column) for each in problems if each.code not in _BLUNT}
    misnamed = {
        (each.file, (*each.path[:-1], key))
        for each in problems
        if each.code == "unknown-key"
        for key in wording.meant(each)[:1]
    }
    return [
        each
        for each in problems
        if not (each.code in _BLUNT and (each.file, each.line, each.column) in told)
        and not (each.code == "missing-key" and (each.file, each.path) in misnamed)
    ]
