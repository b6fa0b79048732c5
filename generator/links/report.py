"""Findings → what a maintainer or a program reads: lines of text, the body of an issue, JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from generator.check.content import DEAD_SOURCES
from generator.links.cited import Citation
from generator.links.findings import Dead, Findings
from generator.links.memory import ENOUGH
from generator.words.catalog import Catalog
from generator.words.markdown import block, code, inert, shortened

LISTED, CITING = 20, 3
"""At most so many addresses, and records that cite each: GitHub refuses an issue of more than 65,536 characters."""

_ADDRESS = 200
"""Characters of an address, at most, but for the lines to copy."""

FILE = f"content/{DEAD_SOURCES}"


_t = Catalog("links.fr")


def _reason(reason: str) -> str:
    if f"reason.{reason}" in _t:
        return _t(f"reason.{reason}")
    return _t("reason.http", status=reason.removeprefix("http-"))


def as_text(found: Findings, day: datetime.date) -> str:
    """What to do, then what to keep an eye on, two lines an address."""
    lines = [
        _t(
            "text.dead",
            url=dead.url,
            reason=_reason(dead.failure.reason),
            since=dead.failure.since,
            files=", ".join(citation.file for citation in dead.cited_by),
        )
        for dead in found.to_mark
    ]
    lines += [_t("text.clear", url=url, file=FILE) for url in found.to_clear]
    lines += [
        _t(
            "text.watched",
            url=url,
            reason=_reason(failure.reason),
            since=failure.since,
            days=failure.days,
            enough=ENOUGH,
        )
        for url, failure in found.watched
    ]
    return "\n".join([*lines, *_rest(found), _t("none", day=day.isoformat(), asked=found.asked)]) + "\n"


def as_markdown(found: Findings, day: datetime.date) -> str:
    """A title, a comment that tells a program how much there is to do, then the body of an issue."""
    lines = [f"# {_t('title')}", f"<!-- to-do: {found.to_do} -->", ""]
    lines += [_t("intro", day=day.isoformat(), asked=found.asked, enough=ENOUGH)]
    if not found.to_do:
        lines += ["", _t("nothing")]
    if found.to_mark:
        lines += ["", f"## {_t('section.to_mark')}", "", _t("mark", file=code(FILE), archive=code("archive")), ""]
        lines += [_lines_to_add(found), ""]
        for dead in found.to_mark[:LISTED]:
            lines += _dead(dead)
        lines += _more(len(found.to_mark) - LISTED)
    if found.to_clear:
        lines += ["", f"## {_t('section.to_clear')}", "", _t("clear", file=code(FILE)), ""]
        lines += [f"- {_address(url)}" for url in found.to_clear[:LISTED]]
        lines += _more(len(found.to_clear) - LISTED)
    if rest := list(_rest(found)):
        lines += ["", f"## {_t('section.rest')}", "", *(f"- {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def as_json(found: Findings, day: datetime.date) -> str:
    """Everything, for another program."""
    return json.dumps({"day": day.isoformat(), **asdict(found)}, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Findings, datetime.date], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""Every way to report."""


def _lines_to_add(found: Findings) -> str:
    """What to put in the file, as it is written there; the key too, for it may not exist yet."""
    entries = [
        line
        for dead in found.to_mark[:LISTED]
        # An address holds no quote, backslash or space (``values.parse_url``).
        for line in (f'  - url: "{dead.url}"', f"    since: {dead.failure.since}")
    ]
    return block("\n".join(["sources:", *entries]), "yaml")


def _dead(dead: Dead) -> Iterator[str]:
    yield "- " + _t("dead", url=_address(dead.url), reason=_reason(dead.failure.reason), since=dead.failure.since)
    for citation in dead.cited_by[:CITING]:
        yield "  - " + _cited(citation)
    if len(dead.cited_by) > CITING:
        yield "  - " + _t("cited-more", count=len(dead.cited_by) - CITING)


def _cited(citation: Citation) -> str:
    label, file = inert(shortened(citation.label, 120)), code(citation.file)
    if citation.archive:
        return _t("cited-archive", label=label, file=file, archive=_address(citation.archive))
    return _t("cited", label=label, file=file)


def _address(url: str) -> str:
    """In the type of what is copied rather than clicked: who owns a dead name now may not be a friend."""
    return code(shortened(url, _ADDRESS))


def _more(count: int) -> list[str]:
    return [f"- {_t('more', count=count)}"] if count > 0 else []


def _rest(found: Findings) -> Iterator[str]:
    counts = {"watched": len(found.watched), "unclear": len(found.unclear), "marked": found.marked}
    for name, count in counts.items():
        if count:
            yield _t(f"rest.{name}", count=count)
