"""The explorer's scripts on the files of the real build, in node: what the browser will answer, without one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.artifact import Artifact
from tests.node import run

SEARCH = "assets/search"
OPEN = """async (load, folder, address, then) => {
    const { readFile } = await import("node:fs/promises");
    const { Source } = await load("search/source.js");
    const { Explorer } = await load("search/explorer.js");
    globalThis.explorers ??= new Map();
    if (!explorers.has(folder)) {
        const read = async (url) => JSON.parse(await readFile(url, "utf8"));
        const source = new Source(new URL(`file://${folder}/`), read);
        explorers.set(folder, await Explorer.open(source, async () => (word) => word));
    }
    const explorer = explorers.get(folder);
"""


def keep(artifacts: list[Artifact], folder: Path) -> Path:
    """Writes the files and returns the folder the scripts ask for them."""
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return folder / SEARCH


def ask(folder: Path, body: str, *values: Any) -> Any:
    """What the body of a JavaScript function answers that knows ``explorer``, ``load`` and ``values``."""
    source = OPEN.replace("address, then)", "...values)") + body + "}"
    return run(source, str(folder), *values)


def read(folder: Path, name: str) -> dict[str, Any]:
    """A file of the build."""
    return dict(json.loads((folder / name).read_text("utf-8")))
