"""A page written by hand that holds what Markdown can: it keeps to a narrow screen, and all of it is reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import Look, Screen, looks
from tests.browser.conftest import served
from tests.small import repertoire, small_project

PROSE = """---
title: Essai
description: Une page inventée.
---

Du **texte**, du `code`, [un lien](../contribuer/index.md), <kbd>Ctrl</kbd>, <mark>un mot</mark>, H<sub>2</sub>O.

## Listes

- Un
    1. Un un
- Deux

> Une citation.

---

## Tableau

| Rôle | Territoire | Pays | Montant | Une colonne de plus | Encore une colonne |
| --- | --- | --- | ---: | --- | :---: |
| Porteur | Brest métropole | France | 1 000 € | Un texte assez long | oui |

### Code

```yaml
website: https://example.org/une/adresse/qui/depasse/la/largeur/de/la/page/et/bien/plus/encore/que/cela
```

<details><summary>Un détail</summary><p>Son texte.</p></details>

<dl><dt>Terme</dt><dd>Sa définition.</dd></dl>
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the served page."""
    project = small_project(tmp_path_factory.mktemp("prose"))
    (project / "content" / "pages" / "fr" / "a-propos" / "index.md").write_text(PROSE, "utf-8")
    done = repertoire(project, "site")
    assert done.returncode == 0, done.stderr
    with served(project / "site") as address:
        yield f"{address}/a-propos/"


@looks()
def test_axe_finds_no_violation_and_nothing_overflows(browser: Browser, written: str, look: Look) -> None:
    with look.opened(browser) as page:
        page.goto(written)
        assert look.violations(page) == []


def test_a_wide_table_slides_by_the_keyboard(browser: Browser, written: str) -> None:
    with Look((Screen("light", 360),)).opened(browser) as page:
        page.goto(written)
        frame = page.get_by_role("group", name="Tableau")
        frame.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.rp-scroll').scrollLeft > 0")
