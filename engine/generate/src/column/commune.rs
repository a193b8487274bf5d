//! Real communes: name, codes, département, region. Columns with the same draw are about the same commune.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::invalid;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::Alias;
use crate::lists::{Commune, communes};
use crate::value::{Texts, Type, Values};

/// A part of a commune of the slice of the Code officiel géographique that the crate carries (about two thousand
/// communes of all départements), drawn by population. Within a commune every postcode is as likely.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommuneColumn {
    /// What is written.
    pub part: Part,
    /// Name of the draw: columns of a table with the same draw are about the same commune.
    #[serde(default)]
    pub draw: String,
    /// Codes of the départements to draw from; all if there are none. The same for all columns of a draw.
    #[serde(default)]
    pub departments: Vec<String>,
    /// How communes are taken. The same for all columns of a draw.
    #[serde(default)]
    pub by: By,
}

/// How communes are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Drawn, by population.
    #[default]
    Population,
    /// Drawn, all alike.
    Equal,
    /// One after the other in order of their code, for a table of reference; beyond the last it begins again.
    Turn,
}

/// A part of a commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Name, with accents.
    Name,
    /// Code of the Code officiel géographique, five characters.
    Insee,
    /// A postcode, five digits.
    Postcode,
    /// Code of the département.
    Department,
    /// Name of the département.
    DepartmentName,
    /// Name of the region.
    Region,
    /// Inhabitants.
    Population,
}

impl CommuneColumn {
    fn list(&self) -> Vec<&'static Commune> {
        let is_chosen =
            |one: &&Commune| self.departments.is_empty() || self.departments.iter().any(|code| code == one.department);
        communes().iter().filter(is_chosen).collect()
    }
}

impl ColumnKind for CommuneColumn {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        for (place, code) in self.departments.iter().enumerate() {
            if !communes().iter().any(|one| one.department == code) {
                return Err(invalid(code, &format!("departments/{place}")));
            }
        }
        Ok(Shape::of(if self.part == Part::Population { Type::Integer } else { Type::Text }))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let list = self.list();
        let weight = |one: &&Commune| if self.by == By::Population { f64::from(one.population) } else { 1.0 };
        let alias = Alias::new(list.iter().map(weight)).ok_or_else(|| invalid("no commune", "departments"))?;
        let mut stream = fill.shared_stream(&self.draw, "commune");
        let places = (0..fill.rows).map(|row| match self.by {
            By::Turn => row as usize % list.len(),
            _ => alias.draw(&mut stream) as usize,
        });
        if self.part == Part::Population {
            return Ok(Values::Integer(places.map(|place| i64::from(list[place].population)).collect()).into());
        }
        let mut texts = Texts::with_capacity(fill.rows as usize, 0);
        if self.part == Part::Postcode {
            let mut codes = fill.shared_stream(&self.draw, "postcode");
            let pieces: Vec<Vec<_>> =
                list.iter().map(|one| one.postcodes.iter().map(|code| texts.intern(code)).collect()).collect();
            for place in places {
                let own = &pieces[place];
                let turn = codes.below(own.len() as u64) as usize;
                texts.push_piece(own[if self.by == By::Turn { 0 } else { turn }]);
            }
            return Ok(Values::Text(texts).into());
        }
        let text = |one: &Commune| match self.part {
            Part::Name => one.name,
            Part::Insee => one.insee,
            Part::Department => one.department,
            Part::DepartmentName => one.department_name,
            Part::Region => one.region,
            Part::Postcode | Part::Population => "",
        };
        let pieces: Vec<_> = list.iter().map(|one| texts.intern(text(one))).collect();
        places.for_each(|place| texts.push_piece(pieces[place]));
        Ok(Values::Text(texts).into())
    }
}
