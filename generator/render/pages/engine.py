"""Templates → Markdown. The only door to Jinja2.

Whatever a record holds reaches the page as text: ASCII punctuation becomes character references, which neither
Markdown nor HTML nor Jinja can take for syntax. Front matter is dumped, never templated.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator import urls
from generator.artifact import Artifact
from generator.files.guard import sure
from generator.model import Call, Instrument, Record
from generator.model.directory import Directory
from generator.model.values import Localized, PartialDate, Period
from generator.render.pages.page import Page
from generator.render.pages.raised import raised
from generator.render.pages.rows import globals_of
from generator.render.pages.said import by_day, named_by_kind
from generator.text.wider import says
from generator.words.basis import basis
from generator.words.countries import country_name
from generator.words.edition import Edition
from generator.words.territories import territory_name
from generator.words.typography import typeset
from generator.words.when import when, when_or_source

TEMPLATES = Path(__file__).parents[1] / "templates"

# A comma, dot, hyphen or slash starts nothing where texts stand: never at the start of a line, always after a tag.
_REFERENCES = str.maketrans(
    {mark: f"&#{ord(mark)};" for mark in string.punctuation if mark not in ",.-/"} | {"\n": " ", "\r": " "}
)


def literal(value: object) -> Markup:
    """The value as text that no reader of the page takes for anything else; one line."""
    return Markup(typeset(str(value)).translate(_REFERENCES))  # noqa: S704 - escaped by construction


def _finalize(value: object) -> Markup:
    """What a hole of a template becomes: a text or a number. A record's other values are written by who knows how."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        return Markup(str(value))  # noqa: S704 - nothing, as of an ``if`` without ``else``; a missing name raises
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise TypeError(f"a template shows a {type(value).__name__}: {value!r}")
    return literal(value)


def as_json(value: object) -> Markup:
    """The value as JSON, safe inside an attribute and inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for mark in "<>&'\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704 - no character left that ends a script or a single-quoted attribute


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs."""
    return [part for part in re.split(r"\n+", text) if part.strip()]


def last_day(record: Record) -> tuple[str, PartialDate | None]:
    """How the last day of a need, an offer or a scheme is called, and that day; None of what has none. That of a scheme
    that comes back is only that of the last session somebody read."""
    match record:
        case Call():
            return "expires", record.expires
        case Instrument():
            return ("last_session" if record.outlives_sessions else "deadline"), record.last_day
    return "", None


def by_letter(records: list[Any], initial: Callable[[Any], str]) -> list[tuple[str, list[Any]]]:
    """Sorted records under their letters."""
    return [(letter, list(found)) for letter, found in groupby(records, initial)]


def blocks(body: str) -> str:
    """The body as any Markdown engine reads it: no blank line inside HTML, one around each heading."""
    lines = []
    for line in body.splitlines():
        if line := line.strip():
            # No text holds a bare #: one inside a line is a heading that a template's control tag glued to it.
            sure("## " not in line.lstrip("#"), line)
            lines.append(f"\n{line}\n" if line.startswith("#") else line)
    return "\n".join(lines).replace("\n\n\n", "\n\n").strip()


@cache
def environment() -> Environment:
    """The one environment: names missing are errors, text is escaped, templates hold no words."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(paragraphs=paragraphs, groupby_letter=by_letter)
    return found


class Writer:
    """Writes the pages of one edition."""

    def __init__(self, directory: Directory, edition: Edition) -> None:
        self.directory, self.edition = directory, edition
        self._shared: dict[str, Any] = {
            "directory": directory,
            "edition": edition,
            "t": edition.t,
            "tn": edition.tn,
            "date": edition.date,
            "passed": edition.passed,
            "last_day": last_day,
            "period": edition.period,
            "moment": edition.moment,
            "since": edition.since,
            "in_date": lambda date: edition.dated("period.in", date),
            "source_of": lambda date: edition.dated("status.source", date),
            "until_then": lambda date: edition.dated("period.until", date),
            "between": lambda start, end: edition.period(Period(start=start, end=end)),
            "named_by_kind": named_by_kind(directory),
            "by_day": by_day,
            "from_then": lambda date: edition.dated("period.from", date),
            "when": lambda initiative: when(initiative, edition),
            "when_or_source": lambda initiative: when_or_source(initiative, edition),
            "basis": lambda record: basis(record, edition),
            "number": edition.number,
            "money": edition.money,
            "pick": edition.pick,
            "text": self.text,
            "country": self.country,
            "term": self.term,
            "definition": self.definition,
            "record_url": urls.record,
            "territory_named": lambda id_: territory_name(id_, directory, edition),
            "numbered": urls.numbered,
            "says": says,
            "urls": urls,
            "as_json": as_json,
        }

    def text(self, value: Localized) -> Markup:
        """The text, its own language said where it is not the page's."""
        words, locale = value.pick(self.edition.locale)
        if locale == self.edition.locale:
            return literal(words)
        return Markup('<span lang="{}">{}</span>').format(locale, literal(words))

    def country(self, code: str) -> str:
        """Name of the country: the directory's own spelling, else CLDR's."""
        return country_name(code, self.directory, self.edition)

    def term(self, vocabulary: str, id_: str, count: int = 1) -> str:
        """Label of a vocabulary's term, in the plural above several things."""
        found = self.directory.terms[vocabulary][id_]
        return self.edition.pick(found.plural if count > 1 and found.plural else found.label)

    def definition(self, vocabulary: str, id_: str) -> Markup:
        """What the term means, or nothing."""
        found = self.directory.terms[vocabulary][id_].definition
        return self.text(found) if found else Markup()

    def write(self, page: Page) -> Artifact:
        """The page as a Markdown file with its front matter."""

        def to(url: str) -> Markup:
            return literal(urls.relative(url, page.url))

        def asset(path: str) -> Markup:
            return to(self.edition.scripts + path)

        template = environment().get_template(f"{page.template}.md.jinja", globals=None)
        reading = globals_of(self.directory, self.edition, page.template)
        body = template.render(**self._shared, **reading, page=page, to=to, asset=asset, **page.data)
        meta = {
            "title": page.title,
            "description": page.description[:300],
            "kind": page.template,
            **page.meta,
        }
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
        return Artifact(urls.page(page.url), f"---\n{front}---\n\n{raised(blocks(body))}\n", page.source)
