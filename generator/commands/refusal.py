"""What ends a command from outside: the disk, or another command at work in the same place."""

from __future__ import annotations

import errno
import shutil

from generator.files.journal import BusyError, NotDoneError
from generator.words.cli import t
from generator.words.wording import system, visible


def refusal(error: OSError | BusyError) -> str:
    """What the disk, or somebody at work there, does not let the command do."""
    if isinstance(error, BusyError):
        return t("error.busy", path=error.journal, pid=error.pid)
    # What copies a whole folder tells its failures in a list: source, target, reason.
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return t("error.copy", path=error.args[0][0][0])
    reason = system(errno.errorcode.get(error.errno or 0, str(error)))
    if error.filename is None:
        return t("error.disk", reason=reason)
    form = "file"
    if isinstance(error, NotDoneError):
        form = "pending" if error.is_pending else "not-done"
    return t(f"error.{form}", path=visible(str(error.filename)), reason=reason)
