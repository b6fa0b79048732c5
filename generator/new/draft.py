"""The record that answers make, and what is wrong with each of them, in the words of ``check``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.check.mailboxes import is_personal
from generator.check.people import EMAIL, PHONE
from generator.files.characters import FORBIDDEN, spelled
from generator.files.decode import decode
from generator.files.load import Mapping
from generator.importer.tree import freeze, from_plain
from generator.model import BY_FOLDER, Record
from generator.model.problem import KeyPath, Problem
from generator.model.schema.field import Field
from generator.model.schema.types import TYPES

Answers = dict[str, Any]
"""Key → text, list or group, as a file holds them."""


def record_of(type_: str, id_: str, answers: Answers) -> tuple[Record | None, list[Problem]]:
    """The record; or None and everything that keeps the answers from being one."""
    folder = TYPES[type_]
    root = freeze(from_plain(answers))
    assert isinstance(root, Mapping)
    return decode(BY_FOLDER[folder], id_, root, f"content/{folder}/{id_}.yml")


def mistakes(type_: str, field: Field, path: KeyPath, text: str, names: Iterable[str] = ()) -> Iterator[Problem]:
    """What is wrong with the text as the value at ``path``, whatever the other answers are but for the ``names`` of the
    record."""
    if hidden := FORBIDDEN.search(text):
        yield Problem("forbidden-character", "", path=path, args={"character": spelled(hidden.group())})
    value: Any = text
    for step in reversed(path):
        # Where it stands in a list is of no matter to the text itself.
        value = [value] if isinstance(step, int) else {step: value}
    alone = tuple(0 if isinstance(step, int) else step for step in path)
    for problem in record_of(type_, "x", value)[1]:
        if problem.path[: len(alone)] == alone:
            yield problem
    if field.kind == "email":
        if is_personal(text, names):
            yield Problem("personal-email", "", path=path, args={"value": text})
    elif found := EMAIL.search(text) if "@" in text else None:
        yield Problem("email-in-text", "", path=path, args={"value": found.group()})
    if field.kind != "url" and (phone := PHONE.search(text)):
        yield Problem("phone-in-text", "", path=path, args={"value": phone.group()})
