"""The directory for a command, or the end of the command with everything that is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.check.content import open_directory
from generator.files.settings import publisher_of
from generator.model.directory import Directory
from generator.model.publisher import KEYS, Publisher
from generator.words.cli import t
from generator.words.report import summary, text

REFUSED = 1
"""Exit code: the content has mistakes."""


def publisher_or_exit(config: Path, *, whole: bool = False) -> Publisher:
    """Who publishes the site; what of it can't be used is told and ends the program, and if the publisher must be known
    ``whole``, so does what nobody has written yet."""
    publisher, faults = publisher_of(config)
    for each in faults:
        place = f"{config.name}:{each.line}:{each.column}"
        known = ", ".join(KEYS)
        click.echo(t(f"publisher.{each.kind}", place=place, key=each.key, value=each.value, known=known), err=True)
    missing = publisher.missing if whole else ()
    if missing:
        keys = "\n".join(f"  {key} : {t(f'publisher.key.{key}')}" for key in missing)
        click.echo(t("publisher.missing", file=config.name, keys=keys), err=True)
    if faults or missing:
        sys.exit(REFUSED)
    return publisher


def open_or_exit(content: Path) -> Directory:
    """The directory of that folder; its mistakes are told and end the program."""
    directory, problems = open_directory(content)
    for problem in problems:
        if problem.severity == "error":
            click.echo(text(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        click.echo(summary(problems), err=True)
        sys.exit(REFUSED)
    return directory
