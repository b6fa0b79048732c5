"""What people type, and what must be among the first results: over the real content, in the browser."""

from __future__ import annotations

FIRST, THIRD, TENTH = 1, 3, 10

FOUND: tuple[tuple[str, int, str], ...] = (
    # names: former regions, native names, any accents or none
    ("Rhône-Alpes", FIRST, "actor/rhone-alpes"),
    ("rhone alpes", THIRD, "territory/region-84"),
    ("nord pas de calais", FIRST, "actor/nord-pas-de-calais"),
    ("Ciudad de México", FIRST, "actor/mx-ciudad-de-mexico"),
    ("ciudad de mexico", THIRD, "place/mx-mexico"),
    ("Provincia de Salta", FIRST, "actor/ar-salta"),
    ("La Habana", FIRST, "actor/cu-la-habana"),
    ("sao paulo", THIRD, "actor/br-estado-sao-paulo"),
    ("SÃO PAULO", TENTH, "place/br-sao-paulo"),
    ("lyon", FIRST, "actor/ville-de-lyon"),
    ("lyon", THIRD, "actor/metropole-de-lyon"),
    ("val de marne", FIRST, "actor/departement-val-de-marne"),
    ("Val-de-Marne", TENTH, "initiative/val-de-marne-salvador"),
    ("saint laurent du maroni", FIRST, "actor/saint-laurent-du-maroni"),
    ("cap haitien", FIRST, "actor/ht-cap-haitien"),
    ("Port-au-Prince", FIRST, "actor/ht-port-au-prince"),
    ("Pigué", TENTH, "actor/ar-pigue"),
    ("el tuma", FIRST, "actor/ni-el-tuma-la-dalia"),
    ("bourreio d olt", THIRD, "actor/lo-bourreio-d-olt"),
    # acronyms
    ("CUF", FIRST, "actor/cites-unies-france"),
    ("afd", FIRST, "actor/afd"),
    ("gescod", FIRST, "actor/gescod"),
    ("FICOL", FIRST, "instrument/ficol"),
    # countries, in four languages
    ("Brésil", FIRST, "country/br"),
    ("bresil", FIRST, "country/br"),
    ("brasil", FIRST, "country/br"),
    ("Brazil", FIRST, "country/br"),
    ("Ecuador", FIRST, "country/ec"),
    ("equador", THIRD, "country/ec"),
    ("haiti", FIRST, "country/ht"),
    ("french guiana", FIRST, "country/gf"),
    ("republica dominicana", FIRST, "country/do"),
    # themes, in four languages
    ("eau", THIRD, "theme/water-sanitation"),
    ("l'eau", FIRST, "theme/water-sanitation"),
    ("l’eau", FIRST, "theme/water-sanitation"),
    ("eaux", FIRST, "theme/water-sanitation"),
    ("agua", FIRST, "theme/water-sanitation"),
    ("água", FIRST, "theme/water-sanitation"),
    ("water", FIRST, "theme/water-sanitation"),
    ("residuos", FIRST, "theme/waste"),
    ("santé", THIRD, "theme/health"),
    ("salud", THIRD, "theme/health"),
    # stems and plurals
    ("hopitaux", THIRD, "actor/ht-hopital-justinien"),
    ("jumelages", TENTH, "initiative/nantes-chimbote"),
    ("coopérations décentralisées", FIRST, "actor/observatoire-coop-dec-france-amerique-latine"),
    ("decentralise", TENTH, "actor/observatoire-coop-dec-france-amerique-latine"),
    ("dechet", FIRST, "theme/waste"),
    ("assainissements", THIRD, "theme/water-sanitation"),
    # beginnings
    ("urug", FIRST, "country/uy"),
    ("montpel", FIRST, "actor/montpellier"),
    ("guadel", TENTH, "actor/region-guadeloupe"),
    ("mercociu", FIRST, "actor/mercociudades"),
    # one letter missing, too many, wrong, or swapped
    ("urugay", FIRST, "country/uy"),
    ("urugauy", FIRST, "country/uy"),
    ("montpelier", FIRST, "actor/montpellier"),
    ("medelin", FIRST, "actor/co-medellin"),
    ("assainissment", THIRD, "theme/water-sanitation"),
    ("cooperacion", TENTH, "actor/cl-agcid"),
    ("curitibba", FIRST, "actor/br-curitiba"),
    # several words, from several fields
    ("lyon curitiba", FIRST, "initiative/lyon-curitiba"),
    ("reze villa el salvador", FIRST, "initiative/reze-villa-el-salvador"),
    ("Bouguenais El Tuma La Dalia", FIRST, "initiative/bouguenais-el-tuma-la-dalia"),
    ("eau haïti", TENTH, "initiative/savoie-dessalines-eau"),
    ("agua haiti", TENTH, "initiative/hamap-verrettes"),
    ("siaap assainissement cuba", FIRST, "initiative/siaap-inrh-cuba"),
    ("assises 2017", FIRST, "event/assises-franco-haitiennes-2017"),
    ("université guadalajara", TENTH, "actor/mx-universidad-guadalajara"),
    ("double diplome mexique", TENTH, "initiative/insa-lyon-uanl"),
    # every type of record
    ("conference antilles guyane", TENTH, "event/ccrag-13"),
    ("territorialisation des odd", FIRST, "call/appel-nanterre-odd"),
    ("feuille de route dynamique", FIRST, "resource/feuille-de-route-dalc-2022"),
    # whole questions
    ("qui travaille sur l’eau au Pérou ?", TENTH, "initiative/reze-villa-el-salvador"),
    ("qui fait quoi au Pérou", FIRST, "country/pe"),
    ("quién trabaja en agua en Perú", TENTH, "initiative/reze-villa-el-salvador"),
    ("ordures", FIRST, "theme/waste"),
    ("ODD 6", FIRST, "theme/sdg-06"),
    # small words only
    ("la", TENTH, "actor/la-rochelle"),
    ("le la les", TENTH, "resource/restitution-lyon-amerique-latine"),
    # the words of a vocabulary, in any language
    ("residuos", FIRST, "theme/waste"),
    ("lixo", FIRST, "theme/waste"),
    ("ordures", THIRD, "theme/waste"),
    ("ordures ménagères", FIRST, "initiative/syctom-cap-haitien"),
    ("Équateur", FIRST, "country/ec"),
    # phrases, exclusions
    ('"eau potable" haïti', THIRD, "initiative/hamap-verrettes"),
    ("«eau potable» verrettes", FIRST, "initiative/hamap-verrettes"),
    ("lyon -ville", THIRD, "actor/metropole-de-lyon"),
    ("haiti -initiative", FIRST, "country/ht"),
    # regions of France
    ("bretagne", FIRST, "actor/region-bretagne"),
    ("universités occitanie mexique", FIRST, "initiative/toulouse-universidad-guadalajara"),
    ("pays de la loire", TENTH, "actor/departement-loire-atlantique"),
    # while typing
    ("curit", THIRD, "initiative/lyon-curitiba"),
    ("guadel", THIRD, "territory/region-01"),
    # official codes
    ("29019", THIRD, "actor/brest"),
    ("PE", FIRST, "country/pe"),
    ("HT", FIRST, "country/ht"),
    ("94", FIRST, "actor/departement-val-de-marne"),
    # plurals, apostrophes, hyphens
    ("déchet", THIRD, "theme/waste"),
    ("aude équateur", FIRST, "initiative/aude-equateur-perou"),
)
"""Query, rank it must have at least, ``type/id``."""

