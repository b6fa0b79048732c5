"""Scripts and style sheets as they are served: without comments and blank space. The only door to what removes them.

Licences stay: comments that start with ``/*!`` or hold ``@license`` or ``@preserve``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

import rcssmin
import rjsmin

_LICENCE = re.compile(r"/\*(?!!)(?=(?:(?!\*/).)*@(?:license|preserve)\b)", re.S)

_SHRINKERS: dict[str, Callable[..., str]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}
"""End of a file's name → what shrinks such a file."""


def shrinks(path: str) -> bool:
    """Whether it is a script or a style sheet, by its name."""
    return PurePosixPath(path).suffix in _SHRINKERS


def shrink(path: str, text: str) -> str:
    """The same script or style sheet, shorter; ``path`` says which of the two it is."""
    return _SHRINKERS[PurePosixPath(path).suffix](_LICENCE.sub("/*!", text), keep_bang_comments=True)
