"""Letters that a link opens in the reader's own mail program (RFC 6068)."""

from __future__ import annotations

from urllib.parse import quote


def letter(to: str, subject: str, body: str, copy: str = "") -> str:
    """The address that opens the letter; ``to`` may be empty, for the reader to say, and so may ``copy``."""
    # An unbreakable space is not for mail: some programs show its code.
    subject, body = (text.replace("\u00a0", " ") for text in (subject, body))
    copied = f"cc={quote(copy, safe='@')}&" if copy else ""
    return f"mailto:{quote(to, safe='@')}?{copied}subject={quote(subject)}&body={quote(body)}"
