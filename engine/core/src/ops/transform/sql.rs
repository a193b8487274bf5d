//! A query over any number of tables.

use std::collections::BTreeMap;

use protocol::Checked;
use protocol::operation::{Example, Group, Port};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ops::columns::{example_of, main};
use crate::ops::{Findings, Operation, Tables};
use crate::sql::{Options, Query};

/// The operation `sql`.
pub struct Sql;

/// Parameters of `sql`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// One query. Its tables are the step's inputs, by the names of their ports.
    #[schemars(extend("x-widget" = "query"))]
    pub query: String,
}

impl Operation for Sql {
    const NAME: &'static str = "sql";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn open_inputs() -> bool {
        true
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        let schemas: BTreeMap<_, _> =
            inputs.iter().map(|(name, table)| (name.clone(), table.frame.schema().as_ref().clone())).collect();
        let checked = Query::parse(&params.query).and_then(|query| query.output_schema(&schemas));
        checked.err().into_iter().map(|finding| *finding.at_field("/query")).collect()
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = Query::parse(&params.query)?
            .run(inputs, Options::default())
            .map_err(|finding| finding.at_field("/query"))?;
        Ok(main(table))
    }

    fn examples() -> Vec<Example> {
        vec![example_of(
            "join",
            &[
                ("tenants", "id:integer | name:text\n1 | Ada\n2 | Blaise"),
                ("rents", "tenant:integer | amount:number\n1 | 500.0\n1 | 520.0"),
            ],
            json!({"query": "select name, sum(amount) as paid from tenants join rents on rents.tenant = tenants.id group by name order by name"}),
            &[("main", "name:text | paid:number\nAda | 1020.0")],
        )]
    }
}
