//! One run of a recipe: step after step, piece after piece, so that the host can stop between two pieces.

use std::collections::BTreeMap;
use std::rc::Rc;

use protocol::message::{Progress, Unit};
use protocol::recipe::{Bound, Resolved, resolve};
use protocol::report::{Counters, RunReport, StepReport, StepState};
use protocol::table::TableAt;
use protocol::{Code, Diagnostic, Recipe, Step, StepId};

use super::Session;
use super::cache::{Entry, Key};
use crate::ops::{self, AnyOperation, Files, Tables, Tick, Work};
use crate::table::Table;

/// How far a run is.
pub enum Advance {
    /// More is to do.
    Working(Progress),
    /// Every step has its report.
    Finished(RunReport),
}

/// What a run is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The work goes on from here: later questions are about this run.
    Work,
    /// One question: the run is not remembered, and all its tables stay at hand.
    Answer,
    /// Tables that were let go: the run is not remembered, and only they stay at hand.
    Again,
}

/// A run under way.
pub struct Run {
    purpose: Purpose,
    recipe: Rc<Recipe>,
    resolved: Rc<Vec<Resolved>>,
    end: usize,
    next: usize,
    keys: Vec<Option<Key>>,
    reports: Vec<StepReport>,
    /// Results that a step still to come reads: kept whatever the cache lets go.
    pinned: Vec<Option<Rc<Tables>>>,
    /// For each step, the last one that reads it.
    last_reader: Vec<Option<usize>>,
    work: Option<(Key, Tables, Box<dyn Work>)>,
}

/// A step that ran, with what it read and what it made.
pub struct Traced<'a> {
    /// The step.
    pub step: &'a Step,
    /// Tables that it read, by port.
    pub inputs: Tables,
    /// Tables that it made, by port, also those that it does not name.
    pub made: Rc<Tables>,
}

/// A step that is ready to run.
struct Ready {
    operation: &'static dyn AnyOperation,
    key: Key,
    inputs: Tables,
}

impl Run {
    /// Binds the steps; nothing is computed yet. Steps after `until` stay pending.
    pub fn start(recipe: Recipe, until: Option<&StepId>, purpose: Purpose) -> Self {
        let resolved = resolve(&recipe);
        let mut last_reader = vec![None; recipe.steps.len()];
        for (reader, step) in resolved.iter().enumerate() {
            step.inputs.values().flatten().for_each(|bound| last_reader[bound.step] = Some(reader));
        }
        let end = until.and_then(|id| recipe.position(id)).map_or(recipe.steps.len(), |position| position + 1);
        let count = recipe.steps.len();
        Self {
            recipe: Rc::new(recipe),
            resolved: Rc::new(resolved),
            end,
            next: 0,
            keys: vec![None; count],
            reports: Vec::with_capacity(count),
            pinned: vec![None; count],
            last_reader,
            purpose,
            work: None,
        }
    }

    /// Binds the steps as far as some tables need them: [`Run::table`] gives these in the end, however little the cache
    /// holds.
    pub fn again(recipe: Recipe, asked: &[TableAt]) -> Self {
        let mut run = Self::start(recipe, None, Purpose::Again);
        let makers: Vec<usize> = asked.iter().filter_map(|at| run.bound(at)).map(|bound| bound.step).collect();
        run.end = makers.iter().max().map_or(0, |last| last + 1);
        let read_at_last = Some(run.recipe.steps.len());
        makers.into_iter().for_each(|maker| run.last_reader[maker] = read_at_last);
        run
    }

    /// Does the next piece: a slice of a file, or a step.
    pub fn advance(&mut self, session: &mut Session, files: &dyn Files) -> Advance {
        if self.next == self.recipe.steps.len() {
            return Advance::Finished(self.finish(session));
        }
        let recipe = Rc::clone(&self.recipe);
        let step = &recipe.steps[self.next];
        let mut progress = Progress {
            step: Some(step.id.clone()),
            done: self.next as u64,
            total: Some(self.end as u64),
            unit: Unit::Steps,
        };
        if let Some((key, inputs, mut work)) = self.work.take() {
            match work.advance(files) {
                Ok(Tick::Working { done, total, unit }) => {
                    self.work = Some((key, inputs, work));
                    progress = Progress { done, total, unit, ..progress };
                }
                Ok(Tick::Finished { tables, bytes_read }) => {
                    let entry = Entry { tables: Rc::new(tables), bytes_read };
                    session.cache.put(key, entry.clone());
                    self.settle(step, key, &entry, &inputs, StepState::Done);
                }
                Err(finding) => self.stop(step, StepState::Failed, vec![*finding]),
            }
        } else if step.disabled {
            self.stop(step, StepState::Disabled, Vec::new());
        } else if self.next >= self.end {
            self.stop(step, StepState::Pending, Vec::new());
        } else {
            match self.ready(step, files) {
                Ok(ready) => self.begin(step, ready, session, files),
                Err((state, findings)) => self.stop(step, state, findings),
            }
        }
        Advance::Working(progress)
    }

