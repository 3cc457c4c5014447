//! What the reference, or the directory, says about the rows of a table.

use super::entity::Entity;
use crate::reference::aadsts::{self, Entry};

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// Of an error code: the kind of problem.
    ErrorClass,
    /// Of an error code: what happened.
    ErrorMeaning,
    /// Of an error code: what to check first, and then.
    ErrorRemedy,
    /// What look-ups in the directory say of somebody, which is told with the row.
    Directory,
    /// Numbers of members of a group, likewise.
    Members,
}

impl Told {
    /// What is said about a row; empty if nothing is known.
    #[must_use]
    pub fn of(self, entity: &Entity) -> String {
        let told = |tell: fn(&Entry) -> String| {
            let code = entity.title.parse().ok().filter(|_| !entity.is_unknown);
            code.and_then(aadsts::entry).map(tell).unwrap_or_default()
        };
        match self {
            Self::ErrorClass => told(|entry| entry.class_title().to_owned()),
            Self::ErrorMeaning => told(|entry| entry.meaning.to_owned()),
            Self::ErrorRemedy => told(|entry| [entry.first, entry.second].join(" ").trim().to_owned()),
            Self::Directory | Self::Members => String::new(),
        }
    }

    /// Whether it is a number, and not words.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Members)
    }
}
