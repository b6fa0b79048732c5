"""From the content to a folder: the whole site through MkDocs, or the same pages as plain Markdown."""

from __future__ import annotations

import datetime
import gc
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from generator.commands.opening import open_or_exit
from generator.files.dating import content_date
from generator.files.settings import site_of
from generator.model.directory import Directory
from generator.model.values import SOURCE_LOCALE
from generator.render.pages import factsheets
from generator.site import BuildRefused, build
from generator.words.cli import t
from generator.words.edition import Edition, editions

OVERRIDES = "overrides"


@click.command("build", help=t("build.help"))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help=t("build.out"))
@click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help=t("build.content"),
)
@click.option("--edition", "locales", multiple=True, type=click.Choice(editions()), help=t("build.edition"))
def build_command(out: Path, content: Path, locales: tuple[str, ...]) -> None:
    directory = open_or_exit(content)
    date = content_date(content, directory)
    for locale in locales or editions():
        count = write_markdown(directory, Edition(locale, date, site=site_of(content)), content, out / locale)
        click.echo(f"{out / locale}: {count}")


def prose(content: Path, locale: str) -> Path:
    """Folder of the pages written by hand: the edition's own, else those of the source language."""
    own = content / "pages" / locale
    return own if own.is_dir() else content / "pages" / SOURCE_LOCALE


def write_markdown(directory: Directory, edition: Edition, content: Path, out: Path) -> int:
    """Writes one edition as Markdown and assets; returns the number of generated files."""
    shutil.copytree(prose(content, edition.locale), out, dirs_exist_ok=True)
    assets = content.resolve().parent / OVERRIDES / "assets"
    if assets.is_dir():
        shutil.copytree(assets, out / "assets", dirs_exist_ok=True)
    artifacts = list(build(directory, edition))  # all of them before the first is written: a refusal leaves nothing
    for artifact in artifacts:
        path = out / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return len(artifacts)


@click.command("site", help=t("site.help"))
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help=t("site.config"),
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help=t("site.out"),
)
def site_command(config: Path, out: Path) -> None:
    content = config.resolve().parent / "content"
    directory = open_or_exit(content)
    try:
        pages = publish(config, content, directory, out)
    except BuildRefused as refused:
        click.echo(str(refused), err=True)
        sys.exit(1)
    records = sum(1 for _ in factsheets(directory))
    click.echo(f"{out}/: {len(editions())} × {records} = {pages}")


def publish(config: Path, content: Path, directory: Directory, out: Path) -> int:
    """Builds every edition beside ``out`` and swaps it in; returns the number of factsheets written.

    :raises BuildRefused: an edition failed or lacks a factsheet; ``out`` is then as it was.
    """
    noon = datetime.datetime.combine(content_date(content, directory), datetime.time(12), datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        fresh.chmod(0o755)
        _build_all(config, content, directory, fresh)
        written = 0
        for edition in (Edition(locale, noon.date()) for locale in editions()):
            root = fresh / edition.path
            expected = {page.removesuffix(".md") + ".html" for page in factsheets(directory)}
            missing = sorted(page for page in expected if not (root / page).is_file())
            if missing:
                raise BuildRefused(f"{edition.locale}: {len(missing)} factsheets missing, {missing[0]} first")
            written += len(expected)
        swap(fresh, out)
        return written
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def swap(fresh: Path, out: Path) -> None:
    """Puts ``fresh`` in the place of ``out``; whatever happens, ``out`` is one whole site, the old or the new."""
    if not out.exists():
        fresh.rename(out)
        return
    old = out.with_name(f".{out.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old)


def _build_all(config: Path, content: Path, directory: Directory, fresh: Path) -> None:
    """Every edition, as many at once as the machine has cores: one here, the others in processes of their own, forked
    where the system can so that they share the open directory."""
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context: Any = multiprocessing.get_context(method)
    locales = editions()
    jobs = [(config, content, directory, locale, locales, fresh) for locale in locales]
    at_once = os.cpu_count() or 1
    gc.freeze()  # the collector leaves the open directory alone, so that its memory stays shared
    failed = []
    for first in range(0, len(jobs), at_once):
        here, *beside = jobs[first : first + at_once]
        processes = [context.Process(target=_build_edition_or_exit, args=job) for job in beside]
        for process in processes:
            process.start()
        failed += [] if _build_edition(*here) else [here]
        for process, job in zip(processes, beside, strict=True):
            process.join()
            failed += [] if process.exitcode == 0 else [job]
    if failed:
        raise BuildRefused(f"MkDocs refused {', '.join(job[3] for job in failed)}: see above")


def _build_edition_or_exit(*job: Any) -> None:
    sys.exit(0 if _build_edition(*job) else 1)


def _build_edition(
    config: Path, content: Path, directory: Directory, locale: str, locales: Iterable[str], fresh: Path
) -> bool:
    """Builds one edition with MkDocs; returns whether it went well, having said why if not."""
    import logging

    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import BuildError, ConfigurationError

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    edition = Edition(locale, datetime.date.today())  # for its path only
    settings: dict[str, Any] = {
        "content": str(content),
        "locale": locale,
        "alternates": [other for other in locales if other != locale],
        "directory": directory,
    }
    try:
        loaded = load_config(
            config_file=str(config),
            docs_dir=str(prose(content, locale)),
            site_dir=str(fresh / edition.path),
            plugins=[{"repertoire": settings}],
        )
        loaded.theme["language"] = locale
        loaded.site_url = (loaded.site_url or "") + edition.path
        loaded.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(loaded)
        loaded.plugins.on_shutdown()
    except (BuildError, ConfigurationError) as error:
        click.echo(f"{locale}: {error}", err=True)
        return False
    return True
