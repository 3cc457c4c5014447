//! Sorting rows by columns.

use std::fmt;
use std::str::FromStr;

use super::Scope;
use super::order::{Ordinals, newest_first, sorted};
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

/// Sorts rows, each of which is there once. Missing values come last in both directions; what is equal
/// comes newest first, and at the same time as in [`crate::columns::Columns::rows_of`]. The order does not
/// depend on the one before.
pub fn sort(scope: &Scope<'_>, rows: &mut [RowId], keys: &[SortKey]) {
    let columns = scope.columns;
    let newest = newest_first(columns, rows);
    let orders: Vec<Ordinals<'_>> =
        keys.iter().map(|key| Ordinals::of_field(columns, key.field, key.descending)).collect();
    let order = sorted(newest.iter().map(|row| row.0), &orders);
    for (row, number) in rows.iter_mut().zip(order) {
        *row = RowId(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::fields::Log;
    use crate::query::fixtures::{columns, sign_in};

    fn sorted(keys: &str) -> Vec<u32> {
        let columns = columns(&[
            sign_in(Log::Interactive, 1, &[(Field::User, "ben"), (Field::ErrorCode, "50126")]),
            sign_in(Log::Interactive, 2, &[(Field::User, "Anna"), (Field::ErrorCode, "0")]),
            sign_in(Log::Interactive, 3, &[(Field::ErrorCode, "90072")]),
            sign_in(Log::Interactive, 3, &[(Field::User, "ben"), (Field::ErrorCode, "7000222")]),
        ]);
        let keys: Vec<SortKey> = keys.split(' ').map(|key| key.parse().expect("a sort key")).collect();
        let mut rows: Vec<RowId> = (0..4).map(RowId).collect();
        sort(&Scope::new(&columns, Clock::default()), &mut rows, &keys);
        rows.into_iter().map(|row| row.0).collect()
    }

    #[test]
    fn missing_values_come_last_in_both_directions() {
        assert_eq!(sorted("user"), [1, 3, 0, 2]);
        assert_eq!(sorted("user:desc"), [3, 0, 1, 2]);
    }

    #[test]
    fn numbers_and_times_sort_by_value() {
        assert_eq!(sorted("error_code"), [1, 0, 2, 3]);
        assert_eq!(sorted("time"), [0, 1, 3, 2]);
        assert_eq!(sorted("time:desc"), [3, 2, 1, 0]);
    }

    #[test]
    fn a_second_key_decides_among_equals() {
        assert_eq!(sorted("user:desc time"), [0, 3, 1, 2]);
    }

    #[test]
    fn sort_keys_come_back_from_their_text() {
        for text in ["time:desc", "user"] {
            assert_eq!(text.parse::<SortKey>().map(|key| key.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("upn:asc".parse::<SortKey>().map(|key| key.to_string()).as_deref(), Ok("username"));
        assert!("user:up".parse::<SortKey>().is_err());
        assert!("usr".parse::<SortKey>().is_err());
    }
}
