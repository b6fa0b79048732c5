"""A text as every door writes it: without what a copy left in it. The form's twin is ``form/tidy.js``."""

from __future__ import annotations

import re
from typing import Literal

from generator.files.characters import composed
from generator.model.schema.field import Field

Act = Literal["characters", "one-line", "trackers"]
"""What was done to a text; each catalog that tells it has its sentence."""

TRACKER = re.compile(
    r"(?:utm_[a-z_]+|(?:fb|g|d|ms|tw|tt|y)clid|gclsrc|[gw]braid|igsh(?:id)?|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|xtor)",
    re.IGNORECASE,
)
"""Name of what an address carries only to tell who followed it from where."""


def tidy(text: str, field: Field) -> tuple[str, tuple[Act, ...]]:
    """The text as the field's value, and what was done to it."""
    done: list[Act] = []
    text, typed = composed(text).strip(), text.strip()
    if text != typed:
        done.append("characters")
    if field.words and not field.long and "\n" in text:
        done.append("one-line")
        text = " ".join(text.split())
    if field.kind == "url" and (bare := untracked(text)) != text:
        done.append("trackers")
        text = bare
    return text, tuple(done)


def untracked(address: str) -> str:
    """The address without what only tells who followed it."""
    rest, hash_, fragment = address.partition("#")
    page, mark, query = rest.partition("?")
    kept = [part for part in query.split("&") if not _tracks(part)]
    found = page + (mark + "&".join(kept) if kept and query else "" if query else mark)
    return found if hash_ and all(map(_tracks, fragment.split("&"))) else found + hash_ + fragment


def _tracks(part: str) -> bool:
    return bool(TRACKER.fullmatch(part.partition("=")[0]))
