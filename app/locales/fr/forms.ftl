form-yes = oui
form-no = non
form-unknown = Inconnu : { $reason }
form-row = Ligne
form-row-number = Ligne { $row }
form-step = { $number }. { $operation } ({ $tables })
form-findings = Ce qui ne va pas
form-print-rows = { $rows ->
    [0] Aucune ligne.
    [one] { $rows } ligne.
   *[other] { $rows } lignes.
}
form-print-run = « { $field } » : calculé par le moteur, recette { $run }.
form-print-hash = Empreinte de la fiche : { $hash }

form-kind-anomalies = Anomalies et traitements
form-kind-anomalies-summary = Une ligne par sorte de défaut et par colonne : comment on l’a trouvé, et ce qu’on en fait.
form-kind-anomalies-table = Table
form-kind-anomalies-table-help = Le fichier où est le défaut.
form-kind-anomalies-column = Colonne
form-kind-anomalies-column-help = La colonne en défaut ; vide si l’enregistrement entier l’est.
form-kind-anomalies-kind = Sorte
form-kind-anomalies-kind-help = La sorte de défaut, parmi celles de l’énoncé.
form-kind-anomalies-count = Nombre
form-kind-anomalies-count-help = Compté par le moteur dans la table remise.
form-kind-anomalies-missing = Cases vides
form-kind-anomalies-missing-help = Comptées par le moteur, pour des valeurs manquantes.
form-kind-anomalies-found = Trouvé par
form-kind-anomalies-found-help = L’étape de la recette qui le détecte.
form-kind-anomalies-mechanism = Mécanisme
form-kind-anomalies-mechanism-help = Pour des valeurs manquantes : pourquoi elles manquent.
form-kind-anomalies-mechanism-value-mcar = au hasard (MCAR)
form-kind-anomalies-mechanism-value-mar = selon une autre colonne (MAR)
form-kind-anomalies-mechanism-value-mnar = selon la valeur même (MNAR)
form-kind-anomalies-test = Test
form-kind-anomalies-test-help = L’étape dont le test appuie le mécanisme.
form-kind-anomalies-p_value = Valeur p
form-kind-anomalies-p_value-help = Calculée par le moteur dans ce test.
form-kind-anomalies-action = Action
form-kind-anomalies-action-help = Ce qu’on fait de ces cases ou de ces lignes.
form-kind-anomalies-action-value-fix = corriger
form-kind-anomalies-action-value-impute = estimer
form-kind-anomalies-action-value-reject = écarter
form-kind-anomalies-action-value-escalate = faire trancher
form-kind-anomalies-action-value-keep = garder
form-kind-anomalies-rule = Règle métier
form-kind-anomalies-rule-help = La règle de l’énoncé qui le veut.
form-kind-anomalies-escalation = Tranché par
form-kind-anomalies-escalation-help = À qui le cas est soumis, si on le fait trancher.
form-kind-anomalies-severity = Gravité
form-kind-anomalies-severity-help = Ce que le défaut coûte à qui se sert du fichier.
form-kind-anomalies-severity-value-minor = mineure
form-kind-anomalies-severity-value-major = majeure
form-kind-anomalies-severity-value-blocking = bloquante
form-kind-anomalies-note = Note
form-kind-anomalies-note-help = Pour qui relira ; un texte ne rapporte pas de point.

form-open = Ouvrir la fiche
form-close = Revenir à la table
form-not-scored = Cette fiche n’est pas encore notée.
form-found = { $count ->
    [0] Rien à reprendre.
    [one] { $count } point à reprendre.
   *[other] { $count } points à reprendre.
}
form-findings-none = Rien : la fiche est cohérente.
form-tools = Outils de la fiche
form-add = Ajouter une ligne
form-remove = Retirer la ligne
form-remove-row = Retirer la ligne { $row }
form-up = Monter la ligne
form-up-row = Monter la ligne { $row }
form-down = Descendre la ligne
form-down-row = Descendre la ligne { $row }
form-undo = Annuler
form-redo = Rétablir
form-views = Affichage de la fiche
form-view-table = Tableau
form-view-cards = Cartes
form-view-print = Impression
form-print = Imprimer
form-import = Lire un CSV
form-export = Enregistrer en CSV
form-keys = Flèches pour circuler, Entrée ou F2 pour remplir, Échap pour renoncer ; Ctrl+Entrée ajoute une ligne, Ctrl+Suppr la retire, Alt+flèche la déplace ; Ctrl+V colle des cases d’un tableur. « ? raison » dit qu’une case est inconnue, et pourquoi.
form-empty = Aucune ligne pour l’instant. En ajouter une, ou coller des cases d’un tableur.
form-due = à remplir
form-no-figure = pas de chiffre
form-versions = Versions
form-versions-help = Une version est gardée toutes les dix minutes de travail, avant chaque remplacement, et à la demande. Elles restent sur cet appareil.
form-versions-none = Aucune version pour l’instant.
form-version-number = N°
form-version-at = Quand (UTC)
form-version-why = Pourquoi
form-version-rows = Lignes
form-version-hash = Empreinte
form-why-asked = demandée
form-why-time = au fil du travail
form-why-replaced = avant remplacement
form-restore = Reprendre
form-restore-number = Reprendre la version { $number }
form-keep = Garder une version maintenant

# Dit une fois, à voix haute
form-said = { $sentence }
form-said-removed = Ligne { $row } retirée.
form-said-moved = La ligne est maintenant la n° { $row }.
form-said-pasted = { $rows ->
    [one] { $rows } ligne collée
   *[other] { $rows } lignes collées
}, { $cells ->
    [one] { $cells } case changée
   *[other] { $cells } cases changées
}, { $findings ->
    [0] rien à reprendre
    [one] { $findings } point à reprendre
   *[other] { $findings } points à reprendre
}.
form-said-imported = { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
}, { $cells ->
    [one] { $cells } case
   *[other] { $cells } cases
}, { $findings ->
    [0] rien à reprendre
    [one] { $findings } point à reprendre
   *[other] { $findings } points à reprendre
}.
form-said-kept = Version gardée.
form-said-kept-already = Cette version est déjà gardée.
form-said-restored = Version { $number } reprise.
form-said-computed = Cette case est calculée par le moteur.
form-said-cleared = « { $field } » vidée.

# Après « Annuler » et « Rétablir »
edit-form-fill = le remplissage d’une case
edit-form-add = l’ajout d’une ligne
edit-form-remove = le retrait d’une ligne
edit-form-move = le déplacement d’une ligne
edit-form-paste = le collage de cases
edit-form-import = la lecture d’un fichier
edit-form-restore = la reprise d’une version
