# Les exercices : présentation, données, livrables, indices, score.

exercises-heading = Exercices
exercises-none = Aucun exercice n’est proposé par cette page pour l’instant.
exercises-unread = Certains exercices du catalogue ne se lisent pas ; les autres restent utilisables.
exercise-line = difficulté { $level } sur 5 · { $minutes } minutes
exercise-stands-new = pas commencé
exercise-stands-begun = commencé
exercise-stands-scored = dernier score : { $level } sur 100 (provisoire)

# Avant le travail
exercise-named = Exercice { $id }
exercise-unknown = Cette page ne propose pas cet exercice. Revenir à l’accueil pour voir ceux qui sont proposés.
exercise-refused = Cet exercice ne peut pas être ouvert : ses fichiers contiennent des erreurs. Les autres exercices ne sont pas touchés. Transmettre cette liste à la personne qui l’a écrit.
exercise-work = Travail
exercise-about = Présentation
exercise-sector = Secteur
exercise-difficulty = Difficulté
exercise-difficulty-of = { $level } sur 5
exercise-time = Durée
exercise-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
exercise-criteria = Critères
exercise-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
exercise-ungraded = Un échauffement : rien n’est noté pour la certification.
exercise-unscored = Pas encore noté
exercise-unscored-hint = Un critère « pas encore noté » est annoncé pour plus tard : rien n’est à rendre pour lui, et ses points ne peuvent pas être gagnés.
exercise-handed-in = À rendre
exercise-start = Commencer
exercise-go-on = Continuer
exercise-go-on-present = Continuer avec la version actuelle
exercise-begin-again = Recommencer
exercise-again-text = La recette, les coches, le temps et le dernier score sont effacés. Le journal reste, avec les indices déjà lus.
exercise-again-export = Exporter d’abord la recette
exercise-again-confirm = Tout recommencer
identity-name = Nom, ou pseudonyme donné par l’école
identity-name-hint = Il reste sur cet appareil et figure dans le journal de la tentative.
identity-name-missing = Donner un nom ou un pseudonyme.
identity-scale = Quantité de données
identity-scale-practice = Entraînement
identity-scale-exam = Examen
identity-seed = Graine des données (facultatif)
identity-seed-hint = Sans graine, elle découle du nom et de l’exercice : la même personne retrouve les mêmes données partout.
attempt-facts = { $name }, graine { $seed } · { $hours } h { $minutes } min · { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
} · { $hints ->
    [one] { $hints } indice lu
   *[other] { $hints } indices lus
}
attempt-last = Dernier score : { $level } sur 100 (provisoire).
attempt-outdated = L’exercice a changé depuis le début de ce travail. Les données d’alors ne peuvent plus être préparées. Continuer garde la recette et la rejoue sur les données actuelles ; le dernier score est retiré. Le journal reste.
attempt-broken = Le journal ne tient plus à partir de l’entrée { $entry } : il a été modifié ou abîmé. Le travail continue, mais ce journal ne compte plus pour le référentiel.
attempt-before = Ce qui a été fait avec la version précédente
attempt-before-work = { $steps ->
    [0] La recette n’a aucune étape.
    [one] La recette a { $steps } étape.
   *[other] La recette a { $steps } étapes.
} { $ticked ->
    [one] { $ticked } tâche cochée sur { $tasks }.
   *[other] { $ticked } tâches cochées sur { $tasks }.
}
attempt-export = Exporter la recette
attempt-malformed = Le travail gardé pour cet exercice est abîmé et ne se lit pas. Commencer le remplace.

# À côté du travail
ws-pane-exercise = Exercice
ws-left-panes = Volet de gauche
ws-work-make = Préparation des données…
ws-work-score = Calcul du score…
said-data-made = { $count ->
    [one] Les données sont prêtes : { $count } fichier.
   *[other] Les données sont prêtes : { $count } fichiers.
}
said-scored = Score provisoire : { $level } sur 100.
said-exercise-files = Un exercice ne lit que ses propres fichiers. Pour d’autres données, ouvrir un bac à sable.
exercise-tab-brief = Énoncé
exercise-tab-data = Données
exercise-tab-deliverables = Livrables
exercise-tab-score = Score
exercise-tasks = Tâches
exercise-table = Tableau de l’énoncé
exercise-files = Fichiers
exercise-making = Préparation des données…
exercise-not-made = Les données ne sont pas prêtes.
exercise-make-again = Préparer les données
exercise-records = { $count ->
    [one] { $count } enregistrement
   *[other] { $count } enregistrements
}
exercise-import = Lire
exercise-save-file = Enregistrer le fichier { $name }
exercise-begin = Lire un fichier de l’exercice
exercise-begin-help = L’énoncé est à gauche. Chaque fichier est examiné avant d’être lu, comme un fichier déposé.
exercise-dictionary = Dictionnaire
exercise-dictionary-search = Chercher une colonne
exercise-dictionary-nothing = Aucune colonne ne correspond.
exercise-rules = Règles de l’organisation
hints-heading = Indices
hint-offer = Indice { $number } (coût : { $cost } %)
hint-offer-free = Indice { $number } (gratuit)
hint-named = Indice { $number } :
hint-title = Lire un indice
hint-cost = Cet indice coûte { $cost } % des points d’entraînement du critère { $criterion }. La lecture est notée dans le journal ; le niveau officiel n’en tient pas compte.
hint-free = Cet indice ne coûte rien. La lecture est notée dans le journal.
hint-read = Lire l’indice

# Livrables
contract-lead = Ce qui est à rendre, comparé aux tables de la dernière exécution.
contract-yes = conforme
contract-optional = absent, facultatif
contract-missing = manque
contract-other-type = autre type : { $found }
contract-empty = { $count ->
    [one] { $count } cellule vide de trop
   *[other] { $count } cellules vides de trop
}
contract-repeated = { $count ->
    [one] { $count } ligne répète une clé
   *[other] { $count } lignes répètent une clé
}
contract-unknown = pas encore vérifié
contract-broken = à compléter
contract-key = Clé : { $columns }. Une même clé ne figure que sur une ligne.

# Score
score-now = Évaluer mon travail
score-working = Calcul du score…
score-provisional = Score provisoire, sur les données d’entraînement. Le niveau officiel vient d’un rejeu de la recette sur d’autres données.
score-total = { $level } sur 100
score-outdated = La recette a changé depuis ce score.
score-level = { $level } sur 100 ({ $points } points sur { $of })
score-hints = Indices lus : −{ $cost } %
score-points = { $points } points sur { $of }
score-part = Partie
score-share = Réussi
score-amount-none = rien
score-amount-some = une partie
score-amount-most = la plupart
score-amount-all = tout
score-basis-s1 = données d’entraînement
score-basis-s2 = décidé au rejeu
score-basis-both = provisoire, décidé au rejeu
score-history = Scores précédents
score-unscored = Le score porte sur les autres critères.
score-entry = { $date }, { $time } : { $level } sur 100
exercise-time-spent = Temps passé
exercise-spent = { $hours } h { $minutes } min
exercise-spent-hint = Compté quand la page est visible ; sans effet sur le score.
