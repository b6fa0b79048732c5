"""The whole program: ``open_directory`` reads and checks the content, ``build`` turns it into files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.artifact import Artifact
from generator.check.content import open_directory as open_directory
from generator.model.directory import Directory
from generator.render import form, maps, pages, redirects, schemas, search, territories
from generator.words.edition import Edition

Renderer = Callable[[Directory, Edition], Iterable[Artifact]]

RENDERERS: tuple[Renderer, ...] = (
    search.render,
    maps.render,
    pages.render,
    redirects.render,
    schemas.render,
    form.render,
    territories.render,
)
"""Every output. A new one is a new file and a line here. The search, which needs most memory, comes first: while
there is most."""


class BuildRefused(Exception):
    """The site cannot be built as asked; the message says why."""


def build(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """Every file of one edition. Same inputs, same bytes.

    :raises BuildRefused: two files would have the same path, or a record has no page.
    """
    seen: dict[str, str | None] = {}
    for renderer in RENDERERS:
        for artifact in renderer(directory, edition):
            if artifact.path.lower() in seen:
                both = f"{artifact.source or '-'}, {seen[artifact.path.lower()] or '-'}"
                raise BuildRefused(f"two files for one path: {artifact.path} ({both})")
            seen[artifact.path.lower()] = artifact.source
            yield artifact
    missing = sorted(page for page in pages.factsheets(directory) if page not in seen)
    if missing:
        raise BuildRefused(f"{len(missing)} records without a page: {', '.join(missing[:10])}")
