//! A file of the exercises, as far as it is here: coming, here, or lacking with the reason.

use std::sync::Arc;

use pack::Fault;
use protocol::Arg;

/// What is known of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading<T> {
    /// On its way.
    Coming,
    /// Here, and right.
    Here(Arc<T>),
    /// It did not come, or is not what it should be.
    Lacking(Lack),
}

impl<T> Reading<T> {
    /// What was read of the text of a file.
    pub fn of(file: &str, result: Result<T, Vec<Fault>>) -> Self {
        match result {
            Ok(content) => Self::Here(Arc::new(content)),
            Err(faults) => Self::Lacking(Lack::Faulty { file: file.to_owned(), faults }),
        }
    }

    /// Both, when both are here; else what is lacking of the first, then of the second.
    pub fn and<U>(self, other: Reading<U>) -> Reading<(Arc<T>, Arc<U>)> {
        match (self, other) {
            (Self::Here(left), Reading::Here(right)) => Reading::Here(Arc::new((left, right))),
            (Self::Lacking(lack), _) | (Self::Here(_), Reading::Lacking(lack)) => Reading::Lacking(lack),
            (Self::Coming, Reading::Lacking(lack)) => Reading::Lacking(lack),
            (Self::Coming, _) | (_, Reading::Coming) => Reading::Coming,
        }
    }

    /// Whether it is worth asking for it again.
    pub fn lacks(&self) -> bool {
        matches!(self, Self::Lacking(_))
    }
}

/// Why a file is not here.
#[derive(Debug, Clone, PartialEq)]
pub enum Lack {
    /// No answer: no network, or no host.
    Unreachable {
        /// The file.
        file: String,
    },
    /// The host does not send it.
    Refused {
        /// The file.
        file: String,
        /// What the host answered (404: it does not have it).
        status: u16,
    },
    /// It is not what it should be.
    Faulty {
        /// The file.
        file: String,
        /// Where and how.
        faults: Vec<Fault>,
    },
}

impl Lack {
    /// The key of its sentence.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unreachable { .. } => "file-unreachable",
            Self::Refused { .. } => "file-refused",
            Self::Faulty { .. } => "file-faulty",
        }
    }

    /// What its sentence names.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Unreachable { file } | Self::Faulty { file, .. } => vec![("file", Arg::from(file.as_str()))],
            Self::Refused { file, status } => {
                vec![("file", Arg::from(file.as_str())), ("status", Arg::from(u64::from(*status)))]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_here_or_what_is_lacking_is_said() {
        let here = || Reading::Here(Arc::new(1));
        let lacking = |status| Reading::<i32>::Lacking(Lack::Refused { file: "a".to_owned(), status });
        assert_eq!(here().and(here()), Reading::Here(Arc::new((Arc::new(1), Arc::new(1)))));
        assert_eq!(here().and(Reading::<i32>::Coming), Reading::Coming);
        assert_eq!(Reading::<i32>::Coming.and(here()), Reading::Coming);
        for (left, right, status) in [
            (lacking(404), here(), 404),
            (here(), lacking(500), 500),
            (Reading::Coming, lacking(500), 500),
            (lacking(404), Reading::Coming, 404),
            (lacking(404), lacking(500), 404),
        ] {
            let both = left.and(right);
            let Reading::Lacking(lack) = &both else { panic!("{both:?}") };
            assert!(matches!(lack, Lack::Refused { status: found, .. } if *found == status), "{lack:?}");
            assert!(both.lacks());
        }
    }
}
