"""Every edition through MkDocs, beside the old site, and swapped in when all of it is there."""

from __future__ import annotations

import datetime
import errno
import gc
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.files.dating import content_date
from generator.model.directory import Directory
from generator.publish.markdown import prose
from generator.publish.stamps import NAME, keep
from generator.publish.target import replaced
from generator.render.pages import factsheets
from generator.site import BuildRefused
from generator.words.edition import Edition, editions


def publish(config: Path, content: Path, directory: Directory, out: Path, before: Path | None = None) -> int:
    """Builds every edition beside ``out`` and swaps it in; returns the number of factsheets written.

    ``before`` is the site that was deployed last: its scripts and data are kept for the pages that are still open.

    :raises TargetRefusedError: ``out`` is not a folder to replace.
    :raises BuildRefused: an edition failed or lacks a factsheet; ``out`` is then as it was.
    :raises NotDoneError: the disk refused; ``out`` is then as it was.
    """
    noon = datetime.datetime.combine(content_date(content, directory), datetime.time(12), datetime.UTC)
    with replaced(out, is_site) as fresh, _as_published(noon):
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
    return written


@contextmanager
def _as_published(moment: datetime.datetime) -> Iterator[None]:
    """Whoever builds it and when: MkDocs dates what it writes at that moment, and a web server that runs as somebody
    else can read it."""
    before, mask = os.environ.get("SOURCE_DATE_EPOCH"), os.umask(0o022)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        os.umask(mask)
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def is_site(folder: Path) -> bool:
    """Whether this program wrote the folder as a site, today or before scripts had stamps."""
    return (folder / NAME).is_file() or all((folder / name).is_file() for name in ("404.html", "sitemap.xml"))


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
        try:
            for process in processes:
                process.start()
            failed += [] if _build_edition(*here) else [here]
        except BaseException:
            # Nobody writes any more into a folder that is about to go.
            for process in processes:
                process.terminate()
            raise
        finally:
            for process in processes:
                if process.pid is not None:
                    process.join()
        for process, job in zip(processes, beside, strict=True):
            if process.exitcode and process.exitcode > 1:
                raise OSError(process.exitcode, os.strerror(process.exitcode), str(fresh))
            failed += [] if process.exitcode == 0 else [job]
    if failed:
        raise BuildRefused(f"MkDocs refused {', '.join(job[3] for job in failed)}: see above")


def _build_edition_or_exit(*job: Any) -> None:
    """In a process of its own: its exit code is 0, 1 if the edition was refused, or the error of the disk."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    try:
        code = 0 if _build_edition(*job) else 1
    except OSError as error:
        code = error.errno or errno.EIO
    except KeyboardInterrupt:
        code = 1
    sys.exit(code)


def _end_with(parent: int) -> None:
    """Ends this process when that one is gone: the next command sweeps the folder that it would write into."""
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(1)


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
