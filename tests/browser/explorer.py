"""The search page as a visitor finds it: what its tests share."""

from __future__ import annotations

from playwright.sync_api import Page

READY = "html[data-search-ready]"
FIELD = "[data-search] input[name=q]"


def visit(page: Page, site: str, question: str = "", edition: str = "") -> None:
    """Opens the page and waits until it has answered its address."""
    page.goto(f"{site}/{edition}recherche/" + (f"?{question}" if question else ""))
    page.wait_for_selector(READY)


def settle(page: Page, question: str) -> None:
    """Waits until the address asks this, and the page has answered it."""
    page.wait_for_function(
        """(question) => decodeURIComponent(location.search) === (question && `?${question}`)
            && document.documentElement.dataset.searchReady""",
        arg=question,
    )


def shown(page: Page) -> list[str]:
    """``type/id`` of the results on the screen."""
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        "[data-results] > *", "found => found.map(each => `${each.dataset.type}/${each.dataset.id}`)"
    )


def total(page: Page) -> int:
    return int(page.get_attribute("[data-total]", "data-total") or "")


def counts(page: Page, facet: str) -> dict[str, int]:
    """Value → number beside it, hidden ones included."""
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        f"[data-facet={facet}] [data-value]",
        "all => Object.fromEntries(all.map(e => [e.dataset.value, +e.querySelector('[data-count]').textContent]))",
    )


def in_sight(page: Page, facet: str) -> list[str]:
    """The values of a facet that are to be seen, in their order."""
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        f"[data-facet={facet}] [data-value]",
        "all => all.filter(each => each.checkVisibility()).map(each => each.dataset.value)",
    )


def box(facet: str, value: str) -> str:
    """Selector of a value's checkbox."""
    return f"[data-facet={facet}] [data-value='{value}'] input"


def focused(page: Page) -> str:
    """The text of what has the focus; for a field, its value."""
    return page.evaluate("document.activeElement.value ?? document.activeElement.textContent.trim()")  # type: ignore[no-any-return]
