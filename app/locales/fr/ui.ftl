# Le cadre : en-tête, bandeaux, accueil, réglages, déclaration d’accessibilité.

title = { $page } — Creuset
skip-to-content = Aller au contenu
brand-home = Creuset, accueil
cancel = Annuler
rename = Renommer
duplicate = Dupliquer
delete = Supprimer

page-home = Accueil
page-settings = Réglages
page-help = Aide
page-accessibility = Accessibilité

cell-true = vrai
cell-false = faux
type-boolean = vrai ou faux
type-integer = entier
type-number = nombre
type-decimal = décimal exact
type-text = texte
type-date = date
type-datetime = date et heure
type-time = heure
type-duration = durée
type-list = liste
type-other = autre
type-order = ordre ('ASC' ou 'DESC', 'NULLS FIRST' ou 'NULLS LAST')
type-null = valeur vide
type-numeric = entier ou nombre
type-temporal = date, avec ou sans heure
type-position = rang d’une colonne du résultat
type-datepart = partie de date (année, mois, jour…)
type-escape = caractère d’échappement (un seul)
type-regexp = expression régulière
type-format = format de date
unit-byte = { $figure } { $bytes ->
    [one] octet
   *[other] octets
}
unit-kilobyte = { $figure } ko
unit-megabyte = { $figure } Mo
unit-gigabyte = { $figure } Go

# Travail ouvert
work-title = Titre du travail
work-untitled = Sans titre
undo = Annuler { $edit }
undo-nothing = Annuler
redo-nothing = Rétablir
redo = Rétablir { $edit }
palette = Commandes
palette-title = Commandes et opérations (Ctrl+K)
saved-at = Enregistré à { $time }
saving = Enregistrement…
save-read-only = Lecture seule
save-export = Exporter la recette
save-failed = Non enregistré

edit-insert = l’ajout d’une étape
edit-replace = la modification d’une étape
edit-remove = la suppression d’une étape
edit-move = le déplacement d’une étape
edit-enable = l’activation d’une étape
edit-disable = la désactivation d’une étape
edit-note = la modification d’un commentaire
edit-title = le changement de titre
edit-forget = l’oubli d’un fichier
edit-import = l’ouverture d’une recette

# Dit une fois, à voix haute
said-undone = Annulé : { $edit }.
said-redone = Rétabli : { $edit }.
said-read-only = Ce travail est ouvert dans un autre onglet : lecture seule ici.
said-took-over = L’autre onglet est fermé : les modifications sont possibles ici.
said-step-moved = L’étape est maintenant la n° { $number } sur { $count }.
said-cancelled = Calcul arrêté.
said-engine-restarted = Le moteur s’est arrêté et a été relancé. La recette est intacte.
said-file-attached = Fichier « { $name } » joint.
said-file-forgotten = Fichier « { $name } » oublié. Annuler le rend.
said-file-changed = Le fichier « { $name } » n’a pas le même contenu qu’au départ.

# Moteur et bandeaux
engine-starting = Moteur : démarrage…
engine-restarting = Moteur : redémarrage…
engine-failed = Le moteur est arrêté.
engine-try-again = Réessayer
stopped = Le calcul s’est arrêté.
stopped-at = Le calcul s’est arrêté à l’étape { $number }.
stopped-resume = Reprendre le calcul
banner-read-only = Ce travail est ouvert dans un autre onglet. Ici, il se consulte ; il pourra être modifié dès que l’autre onglet sera fermé.
at-step = Étape { $number } : { $sentence }
storage-full = La mémoire du navigateur est pleine. Exporter la recette, puis supprimer des travaux anciens depuis l’accueil.
storage-unavailable = Le navigateur n’enregistre rien pour cette page (navigation privée ou données de site bloquées). Exporter la recette avant de fermer.
files-unkept-unsupported = Ce navigateur ne peut pas garder de copie du fichier : il faudra le joindre de nouveau après un rechargement.
files-unkept-quota = La place manque pour garder une copie du fichier : il faudra le joindre de nouveau après un rechargement.
files-unkept-failed = La copie du fichier n’a pas pu être écrite : il faudra le joindre de nouveau après un rechargement.

panic-title = La page s’est arrêtée
panic-text = Une erreur imprévue a arrêté la page. Le travail est enregistré à chaque modification : recharger la page le retrouve tel quel.
panic-reload = Recharger la page

unopened-title = Ce travail ne peut pas être ouvert
unopened-malformed = Le document enregistré est abîmé.
unopened-newer = Le document a été enregistré par une version plus récente de Creuset. Recharger la page pour l’obtenir.
unopened-kept = Rien n’est effacé : le document « { $work } » reste enregistré tel quel sur cet appareil.
unopened-export = Télécharger le document

not-found = Page introuvable
not-found-text = Cette adresse ne mène à aucune page. Elle a peut-être été coupée en la copiant.

