//! What could be typed next in the search line.

use std::ops::Range;

use crate::columns::Columns;

/// A completion of a filter's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The bytes of the text to replace.
    pub replace: Range<usize>,
    /// What to put there.
    pub text: String,
    /// What it is: the title of a field, or how many sign-ins have the value.
    pub note: String,
}

/// At most 12 completions at a byte of a text: fields while a word is typed, and the values of a field
/// behind its colon, most frequent first.
#[must_use]
pub fn suggest(columns: &Columns, text: &str, cursor: usize) -> Vec<Suggestion> {
    let _ = (columns, text, cursor);
    Vec::new()
}
