"""Which other modules a page's scripts ask for, so that a browser can fetch them all at once, not level after level."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r"""\b(?:import|from)\s*(["'])(\.{1,2}/[^"']+)\1""")
_ENTRY = re.compile(r'<(?:script type="module" src|link rel="modulepreload" href)="([^"]+)"')


def imports(path: str, source: str) -> list[str]:
    """Paths of the modules that a module imports by a statement, in its order; ``source`` without comments."""
    return [posixpath.normpath(posixpath.join(posixpath.dirname(path), found)) for _, found in _IMPORT.findall(source)]


def needed(entries: list[str], graph: Mapping[str, list[str]]) -> list[str]:
    """Every module that the entries import, themselves or through others; none twice, the nearest first.

    ``graph``: module → those it imports. A module that it does not hold imports nothing.
    """
    found = list(dict.fromkeys(entries))
    for module in found:  # which grows on the way
        found += [each for each in graph.get(module, ()) if each not in found]
    return [each for each in found if each not in entries]


def entries(url: str, html: str) -> list[str]:
    """Paths of the modules that a page names: those it runs, and those it says it is about to need.

    ``url`` is the page's own, from the edition's root.
    """
    return [posixpath.normpath(posixpath.join(url, found)) for found in _ENTRY.findall(html)]
