"""Changes → what a person or a tool reads: Markdown in plain French, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TypeVar

from generator.changes.compare import Changes, Fate, RecordChange
from generator.changes.lines import field_line, page_line, problem_line, record_line, t, tn
from generator.changes.site import SiteChange
from generator.model.problem import Problem, spell
from generator.words import wording
from generator.words.markdown import block, code

T = TypeVar("T")

PERSONAL = ("personal-email", "email-in-text", "phone-in-text")
DUPLICATE = "near-duplicate"
MISSING = "dangling-reference"

LISTED, FIELDS, PAGES, STUBS = 30, 12, 15, 10
"""At most so many records, fields of a record, pages and stubs are told: GitHub refuses a summary of more than 1 MiB,
and people stop reading long before."""


def as_json(changes: Changes, site: SiteChange | None) -> str:
    """Everything, for another program. ``site`` is null when it cannot be told."""
    problems = [
        {
            "code": each.code,
            "severity": each.severity,
            "file": each.file,
            "line": each.line,
            "path": spell(each.path),
            "message": wording.message(each),
            "repair": wording.repair(each),
        }
        for each in changes.problems
    ]
    told = {
        "size": changes.size,
        "records": [asdict(each) for each in changes.records],
        "texts": changes.texts,
        "problems": problems,
        "site": asdict(site) if site else None,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_markdown(changes: Changes, site: SiteChange | None, *, sound_base: bool = True) -> str:
    """Everything, most urgent first; whatever the records hold is shown as text."""
    errors = [each for each in changes.problems if each.severity == "error"]
    counts = [tn(f"counts.{fate}", n) for fate in _FATES if (n := len(changes.of(fate)))]
    counts += [tn("counts.errors", len(errors))] if errors else []
    lines = [f"## {t('title')}", "", t(f"size.{changes.size}")]
    if counts:
        lines += ["", ", ".join(counts) + "."]
    for title, body in _sections(changes, errors):
        if body:
            lines += ["", f"### {t(f'section.{title}')}", "", *body]
    if changes.size != "none" or errors:
        lines += ["", f"### {t('section.site')}", "", *_site(site, sound_base=sound_base)]
    return "\n".join(lines) + "\n"


_FATES: tuple[Fate, ...] = ("added", "changed", "renamed", "merged", "removed")


def _sections(changes: Changes, errors: Sequence[Problem]) -> Iterator[tuple[str, list[str]]]:
    """Title and lines of each part, in the order a reviewer needs them."""
    yield "errors", _listed(errors, problem_line)
    yield "missing", _stubs(errors)
    yield "removed", _noted(_records(changes.of("removed")), t("note.removed", formerly=code("formerly")))
    warnings = [each for each in changes.problems if each.severity != "error"]
    look_alikes = [each for each in warnings if each.code == DUPLICATE]
    personal = [each for each in warnings if each.code in PERSONAL]
    yield "duplicates", _noted(_listed(look_alikes, problem_line), t("note.duplicates"))
    yield "personal", _noted(_listed(personal, problem_line), t("note.personal"))
    yield "remarks", _listed([each for each in warnings if each not in look_alikes + personal], problem_line)
    for fate in _FATES[:-1]:
        yield fate, _records(changes.of(fate))
    yield "texts", _listed(changes.texts, code)


def _noted(lines: list[str], note: str) -> list[str]:
    return [note, "", *lines] if lines else []


def _listed(items: Sequence[T], line: Callable[[T], str], most: int = LISTED) -> list[str]:
    """An item of a list for each, as many as are read."""
    lines = [f"- {line(item)}" for item in items[:most]]
    return [*lines, *_more("counts.more", len(items) - most)]


def _more(key: str, count: int) -> Iterable[str]:
    return [f"- {tn(key, count)}"] if count > 0 else []


def _stubs(errors: Iterable[Problem]) -> list[str]:
    """The text of each record that is cited and is not there, once."""
    stubs = dict(stub for each in errors if each.code == MISSING and (stub := wording.stub(each)))
    lines = [t("note.missing")] if stubs else []
    for path, text in list(stubs.items())[:STUBS]:
        lines += ["", t("note.missing-file", file=code(path)), "", block(text, "yaml")]
    rest = len(stubs) - STUBS
    return [*lines, *([""] if rest > 0 else []), *_more("counts.more", rest)]


def _records(records: Sequence[RecordChange]) -> list[str]:
    lines = []
    for each in records[:LISTED]:
        lines.append(f"- {record_line(each)}")
        lines += [f"  - {field_line(field, each.folder)}" for field in each.fields[:FIELDS]]
        lines += [f"  {more}" for more in _more("counts.more-fields", len(each.fields) - FIELDS)]
    return [*lines, *_more("counts.more", len(records) - LISTED)]


def _site(site: SiteChange | None, *, sound_base: bool) -> list[str]:
    if site is None:
        return [t("site.unknown" if sound_base else "site.unknown-base")]
    parts = [("lost", site.lost), ("new", site.new), ("changed", site.changed)]
    lines: list[str] = []
    for name, pages in parts:
        if pages:
            lines += ["", tn(f"site.{name}", len(pages)), "", *_listed(pages, page_line, PAGES)]
    return lines[1:] or [t("site.nothing")]
