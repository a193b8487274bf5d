//! JSON Schemas of what authors write, so that their editors complete and underline.

use generate::DataSpec;
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde_json::{Value, json};

use crate::cards::Cards;
use crate::file::catalog::Catalog;
use crate::file::checks::Checks;
use crate::file::deliverables::Deliverables;
use crate::file::dictionary::Dictionary;
use crate::file::exercise::Exercise;
use crate::file::hints::Hints;
use crate::file::players::Players;
use crate::file::rules::BusinessRules;
use crate::file::thresholds::Thresholds;
use crate::file::wrong::WrongAnswers;
use crate::reading::Kind;
use crate::referentiel::Referentiel;

/// Every schema: the name of its file and its text.
pub fn all() -> Vec<(String, String)> {
    let schemas = [
        of::<Cards>(),
        of::<Catalog>(),
        of::<Checks>(),
        of::<DataSpec>(),
        of::<Deliverables>(),
        of::<Dictionary>(),
        of::<Exercise>(),
        of::<Hints>(),
        of::<Players>(),
        of::<Referentiel>(),
        of::<BusinessRules>(),
        of::<Referentiel>(),
        of::<Thresholds>(),
        of::<WrongAnswers>(),
    ];
    let schemas = schemas.map(|(name, mut schema)| {
        if name == DataSpec::SCHEMA {
            generate::with_kinds(&mut schema);
        }
        (name, schema)
    });
    schemas.into_iter().map(|(name, schema)| (format!("{name}.json"), format!("{schema:#}\n"))).collect()
}

/// The schema of a kind of file, with the two keys that every file begins with.
fn of<T: Kind>() -> (&'static str, Value) {
    (T::SCHEMA, with_head(schema::<T>(), T::FORMAT, T::VERSION))
}

fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

fn with_head(schema: Schema, format: &str, version: i64) -> Value {
    let mut schema = schema.to_value();
    let mut properties = serde_json::Map::new();
    properties.insert("format".to_owned(), json!({ "const": format }));
    properties.insert("version".to_owned(), json!({ "const": version }));
    if let Some(Value::Object(own)) = schema.get_mut("properties").map(Value::take) {
        properties.extend(own);
    }
    let mut required = vec![json!("format"), json!("version")];
    if let Some(Value::Array(own)) = schema.get_mut("required").map(Value::take) {
        required.extend(own);
    }
    schema["properties"] = Value::Object(properties);
    schema["required"] = Value::Array(required);
    schema
}
