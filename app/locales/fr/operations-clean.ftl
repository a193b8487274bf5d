# Opérations du groupe « clean » : libellés, aide, paramètres, phrases d’étape. Mêmes clés qu’en anglais.

op-bin = Répartir en classes
op-bin-summary = Range des nombres dans des intervalles.
op-bin-help = Des intervalles de même largeur, de même effectif (quantiles) ou aux bornes données. Une valeur hors des bornes, nulle ou sans grandeur (NaN) donne un nul. Quand les bornes sont calculées, la plus petite et la plus grande valeur sont toujours dedans ; deux quantiles égaux ne comptent qu’une fois, il peut donc y avoir moins de classes que demandé.
op-bin-sentence = Répartir { $column } en classes dans { $into }
op-bin-param-column = Colonne
op-bin-param-into = Nouvelle colonne
op-bin-param-method = Bornes
op-bin-param-method-value-equal_width = de même largeur
op-bin-param-method-value-quantiles = quantiles
op-bin-param-method-value-edges = données
op-bin-param-count = Nombre de classes
op-bin-param-count-hint = Pour les bornes calculées.
op-bin-param-edges = Bornes données
op-bin-param-edges-hint = Dans l’ordre croissant, au moins deux.
op-bin-param-edges-at = Borne
op-bin-param-closed = Borne comprise
op-bin-param-closed-value-left = celle de gauche : [a, b)
op-bin-param-closed-value-right = celle de droite : (a, b]
op-bin-param-labels = Valeur de la colonne
op-bin-param-labels-value-interval = l’intervalle, en texte
op-bin-param-labels-value-index = le numéro de la classe, à partir de 1
op-bin-example-equal-width = Deux classes de même largeur
op-bin-example-quantiles = Deux moitiés
op-bin-example-given-edges = Des bornes données, fermées à droite

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

op-clean_text = Nettoyer du texte
op-clean_text-summary = Retire ce qui ne se voit pas, resserre les espaces, règle accents, majuscules et forme Unicode.
op-clean_text-help = Toujours dans cet ordre : caractères invisibles, accents, forme normale, espaces multiples, espaces aux deux bouts, majuscules. Les espaces insécables (U+00A0, U+202F) sont des espaces comme les autres. Une majuscule de titre suit une espace, un trait d’union ou un point, jamais une apostrophe.
op-clean_text-sentence = Nettoyer le texte de { $columns }
op-clean_text-param-columns = Colonnes
op-clean_text-param-remove_invisible = Retirer les caractères invisibles
op-clean_text-param-remove_invisible-hint = Caractères de contrôle et caractères sans largeur ; tabulations et fins de ligne restent.
op-clean_text-param-strip_accents = Retirer les accents
op-clean_text-param-normal_form = Forme normale Unicode
op-clean_text-param-normal_form-value-none = telle quelle
op-clean_text-param-normal_form-value-nfc = NFC (composée)
op-clean_text-param-normal_form-value-nfd = NFD (décomposée)
op-clean_text-param-normal_form-value-nfkc = NFKC (composée, simplifiée)
op-clean_text-param-normal_form-value-nfkd = NFKD (décomposée, simplifiée)
op-clean_text-param-collapse_spaces = Réduire les espaces multiples à une seule
op-clean_text-param-trim = Retirer les espaces aux deux bouts
op-clean_text-param-case = Majuscules et minuscules
op-clean_text-param-case-value-none = telles quelles
op-clean_text-param-case-value-lower = tout en minuscules
op-clean_text-param-case-value-upper = tout en majuscules
op-clean_text-param-case-value-title = Une Majuscule Par Mot
op-clean_text-param-case-value-sentence = Une majuscule au début
op-clean_text-example-spaces-and-capitals = Espaces resserrées, noms avec majuscules
op-clean_text-example-plain-letters = Lettres simples, sans rien d’invisible
op-clean_text-example-one-form = Deux écritures du même é, ramenées à une

