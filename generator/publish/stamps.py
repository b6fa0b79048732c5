"""Addresses that never lie: scripts and data stand in folders named by a stamp of all that they hold.

Caches may keep such a file for ever, and a page is never given a script or data of another build than its own.
``stamps.json``, at an address that stays, tells a page whose files are gone which ones there are now
(``overrides/assets/page/data.js``). A deployment keeps the folders of those before it, for the pages that are open.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

ASSETS = "assets/"
LASTING = ("assets/emblem.svg", "assets/share.png")
"""Files that other sites and browsers ask for by name, long after the build: their addresses stay."""
NAME = "assets/stamps.json"
GENERATIONS = 2
"""Deployments whose folders are kept: pages live in caches for ten minutes, in open tabs for days."""

_LENGTH = 10


def stamp(files: Iterable[tuple[str, bytes]]) -> str:
    """The name of a folder that holds these files: path in it and content of each, in any order."""
    whole = hashlib.sha256()
    for path, content in sorted(files):
        whole.update(f"{path}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()[:_LENGTH]


def written(scripts: str, data: str, before: Iterable[Iterable[str]] = ()) -> str:
    """The content of ``stamps.json``; ``before``: the stamps of earlier deployments still kept, the newest first."""
    return json.dumps({"scripts": scripts, "data": data, "before": [list(each) for each in before]}) + "\n"


def keep(before: Path, fresh: Path) -> None:
    """Copies into ``fresh`` what the site in ``before`` stamped, and the last that it kept itself.

    Both are roots of one edition. Where there was no such site, there is nothing to keep.
    """
    if not (before / NAME).is_file():
        return
    old, new = (json.loads((root / NAME).read_text("utf-8")) for root in (before, fresh))
    now: list[str] = [new["scripts"], new["data"]]
    earlier = [each for each in ([old["scripts"], old["data"]], *old["before"]) if each != now][:GENERATIONS]
    for name in {name for each in earlier for name in each}:
        source, target = (root / ASSETS / name for root in (before, fresh))
        if source.is_dir() and not target.exists():
            shutil.copytree(source, target)
    (fresh / NAME).write_text(written(now[0], now[1], earlier), "utf-8")
