//! Files that were not read, put together by what was wrong with them.

use crate::cache::ImportFailure;
use crate::import::ImportError;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The whole sentence.
    pub sentence: String,
    /// What is said of this file and of others that lack the same, to stand behind their names: `is empty: …`.
    pub reason: String,
}

impl From<&ImportError> for Refusal {
    fn from(error: &ImportError) -> Self {
        Self { sentence: error.to_string(), reason: error.reason() }
    }
}

impl From<&ImportFailure> for Refusal {
    fn from(failure: &ImportFailure) -> Self {
        match failure {
            ImportFailure::Import(error) => error.into(),
            ImportFailure::Cancelled | ImportFailure::Cache(_) => {
                Self { sentence: failure.to_string(), reason: format!("was not read: {failure}") }
            }
        }
    }
}

/// Files that were not read for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedFiles {
    /// The reason, to stand behind the names of files.
    pub reason: String,
    /// The places of the files in the list of all; at least one.
    pub(super) places: Vec<usize>,
}

impl RefusedFiles {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// A sentence about all of them if they are several.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!("Each of {} files {}", self.places.len(), self.reason)
    }
}

/// Adds the file of this place to those with the same reason.
pub(super) fn add(groups: &mut Vec<RefusedFiles>, place: usize, reason: &str) {
    match groups.iter_mut().find(|group| group.reason == reason) {
        Some(group) => group.places.push(place),
        None => groups.push(RefusedFiles { reason: reason.to_owned(), places: vec![place] }),
    }
}