op-conditional = Colonne par cas
op-conditional-summary = Donne à une colonne une valeur selon des conditions.
op-conditional-help = Le premier cas dont la condition est vraie donne la valeur ; une condition inconnue (nulle) n’est pas vraie. Les valeurs sont des expressions d’un même type ; un texte s’écrit entre apostrophes droites. Le nom d’une colonne existante la remplace à sa place.
op-conditional-sentence = Calculer { $name } par cas ({ $cases-count } cas)
op-conditional-param-name = Nom de la colonne
op-conditional-param-cases = Cas
op-conditional-param-cases-when = Si
op-conditional-param-cases-then = Alors
op-conditional-param-cases-then-hint = Une expression ; un texte entre apostrophes : 'haut'.
op-conditional-param-otherwise = Sinon
op-conditional-param-otherwise-hint = Vide : nul.
op-conditional-example-first-that-holds = Le premier cas vrai compte
op-conditional-example-repair-in-place = Des centimètres ramenés en mètres

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

op-extract = Extraire d’un texte
op-extract-summary = Tire d’un texte de nouvelles colonnes : les groupes d’une expression régulière.
op-extract-help = Le premier endroit où le motif se trouve compte. Un groupe qui a un nom le donne à sa colonne ; les autres prennent les noms donnés, dans l’ordre. Un groupe qui n’a rien trouvé donne un nul. Un texte nul donne des nuls et n’est jamais rejeté. Le motif n’a ni référence arrière ni regard autour.
op-extract-sentence = Extraire de { $column } par { $pattern }
op-extract-param-column = Colonne
op-extract-param-pattern = Expression régulière
op-extract-param-pattern-hint = Avec au moins un groupe entre parenthèses, par exemple (?<annee>[0-9]+).
op-extract-param-names = Noms des nouvelles colonnes
op-extract-param-names-hint = Un par ligne, pour les groupes sans nom.
op-extract-param-case_sensitive = Distinguer majuscules et minuscules
op-extract-param-on_no_match = Si le motif ne se trouve pas
op-extract-param-on_no_match-value-null = les nouvelles cellules sont nulles
op-extract-param-on_no_match-value-reject = la ligne va aux rejets
op-extract-example-named-groups = Code postal et ville d’une adresse
op-extract-example-rejects = Les codes mal formés aux rejets

op-fill = Compléter les nuls
op-fill-summary = Remplit les cellules nulles par une constante, une voisine ou une mesure de la colonne.
op-fill-help = « Précédente » et « suivante » dépendent de l’ordre des lignes : il faut des colonnes d’ordre, ou une table triée. Avec des groupes, voisines et mesures sont celles du groupe ; un groupe sans valeur connue reste nul. Moyenne et médiane font d’une colonne d’entiers une colonne de nombres. Un texte vide n’est pas nul.
op-fill-sentence = { $method ->
    [forward] Compléter { $columns } par la valeur précédente
    [backward] Compléter { $columns } par la valeur suivante
    [mean] Compléter { $columns } par la moyenne
    [median] Compléter { $columns } par la médiane
    [mode] Compléter { $columns } par la valeur la plus fréquente
    [zero] Compléter { $columns } par zéro
   *[constant] Compléter { $columns } par une constante
  }
op-fill-param-columns = Colonnes
op-fill-param-method = Un nul devient
op-fill-param-method-value-constant = une constante
op-fill-param-method-value-forward = la dernière valeur connue avant
op-fill-param-method-value-backward = la première valeur connue après
op-fill-param-method-value-mean = la moyenne
op-fill-param-method-value-median = la médiane
op-fill-param-method-value-mode = la valeur la plus fréquente
op-fill-param-method-value-zero = zéro
op-fill-param-value = Constante
op-fill-param-value-hint = Du type des colonnes : 12.5, 2024-01-31, true.
op-fill-param-by = Groupes
op-fill-param-by-hint = Sans effet pour une constante ou zéro.
op-fill-param-order_by = Ordre des lignes
op-fill-param-order_by-hint = Pour la valeur précédente ou suivante ; inutile si la table est triée.
op-fill-param-indicator = Suffixe des colonnes témoins
op-fill-param-indicator-hint = Par exemple _complete : une colonne booléenne dit quelles cellules ont été remplies.
op-fill-example-constant = Une constante, et les cellules remplies signalées
op-fill-example-last-known = La dernière valeur connue de chaque ville
op-fill-example-mean-of-group = La moyenne de la ville
op-fill-example-most-frequent = La valeur la plus fréquente, la plus petite si plusieurs

