"""What axe, which knows the rules of accessible pages, finds on a page, and how a test looks at one.

Every day: all its rules on a wide light page, and on a narrow dark one those that the scheme or the width changes,
contrast and room for fingers (WCAG 2.2, which axe leaves out unless asked); of what a page repeats, the first few.
Every week: all rules, all of the page, both widths in both schemes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

FEW = 6
"""How many of a row of like elements are looked at every day."""
REPEATED = ("li", "tr", "dl > div", "dt", "dd", "section", "details", "path", "option")


@dataclass(frozen=True, slots=True)
class Look:
    """A visitor's screen, and what is asked of the pages on it."""

    scheme: Literal["light", "dark"]
    width: int
    only: tuple[str, ...] = ()
    """The rules to follow; none: all of them."""
    whole: bool = False
    """Whether every element is looked at, or the first few of a kind."""

    @contextmanager
    def opened(self, browser: Browser) -> Iterator[Page]:
        """A page of a visitor who has this screen."""
        context = browser.new_context(
            viewport={"width": self.width, "height": 900}, color_scheme=self.scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        try:
            yield page
            shown = page.evaluate("document.documentElement.dataset.scheme")
            assert shown == self.scheme
        finally:
            context.close()

    def violations(self, page: Page, where: str = "") -> list[str]:
        """What axe finds wrong, and whether the page is wider than the screen."""
        options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
        if self.only:
            options["runOnly"] = list(self.only)
        context: dict[str, Any] = {"include": [["html"]]}
        if not self.whole:
            context["exclude"] = [[f"main {kind}:nth-of-type(n + {FEW + 1})"] for kind in REPEATED]
        found = Axe().run(page, context=context, options=options).response["violations"]
        wrong = [f"{where}: {each['id']} ({each['impact']}) {each['nodes'][0]['html'][:160]}" for each in found]
        return wrong + too_wide(page, where)


def too_wide(page: Page, where: str = "") -> list[str]:
    """Whether the page is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{where}: wider than the screen"] if wide else []


def _named(look: Look, *marks: pytest.MarkDecorator) -> Any:
    return pytest.param(look, id=f"{look.scheme}-{look.width}{'-whole' * look.whole}", marks=marks)


def looks(wide: int = 1280, narrow: int = 360) -> pytest.MarkDecorator:
    """Gives a test each ``look`` in turn, those of the week marked so."""
    daily = (Look("light", wide), Look("dark", narrow, only=("color-contrast", "target-size")))
    weekly = [Look(scheme, width, whole=True) for scheme in ("light", "dark") for width in (wide, narrow)]
    return pytest.mark.parametrize(
        "look", [*map(_named, daily), *(_named(each, pytest.mark.weekly) for each in weekly)]
    )
