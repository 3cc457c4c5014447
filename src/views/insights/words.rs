//! Figures, periods and steps in words.

use crate::app::jobs::PageAnswer;
use crate::clock::{Clock, Every, Millis};
use crate::fields::{Log, Logs};
use crate::insights::{Counts, Value};
use crate::widgets::chart::long_date;
use crate::widgets::number;

const NONE: &str = "\u{2013}";

/// A figure as people read it; times in the shown zone.
pub(super) fn figure(value: &Value, clock: &Clock) -> String {
    match value {
        Value::Count(count) => number::count(*count),
        Value::Share { .. } => value.share().map_or_else(|| NONE.to_owned(), number::percent),
        Value::Time(time) => time.map_or_else(|| NONE.to_owned(), |time| clock.date_time(time)),
        Value::Trend(counts) => number::count(counts.iter().sum()),
        Value::Text(text) => text.clone(),
    }
}

/// Whether sign-ins stand behind a figure.
pub(super) fn has_rows(value: &Value) -> bool {
    match value {
        Value::Count(count) => *count > 0,
        Value::Share { part, .. } => *part > 0,
        Value::Time(time) => time.is_some(),
        Value::Trend(counts) => counts.iter().any(|count| *count > 0),
        Value::Text(text) => !text.is_empty(),
    }
}

/// How a figure differs from the one of the period before; `None` where there is nothing to say.
pub(super) fn change(now: &Value, before: Option<&Value>) -> Option<String> {
    let Some(before) = before else {
        return matches!(now, Value::Count(_) | Value::Share { .. }).then(|| "no data before".to_owned());
    };
    match (now, before) {
        (Value::Count(now), Value::Count(before)) => Some(match (*now, *before) {
            (now, before) if now == before => "no change".to_owned(),
            (_, 0) => "none before".to_owned(),
            (now, before) => signed((now as f64 - before as f64) / before as f64 * 100.0, "%"),
        }),
        (Value::Share { .. }, Value::Share { .. }) => Some(match (now.share(), before.share()) {
            (Some(now), Some(before)) if (now - before).abs() < f64::EPSILON => "no change".to_owned(),
            (Some(now), Some(before)) => signed((now - before) * 100.0, "points"),
            _ => "no data before".to_owned(),
        }),
        _ => None,
    }
}

/// A difference with its sign; one that is not nothing never reads as nothing.
fn signed(difference: f64, unit: &str) -> String {
    let size = difference.abs();
    let sign = if difference < 0.0 { '\u{2212}' } else { '+' };
    let digits = if size >= 9.95 { format!("{size:.0}") } else { format!("{:.1}", size.max(0.1)) };
    format!("{sign}{digits}\u{2009}{unit}")
}

/// What a stretch of time is called: its hour, its day, or the day on which its week begins.
pub(super) fn step(every: Every, clock: &Clock, start: Millis) -> String {
    let day = long_date(clock, start);
    match every {
        Every::Week => format!("Week of {day}"),
        Every::Day | Every::Hours(24..) => day,
        Every::Hours(_) => format!("{day}, {}", clock.civil(start).format("%H:%M")),
    }
}

/// `hour`, `day` or `week`.
pub(super) fn step_noun(every: Every) -> String {
    match every {
        Every::Hours(1) => "hour".to_owned(),
        Every::Hours(hours) => format!("{hours} hours"),
        Every::Day => "day".to_owned(),
        Every::Week => "week".to_owned(),
    }
}

/// A number of what a graph counts.
pub(super) fn counted(count: u64, counts: Counts) -> String {
    match counts {
        Counts::SignIns => number::counted(count, "sign-in", "sign-ins"),
        Counts::Users => number::counted(count, "user", "users"),
    }
}

pub(super) fn logs(logs: Logs) -> String {
    logs.iter().map(Log::title).collect::<Vec<_>>().join(", ")
}

/// The period of a page with its zone, its logs and its filter.
pub(super) fn about(answer: &PageAnswer) -> String {
    let clock = &answer.key.clock;
    let (from, to) = (answer.period.start, Millis(answer.period.end.0.saturating_sub(1)));
    let (from, to) = (long_date(clock, from), long_date(clock, to));
    let period = if from == to { from } else { format!("{from} to {to}") };
    let mut text = format!("{period} ({})  \u{b7}  {}", clock.label(), logs(answer.key.logs));
    if !answer.in_force.is_empty() {
        text = format!("{text}  \u{b7}  {}", answer.in_force);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_honestly() {
        let count = Value::Count;
        let cases = [
            (count(112), Some(count(100)), "+12\u{2009}%"),
            (count(50), Some(count(100)), "\u{2212}50\u{2009}%"),
            (count(100_001), Some(count(100_000)), "+0.1\u{2009}%"),
            (count(5), Some(count(5)), "no change"),
            (count(5), Some(count(0)), "none before"),
            (count(5), None, "no data before"),
            (Value::Share { part: 9, whole: 10 }, Some(Value::Share { part: 1, whole: 2 }), "+40\u{2009}points"),
            (Value::Share { part: 1, whole: 2 }, Some(Value::Share { part: 0, whole: 0 }), "no data before"),
        ];
        for (now, before, expected) in cases {
            assert_eq!(change(&now, before.as_ref()).as_deref(), Some(expected), "{now:?} {before:?}");
        }
        assert_eq!(change(&Value::Time(None), None), None);
    }

    #[test]
    fn a_share_of_nothing_is_no_figure() {
        let nothing = Value::Share { part: 0, whole: 0 };
        assert_eq!(figure(&nothing, &Clock::default()), NONE);
        assert!(!has_rows(&nothing));
    }

    #[test]
    fn steps_read_as_people_say_them() {
        let at = Millis::from_iso("2026-10-05T08:00:00Z").expect("a valid time");
        let clock = Clock::default();
        assert_eq!(step(Every::Hours(1), &clock, at), "Mon 5 Oct 2026, 08:00");
        assert_eq!(step(Every::Day, &clock, at), "Mon 5 Oct 2026");
        assert_eq!(step(Every::Week, &clock, at), "Week of Mon 5 Oct 2026");
    }
}
