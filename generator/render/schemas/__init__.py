"""The JSON Schemas of the files, for text editors: once, above all editions."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator import urls
from generator.artifact import Artifact
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.types import TYPES
from generator.render.schemas.json_schema import schema
from generator.words.edition import Edition


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """``schema/<type>.json`` for every type of file."""
    if edition.locale != SOURCE_LOCALE:
        return
    for type_ in TYPES:
        found = schema(type_, directory, edition.site)
        yield Artifact(urls.schema(type_), json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n")
