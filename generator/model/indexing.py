"""Things under the keys they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")
Index = Mapping[str, tuple[T, ...]]


def index(pairs: Iterable[tuple[str, T]]) -> Index[T]:
    """Key → its values, each once, in the order they came."""
    found: dict[str, dict[int, T]] = defaultdict(dict)
    for key, value in pairs:
        found[key].setdefault(id(value), value)
    return {key: tuple(values.values()) for key, values in found.items()}
