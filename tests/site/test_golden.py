"""A small site of real records, page by page, in both languages: a person reads the difference.

After a wanted change: ``REPERTOIRE_GOLDEN=write pytest tests/test_golden.py``, then read ``git diff tests/golden``.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from generator.site import build, open_directory
from generator.words.edition import Edition

HERE = Path(__file__).parents[1]
PAGES = (
    "index.md",
    "acteurs/index.md",
    "acteurs/brest-metropole/index.md",
    "initiatives/brest-chubut/index.md",
    "pays/ar/index.md",
    "territoires/index.md",
    "territoires/departement-29/index.md",
    "territoires/region-01/index.md",
    "themes/economy-innovation/index.md",
    "agenda/forum-franco-argentin-2008/index.md",
    "financements/ficol/index.md",
    "ressources/feuille-de-route-dalc-2022/index.md",
    "carte/index.md",
)


@pytest.mark.parametrize("locale", ["fr", "es"])
def test_the_small_site_reads_as_a_person_last_read_it(locale: str) -> None:
    directory, problems = open_directory(HERE / "cases" / "base")
    assert not [problem for problem in problems if problem.severity == "error"]
    edition = Edition(locale, datetime.date(2026, 11, 22))
    built = {a.path: a.data.decode() for a in build(directory, edition) if a.path.endswith(".md")}
    for page in PAGES:
        golden = HERE / "golden" / locale / page
        if os.environ.get("REPERTOIRE_GOLDEN") == "write":
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(built[page], "utf-8")
        assert built[page] == golden.read_text("utf-8"), page
