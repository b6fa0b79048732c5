"""Twenty queries as people type them, drawn from what the made-up records say."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.prose import MATTERS, summary
from bench.synthetic import records
from bench.world import Fields

SEED = 20
SAMPLE = 400
"""Made-up summaries in which words are counted; the same whatever the size of the directory."""
LONG = 6
"""Letters of a word worth searching."""


@dataclass(frozen=True, slots=True)
class Query:
    kind: str
    """What it tries."""
    text: str


def queries(count: int, source: Path) -> list[Query]:
    """The queries for ``count`` made-up records: words are the same at every size, names are those of the records."""
    return [*of_words(), *of_names((folder, fields) for folder, _, fields in records(count, source))]


def of_words() -> list[Query]:
    """Queries about what projects do: the same each time."""
    random = Random(SEED)
    summaries = [summary(random) for _ in range(SAMPLE)]
    matters = random.sample(MATTERS, len(MATTERS))
    pairs = [words for each in matters if len(words := _words(each)) > 1]
    words = [max(pair, key=len) for pair in pairs]
    plain = [each for each in words if each.isascii()]
    # Not at the end: the browser's driver has no key for é, and Material's search listens to keys.
    accented = [word for pair in pairs for word in pair if not word.isascii() and word[-1].isascii()]
    plurals = [each for each in plain if each.endswith("s")]
    singulars = [each for each in plain if not each.endswith(("s", "x"))]
    elided = next(re.search(r"l’(\w+)", each) for each in matters if "l’" in each)
    assert elided
    common = Counter(word for each in summaries for word in _words(each)).most_common(1)[0][0]
    far = random.choice(summaries)
    return [
        Query("one word", plain[0]),
        Query("one word", accented[0]),
        Query("a common word", common),
        Query("two words", " ".join(pairs[3][:2])),
        Query("two words from two phrases", f"{_words(far)[0]} {_words(far)[-1]}"),
        Query("beginning of a word", plain[1][:5]),
        Query("a letter missing", _without(accented[1])),
        Query("two letters swapped", _swapped(plain[2])),
        Query("without accents", _bare(accented[2])),
        Query("without accents", _bare(" ".join(next(pair for pair in pairs if accented[3] in pair)[:2]))),
        Query("plural", f"{singulars[0]}s"),
        Query("singular", plurals[0][:-1]),
        Query("apostrophe", elided[0]),
    ]


def of_names(drawn: Iterable[tuple[str, Fields]]) -> list[Query]:
    """Queries that name records: (folder, fields) of each."""
    random = Random(SEED)
    actors, places, titles, others = [], [], [], []
    for folder, fields in drawn:
        if folder == "actors":
            actors.append(fields["name"])
            others += [each["text"] for each in fields.get("names", [])]
        elif folder == "initiatives":
            titles.append(fields["title"])
        elif folder == "places":
            places.append(fields["name"])
    coined = re.split(" – | : ", random.choice(titles))[1]
    begun = [title.split(" – ")[1][:5].strip() for title in titles]
    begun = [each for each in begun if each[-1:].isascii()]  # the browser's driver presses no key for é
    everywhere = Counter(word for name in [*actors, *titles] for word in set(_words(name))).most_common(1)[0][0]
    return [
        Query("a word of most records", everywhere),
        Query("name of an actor", random.choice(actors)),
        Query("other name of an actor", random.choice(others)),
        Query("name of a place", random.choice(places)),
        Query("a rare word", coined),
        Query("a rare word and a common one", f"{coined} projet"),
        Query("beginning of a rare word", random.choice(begun)),
    ]


def _words(text: str) -> list[str]:
    """The words of ``text`` worth searching, small letters, in order."""
    found = re.findall(r"\w+", text.lower())
    return [each for each in found if len(each) >= LONG]


def _bare(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


def _without(word: str) -> str:
    middle = len(word) // 2
    return word[:middle] + word[middle + 1 :]


def _swapped(word: str) -> str:
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
