//! Real communes: a slice of the Code officiel géographique, registered with its licence in `exercises/`.

use std::sync::OnceLock;

const COMMUNES: &str = include_str!("../../../../exercises/data/communes/communes.tsv");
const DEPARTMENTS: &str = include_str!("../../../../exercises/data/communes/departments.tsv");

/// A commune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commune {
    /// Its code in the Code officiel géographique, five characters.
    pub insee: &'static str,
    /// Its name, with accents.
    pub name: &'static str,
    /// Code of its département.
    pub department: &'static str,
    /// Name of its département.
    pub department_name: &'static str,
    /// Name of its region.
    pub region: &'static str,
    /// Inhabitants.
    pub population: u32,
    /// Its postcodes, at least one.
    pub postcodes: Vec<&'static str>,
}

/// The communes, in order of their code.
pub fn communes() -> &'static [Commune] {
    static LIST: OnceLock<Vec<Commune>> = OnceLock::new();
    LIST.get_or_init(|| {
        let departments: Vec<[&str; 3]> = DEPARTMENTS.lines().skip(1).filter_map(fields).collect();
        let commune = |[insee, name, department, population, postcodes]: [&'static str; 5]| {
            let found = departments.iter().find(|known| known[0] == department)?;
            Some(Commune {
                insee,
                name,
                department,
                department_name: found[1],
                region: found[2],
                population: population.parse().ok()?,
                postcodes: postcodes.split(' ').collect(),
            })
        };
        COMMUNES.lines().skip(1).filter_map(fields).filter_map(commune).collect()
    })
}

fn fields<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    line.split('\t').collect::<Vec<_>>().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_commune() {
        let list = communes();
        assert_eq!(list.len(), COMMUNES.lines().count() - 1);
        assert!(list.iter().all(|one| one.insee.len() == 5 && one.postcodes.iter().all(|code| code.len() == 5)));
        let bastia = list.iter().find(|one| one.name == "Bastia").unwrap();
        assert_eq!((bastia.insee, bastia.department_name, bastia.region), ("2B033", "Haute-Corse", "Corse")); // typos: ignore
    }
}
