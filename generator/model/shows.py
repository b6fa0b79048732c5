"""Where a field shows. A field says it once, beside its type; form, factsheet, search and export read it there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CORE = "core"
"""The section of what must be said of a record for it to be of use: a form asks it at once."""

BY_HAND = "by hand"
"""The slot of what the page's own template places."""

Sought = Literal["names", "title", "labels", "text", "by kind", "by hand", ""]


@dataclass(frozen=True, slots=True)
class Shows:
    """Marks where a field shows. How it is read there follows from its kind, unless this says otherwise."""

    asked: str = ""
    """Section of the form that asks it; the first that a type names is ``core``. Empty inside a group."""
    rank: int = 0
    """Where it comes among those of its section or slot, the smallest first; else in the order of the file."""
    house: bool = False
    """Whether it is house-keeping, for those who tend the directory: the form on the site leaves it out, and hands on
    what a record says of it."""
    core: bool = False
    """Inside a group: whether a form asks it at once, though the group can do without."""
    sheet: str = ""
    """Slot of the factsheet that it is a row of, or ``BY_HAND``. Empty inside a group, which shows all it holds."""
    sought: Sought = "by kind"
    """The field of the index in which it is found (``search/sought``). ``by kind``: what it names, among the labels;
    what it says, among the text; dates by their years; addresses and numbers not at all. ``by hand``: in
    ``search/documents``, as more than it says. Empty: a search for its words does not find the record, nor for those of
    anything inside it."""
    label: str = ""
    """What a label of it is called in a result, where its kind would say another: a word of ``explorer.why``."""
    facet: str = ""
    """Facet whose values it says (``search/facet``); of a group, whether it says anything."""
    column: str = ""
    """Field of an exported entry that it fills (``export/entry``); empty if a full export alone holds it, and inside a
    group, which fills one as a whole."""
    hidden: str = ""
    """Why a reader of the factsheet does not see it, in English, for whoever wonders."""


NOT_SHOWN = Shows()
"""Of a field that says nothing."""
