"""The pages' bodies while MkDocs works: kept small, and out of the way of what has nothing to do with them.

MkDocs holds every page of the site until the last is written, and parses each page's HTML twice on its way through
Markdown. Ours is HTML already, but for its headings: each piece of HTML is put aside, compressed, and one line stands
in for it (half the time and a third of the memory of a build of 10,000 pages).
"""

from __future__ import annotations

import re
import zlib

_STAND_IN = '<hr data-piece="{}">'
_STAND_INS = re.compile(_STAND_IN.format(r"(\d+)"))
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)


class Bodies:
    """Page → its pieces of HTML, from the moment it is made to the moment it is written."""

    def __init__(self) -> None:
        self._pieces: dict[str, bytes] = {}
        self._rest: dict[str, str] = {}

    def keep(self, page: str, markdown: str) -> None:
        """Takes a page as the core writes it: front matter, headings and HTML, a blank line around each heading."""
        front = _FRONT.match(markdown)
        start = front.end() if front else 0
        kept: list[str] = [markdown[:start]]
        pieces: list[str] = []
        for block in markdown[start:].strip().split("\n\n"):
            if block.startswith("#"):
                kept.append(block)
            else:
                kept.append(_STAND_IN.format(len(pieces)))
                pieces.append(block)
        self._rest[page] = "\n\n".join(kept)
        self._pieces[page] = zlib.compress("\n\n".join(pieces).encode(), 1)

    def markdown(self, page: str) -> str | None:
        """What is left of the page for Markdown to read; None of a page that was never kept."""
        return self._rest.pop(page, None)

    def html(self, page: str, html: str) -> str:
        """The page's HTML, whole again."""
        if page not in self._pieces:
            return html
        pieces = zlib.decompress(self._pieces.pop(page)).decode().split("\n\n")
        return _STAND_INS.sub(lambda found: pieces[int(found[1])], html)
