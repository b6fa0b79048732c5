"""One output file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: a Markdown page (``path`` ends in ``.md``) or an asset, written as it is.

    ``path`` is relative to the edition's root, with slashes. ``source`` is the content file a reader would edit to
    change it, relative to the repository; None when there is no single one.
    """

    path: str
    content: str | bytes
    source: str | None = None

    @property
    def data(self) -> bytes:
        """The content as bytes (UTF-8)."""
        return self.content.encode() if isinstance(self.content, str) else self.content
