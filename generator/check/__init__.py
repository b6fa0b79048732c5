"""What types cannot say: rules over the directory. Each yields findings, placed here in their files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.check.broken import links_of_broken
from generator.check.dates import order_of_dates
from generator.check.duplicates import near_duplicates
from generator.check.finding import Finding
from generator.check.geography import coordinates, seats, states
from generator.check.links import countries, links
from generator.check.people import personal_data
from generator.check.said import names, offices, supported_keys, wishes
from generator.check.structure import (
    circles,
    former_ids,
    ids_inside,
    keys_of_kinds,
    main_themes,
    participations,
    sources,
    statuses,
)
from generator.check.targets import Targets
from generator.check.tense import tenses
from generator.check.territories import codes
from generator.check.texts import keywords, tracked
from generator.files.load import Node, locate, read
from generator.model.directory import Directory
from generator.model.problem import Problem

Rule = Callable[[Directory], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    links,
    countries,
    sources,
    statuses,
    keys_of_kinds,
    main_themes,
    participations,
    former_ids,
    ids_inside,
    circles,
    supported_keys,
    names,
    offices,
    wishes,
    order_of_dates,
    coordinates,
    states,
    seats,
    codes,
    personal_data,
    tracked,
    keywords,
    tenses,
    near_duplicates,
)
"""Every rule. A new one is a function, a line here, a sentence in ``locales/problems.fr.yml`` and a case."""


def check(directory: Directory, root: Path) -> list[Problem]:
    """Everything wrong with the records, in reading order; ``root`` is the folder that ``files`` start in.

    Files are read again only where something was found: records do not carry their lines with them.
    """
    nodes: dict[tuple[str, str], Node | None] = {}

    def node(folder: str, id_: str) -> Node | None:
        name = directory.files.get((folder, id_))
        if name is None:
            return None
        if (folder, id_) not in nodes:
            nodes[folder, id_] = read(root / name, name)[0]
        return nodes[folder, id_]

    findings = [finding for rule in RULES for finding in rule(directory)]
    targets = Targets(directory)
    for folder, id_ in directory.files:
        if id_ not in getattr(directory, folder) and (broken := node(folder, id_)) is not None:
            findings += links_of_broken(targets, folder, id_, broken)
    problems = [_problem(directory, finding, node(finding.folder, finding.id)) for finding in findings]
    return sorted(problems, key=lambda problem: problem.place)


def _problem(directory: Directory, finding: Finding, root: Node | None) -> Problem:
    def name(id_: str) -> str:
        return directory.files.get((finding.folder, id_), f"{finding.folder}/{id_}.yml")

    line, column = locate(root, finding.path, key=finding.key) if root is not None else (1, 1)
    args = dict(finding.args)
    if finding.also:
        args["also"] = "\n".join(map(name, finding.also))
    return Problem(finding.code, name(finding.id), line, column, finding.path, args, finding.severity)
