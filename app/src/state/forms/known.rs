//! What a form is read against: steps and tables of the recipe, lists and rules of the exercise, figures of the engine.

use std::collections::BTreeMap;

use form::{Figures, Known, Linkable, Target, Term, Words};
use pack::file::deliverables::FormDeliverable;
use pack::file::rules::BusinessRule;
use protocol::operation::{Catalogue, Group};
use protocol::report::RunReport;
use protocol::{Arg, Recipe, Step};
use serde_json::{Value, json};

/// Where it is gathered from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// What the exercise says of the form.
    pub form: &'a FormDeliverable,
    /// Its business rules.
    pub rules: &'a [BusinessRule],
    /// The recipe.
    pub recipe: &'a Recipe,
    /// The last run, once there was one.
    pub report: Option<&'a RunReport>,
    /// What operations are, once the engine has said so.
    pub catalogue: Option<&'a Catalogue>,
    /// Figures, once they are computed.
    pub figures: &'a BTreeMap<String, Figures>,
    /// The words of the reader's language.
    pub words: &'a dyn Words,
    /// Its tag.
    pub language: &'a str,
}

/// Gathers it.
pub fn gather(sources: &Sources<'_>) -> Known {
    let mut links = BTreeMap::new();
    let rules = sources.rules.iter().map(|rule| Linkable {
        id: rule.id.clone(),
        label: rule.text.of(sources.language).to_owned(),
        within: String::new(),
        about: json!({ "action": rule.action }),
    });
    links.insert(Target::BusinessRule, rules.collect());
    if let Some(catalogue) = sources.catalogue {
        links.insert(Target::Step, steps(sources, catalogue));
        let given = given(sources.recipe, catalogue);
        if let Some(report) = sources.report {
            links.insert(Target::Column, columns(&given, report));
        }
        links.insert(Target::Table, given);
    }
    let listed = sources.form.lists.iter().map(|list| {
        let terms = list.terms.iter().map(|term| Term {
            id: term.id.clone(),
            label: term.label.of(sources.language).to_owned(),
            tags: term.tags.clone(),
        });
        (list.field.clone(), terms.collect())
    });
    Known { links, listed: listed.collect(), figures: sources.figures.clone() }
}

fn group(step: &Step, catalogue: &Catalogue) -> Option<Group> {
    catalogue.operations.iter().find(|operation| operation.name == step.op).map(|operation| operation.group)
}

fn steps(sources: &Sources<'_>, catalogue: &Catalogue) -> Vec<Linkable> {
    let each = sources.recipe.steps.iter().enumerate().map(|(place, step)| {
        let operation = sources.words.text(&format!("op-{}", step.op), &[]);
        let tables = step.outputs.values().map(|table| table.name.clone()).collect();
        let args =
            [("number", Arg::from(place + 1)), ("operation", Arg::from(operation)), ("tables", Arg::List(tables))];
        Linkable {
            id: step.id.0.clone(),
            label: sources.words.text("form-step", &args),
            within: String::new(),
            about: json!({ "op": step.op, "group": group(step, catalogue), "params": step.params }),
        }
    });
    each.collect()
}

/// The tables that steps read from files, by the name under which their records are known.
fn given(recipe: &Recipe, catalogue: &Catalogue) -> Vec<Linkable> {
    let reading = recipe.steps.iter().filter(|step| !step.disabled && group(step, catalogue) == Some(Group::Source));
    let tables = reading.filter_map(|step| {
        let table = step.outputs.get("main")?;
        let file = step.params.get("file").and_then(Value::as_str).unwrap_or_default();
        let label = if file.is_empty() { table.name.clone() } else { format!("{} ({file})", table.name) };
        Some(Linkable { id: table.name.clone(), label, within: String::new(), about: json!({ "table": table }) })
    });
    tables.collect()
}

fn columns(given: &[Linkable], report: &RunReport) -> Vec<Linkable> {
    let of_table = |table: &Linkable| {
        let is_it = |made: &str| table.about.get("table").and_then(Value::as_str) == Some(made);
        report.tables.iter().find(|info| is_it(&info.table.to_string()))
    };
    let columns = given.iter().filter_map(|table| Some((table, of_table(table)?))).flat_map(|(table, info)| {
        info.columns.iter().map(|column| Linkable {
            id: column.name.clone(),
            label: column.name.clone(),
            within: table.id.clone(),
            about: Value::Null,
        })
    });
    columns.collect()
}

#[cfg(test)]
mod tests {
    use form::{Mode, Reading, check};
    use pack::Words as Said;
    use pack::file::deliverables::{FormList, FormTerm};
    use pack::file::rules::Action;

    use super::*;
    use crate::i18n::{Language, Wording};

    fn said(text: &str) -> Said {
        Said { fr: text.to_owned(), en: text.to_uppercase() }
    }

