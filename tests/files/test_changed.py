"""The day of a file's last change is that of its last commit; a history that begins late tells nothing."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

from generator.files.dating import changed

IDENTITY = ["-c", "user.name=Essai", "-c", "user.email=essai@example.org"]


def git(folder: Path, *words: str, day: str = "2026-11-22") -> None:
    moment = f"{day}T12:00:00Z"
    environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", "-C", str(folder), *IDENTITY, *words], check=True, capture_output=True, env=environment)


def test_each_file_has_the_day_of_its_last_commit(tmp_path: Path) -> None:
    project = tmp_path / "project"
    actors = project / "content" / "actors"
    actors.mkdir(parents=True)
    for name, day in (("été.yml", "2026-11-22"), ("b.yml", "2026-11-23"), ("été.yml", "2026-11-25")):
        (actors / name).write_text(day, "utf-8")
        if not (project / ".git").exists():
            git(project, "init")
        git(project, "add", ".")
        git(project, "commit", "-m", day, day=day)
    found = {"content/actors/été.yml": datetime.date(2026, 11, 25), "content/actors/b.yml": datetime.date(2026, 11, 23)}
    assert changed(project / "content") == found
    git(tmp_path, "clone", "--depth", "1", f"file://{project}", "shallow")
    assert changed(tmp_path / "shallow" / "content") == {}
    assert changed(tmp_path) == {}
