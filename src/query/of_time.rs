//! Terms about what follows from the time in the shown zone: the day of the week and the hour.

use chrono::{Datelike as _, Timelike as _};

use super::Scope;
use super::bits::Bits;
use super::expr::{Bound, HOURS, Scalar, Test, WEEKDAYS, is_circle};
use super::facets::ValueCountText;
use super::matcher::Matcher;
use super::tally::tally;
use crate::clock::{Clock, Millis};
use crate::columns::RowId;
use crate::fields::{Field, lower};

/// The rows for whose time a test of such a field holds: its few values are looked at once, and then only times.
pub(super) fn rows(scope: &Scope<'_>, field: Field, test: &Test) -> Bits {
    let rows = scope.columns.len();
    let fits = matching(field, test);
    let hits: Vec<bool> = values(field).iter().map(|value| fits(value)).collect();
    if hits.iter().all(|hit| *hit == hits[0]) {
        return if hits[0] { Bits::all(rows) } else { Bits::none(rows) };
    }
    Bits::scan(rows, |row| hits[place(field, scope.clock, scope.columns.time(RowId(row as u32)))])
}

/// How many rows have each value of such a field: all of its values, in their order.
#[must_use]
pub fn count_of_time(scope: &Scope<'_>, rows: &[RowId], field: Field) -> Vec<ValueCountText> {
    let values = values(field);
    let counts = tally(rows.len(), values.len(), |item, cell| {
        cell(place(field, scope.clock, scope.columns.time(rows[item])));
    });
    let counted = |(value, count): (&&str, u64)| ValueCountText { value: Some((*value).to_owned()), count };
    values.iter().zip(counts).map(counted).collect()
}

fn values(field: Field) -> &'static [&'static str] {
    if field == Field::Weekday { &WEEKDAYS } else { &HOURS }
}

/// The place of a moment's value among the values of the field.
fn place(field: Field, clock: Clock, at: Millis) -> usize {
    let civil = clock.civil(at);
    let place = if field == Field::Weekday { civil.weekday().num_days_from_monday() } else { civil.hour() };
    place as usize
}

/// Whether a value passes a test.
fn matching(field: Field, test: &Test) -> impl Fn(&str) -> bool {
    let (all, matchers) = match test {
        Test::Has => (true, Vec::new()),
        // Nothing is missing here: every sign-in has a time.
        Test::Any(patterns) => (false, patterns.iter().map(|pattern| Matcher::of(field, pattern)).collect()),
        Test::Range { from, to } => match (from, to) {
            (Some(from), Some(to)) if is_circle(field) && order(from) > order(to) => {
                (false, vec![Matcher::of_range(field, Some(from), None), Matcher::of_range(field, None, Some(to))])
            }
            (from, to) => (false, vec![Matcher::of_range(field, from.as_ref(), to.as_ref())]),
        },
        Test::Last(_) => (false, Vec::new()),
    };
    move |value| all || matchers.iter().any(|matcher| matcher.fits(field, value, &lower(value)))
}