    /// The tables that a step made, in a run that answers a question.
    pub fn made(&self, id: &StepId) -> Option<Rc<Tables>> {
        self.pinned[self.recipe.position(id)?].clone()
    }

    /// The table that a step reads at its first port, likewise.
    pub fn read(&self, id: &StepId) -> Option<Table> {
        let bound = self.resolved[self.recipe.position(id)?].inputs.values().next()?.as_ref().ok()?;
        self.pinned[bound.step].as_ref()?.get(&bound.port).cloned()
    }

    /// A version of a table, in a run that answers a question or makes this table again.
    pub fn table(&self, at: &TableAt) -> Option<Table> {
        let bound = self.bound(at)?;
        self.pinned[bound.step].as_ref()?.get(&bound.port).cloned()
    }

    /// The step that makes a version of a table, if one does.
    pub fn maker(&self, at: &TableAt) -> Option<&StepId> {
        self.bound(at).map(|bound| &self.recipe.steps[bound.step].id)
    }

    fn bound(&self, at: &TableAt) -> Option<&Bound> {
        let place = match &at.after {
            Some(step) => self.recipe.position(step)?,
            None => self.resolved.len().checked_sub(1)?,
        };
        self.resolved.get(place)?.tables.get(&at.table)
    }

    /// The recipe that is run.
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// The steps that have a result, in order, likewise.
    pub fn traced(&self) -> Vec<Traced<'_>> {
        let steps = self.recipe.steps.iter().enumerate();
        steps
            .filter_map(|(index, step)| {
                Some(Traced { step, inputs: self.inputs_of(index), made: self.pinned[index].clone()? })
            })
            .collect()
    }

    fn inputs_of(&self, index: usize) -> Tables {
        let bound = self.resolved[index].inputs.iter().filter_map(|(port, bound)| Some((port, bound.as_ref().ok()?)));
        bound
            .filter_map(|(port, bound)| {
                let made = self.pinned[bound.step].as_ref()?;
                Some((port.clone(), made.get(&bound.port)?.clone()))
            })
            .collect()
    }

    fn begin(&mut self, step: &Step, ready: Ready, session: &mut Session, files: &dyn Files) {
        let Ready { operation, key, inputs } = ready;
        if let Some(entry) = session.cache.get(&key) {
            self.settle(step, key, &entry, &inputs, StepState::Cached);
            return;
        }
        let findings = operation.validate(&step.params, &inputs);
        if !findings.is_empty() {
            self.stop(step, StepState::Failed, findings);
            return;
        }
        match operation.start(&step.params, &inputs, &step.outputs, files) {
            Ok(work) => self.work = Some((key, inputs, work)),
            Err(finding) => self.stop(step, StepState::Failed, vec![*finding]),
        }
    }

    /// The step's operation, its inputs and its key; or why it cannot run.
    fn ready(&self, step: &Step, files: &dyn Files) -> Result<Ready, (StepState, Vec<Diagnostic>)> {
        let operation = known_operation(step).map_err(|finding| (StepState::Failed, vec![*finding]))?;
        let mut findings = check_ports(step, operation);
        if let Err(finding) = operation.check(&step.params) {
            findings.push(*finding);
        }
        let mut inputs = Tables::new();
        let mut makers = BTreeMap::new();
        let mut blocked = None;
        for (port, bound) in &self.resolved[self.next].inputs {
            let bound = match bound {
                Ok(bound) => bound,
                Err(finding) => {
                    findings.push((**finding).clone());
                    continue;
                }
            };
            let made = self.pinned[bound.step].clone().and_then(|tables| tables.get(&bound.port).cloned());
            match (made, self.keys[bound.step]) {
                (Some(table), Some(key)) => {
                    makers
                        .insert(port.clone(), (blake3::Hash::from_bytes(key).to_hex().to_string(), bound.port.clone()));
                    inputs.insert(port.clone(), table);
                }
                _ => blocked = step.inputs.get(port).map(ToString::to_string),
            }
        }
        if !findings.is_empty() {
            return Err((StepState::Failed, findings));
        }
        if let Some(table) = blocked {
            return Err((StepState::Blocked, vec![*Diagnostic::new(Code::StepBlocked).with("table", table)]));
        }
        let key = step_key(step, operation, &makers, files);
        Ok(Ready { operation, key, inputs })
    }

    fn settle(&mut self, step: &Step, key: Key, entry: &Entry, inputs: &Tables, state: StepState) {
        let outputs: BTreeMap<_, _> = step
            .outputs
            .iter()
            .filter_map(|(port, table)| Some((port.clone(), entry.tables.get(port)?.info(table))))
            .collect();
        let counters = Counters {
            rows_in: inputs.values().map(|table| table.height() as u64).sum(),
            rows_out: outputs.values().map(|info| info.rows).sum(),
            cells_out: outputs.values().map(|info| info.rows * info.columns.len() as u64).sum(),
            bytes_read: entry.bytes_read,
        };
        self.keys[self.next] = Some(key);
        self.pinned[self.next] = Some(Rc::clone(&entry.tables));
        self.report(StepReport { id: step.id.clone(), state, diagnostics: Vec::new(), outputs, counters });
    }

    fn stop(&mut self, step: &Step, state: StepState, findings: Vec<Diagnostic>) {
        let diagnostics = findings.into_iter().map(|finding| *Box::new(finding).at_step(&step.id)).collect();
        let id = step.id.clone();
        self.report(StepReport { id, state, diagnostics, outputs: BTreeMap::new(), counters: Counters::default() });
    }

    fn report(&mut self, report: StepReport) {
        self.reports.push(report);
        self.next += 1;
        if self.purpose == Purpose::Answer {
            return;
        }
        for maker in 0..self.next {
            if self.last_reader[maker].is_none_or(|reader| reader < self.next) {
                self.pinned[maker] = None;
            }
        }
    }

    fn finish(&mut self, session: &mut Session) -> RunReport {
        let mut counters = Counters::default();
        self.reports.iter().for_each(|report| counters.add(&report.counters));
        let last = self.end.min(self.resolved.len()).checked_sub(1).and_then(|last| self.resolved.get(last));
        let tables = last
            .map(|resolved| {
                resolved
                    .tables
                    .values()
                    .filter_map(|bound| self.reports[bound.step].outputs.get(&bound.port).cloned())
                    .collect()
            })
            .unwrap_or_default();
        if self.purpose == Purpose::Work {
            session.finished(Rc::clone(&self.recipe), Rc::clone(&self.resolved), std::mem::take(&mut self.keys));
        }
        RunReport { steps: std::mem::take(&mut self.reports), tables, counters }
    }
}

