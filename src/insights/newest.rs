//! What was first seen in a period.

use std::cmp::Reverse;

use super::ask::Ask;
use super::entity::By;
use super::measure::{Measure, Value};
use super::table::{Heading, Table, table};
use crate::clock::Millis;

/// The entities whose first sign-in of all that are loaded, as far as the filter finds them, lies in the period; the
/// newest first. Further measures stand behind the time of that sign-in.
#[must_use]
pub fn newest(ask: &Ask<'_>, heading: Heading, by: By, measures: Vec<Measure>) -> Table {
    let period = ask.period();
    let first = Measure { key: "first_seen", title: "First seen", ..Measure::first() };
    let measures = std::iter::once(first).chain(measures).collect();
    let known = ask.within(Millis(i64::MIN)..period.end);
    // Of those that are left in the table, all sign-ins lie in the period: so their figures are those of the period.
    let is_all = known.rows().len() == ask.rows().len();
    let mut table = table(if is_all { ask } else { &known }, heading, by, measures);
    let first_seen = |values: &[Value]| match values.first() {
        Some(Value::Time(time)) => time.filter(|time| period.contains(time)),
        _ => None,
    };
    table.rows.retain(|row| !row.is_unknown && first_seen(&row.values).is_some());
    table.rows.sort_by_key(|row| Reverse(first_seen(&row.values)));
    Table { base: ask.query(), ..table }
}

/// What to know about [`newest`], if anything.
#[must_use]
pub fn newest_note(ask: &Ask<'_>) -> Option<String> {
    (!ask.rows().is_empty() && !ask.reaches_back_to(Millis(ask.period().start.0.saturating_sub(1)))).then(|| {
        "The loaded sign-ins do not reach back before this period, so whatever is in it counts as first seen in it"
            .to_owned()
    })
}
