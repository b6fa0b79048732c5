"""The day the content stands for. Never the clock: the same content gives the same bytes."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

from generator.model.directory import Directory


def content_date(content: Path, directory: Directory) -> datetime.date:
    """The day the content was last changed: SOURCE_DATE_EPOCH if set, else its last commit, else its newest record."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(content)
    if seconds:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    return datetime.date(*max((each.added.last() for each in directory.records() if each.added), default=(2026, 1, 1)))


def changed(content: Path) -> dict[str, datetime.date]:
    """File of the content (``content/actors/afd.yml``) → the day of its last commit; nothing where no history tells:
    one that begins late would date every file alike."""
    git = ["git", "-C", str(content)]
    found: dict[str, datetime.date] = {}
    try:
        if _told([*git, "rev-parse", "--is-shallow-repository"]).strip() == "true":
            return {}
        command = [
            *git,
            "-c",
            "core.quotePath=false",
            "log",
            "--format=%x00%cs",
            "--name-only",
            "--relative",
            "--",
            ".",
        ]
        told = _told(command)
    except (OSError, subprocess.CalledProcessError):
        return {}  # not a repository, or no git
    for commit in told.split("\0")[1:]:
        day, *names = commit.split("\n")
        for name in filter(None, names):
            found.setdefault(f"{content.name}/{name}", datetime.date.fromisoformat(day))
    return found


def _told(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


def _last_commit(content: Path) -> str:
    command = ["git", "-C", str(content), "log", "-1", "--format=%ct", "--", "."]
    try:
        return _told(command).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""  # not a repository, or no git: the records' own dates will do
