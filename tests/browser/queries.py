"""What people type, and what must be among the first results: over the real content, in the browser."""

from __future__ import annotations

FIRST, THIRD, TENTH = 1, 3, 10

FOUND: tuple[tuple[str, int, str], ...] = (
    # names: former regions, native names, any accents or none
    ("Rhône-Alpes", FIRST, "actors/rhone-alpes"),
    ("rhone alpes", THIRD, "actors/auvergne-rhone-alpes"),
    ("nord pas de calais", FIRST, "actors/nord-pas-de-calais"),
    ("Ciudad de México", FIRST, "actors/mx-ciudad-de-mexico"),
    ("ciudad de mexico", THIRD, "places/mx-mexico"),
    ("Provincia de Salta", FIRST, "actors/ar-salta"),
    ("La Habana", FIRST, "actors/cu-la-habana"),
    ("sao paulo", THIRD, "actors/br-estado-sao-paulo"),
    ("SÃO PAULO", TENTH, "places/br-sao-paulo"),
    ("lyon", FIRST, "actors/ville-de-lyon"),
    ("lyon", THIRD, "actors/metropole-de-lyon"),
    ("val de marne", FIRST, "actors/departement-val-de-marne"),
    ("Val-de-Marne", TENTH, "initiatives/val-de-marne-salvador"),
    ("saint laurent du maroni", FIRST, "actors/saint-laurent-du-maroni"),
    ("cap haitien", FIRST, "actors/ht-cap-haitien"),
    ("Port-au-Prince", FIRST, "actors/ht-port-au-prince"),
    ("Pigué", TENTH, "actors/ar-pigue"),
    ("el tuma", FIRST, "actors/ni-el-tuma-la-dalia"),
    ("bourreio d olt", THIRD, "actors/lo-bourreio-d-olt"),
    # acronyms
    ("CUF", FIRST, "actors/cites-unies-france"),
    ("afd", FIRST, "actors/afd"),
    ("gescod", FIRST, "actors/gescod"),
    ("FICOL", FIRST, "instruments/ficol"),
    # countries, in four languages
    ("Brésil", FIRST, "countries/br"),
    ("bresil", FIRST, "countries/br"),
    ("brasil", FIRST, "countries/br"),
    ("Brazil", FIRST, "countries/br"),
    ("Ecuador", FIRST, "countries/ec"),
    ("equador", THIRD, "countries/ec"),
    ("haiti", FIRST, "countries/ht"),
    ("french guiana", FIRST, "countries/gf"),
    ("republica dominicana", FIRST, "countries/do"),
    # themes, in four languages
    ("eau", THIRD, "themes/water-sanitation"),
    ("l'eau", FIRST, "themes/water-sanitation"),
    ("l’eau", FIRST, "themes/water-sanitation"),
    ("eaux", FIRST, "themes/water-sanitation"),
    ("agua", FIRST, "themes/water-sanitation"),
    ("água", FIRST, "themes/water-sanitation"),
    ("water", FIRST, "themes/water-sanitation"),
    ("residuos", FIRST, "themes/waste"),
    ("santé", THIRD, "themes/health"),
    ("salud", THIRD, "themes/health"),
    # stems and plurals
    ("hopitaux", THIRD, "actors/ht-hopital-justinien"),
    ("jumelages", TENTH, "initiatives/nantes-chimbote"),
    ("coopérations décentralisées", FIRST, "actors/observatoire-coop-dec-france-amerique-latine"),
    ("decentralise", TENTH, "actors/observatoire-coop-dec-france-amerique-latine"),
    ("dechet", FIRST, "themes/waste"),
    ("assainissements", THIRD, "themes/water-sanitation"),
    # beginnings
    ("urug", FIRST, "countries/uy"),
    ("montpel", FIRST, "actors/montpellier"),
    ("guadel", TENTH, "actors/region-guadeloupe"),
    ("mercociu", FIRST, "actors/mercociudades"),
    # one letter missing, too many, wrong, or swapped
    ("urugay", FIRST, "countries/uy"),
    ("urugauy", FIRST, "countries/uy"),
    ("montpelier", FIRST, "actors/montpellier"),
    ("medelin", FIRST, "actors/co-medellin"),
    ("assainissment", THIRD, "themes/water-sanitation"),
    ("cooperacion", TENTH, "initiatives/nanterre-uruguay"),
    ("curitibba", FIRST, "actors/br-curitiba"),
    # several words, from several fields
    ("lyon curitiba", FIRST, "initiatives/lyon-curitiba"),
    ("reze villa el salvador", FIRST, "initiatives/reze-villa-el-salvador"),
    ("Bouguenais El Tuma La Dalia", FIRST, "initiatives/bouguenais-el-tuma-la-dalia"),
    ("eau haïti", TENTH, "initiatives/savoie-dessalines-eau"),
    ("agua haiti", TENTH, "initiatives/hamap-verrettes"),
    ("siaap assainissement cuba", FIRST, "initiatives/siaap-inrh-cuba"),
    ("assises 2017", FIRST, "events/assises-franco-haitiennes-2017"),
    ("université guadalajara", TENTH, "actors/mx-universidad-guadalajara"),
    ("double diplome mexique", TENTH, "initiatives/insa-lyon-uanl"),
    # every type of record
    ("conference antilles guyane", TENTH, "events/ccrag-13"),
    ("territorialisation des odd", FIRST, "calls/appel-nanterre-odd"),
    ("feuille de route dynamique", FIRST, "resources/feuille-de-route-dalc-2022"),
    # whole questions
    ("qui travaille sur l’eau au Pérou ?", TENTH, "initiatives/reze-villa-el-salvador"),
    ("qui fait quoi au Pérou", FIRST, "countries/pe"),
    ("quién trabaja en agua en Perú", TENTH, "initiatives/reze-villa-el-salvador"),
    ("ordures", FIRST, "themes/waste"),
    ("ODD 6", FIRST, "themes/sdg-06"),
    # small words only
    ("la", TENTH, "actors/la-rochelle"),
    ("le la les", TENTH, "resources/restitution-lyon-amerique-latine"),
)
"""Query, rank it must have at least, ``type/id``."""

NOT_FOUND: tuple[tuple[str, str], ...] = (
    ("sport", "actors/ht-port-au-prince"),
    ("lima", "themes/cuf-climat"),
    ("santa fe", "themes/health"),
    ("brest", "countries/br"),
    ("eau haïti", "initiatives/reze-ves-eau"),
    ("lyon curitiba", "actors/ville-de-lyon"),
    ("2017", "events/ccrag-2013"),
    ("lac", "actors/la-rochelle"),
    ("maire", "actors/departement-val-de-marne"),
)
"""Query, what it must not bring."""

NOTHING = ("xyzqw", "tokyo", "kinshasa", "1789")
"""Queries that no record answers."""
