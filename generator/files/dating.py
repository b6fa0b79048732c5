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


def _last_commit(content: Path) -> str:
    command = ["git", "-C", str(content), "log", "-1", "--format=%ct", "--", "."]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ""  # not a repository, or no git: the records' own dates will do
