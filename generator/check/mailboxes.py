"""Whose mailbox it is: a service's only if every part of its name is a word for a service, or the organisation's own.

The twin in the browser is ``overrides/assets/form/rules/mailboxes.js``, with these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.text.fold import fold, words

SERVICE = tuple(Path(__file__).with_suffix(".txt").read_text("utf-8").split())
"""Names of services, functions and matters, folded, in the languages of the area; those that mailboxes use whole."""

LINKS = ("de", "des", "du", "da", "do", "del", "la", "le", "les", "et", "e", "y", "a", "en", "sur")
"""What may stand between two of them: ``mairiedeparis``, ``direction.de.la.culture``."""

LONG = 4
"""Letters from which a word may stand against another without a sign between."""


def is_personal(address: str, names: Iterable[str] = ()) -> bool:
    """Whether the mailbox may be named after a person; ``names``: those of the organisation and of its place."""
    parts = fold(re.sub(r"[\d_]+", " ", address.partition("@")[0])).split()
    own = {joined for name in names for joined in _runs(words(name))}
    joined = _compound(frozenset(own))
    telling = [part for part in parts if part not in LINKS]
    return not telling or not all(part in SERVICE or part in own or joined.fullmatch(part) for part in telling)


def _runs(found: list[str]) -> set[str]:
    """The words and those that stand together, as one: ``saint denis`` → ``saint``, ``denis``, ``saintdenis``."""
    return {"".join(found[at:end]) for at in range(len(found)) for end in range(at + 1, len(found) + 1)}


@cache
def _compound(own: frozenset[str]) -> re.Pattern[str]:
    known = "|".join(sorted(word for word in {*SERVICE, *own} if len(word) >= LONG))
    return re.compile(f"(?:{known})(?:(?:{'|'.join(LINKS)})?(?:{known}))+")
