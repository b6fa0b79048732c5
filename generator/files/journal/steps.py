"""One file or folder that changes: how it is kept, made and put back, each as often as one likes."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.files.disk import OURS


@dataclass(frozen=True, slots=True)
class Step:
    """One file or folder that changes. Make it with ``file`` or ``folder``."""

    path: Path
    fresh: Path | None
    """Where its new self is written first; None if it goes."""
    old: Path
    """Where its old self is kept meanwhile."""
    before: str | None = None
    """Digest of the file as it is, "" of a folder; None if it is not there."""
    after: str | None = None
    whole_folder: bool = False


def file(path: Path, after: bytes | None) -> Step:
    """A file that will hold those bytes, or go."""
    return step_of(path, digest(path), None if after is None else sha256(after).hexdigest(), False)


def folder(path: Path) -> Step:
    """A folder that another takes the place of."""
    return step_of(path, "" if path.exists() else None, "", True)


def step_of(path: Path, before: str | None, after: str | None, whole_folder: bool) -> Step:
    fresh, old = (path.with_name(f"{OURS}{word}-{path.name}") for word in ("new", "old"))
    return Step(path, fresh if after is not None else None, old, before, after, whole_folder)


def keep(step: Step) -> None:
    """Keeps the file as it is, under a second name: that takes no room, and no one writes into a file."""
    if step.fresh is None and step.before is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(step.path))
    if step.whole_folder or step.before is None:
        return
    step.old.unlink(missing_ok=True)
    try:
        os.link(step.path, step.old)
    except OSError:
        shutil.copy2(step.path, step.old)  # a disk without such names


def make(step: Step) -> None:
    """Makes the step; nothing if it is made."""
    if step.fresh is None:
        step.path.unlink(missing_ok=True)
    elif step.fresh.exists():
        if step.whole_folder and step.path.exists():
            remove(step.old)
            os.rename(step.path, step.old)
        os.replace(step.fresh, step.path)


def put_back(step: Step) -> None:
    """Makes the file or the folder what it was; nothing if it is. None of it takes room."""
    if step.old.exists():
        if step.whole_folder and step.path.exists() and step.fresh:
            os.rename(step.path, step.fresh)
        os.replace(step.old, step.path)
    elif step.before is None and step.fresh and not step.fresh.exists():
        remove(step.path)


def is_untouched(step: Step) -> bool:
    """Whether nobody else changed the file since: it is what it was, or what the step made of it."""
    if step.whole_folder:
        return True
    now = digest(step.path)
    if step.fresh is None:
        return now in (step.before, None)
    return now == (step.before if step.fresh.exists() else step.after)


def is_known(step: Step) -> bool:
    return step.whole_folder or digest(step.path) in (step.before, step.after)


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def digest(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None
