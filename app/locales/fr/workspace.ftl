# L’atelier : sources, recette, table, inspecteur, dialogues.

ws-close = Fermer
ws-cancel = Annuler
ws-none = aucun
ws-optional = (facultatif)
ws-panes = Volets
ws-pane-recipe = Recette
ws-pane-table = Table
ws-inspector = Inspecteur
ws-drop = Déposez les fichiers pour les lire
ws-key-escape = Échap
ws-key-shift = Maj
ws-key-enter = Entrée
ws-chord-home-end = Origine / Fin
ws-chord-corners = Ctrl+Origine / Ctrl+Fin
ws-chord-pages = Page préc. / Page suiv.
ws-chord-menu = Entrée / Alt+↓
ws-chord-select = Maj+← → ↑ ↓
ws-chord-widen = Maj+← →
ws-rows = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}

## Tailles des volets
ws-resize-left = Largeur du volet de la recette
ws-resize-right = Largeur de l’inspecteur
ws-resize-sql = Hauteur du volet SQL

## Sources
ws-sources = Sources
ws-add-file = Ajouter un fichier
ws-sources-empty = Déposez un fichier de données (CSV, JSON, Parquet…) n’importe où dans la page, ou ajoutez-le d’ici. Il ne quitte pas cet ordinateur.
ws-file-attached = à portée, non conservé dans le navigateur
ws-file-kept = conservé dans le navigateur
ws-file-waiting = conservé, en cours de lecture
ws-file-missing = à rattacher
ws-file-changed = contenu différent
ws-file-reattach = Rattacher { $name }
ws-file-reattach-short = Rattacher
ws-file-accept = Prendre le nouveau contenu de { $name }
ws-file-accept-short = Accepter
ws-file-import = Lire { $name } dans une table
ws-file-forget = Oublier { $name }
ws-file-refused = { $name } : { $reason }

## Tables
ws-tables = Tables
ws-tables-empty = Les tables apparaissent ici dès qu’une étape en a produit une.
ws-zone-raw = brutes
ws-zone-staging = en préparation
ws-zone-warehouse = entrepôt
ws-zone-quarantine = quarantaine
ws-table-in-zone = { $table } ({ $zone })
ws-table-picker = Table affichée
ws-no-table = Aucune table
ws-after-step = après l’étape { $number }
ws-after-all = à la fin
ws-show-end = Voir la fin
ws-shape = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} × { $columns ->
    [one] { $columns } colonne
   *[other] { $columns } colonnes
}

## Pour commencer
ws-begin = Commencez par un fichier
ws-begin-help = Déposez un fichier de données ici. Son format est deviné ; chaque supposition se corrige avant la lecture.
ws-begin-button = Choisir un fichier
ws-begin-private = Rien n’est envoyé : les données restent dans ce navigateur.
ws-begin-waiting = Rien à montrer encore
ws-begin-waiting-help = La recette n’a produit aucune table. Regardez la première étape en erreur, ou rattachez le fichier qui manque.

## Recette
ws-recipe = Recette
ws-step-count = { $count ->
    [one] { $count } étape
   *[other] { $count } étapes
}
ws-recipe-empty = La recette est la suite des étapes appliquées à vos tables. Rien n’est modifié sur place : chaque étape se revoit, se déplace, se désactive.
ws-recipe-empty-example = Par exemple : lire loyers.csv, convertir le loyer en nombre, garder les lignes où la ville est connue.
ws-add-step = Ajouter une étape
ws-state-done = faite
ws-state-warned = faite, à vérifier
ws-state-failed = en erreur
ws-state-blocked = bloquée
ws-state-disabled = désactivée
ws-state-pending = en attente
ws-state-running = en cours
ws-step-figures = { $in } → { $out } lignes × { $columns }
ws-step-made = { $out ->
    [one] { $out } ligne
   *[other] { $out } lignes
} × { $columns }
ws-step-rejects = { $rows ->
    [one] { $rows } ligne mise de côté
   *[other] { $rows } lignes mises de côté
}
ws-tools = Actions de l’étape { $number }
ws-tool-edit = Modifier l’étape { $number }
ws-tool-up = Monter l’étape { $number }
ws-tool-down = Descendre l’étape { $number }
ws-tool-before = Insérer avant l’étape { $number }
ws-tool-after = Insérer après l’étape { $number }
ws-tool-disable = Désactiver l’étape { $number }
ws-tool-enable = Réactiver l’étape { $number }
ws-tool-note = Commenter l’étape { $number }
ws-tool-delete = Supprimer l’étape { $number }
ws-tool-rejects = Voir les lignes mises de côté
ws-note = Commentaire de l’étape
ws-note-keep = Garder le commentaire
ws-recipe-imported = Recette lue depuis { $name }.

