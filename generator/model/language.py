"""The languages that contents and editions are written in: one table, read wherever one language differs from another.

The browser gets what it needs of it as data: the order and the words that do not narrow a search.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Language:
    """What sets a language apart."""

    locale: str
    """BCP 47."""
    stemmer: str
    """Name of its Snowball algorithm."""
    lunr: str
    """File of its stemmer among those of lunr-languages, which the browser guesses with; empty if it has none there."""
    roots_end_in_vowels: bool = False
    """Whether a last vowel tells short words apart."""
    own_letters: str = ""
    """Letters of its alphabet that others take for a letter with an accent: each comes behind the bare one."""
    first_day: str = "1"
    """How a date in words writes the first of the month; CLDR's patterns know the number only."""
    stop_words: str = ""
    """Folded words that do not narrow a search when others are there. Kept short: words that also mean something here
    stay out (« mais » is also maïs, « est » is in « Grand Est »)."""


LANGUAGES = (
    Language(
        "fr",
        "french",
        "lunr.fr.js",
        roots_end_in_vowels=True,
        first_day="1er",
        stop_words="a agissent agit au aux avec c ce ces cet cette combien comment coopere cooperent cooperer d dans "
        "de des du elle elles en et eux existe existent faire fait font il ils j je l la le lequel les leur "
        "leurs lui m n ne nos notre nous ont ou par pour qu quand que quel quelle quelles quels qui quoi s sa "
        "se ses son sont sur t "
        "travaille travaillent travailler un une vos votre vous y",
    ),
    Language(
        "es",
        "spanish",
        "lunr.es.js",
        roots_end_in_vowels=True,
        own_letters="ñ",
        stop_words="al como con coopera cooperan cooperar cual cuales cuando cuanto cuantos del donde e el ella ellos "
        "es esta este hace hacen hacer hay la las lo los o para por que quien quienes se son su sus trabaja trabajan "
        "trabajar un una unas unos y",
    ),
    Language(
        "pt",
        "portuguese",
        "lunr.pt.js",
        roots_end_in_vowels=True,
        stop_words="ao aos com da das do dos em na nas no nos pela pelo que uma",
    ),
    Language("en", "english", "", stop_words="and for from of on the with"),
)
"""In the order in which a file writes them, that of the source first. Texts may come in any other language too; it is
then read as it stands."""

BY_LOCALE = {language.locale: language for language in LANGUAGES}

SOURCE_LOCALE = LANGUAGES[0].locale
"""The language of a bare text, and the one every edition falls back to."""


@cache
def stop_words() -> frozenset[str]:
    """Those of every language at once."""
    return frozenset(word for language in LANGUAGES for word in language.stop_words.split())