    fn deliverable() -> FormDeliverable {
        let term = |id: &str, tags: &[&str]| FormTerm {
            id: id.to_owned(),
            label: said(id),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        };
        FormDeliverable {
            id: "one".to_owned(),
            kind: "anomalies".to_owned(),
            label: said("une"),
            required: true,
            lists: vec![FormList {
                field: "kind".to_owned(),
                terms: vec![term("outlier", &[]), term("twice", &["record"])],
            }],
            figures: Vec::new(),
        }
    }

    fn catalogue() -> Catalogue {
        let operation = |name: &str, group: &str| {
            json!({
                "name": name, "group": group, "version": 1, "schema": {}, "inputs": [], "open_inputs": false,
                "outputs": [], "suggested_for": [], "examples": [],
            })
        };
        serde_json::from_value(json!({
            "operations": [operation("import_csv", "source"), operation("report_anomalies", "quality")],
            "functions": [], "keywords": [],
        }))
        .unwrap()
    }

    fn recipe() -> Recipe {
        let text = json!({
            "format": "creuset.recipe", "version": 1,
            "steps": [
                {"id": "s1", "op": "import_csv", "params": {"file": "flats.csv"}, "outputs": {"main": "raw.flats", "rejects": "quarantine.flats"}},
                {"id": "s2", "op": "report_anomalies", "inputs": {"main": "raw.flats"}, "outputs": {"main": "staging.found"}},
                {"id": "s3", "op": "import_csv", "disabled": true, "outputs": {"main": "raw.other"}},
            ],
        });
        serde_json::from_value(text).unwrap()
    }

    fn report() -> RunReport {
        let table = json!({
            "table": "raw.flats", "rows": 2, "ordered": true, "bytes": 0,
            "columns": [{"name": "rent", "type": "number"}, {"name": "rooms", "type": "integer"}],
        });
        let text = json!({"steps": [], "tables": [table], "counters": {"rows_in": 0, "rows_out": 0, "cells_out": 0, "bytes_read": 0}});
        serde_json::from_value(text).unwrap()
    }

    #[test]
    fn what_is_known_comes_from_the_recipe_and_the_exercise() {
        let (form, words, catalogue, recipe, report) =
            (deliverable(), Wording::new(Language::En), catalogue(), recipe(), report());
        let rule = BusinessRule {
            id: "once".to_owned(),
            text: said("une fois"),
            dirt: Vec::new(),
            columns: Vec::new(),
            action: Some(Action::Fix),
        };
        let figures = BTreeMap::new();
        let sources = Sources {
            form: &form,
            rules: &[rule],
            recipe: &recipe,
            report: Some(&report),
            catalogue: Some(&catalogue),
            figures: &figures,
            words: &words,
            language: "en",
        };
        let known = gather(&sources);
        let listed = |target: Target| -> Vec<String> {
            known.links[&target].iter().map(|one| format!("{}|{}|{}", one.within, one.id, one.label)).collect()
        };
        assert_eq!(listed(Target::Table), ["|flats|flats (flats.csv)"]);
        assert_eq!(listed(Target::Column), ["flats|rent|rent", "flats|rooms|rooms"]);
        assert_eq!(listed(Target::BusinessRule), ["|once|UNE FOIS"]);
        assert_eq!(listed(Target::Step)[1], "|s2|2. Report anomalies (found)");
        assert_eq!(known.listed["kind"][1].label, "TWICE");

        let kind = form::kind("anomalies").unwrap();
        let reading = Reading { kind, known: &known, words: &words };
        let mut filled = form::Form::new(kind);
        let row = filled.insert(0).unwrap();
        for (name, typed) in [
            ("table", "flats"),
            ("column", "rent"),
            ("kind", "outlier"),
            ("found", "s2"),
            ("action", "fix"),
            ("rule", "une fois"),
            ("severity", "minor"),
        ] {
            filled.set(&row, name, reading.read(kind.field(name).unwrap(), typed));
        }
        assert_eq!(check(&filled, kind, &known, Mode::Practice), []);
        filled.set(&row, "found", Some(json!("s1")));
        assert_eq!(check(&filled, kind, &known, Mode::Practice).len(), 1, "reading a file detects nothing");
    }

    #[test]
    fn what_has_not_come_yet_is_not_known() {
        let (form, words, recipe) = (deliverable(), Wording::new(Language::Fr), recipe());
        let figures = BTreeMap::new();
        let known = gather(&Sources {
            form: &form,
            rules: &[],
            recipe: &recipe,
            report: None,
            catalogue: None,
            figures: &figures,
            words: &words,
            language: "fr",
        });
        assert_eq!(known.links.keys().collect::<Vec<_>>(), [&Target::BusinessRule]);
    }
}
