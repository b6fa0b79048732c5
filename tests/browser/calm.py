"""A page once it has fetched what it fetches by itself."""

from __future__ import annotations

from playwright.sync_api import Page, Request

PAUSE = 40
"""Milliseconds between two looks."""
LOOKS = 4
"""How many looks in a row find nothing on its way. Playwright's own "networkidle" waits half a second each time."""


def calm(page: Page, address: str) -> None:
    """Opens the address and waits until nothing is on its way any more."""
    busy: set[Request] = set()

    def begun(request: Request) -> None:
        busy.add(request)

    def ended(request: Request) -> None:
        busy.discard(request)

    page.on("request", begun)
    page.on("requestfinished", ended)
    page.on("requestfailed", ended)
    page.goto(address)
    quiet = 0
    while quiet < LOOKS:
        page.wait_for_timeout(PAUSE)
        quiet = 0 if busy else quiet + 1
    page.remove_listener("request", begun)
    page.remove_listener("requestfinished", ended)
    page.remove_listener("requestfailed", ended)
