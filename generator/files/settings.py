"""What the program reads of ``mkdocs.yml`` itself: the site's address, and who publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.files.load import Mapping, Node, Scalar, plain, read
from generator.model.publisher import KEYS, MAILBOXES, Publisher

CONFIG = "mkdocs.yml"

_MAILBOX = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of the publisher's block that can't be used. ``kind`` is the key of its sentence."""

    kind: str
    key: str
    value: str
    line: int
    column: int


def site_address(config: Path) -> str:
    """The site's public address, ending in a slash; "" if the configuration is not there or does not say."""
    root = _root(config)
    settings = plain(root) if root else {}
    found = settings.get("site_url") if isinstance(settings, dict) else None
    return f"{found.removesuffix('/')}/" if isinstance(found, str) and found else ""


def site_of(content: Path) -> str:
    """The public address of the site that the content folder makes: its configuration stands beside it."""
    return site_address(beside(content))


def beside(content: Path) -> Path:
    """The configuration of the site that the content folder makes."""
    return content.absolute().parent / CONFIG


def publisher_of(config: Path) -> tuple[Publisher, list[Fault]]:
    """Who publishes the site, and what is wrong with the block that says it; what is wrong counts as unwritten."""
    block = _inside(_inside(_root(config), "extra"), "publisher")
    entries = block.entries if isinstance(block, Mapping) else ()
    faults = [fault for name, node in entries for fault in _faults(name, node)]
    wrong = {fault.key for fault in faults}
    texts = {name.text: " ".join(node.text.split()) for name, node in entries if isinstance(node, Scalar)}
    return Publisher(**{key: text for key, text in texts.items() if key not in wrong}), faults


def _root(config: Path) -> Node | None:
    return read(config, config.name)[0] if config.is_file() else None


def _inside(node: Node | None, key: str) -> Node | None:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((value for name, value in entries if name.text == key), None)


def _faults(name: Scalar, node: Node) -> Iterator[Fault]:
    if name.text not in KEYS:
        yield Fault("unknown", name.text, "", name.line, name.column)
    elif not isinstance(node, Scalar):
        yield Fault("not-text", name.text, "", node.line, node.column)
    elif name.text in MAILBOXES and node.text and not _MAILBOX.fullmatch(node.text):
        yield Fault("bad-mailbox", name.text, node.text, node.line, node.column)