/// The place of a bound in the circle.
fn order(bound: &Bound) -> Option<usize> {
    let Scalar::Level(level) = bound.value else { return None };
    WEEKDAYS.iter().chain(&HOURS).position(|value| *value == level)
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::count_of_time;
    use crate::clock::{Clock, Millis, Zone};
    use crate::columns::Columns;
    use crate::fields::{Field, Log, Logs};
    use crate::query::fixtures::columns;
    use crate::query::{Query, Scope, select};
    use crate::record::Record;

    fn times(times: &[&str]) -> Columns {
        let record = |time: &&str| Record::new(Log::Interactive, Millis::from_iso(time).expect("a valid time"));
        columns(&times.iter().map(record).collect::<Vec<_>>())
    }

    /// The rows that match, in the order of their numbers.
    fn found(columns: &Columns, zone: &str, text: &str) -> Vec<u32> {
        let clock = Clock::new(Zone::from_name(zone).expect("a known zone"), Weekday::Sun);
        let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(query.to_string().parse(), Ok(query.clone()), "{text}");
        let rows = select(&Scope::new(columns, clock), Logs::ALL, &query);
        let mut rows: Vec<u32> = rows.into_iter().map(|row| row.0).collect();
        rows.sort_unstable();
        rows
    }

    #[test]
    fn days_of_the_week_are_those_of_the_shown_zone() {
        // 2026-11-20 is a Friday; Auckland is 13 hours ahead of UTC.
        let columns =
            times(&["2026-11-20T10:59:59Z", "2026-11-20T11:00:00Z", "2026-11-21T23:59:59Z", "2026-11-23T00:00:00Z"]);
        assert_eq!(found(&columns, "UTC", "weekday:fri"), [0, 1]);
        assert_eq!(found(&columns, "Pacific/Auckland", "weekday:Friday"), [0]);
        assert_eq!(found(&columns, "Pacific/Auckland", "day:sat,SUN"), [1, 2]);
        assert_eq!(found(&columns, "UTC", "weekday:mon..fri"), [0, 1, 3]);
        assert_eq!(found(&columns, "UTC", "weekday:Monday..Friday"), [0, 1, 3]);
        assert_eq!(found(&columns, "UTC", "-weekday:mon..fri"), [2]);
        assert_eq!(found(&columns, "UTC", "weekday:>=sat"), [2]);
        assert_eq!(found(&columns, "UTC", "weekday:sat..mon"), [2, 3], "beyond Sunday");
        assert_eq!(found(&columns, "UTC", "weekday:sat..<mon"), [2]);
        assert_eq!(found(&columns, "UTC", "weekday:s*"), [2]);
        assert_eq!(found(&columns, "UTC", "has:weekday"), [0, 1, 2, 3]);
        assert_eq!(found(&columns, "UTC", "-has:hour"), Vec::<u32>::new());
        assert_eq!(found(&columns, "UTC", "weekday:\"\""), Vec::<u32>::new());
    }

    #[test]
    fn hours_follow_the_clock_changes_of_the_zone() {
        // Berlin: at 2026-03-29T01:00Z two o'clock is skipped, at 2026-10-25T01:00Z it comes a second time.
        let columns = times(&[
            "2026-03-29T00:59:59Z",
            "2026-03-29T01:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:30:00Z",
        ]);
        let found = |text| found(&columns, "Europe/Berlin", text);
        assert_eq!(found("hour:1"), [0]);
        assert_eq!(found("hour:2"), [2, 3], "twice in autumn, never in spring");
        assert_eq!(found("hour:3"), [1, 4]);
        assert_eq!(found("hour:02,\"3\""), [1, 2, 3, 4]);
        assert_eq!(found("weekday:sun hour:>=2"), [1, 2, 3, 4]);
    }

    #[test]
    fn hours_go_round_midnight() {
        let columns =
            times(&["2026-11-20T21:59:59Z", "2026-11-20T22:00:00Z", "2026-11-20T05:59:59Z", "2026-11-20T06:00:00Z"]);
        let found = |text| found(&columns, "UTC", text);
        assert_eq!(found("hour:22..5"), [1, 2]);
        assert_eq!(found("-hour:22..5"), [0, 3]);
        assert_eq!(found("hour:22..<5"), [1]);
        assert_eq!(found("hour:5..22"), [0, 1, 2, 3]);
        assert_eq!(found("hour:<6"), [2]);
        let clock = Clock::default();
        let counted = count_of_time(&Scope::new(&columns, clock), &columns.rows_of_all(Logs::ALL), Field::Hour);
        let found: Vec<(&str, u64)> = counted
            .iter()
            .filter(|counted| counted.count > 0)
            .filter_map(|counted| Some((counted.value.as_deref()?, counted.count)))
            .collect();
        assert_eq!((counted.len(), found), (24, vec![("5", 1), ("6", 1), ("21", 1), ("22", 1)]));
        for wrong in ["hour:24", "weekday:someday", "hour:5..24", "weekday:mon..x"] {
            assert!(wrong.parse::<Query>().is_err(), "{wrong}");
        }
    }
}
