"""The builds that are compared, each of every edition: our whole site, and plain MkDocs on the same pages."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.measure import Measure, run
from bench.synthetic import write
from generator.urls import EMBED
from generator.words.edition import editions

ROOT = Path(__file__).parents[1]
TOGETHER = os.cpu_count() or 1
"""Editions built at once, by us and by plain MkDocs: one process each."""

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1767225600"}

OURS, BARE, SEARCHING = "ours", "plain, no search", "plain"


@dataclass(frozen=True, slots=True)
class Build:
    """What one build of one size cost."""

    records: int
    name: str
    cost: Measure
    size: int
    """Bytes of the site."""
    files: int


def prepare(folder: Path, count: int) -> None:
    """Puts ``count`` made-up records in ``folder``, and in its ``pages`` the Markdown we write of them."""
    write(folder / "content", count, ROOT / "content")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    _run([[sys.executable, "-m", "generator", "build", "--out", "pages"]], folder)
    for locale in editions():
        for name, plugins in ((BARE, []), (SEARCHING, ["search"])):
            settings = yaml.safe_dump(_plain(folder, locale, plugins), allow_unicode=True)
            settings_file(folder, name, locale).write_text(settings, encoding="utf-8")


def build(folder: Path, count: int, name: str) -> Build:
    """Builds the site that ``name`` says, measures it and removes it."""
    site = folder / "site"
    if name == OURS:
        commands = [[sys.executable, "-m", "generator", "site", "--config", "mkdocs.yml", "--out", "site"]]
    else:
        commands = [
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--quiet",
                "--config-file",
                str(settings_file(folder, name, locale)),
            ]
            for locale in editions()
        ]
    cost = _run(commands, folder)
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    shutil.rmtree(site)
    return Build(count, name, cost, size, len(files))


def _run(commands: list[list[str]], folder: Path) -> Measure:
    return run(commands, TOGETHER, folder, ENVIRONMENT)


def settings_file(folder: Path, name: str, locale: str) -> Path:
    """MkDocs' settings for the build ``name`` of an edition, as :func:`prepare` writes them."""
    return folder / f"{name.replace(', ', '-').replace(' ', '-')}-{locale}.yml"


def _plain(folder: Path, locale: str, plugins: list[str]) -> dict[str, Any]:
    """Our own settings without what is ours: no plugin, no template, no stylesheet.

    The same navigation: with every page in it, MkDocs alone would need minutes.
    """
    settings: dict[str, Any] = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    theme = {key: value for key, value in settings["theme"].items() if key != "custom_dir"}
    return {
        **settings,
        "docs_dir": f"pages/{locale}",
        "site_dir": f"site/{locale}",
        "strict": False,
        "theme": {**theme, "font": False, "language": locale},  # no font of another host
        "plugins": plugins,
        "exclude_docs": f"/{EMBED}",  # a page drawn by a template of ours
    }
