//! What stops a file from being taken, and where it stands.

use std::fmt;

use protocol::{Code, Diagnostic, Span};
use serde::{Deserialize, Serialize};

/// One finding in one file: a diagnostic whose place is a line and a column of that file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// The file, from the folder of all exercises on, with `/` between the parts.
    pub file: String,
    /// Code, arguments, and the stretch of the file's text.
    pub diagnostic: Box<Diagnostic>,
}

impl Fault {
    /// A finding about a file as a whole.
    pub fn whole(file: impl Into<String>, diagnostic: Box<Diagnostic>) -> Self {
        Self { file: file.into(), diagnostic }
    }

    /// What kind of finding.
    pub fn code(&self) -> Code {
        self.diagnostic.code
    }

    /// Where in the file; line 0 where it is the file as a whole.
    pub fn span(&self) -> Span {
        self.diagnostic.place.span.unwrap_or_default()
    }
}

impl fmt::Display for Fault {
    /// `file:line:column code name=value …`, for the terminal of an author.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Span { line, column, .. } = self.span();
        let Self { file, diagnostic } = self;
        match line {
            0 => write!(f, "{file}: ")?,
            _ => write!(f, "{file}:{line}:{column}: ")?,
        }
        write!(f, "{}", diagnostic.code.id())?;
        diagnostic.args.iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

impl std::error::Error for Fault {}

/// The names nearest to a misspelt one, best first; all of a short list, at most five of a long one.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut scored: Vec<(f64, &str)> =
        known.into_iter().map(|known| (strsim::jaro_winkler(name, known), known)).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    scored.dedup_by(|left, right| left.1 == right.1);
    scored.into_iter().take(5).map(|(_, name)| name.to_owned()).collect()
}
