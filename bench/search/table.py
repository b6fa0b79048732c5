"""What was measured → the tables people read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.search.queries import Query
from bench.search.searches import MATERIAL, OURS, PAGEFIND
from bench.search.visits import ARRIVING, IDLE, NEXT, PACE, TYPED, Answer, Round

MANNERS = (ARRIVING, IDLE, TYPED, NEXT)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one search cost over one directory."""

    records: int
    search: str
    answers: tuple[Answer, ...]
    """``ARRIVING``, ``IDLE`` and ``TYPED``, each of them the first of a visit."""
    round: Round
    clicks: tuple[float, ...] = ()
    """Seconds of each click on a facet."""

    def of(self, manner: str) -> list[Answer]:
        return [each for each in (self.round.answers if manner == NEXT else self.answers) if each.manner == manner]


WEIGHTS = ("records", "search", "page", "arriving", "typed", "files", "{count} queries", "scripts hold", "process")
TIMES = ("records", "search", "arriving", "first, at once", "first, key by key", "next", "facet")

NOTES = f"""\
Made-up records, French edition. *{OURS.name}*: the page `recherche/`. *{PAGEFIND.name}*: its index of the same
records' pages, its functions on a page that only lists the first results. *{MATERIAL.name}*: `mkdocs build` with
Material and its search on the same pages. {{count}} queries, the same for each, one browser, one run, each search in
turn. A dash stands between median and worst.

Every query but those of *next* begins a visit, with nothing in cache. *arriving*: the address holds the query; from
asking for the page. *first*: the page has loaded and rests; from the last key, typed *at once* or *key by key*, one
every {PACE} ms. *next*: after other queries of the same visit. Time ends when results are in the page and two frames
have been drawn, on the page's own clock; nothing is slowed, files come from the same machine. *facet*: from a click
on one value, nothing else chosen, to results and counts drawn.

Weights are bodies after gzip, kB are thousands of bytes; what is compressed already goes as it is. *page*: HTML, CSS
and images; all else, scripts, WebAssembly, index and texts, is the search: *arriving* and *typed* (key by key), up
to the first results; *files*: their median number, page included; *{{count}} queries*: all of them in one visit.
*scripts hold*: scripts and their data after these, as the browser tells, without WebAssembly's memory; *process*:
all that the page's process uses alone, of which some 40 MB for any page."""


def tables(measured: Sequence[Measured], asked: dict[int, list[Query]]) -> str:
    """Weights, times and numbers of results in Markdown, and what the words mean."""
    count = len(next(iter(asked.values())))
    weights = _table([each.format(count=count) for each in WEIGHTS], [_weights(each) for each in measured])
    times = _table(TIMES, [_times(each) for each in measured])
    found = [_found(records, queries, measured) for records, queries in asked.items()]
    return "\n\n".join([weights, times, NOTES.format(count=count), *found])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], texts: int = 2) -> str:
    """A Markdown table; columns after the first ``texts`` are numbers."""
    rule = ["---"] * texts + ["---:"] * (len(head) - texts)
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])


def _weights(measured: Measured) -> list[str]:
    arriving, typed, whole = measured.of(ARRIVING), measured.of(TYPED), measured.round
    return [
        f"{measured.records:,}",
        measured.search,
        _kilobytes([median(each.weight.page for each in arriving)]),
        _kilobytes([each.weight.search for each in arriving]),
        _kilobytes([each.weight.search for each in typed]),
        f"{median(each.weight.files for each in arriving):.0f}",
        _kilobytes([whole.weight.search]),
        f"{whole.memory.scripts / 1e6:.1f} MB",
        f"{whole.memory.process / 1e6:.0f} MB",
    ]


def _times(measured: Measured) -> list[str]:
    times = [[each.seconds for each in measured.of(manner)] for manner in MANNERS]
    return [f"{measured.records:,}", measured.search, *map(_seconds, [*times, measured.clicks])]


def _found(records: int, queries: Sequence[Query], measured: Sequence[Measured]) -> str:
    of_size = [each for each in measured if each.records == records]
    head = [f"results among {records:,}", "query", *(each.search for each in of_size)]
    rows = [
        [query.kind, query.text, *(f"{each.round.answers[at].found:,}" for each in of_size)]
        for at, query in enumerate(queries)
    ]
    return _table(head, rows)


def _kilobytes(sizes: Sequence[float]) -> str:
    return _both([f"{each / 1000:.0f}" for each in (median(sizes), max(sizes))], "kB")


def _seconds(times: Sequence[float]) -> str:
    return _both([f"{each:.2f}" for each in (median(times), max(times))], "s") if times else ""


def _both(shown: Sequence[str], unit: str) -> str:
    """Median and worst, or one if they are the same."""
    return f"{'–'.join(dict.fromkeys(shown))} {unit}"
