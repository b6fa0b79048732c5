"""Every edition through MkDocs, beside the old site, and swapped in when all of it is there."""

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

from generator.files.dating import content_date
from generator.model.directory import Directory
from generator.publish.markdown import prose
from generator.publish.stamps import keep
from generator.render.pages import factsheets
from generator.site import BuildRefused
from generator.words.edition import Edition, editions


def publish(config: Path, content: Path, directory: Directory, out: Path, before: Path | None = None) -> int:
    """Builds every edition beside ``out`` and swaps it in; returns the number of factsheets written.

    ``before`` is the site that was deployed last: its scripts and data are kept for the pages that are still open.

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
            if before:
                keep(before / edition.path, root)
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
        print(f"{locale}: {error}", file=sys.stderr)
        return False
    return True