READ: tuple[tuple[str, str], ...] = (
    # names beside the title: usual, former, acronyms, in other languages
    ("Grand Lyon", "actor/metropole-de-lyon"),
    ("DAECT", "actor/meae-daect"),
    ("AFVP", "actor/france-volontaires"),
    ("UFPE", "actor/br-ufpe"),
    ("Ubifrance", "actor/business-france"),
    ("Bahia", "territory/br-ba"),
    ("Pòtoprens", "actor/ht-port-au-prince"),
    ("Conseil général du Finistère", "actor/departement-finistere"),
    # written short, dotted, without its space
    ("Ste Lucie", "country/lc"),
    ("St Denis", "actor/saint-denis"),
    ("St. Ouen", "actor/saint-ouen"),
    ("St Laurent du Maroni", "actor/saint-laurent-du-maroni"),
    ("Ste-Lucie Martinique", "initiative/martinique-sainte-lucie"),
    ("C.H.U. Nantes", "actor/chu-nantes"),
    ("S.I.A.A.P.", "actor/siaap"),
    ("A.F.D.", "actor/afd"),
    ("F.I.C.O.L.", "instrument/ficol"),
    ("O.N.U.", "event/cop27-2022"),
    ("LaRochelle", "actor/la-rochelle"),
    ("larochelle", "actor/la-rochelle"),
    ("ODD6", "theme/sdg-06"),
    ("odd11", "theme/sdg-11"),
    ("ODD 11", "theme/sdg-11"),
    ("R&D", "actor/ird"),
    # what stands before a name, in four languages
    ("ville de Lyon", "actor/ville-de-lyon"),
    ("mairie de Lyon", "actor/ville-de-lyon"),
    ("mairie Grenoble", "actor/grenoble"),
    ("commune de Rezé", "actor/reze"),
    ("municipalité de Jacmel", "actor/ht-jacmel"),
    ("CU de Dunkerque", "actor/dunkerque"),
    ("communauté urbaine de Dunkerque", "actor/dunkerque"),
    ("CD 94", "actor/departement-val-de-marne"),
    ("CG 29", "actor/departement-finistere"),
    ("conseil départemental du Finistère", "actor/departement-finistere"),
    ("Conseil général de l’Aude", "actor/departement-aude"),
    ("région Bretagne", "actor/region-bretagne"),
    ("conseil régional de Guadeloupe", "actor/region-guadeloupe"),
    ("Région PACA", "actor/provence-alpes-cote-d-azur"),
    ("CHU de Nantes", "actor/chu-nantes"),
    ("CHU de Guadeloupe", "actor/chu-guadeloupe"),
    ("université de Guadalajara", "actor/mx-universidad-guadalajara"),
    ("universidad de Guadalajara", "actor/mx-universidad-guadalajara"),
    ("University of Guadalajara", "actor/mx-universidad-guadalajara"),
    ("ayuntamiento de Montpellier", "actor/montpellier"),
    ("alcaldía de Medellín", "actor/co-medellin"),
    ("municipalidad de Villa El Salvador", "actor/pe-villa-el-salvador"),
    ("hospital universitario de Guadeloupe", "actor/chu-guadeloupe"),
    ("intendencia de Montevideo", "country/uy"),
    ("prefeitura de Curitiba", "actor/br-curitiba"),
    ("prefeitura municipal de Porto Alegre", "actor/br-porto-alegre"),
    ("city of Lyon", "actor/ville-de-lyon"),
    # misspelt, and clear
    ("Dunkerke", "actor/dunkerque"),
    ("Valparaizo", "actor/cl-valparaiso"),
    ("Grenobel", "actor/grenoble"),
    ("Montpelier", "actor/montpellier"),
    ("Medelin", "actor/co-medellin"),
    ("urugay", "country/uy"),
    ("Guadalajarra", "place/mx-guadalajara"),
    ("assainisement Haïti", "actor/ht-dinepa"),
    # and as they always were
    ("Cap Haitien", "actor/ht-cap-haitien"),
    ("Fort de France", "actor/fort-de-france"),
    ("jumelage Nicaragua", "initiative/la-courneuve-ocotal"),
    ("Villa el Salvador", "actor/pe-villa-el-salvador"),
    ("val de marne", "actor/departement-val-de-marne"),
    ("29019", "actor/brest-metropole"),
    ("PE", "country/pe"),
    ("HT", "country/ht"),
    ("94", "actor/departement-val-de-marne"),
)
"""Sixty questions as people type them, and the first result of each, in both editions."""

SAME: tuple[tuple[str, str], ...] = (
    ("Ste Lucie", "Sainte-Lucie"),
    ("St Denis", "Saint-Denis"),
    ("Gd Paris", "Grand Paris"),
    ("ODD6", "ODD 6"),
    ("C.H.U.", "CHU"),
    ("LaRochelle", "larochelle"),
    ("Région PACA", "actor/provence-alpes-cote-d-azur"),
)
"""Two ways to ask for the same results in the same order."""

NOT_FOUND: tuple[tuple[str, str], ...] = (
    ("sport", "actor/ht-port-au-prince"),
    ("lima", "theme/cuf-climat"),
    ("santa fe", "theme/health"),
    ("brest", "country/br"),
    ("eau haïti", "initiative/reze-ves-eau"),
    ("lyon curitiba", "actor/ville-de-lyon"),
    ("2017", "event/ccrag-2013"),
    ("lac", "actor/la-rochelle"),
    ("maire", "actor/departement-val-de-marne"),
)
"""Query, what it must not bring."""

NOTHING = ("xyzqw", "tokyo", "kinshasa", "1789")
"""Queries that no record answers."""

NEAREST = (("bolivienne", "Bolivie"),)
"""Query that is no word of the content, and a suggestion that must be made."""
