# Une phrase par code de diagnostic : quoi, où, que faire. Sans reproche.

error-at = Ligne { $line }, colonne { $column } : { $sentence }

error-recipe-malformed = Ce document n’est pas une recette lisible : { $detail }. Choisir un fichier exporté par Creuset.
error-recipe-version = Cette recette est de la version { $found }, plus récente que la version { $known } connue ici. Recharger la page pour obtenir la dernière version.
error-recipe-too-long = La recette compte { $found } étapes ; la limite est de { $limit }.
error-step-duplicate = Deux étapes portent l’identifiant « { $id } ». Renommer ou supprimer l’une d’elles dans le document.
error-step-unknown-operation = L’opération « { $op } » n’est pas connue de ce moteur. L’étape est conservée et sautée.
error-step-operation-version = L’étape utilise la version { $found } de « { $op } » ; ce moteur connaît la version { $known }. Recharger la page.
error-step-input-missing = L’entrée « { $port } » de « { $op } » n’est reliée à aucune table. Choisir une table.
error-step-port-unknown = « { $op } » n’a pas de port « { $port } ».
error-step-output-missing = La sortie « { $port } » de « { $op } » n’a pas de nom de table. En donner un.
error-table-unknown = Aucune étape active au-dessus ne produit la table « { $table } ».{ $candidate-count ->
    [0] {""}
   *[other] {" "}Tables disponibles : { $candidates }.
}
error-step-blocked = La table « { $table } » n’est pas calculée, car une étape au-dessus a échoué. Corriger d’abord cette étape.
error-param-invalid = Ce paramètre ne convient pas : { $detail }.
error-param-required = Ce champ est nécessaire.
error-param-range = La valeur { $value } sort de l’intervalle de { $low } à { $high }.
error-name-invalid = « { $name } » n’est pas un nom de table : lettres, chiffres et « _ » seulement, en commençant par une lettre.
error-column-unknown = La colonne « { $column } » n’existe pas ici.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Colonnes proches : { $candidates }.
}
error-source-unknown = { $candidate-count ->
    [0] Les lignes de cette table ne disent plus de quel enregistrement elles viennent. Brancher l’étape sur une table d’avant le regroupement.
   *[other] Les lignes ne viennent pas de « { $source } ». Sources de cette table : { $candidates }.
}
error-column-duplicate = Deux colonnes du résultat s’appelleraient « { $column } ». Renommer l’une d’elles.
error-column-type = La colonne « { $column } » est de type { $found } ; il faut { $expected }. Convertir le type avant cette étape.

error-file-missing = Le fichier « { $name } » n’est pas joint. Le joindre de nouveau pour calculer les étapes qui le lisent.
error-file-changed = Le fichier « { $name } » n’a pas le même contenu qu’au départ (empreinte { $found } au lieu de { $expected }). Joindre le fichier d’origine, ou accepter le nouveau contenu.
error-file-empty = Le fichier « { $name } » est vide (0 octet). Vérifier l’export et choisir un autre fichier.
error-file-too-large = Le fichier « { $name } » ({ $bytes } octets) dépasse la limite de { $limit } octets que la mémoire permet. Le découper ou n’en garder qu’une partie.
error-file-unreadable = Le navigateur n’a pas pu lire le fichier « { $name } » : { $detail }. Le fichier a peut-être été déplacé ou modifié ; le joindre de nouveau.
error-parquet-malformed = Le fichier « { $name } » n’est pas un Parquet lisible (tronqué, abîmé ou chiffré) : { $detail }.
error-parquet-type = La colonne « { $column } » est d’un type Parquet non pris en charge : { $type }.
error-arrow-malformed = Le fichier « { $name } » n’est pas un Arrow IPC lisible (tronqué, abîmé, ou Feather 1) : { $detail }.
error-archive-malformed = L’archive « { $name } » ne se lit pas (tronquée ou abîmée) : { $detail }. L’exporter ou la télécharger de nouveau.
error-archive-empty = L’archive « { $name } » ne contient aucun fichier. En choisir une autre.
error-archive-member = L’archive « { $name } » n’a pas de fichier « { $member } ». Elle contient : { $candidates }.
error-archive-unsupported = Ce fichier de l’archive « { $name } » est chiffré ou compressé d’une façon qui ne se lit pas ici ({ $feature }). L’extraire, puis joindre le fichier lui-même.
error-archive-too-large = Le contenu de « { $name } » dépasse { $limit } octets une fois décompressé. Le découper, ou n’en compresser qu’une partie.
error-archive-ratio = Chaque octet de « { $name } » en donne plus de { $limit } : c’est plus qu’un vrai fichier. S’il est sûr, le décompresser puis joindre le fichier lui-même.
error-json-path = Il n’y a pas d’enregistrements au chemin « { $path } » du document. Corriger le chemin, ou le laisser vide si le document est la liste.
error-log-pattern = Le motif ne se lit pas : { $detail }. Il lui faut au moins un groupe nommé, et des parenthèses et accolades refermées.
error-log-pattern-name = Il n’y a pas de motif « { $name } ». Les motifs connus : { $candidates }.
error-xml-no-record = Aucun élément « { $path } » dans le document. Corriger le chemin de l’élément.
error-encoding-mismatch = La ligne { $line } contient des octets qui ne sont pas du { $encoding }. Choisir un autre encodage.
error-csv-binary = Ce fichier paraît binaire : aucune table de texte ne peut y être lue. Vérifier le format du fichier.
error-csv-no-record = Le fichier « { $name } » n’a que des lignes vides, ou toutes ses lignes sont sautées. Vérifier l’export et le nombre de lignes à sauter.
error-csv-too-many-columns = Le fichier compte { $found } colonnes ; la limite est de { $limit }. Vérifier le séparateur.
error-csv-unclosed-quote = Un guillemet ouvert à la ligne { $line } n’est jamais refermé. Vérifier le caractère de guillemet.

