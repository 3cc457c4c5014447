//! What rows have in common in a field.

use std::collections::HashSet;
use std::hash::Hash;

use foldhash::fast::FixedState;

use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind};

/// What rows have in common in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// No row knows a value.
    Missing,
    /// All rows that know a value know the same; this is the first of them.
    Same(RowId),
    /// There are so many different values, counted up to [`MANY`].
    Several(usize),
}

/// Different values are counted up to this number, which is as good as any larger one.
pub const MANY: usize = 1_000;

/// What stands for the value of rows that have [`Shared::Several`].
pub const SEVERAL: &str = "several";

/// What rows have in common in a field. Rows that know no value do not count.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Log;
    use crate::query::fixtures::{columns, sign_in};

    #[test]
    fn different_values_are_counted_until_they_are_many() {
        let record = |number: u32| {
            let mut record = sign_in(Log::Interactive, number.into(), &[(Field::App, "Mail")]);
            record.set(Field::Ip, format!("10.0.{}.{}", number / 250, number % 250));
            record
        };
        let records: Vec<_> = (0..1_200).map(record).collect();
        let columns = columns(&records);
        let rows: Vec<RowId> = (0..1_200).map(RowId).collect();
        assert_eq!(shared(&columns, &rows[..7], Field::Ip), Shared::Several(7));
        assert_eq!(shared(&columns, &rows, Field::Ip), Shared::Several(MANY));
        assert_eq!(shared(&columns, &rows[3..], Field::App), Shared::Same(RowId(3)));
        assert_eq!(shared(&columns, &rows, Field::User), Shared::Missing);
    }
}
