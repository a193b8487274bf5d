error-form-malformed = Ce document n’est pas une fiche qui se lit : { $detail }.
error-form-version = Cette fiche est d’une version plus récente ({ $version }) que celle que cette page connaît ({ $known }). Recharger la page.
error-form-too-long = { $rows } lignes, c’est trop : une fiche en a { $limit } au plus. Répartir ou retirer des lignes.
error-form-cell-empty = Cette case est à remplir.
error-form-cell-unused = Cette case n’a pas de sens sur cette ligne. La vider, ou revoir les autres cases.
error-form-cell-computed = Cette case est calculée par le moteur : ce qui a été collé ici est laissé de côté.
error-form-number = « { $text } » n’est pas un nombre.
error-form-date = « { $text } » n’est pas un jour du calendrier. L’écrire AAAA-MM-JJ.
error-form-choice = « { $text } » ne fait pas partie des choix. Choisir dans la liste.
error-form-text-long = Ce texte a { $count } caractères ; la limite est de { $limit }. Le raccourcir.
error-form-unknown-reason = Dire après le point d’interrogation pourquoi ce n’est pas connu.
error-form-unknown-refused = Cette case ne peut pas rester inconnue. La remplir.
error-form-link-lost = « { $name } » ne mène à rien. Choisir dans la liste.
error-form-links-many = { $count } liens, c’est trop : { $limit ->
    [one] un seul est admis
   *[other] { $limit } au plus sont admis
}.
error-form-row-repeated = Cette ligne porte sur la même chose que la ligne { $row }. Les réunir, ou changer l’une des deux.
error-form-paste-wide = { $count ->
    [one] { $count } case collée dépasse la dernière colonne ; elle est laissée de côté.
   *[other] { $count } cases collées dépassent la dernière colonne ; elles sont laissées de côté.
}
error-form-count-zero = Le moteur ne compte aucun défaut de cette sorte ici. Revoir la table, la colonne ou la sorte, ou la recette.
error-form-count-uncovered = Le moteur compte { $count } « { $kind } » dans « { $place } », mais aucune ligne ne le dit. Ajouter une ligne.
error-form-step-other = L’étape liée fait autre chose ({ $operation }). Lier celle dont cette case parle.
error-form-test-other = L’étape liée ne teste pas la colonne « { $column } ». En lier une qui la teste, ou la compléter.
error-form-mechanism-differs = L’étape de test déclare un autre mécanisme pour cette colonne{ $expects ->
    [0] {""}
   *[other] {" "}: { $expected }
}. Mettre les deux d’accord.
error-form-action-refused = La règle métier liée n’admet pas cette action{ $expects ->
    [0] {""}
   *[other] {" "}; elle demande : { $expected }
}. Revoir l’action, ou la règle.
