"""What people type for a longer word, and before a name: a vocabulary, in the languages of those who come.

All of it folded (``fold``). The browser gets the same tables as data.
"""

from __future__ import annotations

from collections.abc import Mapping

SHORT: Mapping[str, str] = {
    "st": "saint",
    "ste": "sainte",
    "sts": "saints",
    "stes": "saintes",
    "sta": "santa",
    "sto": "santo",
    "gd": "grand",
    "gde": "grande",
    "gds": "grands",
    "gdes": "grandes",
    "dept": "departement",
    "dpt": "departement",
    "dpto": "departamento",
    "univ": "universite",
    "assoc": "association",
    # « eau », still in the typing, must not be its beginning.
    "eaudevie": "brandy",
    "eauxdevie": "brandy",
}
"""A word written short → in full. Read so in what is typed and in what is searched alike."""

MEANT: Mapping[str, str] = {
    "r d": "recherche developpement",
    "paca": "provence alpes cote d azur",
    "idf": "ile de france",
    "aura": "auvergne rhone alpes",
    "npdc": "nord pas de calais",
    "villes jumelles": "jumelage",
    "villes soeurs": "jumelage",
    "ciudades hermanas": "jumelage",
    "ciudades hermanadas": "jumelage",
    "cidades irmas": "jumelage",
    "irmanamento": "jumelage",
    "sister cities": "jumelage",
    "twin towns": "jumelage",
}
"""Words typed → those that texts hold."""

BETWEEN = frozenset(
    [
        "a",
        "au",
        "aux",
        "d",
        "da",
        "das",
        "de",
        "del",
        "des",
        "do",
        "dos",
        "du",
        "el",
        "en",
        "l",
        "la",
        "las",
        "le",
        "les",
        "los",
        "of",
        "the",
    ]
)
"""What stands between a form and the name it is of."""

FORMS: Mapping[str, tuple[str, ...]] = {
    "": (
        "ville",
        "mairie",
        "commune",
        "municipalite",
        "hotel de ville",
        "ayuntamiento",
        "municipalidad",
        "municipio",
        "alcaldia",
        "ciudad",
        "prefeitura",
        "prefeitura municipal",
        "camara municipal",
        "cidade",
        "city",
        "city council",
        "town",
        "municipality",
        "intendencia",
        "gobernacion",
        "gobierno",
        "cc",
        "ca",
        "cu",
        "communaute de communes",
        "communaute d agglomeration",
        "communaute urbaine",
        "region",
        "cr",
        "conseil regional",
        "regional council",
        "initiative",
        "initiatives",
        "iniciativas",
        "acteurs",
        "actores",
    ),
    "departement": (
        "cd",
        "cg",
        "conseil departemental",
        "conseil general",
        "consejo departamental",
        "departmental council",
    ),
    "hopital": (
        "chu",
        "chr",
        "chru",
        "centre hospitalier",
        "centre hospitalier universitaire",
        "centre hospitalier regional",
        "hospital universitario",
        "university hospital",
    ),
}
"""Word that all actors of a kind are found under → what stands before their names; none for those that are called by
their name alone, as towns and regions are. Read so where something of ``BETWEEN`` leads to the name."""
ALONE = frozenset(
    {"mairie", "region", "cr", "conseil regional", "chu", "chr", "chru", *FORMS["departement"]}
    | {"initiative", "initiatives", "iniciativas", "acteurs", "actores"}
)
"""Those that need no word between: « mairie Lyon », « CD 94 »."""

NAMED = frozenset({"chu", "chr", "chru"})
"""Those that are part of the names themselves."""


def table() -> dict[str, object]:
    """All of it for the browser's twin (``search/reading.js``)."""
    return {
        "short": SHORT,
        "meant": MEANT,
        "between": sorted(BETWEEN),
        "forms": {form: kind for kind, forms in FORMS.items() for form in forms},
        "alone": sorted(ALONE),
        "named": sorted(NAMED),
    }
