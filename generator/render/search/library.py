"""lunr and its stemmers as MkDocs ships them: the browser asks them for the root of a word that no record holds."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from generator.artifact import Artifact
from generator.model.language import BY_LOCALE


def has_stemmer(locale: str) -> bool:
    """Whether the browser has a stemmer of that language to guess with."""
    language = BY_LOCALE.get(locale)
    return language is not None and language.lunr != ""


def library(folder: str, locale: str) -> Iterator[Artifact]:
    """lunr and, if there is one, the stemmer of that language; licences stand in the files."""
    spec = find_spec("mkdocs")
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).parent / "contrib" / "search"
    if has_stemmer(locale):
        stemmer = source / "lunr-language" / BY_LOCALE[locale].lunr
        yield Artifact(f"{folder}/lunr.js", _text(source / "templates" / "search" / "lunr.js"))
        yield Artifact(f"{folder}/lunr.stemmer.support.js", _text(stemmer.with_name("lunr.stemmer.support.js")))
        yield Artifact(f"{folder}/lunr.stemmer.js", _text(stemmer))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
