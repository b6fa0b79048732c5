"""The folder that a build writes: replaced whole, and only if it is one of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.files import journal


class TargetRefusedError(Exception):
    """The folder is not replaced. ``code`` is one of the catalog's ``target``; nothing has changed."""

    def __init__(self, code: str, path: Path, leads_to: str = "") -> None:
        super().__init__(code)
        self.code, self.path, self.leads_to = code, path, leads_to


def check_target(out: Path, is_ours: Callable[[Path], bool]) -> None:
    """Nothing, if the folder can be replaced: it is absent, empty, or what a build wrote before.

    :raises TargetRefusedError: it cannot.
    """
    if out.is_symlink():
        # Following it would replace what somebody chose to point to; replacing it would leave that as it is.
        raise TargetRefusedError("link", out, str(out.readlink()))
    if not out.exists():
        return
    if not out.is_dir():
        raise TargetRefusedError("not-a-folder", out)
    if any(out.iterdir()) and not is_ours(out):
        raise TargetRefusedError("not-ours", out)


@contextmanager
def replaced(out: Path, is_ours: Callable[[Path], bool]) -> Iterator[Path]:
    """An empty folder to fill, which then takes the place of ``out``; if anything fails, ``out`` is as it was.

    :raises TargetRefusedError: ``out`` is not replaced.
    :raises BusyError: another process is at it.
    :raises NotDoneError: the disk refused.
    """
    out = out.absolute()
    check_target(out, is_ours)
    step = journal.folder(out)
    assert step.fresh is not None
    with journal.change(out, [step]):
        step.fresh.mkdir()
        step.fresh.chmod(0o755)
        yield step.fresh
