"""What people mean by what they write: one reader for the search, the form and the import. The browser's twin is
``search/reading.js``; the table of ``tests/reading.json`` holds for both."""

from __future__ import annotations

import re

from generator.text.fold import fold
from generator.text.typed import ALONE, BETWEEN, FORMS, MEANT, NAMED, SHORT

WHOLE = r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|(?<!\w)eaux?[\s\u00ad‐-]de[\s\u00ad‐-]vie(?!\w)"
"""What is one word, whatever stands in it (in any case): letters with a point behind each (« C.H.U. »), and a compound
whose first part means something else: who looks for water does not look for brandy."""

_WHOLE = re.compile(WHOLE, re.I)
_INSIDE = re.compile(r"[^\w]")
_FORMS = {tuple(form.split()): kind for kind, forms in FORMS.items() for form in forms}
_MEANT = {tuple(words.split()): meant.split() for words, meant in MEANT.items()}
_LONGEST = max(map(len, (*_FORMS, *_MEANT)))


def read(text: str) -> list[str]:
    """The words of the text, folded, in its order; those written short in full, what is ``WHOLE`` in one."""
    return [SHORT.get(word, word) for word in fold(_WHOLE.sub(lambda found: _INSIDE.sub("", found[0]), text)).split()]


def plain(text: str) -> str:
    """The words of the text as ``read`` gives them, one space between."""
    return " ".join(read(text))


def meant(words: list[str]) -> list[str]:
    """The words that are meant by these, which ``read`` gave: what stands before a name is dropped, or becomes the word
    of its kind."""
    found: list[str] = []
    at = 0
    while at < len(words):
        length, made = _at(words, at)
        found += made
        at += length
    return found


def _at(words: list[str], at: int) -> tuple[int, list[str]]:
    """How many words are read together from there on, and as what."""
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        part = tuple(words[at : at + length])
        behind = at + length
        between = behind
        while between < len(words) and words[between] in BETWEEN:
            between += 1
        named = between < len(words)
        apart = named and between > behind
        form = " ".join(part)
        if part in _FORMS and (apart or (named and form in ALONE)):
            kind = form if form in NAMED else _FORMS[part]
            return between - at, [kind] if kind else []
        if part in _MEANT:
            return length, _MEANT[part]
    return 1, [words[at]]


def name(text: str) -> str:
    """The name in the text, without what stands before it; folded."""
    return " ".join(meant(read(text)))