## Travail en cours
ws-progress = Travail en cours
ws-progress-steps = { $done } étapes sur { $total }
ws-progress-rows = { $done } lignes sur { $total }
ws-progress-bytes = { $done } sur { $total }
ws-cancel-work = Arrêter
ws-work-run = Calcul de la recette…
ws-work-query = Requête en cours…
ws-work-preview = Calcul de l’aperçu…
ws-work-profile = Calcul du profil…
ws-work-export = Écriture du fichier…
ws-work-detect = Lecture du fichier…

## Grille
ws-grid-label = Table { $table }
ws-grid-rows = { $rows } lignes
ws-empty-table = Cette table n’a aucune ligne
ws-empty-table-help = Une étape plus haut dans la recette montre où les lignes s’arrêtent.
ws-empty-table-edit = Modifier l’étape { $number }
ws-empty-query = La requête ne rend aucune ligne
ws-empty-query-help = Une condition est sans doute trop étroite, ou une jointure ne trouve rien.
ws-grid-position = Ligne { $row } sur { $rows } · { $column }
ws-grid-header-position = En-têtes, { $rows } lignes · { $column }
ws-grid-row-number = Numéro de ligne
ws-grid-loading = Des lignes arrivent…
ws-cell-null = valeur manquante
ws-cell-blank = texte vide
ws-cell-loading = en cours de lecture
ws-cell-was = avant :
ws-null-share = { $share } % ∅
ws-null-title = { $nulls ->
    [0] Aucune valeur manquante
    [one] { $nulls } valeur manquante
   *[other] { $nulls } valeurs manquantes
}
ws-column-menu = Menu de la colonne { $column }
ws-menu-profile = Profil de la colonne
ws-menu-ascending = Trier, plus petit d’abord…
ws-menu-descending = Trier, plus grand d’abord…
ws-menu-rename = Renommer…
ws-menu-drop = Retirer la colonne…
ws-menu-operation = { $operation }…
ws-card-title = Ligne { $row } · { $column }
ws-card-null-help = La cellule n’a pas de valeur : ce n’est ni zéro ni un texte vide.
ws-card-source = Source { $source }
ws-card-record = enregistrement { $record }
ws-card-no-record = aucun enregistrement de cette source
ws-card-no-origin = Cette ligne ne vient pas d’un seul enregistrement d’une source.

## Types
ws-type-boolean = booléen
ws-type-integer = entier
ws-type-number = nombre
ws-type-decimal = décimal
ws-type-text = texte
ws-type-date = date
ws-type-datetime = date et heure
ws-type-time = heure
ws-type-duration = durée
ws-type-other = autre

## Inspecteur
ws-tab-step = Étape
ws-tab-column = Colonne
ws-tab-rejects = Rejets
ws-step-empty = Choisissez une étape pour la revoir, ou ajoutez-en une. Le menu d’une colonne propose celles qui lui conviennent.
ws-edit-step = Modifier cette étape
ws-form-place = Deviendra l’étape { $number }.
ws-form-edits = C’est l’étape { $number }.
ws-form-apply = Appliquer
ws-form-save = Enregistrer l’étape
ws-form-unknown = Cette opération n’est pas connue de ce moteur : l’étape est gardée telle quelle.
ws-columns-all = Toutes
ws-columns-none = Aucune
ws-columns-chosen = { $count ->
    [one] { $count } colonne choisie
   *[other] { $count } colonnes choisies
}
ws-column-missing = absente de la table
ws-row-number = n° { $number }
ws-row-up = Monter le n° { $number }
ws-row-down = Descendre le n° { $number }
ws-row-remove = Retirer le n° { $number }
ws-row-add = Ajouter : { $list }
ws-ports = Tables lues et écrites
ws-ports-open = Tables lues par la requête : { $tables }
ws-ports-any = Tables lues
ws-port-reads = Table lue ({ $port })
ws-port-writes = Table écrite ({ $port })
ws-port-zone = Zone de la table écrite ({ $port })
ws-port-name-bad = Des lettres, des chiffres et _, une lettre d’abord, 64 caractères au plus.
ws-port-main = principale
ws-port-left = gauche
ws-port-right = droite
ws-port-rejects = rejets
ws-port-quarantine = quarantaine
ws-port-duplicates = doublons
ws-effect = Effet, avant d’appliquer
ws-effect-none = L’aperçu vient quand l’étape est complète.
ws-effect-working = Calcul de l’aperçu…
ws-effect-rows = { $before } → { $after } lignes
ws-effect-cells = { $cells ->
    [0] Aucune cellule ne change
    [one] { $cells } cellule change
   *[other] { $cells } cellules changent
}
ws-effect-rejected = { $rows ->
    [one] { $rows } ligne mise de côté
   *[other] { $rows } lignes mises de côté
}
ws-effect-added = { $count ->
    [one] Colonne ajoutée : { $columns }
   *[other] Colonnes ajoutées : { $columns }
}
ws-effect-removed = { $count ->
    [one] Colonne retirée : { $columns }
   *[other] Colonnes retirées : { $columns }
}
ws-effect-examples = Exemples après l’étape

