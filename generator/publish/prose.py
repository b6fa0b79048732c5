"""Pages written by hand, as a narrow screen can show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

HEAD = ("title", "description", "lang")
"""What a page says of itself. MkDocs reads more there: a template, for instance, that would take the page away."""
_TABLE = re.compile(r"<table\b.*?</table>", re.S)


def framed(html: str, label: str) -> str:
    """The same page, each of its tables in a frame of its own that slides sideways, under fingers and by the keyboard.

    Without it a wide table would make the whole page wider than the screen. ``label`` is what the frame is called.
    """
    frame = f'<div class="rp-scroll" role="group" tabindex="0" aria-label="{escape(label)}">'
    return _TABLE.sub(lambda table: f"{frame}\n{table[0]}\n</div>", html)


def unknown(head: Iterable[str]) -> list[str]:
    """What a page says of itself that nothing here reads."""
    return [key for key in head if key not in HEAD]
