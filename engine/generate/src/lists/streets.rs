//! Names of streets, composed: kinds of way and what they are called after.

/// Kinds of way with a weight each.
pub(crate) const WAYS: [(&str, f64); 12] = [
    ("rue", 55.0),
    ("avenue", 12.0),
    ("allée", 6.0),
    ("chemin", 6.0),
    ("impasse", 5.0),
    ("boulevard", 4.0),
    ("place", 4.0),
    ("route", 3.0),
    ("square", 2.0),
    ("résidence", 1.0),
    ("quai", 1.0),
    ("cité", 1.0),
];

const THINGS: &str = "des Tilleuls;des Écoles;de la Gare;du Moulin;des Lilas;de l'Église;de la Mairie;des Acacias;\
du Château;des Vignes;de la Fontaine;des Prés;du Stade;des Cerisiers;de la Forêt;du Lavoir;des Peupliers;de la Paix;\
du Marché;des Jardins;de l'Étang;des Roses;du Vieux-Pont;des Alouettes;de la Croix-Haute;du Four;des Hêtres;\
de la Tuilerie;du Général-Vastier;Jeanne-Aubrelle;Émile-Corvaisier;Louise-Maréchaux;du Docteur-Prunière;\
des Frères-Gallois;Honoré-Blandin;Thérèse-Delvaux;du 12-Avril;du 3-Octobre;des Mésanges;de la Grange-aux-Loups;\
du Pré-Sec;des Glycines;de l'Abreuvoir;du Puits;des Bleuets;de la Sablière;du Colombier;des Noyers;de l'Orée;\
du Bac;des Remparts;de la Poterne;du Val-Fleuri;des Genêts;de l'Hôtel-Neuf;du Champ-Long;des Forges;de la Briqueterie;\
du Bois-Joli;des Merisiers";

/// What ways are called after.
pub(crate) struct Streets(Vec<&'static str>);

impl Streets {
    /// The list, always the same.
    pub(crate) fn new() -> Self {
        Self(THINGS.split(';').collect())
    }

    /// The names.
    pub(crate) fn names(&self) -> &[&'static str] {
        &self.0
    }
}
