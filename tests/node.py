"""The site's modules that need no page, run in node: ``call("search/fold.js", "fold", "Équateur") == "equateur"``.

Values go in and come out as JSON: a set or a typed array comes out as a list, a map as a list of pairs, ``undefined``
as None. One process serves a whole test run: a module is loaded once, and keeps its state. A missing node is a
failure, never a skip.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "overrides" / "assets"
PATIENCE = 120
"""Seconds after which an answer counts as one that never comes."""


class ScriptError(AssertionError):
    """What the script threw, with its stack."""


def call(module: str, name: str, *values: Any) -> Any:
    """What the module's function answers; ``module`` is its path from overrides/assets.

    :raises ScriptError: it threw.
    """
    return _ask({"module": module, "name": name, "values": values})


def run(source: str, *values: Any) -> Any:
    """What a JavaScript function written in the test answers, for what is more than one call (a class, say):
    ``run("async (load, text) => (await load('search/fold.js')).fold(text)", "Équateur")``; ``load`` imports a module.

    :raises ScriptError: it threw.
    """
    return _ask({"source": source, "values": values})


@cache
def program() -> str:
    """Node itself: this environment's, which ``make test`` installs, else the machine's."""
    places = [str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    found = shutil.which("node", path=os.pathsep.join(places))
    assert found, "node is missing: `make test` installs it"
    # What stands in the environment is a Python script that starts it.
    command = [found, "--print", "process.execPath"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@cache
def _process() -> subprocess.Popen[str]:
    """Ends by itself when this one does: nothing more can be asked then."""
    command = [program(), str(Path(__file__).with_suffix(".mjs")), f"{ASSETS}/"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _ask(asked: dict[str, Any]) -> Any:
    process = _process()
    assert process.stdin
    assert process.stdout
    timer = threading.Timer(PATIENCE, process.kill)
    timer.start()
    try:
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
    finally:
        timer.cancel()
    if not line:
        _process.cache_clear()
        raise ScriptError(f"node gave no answer: {str(asked)[:300]}")
    answer = json.loads(line)
    if "error" in answer:
        raise ScriptError(answer["error"])
    return answer["value"]
