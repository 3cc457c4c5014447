//! What a table shows: an answer of the query floor, and the lines it makes when groups are expanded.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::settings::SortBy;
use crate::clock::{Clock, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::Log;
use crate::query::{Group, Groups, Query};
use crate::record::EventId;

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
    /// Hours within which rows fold; `None` shows single rows.
    pub fold: Option<u8>,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
}

/// The rows of a table.
#[derive(Clone, Debug)]
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

/// The expanded groups of a listing: their places, with the lines they add.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expanded {
    places: BTreeSet<usize>,
    /// For each expanded group in order: its place, its line, and how many lines it adds.
    blocks: Vec<Block>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    place: usize,
    line: u64,
    members: u64,
}

impl Listing {
    /// How many lines there are.
    #[must_use]
    pub fn line_count(&self, expanded: &Expanded) -> u64 {
        match &self.rows {
            Rows::Single(rows) => rows.len() as u64,
            Rows::Grouped(groups) => groups.len() as u64 + expanded.added(),
        }
    }

    /// What stands on a line, counted from 0.
    #[must_use]
    pub fn line(&self, number: u64, expanded: &Expanded) -> Option<Line> {
        match &self.rows {
            Rows::Single(rows) => rows.get(number as usize).copied().map(Line::Single),
            Rows::Grouped(groups) => match expanded.locate(number) {
                Place::Group(place) => (place < groups.len()).then_some(Line::Group(place)),
                Place::Member(place, member) => {
                    groups.get(place)?.rows.get(member).map(|row| Line::Member(place, *row))
                }
            },
        }
    }

    /// The line on which a sign-in stands by itself or within an expanded group. Looks at every row.
    #[must_use]
    pub fn line_of(&self, row: RowId, expanded: &Expanded) -> Option<u64> {
        match &self.rows {
            Rows::Single(rows) => rows.iter().position(|known| *known == row).map(|place| place as u64),
            Rows::Grouped(groups) => expanded.blocks.iter().find_map(|block| {
                let member = groups.get(block.place)?.rows.iter().position(|known| *known == row)?;
                Some(block.line + 1 + member as u64)
            }),
        }
    }

    /// The line of the folded row whose newest sign-in this is. Looks at every group.
    #[must_use]
    pub fn line_of_group(&self, newest: RowId, expanded: &Expanded) -> Option<u64> {
        let Rows::Grouped(groups) = &self.rows else { return None };
        let place = groups.iter().position(|group| group.rows.first() == Some(&newest))?;
        Some(expanded.line_of_group(place))
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
            Line::Group(place) => self.group(place).and_then(|group| group.rows.first().copied()),
        }
    }

    /// How many rows there are before any is expanded.
    #[must_use]
    pub fn row_count(&self) -> u64 {
        match &self.rows {
            Rows::Single(rows) => rows.len() as u64,
            Rows::Grouped(groups) => groups.len() as u64,
        }
    }

    /// The groups expanded in `old` that are here too, told by their newest sign-in.
    #[must_use]
    pub fn carry_over(&self, old: &Self, expanded: &Expanded) -> Expanded {
        let (Rows::Grouped(groups), false) = (&self.rows, expanded.places.is_empty()) else {
            return Expanded::default();
        };
        let newest = |listing: &Self, group: Group<'_>| group.rows.first().map(|row| listing.columns.event(*row));
        let wanted: BTreeSet<EventId> =
            expanded.places.iter().filter_map(|place| newest(old, old.group(*place)?)).collect();
        let places = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| newest(self, *group).is_some_and(|event| wanted.contains(&event)))
            .map(|(place, _)| place)
            .collect();
        Expanded::new(places, groups)
    }
}

enum Place {
    Group(usize),
    Member(usize, usize),
}

impl Expanded {
    fn new(places: BTreeSet<usize>, groups: &Groups) -> Self {
        let mut blocks = Vec::with_capacity(places.len());
        let mut added = 0;
        for place in &places {
            let members = groups.get(*place).map_or(0, |group| group.rows.len() as u64);
            blocks.push(Block { place: *place, line: *place as u64 + added, members });
            added += members;
        }
        Self { places, blocks }
    }

    /// Whether the group of a place is expanded.
    #[must_use]
    pub fn contains(&self, place: usize) -> bool {
        self.places.contains(&place)
    }

