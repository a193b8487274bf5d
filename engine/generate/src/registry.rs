//! A line of a registry: a kind by its name, with how its parameters are read and described.
//!
//! Columns and dirt have a registry each; what a line is, is the same for both.

use serde_json::{Map, Value};

/// A kind (`dyn ColumnKind`, `dyn DirtKind`) under its name.
pub struct Entry<K: ?Sized + 'static> {
    /// The name by which authors ask for the kind, and by which the ledger names it.
    pub name: &'static str,
    pub(crate) parse: fn(Value) -> Result<Box<K>, serde_json::Error>,
    // Schemas are for the tools of authors, which are native: a browser does not carry them.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) schema: fn() -> schemars::Schema,
}

impl<K: ?Sized> Entry<K> {
    /// The kind with these parameters.
    ///
    /// # Errors
    /// What serde says of parameters that do not fit.
    pub fn parse(&self, params: &Map<String, Value>) -> Result<Box<K>, serde_json::Error> {
        (self.parse)(Value::Object(params.clone()))
    }

    /// JSON Schema of the parameters.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn schema(&self) -> schemars::Schema {
        (self.schema)()
    }
}

/// Lets types that are of a kind be entered under a name: `Entry::of::<Type>("name")`.
macro_rules! entered {
    ($kind:ident) => {
        impl $crate::registry::Entry<dyn $kind> {
            const fn of<T>(name: &'static str) -> Self
            where
                T: $kind + serde::de::DeserializeOwned + schemars::JsonSchema + 'static,
            {
                Self {
                    name,
                    parse: |params| Ok(Box::new(serde_json::from_value::<T>(params)?)),
                    #[cfg(not(target_arch = "wasm32"))]
                    schema: || schemars::schema_for!(T),
                }
            }
        }
    };
}
pub(crate) use entered;
