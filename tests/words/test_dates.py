"""Dates and intervals as each language writes them."""

from __future__ import annotations

import pytest
from babel import Locale

from generator.model.values import Period
from generator.words.dates import ends
from generator.words.edition import Edition


@pytest.mark.parametrize(
    ("start", "end", "in_french", "in_spanish"),
    [
        ("2022-05-26", "2022-06-11", "du 26 mai au 11 juin 2022", "del 26 de mayo al 11 de junio de 2022"),
        ("2008-12-01", "2008-12-05", "du 1er au 5 décembre 2008", "del 1 al 5 de diciembre de 2008"),
        ("2022-09-28", "2022-10-01", "du 28 septembre au 1er octobre 2022", None),
        ("2026-12-30", "2027-01-02", "du 30 décembre 2026 au 2 janvier 2027", None),
        ("2026-11-11", "2026-11-12", "du 11 au 12 novembre 2026", None),
        ("2022-05", "2022-06", "mai – juin 2022", "mayo – junio de 2022"),
        ("2022-05", "2023-06", "mai 2022 – juin 2023", "mayo de 2022 – junio de 2023"),
        ("2022", "2024", "de 2022 à 2024", "de 2022 a 2024"),
        ("2022", "2023-06", "2022 – juin 2023", "2022 – junio de 2023"),
        ("2022-05-26", "2022-05-26", "26 mai 2022", "26 de mayo de 2022"),
        ("2018-10", None, "dès octobre 2018", "a partir de octubre de 2018"),
        ("2018-10-01", None, "à partir du 1er octobre 2018", "a partir del 1 de octubre de 2018"),
        (None, "2018", "jusqu’en 2018", "hasta 2018"),
    ],
)
def test_a_period_says_once_what_its_ends_share(
    start: str | None, end: str | None, in_french: str, in_spanish: str | None, french: Edition, spanish: Edition
) -> None:
    period = Period.model_validate({"start": start, "end": end})
    assert french.period(period) == in_french
    if in_spanish:
        assert spanish.period(period) == in_spanish


@pytest.mark.parametrize(
    ("locale", "start", "end", "told"),
    [
        ("en", "2026-10-05", "2026-10-07", ("October 5", "7, 2026")),
        ("en", "2026-05-26", "2026-06-11", ("May 26", "June 11, 2026")),
        ("en", "2026-05", "2026-06", ("May", "June 2026")),
        ("pt", "2026-05-26", "2026-06-11", ("26 de maio", "11 de junho de 2026")),
        ("de", "2026-10-05", "2026-10-07", ("5.", "7. Oktober 2026")),
    ],
)
def test_each_language_has_its_own_order(locale: str, start: str, end: str, told: tuple[str, str]) -> None:
    period = Period.model_validate({"start": start, "end": end})
    assert period.start
    assert period.end
    assert ends(period.start, period.end, Locale.parse(locale)) == told