    /// Expands a group, or folds it again.
    pub fn toggle(&mut self, place: usize, listing: &Listing) {
        let Rows::Grouped(groups) = &listing.rows else { return };
        let mut places = std::mem::take(&mut self.places);
        if !places.remove(&place) && place < groups.len() {
            places.insert(place);
        }
        *self = Self::new(places, groups);
    }

    /// Expands the first groups and folds the others.
    #[must_use]
    pub fn first(count: usize, listing: &Listing) -> Self {
        match &listing.rows {
            Rows::Grouped(groups) => Self::new((0..count.min(groups.len())).collect(), groups),
            Rows::Single(_) => Self::default(),
        }
    }

    /// The line of a group.
    #[must_use]
    pub fn line_of_group(&self, place: usize) -> u64 {
        place as u64
            + self.blocks.iter().take_while(|block| block.place < place).map(|block| block.members).sum::<u64>()
    }

    fn added(&self) -> u64 {
        self.blocks.iter().map(|block| block.members).sum()
    }

    fn locate(&self, number: u64) -> Place {
        let after = self.blocks.partition_point(|block| block.line <= number);
        let Some(block) = after.checked_sub(1).and_then(|at| self.blocks.get(at)) else {
            return Place::Group(number as usize);
        };
        let within = number - block.line;
        match within {
            0 => Place::Group(block.place),
            _ if within <= block.members => Place::Member(block.place, within as usize - 1),
            _ => Place::Group(block.place + (within - block.members) as usize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Builder;
    use crate::record::Record;

    fn listing(sizes: &[u32]) -> Listing {
        let mut builder = Builder::default();
        let mut next = 0;
        let lists: Vec<Vec<RowId>> = sizes
            .iter()
            .map(|size| {
                next += size;
                (next - size..next).map(RowId).collect()
            })
            .collect();
        let groups = lists.iter().map(|rows| Group { window: None, first: Millis(0), last: Millis(0), rows }).collect();
        for event in 0..next {
            builder.push(EventId(i64::from(event)), &Record::new(Log::NonInteractive, Millis(i64::from(event))));
        }
        let key = RowsKey {
            version: 0,
            clock: Clock::default(),
            log: Log::NonInteractive,
            query: Query::default(),
            sort: Vec::new(),
            fold: Some(24),
            end_at_now: false,
        };
        let columns = Arc::new(builder.finish());
        Listing { key, columns, rows: Rows::Grouped(groups), sign_ins: u64::from(next), period: None }
    }

    fn lines(listing: &Listing, expanded: &Expanded) -> Vec<Line> {
        (0..listing.line_count(expanded)).filter_map(|number| listing.line(number, expanded)).collect()
    }

    #[test]
    fn an_expanded_group_is_followed_by_its_sign_ins() {
        let listing = listing(&[2, 1, 3]);
        let mut expanded = Expanded::default();
        assert_eq!(lines(&listing, &expanded), [Line::Group(0), Line::Group(1), Line::Group(2)]);
        expanded.toggle(0, &listing);
        expanded.toggle(2, &listing);
        let all = lines(&listing, &expanded);
        let member = |place, row| Line::Member(place, RowId(row));
        assert_eq!(
            all,
            [
                Line::Group(0),
                member(0, 0),
                member(0, 1),
                Line::Group(1),
                Line::Group(2),
                member(2, 3),
                member(2, 4),
                member(2, 5)
            ]
        );
        assert_eq!(listing.line_of(RowId(4), &expanded), Some(6));
        assert_eq!(listing.line_of(RowId(2), &expanded), None, "its group is folded");
        assert_eq!(expanded.line_of_group(2), 4);
        assert_eq!(listing.line(8, &expanded), None);
        expanded.toggle(0, &listing);
        assert_eq!(lines(&listing, &expanded).len(), 6);
    }

    #[test]
    fn groups_stay_expanded_when_others_go() {
        let old = listing(&[2, 1, 3]);
        let mut expanded = Expanded::default();
        expanded.toggle(2, &old);
        let mut new = old.clone();
        if let Rows::Grouped(groups) = &mut new.rows {
            *groups = groups.iter().skip(1).collect();
        }
        let carried = new.carry_over(&old, &expanded);
        assert!(carried.contains(1) && !carried.contains(0));
        assert_eq!(new.line_count(&carried), 5);
    }
}
