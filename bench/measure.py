"""Time and memory of commands run together. Memory needs Linux: it is read in ``/proc``."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
PAUSE = 0.2
"""Seconds between two looks at the memory: enough to see a peak, too few to slow what is measured."""


class CommandError(Exception):
    """A command ended with an error; the message is its output."""


@dataclass(frozen=True, slots=True)
class Measure:
    seconds: float
    """From the start of the first command to the end of the last."""
    processor: float
    """Seconds of processor time, of all processes together: steadier than ``seconds`` on a busy machine."""
    memory: int
    """Bytes at the peak: the sum, over all processes of one moment, of their proportional set sizes, which
    count once what processes share."""


def run(commands: Sequence[Sequence[str]], together: int, folder: Path, environment: Mapping[str, str]) -> Measure:
    """Runs the commands in ``folder``, ``together`` at once at most.

    :raises CommandError: one of them did not end well.
    """
    logs = [folder / f".log-{at}" for at in range(len(commands))]
    waiting = list(zip(commands, logs, strict=True))
    running: dict[int, tuple[subprocess.Popen[bytes], Path]] = {}
    with _Watch() as watch:
        start, processor = time.perf_counter(), 0.0
        while waiting or running:
            while waiting and len(running) < together:
                command, log = waiting.pop(0)
                with log.open("wb") as output:
                    process = subprocess.Popen(
                        command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
                    )
                running[process.pid] = process, log
            pid, status, used = os.wait3(0)
            processor += used.ru_utime + used.ru_stime  # with those of the processes it waited for
            process, log = running.pop(pid)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                for other, _ in running.values():
                    other.kill()
                    other.wait()
                raise CommandError(f"{process.args!r}\n{log.read_text(errors='replace')[-3000:]}")
        seconds = time.perf_counter() - start
    for log in logs:
        log.unlink()
    return Measure(seconds, processor, watch.peak)


class _Watch:
    """Looks at the memory of this process's descendants until the end of the ``with``."""

    def __enter__(self) -> _Watch:
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(PAUSE):
            self.peak = max(self.peak, sum(map(_memory, _descendants(os.getpid()))))


def _descendants(pid: int) -> list[int]:
    children: dict[int, list[int]] = defaultdict(list)
    for folder in PROC.glob("[0-9]*"):
        try:
            # pid (name) state parent …: the name may hold spaces and brackets.
            parent = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()[1]
        except OSError:
            continue  # it has ended meanwhile
        children[int(parent)].append(int(folder.name))
    found = [pid]
    for each in found:  # grows as it goes
        found += children[each]
    return found[1:]


def _memory(pid: int) -> int:
    """Bytes of the process, its share of shared pages included; 0 if it has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
