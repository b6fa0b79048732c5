"""The nouns of the directory: frozen records, one class per kind of file under ``content/``.

No record holds another: a link is an id. Every field has its docstring.
"""

from generator.model.actor import (
    Actor,
    ActorName,
    Contact,
    Engagement,
    Expertise,
    Identifiers,
    Membership,
    Network,
    SupportWanted,
)
from generator.model.country import Capital, Context, Country, CountryGroup, Place, Post
from generator.model.dead import DeadSource, DeadSources
from generator.model.initiative import STATE, Frame, Funding, Initiative, Lessons, Participation, Status, StatusChange
from generator.model.links import THEMES, Link, Own, Ref, Term, links_of, references
from generator.model.opportunity import Call, Event, Instrument, Resource
from generator.model.record import Priority, Record, Source, Verification, field_order, name_of
from generator.model.vocabulary import Vocabulary, VocabularyTerm

__all__ = [
    "BY_FOLDER",
    "STATE",
    "THEMES",
    "TYPES",
    "Actor",
    "ActorName",
    "Call",
    "Capital",
    "Contact",
    "Context",
    "Country",
    "CountryGroup",
    "DeadSource",
    "DeadSources",
    "Engagement",
    "Event",
    "Expertise",
    "Frame",
    "Funding",
    "Identifiers",
    "Initiative",
    "Instrument",
    "Lessons",
    "Link",
    "Membership",
    "Network",
    "Own",
    "Participation",
    "Place",
    "Post",
    "Priority",
    "Record",
    "Ref",
    "Resource",
    "Source",
    "Status",
    "StatusChange",
    "SupportWanted",
    "Term",
    "Verification",
    "Vocabulary",
    "VocabularyTerm",
    "field_order",
    "links_of",
    "name_of",
    "references",
]

TYPES: tuple[type[Record], ...] = (
    Actor,
    Initiative,
    Country,
    Place,
    Event,
    Instrument,
    Call,
    Resource,
    Vocabulary,
)
"""Every kind of file, in the order people think of them."""

BY_FOLDER = {type_.folder: type_ for type_ in TYPES}
