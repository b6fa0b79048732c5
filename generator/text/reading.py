"""What people mean by what they write: one reader for the search, the form and the import. The browser's twin is
``search/reading.js``; the table of ``tests/reading.json`` holds for both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.text.fold import fold
from generator.text.typed import ALONE, BETWEEN, FORMS, MEANT, NAMED, SHORT

DOTTED = r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"
"""Letters with a point behind each: « C.H.U. » is one word."""

_DOTTED = re.compile(DOTTED)
_FORMS = {tuple(form.split()): kind for kind, forms in FORMS.items() for form in forms}
_MEANT = {tuple(words.split()): meant.split() for words, meant in MEANT.items()}
_LONGEST = max(map(len, (*_FORMS, *_MEANT)))


def read(text: str) -> list[str]:
    """The words of the text, folded, in its order; those written short in full, acronyms without their points."""
    return [SHORT.get(word, word) for word in fold(_DOTTED.sub(lambda found: found[0].replace(".", ""), text)).split()]


def plain(text: str) -> str:
    """The words of the text as ``read`` gives them, one space between."""
    return " ".join(read(text))


@dataclass(frozen=True, slots=True)
class Meant:
    """A word that is looked for."""

    word: str
    typed: tuple[int, int]
    """Of which words it is the reading: the first, and the one behind the last."""
    also: tuple[str, ...] = field(default=())
    """Words that would do as well."""


def meant(words: list[str]) -> list[Meant]:
    """The words that are meant by these, which ``read`` gave: what stands before a name is dropped, or becomes the word
    of its kind."""
    found: list[Meant] = []
    at = 0
    while at < len(words):
        length, made = _at(words, at)
        found += made
        at += length
    return found


def _at(words: list[str], at: int) -> tuple[int, list[Meant]]:
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
            return between - at, _kind(form, _FORMS[part], (at, behind))
        if part in _MEANT:
            return length, [Meant(word, (at, behind)) for word in _MEANT[part]]
    return 1, [Meant(words[at], (at, at + 1))]


def _kind(form: str, kind: str, typed: tuple[int, int]) -> list[Meant]:
    """What a form before a name leaves: nothing, the word of its kind, or itself if names hold it (``NAMED``)."""
    if form in NAMED:
        return [Meant(form, typed, (kind,))]
    return [Meant(kind, typed)] if kind else []


def name(text: str) -> str:
    """The name in the text, without what stands before it; folded."""
    return " ".join(each.word for each in meant(read(text)))
