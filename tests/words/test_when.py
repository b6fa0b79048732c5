"""« depuis » is said of what runs, and of nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.artifact import Artifact
from generator.model import Initiative
from generator.model.directory import Directory
from generator.search.documents import documents
from generator.words.edition import Edition
from generator.words.when import when, when_or_source


def initiative(modality: str, start: str, **more: Any) -> Initiative:
    said = {"title": "Essai", "summary": "Essai.", "scope": "decentralised", "period": {"start": start}}
    return Initiative.model_validate({"id": "essai", "modality": modality, **said, **more})


@pytest.mark.parametrize(
    ("modality", "start", "more", "in_french", "in_spanish"),
    [
        ("project", "2016", {}, "commencé en 2016, fin non connue", "inicio en 2016, final desconocido"),
        ("project", "2016-10-04", {}, "commencé le 4 octobre 2016, fin non connue", None),
        ("exchange", "1973", {}, "commencé en 1973, fin non connue", None),
        ("network", "2002", {}, "commencé en 2002, fin non connue", None),
        ("funding-scheme", "2011", {}, "ouvert en 2011, fin non connue", "abierto en 2011, final desconocido"),
        ("event", "2016", {}, "tenue en 2016", "celebrado en 2016"),
        ("mention", "2020", {}, "mentionné en 2020", "mención en 2020"),
        ("twinning", "1991", {}, "conclu en 1991", "acordado en 1991"),
        ("twinning", "2018-10", {}, "conclu en octobre 2018", "acordado en octubre de 2018"),
        ("twinning", "2018-11-19", {}, "conclu le 19 novembre 2018", "acordado el 19 de noviembre de 2018"),
        ("cooperation-agreement", "2007", {"frames": [{"kind": "convention"}]}, "conclu en 2007", "acordado en 2007"),
        (
            "cooperation-agreement",
            "2013",
            {"frames": [{"kind": "letter-of-intent"}]},
            "lettre d’intention de 2013",
            None,
        ),
        (
            "cooperation-agreement",
            "2016",
            {"frames": [{"kind": "convention", "signed": "2017-12-05"}]},
            "commencé en 2016, fin non connue",
            None,
        ),
        ("cooperation-agreement", "1991", {}, "commencé en 1991, fin non connue", None),
        ("cooperation-agreement", "1991", {"frames": [{"kind": "none"}]}, "commencé en 1991, fin non connue", None),
        ("of-tomorrow", "2016", {}, "commencé en 2016, fin non connue", None),
        ("project", "2016", {"status": {"state": "active"}}, "depuis 2016", "desde 2016"),
        ("project", "2016", {"status": {"state": "suspended"}}, "commencé en 2016, fin non connue", None),
        ("project", "2026", {"status": {"state": "planned"}}, "à partir de 2026", "a partir de 2026"),
        ("event", "2028", {}, "à partir de 2028", "a partir de 2028"),
        ("project", "2016", {"period": {"start": "2016", "end": "2018"}}, "de 2016 à 2018", None),
        ("project", "2016", {"period": {"end": "2018"}}, "jusqu’en 2018", None),
        ("project", "2016", {"period": None}, "", ""),
    ],
)
def test_a_start_without_an_end_says_no_more_than_is_known(
    modality: str,
    start: str,
    more: dict[str, Any],
    in_french: str,
    in_spanish: str | None,
    french: Edition,
    spanish: Edition,
) -> None:
    record = initiative(modality, start, **more)
    assert when(record, french) == in_french
    if in_spanish is not None:
        assert when(record, spanish) == in_spanish


@pytest.mark.parametrize(
    ("years", "period", "said"),
    [
        ([2012, 2017], None, "source de 2017"),
        ([None, 2017], {"end": "2015"}, "jusqu’en 2015"),
        ([None], None, ""),
    ],
)
def test_where_no_date_is_known_the_newest_source_says_how_old_it_is(
    years: list[int | None], period: dict[str, str] | None, said: str, french: Edition
) -> None:
    sources = [{"title": "Essai", "year": year} for year in years]
    record = initiative("project", "2016", period=period, sources=sources)
    assert when_or_source(record, french) == said


def test_no_page_says_since_of_an_initiative_that_no_status_says_runs(
    real: Directory, artifacts: dict[str, Artifact]
) -> None:
    """Neither its factsheet nor any list; the words of records are their own."""
    running = {each.id for each in real.initiatives.values() if each.status and each.status.state == "active"}
    entry = re.compile(r'initiatives/([\w-]+)/">.*</a>\n<span class="rp-entry__line">(.*)')
    lines = [
        (path, id_, line)
        for path, artifact in artifacts.items()
        if path.endswith(".md")
        for id_, line in entry.findall(artifact.data.decode())
    ]
    assert len(lines) > len(real.initiatives)
    assert [(path, id_) for path, id_, line in lines if "<span>depuis" in line and id_ not in running] == []
    sheets = {id_: artifacts[f"initiatives/{id_}/index.md"].data.decode() for id_ in real.initiatives}
    assert {id_ for id_, sheet in sheets.items() if "<dt>Quand</dt><dd>depuis" in sheet} <= running


def test_no_result_says_it_either(real: Directory, french: Edition, spanish: Edition) -> None:
    for edition, since in ((french, "depuis"), (spanish, "desde")):
        told = [each for each in documents(real, edition) if each.when.startswith(since)]
        assert told
        assert all(real.initiatives[each.id].status for each in told)