fn known_operation(step: &Step) -> Result<&'static dyn AnyOperation, Box<Diagnostic>> {
    let operation =
        ops::find(&step.op).ok_or_else(|| Diagnostic::new(Code::StepUnknownOperation).with("op", step.op.as_str()))?;
    if step.op_version > operation.version() {
        return Err(Diagnostic::new(Code::StepOperationVersion)
            .with("op", step.op.as_str())
            .with("found", u64::from(step.op_version))
            .with("known", u64::from(operation.version())));
    }
    Ok(operation)
}

fn check_ports(step: &Step, operation: &dyn AnyOperation) -> Vec<Diagnostic> {
    let ports = operation.ports();
    let mut findings = Vec::new();
    let unknown = |port: &String| {
        *Diagnostic::new(Code::StepPortUnknown).with("port", port.as_str()).with("op", step.op.as_str())
    };
    let missing = |code, port: &str| *Diagnostic::new(code).with("port", port).with("op", step.op.as_str());
    for port in ports.inputs.iter().filter(|port| port.required && !step.inputs.contains_key(&port.name)) {
        findings.push(missing(Code::StepInputMissing, &port.name));
    }
    for port in ports.outputs.iter().filter(|port| port.required && !step.outputs.contains_key(&port.name)) {
        findings.push(missing(Code::StepOutputMissing, &port.name));
    }
    if !ports.open_inputs {
        findings
            .extend(step.inputs.keys().filter(|name| ports.inputs.iter().all(|port| port.name != **name)).map(unknown));
    }
    findings
        .extend(step.outputs.keys().filter(|name| ports.outputs.iter().all(|port| port.name != **name)).map(unknown));
    findings
}

fn step_key(
    step: &Step,
    operation: &dyn AnyOperation,
    makers: &BTreeMap<String, (String, String)>,
    files: &dyn Files,
) -> Key {
    let names = operation.files(&step.params);
    let identities: Vec<_> = names.iter().map(|name| (name, files.identity(name))).collect();
    // The names of outputs count only where they travel with the rows: in imports.
    let outputs = (!names.is_empty()).then_some(&step.outputs);
    let parts = serde_json::json!([step.op, operation.version(), step.params, makers, identities, outputs]);
    *blake3::hash(&protocol::recipe::canonical(&parts)).as_bytes()
}
