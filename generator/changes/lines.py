"""Records, fields, mistakes and pages → one line of Markdown each, in plain French."""

from __future__ import annotations

from collections.abc import Sequence

from generator.changes.compare import FieldChange, RecordChange
from generator.changes.excerpt import excerpts
from generator.changes.site import PageChange
from generator.model import BY_FOLDER, name_of
from generator.model.problem import Problem
from generator.model.schema.types import type_in
from generator.words import wording
from generator.words.catalog import Catalog
from generator.words.fields import path_name, type_label
from generator.words.markdown import code, inert, shortened

ITEMS = 4
"""At most so many items of a list are told."""

_TITLE, _TEXT = 120, 300
"""Characters of a title and of a text, at most."""


t = Catalog("changes.fr")


def tn(key: str, count: int) -> str:
    """The same in the singular or the plural."""
    # CLDR: French uses the singular below two.
    return t(f"{key}.{'one' if count < 2 else 'other'}", count=count)


def problem_line(problem: Problem) -> str:
    """What is wrong and, under it, how to repair it."""
    return t(
        "problem.line",
        file=code(problem.file),
        line=problem.line,
        message=inert(shortened(wording.message(problem), 2 * _TEXT)),
        repair=inert(shortened(wording.repair(problem), 2 * _TEXT)),
    )


def record_line(each: RecordChange) -> str:
    form = {"renamed": "renamed", "merged": "merged", "removed": "removed"}.get(each.fate, "line")
    if not each.readable:
        form = "unread"
    if each.fate == "removed" and each.other:
        form = "removed-namesake"
    return t(
        f"record.{form}",
        label=inert(shortened(each.label, _TITLE)),
        type=type_label(name_of(BY_FOLDER[each.folder])).lower(),
        file=code(each.file),
        other=code(each.other or ""),
        formerly=code(f"formerly: [{each.id}]"),
    )


def field_line(change: FieldChange, folder: str) -> str:
    """What the field said and says."""
    key = _key(type_in(folder), change.path)
    before, after = change.before, change.after
    if not before and not after:
        return t("field.order", key=key)
    if len(before) == len(after) == 1:
        was, says = excerpts(before[0], after[0], _TEXT)
        return t("field.changed", key=key, before=_value(was), after=_value(says))
    form = "added" if not before else "removed" if not after else "both"
    return t(f"field.{form}", key=key, before=_values(before), after=_values(after))


def _key(type_: str, path: tuple[str, ...]) -> str:
    said, locale = path_name(type_, path)
    return t("field.locale", key=said, locale=inert(locale)) if locale else said


def _value(text: str) -> str:
    return t("field.value", value=inert(text))


def _values(texts: Sequence[str]) -> str:
    told = [_value(shortened(text, _TEXT // max(1, min(len(texts), ITEMS)))) for text in texts[:ITEMS]]
    if len(texts) > ITEMS:
        told.append(t("field.more", count=len(texts) - ITEMS))
    return t("field.items").join(told)


def page_line(page: PageChange) -> str:
    return t("site.page", title=inert(shortened(page.title, _TITLE)), url=code(f"/{page.url}"))
