# Regarder une table sans la changer : facettes, profil, dessins, effet d’une étape, histoire d’une ligne.

look-tab-facets = Facettes
look-tab-history = Ligne
look-menu-facets = Facettes de la colonne

## Facettes
look-facet-column = Colonne à regarder
look-facets-empty = Une facette montre ce que contient une colonne et réduit la grille à ce qui est coché, sans toucher à la recette. Choisissez une colonne, par exemple une ville ou un loyer.
look-facets-active = Facettes choisies
look-facets-step = En faire une étape
look-facets-clear = Retirer les facettes
look-facets-failed = Les facettes ne sont pas appliquées. { $reason }
look-facet-remove = Retirer : { $facet }
look-facet-values = { $column } : { $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
}
look-facet-values-not = { $column } : sauf { $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
}
look-facet-patterns = { $column } : { $count ->
    [one] { $count } motif
   *[other] { $count } motifs
}
look-facet-patterns-not = { $column } : sauf { $count ->
    [one] { $count } motif
   *[other] { $count } motifs
}
look-facet-states = { $column } : { $count ->
    [one] { $count } état
   *[other] { $count } états
}
look-facet-duplicated = { $column } : valeurs répétées
look-facet-range = { $column } : de { $low } à { $high }
look-facet-considered = Compté sur { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, celles que laissent les facettes des autres colonnes.
look-kept = Facettes : { $kept } sur { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}
look-kept-none = Aucune ligne sur { $rows } ne passe les facettes.
look-empty = Aucune ligne ne passe les facettes
look-empty-help = La table n’a pas changé : les facettes ne font que réduire ce qui est montré.
look-empty-clear = Retirer toutes les facettes
look-states = Présence
look-state-missing = valeur manquante
look-state-blank = texte vide ou blanc
look-state-filled = renseignée
look-range = Intervalle
look-range-low = Au moins
look-range-high = Au plus
look-range-refused = Cette borne n’est pas du type de la colonne. Écrivez un nombre, une date comme 2024-01-31 ou une heure comme 10:30.
look-values = Valeurs
look-values-search = Chercher parmi les valeurs
look-values-more = Et { $count ->
    [one] { $count } autre valeur
   *[other] { $count } autres valeurs
} : cherchez pour la trouver.
look-values-invert = Toutes sauf celles-là
look-patterns = Motifs
look-patterns-help = 9 pour un chiffre, A pour une majuscule, a pour une autre lettre ; « … » après un signe répété longtemps.
look-patterns-more = Et { $count ->
    [one] { $count } autre motif
   *[other] { $count } autres motifs
}.
look-patterns-invert = Tous sauf ceux-là
look-duplicates = Répétitions
look-duplicates-only = Seulement les valeurs qui se répètent
look-duplicates-remove = Retirer les doublons…

## Profil de la table
look-overview = Profil
look-overview-of = Profil de la table { $table }
look-overview-help = Clés possibles, lignes en double, corrélations et valeurs manquantes de toute la table.
look-overview-compute = Calculer le profil de la table
look-overview-columns = Colonnes
look-overview-duplicates = Lignes en double
look-keys = Clés possibles
look-keys-none = Aucune colonne, ni aucun couple essayé, ne distingue toutes les lignes.
look-keys-left = { $count ->
    [one] { $count } couple n’a pas été essayé
   *[other] { $count } couples n’ont pas été essayés
} : la recherche est bornée.
look-correlations = Corrélations
look-correlations-help = Sur { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, chaque couple là où ses deux valeurs sont connues. Disque plein : positive ; anneau : négative ; plus le signe est grand, plus elle est forte.
look-pearson = Corrélation linéaire (r de Pearson)
look-spearman = Corrélation des rangs (ρ de Spearman)
look-columns-left = { $count ->
    [one] { $count } colonne de plus n’est pas comparée.
   *[other] { $count } colonnes de plus ne sont pas comparées.
}
look-missing = Valeurs manquantes
look-missing-none = Aucune cellule n’est vide.
look-missing-shares = Part manquante par colonne
look-missing-together = Lignes où deux colonnes manquent ensemble
look-missing-patterns = Colonnes qui manquent ensemble, par fréquence
look-missing-columns = Colonnes manquantes
look-pattern-whole = aucune : ligne complète

## Dessin
look-chart = Dessin
look-chart-other = Mesurer
look-chart-rows = Nombre de lignes
look-chart-bars = Barres : { $other } selon { $column }, { $count } barres. Les chiffres sont dans le tableau qui suit.
look-chart-scatter = Nuage de points : { $other } selon { $column }, { $count } points. Des chiffres sont dans le tableau qui suit.
look-chart-line = Courbe : moyenne de { $other } selon { $column }, { $count } points. Les chiffres sont dans le tableau qui suit.
look-chart-left = { $rows ->
    [one] { $rows } ligne n’est pas dessinée
   *[other] { $rows } lignes ne sont pas dessinées
} : valeur manquante, ou catégorie peu fréquente.
look-chart-table = Chiffres du dessin

## Effet d’une étape
look-changes = Ce que cette étape a changé
look-changes-working = Comparaison avant et après…
look-changes-disabled = L’étape est désactivée : elle ne change rien.
look-changes-failed = L’étape n’a encore rien changé : ce qui l’arrête est écrit sous elle, dans la recette.
look-effect-removed = { $rows ->
    [one] { $rows } ligne part
   *[other] { $rows } lignes partent
}
look-effect-added = { $rows ->
    [one] { $rows } ligne s’ajoute
   *[other] { $rows } lignes s’ajoutent
}
look-effect-cells = { $cells ->
    [0] Aucune cellule n’a changé
    [one] { $cells } cellule a changé
   *[other] { $cells } cellules ont changé
}
look-effect-column = { $column } : { $cells ->
    [one] { $cells } cellule
   *[other] { $cells } cellules
}
look-effect-retyped = { $count ->
    [one] Type changé : { $columns }
   *[other] Types changés : { $columns }
}
look-effect-removed-examples = Exemples de lignes qui partent

## Histoire d’une ligne
look-history-of = Histoire de cette ligne dans { $source }
look-history-lead = Suivre un enregistrement d’une source, étape par étape, jusqu’où il reste ou disparaît.
look-history-empty = Une ligne se suit depuis le fichier où elle a été lue. Ajoutez d’abord un fichier.
look-history-source = Source
look-history-record = Numéro de l’enregistrement
look-history-refused = Un numéro est un entier à partir de 1.
look-history-follow = Suivre
look-history-working = Suivi de la ligne…
look-history-title = Enregistrement { $record } de { $source }
look-history-unknown = Aucune étape ne connaît cet enregistrement : la source en a moins, ou son import n’a pas réussi.
look-history-show = Voir la table après l’étape { $number }
look-history-cells = Valeurs à la lecture
look-history-changes = Cellules changées
look-history-before = Avant
look-history-after = Après
look-fate-read = Lu dans { $table }.
look-fate-kept = Passe sans changement.
look-fate-changed = { $cells ->
    [one] { $cells } cellule change.
   *[other] { $cells } cellules changent.
}
look-fate-multiplied = Devient { $rows } lignes de { $table } ; la première est montrée.
look-fate-aside = Mis de côté dans { $table }.
look-fate-aside-nowhere = Mis de côté par l’étape, dans aucune table gardée.
look-fate-removed = Disparaît ici.
look-fate-merged = Se fond avec d’autres : { $rows ->
    [one] le résultat n’a qu’une ligne
   *[other] le résultat a { $rows } lignes
}, qui ne viennent plus chacune d’un enregistrement.
look-why-condition = La condition n’est pas vraie pour cette ligne :
look-why-dropped = La condition est vraie pour cette ligne, et l’étape retire ces lignes :
look-why-cell = { $column } : { $value }
look-why-reason = Raison : { $reason }.
look-why-reason-in = Raison : { $reason } ({ $columns }).
look-why-survivor = L’enregistrement { $record } a été gardé à sa place : mêmes valeurs de { $keys }.
look-why-no-survivor = D’autres lignes ont les mêmes valeurs de { $keys }.
look-why-all-columns = toutes les colonnes
