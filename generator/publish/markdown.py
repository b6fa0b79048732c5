"""The same pages as plain Markdown with their assets, for any other engine; and the pages written by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.files.disk import not_content
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.site import build
from generator.words.edition import Edition

OVERRIDES = "overrides"


def prose(content: Path, locale: str) -> Path:
    """Folder of the pages written by hand: the edition's own, else those of the source language."""
    own = content / "pages" / locale
    return own if own.is_dir() else content / "pages" / SOURCE_LOCALE


def write_markdown(directory: Directory, edition: Edition, content: Path, out: Path) -> int:
    """Writes one edition as Markdown and assets; returns the number of generated files."""
    shutil.copytree(prose(content, edition.locale), out, ignore=not_content, dirs_exist_ok=True)
    assets = content.resolve().parent / OVERRIDES / "assets"
    if assets.is_dir():
        shutil.copytree(assets, out / "assets", ignore=not_content, dirs_exist_ok=True)
    artifacts = list(build(directory, edition))  # all of them before the first is written: a refusal leaves nothing
    for artifact in artifacts:
        path = out / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return len(artifacts)
