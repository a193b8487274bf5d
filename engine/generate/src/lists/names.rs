//! Given names in use in France, written down by us, and family names that we composed.

/// Given names of women, the more frequent first.
const WOMEN: &str = "Marie Nathalie Isabelle Catherine Sylvie Françoise Martine Monique Christine Anne Valérie Sandrine \
Véronique Céline Stéphanie Aurélie Émilie Julie Camille Léa Manon Chloé Emma Louise Jade Alice Inès Lina Sarah Laura \
Pauline Mathilde Clara Lucie Juliette Charlotte Margaux Élise Hélène Agnès Béatrice Brigitte Danièle Denise Dominique \
Éliane Élodie Estelle Eugénie Fatima Fanny Florence Gaëlle Geneviève Ghislaine Jacqueline Jeanne Jeannine Joëlle \
Josiane Karine Khadija Laëtitia Laurence Leïla Liliane Lola Lucienne Madeleine Maëlle Marguerite Marion Maryse \
Mélanie Michèle Mireille Morgane Muriel Myriam Nadia Nadine Nicole Noémie Odette Océane Patricia Paulette Raymonde \
Régine Renée Romane Rose Simone Solène Sophie Suzanne Thérèse Yasmine Yolande Yvette Yvonne Zoé Anne-Laure \
Marie-Claude Marie-Noëlle Marie-Thérèse Marie-Hélène Aïcha Anaïs Cécile Chantal Colette Claire Clémence \
Capucine Apolline Aminata Awa Bérengère Axelle Ambre";

/// Given names of men, the more frequent first.
const MEN: &str = "Jean Michel Philippe Alain Patrick Nicolas Pierre Christophe Bernard Daniel Laurent Frédéric Stéphane \
Christian Éric Julien Thomas Sébastien David Olivier Alexandre Pascal François Jacques Gérard Thierry Vincent Gilles \
Claude Maxime Antoine Kevin Lucas Hugo Louis Gabriel Arthur Raphaël Jules Adam Léo Nathan Enzo Mathis Théo Paul \
Mohamed Ahmed Karim Rachid Samir Yanis Ibrahim Mamadou Adrien André Anthony Aurélien Baptiste Benjamin Benoît Bruno \
Cédric Charles Clément Cyril Denis Didier Dominique Émile Emmanuel Étienne Eugène Fabien Fabrice Félix Fernand Florian \
Franck Gaël Geoffroy Georges Gaston Grégory Guillaume Guy Henri Hervé Jean-Baptiste Jean-Claude Jean-François Jean-Luc \
Jean-Marc Jean-Noël Jean-Pierre Jérémy Jérôme Joël Jordan José Joseph Lionel Loïc Ludovic Marc Marcel Mathieu Maurice \
Mickaël Noël Patrice Quentin Régis Rémi René Robert Roger Romain Serge Simon Sylvain Tanguy Théodore Tristan Valentin \
Victor Xavier Yann Yves Yoann Zacharie Maël Malik Mehdi Moussa Ousmane";

/// Given names of women, or of men, the more frequent first.
pub(crate) fn given_names(women: bool) -> Vec<&'static str> {
    (if women { WOMEN } else { MEN }).split_ascii_whitespace().collect()
}

const STEMS: [&str; 33] = [
    "Mart", "Bern", "Dur", "Rob", "Mor", "Laur", "Garn", "Roch", "Font", "Chev", "Cast", "Brun", "Mauv", "Per", "Gaut",
    "Hér", "Bét", "Léc", "Guér", "Vign", "Ferr", "Marq", "Pouj", "Sal", "Barb", "Thév", "Cour", "Dub", "Mén", "Rén",
    "Vall", "Bont", "Cadr",
];

const ENDINGS: [&str; 14] =
    ["ard", "eau", "ier", "in", "ot", "et", "al", "ois", "aud", "ère", "illon", "ec", "eïl", "enç"];

const PARTICLES: [(&str, &str); 6] = [
    ("Le ", "Bihec"),
    ("De ", "La Vernière"),
    ("D'", "Arzac"),
    ("Saint-", "Aubret"),
    ("Du ", "Châtelard"),
    ("L'", "Hévéder"),
];

/// Family names, composed: about four hundred, the more frequent first.
pub(crate) struct Surnames(Vec<String>);

impl Surnames {
    /// The list, always the same.
    pub(crate) fn new() -> Self {
        let mut names = Vec::new();
        for turn in 0..ENDINGS.len() {
            // Neighbours in frequency should not all end alike.
            let endings = ENDINGS.iter().cycle().skip(turn);
            names.extend(STEMS.iter().zip(endings).map(|(stem, ending)| format!("{stem}{ending}")));
            if let Some((particle, name)) = PARTICLES.get(turn) {
                names.push(format!("{particle}{name}"));
            }
        }
        Self(names)
    }

    /// The names.
    pub(crate) fn names(&self) -> &[String] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_long_and_without_repetition() {
        let surnames = Surnames::new();
        for (names, least) in [
            (given_names(true).into_iter().map(str::to_owned).collect::<Vec<_>>(), 110),
            (given_names(false).into_iter().map(str::to_owned).collect(), 110),
            (surnames.names().to_vec(), 400),
        ] {
            assert!(names.len() >= least, "{}", names.len());
            let unique: std::collections::BTreeSet<&String> = names.iter().collect();
            assert_eq!(unique.len(), names.len());
            assert!(names.iter().filter(|name| !name.is_ascii()).count() > 20);
        }
    }
}
