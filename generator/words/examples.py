"""A record of each type with all its fields filled with their examples."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.model import BY_FOLDER, Record
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.types import TYPES
from generator.words.fields import example

ID = "exemple"


def plain(field: Field, *, brief: bool = False) -> Any:
    """The field's example as a file holds it, one item if it is a list; if ``brief``, only what is core in groups."""
    if not field.fields:
        value: Any = example(field)
    else:
        shown = field.brief if brief else field.fields
        value = {each.key: plain(each, brief=brief) for each in shown}
    return [value] if field.many else value


@cache
def record(type_: str, *, brief: bool = False) -> Record:
    """The record. Each of its fields makes sense; all of them together need not."""
    values = {field.key: plain(field, brief=brief) for field in fields(type_)}
    return BY_FOLDER[TYPES[type_]].model_validate({"id": ID, **values})
