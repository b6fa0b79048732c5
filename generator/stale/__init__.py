"""What is to be reconfirmed, with whom, and why. Pure: the day is given, and the calendar of elections is a file."""

from generator.stale.entries import Entry, groups, stale
from generator.stale.reasons import RULES, Moment, Reason
from generator.stale.words import said

__all__ = ["RULES", "Entry", "Moment", "Reason", "groups", "said", "stale"]
