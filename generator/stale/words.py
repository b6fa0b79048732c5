"""A reason in a sentence of the edition."""

from __future__ import annotations

from generator.model.directory import Directory
from generator.model.values import Localized, PartialDate
from generator.stale.reasons import Arg, Reason
from generator.words.edition import Edition


def said(reason: Reason, directory: Directory, edition: Edition) -> str:
    """Why, in one sentence."""
    args = {name: _spelled(name, value, directory, edition) for name, value in reason.args.items()}
    if reason.date:
        args["date"] = _on(reason.date, edition)
    key = f"stale.because.{reason.code}"
    undated = f"{key}-undated"
    return edition.t(undated if not reason.date and undated in edition.catalog else key, **args)


def _spelled(name: str, value: Arg, directory: Directory, edition: Edition) -> str:
    if isinstance(value, Localized):
        return edition.pick(value).rstrip(".")
    if isinstance(value, PartialDate):
        return _on(value, edition)
    if name == "frame":
        term = directory.terms.get("frames", {}).get(str(value))
        return edition.pick(term.label) if term else str(value)
    return str(value)


def _on(date: PartialDate, edition: Edition) -> str:
    """``le 3 mars 2024``, ``en mars 2024``, ``en 2024``."""
    return edition.dated("period.in", date)
