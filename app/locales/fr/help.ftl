# L’aide : ce qui entoure les sujets et les fiches de référence.

help-list = Pages d’aide
help-topics = Sujets
help-reference = Référence
help-unknown = Page d’aide introuvable
help-unknown-text = Ce sujet n’existe pas. Choisir une page dans la liste.
help-table = Tableau
help-op-parameters = Paramètres
help-op-parameter = Paramètre
help-op-key = Nom dans la recette
help-op-values = Valeurs
help-op-examples = Exemples
help-op-before = Avant
help-op-after = Après
help-functions-title = Fonctions SQL
help-functions-lead = Les fonctions que comprennent les requêtes et les expressions.
help-functions-text = Texte
help-functions-validity = Contrôle et rapprochement de textes
help-functions-numeric = Nombres
help-functions-date = Dates et heures
help-functions-conditional = Conditions et valeurs vides
help-functions-list = Listes
help-functions-aggregate = Agrégation
help-functions-window = Fenêtres (avec OVER)
help-functions-signature = Fonction
help-functions-what = Effet
help-functions-example = Exemple

# Le tableau des raccourcis
key-palette = Ouvrir les commandes
key-undo = Annuler la dernière modification
key-redo = Rétablir
key-next-pane = Volet suivant
key-previous-pane = Volet précédent
key-step-up = Monter l’étape sélectionnée
key-step-down = Descendre l’étape sélectionnée
key-run-sql = Exécuter la requête SQL
key-cancel = Arrêter le calcul
key-show-keys = Afficher les raccourcis
key-go-recipe = Aller à la recette
key-go-table = Aller à la table
key-go-sql = Aller à l’éditeur SQL
key-add-step = Ajouter une étape
