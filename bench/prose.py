"""Made-up French: sentences that read like a record's summary, and place names that no map knows.

Words come back as often as they do in real summaries, with a coined name now and then: a search index is as
big as the words are many.
"""

from __future__ import annotations

from random import Random

_WHO = (
    "Le projet",
    "La coopération",
    "La convention",
    "Le partenariat",
    "Le programme",
    "L’échange",
    "Le jumelage",
    "L’accord",
    "La démarche",
    "L’initiative",
)
_DOES = (
    "accompagnait",
    "soutenait",
    "portait sur",
    "prévoyait",
    "facilitait",
    "prolongeait",
    "renforçait",
    "finançait",
    "mettait en réseau",
    "faisait connaître",
    "reliait",
    "organisait",
    "évaluait",
    "modernisait",
)
MATTERS = (
    "la gestion de l’eau potable",
    "l’assainissement des quartiers hauts",
    "la collecte et le tri des déchets",
    "la formation des agents municipaux",
    "les échanges entre lycées agricoles",
    "la restauration du patrimoine bâti",
    "la prévention des inondations",
    "la lecture publique et les bibliothèques",
    "les filières du café et du cacao",
    "le tourisme de proximité",
    "la mobilité à vélo",
    "la recherche sur la forêt tropicale",
    "les soins de premier recours",
    "l’accueil d’étudiants et de chercheurs",
    "l’économie maritime et portuaire",
    "le budget participatif",
    "la cartographie des risques",
    "l’éclairage public solaire",
    "les marchés et circuits courts",
    "la création théâtrale et musicale",
    "l’insertion des jeunes par le sport",
    "les droits des femmes",
    "la protection des mangroves",
    "l’urbanisme des centres anciens",
    "la sécurité alimentaire",
    "les énergies renouvelables",
    "les archives municipales",
    "la mise en valeur des sentiers",
)
"""What projects are about."""

_WITH = (
    "avec les associations d’habitants",
    "avec l’université voisine",
    "avec l’appui d’un opérateur public",
    "dans quatre quartiers",
    "à l’échelle du bassin versant",
    "après le séisme",
    "pendant trois ans",
    "dans les communes rurales",
    "pour les familles éloignées du réseau",
    "grâce à un cofinancement",
    "en lien avec les services techniques",
    "au profit de deux mille foyers",
    "selon un calendrier commun",
    "sous la forme de missions courtes",
    "par des chantiers de jeunes",
    "auprès des petites entreprises",
    "le long du fleuve",
    "au sein d’un réseau de collectivités",
)
_STARTS = (
    "Bar",
    "Bel",
    "Cha",
    "Cor",
    "Dan",
    "Fla",
    "Gran",
    "Jou",
    "Lor",
    "Mir",
    "Nau",
    "Pri",
    "Rou",
    "Sal",
    "Tré",
    "Val",
)
_MIDDLES = ("a", "an", "ba", "be", "do", "en", "i", "ja", "lo", "mé", "o", "on", "ri", "sou", "ta", "vi")
_ENDINGS = (
    "bosc",
    "court",
    "dres",
    "ferre",
    "gny",
    "lande",
    "lieu",
    "mont",
    "nas",
    "rille",
    "sols",
    "val",
    "vigne",
    "zac",
)

SHORTEST, LONGEST = 150, 280
"""Characters of a summary."""


def coined(random: Random) -> str:
    """A name that looks like a place's."""
    return random.choice(_STARTS) + random.choice(_MIDDLES) + random.choice(_ENDINGS)


def matter(random: Random) -> str:
    """What a project is about, as a title says it."""
    return random.choice(MATTERS)


def _sentence(random: Random) -> str:
    words = [random.choice(_WHO), random.choice(_DOES), matter(random), random.choice(_WITH)]
    if random.random() < 0.4:
        words += ["à", coined(random)]
    return " ".join(words) + "."


def summary(random: Random) -> str:
    """Sentences of ``SHORTEST`` to ``LONGEST`` characters in all."""
    text = _sentence(random)
    wanted = random.randint(SHORTEST, LONGEST)
    while len(longer := f"{text} {_sentence(random)}") <= wanted or len(text) < SHORTEST:
        text = longer
    return text if len(text) <= LONGEST else text[: text.rindex(" ", 0, LONGEST)] + "."
