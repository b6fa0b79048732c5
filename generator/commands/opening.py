"""The directory for a command, or the end of the command with everything that is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.check.content import open_directory
from generator.model.directory import Directory
from generator.words.report import summary, text

REFUSED = 1
"""Exit code: the content has mistakes."""


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
