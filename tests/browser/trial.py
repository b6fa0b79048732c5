"""What the small site holds that several tests open: hostile records, meetings and a need, a page written by hand.

All of it is made up.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.small import repertoire, small_project

HOSTILE = (
    "{{7*191}} {% raw %} ${7*191} </script><script>window.ran=1</script><img src=x onerror=window.ran=2> "
    '[x](javascript:alert(1)) **gras** `code` \\" &amp; #titre ~~b~~ | a |'
)
"""Syntax of everything that a text passes through."""
EVENTS = {
    "a-venir-1": "{start: 2026-11-30, end: 2026-12-02}",
    "a-venir-2": "{start: 2027-03}",
    "a-venir-3": "{end: 2028}",
}
CALL = """title: Eau
kind: need
side: fr
emitter: brest-metropole
themes: [economy-innovation]
expires: 2027-01-31
sources: [{title: Essai}]
"""
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


def make(folder: Path) -> None:
    """Builds the site of 22 November 2026 in ``site``, in the folder."""
    content = small_project(folder) / "content"
    _hostile(content)
    for id_, period in EVENTS.items():
        record = f"name: {id_}\nperiod: {period}\nsources: [{{title: Essai}}]\n"
        (content / "events" / f"{id_}.yml").write_text(record, "utf-8")
    (content / "calls").mkdir(exist_ok=True)
    (content / "calls" / "besoin.yml").write_text(CALL, "utf-8")
    (content / "pages" / "fr" / "a-propos" / "index.md").write_text(PROSE, "utf-8")
    done = repertoire(folder, "site")
    assert done.returncode == 0, done.stdout + done.stderr


def _hostile(content: Path) -> None:
    """An actor, an initiative and the name of a place, all their texts hostile."""
    text = json.dumps(HOSTILE)
    source = f"sources:\n  - title: {text}\n    supports: {text}\n    detail: {text}\n"
    (content / "actors" / "hostile.yml").write_text(
        f"name: {text}\nkind: commune\ncountry: FR\nplace: fr-brest\nnames:\n  - text: {text}\n    kind: variant\n"
        f"description: {text}\n{source}",
        "utf-8",
    )
    place = (content / "places" / "fr-brest.yml").read_text("utf-8")
    place = "\n".join(f"name: {text}" if line.startswith("name:") else line for line in place.splitlines())
    (content / "places" / "fr-brest.yml").write_text(place + "\n", "utf-8")
    (content / "initiatives" / "hostile.yml").write_text(
        f"title: {text}\nmodality: project\nscope: decentralised\nsummary: {text}\n"
        f"participations:\n  - actor: hostile\n    role: bearer\n  - actor: ar-chubut\n    role: partner\n"
        f"countries:\n  - AR\nkeywords:\n  - {text}\nfunding:\n  - description: {text}\n{source}",
        "utf-8",
    )
