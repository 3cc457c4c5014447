//! Terms about a field that has a dictionary: every different text is looked at once, then only codes.

use crate::columns::{Columns, TextColumn};
use crate::fields::{Field, Kind};
use crate::query::bits::Bits;
use crate::query::matcher::Matchers;

/// The rows that know a value.
pub(super) fn known_rows(columns: &Columns, field: Field) -> Bits {
    if field.kind() == Kind::Time {
        return Bits::all(columns.len());
    }
    if let Some(ids) = columns.unique_id_column(field) {
        return Bits::scan(columns.len(), |row| ids.has(row));
    }
    let column = columns.text_column(field);
    let mut hits = vec![true; column.dictionary.len() + 1];
    hits[0] = false;
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

/// The rows whose value fits.
pub(super) fn text_rows(columns: &Columns, field: Field, matchers: &Matchers) -> Bits {
    let column = columns.text_column(field);
    if matchers.is_empty() || column.codes.is_zero() {
        return Bits::none(columns.len());
    }
    Bits::of_codes(columns.len(), &column.codes, &hits(column, field, matchers))
}

/// For each code whether its text fits.
pub(in crate::query) fn hits(column: &TextColumn, field: Field, matchers: &Matchers) -> Vec<bool> {
    if let Some(range) = matchers.numbers() {
        return column.dictionary.numbers().iter().map(|number| range.has(*number)).collect();
    }
    let mut hits = vec![false; column.dictionary.len() + 1];
    for (code, text) in column.dictionary.iter() {
        hits[code as usize] = matchers.fits(field, text, column.dictionary.lower(code));
    }
    hits
}
