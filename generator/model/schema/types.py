"""The types of file, by the names of their classes: ``actor``, ``initiative``."""

from __future__ import annotations

from generator import model
from generator.model import name_of

TYPES = {name_of(type_): type_.folder for type_ in model.TYPES}
"""Type → its folder."""

_TYPE_OF = {folder: type_ for type_, folder in TYPES.items()}


def type_in(folder: str) -> str:
    """The type of the records in that folder."""
    return _TYPE_OF[folder]
