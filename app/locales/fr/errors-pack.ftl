# Une phrase par défaut d’un exercice écrit par un auteur : quoi, que faire. Le fichier et la ligne sont dits à côté.

error-pack-syntax = Ce n’est pas du TOML lisible : { $detail }.
error-pack-encoding = Ce fichier n’est pas en UTF-8. L’enregistrer dans cet encodage.
error-pack-format = Le fichier dit être « { $found } » ; il faut ici « { $expected } ».
error-pack-version = Le fichier est de la version { $found } ; seule la version { $known } est lue ici.
error-pack-key-unknown = La clé « { $key } » n’existe pas ici.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Clés proches : { $candidates }.
}
error-pack-key-missing = La clé « { $key } » manque.
error-pack-type = Il faut ici { $expected }, pas { $found }.
error-pack-number = « { $value } » n’est pas un nombre utilisable.
error-pack-choice = « { $value } » n’est pas un choix possible. Choix : { $candidates }.
error-pack-value = Cette valeur ne convient pas : { $detail }.
error-pack-file-missing = Le fichier « { $name } » manque.
error-pack-file-unknown = Un exercice n’a pas de fichier « { $name } ».{ $candidate-count ->
    [0] {""}
   *[other] {" "}Noms proches : { $candidates }.
}
error-pack-file-changed = « { $name } » n’est pas ce que dit le catalogue. Refaire le catalogue avec « creuset pack index », ou remettre le fichier d’origine.
error-pack-path = Le chemin « { $path } » n’est pas permis : lettres sans accent, chiffres, « - », « _ » et « . » seulement, sans sortir du dossier.
error-pack-id = « { $id } » n’est pas un identifiant : lettres sans accent, chiffres et « - », en commençant par une lettre.
error-pack-folder = L’exercice s’appelle « { $id } » mais son dossier « { $folder } ». Donner le même nom aux deux.
error-pack-repeated = « { $name } » figure déjà plus haut. Donner un autre nom.
error-pack-criterion = Le critère « { $key } » n’est pas connu ici.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Critères proches : { $candidates }.
}
error-pack-name-unknown = Le nom « { $name } » ne désigne rien ici.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Noms proches : { $candidates }.
}
error-pack-mismatch = « { $found } » ne s’accorde pas avec ce qui l’entoure. Valeur attendue : { $expected }.
error-pack-unused = Rien ne se rattache à « { $name } ». Le compléter ou l’enlever.
error-pack-task = L’exercice n’a pas de tâche « { $id } ».{ $candidate-count ->
    [0] {""}
   *[other] {" "}Tâches : { $candidates }.
}
error-pack-deliverable = La table « { $table } » n’est pas un livrable de l’exercice.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Livrables : { $candidates }.
}
error-pack-threshold = Le fichier des seuils n’a pas de valeur « { $key } ».{ $candidate-count ->
    [0] {""}
   *[other] {" "}Valeurs proches : { $candidates }.
}
error-pack-total = Les points des critères font { $sum } au total ; il faut { $expected }.
error-pack-points = Le critère « { $key } » vaut { $points } points, mais ses contrôles en font { $sum }. Rendre les deux égaux.
error-pack-headings = Les deux langues n’ont pas le même plan : le titre n° { $position } est de niveau { $fr } en français et { $en } en anglais (0 : absent).
error-pack-reference = L’exercice n’a pas de fichier « { $name } ».{ $candidate-count ->
    [0] {""}
   *[other] {" "}Fichiers proches : { $candidates }.
}
error-pack-link = L’adresse « { $address } » n’est pas suivie : une image est un fichier de l’exercice, un lien commence par https, http ou mailto, ou nomme un fichier de l’exercice.
error-pack-unstated = Aucun score n’est énoncé pour la réponse « { $name } ». L’ajouter à wrong.toml, ou retirer le fichier.
error-pack-undescribed = Le dictionnaire ne décrit pas « { $name } ». L’ajouter à dictionary.toml, ou cacher la colonne.
error-pack-share = Le critère « { $key } » vaut ici { $points } points ; selon le référentiel, l’exercice lui en donne { $expected }. Rendre les deux égaux.
