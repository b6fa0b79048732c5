"""What the disk, or another process, does not let be done; said of what was asked for, not of what stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.files.disk import OURS


class BusyError(Exception):
    """Another process is changing the same folder. ``journal`` is the file that says so."""

    def __init__(self, journal: Path, pid: int) -> None:
        super().__init__(str(journal))
        self.journal, self.pid = journal, pid


class NotDoneError(OSError):
    """The disk refused; everything is as it was, unless ``is_pending``: then the next command puts it back."""

    is_pending = False


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """A failure is told of that file, and not of what stands beside it."""
    try:
        yield
    except NotDoneError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the disk refuses is told as such."""
    try:
        yield
    except NotDoneError:
        raise
    except OSError as error:
        named = str(error.filename2 or error.filename or path)
        # Nobody asked for what stands beside.
        raise NotDoneError(error.errno, error.strerror or str(error), str(path) if OURS in named else named) from error


def pending(error: OSError) -> NotDoneError:
    found = NotDoneError(error.errno, error.strerror, error.filename)
    found.is_pending = True
    return found
