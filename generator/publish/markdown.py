"""The same pages as plain Markdown with their assets, for any other engine; and the pages written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.files import journal
from generator.files.disk import everything
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.publish.target import replaced
from generator.site import build
from generator.words.edition import Edition

OVERRIDES = "overrides"


def prose(content: Path, locale: str) -> Path:
    """Folder of the pages written by hand: the edition's own, else those of the source language."""
    own = content / "pages" / locale
    return own if own.is_dir() else content / "pages" / SOURCE_LOCALE


_MARK = ".repertoire"
"""The file that says of a folder that it was written here, so that it can be replaced."""


def is_markdown(folder: Path) -> bool:
    """Whether ``write_editions`` wrote the folder."""
    return (folder / _MARK).is_file()


def write_editions(directory: Directory, wanted: Sequence[Edition], content: Path, out: Path) -> list[int]:
    """Writes a folder of Markdown and assets for each edition, and nothing else stays in ``out``; returns the number
    of generated files of each.

    :raises TargetRefusedError: ``out`` holds something else.
    :raises NotDoneError: the disk refused; ``out`` is then as it was.
    """
    with replaced(out, is_markdown) as fresh:
        journal.write(fresh / _MARK, b"")
        return [_write(directory, edition, content, fresh / edition.locale) for edition in wanted]


def _write(directory: Directory, edition: Edition, content: Path, out: Path) -> int:
    _copy(prose(content, edition.locale), out)
    _copy(content.resolve().parent / OVERRIDES / "assets", out / "assets")
    count = 0
    for artifact in build(directory, edition):
        _put(out / artifact.path, artifact.data)
        count += 1
    return count


def _copy(folder: Path, out: Path) -> None:
    for path in everything(folder):
        if path.is_file():
            _put(out / path.relative_to(folder), path.read_bytes())


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    journal.write(path, data)
