//! What a table shows: an answer of the query floor, and the lines it makes when groups are expanded.
//!
//! Lines are addressed by number, so that a million of them cost no more than the few that are drawn: finding
//! what stands on a line, or the line of a group, takes the logarithm of the number of expanded groups.

mod expanded;
mod groups;

use std::sync::Arc;

pub use expanded::Expanded;
pub use groups::{Group, Groups};

use super::settings::{GroupOrder, SortBy};
use crate::clock::{Clock, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log};
use crate::query::Query;

/// How the rows of a table fold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Each sign-in has a row of its own.
    #[default]
    Off,
    /// As the portal folds the log, within windows of so many hours.
    Portal(u8),
    /// By the values of these fields, one level each.
    By(Vec<Field>),
}

impl Grouping {
    /// Whether rows fold at all.
    #[must_use]
    pub fn is_on(&self) -> bool {
        *self != Self::Off
    }
}

/// What a table's answer depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone that windows are aligned to.
    pub clock: Clock,
    /// The log.
    pub log: Log,
    /// The filter, of which only the fields of the log count.
    pub query: Query,
    /// The sort order; empty is newest first.
    pub sort: Vec<SortBy>,
    /// How rows fold.
    pub grouping: Grouping,
    /// The order of groups by fields.
    pub group_order: GroupOrder,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
}

/// The rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Each sign-in on its own.
    Single(Vec<RowId>),
    /// Folded.
    Grouped(Groups),
}

/// The answer to a [`RowsKey`].
#[derive(Clone, Debug)]
pub struct Listing {
    /// What was asked.
    pub key: RowsKey,
    /// The snapshot that the rows belong to.
    pub columns: Arc<Columns>,
    /// The rows.
    pub rows: Rows,
    /// How many sign-ins they hold.
    pub sign_ins: u64,
    /// Time of the oldest and the newest of them.
    pub period: Option<(Millis, Millis)>,
}

/// One line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A sign-in on its own.
    Single(RowId),
    /// A folded row, by its place among the groups.
    Group(usize),
    /// A sign-in within the group of this place.
    Member(usize, RowId),
}

/// Groups stay expanded when a table gets other rows if there are no more of them, or if they are all of them;
/// otherwise every group folds, and the user is told. The window waits for it, and nobody expands so many by hand.
const KEPT_GROUPS: usize = 10_000;

impl Listing {
    /// How many lines there are.
    #[must_use]
    pub fn line_count(&self, expanded: &Expanded) -> u64 {
        match &self.rows {
            Rows::Single(rows) => rows.len() as u64,
            Rows::Grouped(groups) => expanded.line_count(groups),
        }
    }

    /// What stands on a line, counted from 0.
    #[must_use]
    pub fn line(&self, number: u64, expanded: &Expanded) -> Option<Line> {
        match &self.rows {
            Rows::Single(rows) => rows.get(number as usize).copied().map(Line::Single),
            Rows::Grouped(groups) => expanded.line(number, groups),
        }
    }

    /// The line on which a sign-in stands by itself or within an expanded group. Looks at every row.
    #[must_use]
    pub fn line_of(&self, row: RowId, expanded: &Expanded) -> Option<u64> {
        let position = self.all_rows().iter().position(|known| *known == row)?;
        self.line_at(position, expanded)
    }

    /// The line of the group at this depth that holds a sign-in. Looks at every row.
    #[must_use]
    pub fn line_of_group(&self, row: RowId, depth: usize, expanded: &Expanded) -> Option<u64> {
        let Rows::Grouped(groups) = &self.rows else { return None };
        let position = groups.all_rows().iter().position(|known| *known == row)?;
        expanded.line_of_group(groups.at(position, depth)?, groups)
    }

    /// The lines of these sign-ins, or of the groups at a depth that hold them; those that stand on no line
    /// are left out. Looks at every row.
    #[must_use]
    pub fn lines_of(&self, wanted: &[(RowId, Option<usize>)], expanded: &Expanded) -> Vec<u64> {
        let positions = self.positions();
        let line = |(row, depth): &(RowId, Option<usize>)| {
            let position = positions.of(*row)?;
            match (depth, &self.rows) {
                (None, _) => self.line_at(position, expanded),
                (Some(depth), Rows::Grouped(groups)) => expanded.line_of_group(groups.at(position, *depth)?, groups),
                (Some(_), Rows::Single(_)) => None,
            }
        };
        wanted.iter().filter_map(line).collect()
    }