error-reject-field-count = { $found } champs au lieu de { $expected }
error-reject-cell-type = « { $value } » n’est pas de type { $type }
error-reject-record-length = enregistrement de plus de { $limit } octets
error-reject-quote = guillemets mal formés
error-reject-cast = « { $value } » ne se convertit pas en { $type }
error-reject-range = { $value } est hors de l’intervalle { $range }
error-reject-no-match = le motif ne se trouve pas dans ce texte
error-reject-ambiguous = ce texte se lit comme plusieurs dates différentes
error-reject-json = pas du JSON : { $detail }
error-reject-pattern = ne convient pas au motif
error-reject-line-length = ligne de moins de { $expected } caractères
error-reject-xml = pas du XML : { $detail }
error-reject-more = { $count ->
    [one] { $count } autre rejet compté, non conservé
   *[other] { $count } autres rejets comptés, non conservés
}

error-sql-syntax = La requête ne se lit pas : « { $found } »{ $expects ->
    [0] {" "}n’est pas compris ici.
   *[other] {" "}trouvé, { $expected } attendu.
}
error-sql-unsupported = « { $feature } » n’est pas pris en charge.
error-sql-not-query = Il faut une seule requête SELECT.
error-sql-unknown-table = La table « { $table } » n’existe pas ici.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Tables disponibles : { $candidates }.
}
error-sql-unknown-column = La colonne « { $column } » n’existe pas dans cette requête.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Colonnes proches : { $candidates }.
}
error-sql-ambiguous-column = La colonne « { $column } » existe dans plusieurs tables ({ $tables }). Écrire le nom de la table devant.
error-sql-unknown-function = La fonction « { $function } » n’existe pas.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Fonctions proches : { $candidates }.
}
error-sql-argument-count = « { $function } » prend { $expected } argument(s), { $found } donné(s).
error-sql-argument-type = L’argument { $position } de « { $function } » est de type { $found } ; il faut { $expected }.
error-sql-type-mismatch = L’opérateur { $operator } ne combine pas { $left } et { $right }. Convertir l’un des deux avec CAST.
error-sql-not-grouped = La colonne « { $column } » n’est ni dans GROUP BY ni dans une fonction d’agrégation.
error-sql-aggregate-misplaced = La fonction d’agrégation « { $function } » ne peut pas se trouver ici. Utiliser HAVING ou une sous-requête.
error-sql-window-misplaced = « { $function } … OVER » ne peut pas se trouver ici. Filtrer avec QUALIFY, ou calculer la colonne dans une sous-requête.
error-sql-set-width = Les deux côtés de l’opération ont { $left } et { $right } colonnes ; il en faut autant des deux côtés.
error-sql-duplicate-alias = Le nom « { $name } » désigne deux tables. Donner un alias à l’une d’elles.
error-sql-too-complex = La requête est trop longue ou trop imbriquée (limite : { $limit }). La découper en plusieurs étapes.
error-sql-bad-literal = « { $value } » ne convient pas ici. Il faut : { $type }.
error-sql-overflow = Un résultat entier dépasse 64 bits. Convertir d’abord en nombre décimal.
error-sql-division-by-zero = Division d’un entier par zéro.
error-sql-cast-failed = « { $value } » ne se convertit pas en { $type }. TRY_CAST donne une valeur vide à la place.
error-sql-scalar-rows = La sous-requête donne plus d’une ligne là où une seule valeur est attendue.
error-sql-limit-without-order = LIMIT sans ORDER BY : les lignes rendues ne sont pas définies. Ajouter ORDER BY.

