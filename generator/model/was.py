"""What a field was before it became what it is. It says it once, beside its type; the check tells whoever still writes
the old way, ``check --fix`` rewrites files, and tables of yesterday can be imported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Was:
    """Marks what a field was; one mark for each thing it was. Nothing is read in an old way, only recognised."""

    key: str = ""
    """The key that it had, where it stands now. No key of that group is called so any more."""
    bare: str = ""
    """It was one value and is a group: the key of the group that takes the value. In a list, each item was one, or the
    whole list."""
    beside: tuple[tuple[str, str], ...] = ()
    """What the group says besides, because it was that: keys and values."""
