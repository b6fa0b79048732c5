"""Questions to the directory: what each record can be asked for, and which records answer. Pure.

The browser answers the same questions from the same facts (``overrides/assets/search/select.js``).
"""

from generator.search.facts import Fact, Facts, facts
from generator.search.select import count, select
from generator.search.state import State

__all__ = ["Fact", "Facts", "State", "count", "facts", "select"]
