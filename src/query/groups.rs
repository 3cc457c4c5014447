//! Rows that were folded into groups, and their order.

use super::Scope;
use super::order::{Ordinals, sorted};
use crate::clock::Millis;
use crate::columns::{Columns, RowId};
use crate::fields::Field;

/// Rows that were folded into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The window that holds them, its end exclusive, if windows were asked for.
    pub window: Option<(Millis, Millis)>,
    /// The time of the oldest row.
    pub first: Millis,
    /// The time of the newest row.
    pub last: Millis,
    /// The rows, newest first; at least one.
    pub rows: &'a [RowId],
}

/// Groups in an order. All their rows stand in one list, so that a million groups cost no more than one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    pub(super) rows: Vec<RowId>,
    pub(super) spans: Vec<Span>,
    pub(super) windows: Vec<(Millis, Millis)>,
}

/// Where the rows of a group stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
    /// Its place among the windows; behind the last if there is none.
    pub window: u32,
    pub first: Millis,
    pub last: Millis,
}

impl Groups {
    /// How many groups there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no group.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The group of a place.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<Group<'_>> {
        self.spans.get(place).map(|span| self.group(span))
    }

    /// The groups in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Group<'_>> + Clone {
        self.spans.iter().map(|span| self.group(span))
    }

    fn group(&self, span: &Span) -> Group<'_> {
        Group {
            window: self.windows.get(span.window as usize).copied(),
            first: span.first,
            last: span.last,
            rows: self.rows_of(span),
        }
    }

    fn rows_of(&self, span: &Span) -> &[RowId] {
        &self.rows[span.start as usize..span.end as usize]
    }
}

/// Copies the rows of the groups.
impl<'a> FromIterator<Group<'a>> for Groups {
    fn from_iter<T: IntoIterator<Item = Group<'a>>>(groups: T) -> Self {
        let mut all = Self::default();
        for Group { window, first, last, rows } in groups {
            let start = all.rows.len() as u32;
            all.rows.extend_from_slice(rows);
            let end = all.rows.len() as u32;
            let place = if window.is_some() { all.windows.len() as u32 } else { u32::MAX };
            all.windows.extend(window);
            all.spans.push(Span { start, end, window: place, first, last });
        }
        all
    }
}

impl Group<'_> {
    /// How many sign-ins it holds.
    #[must_use]
    pub fn count(&self, columns: &Columns) -> u64 {
        columns.sign_ins(self.rows)
    }

    /// The newest row, which stands for the group.
    #[must_use]
    pub fn representative(&self) -> RowId {
        self.rows.first().copied().unwrap_or(RowId(0))
    }
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
pub fn sort_groups(scope: &Scope<'_>, groups: &mut Groups, keys: &[GroupSort]) {
    let columns = scope.columns;
    let representatives: Vec<RowId> = groups.iter().map(|group| group.representative()).collect();
    let numbers = |number: &dyn Fn(&Span) -> i64, descending| {
        Ordinals::of_numbers(&groups.spans.iter().map(number).collect::<Vec<_>>(), descending)
    };
    let mut orders: Vec<Ordinals<'_>> = keys
        .iter()
        .map(|GroupSort { key, descending }| match key {
            GroupKey::Field(field) => Ordinals::of_field(columns, *field, *descending).of_rows(&representatives),
            GroupKey::Count => {
                let count = |span: &Span| columns.sign_ins(groups.rows_of(span)).try_into().unwrap_or(i64::MAX);
                numbers(&count, *descending)
            }
            GroupKey::First => numbers(&|span| span.first.0, *descending),
            GroupKey::Last => numbers(&|span| span.last.0, *descending),
        })
        .collect();
    let recency = columns.recency();
    let places: Vec<u64> = representatives.iter().map(|row| recency.place(*row).into()).collect();
    if !places.is_sorted() {
        orders.push(Ordinals::Places(places));
    }
    let order = sorted(0..groups.len() as u32, &orders);
    groups.spans = order.into_iter().map(|place| groups.spans[place as usize]).collect();
}
