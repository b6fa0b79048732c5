"""The whole program: ``open_directory`` reads and checks the content, ``build`` turns it into files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.artifact import Artifact
from generator.check import check
from generator.decode import decode
from generator.directory import Directory, link
from generator.edition import Edition
from generator.load import read
from generator.model import BY_FOLDER, Record
from generator.problem import Problem
from generator.render import maps, pages, redirects, search
from generator.values import ID_LENGTH, KEBAB

Renderer = Callable[[Directory, Edition], Iterable[Artifact]]

RENDERERS: tuple[Renderer, ...] = (pages.render, redirects.render, maps.render, search.render)
"""Every output. A new one is a new file and a line here."""

PROSE = ("pages", "mappings")
"""Folders of the content that hold no records: texts written by hand, and the importer's column mappings."""


class BuildRefused(Exception):
    """The site cannot be built as asked; the message says why."""


def open_directory(content: Path) -> tuple[Directory, list[Problem]]:
    """The directory in that folder, and everything wrong with it, in reading order. Broken records are left out of
    the directory, so never publish one that came with an error."""
    records: list[Record] = []
    problems: list[Problem] = []
    files: dict[tuple[str, str], str] = {}
    for path in sorted(content.rglob("*")):
        if path.is_dir() or path.relative_to(content).parts[0] in PROSE:
            continue
        name = path.relative_to(content.parent).as_posix()
        folder = path.parent.relative_to(content).as_posix()
        type_ = BY_FOLDER.get(folder)
        if type_ is None or path.suffix != ".yml":
            problems.append(Problem("unexpected-file", name, args={"folders": ", ".join(BY_FOLDER)}))
            continue
        files[folder, path.stem] = name
        if not KEBAB.fullmatch(path.stem) or len(path.stem) > ID_LENGTH:
            problems.append(Problem("bad-file-name", name, args={"id": path.stem}))
            continue
        root, wrong = read(path, name)
        problems += wrong
        if root is not None:
            record, wrong = decode(type_, path.stem, root, name)
            problems += wrong
            records += [record] if record else []
    directory = link(records, files)
    problems += check(directory, content.parent)
    return directory, sorted(problems, key=lambda problem: problem.place)


def build(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """Every file of one edition. Same inputs, same bytes.

    :raises BuildRefused: two files would have the same path, or a record has no page.
    """
    seen: dict[str, str | None] = {}
    for renderer in RENDERERS:
        for artifact in renderer(directory, edition):
            if artifact.path.lower() in seen:
                both = f"{artifact.source or '-'}, {seen[artifact.path.lower()] or '-'}"
                raise BuildRefused(f"two files for one path: {artifact.path} ({both})")
            seen[artifact.path.lower()] = artifact.source
            yield artifact
    missing = sorted(page for page in pages.factsheets(directory) if page not in seen)
    if missing:
        raise BuildRefused(f"{len(missing)} records without a page: {', '.join(missing[:10])}")
