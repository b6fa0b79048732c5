"""MkDocs' own commands work on the project: a plain build, and a preview that follows what is edited."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.small import ROOT, small_project

PATIENCE = 90
"""Seconds to wait for the server before the test fails: a loaded machine is no mistake of ours."""


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1795348800"}


@pytest.mark.weekly
def test_a_plain_mkdocs_build_makes_the_french_edition_alone(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=project, env=_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING -" not in done.stderr
    page = (project / "site" / "acteurs" / "afd" / "index.html").read_text("utf-8")
    assert "rp-lang" not in page  # no link to an edition that is not there
    assert not (project / "site" / "es").exists()


@pytest.mark.weekly
def test_a_change_of_a_record_or_a_template_shows_in_the_preview(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=project, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}/repertoire/acteurs/afd/"
        _until(address, "<h1>")
        record = project / "content" / "actors" / "afd.yml"
        text = record.read_text("utf-8")
        # A mistake must neither stop the server nor take the page away.
        record.write_text("name: [\n", "utf-8")
        time.sleep(1)
        added = "names:\n  - text: Nom ajouté pendant le test\n    kind: usual\n"
        record.write_text(text.replace("names:\n", added), "utf-8")
        _until(address, "Nom ajouté pendant le test")
        frame = project / "overrides" / "base.html"
        frame.write_text(frame.read_text("utf-8") + "<!-- essai -->", "utf-8")
        _until(address, "<!-- essai -->")
    finally:
        server.terminate()
        server.wait(timeout=20)


def _until(address: str, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            pass
        time.sleep(0.2)
    raise AssertionError(f"{address} does not show {words!r}")