    /// The group of a place.
    #[must_use]
    pub fn group(&self, place: usize) -> Option<Group<'_>> {
        match &self.rows {
            Rows::Single(_) => None,
            Rows::Grouped(groups) => groups.get(place),
        }
    }

    /// The sign-in that a line stands for: its own, or the newest of its group.
    #[must_use]
    pub fn row(&self, line: Line) -> Option<RowId> {
        match line {
            Line::Single(row) | Line::Member(_, row) => Some(row),
            Line::Group(place) => self.group(place).map(|group| group.newest),
        }
    }

    /// The depth of a line's group; `None` if the line is a sign-in.
    #[must_use]
    pub fn depth(&self, line: Line) -> Option<usize> {
        match line {
            Line::Single(_) | Line::Member(..) => None,
            Line::Group(place) => self.group(place).map(|group| group.depth),
        }
    }

    /// How many rows there are before any is expanded.
    #[must_use]
    pub fn row_count(&self) -> u64 {
        match &self.rows {
            Rows::Single(rows) => rows.len() as u64,
            Rows::Grouped(groups) => groups.roots().len() as u64,
        }
    }

    /// Every sign-in in the order of the lines, whether or not its group is expanded. A place in this list is
    /// a *position*.
    #[must_use]
    pub fn all_rows(&self) -> &[RowId] {
        match &self.rows {
            Rows::Single(rows) => rows,
            Rows::Grouped(groups) => groups.all_rows(),
        }
    }

    /// Whether the lines are those of another listing as long as the same groups are expanded: the same sign-ins in
    /// the same order and groups. Looks at every row.
    #[must_use]
    pub fn has_lines_of(&self, other: &Self) -> bool {
        let same = |row: &RowId| self.columns.event(*row) == other.columns.event(*row);
        self.key.grouping == other.key.grouping && self.rows == other.rows && self.all_rows().iter().all(same)
    }

    /// The groups expanded in `old` that are here too: those that hold the sign-ins which were the newest of
    /// theirs. Groups by other fields are other groups. `None` if there are too many to be looked for, unless all were
    /// expanded.
    #[must_use]
    pub fn carry_over(&self, old: &Self, expanded: &Expanded) -> Option<Expanded> {
        let (Rows::Grouped(groups), Rows::Grouped(old_groups)) = (&self.rows, &old.rows) else {
            return Some(Expanded::default());
        };
        let is_same = match (&self.key.grouping, &old.key.grouping) {
            (Grouping::By(fields), Grouping::By(old)) => fields == old,
            (Grouping::Portal(_), Grouping::Portal(_)) => true,
            _ => false,
        };
        if !is_same || expanded.is_empty() {
            return Some(Expanded::default());
        }
        if expanded.len() == old_groups.len() {
            return Some(Expanded::all(groups));
        }
        if expanded.len() > KEPT_GROUPS {
            return None;
        }
        let wanted: Vec<(RowId, usize)> = expanded
            .places()
            .filter_map(|place| old_groups.get(place))
            .filter_map(|group| Some((self.columns.row_of(old.columns.event(group.newest))?, group.depth)))
            .collect();
        let positions = self.positions();
        let place = |(row, depth): &(RowId, usize)| groups.at(positions.of(*row)?, *depth);
        Some(Expanded::of(wanted.iter().filter_map(place), groups))
    }

    /// The line of the sign-in at a position, unless its group is folded.
    fn line_at(&self, position: usize, expanded: &Expanded) -> Option<u64> {
        match &self.rows {
            Rows::Single(_) => Some(position as u64),
            Rows::Grouped(groups) => expanded.line_of_position(position, groups),
        }
    }

    /// The positions of all rows that are listed.
    fn positions(&self) -> Positions {
        let mut of_row = vec![NOWHERE; self.columns.len()];
        for (position, row) in (0..NOWHERE).zip(self.all_rows()) {
            if let Some(known) = of_row.get_mut(row.index()) {
                *known = position;
            }
        }
        Positions(of_row)
    }
}

/// The position of each row of a snapshot, or [`NOWHERE`].
struct Positions(Vec<u32>);

/// The position of a row that is not listed.
const NOWHERE: u32 = u32::MAX;

impl Positions {
    fn of(&self, row: RowId) -> Option<usize> {
        self.0.get(row.index()).filter(|position| **position != NOWHERE).map(|position| *position as usize)
    }
}

#[cfg(test)]
mod tests;
