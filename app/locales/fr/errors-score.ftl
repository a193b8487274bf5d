# Vérifications et scores.

error-check-unknown = La vérification « { $id } » est d’un genre inconnu, « { $check } ». Genres connus : { $candidates }.
error-check-params = Les paramètres de la vérification « { $id } » ({ $check }) ne conviennent pas : { $detail }.
error-instance-missing = Les données de « { $name } » ne sont pas encore préparées. Ouvrir l’exercice à nouveau.
error-instance-spec = La description des données ne se lit pas : { $detail }.
error-score-table-missing = Le livrable « { $table } » manque : aucune étape ne produit cette table.
error-score-column-missing = Le livrable « { $table } » n’a pas la colonne « { $column } » demandée par le contrat.
error-score-sources-unknown = Des constats désignent des sources qui ne sont pas des fichiers de l’exercice : { $sources }. Garder le nom de la table importée.
error-score-columns-unknown = Des constats désignent des colonnes qu’aucun fichier ne porte : { $columns }. Donner les noms du fichier.
error-score-rows-incomplete = { $count ->
    [one] Un constat est incomplet
   *[other] { $count } constats sont incomplets
} : il faut une source, un enregistrement et un genre.
error-score-kinds-ignored = Genres qui ne sont pas demandés, sans effet sur le score : { $kinds }.
error-score-kind-not-found = « { $kind } » : aucune anomalie de ce genre n’est trouvée.
error-score-kind-missed = « { $kind } » : une partie des anomalies échappe encore à la règle.
error-score-kind-wrong = « { $kind } » : une partie des constats désigne des valeurs saines. Resserrer la règle.
error-score-test-not-computed = Les tests d’absence doivent être calculés par { $operations } ; des chiffres saisis ne comptent pas.
error-score-mechanism-undeclared = « { $column } » : aucun mécanisme d’absence n’est déclaré.
error-score-mechanism-contradiction = « { $column } » : deux mécanismes d’absence se contredisent.
error-score-mechanism-wrong = « { $column } » : le mécanisme déclaré n’est pas le bon.
error-score-mechanism-unsupported = « { $column } » : le test présenté n’appuie pas le mécanisme déclaré.
