//! What was first seen in a period.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::ask::Ask;
use super::entity::By;
use super::measure::{Measure, Value};
use super::note::Note;
use super::table::{Heading, Row, Table, table};
use crate::clock::Millis;
use crate::query::Query;

/// The entities whose first sign-in of all that are loaded, as far as the filter finds them, lies in the period; the
/// newest first. Further measures stand behind the time of that sign-in.
#[must_use]
pub fn newest(ask: &Ask<'_>, heading: Heading, by: By, measures: Vec<Measure>) -> Table {
    let period = ask.period();
    let first = Measure { key: "first_seen", title: "First seen", ..Measure::first() };
    let first_seen = |row: &Row| match row.values.first() {
        Some(Value::Time(time)) => time.filter(|time| period.contains(time)),
        _ => None,
    };
    let known = ask.within(Millis(i64::MIN)..period.end);
    // What is first seen in the period has no earlier sign-in, so its filter is the same in both tables.
    let new: Option<HashSet<Query>> = (known.rows().len() != ask.rows().len()).then(|| {
        let ever = table(&known, heading, by, vec![first.clone()]);
        ever.rows.into_iter().filter(|row| first_seen(row).is_some()).map(|row| row.filter).collect()
    });
    let mut table = table(ask, heading, by, std::iter::once(first).chain(measures).collect());
    table.rows.retain(|row| !row.is_unknown && new.as_ref().is_none_or(|new| new.contains(&row.filter)));
    table.rows.sort_by_key(|row| Reverse(first_seen(row)));
    table
}

/// What to know about [`newest`], if anything.
#[must_use]
pub fn newest_note(ask: &Ask<'_>) -> Option<Note> {
    (!ask.rows().is_empty() && !ask.reaches_back_to(Millis(ask.period().start.0.saturating_sub(1)))).then_some(
        Note::Fixed(
            "The loaded sign-ins do not reach back before this period, so whatever is in it counts as first seen in it",
        ),
    )
}
