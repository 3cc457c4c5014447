//! What the cells of a table say.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::app::{Group, Grouping, Line, Listing, TableState};
use crate::clock::{Clock, Millis};
use crate::columns::RowId;
use crate::fields::Field;
use crate::query::{Shared, shared};

/// What a cell says.
pub enum Content<'a> {
    /// A value, with the sign-in it is of.
    Value(Cow<'a, str>, RowId),
    /// So many different values.
    Several(usize),
    /// Nothing is known.
    Missing,
    /// It is being found out.
    Asked,
}

/// What small groups share, found out while they are drawn.
pub type SmallGroups = HashMap<(usize, Field), Shared>;

/// Groups of up to so many sign-ins are small: a window full of them takes a fraction of a millisecond.
const SMALL: usize = 256;

/// Where cells take their content from.
pub struct Source<'a> {
    /// The rows.
    pub listing: &'a Listing,
    /// What was found out of large groups.
    pub table: &'a TableState,
    /// The clock that shows times.
    pub clock: Clock,
}

impl<'a> Source<'a> {
    /// What a field says on a line. What takes a job is added to `wanted`.
    pub fn content(
        &self,
        line: Line,
        field: Field,
        small: &mut SmallGroups,
        wanted: &mut Vec<(usize, Field)>,
    ) -> Content<'a> {
        let group = match line {
            Line::Single(row) | Line::Member(_, row) => return self.of_row(row, field),
            Line::Group(place) => self.listing.group(place),
        };
        let Some(group) = group else { return Content::Missing };
        if field == Field::Time {
            let (first, last) = group.period(&self.listing.columns);
            return Content::Value(Cow::Owned(self.period(first, last)), group.newest);
        }
        match self.shared(&group, field, small) {
            None => {
                wanted.push((group.place, field));
                Content::Asked
            }
            Some(Shared::Missing) => Content::Missing,
            Some(Shared::Same(row)) => self.of_row(row, field),
            Some(Shared::Several(different)) => Content::Several(different),
        }
    }

    fn of_row(&self, row: RowId, field: Field) -> Content<'a> {
        let text = self.listing.columns.display(field, row, &self.clock);
        if text.is_empty() { Content::Missing } else { Content::Value(text, row) }
    }

    fn shared(&self, group: &Group<'_>, field: Field, small: &mut SmallGroups) -> Option<Shared> {
        if let Grouping::By(fields) = &self.listing.key.grouping
            && fields.iter().take(group.depth + 1).any(|known| *known == field)
        {
            return Some(Shared::Same(group.newest));
        }
        let key = (group.place, field);
        if let Some(known) = self.table.shared.get(&key).or_else(|| small.get(&key)) {
            return Some(*known);
        }
        (group.rows.len() <= SMALL)
            .then(|| *small.entry(key).or_insert_with(|| shared(&self.listing.columns, group.rows, field)))
    }

    /// First and last time of a folded row: the day once, if it is one.
    fn period(&self, first: Millis, last: Millis) -> String {
        if first == last {
            self.clock.date_time(last)
        } else if self.clock.day_of(first) == self.clock.day_of(last) {
            format!("{} {} – {}", self.clock.date(first), self.clock.minute(first), self.clock.minute(last))
        } else {
            format!("{} – {}", self.clock.date(first), self.clock.date(last))
        }
    }
}
