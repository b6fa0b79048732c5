"""What stands in a folder beside the content: what editors and systems leave behind, and what is no file at all."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

OURS = ".repertoire-"
"""How the names begin of what is written beside a file or a folder before it takes its place."""

# macOS, Windows, vim, emacs, nano and others, LibreOffice, Microsoft Office; and our own.
_LEFTOVER = re.compile(
    r"\.DS_Store|\._.+|Thumbs\.db|desktop\.ini|.+~|\..+\.sw[a-p]|\.?#.+|~\$.+|\.~lock\..+#"
    rf"|{re.escape(OURS)}.+",
    re.IGNORECASE,
)


def is_leftover(name: str) -> bool:
    """Whether a file of that name is what an editor or the system keeps for itself: nobody's content."""
    return _LEFTOVER.fullmatch(name) is not None


def everything(folder: Path) -> Iterator[Path]:
    """Everything below the folder but leftovers and what stands in folders reached by a link, in order."""
    for path in sorted(folder.rglob("*")):
        if not is_leftover(path.name) or (path.is_dir() and not path.is_symlink()):
            yield path


def is_irregular(path: Path) -> bool:
    """Whether it is there and is neither file nor folder nor link: a pipe, a socket, a device."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode))


def not_content(folder: str, names: Collection[str]) -> set[str]:
    """Those of the names in the folder that are not copied: leftovers, and what would never end. For ``copytree``."""
    return {
        name
        for name in names
        if (is_leftover(name) and not (Path(folder) / name).is_dir()) or is_irregular(Path(folder) / name)
    }


class IrregularFileError(OSError):
    """What should be read is a pipe, a socket, a device or a folder."""


def read_regular(path: Path, limit: int = -1) -> bytes:
    """The first ``limit`` bytes of the file, or all of it.

    :raises IrregularFileError: it is none. A pipe that nobody writes into would be waited for, for ever.
    :raises OSError: it cannot be read.
    """
    file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(file, "rb") as opened:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise IrregularFileError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return opened.read(limit)
