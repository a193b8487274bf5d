# Opérations du groupe « transform » : libellés, aide, paramètres, phrases d’étape. Mêmes clés qu’en anglais.

op-aggregate = Agréger
op-aggregate-summary = Regroupe les lignes par clés et mesure chaque groupe.
op-aggregate-help = Une ligne de résultat par combinaison des clés, valeurs nulles comprises. Les mesures ignorent les valeurs nulles, sauf le nombre de lignes.
op-aggregate-sentence = Mesurer { $measures } de { $in-main }
op-aggregate-param-keys = Clés de regroupement
op-aggregate-param-keys-hint = Aucune : une seule ligne pour toute la table.
op-aggregate-param-measures = Mesures
op-aggregate-param-measures-name = Nom
op-aggregate-param-measures-function = Calcul
op-aggregate-param-measures-function-value-rows = nombre de lignes
op-aggregate-param-measures-function-value-count = valeurs non nulles
op-aggregate-param-measures-function-value-count_distinct = valeurs différentes
op-aggregate-param-measures-function-value-sum = somme
op-aggregate-param-measures-function-value-mean = moyenne
op-aggregate-param-measures-function-value-min = minimum
op-aggregate-param-measures-function-value-max = maximum
op-aggregate-param-measures-function-value-median = médiane
op-aggregate-param-measures-function-value-std_dev = écart-type
op-aggregate-param-measures-column = Colonne
op-aggregate-example-by-key = Loyers par ville
op-aggregate-example-in-all = Un total pour toute la table

op-derive = Calculer des colonnes
op-derive-summary = Ajoute ou remplace des colonnes par des expressions.
op-derive-help = Chaque expression peut employer les colonnes définies au-dessus d’elle. Le nom d’une colonne existante la remplace à sa place.
op-derive-sentence = Calculer { $columns }
op-derive-param-columns = Colonnes
op-derive-param-columns-name = Nom
op-derive-param-columns-expression = Expression
op-derive-example-add = Loyer au mètre carré
op-derive-example-replace = Noms en capitales

op-filter = Filtrer les lignes
op-filter-summary = Garde les lignes pour lesquelles une condition est vraie, ou les autres.
op-filter-help = Une condition dont le résultat est inconnu (null) n’est pas vraie : la ligne fait partie des autres.
op-filter-sentence = Garder les lignes où { $condition }
op-filter-param-condition = Condition
op-filter-param-keep = Lignes gardées
op-filter-param-keep-value-matching = celles où elle est vraie
op-filter-param-keep-value-others = les autres
op-filter-example-matching = Loyers au-dessus de 700
op-filter-example-others = Tous les autres, inconnus compris

op-join = Joindre deux tables
op-join-summary = Associe les lignes de deux tables par des clés égales.
op-join-help = Une clé nulle n’est égale à rien. La cardinalité affirmée est vérifiée : l’étape s’arrête si une clé se répète du côté où elle devait être unique.
op-join-sentence = Joindre { $in-left } et { $in-right }
op-join-param-kind = Lignes gardées
op-join-param-kind-value-inner = celles qui ont un partenaire
op-join-param-kind-value-left = et toutes celles de gauche
op-join-param-kind-value-right = et toutes celles de droite
op-join-param-kind-value-full = toutes
op-join-param-kind-value-semi = à gauche, avec un partenaire
op-join-param-kind-value-anti = à gauche, sans partenaire
op-join-param-kind-value-cross = toutes les paires
op-join-param-keys = Clés
op-join-param-keys-left = Colonne de gauche
op-join-param-keys-right = Colonne de droite
op-join-param-cardinality = Cardinalité affirmée
op-join-param-cardinality-value-many_to_many = aucune (n – n)
op-join-param-cardinality-value-many_to_one = clé unique à droite (n – 1)
op-join-param-cardinality-value-one_to_many = clé unique à gauche (1 – n)
op-join-param-cardinality-value-one_to_one = clé unique des deux côtés (1 – 1)
op-join-param-suffix = Suffixe des colonnes homonymes de droite
op-join-example-inner = Locataires et loyers
op-join-example-full = Avec les lignes sans partenaire
op-join-example-anti = Locataires sans loyer

op-sample = Échantillonner
op-sample-summary = Tire des lignes au hasard, les mêmes pour la même graine.
op-sample-help = Le tirage est sans remise et garde l’ordre de la table. La même graine donne les mêmes lignes sur toute machine.
op-sample-sentence = Tirer { $amount } de { $in-main } au hasard
op-sample-param-size = Taille en
op-sample-param-size-value-rows = lignes
op-sample-param-size-value-share = part des lignes
op-sample-param-amount = Quantité
op-sample-param-amount-hint = Un nombre de lignes, ou une part entre 0 et 1.
op-sample-param-seed = Graine
op-sample-example-rows = Trois lignes sur huit

op-select = Choisir les colonnes
op-select-summary = Garde, retire ou renomme des colonnes.
op-select-help = « Garder » suit l’ordre de la liste. « Renommer » laisse toutes les colonnes à leur place.
op-select-sentence = { $mode ->
    [drop] Retirer { $columns }
    [rename] Renommer { $columns }
   *[keep] Garder { $columns }
  }
op-select-param-mode = Action
op-select-param-mode-value-keep = garder
op-select-param-mode-value-drop = retirer
op-select-param-mode-value-rename = renommer
op-select-param-columns = Colonnes
op-select-param-columns-column = Colonne
op-select-param-columns-rename = Nouveau nom
op-select-example-keep = Garder et renommer
op-select-example-drop = Retirer une colonne
op-select-example-rename = Renommer en place

op-sort = Trier
op-sort-summary = Déclare un ordre des lignes.
op-sort-help = Les textes se rangent par point de code (les majuscules d’abord, les lettres accentuées après z). À égalité sur toutes les clés, l’ordre d’avant est gardé.
op-sort-sentence = Trier par { $keys }
op-sort-param-keys = Clés
op-sort-param-keys-column = Colonne
op-sort-param-keys-direction = Sens
op-sort-param-keys-direction-value-ascending = croissant
op-sort-param-keys-direction-value-descending = décroissant
op-sort-param-keys-nulls = Valeurs nulles
op-sort-param-keys-nulls-value-last = à la fin
op-sort-param-keys-nulls-value-first = au début
op-sort-example-two-keys = Par ville, puis du plus cher au moins cher

op-sql = Requête SQL
op-sql-summary = Une requête sur une ou plusieurs tables.
op-sql-help = Sans ORDER BY au plus haut niveau, le résultat n’a pas d’ordre. Ce que le dialecte ne connaît pas est refusé avec sa place dans le texte.
op-sql-sentence = SQL sur { $inputs }
op-sql-param-query = Requête
op-sql-example-join = Total payé par locataire
