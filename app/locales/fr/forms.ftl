form-yes = oui
form-no = non
form-unknown = Inconnu : { $reason }
form-row = Ligne
form-row-number = Ligne { $row }
form-findings = Ce qui ne va pas
form-print-rows = { $rows ->
    [0] Aucune ligne.
    [one] { $rows } ligne.
   *[other] { $rows } lignes.
}
form-print-run = « { $field } » : calculé par le moteur, recette { $run }.
form-print-hash = Empreinte de la fiche : { $hash }

form-kind-anomalies = Anomalies et traitements
form-kind-anomalies-summary = Une ligne par sorte de défaut et par colonne : comment on l’a trouvé, et ce qu’on en fait.
form-kind-anomalies-table = Table
form-kind-anomalies-table-help = Le fichier où est le défaut.
form-kind-anomalies-column = Colonne
form-kind-anomalies-column-help = La colonne en défaut ; vide si l’enregistrement entier l’est.
form-kind-anomalies-kind = Sorte
form-kind-anomalies-kind-help = La sorte de défaut, parmi celles de l’énoncé.
form-kind-anomalies-count = Nombre
form-kind-anomalies-count-help = Compté par le moteur dans la table remise.
form-kind-anomalies-missing = Cases vides
form-kind-anomalies-missing-help = Comptées par le moteur, pour des valeurs manquantes.
form-kind-anomalies-found = Trouvé par
form-kind-anomalies-found-help = L’étape de la recette qui le détecte.
form-kind-anomalies-mechanism = Mécanisme
form-kind-anomalies-mechanism-help = Pour des valeurs manquantes : pourquoi elles manquent.
form-kind-anomalies-mechanism-value-mcar = au hasard (MCAR)
form-kind-anomalies-mechanism-value-mar = selon une autre colonne (MAR)
form-kind-anomalies-mechanism-value-mnar = selon la valeur même (MNAR)
form-kind-anomalies-test = Test
form-kind-anomalies-test-help = L’étape dont le test appuie le mécanisme.
form-kind-anomalies-p_value = Valeur p
form-kind-anomalies-p_value-help = Calculée par le moteur dans ce test.
form-kind-anomalies-action = Action
form-kind-anomalies-action-help = Ce qu’on fait de ces cases ou de ces lignes.
form-kind-anomalies-action-value-fix = corriger
form-kind-anomalies-action-value-impute = estimer
form-kind-anomalies-action-value-reject = écarter
form-kind-anomalies-action-value-escalate = faire trancher
form-kind-anomalies-action-value-keep = garder
form-kind-anomalies-rule = Règle métier
form-kind-anomalies-rule-help = La règle de l’énoncé qui le veut.
form-kind-anomalies-escalation = Tranché par
form-kind-anomalies-escalation-help = À qui le cas est soumis, si on le fait trancher.
form-kind-anomalies-severity = Gravité
form-kind-anomalies-severity-help = Ce que le défaut coûte à qui se sert du fichier.
form-kind-anomalies-severity-value-minor = mineure
form-kind-anomalies-severity-value-major = majeure
form-kind-anomalies-severity-value-blocking = bloquante
form-kind-anomalies-note = Note
form-kind-anomalies-note-help = Pour qui relira ; un texte ne rapporte pas de point.
