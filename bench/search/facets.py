"""Clicks on facets of our page, and how soon results and counts are there again."""

from __future__ import annotations

from bench.search.searches import OURS
from bench.search.visits import Visitor

CLICKS = 10
CHANGING = "[data-results], [data-total], [data-count]"
CHOICES = """most => {
  const total = Number(document.querySelector('[data-total]')?.textContent.replace(/\\D/g, '') ?? 0);
  const facets = [...document.querySelectorAll('[data-facet]')].map(facet =>
    [...facet.querySelectorAll('[data-value]:has(input)')]
      .map(value => [value.dataset.value, Number(value.querySelector('[data-count]')?.textContent.replace(/\\D/g, ''))])
      .filter(([, count]) => count > 0 && count < total)
      .map(([value]) => [facet.dataset.facet, value]));
  const turns = Array.from({ length: most }, (_, turn) => facets.flatMap(values => values.slice(turn, turn + 1)));
  return turns.flat().slice(0, most);
}"""
"""(most) → facet and value: the first value of each facet, then the second of each, …"""
CLICK = """([facet, value]) => {
  document.querySelector(`[data-facet="${facet}"] [data-value="${value}"] input`).click();
}"""
CHOSEN = """([facet, value, chosen, quiet]) =>
  document.documentElement.dataset.searchReady === 'true'
  && new URLSearchParams(location.search).getAll(facet).includes(value) === chosen
  && watch.isOver(quiet)"""


def click(visitor: Visitor) -> list[float]:
    """Seconds from each click that chooses one value, nothing else chosen, to results and counts painted."""
    found = []
    with visitor.page(OURS) as page:
        visitor.open(page, OURS)
        for facet, value in page.evaluate(CHOICES, CLICKS):
            for chosen in (True, False):
                page.evaluate("selector => watch.forget(selector)", CHANGING)
                page.evaluate(CLICK, [facet, value])
                visitor.wait(page, CHOSEN, [facet, value, chosen])
                if chosen:
                    found.append(float(page.evaluate("watch.painted - watch.begun")) / 1000)
    return found
