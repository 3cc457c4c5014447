//! How many sign-ins have each value.

use crate::columns::{Columns, RowId};
use crate::fields::Field;

/// A code of a column with the number of rows that have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The code; 0 where nothing is known.
    pub code: u32,
    /// How many rows have it.
    pub count: u64,
}

/// A value with the number of rows that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCountText {
    /// The value in its stored form; `None` where nothing is known.
    pub value: Option<String>,
    /// How many rows have it.
    pub count: u64,
}

/// Counts rows by the code of a field: most first, equal counts in the order of their texts, missing
/// after them. Several texts in one value count as one; see [`count_values`]. Times and unique
/// identifiers have no codes, so nothing is counted for them.
#[must_use]
pub fn count_by(columns: &Columns, rows: &[RowId], field: Field) -> Vec<ValueCount> {
    let _ = (columns, rows, field);
    Vec::new()
}

/// Counts rows by the value of any field, in the order of [`count_by`]. A row with several texts counts
/// once for each of them.
#[must_use]
pub fn count_values(columns: &Columns, rows: &[RowId], field: Field) -> Vec<ValueCountText> {
    let _ = (columns, rows, field);
    Vec::new()
}
