"""A folder or a git reference → the content as it is or was there."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.changes.compare import Snapshot
from generator.check.content import open_directory
from generator.files.disk import everything


class NoSuchMomentError(Exception):
    """The base cannot be read. ``code`` is one of the catalog's ``changes.refused``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def snapshot(content: Path) -> Snapshot:
    """What the content folder holds."""
    directory, problems = open_directory(content)
    root = content.absolute()
    records = set(directory.files.values())
    texts = {}
    for path in everything(root):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not path.is_symlink() and f"{root.name}/{name}" not in records:
            texts[name] = sha256(path.read_bytes()).digest()
    return Snapshot(directory, tuple(problems), texts)


def base_snapshot(base: str, content: Path) -> Snapshot:
    """The content that the proposal started from: a folder (a content, or a checkout that has one), else a commit.

    Of a commit it is the last one that the base and the present have in common: what others changed since is not
    told as a change of this proposal.

    :raises NoSuchMomentError: there is neither.
    """
    folder = Path(base)
    if base and folder.is_dir():
        inside = folder / content.name
        return snapshot(inside if inside.is_dir() else folder)
    with _checked_out(base, content) as folder:
        return snapshot(folder)


@contextmanager
def _checked_out(ref: str, content: Path) -> Iterator[Path]:
    """A temporary folder, of the same name, that holds the content as of the commit."""
    if ref.startswith("-"):
        raise NoSuchMomentError("no-base")
    commit = _git(content, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", code="no-base")
    shared = _git(content, "merge-base", commit.decode().strip(), "HEAD", code="no-common-base")
    top = Path(_git(content, "rev-parse", "--show-toplevel", code="no-base").decode().rstrip("\n"))
    inside = content.resolve().relative_to(top.resolve()).as_posix().removeprefix(".")
    archive = _git(top, "archive", "--format=tar", f"{shared.decode().strip()}:{inside}", code="no-content")
    with tempfile.TemporaryDirectory(prefix="repertoire-") as scratch:
        folder = Path(scratch) / content.absolute().name
        folder.mkdir()
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            for member in files:
                path = PurePosixPath(member.name)
                # Files only, and inside: a link could lead anywhere on the machine.
                if member.isfile() and not path.is_absolute() and ".." not in path.parts:
                    source = files.extractfile(member)
                    assert source is not None
                    target = folder / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(source.read())
        yield folder


def _git(content: Path, *words: str, code: str) -> bytes:
    try:
        command = ["git", "-C", str(content), *words]
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoSuchMomentError(code) from error
