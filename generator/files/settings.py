"""What the program reads of ``mkdocs.yml`` where it runs without MkDocs."""

from __future__ import annotations

from pathlib import Path

from generator.files.load import plain, read

CONFIG = "mkdocs.yml"


def site_address(config: Path) -> str:
    """The site's public address, ending in a slash; "" if the configuration is not there or does not say."""
    root, _ = read(config, config.name) if config.is_file() else (None, [])
    settings = plain(root) if root else {}
    found = settings.get("site_url") if isinstance(settings, dict) else None
    return f"{found.removesuffix('/')}/" if isinstance(found, str) and found else ""


def site_of(content: Path) -> str:
    """The public address of the site that the content folder makes: its configuration stands beside it."""
    return site_address(content.absolute().parent / CONFIG)