error-join-cardinality = La jointure n’est pas { $assertion ->
    [one_to_one] une à une
    [one_to_many] une à plusieurs
    [many_to_one] plusieurs à une
   *[other] { $assertion }
} : { $left } ligne(s) à gauche et { $right } à droite répètent une clé. Dédoublonner ce côté ou changer la cardinalité attendue.
error-result-too-large = Le résultat compterait { $rows } lignes ; la limite est de { $limit }. Filtrer ou agréger avant.
error-block-too-large = Un bloc ({ $block }) compte { $rows } lignes ; la limite est de { $limit }, car chaque ligne y est comparée à toutes les autres. Ajouter une clé, ou relever la limite.
error-result-too-wide = { $columns } nouvelles colonnes seraient créées ; la limite de l’étape est de { $limit }. Regrouper ou filtrer les valeurs avant, ou relever la limite.
error-key-repeated = { $count ->
    [one] Une clé ({ $keys }) se répète
   *[other] { $count } clés ({ $keys }) se répètent
} sur plusieurs lignes. Dédoublonner ou agréger avant cette étape.
error-expectation-failed = { $count ->
    [one] Une attente n’est pas tenue
   *[other] { $count } attentes ne sont pas tenues
} : { $checks }. Corriger les données, ou ne plus arrêter l’étape pour voir le rapport.
error-cast-failed = { $count ->
    [one] { $count } cellule de « { $column } » ne se convertit pas en { $type }.
   *[other] { $count } cellules de « { $column } » ne se convertissent pas en { $type }.
} Choisir la mise en quarantaine ou la valeur vide pour continuer.

error-data-kind = Le genre « { $kind } » n’existe pas. Genres connus : { $known }.
error-data-table = La spécification n’a pas de table « { $table } ». Tables connues : { $known }.
error-data-repeated = Le nom « { $name } » est vide ou déjà pris. Donner un nom à chaque table, colonne et fichier.
error-data-circle = Ces tables ou colonnes ont besoin les unes des autres : { $names }. Retirer l’une des références.
error-data-too-large = La spécification demande { $rows } lignes ; la limite est de { $limit }. Réduire le nombre de lignes.
error-data-link = Rien ne dit quelle ligne de « { $table } » est visée. Nommer dans « via » une colonne qui y fait référence.
error-data-copula = La colonne « { $column } » ne peut pas être liée ici : seules les colonnes numériques tirées d’une loi le peuvent, une fois chacune.
error-data-dependency = { $count ->
    [one] Sur { $count } ligne, « { $to } » ne découle pas de « { $from } ».
   *[other] Sur { $count } lignes, « { $to } » ne découle pas de « { $from } ».
} Corriger la colonne ou retirer la dépendance déclarée.
error-data-reference = { $count ->
    [one] { $count } référence vise une ligne absente de « { $table } ».
   *[other] { $count } références visent des lignes absentes de « { $table } ».
} Corriger la colonne qui fait référence.
error-formula-syntax = La formule ne se lit pas à partir de « { $found } ». Vérifier les guillemets, les parenthèses et les opérateurs.
error-formula-end = La formule s’arrête trop tôt. La compléter, ou fermer ses parenthèses.
error-formula-type = Cette partie de la formule est de type { $found } ; il faut { $expected }.
error-formula-function = Les formules n’ont pas de fonction « { $function } » avec ces arguments. Fonctions connues : { $known }.

error-cancelled = Arrêté à la demande.
error-stale = La recette a changé entre-temps.
error-build-mismatch = La page ({ $page }) et le moteur ({ $worker }) ne sont pas de la même version. Recharger la page.
error-engine-trap = Le moteur s’est arrêté sur une erreur imprévue et a été relancé : { $detail }. La recette est intacte.
error-engine-memory = La mémoire n’a pas suffi ; le moteur a été relancé. La recette est intacte. Filtrer plus tôt ou réduire les colonnes.
error-engine-internal = Le moteur a répondu par une erreur : { $detail }.