## Profil
ws-profile-column = Colonne
ws-profile-choose = Choisir une colonne
ws-profile-empty = Choisissez une colonne, ici ou par son en-tête, pour voir ses valeurs, ses manques et sa répartition.
ws-profile-working = Calcul du profil…
ws-profile-type = Type
ws-profile-rows = Lignes
ws-profile-nulls = Valeurs manquantes
ws-profile-distinct = Valeurs différentes
ws-profile-min = Plus petite
ws-profile-max = Plus grande
ws-profile-mean = Moyenne
ws-profile-std-dev = Écart type
ws-profile-q05 = Quantile 5 %
ws-profile-q25 = Premier quartile
ws-profile-q50 = Médiane
ws-profile-q75 = Troisième quartile
ws-profile-q95 = Quantile 95 %
ws-profile-zeros = Zéros
ws-profile-negatives = Négatives
ws-profile-nans = Non-nombres (NaN)
ws-profile-blank = Textes vides
ws-profile-untrimmed = Blancs au début ou à la fin
ws-profile-lengths = Longueurs
ws-profile-length-range = { $low } à { $high } caractères
ws-profile-top = Valeurs les plus fréquentes
ws-profile-value = Valeur
ws-count-share = { $count } ({ $share } %)
ws-count-share-small = { $count } (moins de 0,1 %)
ws-histogram = Répartition
ws-histogram-label = Répartition en { $bins } classes, de { $low } à { $high } ; la plus haute compte { $highest } valeurs. Les chiffres sont dans le tableau qui suit.
ws-histogram-table = Chiffres de la répartition
ws-histogram-bounds = Classe
ws-histogram-count = Nombre
ws-histogram-range = { $low } à { $high }

## Lignes mises de côté
ws-rejects = Lignes mises de côté
ws-rejects-table = Table
ws-rejects-option = { $table } ({ $rows })
ws-rejects-none = Cette étape ne met rien de côté. Les lectures et les conversions gardent ici les lignes qui ne conviennent pas, avec la raison.
ws-rejects-empty = Aucune ligne n’a été mise de côté.
ws-rejects-count = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} dans { $table }, avec la raison.

## SQL
ws-sql = SQL
ws-sql-label = Requête SQL
ws-sql-hint = Ctrl+Entrée exécute. Échap puis Tab quitte l’éditeur.
ws-sql-hint-line = Alt+Bas propose. Entrée applique.
ws-sql-run = Exécuter
ws-sql-step = En faire une étape
ws-sql-result = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} × { $columns }
ws-sql-grid = Résultat de la requête
ws-sql-empty = Le résultat s’affiche ici. Les tables portent le nom de la liste, par exemple : select ville, count(*) from loyers group by ville

## Palette
ws-palette = Opérations et commandes
ws-palette-search = Chercher une opération ou une commande
ws-palette-placeholder = Convertir, filtrer, joindre, exporter…
ws-palette-nothing = Rien ne correspond. Essayez un autre mot, par exemple « trier » ou « doublons ».
ws-group-source = Lire
ws-group-clean = Nettoyer
ws-group-transform = Transformer
ws-group-quality = Contrôler
ws-group-command = Commande
ws-command-undo = Annuler la dernière modification
ws-command-undo-help = Reprend la recette telle qu’elle était avant.
ws-command-redo = Rétablir
ws-command-redo-help = Refait la modification qui vient d’être annulée.
ws-command-import-file = Lire un fichier
ws-command-import-file-help = CSV, JSON, Parquet, Arrow, XML, journal, colonnes fixes, gzip ou zip. Le format est deviné, puis confirmé.
ws-command-export = Exporter une table ou la recette
ws-command-export-help = CSV, JSON Lines, Parquet, Arrow, ou la recette en JSON. Donne aussi l’empreinte des tables.
ws-command-import-recipe = Lire une recette
ws-command-import-recipe-help = Remplace les étapes par celles d’un fichier de recette. Se défait par Annuler.
ws-command-sql = Ouvrir le volet SQL
ws-command-sql-help = Pour explorer les tables par une requête, et en faire une étape.
ws-command-wider-left = Élargir le volet de la recette
ws-command-narrower-left = Rétrécir le volet de la recette
ws-command-wider-right = Élargir l’inspecteur
ws-command-narrower-right = Rétrécir l’inspecteur
ws-command-higher-sql = Agrandir le volet SQL
ws-command-lower-sql = Réduire le volet SQL
ws-command-resize-help = Le même effet que de tirer le bord du volet, sans le tirer. La taille est retenue.
ws-command-shortcuts = Raccourcis du clavier
ws-command-shortcuts-help = La liste des touches.
ws-command-settings = Réglages
ws-command-settings-help = Langue, thème, taille du texte, clavier.
ws-command-language = English
ws-command-language-help = Passe l’interface en anglais.
ws-command-theme = Changer de thème
ws-command-theme-help = Clair, sombre, contraste élevé, ou celui du système.
ws-command-help = Aide
ws-command-help-help = Les pages d’aide, hors ligne aussi.

