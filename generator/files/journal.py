"""A change of several files, or of a whole folder, is done or not: also if the machine stops in the middle of it.

What is begun is written down beside the folder that changes, in a file whose ending says how far it is:

- ``begun``: what is new is being written beside what it will replace. Nothing has changed; it can be dropped.
- ``decided``: all of it is there, and what it replaces is kept beside. The rest needs no room on the disk: it is done.
- ``undone``: a step could not be made. What was kept is put back.

Whoever comes next finishes or undoes what a dead process left (``settle``). What is promised holds when the process is
killed; when the power fails it is up to the disk.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from generator.files.disk import OURS, read_regular
from generator.files.running import Process, started, this_process

BEGUN, DECIDED, UNDONE = STATES = ("begun", "decided", "undone")


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
    return _step(path, _digest(path), None if after is None else sha256(after).hexdigest(), False)


def folder(path: Path) -> Step:
    """A folder that another takes the place of."""
    return _step(path, "" if path.exists() else None, "", True)


def _step(path: Path, before: str | None, after: str | None, whole_folder: bool) -> Step:
    fresh, old = (path.with_name(f"{OURS}{word}-{path.name}") for word in ("new", "old"))
    return Step(path, fresh if after is not None else None, old, before, after, whole_folder)


class BusyError(Exception):
    """Another process is changing the same folder. ``journal`` is the file that says so."""

    def __init__(self, journal: Path, pid: int) -> None:
        super().__init__(str(journal))
        self.journal, self.pid = journal, pid


class NotDoneError(OSError):
    """The disk refused; everything is as it was, unless ``is_pending``: then the next command puts it back."""

    is_pending = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What was made of a change that somebody began and did not end."""

    target: Path
    outcome: Literal["finished", "undone", "abandoned"]
    """``abandoned``: files were changed by others since, so that nothing was touched but what was written beside."""
    files: int


@dataclass(frozen=True, slots=True)
class _Journal:
    target: Path
    state: str
    process: Process
    steps: tuple[Step, ...]
    folders: tuple[Path, ...]
    """Folders made for what is new, outermost first."""

    @property
    def path(self) -> Path:
        return _path(self.target, self.state)


@contextmanager
def change(target: Path, steps: Sequence[Step]) -> Iterator[None]:
    """Inside, what is new is written at the ``fresh`` of each step; then all steps are made, or none.

    ``target`` is the folder that changes, or that everything that changes stands in.

    :raises BusyError: another process is at it.
    :raises NotDoneError: the disk refused.
    """
    target = target.absolute()
    for state in STATES:
        if found := _read(_path(target, state)):
            if found.process.is_running:
                raise BusyError(found.path, found.process.pid)
            _settle(found)
    outside = _missing(target.parent)
    with _undoing_folders(outside), _told(target):
        _make_folders(outside)
        inside = sorted({each for step in steps for each in _missing(step.path.parent)})
        journal = _Journal(target, BEGUN, this_process(), tuple(steps), tuple(inside))
        _begin(journal)
        try:
            _make_folders(inside)
            yield
            for step in steps:
                with _naming(step.path):
                    _keep(step)
            os.rename(journal.path, _path(target, DECIDED))
        except BaseException as failure:
            _drop(journal, failure)
            raise
        _carry_out(_Journal(target, DECIDED, journal.process, journal.steps, journal.folders))


def write(path: Path, data: bytes, like: Path | None = None) -> None:
    """A new file, with the rights of another.

    :raises OSError: it names the file, which Python leaves out where the disk is full.
    """
    with _naming(path):
        path.write_bytes(data)
        if like is not None and like.exists():
            shutil.copymode(like, path)


