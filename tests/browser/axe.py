"""What axe, which knows the rules of accessible pages, finds on a page, and how a test looks at one.

Every day: all its rules on a wide light page; then the same page is made narrow and dark and asked what the scheme or
the width changes, contrast and room for fingers (WCAG 2.2, which axe leaves out unless asked); of what a page repeats,
the first few. Every week: all rules, all of the page, opened anew at each width in each scheme.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

FEW = 3
"""How many of a row of like elements are looked at every day."""
AWAY = """selectors => {
    window.away = [];
    for (const each of document.querySelectorAll(selectors.join())) {
        if (each.contains(document.activeElement)) continue;
        away.push([each, each.style.display]);
        each.style.display = "none";
    }
}"""
BACK = """() => {
    for (const [each, display] of away) each.style.display = display;
}"""
AXE = Axe()
WIDE = 1280
HEIGHT = 900
CHANGED = ("color-contrast", "target-size")
"""The rules that a scheme or a width changes the answer to."""
REPEATED = ("li", "tr", "dl > div", "dt", "dd", "section", "details", "path", "option")


@dataclass(frozen=True, slots=True)
class Screen:
    scheme: Literal["light", "dark"]
    width: int


@dataclass(frozen=True, slots=True)
class Look:
    """A visitor's screens, one after the other, and what is asked of the pages on them."""

    screens: tuple[Screen, ...]
    """All rules are followed on the first, those of ``CHANGED`` on the others."""
    whole: bool = False
    """Whether every element is looked at, or the first few of a kind."""

    @contextmanager
    def opened(self, browser: Browser) -> Iterator[Page]:
        """A page of a visitor who has the first screen."""
        first = self.screens[0]
        context = browser.new_context(
            viewport={"width": first.width, "height": HEIGHT}, color_scheme=first.scheme, reduced_motion="reduce"
        )
        try:
            yield context.new_page()
        finally:
            context.close()

    def violations(self, page: Page, where: str = "") -> list[str]:
        """What axe finds wrong on each screen, and on which the page is too wide; the first is there again after."""
        wrong = []
        for screen in self.screens:
            _turn(page, screen)
            rules = () if screen == self.screens[0] else CHANGED
            wrong += [f"{screen.scheme} {screen.width} {each}" for each in self._asked(page, rules, where)]
        if len(self.screens) > 1:
            _turn(page, self.screens[0])
        return wrong

    def _asked(self, page: Page, rules: tuple[str, ...], where: str) -> list[str]:
        options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
        if rules:
            options["runOnly"] = list(rules)
        if not self.whole:
            # axe is quicker with what is not there than with what it is told to leave out.
            page.evaluate(AWAY, [f"main {kind}:nth-of-type(n + {FEW + 1})" for kind in REPEATED])
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE.axe_script)
        found = page.evaluate("options => axe.run(options).then(({ violations }) => violations)", options)
        if not self.whole:
            page.evaluate(BACK)
        wrong = [f"{where}: {each['id']} ({each['impact']}) {each['nodes'][0]['html'][:160]}" for each in found]
        return wrong + too_wide(page, where)


def _turn(page: Page, screen: Screen) -> None:
    page.set_viewport_size({"width": screen.width, "height": HEIGHT})
    page.emulate_media(color_scheme=screen.scheme)
    page.wait_for_function("scheme => document.documentElement.dataset.scheme === scheme", arg=screen.scheme)


def too_wide(page: Page, where: str = "") -> list[str]:
    """Whether the page is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{where}: wider than the screen"] if wide else []


def looks(*narrow: int) -> pytest.MarkDecorator:
    """Gives a test each ``look`` in turn, those of the week marked so; ``narrow``: widths of the dark screens."""
    widths = narrow or (360,)
    daily = Look((Screen("light", WIDE), *(Screen("dark", width) for width in widths)))
    weekly = [Screen(scheme, width) for scheme in ("light", "dark") for width in (WIDE, *widths)]
    return pytest.mark.parametrize(
        "look",
        [
            pytest.param(daily, id="day"),
            *(
                pytest.param(Look((each,), whole=True), id=f"{each.scheme}-{each.width}", marks=pytest.mark.weekly)
                for each in weekly
            ),
        ],
    )