## Lecture d’un fichier
ws-import = Lire { $name }
ws-import-looking = Examen du fichier…
ws-import-found = Reconnu : { $format }. Chaque supposition se change ici.
ws-import-encoding-lossy = Des caractères de ce fichier ne se lisent pas en { $encoding } : « � » les remplace ci-contre. La lecture s’arrêterait au premier.
ws-import-encoding-take = Prendre { $encoding }, l’encodage détecté
ws-import-refused = Le fichier n’a pas été lu ; le travail est intact.
ws-import-format = Lire comme
ws-import-member = Fichier de l’archive
ws-import-table = Nom de la table
ws-import-preview = Premières lignes, telles qu’elles seraient lues
ws-import-raw = Premières lignes du fichier
ws-import-apply = Lire dans une table

## Export
ws-export = Exporter
ws-export-title = Exporter
ws-export-table = Table
ws-export-format = Format
ws-export-csv = CSV (tableur, texte)
ws-export-parquet = Parquet (types gardés, compact)
ws-export-json_lines = JSON Lines (un objet par ligne)
ws-export-arrow = Arrow (types gardés, lecture immédiate)
ws-export-delimiter = Séparateur
ws-export-decimal = Marque décimale
ws-export-mark = Marque d’ordre des octets (certains tableurs en ont besoin)
ws-export-neutralise = Neutraliser les formules (une cellule qui commence par =, +, - ou @ devient du texte)
ws-export-save = Enregistrer le fichier
ws-export-busy = Écriture…
ws-export-empty = Il n’y a pas encore de table à exporter.
ws-exported = { $name } est enregistré.
ws-export-recipe = Recette
ws-export-recipe-help = Un fichier JSON : les étapes, sans les données. Rejouée sur les mêmes fichiers, elle donne les mêmes tables.
ws-export-recipe-save = Enregistrer la recette
ws-delimiter-semicolon = point-virgule ;
ws-delimiter-comma = virgule ,
ws-delimiter-tab = tabulation
ws-delimiter-pipe = barre |
ws-decimal-comma = virgule
ws-decimal-point = point
ws-hashes = Empreintes
ws-hashes-help = À comparer avec celles de « creuset run » : les mêmes étapes sur les mêmes fichiers donnent les mêmes empreintes.
ws-hashes-compute = Calculer les empreintes
ws-hash-ordered = ordre compté
ws-hash-unordered = ordre indifférent

## Raccourcis
ws-shortcuts = Raccourcis du clavier
ws-shortcuts-grid = Dans la grille
ws-shortcuts-single = Les touches seules se désactivent dans les réglages. Dans les en-têtes, taper des lettres va à la colonne qui commence ainsi.
ws-keys-arrows = Aller d’une cellule à l’autre
ws-keys-home-end = Début ou fin de la ligne
ws-keys-corners = Première ou dernière cellule
ws-keys-pages = Une page plus haut ou plus bas
ws-keys-card = Valeur entière et provenance de la cellule
ws-keys-menu = Menu de la colonne, depuis l’en-tête

## Raisons des lignes mises de côté
ws-reason-reject-json = pas du JSON
ws-reason-reject-line-length = ligne trop courte
ws-reason-reject-pattern = hors du motif
ws-reason-reject-xml = pas du XML
ws-reason-reject-field-count = nombre de champs différent de l’en-tête
ws-reason-reject-cell-type = valeur d’un autre type que la colonne
ws-reason-reject-record-length = enregistrement trop long
ws-reason-reject-quote = guillemets mal fermés
ws-reason-reject-cast = conversion impossible
ws-reason-reject-range = nombre hors des bornes du type
ws-reason-reject-more = autres rejets : comptés, non conservés (leur nombre est dans la colonne valeur)
ws-rejects-capped = Les { $kept } premiers rejets sont conservés ici, sur { $counted } comptés ; les autres sont seulement comptés.

## Colonnes des lignes mises de côté
ws-reject-column-line = ligne
ws-reject-column-record = enregistrement
ws-reject-column-column = colonne
ws-reject-column-code = raison
ws-reject-column-value = valeur lue
ws-reject-column-expected = attendu
ws-reject-column-quarantine_columns = colonnes en cause
ws-reject-column-quarantine_reason = raison
