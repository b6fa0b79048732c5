"""The three searches as a visitor meets them: where each stands, and how a script knows that it has answered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Search:
    """One search. Its functions are JavaScript; ``watch`` is what ``watch.js`` notes."""

    name: str
    page: str
    """Path of the page with its field; it takes ``?q=`` too."""
    field: str
    """Selector of the field."""
    results: str
    """Selector of what changes with an answer."""
    idle: str
    """() → whether the page can be asked."""
    answered: str
    """(query) → whether what is on the page is the answer to this query."""
    found: str
    """() → number of results, as a number or a text."""


_READY = "document.documentElement.dataset.searchReady === 'true'"
_LIST = "document.querySelector('[data-results]')"
_TOTAL = "() => document.querySelector('[data-total]')?.textContent ?? ''"

OURS = Search(
    name="ours",
    page="ours/recherche/",
    field="input[name=q]",
    results="[data-results], [data-total]",
    idle=f"() => {_READY}",
    answered=f"query => {_READY} && new URLSearchParams(location.search).get('q') === query",
    found=_TOTAL,
)
PAGEFIND = Search(
    name="Pagefind",
    page="pagefind/",
    field="input[name=q]",
    results="[data-results], [data-total]",
    idle=f"() => {_READY}",
    answered=f"query => {_LIST}?.dataset.query === query",
    found=_TOTAL,
)
MATERIAL = Search(
    name="Material",
    page="material/a-propos/",
    field=".md-search__input",
    results=".md-search-result",
    idle="() => watch.sent && !watch.waiting",
    answered="query => !watch.waiting && document.querySelector('.md-search__input')?.value === query",
    # Its page rounds the number from a thousand on; its worker tells it.
    found="() => watch.answer?.data?.items?.length ?? 0",
)

SEARCHES = (OURS, PAGEFIND, MATERIAL)
"""One after the other, query after query, so that a slow minute of the machine falls on all."""
