"""Which process did something, and whether it still runs."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Process:
    """A process, told from any later one that the system gives the same number."""

    pid: int
    started: str
    """When it started, as the system says it; "" where it does not say."""
    host: str

    @property
    def is_running(self) -> bool:
        """Whether it runs; also true if nobody can tell from here."""
        if self.host != platform.node():
            return True  # another machine, or another container, with the same disk
        if not self.started:
            return True
        return started(self.pid) == self.started


def this_process() -> Process:
    """The one that asks."""
    return Process(os.getpid(), started(os.getpid()) or "", platform.node())


def started(pid: int) -> str | None:
    """When the process of that number started, in the system's own words; None if there is none, or nobody says."""
    if Path("/proc/self/stat").exists():
        try:
            # Its name stands in parentheses and may hold anything; the start is the 22nd field, the state the 3rd.
            fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            return None
        return None if fields[0] in "ZX" else fields[19]
    ps = shutil.which("ps")
    if ps is None:
        return None
    command = [ps, "-o", "lstart=", "-p", str(pid)]
    # One language and one hour, whoever asks.
    said = subprocess.run(command, capture_output=True, text=True, check=False, env={"LC_ALL": "C", "TZ": "UTC"})  # noqa: S603
    return said.stdout.strip() or None
