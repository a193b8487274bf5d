//! Reading a document of any version, and bringing it to the current one.

use serde_json::Value;

use super::{MAX_STEPS, Recipe};
use crate::{Checked, Code, Diagnostic};

/// One step up: from version `n` (its index + 1) to the next. Empty while there is only version 1.
const MIGRATIONS: &[fn(Value) -> Value] = &[];

/// Reads a recipe from JSON text of this or an earlier version.
///
/// # Errors
/// `recipe-malformed` (with serde's detail and position), `recipe-version`, `recipe-too-long`,
/// `step-duplicate`.
pub fn parse(text: &str) -> Checked<Recipe> {
    let malformed = |error: serde_json::Error| Diagnostic::new(Code::RecipeMalformed).with("detail", error.to_string());
    let mut value: Value = serde_json::from_str(text).map_err(malformed)?;
    if value.get("format").and_then(Value::as_str) != Some(Recipe::FORMAT) {
        return Err(Diagnostic::new(Code::RecipeMalformed).with("detail", format!("format ≠ {}", Recipe::FORMAT)));
    }
    let found = value.get("version").and_then(Value::as_u64).unwrap_or(0);
    if found == 0 || found > u64::from(Recipe::VERSION) {
        return Err(Diagnostic::new(Code::RecipeVersion)
            .with("found", found)
            .with("known", u64::from(Recipe::VERSION)));
    }
    for migrate in MIGRATIONS.iter().skip(found as usize - 1) {
        value = migrate(value);
    }
    let recipe: Recipe = serde_json::from_value(value).map_err(malformed)?;
    check_size(&recipe)?;
    Ok(recipe)
}

fn check_size(recipe: &Recipe) -> Checked<()> {
    if recipe.steps.len() > MAX_STEPS {
        return Err(Diagnostic::new(Code::RecipeTooLong).with("limit", MAX_STEPS).with("found", recipe.steps.len()));
    }
    let mut seen = std::collections::BTreeSet::new();
    for step in &recipe.steps {
        if !seen.insert(&step.id) {
            return Err(Diagnostic::new(Code::StepDuplicate).with("id", step.id.0.as_str()).at_step(&step.id));
        }
    }
    Ok(())
}
