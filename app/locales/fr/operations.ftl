# Operations : libellés, aide, paramètres, phrases d’étape. Mêmes clés qu’en anglais.

op-import_csv = Lire un fichier texte délimité
op-import_csv-summary = Lit un CSV, cellule par cellule, et met de côté ce qui ne se lit pas.
op-import_csv-help = La détection propose un séparateur, un encodage, une marque décimale et des types ; chaque choix se corrige. Une cellule qui n’est pas du type de sa colonne devient nulle et figure dans les rejets, avec sa ligne et sa raison. Un enregistrement mal formé va entier dans les rejets.
op-import_csv-sentence = Lire { $file }
op-import_csv-param-file = Fichier
op-import_csv-param-delimiter = Séparateur
op-import_csv-param-delimiter-hint = Un caractère ; une tabulation s’écrit \t.
op-import_csv-param-quote = Guillemets
op-import_csv-param-quote-value-double = doubles "
op-import_csv-param-quote-value-single = simples '
op-import_csv-param-quote-value-none = aucun
op-import_csv-param-header = La première ligne porte les noms
op-import_csv-param-encoding = Encodage
op-import_csv-param-encoding-value-auto = détecté
op-import_csv-param-encoding-value-utf-8 = UTF-8
op-import_csv-param-encoding-value-cp1252 = Windows-1252
op-import_csv-param-encoding-value-latin-1 = Latin-1 (ISO 8859-1)
op-import_csv-param-encoding-value-utf-16 = UTF-16
op-import_csv-param-decimal = Marque décimale
op-import_csv-param-decimal-value-point = point
op-import_csv-param-decimal-value-comma = virgule
op-import_csv-param-thousands = Séparateur de milliers
op-import_csv-param-thousands-value-none = aucun
op-import_csv-param-thousands-value-space = espace
op-import_csv-param-thousands-value-point = point
op-import_csv-param-thousands-value-comma = virgule
op-import_csv-param-thousands-value-apostrophe = apostrophe
op-import_csv-param-null_tokens = Textes qui valent « manquant »
op-import_csv-param-skip_lines = Lignes à sauter au début
op-import_csv-param-date_format = Format des dates
op-import_csv-param-date_format-hint = Par exemple %d/%m/%Y ; vide pour ISO 8601.
op-import_csv-param-columns = Types imposés
op-import_csv-param-columns-name = Colonne
op-import_csv-param-columns-type = Type
op-import_csv-param-columns-type-value-boolean = booléen
op-import_csv-param-columns-type-value-integer = entier
op-import_csv-param-columns-type-value-number = nombre
op-import_csv-param-columns-type-value-text = texte
op-import_csv-param-columns-type-value-date = date
op-import_csv-param-columns-type-value-datetime = date et heure
op-import_csv-param-columns-type-value-time = heure

op-import_parquet = Lire un fichier Parquet
op-import_parquet-summary = Lit un fichier Apache Parquet, avec les types qu’il porte.
op-import_parquet-help = Les entiers courts deviennent des entiers de 64 bits, les nombres courts des nombres de 64 bits. Les colonnes imbriquées sont montrées, sans calcul possible.
op-import_parquet-sentence = Lire { $file }
op-import_parquet-param-file = Fichier
op-import_parquet-param-columns = Colonnes à lire
op-import_parquet-param-columns-hint = Toutes si la liste est vide.

op-cast = Changer le type
op-cast-summary = Convertit des colonnes vers un autre type ; ce qui ne se convertit pas est traité selon la règle choisie.
op-cast-help = Rien n’est perdu en silence : 3,7 n’est pas un entier, 2 n’est pas un booléen. Un texte vide est une valeur manquante. En quarantaine, la ligne quitte la table telle qu’elle était, avec les colonnes en cause.
op-cast-sentence = Convertir { $columns } en { $to ->
    [boolean] booléen
    [integer] entier
    [number] nombre
    [text] texte
    [date] date
    [datetime] date et heure
   *[time] heure
  }
op-cast-param-columns = Colonnes
op-cast-param-to = Nouveau type
op-cast-param-to-value-boolean = booléen
op-cast-param-to-value-integer = entier
op-cast-param-to-value-number = nombre
op-cast-param-to-value-text = texte
op-cast-param-to-value-date = date
op-cast-param-to-value-datetime = date et heure
op-cast-param-to-value-time = heure
op-cast-param-on_error = Si une cellule ne se convertit pas
op-cast-param-on_error-value-null = elle devient nulle
op-cast-param-on_error-value-quarantine = sa ligne va en quarantaine
op-cast-param-on_error-value-fail = l’étape s’arrête
op-cast-param-format = Format des dates
op-cast-param-format-hint = Par exemple %d/%m/%Y ; vide pour ISO 8601.
op-cast-param-decimal = Marque décimale
op-cast-param-decimal-value-point = point
op-cast-param-decimal-value-comma = virgule
op-cast-example-quarantine = Une cellule illisible envoie sa ligne en quarantaine
op-cast-example-french-numbers = Nombres à virgule
op-cast-example-french-dates = Dates jour/mois/année

op-deduplicate = Dédoublonner
op-deduplicate-summary = Garde une ligne par valeur des clés ; les autres peuvent aller dans leur propre table.
op-deduplicate-help = Sans clé, toutes les colonnes comptent. Deux valeurs nulles sont égales. « Aucune » retire tout groupe de plus d’une ligne.
op-deduplicate-sentence = Dédoublonner { $out-main }
op-deduplicate-param-keys = Colonnes clés
op-deduplicate-param-keys-hint = Aucune : toutes les colonnes comptent.
op-deduplicate-param-keep = Ligne gardée
op-deduplicate-param-keep-value-first = la première
op-deduplicate-param-keep-value-last = la dernière
op-deduplicate-param-keep-value-none = aucune
op-deduplicate-example-whole-rows = Lignes entièrement égales
op-deduplicate-example-last-of-key = La dernière ligne de chaque clé

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
