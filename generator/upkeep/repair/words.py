"""Names people write where the directory wants an id or a code, if only one thing bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model import THEMES, Link, Ref, VocabularyTerm
from generator.model.directory import Directory
from generator.text.fold import fold
from generator.words.countries import country_codes, spellings


class Words:
    """What each name means in one directory."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[Link, tuple[frozenset[str], Mapping[str, set[str]]]] = {}
        spelled = [(name, each.code) for each in directory.countries.values() for name in each.name.all()]
        self._countries = _index([*spellings(), *spelled, *((code, code) for code in country_codes())])

    def country(self, text: str) -> str | None:
        """The code of the only country called so in any language; None if it is a code already."""
        return None if text in country_codes() else _only(self._countries, text)

    def meant(self, link: Link, text: str) -> str | None:
        """The id of the only term with that label or synonym, or of the record whose id it spells; None if it is one.

        A record's name is no sure sign: two towns may share it.
        """
        if link not in self._known:
            named = list(self._terms(link)) if not isinstance(link, Ref) else []
            ids = frozenset(getattr(self._directory, link.type) if isinstance(link, Ref) else (id_ for _, id_ in named))
            self._known[link] = ids, _index([*named, *((id_, id_) for id_ in ids)])
        ids, index = self._known[link]
        if text in ids:
            return None
        spelled = fold(text).replace(" ", "-")
        return spelled if spelled in ids else _only(index, text)

    def _terms(self, link: Link) -> Iterable[tuple[str, str]]:
        assert not isinstance(link, Ref)
        own = self._directory.terms.get(link.vocabulary, {}).values()
        themes = [term for _, term in self._directory.themes.values()]
        for term in themes if link.vocabulary == THEMES else own:
            yield from ((name, term.id) for name in _names(term))


def _names(term: VocabularyTerm) -> Iterable[str]:
    return (term.id, *term.label.all(), *(term.plural.all() if term.plural else ()), *term.synonyms)


def _index(named: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, id_ in named:
        found[fold(name)].add(id_)
    return found


def _only(index: Mapping[str, set[str]], text: str) -> str | None:
    found = index.get(fold(text), set()) if fold(text) else set()
    return next(iter(found)) if len(found) == 1 else None
