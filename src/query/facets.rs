//! How many sign-ins have each value.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::items::Items;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind};

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
    if matches!(field.kind(), Kind::Time | Kind::UniqueId) {
        return Vec::new();
    }
    let dictionary = &columns.text_column(field).dictionary;
    let ranks = dictionary.ranks(field.kind());
    let mut counts: Vec<ValueCount> = count_codes(columns, rows, field)
        .into_iter()
        .enumerate()
        .filter(|(_, count)| *count > 0)
        .map(|(code, count)| ValueCount { code: code as u32, count })
        .collect();
    counts.sort_unstable_by_key(|value| (Reverse(value.count), ranks[value.code as usize]));
    counts
}

/// Counts rows by the value of any field, in the order of [`count_by`]. A row with several texts counts
/// once for each of them; of authentication steps the methods count, of policies the names.
#[must_use]
pub fn count_values(columns: &Columns, rows: &[RowId], field: Field) -> Vec<ValueCountText> {
    match field.kind() {
        Kind::Time | Kind::UniqueId => {
            let mut counts: HashMap<Option<String>, u64, FixedState> = HashMap::default();
            for row in rows {
                *counts.entry(columns.value(field, *row).map(std::borrow::Cow::into_owned)).or_default() += 1;
            }
            in_order(counts.into_iter().map(|(value, count)| ValueCountText { value, count }).collect())
        }
        Kind::List | Kind::Steps | Kind::Policies => {
            let items = Items::of(columns, field);
            let mut counts = vec![0; items.len()];
            for (code, count) in count_codes(columns, rows, field).into_iter().enumerate() {
                for item in items.of_code(code as u32) {
                    counts[*item as usize] += count;
                }
            }
            let values = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
            in_order(
                values
                    .map(|(item, count)| ValueCountText { value: items.text(item as u32).map(str::to_owned), count })
                    .collect(),
            )
        }
        Kind::Text | Kind::Choice | Kind::Flag | Kind::Code | Kind::Number(_) | Kind::Id | Kind::Address => {
            let dictionary = &columns.text_column(field).dictionary;
            count_by(columns, rows, field)
                .into_iter()
                .map(|ValueCount { code, count }| ValueCountText {
                    value: dictionary.text(code).map(str::to_owned),
                    count,
                })
                .collect()
        }
    }
}

/// How many of the rows have each code.
pub(super) fn count_codes(columns: &Columns, rows: &[RowId], field: Field) -> Vec<u64> {
    let column = columns.text_column(field);
    let mut counts = vec![0; column.dictionary.len() + 1];
    for row in rows {
        counts[column.code(*row) as usize] += 1;
    }
    counts
}

fn in_order(mut counts: Vec<ValueCountText>) -> Vec<ValueCountText> {
    counts.sort_by_cached_key(|counted| {
        let lower = counted.value.as_ref().map(|value| value.to_lowercase());
        (Reverse(counted.count), lower.is_none(), lower, counted.value.clone())
    });
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Log, Logs};
    use crate::query::fixtures::{columns, sign_in};

    #[test]
    fn values_come_most_frequent_first_and_missing_ones_are_told() {
        let app = |app| sign_in(Log::Interactive, 1, &[(Field::App, app)]);
        let columns = columns(&[app("beta"), app(""), app("Alpha"), app("gamma"), app("gamma")]);
        let rows = columns.rows_of_all(Logs::ALL);
        let counts: Vec<_> =
            count_values(&columns, &rows, Field::App).into_iter().map(|value| (value.value, value.count)).collect();
        let known = |text: &str| Some(text.to_owned());
        assert_eq!(counts, [(known("gamma"), 2), (known("Alpha"), 1), (known("beta"), 1), (None, 1)]);
        assert_eq!(count_by(&columns, &rows, Field::App).len(), 4);
        assert_eq!(count_by(&columns, &rows, Field::Time), []);
    }

    #[test]
    fn a_row_with_several_texts_counts_once_for_each() {
        let row = |networks| sign_in(Log::Interactive, 1, &[(Field::Network, networks)]);
        let columns = columns(&[row("Office\nTrusted"), row("Office"), row("")]);
        let counts = count_values(&columns, &columns.rows_of_all(Logs::ALL), Field::Network);
        let counts: Vec<_> = counts.iter().map(|value| (value.value.as_deref(), value.count)).collect();
        assert_eq!(counts, [(Some("Office"), 2), (Some("Trusted"), 1), (None, 1)]);
    }

    #[test]
    fn identifiers_are_counted_by_text() {
        let row = |id| sign_in(Log::Interactive, 1, &[(Field::SessionId, id)]);
        let columns = columns(&[row("a"), row("b"), row("b")]);
        let counts = count_values(&columns, &columns.rows_of_all(Logs::ALL), Field::SessionId);
        assert_eq!(counts[0], ValueCountText { value: Some("b".to_owned()), count: 2 });
    }
}
