"""Names of towns as people type them: without signs and spaces, « St » as « Saint ». The browser's twin is
``territory/typed.js``."""

from __future__ import annotations

import re

from generator.text.fold import words

SHORT = {"st": "saint", "ste": "sainte"}
"""A word written short → in full."""

ARTICLES = frozenset({"l", "la", "le", "les"})
"""What stands before a name and is often left out."""

_ORDINAL = re.compile(r"(\d+)(?:er|ere|nd|nde|e|eme|ieme)")


def letters(text: str) -> str:
    """The name's letters and digits, one behind the other: ``Mesnil-Roc’h`` is ``mesnilroch``."""
    return "".join(_words(text))


def beginnings(name: str) -> tuple[str, ...]:
    """Its letters; and those behind its article, if it has one."""
    found = _words(name)
    behind = found[1:] if len(found) > 1 and found[0] in ARTICLES else found
    return tuple(dict.fromkeys(("".join(found), "".join(behind))))


def _words(text: str) -> list[str]:
    """« 3e » and « 3ème » are « 3 »; « CEDEX » and what stands behind it are no part of a name."""
    found = words(text)
    if "cedex" in found:
        found = found[: found.index("cedex")]
    return [ordinal[1] if (ordinal := _ORDINAL.fullmatch(each)) else SHORT.get(each, each) for each in found]
