"""``python -m bench.search [SIZE …]``: our search beside Pagefind and Material's, in one run and one browser."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.builds import ROOT
from bench.measure import CommandError
from bench.search import facets, sites
from bench.search.memory import FLAG
from bench.search.queries import Query, queries
from bench.search.searches import OURS, SEARCHES, Search
from bench.search.server import Server
from bench.search.table import Measured, tables
from bench.search.visits import IDLE, TYPED, Answer, SearchError, Visitor
from tests.browser.conftest import CHROMIUM

SIZES = (300, 3000, 10_000)
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", FLAG]


def measure(browser: Browser, count: int, asked: list[Query], searches: Sequence[Search]) -> Iterator[Measured]:
    """Each search over ``count`` made-up records."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        _say(f"{count} records: building")
        with Server(sites.build(Path(folder), count)) as server:
            visitor = Visitor(browser, server)
            answers: dict[str, list[Answer]] = {search.name: [] for search in searches}
            for search in searches:
                visitor.ask(search, asked[0], IDLE)  # not counted: files get compressed, processes are started
            for at, query in enumerate(asked, 1):
                for search in searches:
                    answers[search.name] += [
                        visitor.arrive(search, query),
                        visitor.ask(search, query, IDLE),
                        visitor.ask(search, query, TYPED),
                    ]
                _say(f"{count} records: query {at} of {len(asked)}, {query.text}")
            for search in searches:
                whole = visitor.ask_all(search, asked)
                clicks = tuple(facets.click(visitor)) if search is OURS else ()
                yield Measured(count, search.name, tuple(answers[search.name]), whole, clicks)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of all measures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument(
        "sizes", nargs="*", type=int, default=SIZES, metavar="SIZE", help="records (default: %(default)s)"
    )
    parser.add_argument("--only", choices=[each.name for each in SEARCHES], help="one search instead of all")
    given = parser.parse_args()
    sizes = sorted(given.sizes)
    searches = [each for each in SEARCHES if given.only in (None, each.name)]
    asked = {count: queries(count, ROOT / "content") for count in sizes}
    try:
        with chromium() as browser:
            measured = [each for count in sizes for each in measure(browser, count, asked[count], searches)]
    except (CommandError, SearchError) as error:
        sys.exit(str(error))
    print(tables(measured, asked))


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
