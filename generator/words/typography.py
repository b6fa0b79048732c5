"""Spaces and ordinals as typography wants them: no file has to hold what nobody can see."""

from __future__ import annotations

import re

_UNIT = r"(?:[kM]?€|\$|%|‰|°C?|[kdcm]?m[²³]?|ha|kg|[kMG]?Wh?|euros?\b|milli(?:on|ard)e?s?\b|millones\b)(?!\w)"
_BREAKABLE = re.compile(
    r"(?<=\S) (?=»|[:;?!](?:[\s*»)]|$))|(?<=[«°]) "
    rf"|(?<=\d) (?={_UNIT})"
    r"|(?<=\bmillion) (?=[€d])|(?<=\bmillions) (?=[€d])|(?<=\bmilliard) (?=[€d])|(?<=\bmilliards) (?=[€d])"
)
_GROUPED = re.compile(r"(?<![\d,.])[1-9]\d{0,2}(?: \d{3})+(?![\d])")
"""Thousands apart; a year before a number has four digits, and is none."""

ORDINAL = re.compile(r"(?<![\w/.&#=-])(\d{1,4}\.?|[IVX]{2,}|I)(er|ers|re|res|ère|ères|e|es|ème|èmes)(?![\w/=-])")
"""What counts and what makes an ordinal of it, in French and Spanish: ``1er``, ``2es``, ``XIIe``, ``1.er``; never a
piece of an address."""


def typeset(text: str) -> str:
    """The text with the spaces made unbreakable that stand before French punctuation, between a number and its unit,
    and inside a number."""
    text = _GROUPED.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return _BREAKABLE.sub("\u00a0", text)
