//! Templates: steps that are kept apart from the work they come from, to be put into another.
//!
//! A template reads one table that it does not make itself (its base). Where it is inserted, the base becomes the
//! table that stands there, and tables named after it follow: `staging.a` and `quarantine.a_rejects` of a template
//! over `a` become `staging.b` and `quarantine.b_rejects`. Tables of other names stay what they are.

use protocol::{Recipe, Step, TableRef};
use serde::{Deserialize, Serialize};

/// Storage key of the templates.
pub const KEY: &str = "creuset.templates";

/// Some steps under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// The person's name for it.
    pub name: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Reads stored templates; what cannot be read is none.
pub fn parse(text: &str) -> Vec<Template> {
    serde_json::from_str(text).unwrap_or_default()
}

/// The text that is stored.
pub fn to_json(templates: &[Template]) -> String {
    serde_json::to_string(templates).unwrap_or_default()
}

impl Template {
    /// The steps of these places of a recipe, as a template. Notes stay; a step that was off is on.
    pub fn of(name: &str, recipe: &Recipe, chosen: &[usize]) -> Self {
        let steps = recipe.steps.iter().enumerate().filter(|(index, _)| chosen.contains(index));
        let steps = steps.map(|(_, step)| Step { disabled: false, ..step.clone() });
        Self { name: name.trim().to_owned(), steps: steps.collect() }
    }

    /// The table that is read and not made: the first of them.
    pub fn base(&self) -> Option<&TableRef> {
        let mut made: Vec<&TableRef> = Vec::new();
        for step in &self.steps {
            if let Some(read) = step.inputs.values().find(|table| !made.contains(table)) {
                return Some(read);
            }
            made.extend(step.outputs.values());
        }
        None
    }

    /// The steps as they go into a recipe, with free ids, over a table that stands there.
    pub fn steps_for(&self, recipe: &Recipe, table: Option<&TableRef>) -> Vec<Step> {
        let base = self.base().cloned();
        let rebind = |known: &TableRef| match (&base, table) {
            (Some(base), Some(table)) if known == base => table.clone(),
            (Some(base), Some(table)) => {
                TableRef { name: renamed(&known.name, &base.name, &table.name), ..known.clone() }
            }
            _ => known.clone(),
        };
        let mut grown = recipe.clone();
        for step in &self.steps {
            let mut step = step.clone();
            step.id = grown.free_step_id();
            // A query names its tables: the ports keep the names that its text has.
            step.inputs.values_mut().for_each(|known| *known = rebind(known));
            step.outputs.values_mut().for_each(|known| *known = rebind(known));
            grown.steps.push(step);
        }
        grown.steps.split_off(recipe.steps.len())
    }
}

/// A name after `from` becomes one after `to`; others stay.
fn renamed(name: &str, from: &str, to: &str) -> String {
    match name.strip_prefix(from) {
        Some(rest) if rest.is_empty() || rest.starts_with('_') => {
            let kept: String = to.chars().take(64_usize.saturating_sub(rest.chars().count())).collect();
            kept + rest
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn recipe(steps: serde_json::Value) -> Recipe {
        serde_json::from_value(json!({"format": Recipe::FORMAT, "version": 1, "steps": steps})).unwrap()
    }

    #[test]
    fn a_template_goes_over_another_table() {
        let from = recipe(json!([
            {"id": "s1", "op": "import_csv", "outputs": {"main": "raw.a"}},
            {"id": "s2", "op": "cast", "inputs": {"main": "staging.a"},
                "outputs": {"main": "staging.a", "quarantine": "quarantine.a_quarantine"}, "disabled": true},
            {"id": "s3", "op": "join", "inputs": {"left": "staging.a", "right": "warehouse.towns"},
                "outputs": {"main": "staging.joined"}},
        ]));
        let template = Template::of(" Nettoyage ", &from, &[1, 2]);
        assert_eq!((template.name.as_str(), template.steps.len()), ("Nettoyage", 2));
        assert_eq!(template.base().unwrap().to_string(), "staging.a");

        let into = recipe(json!([{"id": "s7", "op": "import_csv", "outputs": {"main": "raw.b"}}]));
        let steps = template.steps_for(&into, Some(&"staging.b".parse().unwrap()));
        let written: Vec<String> = steps
            .iter()
            .map(|step| {
                let names = |tables: &std::collections::BTreeMap<String, TableRef>| {
                    tables.values().map(ToString::to_string).collect::<Vec<_>>().join(" ")
                };
                format!("{} {} → {} {}", step.id, names(&step.inputs), names(&step.outputs), step.disabled)
            })
            .collect();
        assert_eq!(
            written,
            [
                "s8 staging.b → staging.b quarantine.b_quarantine false",
                "s9 staging.b warehouse.towns → staging.joined false",
            ]
        );
        assert_eq!(template.steps_for(&into, None)[0].inputs["main"].to_string(), "staging.a");
        assert_eq!(parse(&to_json(std::slice::from_ref(&template))), [template]);
        assert!(parse("damage").is_empty());
    }
}
