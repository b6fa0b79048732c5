"""Codes of public registers: their forms by kind, their check digits, and the one way to put right what a spreadsheet
or a copy did to them. The form's twin is ``form/codes.js``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

CodeName = Literal["siren", "insee", "wikidata", "ror"]


@dataclass(frozen=True, slots=True)
class Code:
    """Marks a text as a code. What checks it stands beside it."""

    name: CodeName
    pattern: str
    """What every such code matches, whatever it is the code of."""
    by: str = ""
    """The key of the record that says of what kind the thing is."""
    shapes: tuple[tuple[str, str], ...] = ()
    """Kind → name of the form in ``INSEE`` that its code has; any, if the kind is not there."""


_DEPARTMENT = "(?:0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-8]|98[4678])"

# Of a commune the first two signs are the département's; overseas the first three. What has a département's powers
# without being one has its code and a letter (69M, 75C), but for Corsica and Alsace.
INSEE: Mapping[str, str] = MappingProxyType(
    {
        "commune": "(?:(?:0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5])[0-9]{3}|9[78][0-9]{3})",
        "department": f"(?:{_DEPARTMENT}[CDMR]?|20R|6AE)",
        "region": "(?:0[1-46]|11|24|27|28|32|44|52|53|75|76|84|93|94|9[78][0-9]{1,3})",
        "intercommunality": "[0-9]{9}",
        "metropolis": f"(?:[0-9]{{9}}|{_DEPARTMENT}M)",
        "overseas": "(?:0[1-46]|9[78][0-9](?:[0-9]{2})?[CDMR]?)",
    }
)
"""Name of a form → pattern of the official geographic code (INSEE's COG). An intercommunality has its SIREN."""

ACTORS = {
    "commune": "commune",
    "departement": "department",
    "region": "region",
    "intercommunality": "intercommunality",
    "metropolis": "metropolis",
    "overseas-authority": "overseas",
}
"""Kind of actor → name of its form."""
PLACES = {"city": "commune", "department": "department", "region": "region"}
"""Level of a place → name of its form."""

_SIREN = "[0-9]{9}"
_SIRET = re.compile("[0-9]{14}")
_LA_POSTE = "356000000"
"""Its SIREN: it has more establishments than check digits allow, and sums of digits instead."""
_INSEE = f"(?:{'|'.join(INSEE.values())})"
_WIKIDATA = "Q[1-9][0-9]*"
_ROR = "0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}"
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
"""Figures of ROR's numbers: 32, without i, l, o and u."""


def is_checked(number: str) -> bool:
    """Whether the last figure is right (Luhn's formula, ISO/IEC 7812-1)."""
    doubled = (int(figure) * (1 + at % 2) for at, figure in enumerate(reversed(number)))
    return sum(sum(divmod(each, 10)) for each in doubled) % 10 == 0


def is_siret(text: str) -> bool:
    """Whether it numbers an establishment: a SIREN and five figures more."""
    if not _SIRET.fullmatch(text) or not is_checked(text[:9]):
        return False
    return is_checked(text) or (text.startswith(_LA_POSTE) and sum(map(int, text)) % 5 == 0)


def _siren(value: str) -> str:
    if is_siret(value):
        raise PydanticCustomError("siret-for-siren", "{value}", {"value": value, "siren": value[:9]})
    if not re.fullmatch(_SIREN, value):
        raise PydanticCustomError("bad-format", "{value}", {"value": value})
    if not is_checked(value):
        raise PydanticCustomError("bad-check-digit", "{value}", {"value": value})
    return value


def _insee(value: str) -> str:
    if not re.fullmatch(_INSEE, value):
        raise PydanticCustomError("bad-format", "{value}", {"value": value})
    if re.fullmatch(_SIREN, value) and not is_checked(value):
        raise PydanticCustomError("bad-check-digit", "{value}", {"value": value})
    return value


def _wikidata(value: str) -> str:
    if not re.fullmatch(_WIKIDATA, value):
        raise PydanticCustomError("bad-format", "{value}", {"value": value})
    return value


def _ror(value: str) -> str:
    if not re.fullmatch(_ROR, value):
        raise PydanticCustomError("bad-format", "{value}", {"value": value})
    if not is_ror(value):
        raise PydanticCustomError("bad-check-digit", "{value}", {"value": value})
    return value


def is_ror(value: str) -> bool:
    """Whether the last two figures are right (ISO/IEC 7064, MOD 97-10, over the seven before read in base 32)."""
    number = 0
    for figure in value[:7]:
        number = number * len(_CROCKFORD) + _CROCKFORD.index(figure)
    return 98 - number * 100 % 97 == int(value[7:])


Siren = Annotated[str, AfterValidator(_siren), Code("siren", f"^{_SIREN}$")]
InseeOfActor = Annotated[str, AfterValidator(_insee), Code("insee", f"^{_INSEE}$", "kind", tuple(ACTORS.items()))]
InseeOfPlace = Annotated[
    str, AfterValidator(_insee), Code("insee", f"^{_INSEE}$", "admin_level", tuple(PLACES.items()))
]
Wikidata = Annotated[str, AfterValidator(_wikidata), Code("wikidata", f"^{_WIKIDATA}$")]
Ror = Annotated[str, AfterValidator(_ror), Code("ror", f"^{_ROR}$")]

_SIGNS = re.compile(r"[\s.]+")
_ENTITY = re.compile(
    r"https?://(?:(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/([Qq][0-9]+)|ror\.org/([0-9A-Za-z]+))/?", re.IGNORECASE
)
_SMALL = "ror"
"""The code whose letters are small."""


_PAGES = {
    "siren": "https://annuaire-entreprises.data.gouv.fr/entreprise/",
    "wikidata": "https://www.wikidata.org/wiki/",
    "ror": "https://ror.org/",
}


def code_page(name: str, code: str) -> str:
    """The public page of what bears the code; empty if its register has none."""
    return f"{_PAGES[name]}{code}" if name in _PAGES else ""


def plain_code(name: str, text: str) -> str:
    """The code without spaces and points between its figures, its letters large, or small where they are; of a page of
    Wikidata or of ROR, its id."""
    if not name:
        return text
    entity = _ENTITY.fullmatch(text)
    plain = (entity[1] or entity[2]) if entity else _SIGNS.sub("", text)
    return plain.lower() if name == _SMALL else plain.upper()


def with_zeros(name: str, code: str) -> str:
    """The code with the zeros at its head that a spreadsheet took for nothing, if only one reading is possible."""
    if name == "insee" and len(code) < 5 and not re.fullmatch(_INSEE, code) and re.fullmatch(_INSEE, f"0{code}"):
        return f"0{code}"
    # No more than two: of fewer figures, too many would pass the check by chance.
    whole = code.zfill(9)
    if name == "siren" and re.fullmatch("[1-9][0-9]{6,7}", code) and is_checked(whole):
        return whole
    return code
