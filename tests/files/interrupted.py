"""A disk that refuses, and a process that is killed, at a chosen act: the disk is reached through these doors only."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DOORS = ("replace", "rename", "link", "unlink", "mkdir", "rmdir")
"""What changes a folder, in ``os``; files are written by ``Path.write_bytes``."""


@contextmanager
def interrupted(root: Path, at: int, how: Callable[[], None]) -> Iterator[list[str]]:
    """Before the act number ``at`` below ``root`` (from 1), or in the middle of it if it writes, ``how`` happens.

    Gives the acts so far.
    """
    acts: list[str] = []
    kept = {name: getattr(os, name) for name in DOORS}
    write_bytes = Path.write_bytes

    def happens(name: str, path: Any) -> bool:
        if not isinstance(path, int) and Path(os.path.abspath(path)).is_relative_to(root):
            acts.append(f"{name} {path}")
            return len(acts) == at
        return False

    def door(name: str) -> Callable[..., Any]:
        def act(path: Any, *args: Any, **options: Any) -> Any:
            # rmtree names what it removes from inside the folder.
            if options.get("dir_fd") is None and happens(name, path):
                how()
            return kept[name](path, *args, **options)

        return act

    def write(path: Path, data: bytes) -> int:
        if happens("write", path):
            write_bytes(path, data[: len(data) // 2])
            how()
        return write_bytes(path, data)

    try:
        for name in DOORS:
            setattr(os, name, door(name))
        Path.write_bytes = write  # type: ignore[method-assign,assignment]
        yield acts
    finally:
        for name, act in kept.items():
            setattr(os, name, act)
        Path.write_bytes = write_bytes  # type: ignore[method-assign]


def killed() -> None:
    """As the system does it when memory is short, or a person who is tired of waiting."""
    os.kill(os.getpid(), signal.SIGKILL)


def full() -> None:
    """Python names no file when there is no room to write into one that is open."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def run_killed(act: Callable[[], object], root: Path, at: int) -> bool:
    """Runs it in a process of its own that is killed at that act; whether it was, and did not come to its end."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with interrupted(root, at, killed):
                act()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)
