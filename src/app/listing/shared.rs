//! What the sign-ins of a folded row have in common.

use std::collections::HashSet;
use std::hash::Hash;

use foldhash::fast::FixedState;

use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind};
use crate::query::Shared;

/// Different values are counted up to this number, which is as good as "many".
const MANY: usize = 1_000;

/// What rows have in common in a field. Rows that know no value do not count. Different values are counted up
/// to a thousand.
#[must_use]
pub fn shared(columns: &Columns, rows: &[RowId], field: Field) -> Shared {
    let rows = rows.iter().copied();
    if field.kind() == Kind::Time {
        return among(rows.map(|row| (row, Some(columns.time(row)))));
    }
    if let Some(ids) = columns.unique_id_column(field) {
        return among(rows.map(|row| (row, ids.get(row))));
    }
    let column = columns.text_column(field);
    if column.codes.is_zero() {
        return Shared::Missing;
    }
    among(rows.map(|row| (row, Some(column.code(row)).filter(|code| *code != 0))))
}

fn among<T: Eq + Hash>(values: impl Iterator<Item = (RowId, Option<T>)>) -> Shared {
    let mut known = values.filter_map(|(row, value)| Some((row, value?)));
    let Some((row, value)) = known.next() else { return Shared::Missing };
    let Some((_, other)) = known.find(|(_, other)| *other != value) else { return Shared::Same(row) };
    let mut different: HashSet<T, FixedState> = [value, other].into_iter().collect();
    for (_, value) in known {
        different.insert(value);
        if different.len() >= MANY {
            break;
        }
    }
    Shared::Several(different.len())
}
