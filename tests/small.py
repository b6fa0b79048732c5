"""A whole small project in a folder of its own: real settings and theme, the content of ``tests/cases/base``."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main

ROOT = Path(__file__).parents[1]
TABLE = "\n| Rôle | Nom |\n| --- | ---: |\n| Porteur | Brest |\n"


def small_project(folder: Path) -> Path:
    """The folder, now holding mkdocs.yml, overrides/ and content/."""
    shutil.copytree(ROOT / "tests" / "cases" / "base", folder / "content")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for locale in ("fr", "es"):
        for name in ("a-propos", "contribuer"):
            prose = folder / "content" / "pages" / locale / name
            prose.mkdir(parents=True)
            # Made up: the real pages link to records that the small project has not.
            (prose / "index.md").write_text(f"---\ntitle: Essai\n---\n\n## Essai\n{TABLE}", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def repertoire(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What the command line answers in that folder."""
    command = [sys.executable, "-m", "generator", *words]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795348800"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def typed(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The same, in this process: three times as quick, for what builds nothing."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["repertoire", *words])
        patch.chdir(folder)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as stop:
            main()
    code = stop.value.code if isinstance(stop.value.code, int) else 0
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def snapshot(folder: Path) -> dict[str, bytes]:
    """Relative path → bytes, of every file below."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