op-interpolate = Interpoler
op-interpolate-summary = Calcule les cellules nulles d’après leurs voisines connues, le long d’une colonne d’ordre.
op-interpolate-help = Avant la première et après la dernière valeur connue, un nul reste nul ; de même là où la colonne d’ordre est nulle. Les distances se mesurent sur la colonne d’ordre, pas en nombre de lignes. Dates et instants s’arrondissent au jour et à la microseconde les plus proches. Une colonne d’entiers interpolée en ligne droite devient une colonne de nombres.
op-interpolate-sentence = Interpoler { $columns } le long de { $order_by }
op-interpolate-param-columns = Colonnes
op-interpolate-param-order_by = Colonne d’ordre
op-interpolate-param-order_by-hint = Un nombre, une date ou un instant.
op-interpolate-param-method = Méthode
op-interpolate-param-method-value-linear = en ligne droite
op-interpolate-param-method-value-nearest = la voisine la plus proche
op-interpolate-param-by = Groupes
op-interpolate-example-linear = Un niveau entre deux relevés
op-interpolate-example-nearest = Le relevé le plus proche
op-interpolate-example-dates-in-groups = Des dates, lot par lot

op-merge_columns = Fusionner des colonnes
op-merge_columns-summary = Joint plusieurs colonnes en un seul texte.
op-merge_columns-help = Ce qui n’est pas du texte prend sa forme canonique : 12.5, 2024-01-31, true. Un nul est sauté avec son séparateur, compte comme un texte vide, ou rend le résultat nul, selon la règle choisie.
op-merge_columns-sentence = Fusionner { $columns } dans { $into }
op-merge_columns-param-columns = Colonnes
op-merge_columns-param-into = Nouvelle colonne
op-merge_columns-param-separator = Séparateur
op-merge_columns-param-nulls = Un nul parmi les colonnes
op-merge_columns-param-nulls-value-skip = est sauté
op-merge_columns-param-nulls-value-empty = compte comme un texte vide
op-merge_columns-param-nulls-value-null = rend le résultat nul
op-merge_columns-param-drop_sources = Retirer les colonnes fusionnées
op-merge_columns-example-skip-nulls = Les nuls sautés
op-merge_columns-example-in-place-of-sources = À la place des colonnes fusionnées

op-null_tokens = Reconnaître les valeurs manquantes
op-null_tokens-summary = Rend nulles les cellules qui contiennent un substitut de valeur manquante, comme « n/a » ou -999.
op-null_tokens-help = La cellule entière est comparée. Dans une colonne qui n’est pas du texte, la comparaison porte sur la valeur : -999 vaut -999.0. Une valeur qui n’est d’aucun des types des colonnes est signalée.
op-null_tokens-sentence = Rendre nuls { $tokens } dans { $columns }
op-null_tokens-param-columns = Colonnes
op-null_tokens-param-tokens = Substituts
op-null_tokens-param-tokens-hint = Un par ligne, par exemple n/a, ?, -999.
op-null_tokens-param-ignore_case = Confondre majuscules et minuscules
op-null_tokens-param-trim = Ignorer les espaces aux deux bouts
op-null_tokens-example-texts = Plusieurs écritures du manque
op-null_tokens-example-exactly = À la lettre près
op-null_tokens-example-numbers-and-dates = Sentinelles parmi des nombres et des dates

op-parse_dates = Lire des dates
op-parse_dates-summary = Lit dates et instants dans du texte, d’après une liste de formats.
op-parse_dates-help = Les formats sont essayés dans l’ordre ; %Y demande quatre chiffres, %y deux. Les noms de mois et de jours se lisent en anglais et en français. Un texte que deux formats lisent comme deux dates différentes est ambigu : la règle choisie s’applique. Avec un fuseau, les heures deviennent UTC ; un texte qui dit son décalage (%z) n’en a pas besoin. Une heure qui n’existe pas dans le fuseau ne se lit pas. Un texte vide est une valeur manquante.
op-parse_dates-sentence = Lire { $columns } comme { $to ->
    [datetime] dates et heures
   *[date] dates
  }
