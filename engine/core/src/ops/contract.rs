//! What an operation must say and do, typed for its author and erased for the executor.

use std::collections::BTreeMap;

use protocol::message::Unit;
use protocol::operation::{Example, Group, OperationInfo, Port};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::source::ByteSource;
use crate::table::Table;

/// Tables by port.
pub type Tables = BTreeMap<String, Table>;

/// What validation found; empty if the step can run.
pub type Findings = Vec<Diagnostic>;

/// The files that the host has attached.
pub trait Files {
    /// The file of this name.
    fn open(&self, name: &str) -> Option<&dyn ByteSource>;
    /// Changes whenever the content behind the name may have changed: part of the cache key.
    fn identity(&self, name: &str) -> Option<String>;
}

/// Work that the host can interrupt between two calls.
pub trait Work {
    /// Does the next piece.
    ///
    /// # Errors
    /// What stops the step.
    fn advance(&mut self, files: &dyn Files) -> Checked<Tick>;
}

/// How far a piece of work came.
pub enum Tick {
    /// More is to do.
    Working {
        /// Units done.
        done: u64,
        /// Units in all, where known.
        total: Option<u64>,
        /// What is counted.
        unit: Unit,
    },
    /// The result, and the bytes that were read from files for it.
    Finished {
        /// Tables by output port.
        tables: Tables,
        /// Bytes read from files.
        bytes_read: u64,
    },
}

/// Work that is already done.
pub fn finished(tables: Tables) -> Box<dyn Work> {
    struct Finished(Tables);
    impl Work for Finished {
        fn advance(&mut self, _: &dyn Files) -> Checked<Tick> {
            Ok(Tick::Finished { tables: std::mem::take(&mut self.0), bytes_read: 0 })
        }
    }
    Box::new(Finished(tables))
}

/// An operation, as its author writes it.
pub trait Operation: Send + Sync + 'static {
    /// Stable name, also of the file, the golden folder and the locale keys.
    const NAME: &'static str;
    /// Group of the palette.
    const GROUP: Group;
    /// Version of the parameters' meaning.
    const VERSION: u32 = 1;
    /// Parameters.
    type Params: Serialize + DeserializeOwned + JsonSchema;

    /// Input ports.
    fn inputs() -> Vec<Port> {
        vec![Port::required("main")]
    }
    /// Whether inputs are named freely.
    fn open_inputs() -> bool {
        false
    }
    /// Output ports, the main one first.
    fn outputs() -> Vec<Port> {
        vec![Port::required("main")]
    }
    /// Column types in whose menu it is offered.
    fn suggested_for() -> Vec<ColumnType> {
        Vec::new()
    }
    /// Files that it reads.
    fn files(_params: &Self::Params) -> Vec<String> {
        Vec::new()
    }
    /// What is wrong with the parameters on these inputs. Looks at names and types, not at rows.
    fn validate(params: &Self::Params, inputs: &Tables) -> Findings;
    /// The result. Called only when `validate` found no error.
    ///
    /// # Errors
    /// What only the rows can show.
    fn run(params: &Self::Params, inputs: &Tables) -> Checked<Tables>;
    /// Begins the work; operations that read files do it piece by piece.
    ///
    /// # Errors
    /// As `run`.
    fn start(
        params: Self::Params,
        inputs: &Tables,
        _outputs: &BTreeMap<String, protocol::TableRef>,
        _files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        Self::run(&params, inputs).map(finished)
    }
    /// Runnable examples, at least one.
    fn examples() -> Vec<Example>;
}

/// The ports of an operation.
pub struct Ports {
    /// Where tables go in.
    pub inputs: Vec<Port>,
    /// Whether inputs are named freely.
    pub open_inputs: bool,
    /// Where tables come out.
    pub outputs: Vec<Port>,
}

/// An operation without its parameter type.
pub trait AnyOperation: Send + Sync {
    /// Name.
    fn name(&self) -> &'static str;
    /// Current version.
    fn version(&self) -> u32;
    /// Its ports.
    fn ports(&self) -> Ports;
    /// Everything that the page shows of it.
    fn info(&self) -> OperationInfo;
    /// Files that the step reads; empty where the parameters do not fit.
    fn files(&self, params: &Map<String, Value>) -> Vec<String>;
    /// Whether the parameters fit the schema.
    ///
    /// # Errors
    /// `param-invalid`.
    fn check(&self, params: &Map<String, Value>) -> Checked<()>;
    /// See [`Operation::validate`].
    fn validate(&self, params: &Map<String, Value>, inputs: &Tables) -> Findings;
    /// See [`Operation::start`].
    ///
    /// # Errors
    /// As there, and `param-invalid`.
    fn start(
        &self,
        params: &Map<String, Value>,
        inputs: &Tables,
        outputs: &BTreeMap<String, protocol::TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>>;
}

/// Erases the type of an operation.
pub(super) struct Erased<O>(pub std::marker::PhantomData<fn() -> O>);

/// The schema of parameters, without references: the page renders its form by walking down.
fn schema<P: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<P>().to_value()
}

fn parse<O: Operation>(params: &Map<String, Value>) -> Checked<O::Params> {
    serde_json::from_value(Value::Object(params.clone()))
        .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))
}

impl<O: Operation> AnyOperation for Erased<O> {
    fn name(&self) -> &'static str {
        O::NAME
    }

    fn version(&self) -> u32 {
        O::VERSION
    }

    fn ports(&self) -> Ports {
        Ports { inputs: O::inputs(), open_inputs: O::open_inputs(), outputs: O::outputs() }
    }

    fn info(&self) -> OperationInfo {
        OperationInfo {
            name: O::NAME.to_owned(),
            group: O::GROUP,
            version: O::VERSION,
            schema: schema::<O::Params>(),
            inputs: O::inputs(),
            open_inputs: O::open_inputs(),
            outputs: O::outputs(),
            suggested_for: O::suggested_for(),
            examples: O::examples(),
        }
    }

    fn files(&self, params: &Map<String, Value>) -> Vec<String> {
        parse::<O>(params).map(|params| O::files(&params)).unwrap_or_default()
    }

    fn check(&self, params: &Map<String, Value>) -> Checked<()> {
        parse::<O>(params).map(drop)
    }

    fn validate(&self, params: &Map<String, Value>, inputs: &Tables) -> Findings {
        match parse::<O>(params) {
            Ok(params) => O::validate(&params, inputs),
            Err(finding) => vec![*finding],
        }
    }

    fn start(
        &self,
        params: &Map<String, Value>,
        inputs: &Tables,
        outputs: &BTreeMap<String, protocol::TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        O::start(parse::<O>(params)?, inputs, outputs, files)
    }
}
