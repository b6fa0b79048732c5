"""How big a table may be, told before it is read: a small file can hold much, a sheet a million empty rows."""

from __future__ import annotations

import zipfile
from pathlib import Path

from generator.files.disk import read_regular

MAX_MEGABYTES = 64
"""Of a CSV file, or of a workbook once unpacked; 10,000 full records take a quarter of it."""
MAX_ROWS = 50_000
MAX_COLUMNS = 1_000
_MAX_PARTS = 5_000
"""Files inside a workbook."""

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old format (.xls) begins, and a workbook behind a password."""


class TableRefused(Exception):
    """The table cannot be read. ``code`` and ``args_`` are a problem's."""

    def __init__(self, code: str, /, **args: str) -> None:
        super().__init__(code)
        self.code, self.args_ = code, args


def within(number: int, width: int) -> None:
    """Nothing, if a table may have a row of that number and width.

    :raises TableRefused: it may not.
    """
    if number > MAX_ROWS:
        raise TableRefused("table-too-long", limit=str(MAX_ROWS))
    if width > MAX_COLUMNS:
        raise TableRefused("table-too-wide", limit=str(MAX_COLUMNS))


def text_within(path: Path) -> bytes:
    """What the CSV file holds.

    :raises TableRefused: it is too big.
    """
    data = read_regular(path, (MAX_MEGABYTES << 20) + 1)
    if len(data) > MAX_MEGABYTES << 20:
        raise _too_big()
    return data


def workbook_within(path: Path) -> None:
    """Nothing, if the file is packed like a workbook and not too big; only its list of parts is read.

    No part can be longer than the list says: whoever unpacks it stops there.

    :raises TableRefused: it is something else, or too big.
    """
    if read_regular(path, len(_OLD)) == _OLD:
        raise TableRefused("table-locked")
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OverflowError):
        raise TableRefused("table-no-workbook") from None
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_MEGABYTES << 20:
        raise _too_big()


def _too_big() -> TableRefused:
    return TableRefused("table-too-big", limit=str(MAX_MEGABYTES))
