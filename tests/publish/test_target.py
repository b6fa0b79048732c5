"""The folder that a build writes is replaced whole, and only if a build wrote it."""

from __future__ import annotations

import datetime
import errno
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.check.content import open_directory
from generator.commands.build import build_command
from generator.commands.refusal import refusal
from generator.files.journal import NotDoneError
from generator.publish import editions
from generator.publish.markdown import write_editions
from generator.site import BuildRefused
from generator.words.edition import Edition
from tests.files.interrupted import full, interrupted
from tests.small import small_project, snapshot, typed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def test_what_was_withdrawn_is_not_published_again_as_markdown(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")

    def built(*options: str) -> None:
        done = CliRunner().invoke(build_command, ["--out", "out", *options])
        assert done.exit_code == 0, done.output

    built()
    first = snapshot(project / "out")
    extra = project / "content" / "actors" / "retiree.yml"
    extra.write_text(
        "name: Association retirée\nkind: association-ngo\ncountry: FR\nsources:\n  - title: Essai\n",
        "utf-8",
    )
    built()
    assert "fr/acteurs/retiree/index.md" in str(sorted(snapshot(project / "out")))
    (project / "out" / "fr" / "assets" / "reste.js").touch()
    extra.unlink()
    for leftover in ("content/pages/fr/a-propos/index.md~", "overrides/assets/desktop.ini"):
        (project / leftover).write_bytes(b"\xff")
    built()
    assert snapshot(project / "out") == first
    built("--edition", "fr")
    assert not (project / "out" / "es").exists()
    assert not list(project.glob(".repertoire-*"))


def test_a_full_disk_is_told_in_one_sentence_and_the_old_pages_stay(project: Path) -> None:
    directory, _ = open_directory(project / "content")
    wanted = [Edition("fr", datetime.date(2026, 11, 22))]
    write_editions(directory, wanted, project / "content", project / "out")
    before = snapshot(project)
    with interrupted(project, 0, full) as acts:
        write_editions(directory, wanted, project / "content", project / "out")
    writes = [at for at, act in enumerate(acts, 1) if act.startswith("write ")]
    for at in (writes[0], writes[1], writes[50], writes[-1]):
        with interrupted(project, at, full), pytest.raises(NotDoneError) as told:
            write_editions(directory, wanted, project / "content", project / "out")
        assert refusal(told.value).startswith("«")
        assert "il n’y a plus de place sur le disque. Rien n’a changé" in refusal(told.value)
        assert ".repertoire" not in refusal(told.value)
        assert snapshot(project) == before


@pytest.mark.parametrize("command", ["build", "site"])
@pytest.mark.parametrize("out", ["content", ".", "mine"])
def test_a_folder_that_holds_something_else_is_not_replaced(command: str, out: str, project: Path) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "notes.txt").write_text("à garder", "utf-8")
    before = snapshot(project)
    refused = typed(project, command, "--out", out)
    assert refused.returncode == 2
    assert "contient autre chose que ce que cette commande écrit" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert snapshot(project) == before


@pytest.mark.parametrize("command", ["build", "site"])
def test_a_link_is_not_replaced_by_a_folder(command: str, project: Path) -> None:
    (project / "loin").mkdir()
    (project / "ici").symlink_to("loin")
    (project / "nulle-part").symlink_to("absent")
    for out, to in (("ici", "loin"), ("nulle-part", "absent")):
        refused = typed(project, command, "--out", out)
        assert refused.returncode == 2
        assert f"est un lien vers « {to} »" in refused.stderr.replace("\u00a0", " ")
        assert (project / out).is_symlink()
    assert not list((project / "loin").iterdir())


@pytest.mark.parametrize("locale", ["fr", "es"])
@pytest.mark.parametrize("kind", [OSError, BuildRefused, KeyboardInterrupt])
def test_an_edition_that_fails_leaves_the_old_site_and_nothing_beside(
    locale: str, kind: type[BaseException], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is built in a process of its own, but for the first."""
    (project / "site" / "assets").mkdir(parents=True)
    (project / "site" / "assets" / "stamps.json").write_text("{}", "utf-8")
    before = snapshot(project)

    def failing(config: Path, content: Path, directory: Any, here: str, *rest: Any) -> bool:
        if here == locale:
            if kind is BuildRefused:
                return False
            raise kind(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return True

    monkeypatch.setattr(editions, "_build_edition", failing)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    directory, _ = open_directory(project / "content")
    wanted = (NotDoneError, BuildRefused, KeyboardInterrupt)
    with pytest.raises(wanted) as told:
        editions.publish(project / "mkdocs.yml", project / "content", directory, project / "site")
    if kind is OSError:
        assert isinstance(told.value, NotDoneError)
        assert told.value.errno == errno.ENOSPC
    assert snapshot(project) == before
    assert not list(project.glob(".repertoire-*"))
