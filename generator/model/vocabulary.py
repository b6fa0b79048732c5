"""The words everything is described with (SKOS): content, not code."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.links import Ref, Term, ThemeId
from generator.model.record import Record
from generator.model.shows import CORE, Shows
from generator.model.values import Id, Localized, Name, Prose, Value


class VocabularyTerm(Value):
    """A concept (SKOS): its name in each language, and what it means."""

    id: Id
    label: Localized
    plural: Localized | None = None
    """The label where several things bear it: a role's, above several actors."""
    definition: Annotated[Prose | None, Shows(core=True)] = None
    broader: Id | None = None
    """The wider term: in the same vocabulary, or in the one ``broader_in`` names."""
    examples: tuple[Name, ...] = ()
    synonyms: tuple[Name, ...] = ()
    """Other words for it, in any language: the search finds them."""
    themes: tuple[ThemeId, ...] = ()
    """For a keyword: the themes it maps to."""
    confidence: Annotated[Id, Term("confidences")] | None = None
    """For a keyword: how sure the mapping is."""


class Vocabulary(Record):
    """A list of terms that somebody owns."""

    folder: ClassVar[str] = "vocabularies"
    needs_source: ClassVar[bool] = False

    name: Annotated[Localized, Shows(asked=CORE)]
    taxonomy: Annotated[bool, Shows(asked="presentation", rank=1)] = False
    """True for a taxonomy of themes."""
    rank: Annotated[Annotated[int, Field(ge=0)], Shows(asked="presentation", rank=1)] = 100
    """Where it comes in lists: the smallest first."""
    owner: Annotated[Localized | None, Shows(asked="presentation")] = None
    broader_in: Annotated[Annotated[Id, Ref("vocabularies")] | None, Shows(asked="presentation", rank=1)] = None
    terms: Annotated[tuple[VocabularyTerm, ...], Shows(asked=CORE)]
