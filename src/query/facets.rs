//! How many sign-ins have each value.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::counts::count_codes;
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

/// The values of one field, as a panel of facets shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// The most frequent values, in the order of [`count_values`].
    pub values: Vec<ValueCountText>,
    /// How many different values there are in all; "nothing is known" is none.
    pub different: usize,
}

/// The `limit` most frequent values of several fields at once, a facet per field in their order.
#[must_use]
pub fn count_by_all(columns: &Columns, rows: &[RowId], fields: &[Field], limit: usize) -> Vec<Facet> {
    fields.par_iter().map(|field| facet(columns, rows, *field, limit)).collect()
}

fn facet(columns: &Columns, rows: &[RowId], field: Field, limit: usize) -> Facet {
    let is_coded = !matches!(field.kind(), Kind::Time | Kind::UniqueId | Kind::List | Kind::Steps | Kind::Policies);
    if !is_coded {
        let mut values = count_values(columns, rows, field);
        let different = values.iter().filter(|counted| counted.value.is_some()).count();
        values.truncate(limit);
        return Facet { field, values, different };
    }
    let dictionary = &columns.text_column(field).dictionary;
    let ranks = dictionary.ranks(field.kind());
    let mut counts = counts_by_code(columns, rows, field);
    let different = counts.iter().filter(|value| value.code != 0).count();
    let key = |value: &ValueCount| (Reverse(value.count), ranks[value.code as usize]);
    if limit > 0 && limit < counts.len() {
        // The order among those that are not shown is nobody's concern.
        counts.select_nth_unstable_by_key(limit - 1, key);
    }
    counts.truncate(limit);
    counts.sort_unstable_by_key(key);
    let text = |ValueCount { code, count }| ValueCountText { value: dictionary.text(code).map(str::to_owned), count };
    Facet { field, values: counts.into_iter().map(text).collect(), different }
}

/// Counts rows by the code of a field: most first, equal counts in the order of their texts, missing
/// after them. Several texts in one value count as one; see [`count_values`]. Times and unique
/// identifiers have no codes, so nothing is counted for them.
#[must_use]
pub fn count_by(columns: &Columns, rows: &[RowId], field: Field) -> Vec<ValueCount> {
    if matches!(field.kind(), Kind::Time | Kind::UniqueId) {
        return Vec::new();
    }
    let ranks = columns.text_column(field).dictionary.ranks(field.kind());
    let mut counts = counts_by_code(columns, rows, field);
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
                *counts.entry(columns.value(field, *row).map(std::borrow::Cow::into_owned)).or_default() +=
                    1 + columns.beyond_one(*row);
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

/// The codes that any of the rows has, in their order.
fn counts_by_code(columns: &Columns, rows: &[RowId], field: Field) -> Vec<ValueCount> {
    let counts = (0..).zip(count_codes(columns, rows, field));
    counts.filter(|(_, count)| *count > 0).map(|(code, count)| ValueCount { code, count }).collect()
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
    fn a_facet_tells_its_top_values_and_how_many_there_are() {
        let app = |app| sign_in(Log::Interactive, 1, &[(Field::App, app)]);
        let columns = columns(&[app("beta"), app(""), app("Alpha"), app("gamma"), app("gamma")]);
        let rows = columns.rows_of_all(Logs::ALL);
        let facets = count_by_all(&columns, &rows, &[Field::App, Field::Status], 2);
        assert_eq!(facets[0].values, count_values(&columns, &rows, Field::App)[..2]);
        assert_eq!((facets[0].different, facets[1].different), (3, 0));
        assert_eq!(count_by_all(&columns, &rows, &[Field::App], 0)[0].values, []);
    }

    #[test]
    fn identifiers_are_counted_by_text() {
        let row = |id| sign_in(Log::Interactive, 1, &[(Field::SessionId, id)]);
        let columns = columns(&[row("a"), row("b"), row("b")]);
        let counts = count_values(&columns, &columns.rows_of_all(Logs::ALL), Field::SessionId);
        assert_eq!(counts[0], ValueCountText { value: Some("b".to_owned()), count: 2 });
    }
}