op-parse_dates-param-columns = Colonnes
op-parse_dates-param-formats = Formats
op-parse_dates-param-formats-hint = Un par ligne, le plus sûr d’abord, par exemple %d/%m/%Y ; aucun : ISO 8601.
op-parse_dates-param-to = Nouveau type
op-parse_dates-param-to-value-date = date
op-parse_dates-param-to-value-datetime = date et heure
op-parse_dates-param-pivot = Pivot des années à deux chiffres
op-parse_dates-param-pivot-hint = En dessous, 20xx ; à partir de lui, 19xx.
op-parse_dates-param-ambiguous = Si deux formats lisent deux dates
op-parse_dates-param-ambiguous-value-first_format = le premier de la liste décide
op-parse_dates-param-ambiguous-value-day_first = celui qui met le jour d’abord décide
op-parse_dates-param-ambiguous-value-month_first = celui qui met le mois d’abord décide
op-parse_dates-param-ambiguous-value-null = la cellule devient nulle
op-parse_dates-param-ambiguous-value-quarantine = la ligne va en quarantaine
op-parse_dates-param-zone = Fuseau horaire
op-parse_dates-param-zone-hint = Nom IANA, par exemple Europe/Paris ; pour des dates et heures seulement.
op-parse_dates-param-repeated_hour = Heure qui revient deux fois
op-parse_dates-param-repeated_hour-hint = À la fin de l’heure d’été.
op-parse_dates-param-repeated_hour-value-earliest = la première
op-parse_dates-param-repeated_hour-value-latest = la seconde
op-parse_dates-param-repeated_hour-value-unreadable = ne se lit pas
op-parse_dates-param-on_error = Si aucun format ne lit la cellule
op-parse_dates-param-on_error-value-null = elle devient nulle
op-parse_dates-param-on_error-value-quarantine = sa ligne va en quarantaine
op-parse_dates-param-on_error-value-fail = l’étape s’arrête
op-parse_dates-example-several-formats = Plusieurs formats, et un texte illisible
op-parse_dates-example-day-or-month = Jour ou mois d’abord : le doute en quarantaine
op-parse_dates-example-zone-to-utc = Heures de Paris en UTC
op-parse_dates-example-pivot = Années à deux chiffres

op-replace = Remplacer
op-replace-summary = Remplace des valeurs de colonnes de texte ; le reste ne change pas.
op-replace-help = Cellule entière : la première paire qui convient est prise. Partie de la cellule ou expression régulière : chaque paire travaille sur ce que la précédente a laissé, partout où elle trouve. Dans le remplacement d’une expression, $1 vaut le premier groupe, $$ un dollar ; devant une lettre ou un chiffre, mettre le 1 entre accolades. Un nul reste nul.
op-replace-sentence = Remplacer dans { $columns }
op-replace-param-columns = Colonnes
op-replace-param-mode = Ce qui est comparé
op-replace-param-mode-value-whole = la cellule entière
op-replace-param-mode-value-part = une partie de la cellule
op-replace-param-mode-value-pattern = une expression régulière
op-replace-param-pairs = Remplacements
op-replace-param-pairs-from = Chercher
op-replace-param-pairs-to = Remplacer par
op-replace-param-pairs-to-hint = Vide : ce qui est trouvé disparaît.
op-replace-param-case_sensitive = Distinguer majuscules et minuscules
op-replace-example-whole-cells = Cellules entières, sans égard aux majuscules
op-replace-example-parts = Des abréviations dans des adresses
op-replace-example-groups-of-pattern = Une date retournée par une expression

op-split_column = Diviser une colonne
op-split_column-summary = Divise un texte en plusieurs colonnes.
op-split_column-help = À un séparateur, à ce que trouve une expression régulière, ou après des nombres de caractères. S’il y a moins de morceaux que de colonnes, les dernières sont nulles ; s’il y en a plus, la dernière garde tout le reste, ou le reste est abandonné. Un morceau vide est un texte vide.
op-split_column-sentence = Diviser { $column } en { $into }
op-split_column-param-column = Colonne
op-split_column-param-by = Où diviser
op-split_column-param-by-value-separator = à un séparateur
op-split_column-param-by-value-pattern = à une expression régulière
op-split_column-param-by-value-positions = après des nombres de caractères
op-split_column-param-separator = Séparateur ou expression
op-split_column-param-positions = Positions
op-split_column-param-positions-hint = Dans l’ordre croissant, comptées depuis le début du texte.
op-split_column-param-positions-after = Après ce nombre de caractères
op-split_column-param-into = Noms des nouvelles colonnes
op-split_column-param-into-hint = Un par ligne.
op-split_column-param-rest = Morceaux en trop
op-split_column-param-rest-value-keep = la dernière colonne garde tout le reste
op-split_column-param-rest-value-drop = ils sont abandonnés
op-split_column-param-drop_source = Retirer la colonne divisée
op-split_column-example-rest-in-last = Le reste dans la dernière colonne
op-split_column-example-pattern = À une virgule, espaces compris
op-split_column-example-positions = À des positions fixes
