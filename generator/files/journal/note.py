"""What is begun, written down: the file that whoever comes next reads."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.files.disk import OURS, read_regular
from generator.files.journal.refusals import BusyError
from generator.files.journal.steps import Step, remove, step_of
from generator.files.running import Process

BEGUN, DECIDED, UNDONE = STATES = ("begun", "decided", "undone")


@dataclass(frozen=True, slots=True)
class Journal:
    target: Path
    state: str
    process: Process
    steps: tuple[Step, ...]
    folders: tuple[Path, ...]
    """Folders made for what is new, outermost first."""

    @property
    def path(self) -> Path:
        return path_of(self.target, self.state)


def path_of(target: Path, ending: str) -> Path:
    return target.with_name(f"{OURS}{target.name}.{ending}")


def begin(journal: Journal) -> None:
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
    draft = path_of(journal.target, str(journal.process.pid))
    try:
        draft.write_bytes(json.dumps(told).encode())
        try:
            os.link(draft, journal.path)
        except FileExistsError:
            other = read(journal.path)
            raise BusyError(journal.path, other.process.pid if other else 0) from None
        except OSError:
            os.rename(draft, journal.path)  # a disk without second names
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def read(path: Path) -> Journal | None:
    """The journal in that file; None if there is none, or if it speaks of anything outside its folder."""
    try:
        told = json.loads(read_regular(path))
        name, _, state = path.name.removeprefix(OURS).rpartition(".")
        target = path.with_name(name)
        steps = tuple(step_of(path.parent / name, *rest) for name, *rest in told["steps"])
        folders = tuple(path.parent / each for each in told["folders"])
        process = Process(**told["process"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    inside = all(_is_inside(each, target) for each in (*(step.path for step in steps), *folders))
    return Journal(target, state, process, steps, folders) if inside else None


def _is_inside(path: Path, target: Path) -> bool:
    """Whether it is the target or stands in it, by no link and no way up."""
    if path == target:
        return True
    real = Path(os.path.realpath(path.parent))
    return ".." not in path.parts and real.is_relative_to(os.path.realpath(target))


def sweep(journal: Journal) -> None:
    """Removes what stands beside, and at last the journal."""
    for step in journal.steps:
        for beside in (step.fresh, step.old):
            if beside is not None:
                remove(beside)
    for each in reversed(journal.folders):
        with contextlib.suppress(OSError):
            each.rmdir()  # if nothing came into it
    for ending in (str(journal.process.pid), *STATES):
        path_of(journal.target, ending).unlink(missing_ok=True)
