"""How fields are grouped for who fills them in: the sections of a form, in the order in which they are asked.

Which section a field is in, and whether it is asked at once, the model says (``shows``). Titles are in the catalog,
under ``section``.
"""

from __future__ import annotations

from generator.model.shows import CORE

UPKEEP = "upkeep"

SECTIONS = (CORE, "names", "where", "when", "presentation", "about", "outcome", "ties", "exchange", UPKEEP)
"""The first is asked at once, the others can wait, folded."""
