# Le bac à sable : exemples, premier pas guidé, texte collé.

begin-try = Sans fichier sous la main
begin-guided = Essayer avec un petit exemple
begin-guided-hint = 120 annonces de logements inventées, trois tâches guidées. Rien n’est noté.
sample-sizes = Une table tirée au hasard :
sample-title = Exemple de { $rows } lignes

first-steps = Premiers pas
first-steps-hide = Fermer le guide
first-steps-lead = Trois tâches sur ces annonces, dans l’ordre voulu. Chacune se coche d’elle-même quand la table le montre ; rien n’est noté.
first-steps-number = Faire du loyer un nombre
first-steps-number-how = Menu de la colonne { $rent }, « Changer le type » : nombre, marque décimale { $decimal }. Les loyers illisibles ({ $unread }) sont mis de côté avec la raison.
first-steps-filter = Garder une partie des annonces
first-steps-filter-how = Ajouter une étape « Filtrer les lignes » avec une condition, par exemple : { $rent } < 700 and { $city } is not null
first-steps-measure = Mesurer par ville
first-steps-measure-how = Ajouter une étape « Agréger » : clé { $city }, mesure nombre de lignes, puis la moyenne de { $rent }. Une requête SQL convient aussi.
first-steps-state-done = fait
first-steps-state-open = à faire
first-steps-said = Tâche { $number } réussie.
first-steps-said-all = Les trois tâches sont réussies.
first-steps-next = Les trois tâches sont faites. Chaque étape se revoit, se déplace ou se désactive ; l’aide en dit plus.

ws-paste = Coller
ws-paste-title = Coller un texte
ws-paste-text = Texte à lire comme un fichier
ws-paste-help = CSV, lignes copiées d’un tableur (séparées par des tabulations) ou JSON. Le format est deviné à l’étape suivante.
ws-paste-missing = Coller d’abord le texte ici.
ws-paste-name = Nom du fichier
ws-paste-stem = collage
ws-paste-apply = Continuer
ws-command-paste = Coller un texte
ws-command-paste-help = Un CSV, des lignes d’un tableur ou un JSON collés deviennent un fichier. Ctrl+V dans l’atelier, hors d’un champ, l’ouvre aussi.

## Chercher, copier, garder à gauche
ws-find = Chercher
ws-find-text = Texte à chercher dans la table
ws-find-next = Cellule suivante
ws-find-previous = Cellule précédente
ws-find-close = Fermer la recherche
ws-find-found = Ligne { $row }, colonne { $column }
ws-find-around = Ligne { $row }, colonne { $column } (la recherche a repris à l’autre bout)
ws-find-nothing = Aucune cellule ne contient ce texte.
ws-work-find = Recherche dans la table…
ws-copy-csv = Copier en CSV
ws-copy-markdown = Copier en Markdown
ws-menu-keep = Garder à gauche
ws-menu-let-go = Ne plus garder à gauche
ws-menu-wider = Élargir
ws-menu-narrower = Rétrécir
ws-menu-usual-width = Largeur d’origine
ws-menu-copy = Copier les valeurs
ws-menu-then-ascending = Trier ensuite par elle, plus petit d’abord
ws-menu-then-descending = Trier ensuite par elle, plus grand d’abord
ws-keys-find = Chercher une cellule
ws-keys-select = Sélectionner des cellules, depuis une cellule
ws-keys-copy = Copier les cellules sélectionnées
ws-keys-widen = Élargir ou rétrécir la colonne, depuis l’en-tête
said-copied = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} × { $columns } dans le presse-papiers.
said-copied-first = Les { $rows } premières lignes × { $columns } sont dans le presse-papiers. Pour tout prendre, exporter la table.
said-copy-failed = Le navigateur n’a pas laissé copier. Exporter la table donne un fichier.
said-sorted-then = Tri par { $count } colonnes, { $column } en dernier.

## Modèles d’étapes
ws-templates = Modèles d’étapes
ws-templates-open = Modèles d’étapes…
ws-templates-lead = Un modèle garde des étapes sous un nom, sur cet appareil, pour les reprendre dans un autre travail.
ws-templates-kept = Modèles gardés
ws-templates-none = Aucun modèle pour l’instant.
ws-templates-keep = Garder des étapes de cette recette
ws-templates-no-steps = La recette n’a pas encore d’étape à garder.
ws-template-steps = Étapes
ws-template-steps-missing = Cocher au moins une étape.
ws-template-name = Nom du modèle
ws-template-name-missing = Donner un nom au modèle.
ws-template-keep = Garder comme modèle
ws-template-kept = Modèle « { $name } » gardé.
ws-template-insert = Insérer le modèle { $name }
ws-template-insert-short = Insérer
ws-template-remove = Supprimer le modèle { $name }
ws-template-removed = Modèle « { $name } » supprimé.
ws-template-restore = Le remettre
said-template-inserted = { $count ->
    [one] { $count } étape insérée
   *[other] { $count } étapes insérées
} du modèle { $name }.
edit-template = l’insertion d’un modèle
ws-command-templates = Modèles d’étapes
ws-command-templates-help = Garder des étapes sous un nom, ou en reprendre ici.
