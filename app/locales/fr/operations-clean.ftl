# Opérations du groupe « clean » : libellés, aide, paramètres, phrases d’étape. Mêmes clés qu’en anglais.

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