# Accueil
home-heading = Atelier de données
home-lead = Ouvrir un vrai fichier, le nettoyer étape par étape, l’interroger en SQL, exporter le résultat. Tout se passe dans ce navigateur.
begin-heading = Commencer
begin-drop = Déposer ici un fichier de données (CSV, JSON, Parquet…), ou une recette exportée
begin-open = Ouvrir un fichier
begin-new = Nouveau bac à sable
begin-file = Fichier à ouvrir
begin-hint = Le fichier reste sur cet appareil. Un fichier d’un million de lignes convient.
works-heading = Reprendre
work-about = { $steps ->
    [0] Aucune étape
    [one] { $steps } étape
   *[other] { $steps } étapes
} · modifié le { $date } à { $time }
work-rename = Renommer « { $title } »
work-duplicate = Dupliquer « { $title } »
work-delete = Supprimer « { $title } »
work-copy-title = { $title } (copie)
work-duplicated = Copie créée : { $title }.
work-deleted = Travail supprimé : { $title }.
rename-heading = Renommer le travail
delete-heading = Supprimer ce travail ?
delete-text = « { $title } » sera effacé de cet appareil, sans retour possible : { $steps ->
    [0] aucune étape
    [one] { $steps } étape
   *[other] { $steps } étapes
}, { $files ->
    [0] aucun fichier
    [one] { $files } fichier gardé
   *[other] { $files } fichiers gardés
}. Les fichiers d’origine ne sont pas touchés.
delete-export = Exporter d’abord la recette
delete-confirm = Supprimer le travail

guide-heading = Premiers pas
guide-hide = Masquer
guide-show = Afficher
guide-1 = Ouvrir un fichier
guide-1-text = Déposer un CSV ou un Parquet. Le séparateur, l’encodage et les types sont proposés et restent modifiables ; les lignes illisibles sont mises de côté avec leur motif.
guide-2 = Enchaîner des étapes
guide-2-text = Filtrer, convertir, dédoublonner, joindre, agréger, ou écrire du SQL. Chaque étape se modifie ensuite, même au milieu : seul ce qui suit est recalculé.
guide-3 = Exporter
guide-3-text = Enregistrer la table en CSV ou en Parquet, et la recette pour la rejouer ailleurs.
guide-more = Lire l’aide

home-about = À propos de Creuset
home-about-engine = Les calculs sont faits par Polars, compilé pour le navigateur, dans un fil séparé : la page reste utilisable pendant un calcul, et un calcul s’arrête en moins d’une seconde.
home-about-recipe = Le travail est une recette : une liste d’étapes, enregistrée à chaque modification. Un résultat n’est jamais stocké comme une vérité ; c’est ce que donne la recette quand on la rejoue, ici ou en ligne de commande.
home-about-private = Rien n’est envoyé à un serveur : il n’y en a pas. Les travaux sont gardés dans ce navigateur et s’effacent depuis les réglages.

foot-local = Tout reste sur cet appareil.

# Réglages
settings-lead = Chaque réglage s’applique aussitôt et reste sur cet appareil.
settings-language = Langue
settings-theme = Thème
settings-theme-system = Système
settings-theme-light = Clair
settings-theme-dark = Sombre
settings-theme-high-contrast = Contraste élevé
settings-text-size = Taille du texte
settings-text-size-small = Petite
settings-text-size-normal = Normale
settings-text-size-large = Grande
settings-text-size-larger = Très grande
settings-font = Police de caractères
settings-font-system = Celle du système
settings-font-hyperlegible = Atkinson Hyperlegible (lettres difficiles à confondre)
settings-keyboard = Clavier
settings-single-keys = Raccourcis d’une seule touche
settings-single-keys-hint = À désactiver avec une commande vocale ou si des touches sont frappées par accident. Les raccourcis avec Ctrl ou Alt restent actifs.
settings-motion = Les animations suivent le réglage « réduire les animations » du système.
storage-heading = Données sur cet appareil
storage-text = Les recettes sont enregistrées à chaque modification dans ce navigateur. Les fichiers importés y sont gardés quand la place le permet. Effacer les données de site du navigateur les efface aussi.
storage-works = { $count ->
    [0] Aucun travail enregistré.
    [one] { $count } travail enregistré.
   *[other] { $count } travaux enregistrés.
}
storage-usage = Place utilisée par cette page : { $used } sur { $allowed }.
storage-erase = Tout effacer…
storage-erase-title = Effacer tous les travaux ?
storage-erase-text = Ces travaux, les copies de leurs fichiers et les modèles d’étapes seront effacés de cet appareil, sans retour possible. Les réglages reprennent leur valeur de départ.
storage-export = Exporter d’abord tous les travaux
storage-erase-confirm = Tout effacer
storage-erased = Tous les travaux sont effacés.

