"""A text as every door writes it: without what a copy left in it. The form's twin is ``form/tidy.js``."""

from __future__ import annotations

import re
from typing import Literal

from generator.files.characters import composed
from generator.model.codes import plain_code, with_zeros
from generator.model.schema.field import Field

Act = Literal["characters", "one-line", "trackers", "code", "zeros"]
"""What was done to a text; each catalog that tells it has its sentence."""

TRACKER = re.compile(
    r"(?:utm_[a-z_]+|(?:fb|g|d|ms|tw|tt|y)clid|gclsrc|[gw]braid|igsh(?:id)?|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|xtor)",
    re.IGNORECASE,
)
"""Name of what an address carries only to tell who followed it from where."""

_GOAL = re.compile("^sdg-([1-9])$")


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
    if field.code and (code := plain_code(field.code, text)) != text:
        done.append("code")
        text = code
    if (whole := _with_zeros(text, field)) != text:
        done.append("zeros")
        text = whole
    return text, tuple(done)


def _with_zeros(text: str, field: Field) -> str:
    """The code with the zeros that a spreadsheet took away; of a theme, that of a goal of sustainable development."""
    if field.kind == "theme":
        return _GOAL.sub(r"sdg-0\1", text)
    return with_zeros(field.code, text)


def untracked(address: str) -> str:
    """The address without what only tells who followed it."""
    rest, hash_, fragment = address.partition("#")
    page, mark, query = rest.partition("?")
    kept = [part for part in query.split("&") if not _tracks(part)]
    found = page + (mark + "&".join(kept) if kept and query else "" if query else mark)
    return found if hash_ and all(map(_tracks, fragment.split("&"))) else found + hash_ + fragment


def _tracks(part: str) -> bool:
    return bool(TRACKER.fullmatch(part.partition("=")[0]))
