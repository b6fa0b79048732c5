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
import glob
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.files.disk import OURS
from generator.files.journal.note import BEGUN, DECIDED, STATES, UNDONE, Journal, begin, path_of, read, sweep
from generator.files.journal.refusals import BusyError, NotDoneError, naming, pending, told
from generator.files.journal.steps import Step, file, folder, is_known, is_untouched, keep, make, put_back, remove
from generator.files.running import started, this_process

__all__ = [
    "STATES",
    "BusyError",
    "NotDoneError",
    "Settled",
    "Step",
    "change",
    "file",
    "folder",
    "replace_file",
    "settle",
    "write",
]


@dataclass(frozen=True, slots=True)
class Settled:
    """What was made of a change that somebody began and did not end."""

    target: Path
    outcome: Literal["finished", "undone", "abandoned"]
    """``abandoned``: files were changed by others since, so that nothing was touched but what was written beside."""
    files: int


@contextmanager
def change(target: Path, steps: Sequence[Step]) -> Iterator[None]:
    """Inside, what is new is written at the ``fresh`` of each step; then all steps are made, or none.

    ``target`` is the folder that changes, or that everything that changes stands in.

    :raises BusyError: another process is at it.
    :raises NotDoneError: the disk refused.
    """
    target = target.absolute()
    for state in STATES:
        if found := read(path_of(target, state)):
            if found.process.is_running:
                raise BusyError(found.path, found.process.pid)
            _settle(found)
    outside = _missing(target.parent)
    with _undoing_folders(outside), told(target):
        _make_folders(outside)
        inside = sorted({each for step in steps for each in _missing(step.path.parent)})
        journal = Journal(target, BEGUN, this_process(), tuple(steps), tuple(inside))
        begin(journal)
        try:
            for step in steps:
                if step.fresh:
                    remove(step.fresh)  # of a change whose journal somebody deleted
            _make_folders(inside)
            yield
            for step in steps:
                with naming(step.path):
                    keep(step)
            os.rename(journal.path, path_of(target, DECIDED))
        except BaseException as failure:
            _drop(journal, failure)
            raise
        _carry_out(Journal(target, DECIDED, journal.process, journal.steps, journal.folders))


def write(path: Path, data: bytes, like: Path | None = None) -> None:
    """A new file, with the rights of another.

    :raises OSError: it names the file, which Python leaves out where the disk is full.
    """
    with naming(path):
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
        with told(path):
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
        for path in (path_of(target.absolute(), state) for state in STATES):
            journal = read(path)
            if journal and not journal.process.is_running:
                found.append(_settle(journal))
        for draft in target.absolute().parent.glob(f"{OURS}{glob.escape(target.name)}.*"):
            if draft.suffix[1:].isdecimal() and started(int(draft.suffix[1:])) is None:
                draft.unlink(missing_ok=True)  # killed before it was a journal
    return found


def _carry_out(journal: Journal) -> None:
    try:
        for step in journal.steps:
            with naming(step.path):
                make(step)
    except BaseException as failure:
        with contextlib.suppress(OSError):
            os.rename(journal.path, path_of(journal.target, UNDONE))
        try:
            _undo(journal)
        except OSError:
            if isinstance(failure, OSError):
                raise pending(failure) from failure
        raise
    # It is done. What cannot be swept now is swept by the next command.
    with contextlib.suppress(OSError):
        sweep(journal)


def _settle(journal: Journal) -> Settled:
    outcome: Literal["finished", "undone", "abandoned"] = "undone"
    if journal.state == BEGUN:
        _drop(journal)
    elif not all(map(is_untouched if journal.state == DECIDED else is_known, journal.steps)):
        outcome = "abandoned"
        sweep(journal)
    elif journal.state == DECIDED:
        outcome = "finished"
        for step in journal.steps:
            make(step)
        sweep(journal)
    else:
        _undo(journal)
    return Settled(journal.target, outcome, len(journal.steps))


def _undo(journal: Journal) -> None:
    """Puts back what was kept, and sweeps."""
    for step in reversed(journal.steps):
        put_back(step)
    sweep(journal)


def _drop(journal: Journal, failure: BaseException | None = None) -> None:
    """Sweeps what was begun. What cannot be swept after a failure is left to the next command."""
    try:
        sweep(journal)
    except OSError:
        if failure is None:
            raise


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
