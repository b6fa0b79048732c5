"""In a browser, the form says of every case what ``repertoire check`` says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.verdict import asked, expressible, name, told_by_check, verdicts

CHECK = """async ({root, definition, known, proposals}) => {
  const load = (name) => import(new URL(`form/${name}.js`, root).href);
  const [{define}, {know}, {verdict}] = await Promise.all(["definition", "known", "rules/check"].map(load));
  const [defined, knew] = [define(definition), know(known)];
  return proposals.map((proposal) => verdict(defined, knew, proposal));
}"""


@pytest.mark.weekly  # the same scripts answer in node every day (tests/render/form/test_form.py)
def test_the_form_says_of_every_case_what_check_says(site: str, scripts: str, page: Page) -> None:
    page.goto(f"{site}/")
    answers = page.evaluate(CHECK, {"root": f"{scripts}/", **asked()})
    told = {name(case): verdicts(answer) for (case, _), answer in zip(expressible(), answers, strict=True)}
    assert told == {name(case): told_by_check(case) for case, _ in expressible()}
