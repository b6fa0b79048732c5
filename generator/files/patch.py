"""A file to write, move or remove: what would change, shown as a difference, and the act itself."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.files import journal

_UNENDED = "\n\\ No newline at end of file\n"
"""How the unified format says that the last line does not end."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One file. ``path`` is relative to the content folder."""

    path: str
    before: str | None
    """What it holds now, None if no file is there."""
    after: str | None
    """What it will hold, None if it goes."""
    was: str | None = None
    """Where it stands now, if it moves."""

    @property
    def diff(self) -> str:
        """The difference, in unified format."""
        names = ("/dev/null" if self.before is None else self.was or self.path, self.path)
        if self.after is None:
            names = (self.path, "/dev/null")
        lines = difflib.unified_diff(_lines(self.before), _lines(self.after), *names)
        return "".join(line if line.endswith("\n") else line + _UNENDED for line in lines)


def _lines(text: str | None) -> list[str]:
    return (text or "").splitlines(keepends=True)


def apply(changes: Sequence[Patch], content: Path) -> None:
    """Makes the changes, all of them or none.

    :raises journal.BusyError: another process is changing the folder.
    :raises journal.NotDoneError: the disk refused; the folder is as it was.
    """
    content = content.absolute()
    put = [(journal.file(content / change.path, data), change, data) for change, data in _written(changes)]
    gone = [content / each for each in _gone(changes)]
    steps = [step for step, _, _ in put] + [journal.file(path, None) for path in gone]
    if not steps:
        return
    with journal.change(content, steps):
        for step, change, data in put:
            assert step.fresh is not None
            journal.write(step.fresh, data, content / (change.was or change.path))


def _written(changes: Sequence[Patch]) -> Iterator[tuple[Patch, bytes]]:
    for change in changes:
        if change.after is not None:
            yield change, change.after.encode()


def _gone(changes: Sequence[Patch]) -> Iterator[str]:
    """Paths that no file has afterwards."""
    for change in changes:
        if change.after is None:
            yield change.path
        if change.was is not None:
            yield change.was