def replace_file(path: Path, data: bytes) -> None:
    """The file holds those bytes, or what it held. A link is followed; a device or a pipe is written to.

    :raises BusyError: another process is at it.
    :raises NotDoneError: the disk refused.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        with _told(path):
            path.write_bytes(data)
        return
    step = file(path, data)
    with change(path, [step]):
        assert step.fresh is not None
        write(step.fresh, data, path)


def settle(*targets: Path) -> list[Settled]:
    """Finishes or undoes what dead processes began there; nothing is done about those that live.

    Only where it is asked for: a journal is a file like any other, and may come with somebody's proposal.

    :raises OSError: the disk refused; it can be tried again.
    """
    found = []
    for target in targets:
        for path in (_path(target.absolute(), state) for state in STATES):
            journal = _read(path)
            if journal and not journal.process.is_running:
                found.append(_settle(journal))
        for draft in target.absolute().parent.glob(f"{OURS}{glob.escape(target.name)}.*"):
            if draft.suffix[1:].isdecimal() and started(int(draft.suffix[1:])) is None:
                draft.unlink(missing_ok=True)  # killed before it was a journal
    return found


def _carry_out(journal: _Journal) -> None:
    try:
        for step in journal.steps:
            with _naming(step.path):
                _make(step)
    except BaseException as failure:
        with contextlib.suppress(OSError):
            os.rename(journal.path, _path(journal.target, UNDONE))
        try:
            _undo(journal)
        except OSError:
            if isinstance(failure, OSError):
                raise _pending(failure) from failure
        raise
    # It is done. What cannot be swept now is swept by the next command.
    with contextlib.suppress(OSError):
        _sweep(journal)


def _settle(journal: _Journal) -> Settled:
    outcome: Literal["finished", "undone", "abandoned"] = "undone"
    if journal.state == BEGUN:
        _drop(journal)
    elif not all(map(_is_untouched if journal.state == DECIDED else _is_known, journal.steps)):
        outcome = "abandoned"
        _sweep(journal)
    elif journal.state == DECIDED:
        outcome = "finished"
        for step in journal.steps:
            _make(step)
        _sweep(journal)
    else:
        _undo(journal)
    return Settled(journal.target, outcome, len(journal.steps))


def _keep(step: Step) -> None:
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


def _make(step: Step) -> None:
    """Makes the step; nothing if it is made."""
    if step.fresh is None:
        step.path.unlink(missing_ok=True)
    elif step.fresh.exists():
        if step.whole_folder and step.path.exists():
            _remove(step.old)
            os.rename(step.path, step.old)
        os.replace(step.fresh, step.path)


def _undo(journal: _Journal) -> None:
    """Puts back what was kept, and sweeps; nothing of it takes room."""
    for step in reversed(journal.steps):
        if step.old.exists():
            if step.whole_folder and step.path.exists() and step.fresh:
                os.rename(step.path, step.fresh)
            os.replace(step.old, step.path)
        elif step.before is None and step.fresh and not step.fresh.exists():
            _remove(step.path)
    _sweep(journal)


def _drop(journal: _Journal, failure: BaseException | None = None) -> None:
    """Sweeps what was begun. What cannot be swept after a failure is left to the next command."""
    try:
        _sweep(journal)
    except OSError:
        if failure is None:
            raise


def _sweep(journal: _Journal) -> None:
    """Removes what stands beside, and at last the journal."""
    for step in journal.steps:
        for beside in (step.fresh, step.old):
            if beside is not None:
                _remove(beside)
    for each in reversed(journal.folders):
        with contextlib.suppress(OSError):
            each.rmdir()  # if nothing came into it
    for ending in (str(journal.process.pid), *STATES):
        _path(journal.target, ending).unlink(missing_ok=True)


def _is_untouched(step: Step) -> bool:
    """Whether nobody else changed the file since: it is what it was, or what the step made of it."""
    if step.whole_folder:
        return True
    now = _digest(step.path)
    if step.fresh is None:
        return now in (step.before, None)
    return now == (step.before if step.fresh.exists() else step.after)


def _is_known(step: Step) -> bool:
    return step.whole_folder or _digest(step.path) in (step.before, step.after)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _digest(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _missing(path: Path) -> list[Path]:
    """The folders that must be made for this one to be there, outermost first."""
    missing = []
    while not path.exists() and path != path.parent:
        missing.append(path)
        path = path.parent
    return missing[::-1]


def _make_folders(folders: Sequence[Path]) -> None:
    for each in folders:
        os.mkdir(each)


@contextmanager
def _undoing_folders(folders: Sequence[Path]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for each in reversed(folders):
            with contextlib.suppress(OSError):
                each.rmdir()
        raise


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """A failure is told of that file, and not of what stands beside it."""
    try:
        yield
    except NotDoneError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the disk refuses is told as such."""
    try:
        yield
    except NotDoneError:
        raise
    except OSError as error:
        named = str(error.filename2 or error.filename or path)
        # Nobody asked for what stands beside.
        raise NotDoneError(error.errno, error.strerror or str(error), str(path) if OURS in named else named) from error


def _pending(error: OSError) -> NotDoneError:
    found = NotDoneError(error.errno, error.strerror, error.filename)
    found.is_pending = True
    return found


def _path(target: Path, ending: str) -> Path:
    return target.with_name(f"{OURS}{target.name}.{ending}")


def _begin(journal: _Journal) -> None:
    """Writes the journal, whole at once, if no other has come before.

    :raises BusyError: one has.
    """
    root = journal.target.parent

    told = {
        "process": asdict(journal.process),
        "steps": [
            [step.path.relative_to(root).as_posix(), step.before, step.after, step.whole_folder]
            for step in journal.steps
        ],
        "folders": [each.relative_to(root).as_posix() for each in journal.folders],
    }
    draft = _path(journal.target, str(journal.process.pid))
    try:
        write(draft, json.dumps(told).encode())
        try:
            os.link(draft, journal.path)
        except FileExistsError:
            other = _read(journal.path)
            raise BusyError(journal.path, other.process.pid if other else 0) from None
        except OSError:
            os.rename(draft, journal.path)  # a disk without second names
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _read(path: Path) -> _Journal | None:
    """The journal in that file; None if there is none, or if it speaks of anything outside its folder."""
    try:
        told = json.loads(read_regular(path))
        name, _, state = path.name.removeprefix(OURS).rpartition(".")
        target = path.with_name(name)
        steps = tuple(_step(path.parent / name, *rest) for name, *rest in told["steps"])
        folders = tuple(path.parent / each for each in told["folders"])
        process = Process(**told["process"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    inside = all(_is_inside(each, target) for each in (*(step.path for step in steps), *folders))
    return _Journal(target, state, process, steps, folders) if inside else None


def _is_inside(path: Path, target: Path) -> bool:
    """Whether it is the target or stands in it, by no link and no way up."""
    if path == target:
        return True
    real = Path(os.path.realpath(path.parent))
    return ".." not in path.parts and real.is_relative_to(os.path.realpath(target))
