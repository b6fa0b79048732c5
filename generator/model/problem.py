"""What went wrong in the content, and where. The words are in ``locales/problems.fr.yml``, by code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
KeyPath = tuple[str | int, ...]


def spell(path: KeyPath) -> str:
    """The key path as a contributor reads it: ``participations[0].actor``."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. ``file`` is relative to the content folder's parent; ``line`` and ``column`` count from 1."""

    code: str
    file: str
    line: int = 1
    column: int = 1
    path: KeyPath = ()
    args: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = "error"
    folder: str = ""
    """Of the record it is about, where that is not the file's: a row of a table."""

    @property
    def about(self) -> str:
        """The folder of the record it is about; a name that no type has, of a file that holds none."""
        return self.folder or self.file.rpartition("/")[0].partition("/")[2]

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Sort key: problems are read file by file, from top to bottom."""
        return self.file, self.line, self.column, self.code
