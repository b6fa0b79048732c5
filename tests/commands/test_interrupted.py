"""A command that is killed, or that the disk refuses: what the next one says, and what is left."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.cases.report import CASES
from tests.files.interrupted import full, interrupted, run_killed
from tests.small import repertoire, small_project, snapshot

RENAME = ("rename", "actor", "brest-metropole", "brest")
COMMANDS = [
    RENAME,
    ("verify", "afd", "--by", "AFD", "--date", "2026-11-27"),
    ("check", "--fix"),
    ("import", "acteurs.csv", "--update"),
    ("export", "--full", "--type", "actor", "--format", "xlsx", "--out", "acteurs.xlsx"),
    ("template", "initiatives.xlsx"),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the base, with something to repair and something to import, in the current folder."""
    folder = tmp_path / "project"
    shutil.copytree(CASES / "base", folder / "content")
    shutil.copy(CASES.parents[1] / "mkdocs.yml", folder)
    monkeypatch.chdir(folder)
    afd = folder / "content" / "actors" / "afd.yml"
    afd.write_text(afd.read_text("utf-8").replace("name: ", "name:   ", 1), "utf-8")
    assert run("export", "--full", "--type", "actor", "--format", "csv", "--out", "acteurs.csv") == 0
    table = (folder / "acteurs.csv").read_text("utf-8")
    (folder / "acteurs.csv").write_text(table.replace("développement", "développement durable"), "utf-8")
    return folder


def run(*typed: str) -> int:
    """The exit code of the command, run here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["repertoire", *typed])
        with pytest.raises(SystemExit) as stop:
            main()
    return stop.value.code if isinstance(stop.value.code, int) else 0


def tried(project: Path, *typed: str) -> tuple[list[str], dict[str, bytes]]:
    """What the command does to the disk, and what there is then, tried beside."""
    again = project.parent / "again"
    shutil.copytree(project, again)
    os.chdir(again)
    with interrupted(again, 0, full) as acts:
        run(*typed)
    os.chdir(project)
    return acts, snapshot(again)


def begun(acts: list[str]) -> int:
    return next(at for at, act in enumerate(acts, 1) if act.startswith("write "))


def decided(acts: list[str]) -> int:
    return next(at for at, act in enumerate(acts, 1) if act.startswith("rename "))


@pytest.mark.parametrize("typed", COMMANDS, ids=lambda typed: typed[0])
def test_a_disk_that_refuses_ends_in_one_sentence_with_everything_as_it_was(
    typed: tuple[str, ...], project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    acts, after = tried(project, *typed)
    assert after != before
    for at in range(begun(acts), decided(acts) + 2):
        if not acts[at - 1].startswith(("write ", "rename ", "replace ")):
            continue  # a disk without second names takes copies; dust is left to the next command
        capfd.readouterr()
        with interrupted(project, at, full):
            assert run(*typed) == 2
        said = capfd.readouterr().err.replace("\u00a0", " ")
        assert said.endswith(
            "il n’y a plus de place sur le disque. Rien n’a changé ; relancez la commande quand ce sera possible.\n"
        )
        assert "Traceback" not in said
        assert snapshot(project) == before


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.EACCES, "vous n’en avez pas le droit"), (errno.EROFS, "le disque est en lecture seule")],
)
def test_what_the_system_answers_is_said_in_french(
    code: int, said: str, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def refused() -> None:
        raise OSError(code, os.strerror(code))

    with interrupted(project, begun(tried(project, *RENAME)[0]), refused):
        assert run(*RENAME) == 2
    assert said in capfd.readouterr().err


def test_a_rename_killed_in_the_middle_is_ended_by_the_next_command_which_says_so(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    acts, after = tried(project, *RENAME)
    for at, said, wanted in ((decided(acts) - 1, "défait", before), (decided(acts) + 2, "terminé", after)):
        assert run_killed(lambda: run(*RENAME), project, at)
        assert list(project.glob(".repertoire-*"))
        capfd.readouterr()
        assert run("check") == 0
        told = capfd.readouterr()
        assert told.err.startswith("Un changement de «\u00a0content\u00a0» s’était arrêté en chemin")
        assert said in told.err
        assert snapshot(project) == wanted
        assert run("check") == 0
        assert capfd.readouterr().err == ""


def test_a_command_does_not_write_while_another_does(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from generator.files import journal

    with journal.change(project / "content", []):
        assert run(*RENAME) == 2
        assert f"processus {os.getpid()}" in capfd.readouterr().err
        assert run("check") == 0
    assert run(*RENAME) == 0


@pytest.mark.weekly
def test_a_build_killed_in_the_middle_leaves_the_old_site_and_nothing_once_the_next_command_has_come(
    tmp_path: Path,
) -> None:
    project = small_project(tmp_path)
    (project / "site" / "assets").mkdir(parents=True)
    (project / "site" / "assets" / "stamps.json").write_text("{}", "utf-8")
    before = snapshot(project)
    environment = {**os.environ, "PYTHONPATH": str(CASES.parents[1]), "SOURCE_DATE_EPOCH": "1795348800"}
    build = subprocess.Popen(
        [sys.executable, "-m", "generator", "site"], cwd=project, env=environment, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 30
    while not list(project.glob(".repertoire-new-site/**/*.html")) and time.monotonic() < end:
        time.sleep(0.05)
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert list(project.glob(".repertoire-new-site"))
    time.sleep(1)  # the editions built in processes of their own have noticed
    checked = repertoire(project, "check")
    assert checked.returncode == 0
    assert "vient d’être défait" in checked.stderr
    time.sleep(1)
    assert snapshot(project) == before