# Sans réseau, et nouvelles versions
offline-heading = Sans réseau
offline-making = La page est en train d’être gardée sur cet appareil pour s’ouvrir sans réseau.
offline-whole = Prêt hors ligne : la page et son moteur sont gardés sur cet appareil et s’ouvrent sans réseau.
offline-lacks-plain-http = Pas de hors-ligne : l’adresse commence par http, et les navigateurs n’y gardent ni la page, ni les copies des fichiers importés. Les recettes restent enregistrées ; exporter le travail avant de fermer, ou demander une adresse en https.
offline-lacks-browser = Pas de hors-ligne : ce navigateur ne garde pas la page (navigation privée, données de site bloquées ou version ancienne). Tout le reste marche tant qu’elle est ouverte.
offline-lacks-refused = Pas de hors-ligne : des fichiers reçus ne sont pas ceux de cette version, et rien n’en est gardé. Recharger la page plus tard fait un nouvel essai.
offline-lacks-workshop = Pas de hors-ligne : cette page est servie depuis un poste de développement.
offline-hint = Une nouvelle version n’est jamais installée sans être demandée, sauf si tous les onglets de Creuset ont été fermés entre-temps.
offline-now = Hors ligne : tout continue de marcher ici.
offline-now-unkept = Hors ligne : la page ouverte continue de marcher, mais elle n’est pas gardée sur cet appareil. Ne pas la fermer ni la recharger avant le retour du réseau.
offline-read = Compris
newer-waiting = Une nouvelle version de Creuset est prête. Le travail est enregistré ; un formulaire d’étape ouvert est à appliquer d’abord, car la page sera rechargée.
newer-asked = Passage à la nouvelle version…
newer-other-tabs = Creuset est encore ouvert dans { $count ->
    [one] un autre onglet
   *[other] { $count } autres onglets
}. Les fermer, puis recommencer ; leur travail est enregistré.
newer-unsaved = Le travail ouvert n’a pas pu être enregistré. Exporter la recette avant de passer à la nouvelle version.
newer-in-force = Un autre onglet est passé à la nouvelle version. Recharger cette page pour l’avoir ici aussi ; le travail est enregistré.
newer-take = Passer à la nouvelle version
newer-later = Plus tard
newer-refused = La dernière nouvelle version a été refusée : ses fichiers ne sont pas ceux annoncés. Celle d’avant reste en place.
foot-offline = Prêt hors ligne.

# Déclaration d’accessibilité
a11y-lead = Creuset vise le niveau AA des WCAG 2.2 et le RGAA 4.1 pour toutes ses pages.
a11y-state = État de conformité
a11y-state-text = Aucun audit par un tiers n’a encore eu lieu : Creuset ne se déclare donc ni totalement ni partiellement conforme. Ce qui suit décrit ce qui a été conçu et vérifié par l’équipe.
a11y-holds = Ce qui est prévu
a11y-holds-keyboard = Tout se fait au clavier : chaque glisser-déposer a ses boutons, l’ordre de tabulation suit la lecture, le focus est toujours visible.
a11y-holds-reader = Repères, liens d’évitement, un seul titre de premier niveau par page, titre de page et focus mis à jour à chaque changement de page, messages dits une seule fois.
a11y-holds-contrast = Trois thèmes : clair, sombre et contraste élevé ; l’état n’est jamais donné par la couleur seule.
a11y-holds-reflow = Les pages se lisent à 320 pixels de large et à 400 % de zoom sans défilement horizontal, sauf dans les tableaux de données.
a11y-holds-motion = Aucune animation de plus de 150 ms ; aucune si le système le demande.
a11y-holds-keys = Les raccourcis d’une seule touche se désactivent dans les réglages.
a11y-holds-state = Taille du texte, police lisible et thème se règlent dans la page.
a11y-lacks = Ce qui manque ou reste à vérifier
a11y-lacks-audit = L’usage avec NVDA, JAWS et VoiceOver n’a pas encore été testé par des personnes qui les utilisent au quotidien.
a11y-lacks-grid = La grille de données n’affiche qu’une partie des lignes à la fois ; son parcours cellule par cellule peut être lent avec certains lecteurs d’écran.
a11y-lacks-editor = Dans l’éditeur SQL, la touche Tab insère une indentation ; Échap puis Tab en sort.
a11y-tests = Vérifications
a11y-tests-text = À chaque version, des parcours automatiques n’utilisent que les rôles et les noms accessibles, axe-core examine les pages dans les trois thèmes, et ce qu’il ne voit pas est mesuré : ordre et visibilité du focus, taille des cibles, espacement du texte, titres, contrastes. La grille des critères RGAA vérifiés à la main le 25 novembre 2026 accompagne le code source.
a11y-report = Signaler une difficulté
a11y-report-text = Une difficulté d’accès peut être signalée à la personne ou à l’établissement qui a fourni cette page. En l’absence de réponse, le Défenseur des droits peut être saisi.
