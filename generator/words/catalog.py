"""Catalogs: what is said, each sentence under a key, one file of ``locales/`` for each part of the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.files.load import Plain, plain, read
from generator.words.typography import typeset

LOCALES = Path(__file__).parent / "locales"


class Catalog(Mapping[str, str]):
    """Dotted key → text, in the order of its file, which is read when the first text is asked for."""

    def __init__(self, name: str, folder: Path = LOCALES) -> None:
        """``name`` without its ending: ``cli.fr``."""
        self.path = folder / f"{name}.yml"

    @cached_property
    def _texts(self) -> dict[str, str]:
        root, problems = read(self.path, self.path.name)
        if root is None:
            raise ValueError(f"{self.path.name}: {problems}")
        return dict(_flatten(plain(root), ""))

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __call__(self, key: str, /, **args: object) -> str:
        """The text of that key, its holes filled."""
        return self[key].format_map(args)

    def section(self, name: str) -> dict[str, str]:
        """The texts under that key, which their own keys no longer begin with."""
        start = f"{name}."
        return {key.removeprefix(start): text for key, text in self.items() if key.startswith(start)}

    def nested(self, name: str = "") -> dict[str, Any]:
        """The texts under that key, or all of them, nested as their keys are: the words of a script."""
        tree: dict[str, Any] = {}
        for key, text in (self.section(name) if name else self).items():
            *path, last = key.split(".")
            branch = tree
            for step in path:
                branch = branch.setdefault(step, {})
            branch[last] = text
        return tree


def _flatten(value: Plain, prefix: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flatten(item, f"{prefix}.{key}" if prefix else key)
        return
    assert isinstance(value, str), prefix
    yield prefix, typeset(value)
