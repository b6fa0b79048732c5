"""A build is whole or not at all, the same twice, and the same pages come out as plain Markdown."""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path

from generator.files.settings import site_of
from generator.site import build, open_directory
from generator.words.edition import Edition
from tests.small import repertoire, small_project, snapshot, typed


def test_the_site_is_the_same_twice_whoever_builds_it_and_a_refused_build_leaves_it_as_it_was(
    tmp_path: Path, small_site: Path
) -> None:
    project = small_project(tmp_path)
    shutil.copytree(small_site / "site", project / "site")
    first = snapshot(project / "site")
    assert {"index.html", "es/index.html", "404.html", "acteurs/afd/index.html", "es/acteurs/afd/index.html"} <= set(
        first
    )
    (project / "site" / "left-from-before.html").touch()
    for leftover in ("pages/fr/a-propos/index.md~", "pages/fr/Thumbs.db", "pages/fr/.DS_Store", "actors/afd.yml~"):
        (project / "content" / leftover).write_bytes(b"\xff")
    (project / "overrides" / "assets" / "page" / ".x.js.swp").write_bytes(b"\xff")
    mask = os.umask(0o077)
    try:
        done = repertoire(project, "site")
    finally:
        os.umask(mask)
    assert done.returncode == 0, done.stderr
    assert snapshot(project / "site") == first
    shut = [
        path
        for path in (project / "site").rglob("*")
        if (path.stat().st_mode & 0o005) != (0o005 if path.is_dir() else 0o004)
    ]
    assert not shut, "a web server could not read them"

    (project / "content" / "actors" / "afd.yml").write_text("name: AFD\n", "utf-8")
    refused = typed(project, "site")
    assert refused.returncode == 1
    assert "content/actors/afd.yml:1:1" in refused.stderr
    assert snapshot(project / "site") == first
    assert not list(project.glob(".repertoire-*"))


def test_the_theme_leaves_no_script_of_its_own_in_the_site(small_site: Path) -> None:
    assert not list((small_site / "site").rglob("bundle*.js"))


def test_plain_markdown_holds_the_very_pages_of_the_build(small_site: Path) -> None:
    directory, _ = open_directory(small_site / "content")
    for locale in ("fr", "es"):
        written = snapshot(small_site / "out" / locale)
        edition = Edition(locale, datetime.date(2026, 11, 22), site=site_of(small_site / "content"))
        for artifact in build(directory, edition):
            assert written[artifact.path] == artifact.data
        assert "a-propos/index.md" in written
        assert "assets/repertoire.css" in written
