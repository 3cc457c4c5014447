//! The cache: one SQLite file that holds everything imported.

mod types;

pub use types::{Counts, Detail, OriginalText, RejectedRecord, Source, SourceId};
