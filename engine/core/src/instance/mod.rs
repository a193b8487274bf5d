//! The data of one candidate: files made from a specification and a seed, and the truth about them.
//!
//! Boundary: bytes and truth stay here; the page learns names, lengths and hashes, and a recipe reads the files
//! through the usual imports.

use std::collections::BTreeMap;

use generate::render::{Rendering, View};
use generate::spec::{DataSpec, Format};
use generate::{Generated, Making, Plan, Scale};
use protocol::score::{Instance, MadeFile};
use protocol::{Checked, Code, Diagnostic};

use crate::ops::Files;
use crate::score::Truth;
use crate::source::{ByteSource, MemorySource};

mod typed;

/// Files with known truth.
pub struct Made {
    /// What they were made from.
    pub instance: Instance,
    /// The truth.
    pub truth: Truth,
    /// What the page is told of each.
    pub files: Vec<MadeFile>,
    /// How many values or characters each file does not hold: those that its encoding or its fields have no place for.
    pub lost: BTreeMap<String, u64>,
    sources: BTreeMap<String, MemorySource>,
}

/// An instance under way: its tables column by column, then its files one by one.
pub struct InTheMaking {
    instance: Instance,
    spec: DataSpec,
    stage: Stage,
    files: Vec<MadeFile>,
    lost: BTreeMap<String, u64>,
    sources: BTreeMap<String, MemorySource>,
}

enum Stage {
    Tables(Box<Making>),
    Files(Box<Generated>),
    Over,
}

/// How far an instance has come.
pub enum Pace {
    /// More is to make.
    Working {
        /// What goes on.
        making: Box<InTheMaking>,
        /// Pieces done.
        done: u64,
        /// Pieces in all.
        total: u64,
    },
    /// It is there.
    Finished(Box<Made>),
}

impl InTheMaking {
    /// Reads and checks the specification.
    ///
    /// # Errors
    /// `instance-spec`, or the first fault of the specification.
    pub fn begin(instance: Instance) -> Checked<Self> {
        let unreadable = |detail: String| Diagnostic::new(Code::InstanceSpec).with("detail", detail);
        let spec: DataSpec = serde_json::from_str(&instance.spec).map_err(|error| unreadable(error.to_string()))?;
        let scale: Scale = serde_json::from_value(instance.scale.as_str().into())
            .map_err(|error| unreadable(format!("{}: {error}", instance.scale)))?;
        let plan = Plan::new(&spec).map_err(|faults| {
            let first = faults.into_iter().next();
            first.map_or_else(|| unreadable(String::new()), Box::new)
        })?;
        let stage = Stage::Tables(Box::new(Making::new(plan, &instance.seed, scale)));
        Ok(Self { instance, spec, stage, files: Vec::new(), lost: BTreeMap::new(), sources: BTreeMap::new() })
    }

    /// Makes the next piece: a column, a dirt or a file.
    ///
    /// # Errors
    /// What only the rows can show.
    pub fn advance(mut self) -> Checked<Pace> {
        let columns: usize = self.spec.tables.iter().map(|table| table.columns.len()).sum();
        let (before, files) = (columns + self.spec.dirt.len(), self.spec.files.len());
        let total = (before + files) as u64;
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Tables(mut making) => {
                let done = making.advance()?.map_or(before, |(done, _)| done);
                self.stage =
                    if done < before { Stage::Tables(making) } else { Stage::Files(Box::new(making.finish())) };
                Ok(Pace::Working { making: Box::new(self), done: done as u64, total })
            }
            Stage::Files(generated) if self.files.len() < files => {
                self.write(&generated)?;
                let done = before + self.files.len();
                self.stage = Stage::Files(generated);
                Ok(Pace::Working { making: Box::new(self), done: done as u64, total })
            }
            Stage::Files(generated) => {
                let truth = Truth::new(&self.spec, *generated);
                let Self { instance, files, lost, sources, .. } = self;
                let made = Made { instance, truth, files, lost, sources };
                Ok(Pace::Finished(Box::new(made)))
            }
            Stage::Over => Err(Diagnostic::new(Code::EngineInternal).with("detail", "over")),
        }
    }

    /// Writes the next file.
    fn write(&mut self, generated: &Generated) -> Checked<()> {
        let place = self.files.len();
        let missing = || Diagnostic::new(Code::EngineInternal).with("detail", "view");
        let view = View::new(&self.spec, generated, place).ok_or_else(missing)?;
        let records = view.rows().len() as u64;
        let bytes = if view.file().format == Format::Parquet {
            typed::parquet(&view)?
        } else {
            let mut rendering = Rendering::new(&self.spec, generated, place).ok_or_else(missing)?;
            let mut bytes = Vec::new();
            while rendering.advance(usize::MAX, &mut bytes) {}
            if rendering.lost() > 0 {
                self.lost.insert(view.file().name.clone(), rendering.lost());
            }
            bytes
        };
        let name = view.file().name.clone();
        let hash = blake3::hash(&bytes).to_hex().to_string();
        self.files.push(MadeFile { name: name.clone(), bytes: bytes.len() as u64, records, hash });
        self.sources.insert(name, MemorySource(bytes));
        Ok(())
    }
}

impl Made {
    /// Makes an instance at once.
    ///
    /// # Errors
    /// Those of [`InTheMaking::begin`] and [`InTheMaking::advance`].
    pub fn at_once(instance: Instance) -> Checked<Self> {
        let mut making = Box::new(InTheMaking::begin(instance)?);
        loop {
            match making.advance()? {
                Pace::Working { making: rest, .. } => making = rest,
                Pace::Finished(made) => return Ok(*made),
            }
        }
    }

    /// The bytes of a file.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.sources.get(name).map(|source| source.0.as_slice())
    }
}

/// The files of an instance before those of a host: a recipe over the exercise reads what was made.
pub struct Overlay<'a> {
    /// What was made, if anything.
    pub made: Option<&'a Made>,
    /// The host's files.
    pub host: &'a dyn Files,
}

impl Files for Overlay<'_> {
    fn open(&self, name: &str) -> Option<&dyn ByteSource> {
        let made = self.made.and_then(|made| made.sources.get(name));
        made.map(|source| source as &dyn ByteSource).or_else(|| self.host.open(name))
    }

    fn identity(&self, name: &str) -> Option<String> {
        let made = self.made.and_then(|made| made.files.iter().find(|file| file.name == name));
        made.map(|file| format!("made:{}", file.hash)).or_else(|| self.host.identity(name))
    }
}
