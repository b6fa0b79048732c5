"""Small numbers as text that needs no escapes in JSON and that gzip makes small. Read by ``search/pack.js``."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from itertools import pairwise

ALPHABET = "".join(chr(code) for code in range(35, 126) if chr(code) != "\\")
"""90 characters: the first 45 end a number, the others say that more follows."""
HALF = len(ALPHABET) // 2


def pack(numbers: Iterable[int]) -> str:
    """The numbers, none below zero, in base 45, the smallest digits first."""
    found: list[str] = []
    for number in numbers:
        while number >= HALF:
            found.append(ALPHABET[HALF + number % HALF])
            number //= HALF
        found.append(ALPHABET[number])
    return "".join(found)


def pack_lists(lists: Iterable[Iterable[int]]) -> str:
    """Lists of numbers, each after its length."""

    def numbers() -> Iterable[int]:
        for each in lists:
            items = list(each)
            yield len(items)
            yield from items

    return pack(numbers())


def steps(numbers: Iterable[int]) -> list[int]:
    """Numbers that grow, each as what it adds to the one before."""
    found, before = [], 0
    for number in numbers:
        found.append(number - before)
        before = number
    return found


LEVELS = tuple(round(0.02 * 1.11**level, 3) for level in range(len(ALPHABET)))
"""The weights a word may have in a text: each about a tenth above the last, which is as fine as a ranking needs."""
_BORDERS = tuple((low + high) / 2 for low, high in pairwise(LEVELS))


def level(weight: float) -> int:
    """The nearest level."""
    return bisect(_BORDERS, weight)


def digits(levels: Iterable[int]) -> str:
    """Levels, one character each."""
    return "".join(ALPHABET[each] for each in levels)
