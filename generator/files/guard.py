"""What is about to be written is looked at once more; what is not as it was meant is never written.

No assert: Python leaves those out when it is asked to run optimised (``python -O``), and no promise may go with them.
"""

from __future__ import annotations

from typing import TypeVar

_T = TypeVar("_T")


class NotAsMeantError(Exception):
    """A mistake of this program, found before anything was written; the message shows what it would have been."""


def sure(is_so: bool, what: str) -> None:
    """Nothing, if it is so.

    :raises NotAsMeantError: it is not.
    """
    if not is_so:
        raise NotAsMeantError(what)


def given(value: _T | None, what: str) -> _T:
    """The value.

    :raises NotAsMeantError: there is none.
    """
    if value is None:
        raise NotAsMeantError(what)
    return value
