# Le référentiel et le glossaire : ce qui entoure les données des fichiers d’exercices.

page-referentiel = Référentiel
page-glossary = Glossaire
places = Pages principales

# Fichiers qui arrivent, ou n’arrivent pas
file-coming = Lecture des fichiers…
file-unreachable = Le fichier { $file } n’a pas pu être lu : pas de réseau, ou pas de réponse de l’hôte. Vérifier la connexion, puis réessayer.
file-refused = L’hôte n’envoie pas le fichier { $file } (réponse { $status }). Réessayer plus tard, ou prévenir la personne qui a fourni cette page.
file-faulty = Le fichier { $file } n’est pas celui attendu. Prévenir la personne qui a fourni cette page.
file-try-again = Réessayer

# Référentiel
ref-lead = { $certification } ({ $certifier }) : blocs, compétences, critères, et les exercices qui les font pratiquer.
ref-counts = { $open ->
    [0] Aucun des { $exercises } exercices prévus n’est encore disponible dans cette version : la page montre ce qui viendra.
    [one] { $open } des { $exercises } exercices prévus est disponible dans cette version ; les autres sont signalés.
   *[other] { $open } des { $exercises } exercices prévus sont disponibles dans cette version ; les autres sont signalés.
} Les libellés sont reformulés ; les codes sont ceux du document officiel.
ref-legend = Qui décide du niveau d’un critère
ref-legend-levels = Un niveau va de 0 à 100 : c’est la moyenne des exercices du critère, pondérée par leurs points. Creuset propose ; il ne délivre pas la certification.
ref-status-auto = auto
ref-status-auto-text = Le niveau découle des données produites et du rejeu de la recette.
ref-status-auto-jury = auto + jury
ref-status-auto-jury-text = Un niveau est proposé ; une personne le confirme.
ref-status-jury = jury
ref-status-jury-text = Une personne décide ; seule la présence des pièces est vérifiée.
ref-criteria = { $count ->
    [one] { $count } critère
   *[other] { $count } critères
}
ref-search = Chercher dans le référentiel
ref-by-status = Qui décide
ref-by-availability = Exercices
ref-any = Tout
ref-available-yes = Critères avec un exercice disponible
ref-available-no = Critères sans exercice disponible
ref-shown = { $shown } sur { $total ->
    [one] { $total } critère
   *[other] { $total } critères
}
ref-filter-clear = Enlever les filtres
ref-open-all = Tout ouvrir
ref-close-all = Tout refermer
ref-nothing = Aucun critère ne correspond à ces filtres.
ref-bloc = Bloc { $number }
ref-bloc-counts = { $competences } compétences, { $criteria } critères : { $auto } auto, { $both } auto + jury, { $jury } jury
ref-competence-about = { $activity } · { $mode } · { $count ->
    [one] { $count } critère
   *[other] { $count } critères
} · { $verdict }
ref-also = Critère partagé avec { $competences }.
ref-absent = pas encore disponible
ref-level = { $verdict } : { $level } sur 100
ref-level-proposed = { $verdict } (proposé, à confirmer) : { $level } sur 100
ref-points = { $points } points sur 100
ref-exercise-open = disponible
ref-exercise-absent = pas encore disponible
ref-activities = Activités du bloc : { $activities }, en { $lines } lignes
ref-practised-in = Pratiqué dans { $exercises }.

verdict-not-started = pas commencé
verdict-started = commencé
verdict-not-acquired = non acquis
verdict-to-consolidate = à consolider
verdict-to-confirm = à confirmer par le jury
verdict-acquired = acquis

# Glossaire
glossary-lead = Les outils, méthodes et textes que nomme le référentiel : ce qu’ils sont, et ce que l’atelier en fait pratiquer.
glossary-search = Chercher dans le glossaire
glossary-by-family = Famille
glossary-by-competence = Compétence
glossary-shown = { $shown } sur { $total ->
    [one] { $total } fiche
   *[other] { $total } fiches
}
glossary-nothing = Aucune fiche ne correspond à ces filtres.
glossary-cards = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
glossary-places = Ici : { $places }
place-executed = exécuté
place-simulated = simulé
place-card = fiche
place-export = exporté sans être exécuté
card-here = Ici :
card-exercises = Exercices
card-competences = Compétences
card-status = État
card-status-active = en usage
card-status-declining = en recul
card-status-withdrawn = retiré
card-editor = Éditeur
card-licence = Licence
card-alternatives = Autres solutions
card-sources = Sources officielles
card-checked = Vérifié en
link-new-tab = (nouvel onglet)

# Accueil
home-study = Se préparer
home-study-text = Le référentiel montre ce que la certification demande et ce qui se pratique déjà ici. Le glossaire explique les outils qu’il nomme.
home-study-referentiel = Ouvrir le référentiel
home-study-glossary = Ouvrir le glossaire
