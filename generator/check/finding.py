"""What a rule found, before anyone knows on which line it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Record
from generator.model.problem import KeyPath, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in the record ``id`` of ``folder``, at ``path``: at its key if ``key``, else at its value."""

    code: str
    folder: str
    id: str
    path: KeyPath = ()
    args: Mapping[str, str] = field(default_factory=dict)
    key: bool = False
    severity: Severity = "error"
    also: tuple[str, ...] = ()
    """Ids of the other records of the folder that the mistake concerns as much."""


def found(
    code: str,
    record: Record,
    path: KeyPath = (),
    args: Mapping[str, str] | None = None,
    *,
    key: bool = False,
    severity: Severity = "error",
    also: tuple[str, ...] = (),
    **more: str,
) -> Finding:
    """The finding of that code in the record; its details as a mapping, one by one, or both."""
    return Finding(code, record.folder, record.id, path, {**(args or {}), **more}, key, severity, also)
