"""Plays the queries in the browser, as visitors do, and measures what they wait for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from bench.search.memory import Memory, memory
from bench.search.queries import Query
from bench.search.searches import Search
from bench.search.server import Server, Weight, weigh

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
QUIET = 300
"""Milliseconds without a change after which an answer is taken as whole."""
PACE = 200
"""Milliseconds between two keys of somebody who types well."""
PATIENCE = 300_000
"""Milliseconds after which a search is taken as broken."""

ARRIVING, IDLE, TYPED, NEXT = "arriving", "idle", "typed", "next"
"""How a query is asked: by its address; as the first of a visit, all keys at once or one by one; after others."""


class SearchError(Exception):
    """A search did not answer, failed, or asked for a file that is not there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query cost."""

    search: str
    query: str
    manner: str
    seconds: float
    """From the last key to the results painted; from asking for the page if ``ARRIVING``."""
    weight: Weight
    """Since the beginning of the visit, until the results stand in the page."""
    found: int


@dataclass(frozen=True, slots=True)
class Round:
    """What asking all the queries one after the other, in one visit, cost."""

    answers: tuple[Answer, ...]
    weight: Weight
    memory: Memory


class Visitor:
    """Somebody who comes with an empty cache, each time, to one of the searches.

    Every method raises :class:`SearchError`.
    """

    def __init__(self, browser: Browser, server: Server) -> None:
        self.browser, self.server = browser, server

    def arrive(self, search: Search, query: Query) -> Answer:
        """Opens the address that holds the query."""
        with self.page(search) as page:
            page.goto(f"{self.server.address}{search.page}?{urlencode({'q': query.text})}", wait_until="commit")
            return self._answer(page, search, query, ARRIVING)

    def ask(self, search: Search, query: Query, manner: str) -> Answer:
        """Opens the page, lets it rest, then types."""
        with self.page(search) as page:
            self.open(page, search)
            return self._type(page, search, query, manner)

    def ask_all(self, search: Search, queries: list[Query]) -> Round:
        """Opens the page and asks everything."""
        with self.page(search) as page:
            self.open(page, search)
            answers = tuple(self._type(page, search, query, NEXT if at else IDLE) for at, query in enumerate(queries))
            return Round(answers, weigh(self.server.sent), memory(self.browser, page))

    @contextmanager
    def page(self, search: Search) -> Iterator[Page]:
        """A page of somebody who has nothing in cache, watched."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
        context.set_default_timeout(PATIENCE)
        context.add_init_script(f"globalThis.watched = {json.dumps(search.results)};\n{WATCH}")
        self.server.begin()
        wrong: list[str] = []
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        try:
            yield page
        except BrowserError as error:
            raise SearchError(f"{search.name}: {[*wrong, *self.server.missing, str(error)]}") from error
        finally:
            context.close()
        if wrong or self.server.missing:
            raise SearchError(f"{search.name}: {[*wrong, *self.server.missing]}")

    def open(self, page: Page, search: Search) -> None:
        """Opens the page and lets it rest."""
        page.goto(f"{self.server.address}{search.page}", wait_until="load")
        page.wait_for_function(search.idle)
        page.wait_for_load_state("networkidle")

    def wait(self, page: Page, condition: str, given: list[object]) -> None:
        """Waits for the condition: a function in JavaScript of what is given and of ``QUIET``."""
        page.wait_for_function(condition, arg=[*given, QUIET], polling=50)

    def _type(self, page: Page, search: Search, query: Query, manner: str) -> Answer:
        page.locator(search.field).click()
        page.keyboard.press("Control+A")  # of what was asked before
        page.evaluate("() => watch.forget()")
        page.keyboard.type(query.text, delay=PACE if manner == TYPED else 0)
        return self._answer(page, search, query, manner)

    def _answer(self, page: Page, search: Search, query: Query, manner: str) -> Answer:
        self.wait(page, f"([query, quiet]) => ({search.answered})(query) && watch.isOver(quiet)", [query.text])
        told: dict[str, Any] = page.evaluate(
            f"() => ({{...watch, answer: null, origin: performance.timeOrigin, found: ({search.found})()}})"
        )
        seconds = (told["painted"] - told["begun"]) / 1000
        until = (told["origin"] + told["changed"]) / 1000  # what came later had no part in it
        return Answer(search.name, query.text, manner, seconds, weigh(self.server.sent, until), number(told["found"]))


def number(text: object) -> int:
    """The number that a text tells, whatever stands between thousands; 0 if none."""
    return int(re.sub(r"\D", "", str(text)) or 0)
