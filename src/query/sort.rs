//! Sorting rows by columns.

use std::fmt;
use std::str::FromStr;

use super::Scope;
use super::order::{Ordinals, sorted};
use crate::columns::RowId;
use crate::fields::Field;

/// One key of a sort order. Its text form is `time`, `time:asc` or `time:desc`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SortKey {
    /// The field to compare.
    pub field: Field,
    /// Whether the greatest value comes first.
    pub descending: bool,
}

impl FromStr for SortKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (key, descending) = match text.split_once(':') {
            None | Some((_, "asc")) => (text.strip_suffix(":asc").unwrap_or(text), false),
            Some((key, "desc")) => (key, true),
            Some((_, other)) => {
                return Err(format!("expected asc or desc behind the colon, found \u{201c}{other}\u{201d}"));
            }
        };
        Field::from_key(key)
            .map(|field| Self { field, descending })
            .ok_or_else(|| format!("no field is called \u{201c}{key}\u{201d}"))
    }
}

impl fmt::Display for SortKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.field.key(), if self.descending { ":desc" } else { "" })
    }
}

/// Sorts rows. Missing values come last in both directions; what is equal comes newest first, and at
/// the same time as in [`crate::columns::Columns::rows_of`]. The order does not depend on the one before.
pub fn sort(scope: &Scope<'_>, rows: &mut [RowId], keys: &[SortKey]) {
    let columns = scope.columns;
    let mut orders: Vec<Ordinals> =
        keys.iter().map(|key| Ordinals::of_field(columns, rows, key.field, key.descending)).collect();
    orders.push(Ordinals::of_field(columns, rows, Field::Time, true));
    // Of two rows of one moment the one with the greater number comes first.
    let greatest = rows.iter().map(|row| row.0).max().unwrap_or(0);
    let numbers: Vec<u32> = rows.iter().map(|row| greatest - row.0).collect();
    for (row, number) in rows.iter_mut().zip(sorted(&numbers, orders)) {
        *row = RowId(greatest - number);
    }
}
