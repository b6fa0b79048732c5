"""The adapter to MkDocs: artifacts become files in memory. The core knows nothing of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import jinja2
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator import urls
from generator.files.dating import changed, content_date
from generator.files.disk import everything, is_leftover
from generator.files.settings import publisher_of
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.publish import stamps
from generator.publish.bodies import Bodies
from generator.publish.modules import entries, imports, needed
from generator.publish.policy import policy
from generator.publish.prose import HEAD, framed, unknown
from generator.publish.shrink import shrink, shrinks
from generator.render.pages.engine import TEMPLATES
from generator.site import BuildRefused, build, open_directory
from generator.words.catalog import LOCALES
from generator.words.cli import t
from generator.words.edition import Edition, editions
from generator.words.report import summary, text

log = logging.getLogger("mkdocs.plugins.repertoire")


class RepertoireConfig(base.Config):
    """What ``mkdocs.yml`` may set under ``repertoire``."""

    content = c.Dir(default="content", exists=True)
    locale = c.Choice(editions(), default=SOURCE_LOCALE)
    alternates = c.ListOfItems(c.Type(str), default=[])
    """The other editions built beside this one: each gets a link in the header."""
    directory = c.Optional(c.Type(Directory))
    """The directory, when whoever starts the build has opened it already."""


class RepertoirePlugin(BasePlugin[RepertoireConfig]):
    """One edition of the directory, as pages and assets."""

    previewed = False
    """Whether the site is only shown on this machine: MkDocs then adds a script that loads the page again."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.previewed = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.bodies = Bodies()
        self.directory = self.config.directory or self._open()
        self.edition = Edition(self.config.locale, content_date(Path(self.config.content), self.directory))
        self.scripts = _served(_scripts(config))
        self.edition = replace(
            self.edition,
            changed=changed(Path(self.config.content)),
            site=(config.site_url or "").removesuffix(self.edition.path),
            publisher=publisher_of(Path(config.config_file_path))[0],
            scripts=f"{stamps.ASSETS}{stamps.stamp(self.scripts.items())}/",
        )
        config.site_name = self.edition.t("site.name")
        config.site_description = self.edition.t("site.description")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in [file for file in files if is_leftover(PurePosixPath(file.src_uri).name)]:
            files.remove(file)
        data: dict[str, bytes] = {}
        try:
            for artifact in build(self.directory, self.edition):
                if artifact.path.startswith(stamps.ASSETS):
                    data[artifact.path.removeprefix(stamps.ASSETS)] = artifact.data
                    continue
                if files.get_file_from_path(artifact.path):
                    raise BuildRefused(f"two files for one path: {artifact.path}")
                page = artifact.path.endswith(".md")
                file = File.generated(config, artifact.path, content="" if page else artifact.content)
                file.edit_uri = artifact.source
                files.append(file)
                if page:
                    self.bodies.keep(artifact.path, artifact.data.decode())
        except BuildRefused as refused:
            raise PluginError(str(refused)) from refused
        self._stamp(files, _served(data), config)
        return files

    def _stamp(self, files: Files, data: dict[str, bytes], config: MkDocsConfig) -> None:
        """Puts scripts and data into their stamped folders; learns who imports whom. The theme's own files go: no page
        asks for them (overrides/base.html)."""
        for file in [file for file in files if file.src_uri.startswith(stamps.ASSETS)]:
            if file.src_dir != config.docs_dir and file.src_uri not in stamps.LASTING:
                files.remove(file)
        self.data = f"{stamps.ASSETS}{stamps.stamp(data.items())}/"
        for folder, held in ((self.edition.scripts, self.scripts), (self.data, data)):
            for path, content in held.items():
                files.append(File.generated(config, folder + path, content=content))
        told = stamps.written(*(Path(folder).name for folder in (self.edition.scripts, self.data)))
        files.append(File.generated(config, stamps.NAME, content=told))
        self.graph = {
            path: imports(path, content.decode())
            for path, content in ((self.edition.scripts + name, each) for name, each in self.scripts.items())
            if path.endswith(".js")
        }

    def _modules(self, page: Page) -> list[str]:
        """Paths of the modules that the page's scripts import, from the edition's root."""
        return needed(entries(page.url, page.content or ""), self.graph)

    def _policy(self, config: MkDocsConfig) -> Callable[[Page | None], str]:
        tiles = config.extra.get("tiles") or ""
        return lambda page: policy((page and page.content) or "", tiles)

    def _open(self) -> Directory:
        directory, problems = open_directory(Path(self.config.content))
        if any(problem.severity == "error" for problem in problems):
            raise PluginError("\n".join([*map(text, problems), summary(problems)]))
        for problem in problems:
            log.info(text(problem))
        return directory

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        return self.bodies.markdown(page.file.src_uri)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Refuses what a page written by hand asks of MkDocs itself.

        :raises PluginError: one French sentence for each.
        """
        if page.file.generated_by is None and (keys := unknown(page.meta)):
            path = page.file.abs_src_path
            known = ", ".join(HEAD)
            raise PluginError("\n".join(t("site.head", path=path, key=key, known=known) for key in keys))
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        html = page.content or ""
        if page.file.generated_by is None:  # written by hand
            html = framed(html, self.edition.t("site.table"))
        page.content = self.bodies.html(page.file.src_uri, html)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        page.content = page.markdown = None  # written: MkDocs would hold both to the end
        return output

    def _guide(self, prose: Path) -> str:
        """From the edition's root, the guide for readers of Portuguese, which stands in the source language's edition
        alone; nothing where there is none."""
        known = (prose.parent / SOURCE_LOCALE / urls.GUIDE_PT / "index.md").is_file()
        return ("../" if self.edition.path else "") + urls.GUIDE_PT if known else ""

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Gives the theme's templates the catalog and the addresses: they hold no words and no pages of their own."""
        others = [Edition(locale, self.edition.as_of) for locale in self.config.alternates]
        alternates = [
            {
                "locale": other.locale,
                "name": other.t("language.name"),
                # From this edition's root to the other's: the source language stands above all.
                "path": ("../" if self.edition.path else "") + other.path,
                "site_url": self.edition.site + other.path,
            }
            for other in others
        ]
        # The pages written by hand are the source language's where the edition has none of its own.
        prose_locale = Path(config.docs_dir).name
        env.globals.update(
            t=self.edition.t,
            locale=self.edition.locale,
            alternates=alternates,
            prose_locale=prose_locale,
            guide=self._guide(Path(config.docs_dir)),
            as_of=self.edition.date(self.edition.as_of),
            modules=self._modules,
            policy=None if self.previewed else self._policy(config),
            publisher=self.edition.publisher,
            scripts=self.edition.scripts,
            data=self.data,
            urls=urls,
        )
        return env

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        theme = config.theme.custom_dir
        for folder in (self.config.content, str(TEMPLATES), str(LOCALES), *([theme] if theme else [])):
            server.watch(folder)
        return server


def _scripts(config: MkDocsConfig) -> dict[str, bytes]:
    """Our scripts and style sheets as they are written, by path from the folder of assets."""
    folder = Path(config.theme.custom_dir or "") / stamps.ASSETS
    found = {path.relative_to(folder).as_posix(): path for path in everything(folder) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if stamps.ASSETS + name not in stamps.LASTING}


def _served(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files as they are served: scripts and style sheets shortened."""
    return {path: shrink(path, held.decode()).encode() if shrinks(path) else held for path, held in files.items()}
