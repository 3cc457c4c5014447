//! Figures, periods and steps in words.

use crate::app::filter_words;
use crate::app::jobs::PageAnswer;
use crate::app::pictures::shown_log_names;
use crate::clock::{Clock, Every, Millis};
use crate::fields::Logs;
use crate::insights::{Card, Counts, Graph, Value, shown};
use crate::texts::{self, text};
use crate::widgets::chart::long_date;
use crate::widgets::number;

pub(super) use crate::app::insights::words::{figure, shown_change};

/// What opens with a figure that counts the records of these logs.
pub(super) fn opens(logs: Logs) -> String {
    text!("insights-show-behind", records = logs.noun().shown_many())
}

/// Whether records stand behind a figure.
pub(super) fn has_rows(value: &Value) -> bool {
    match value {
        Value::Count(count) => *count > 0,
        Value::Share { part, .. } => *part > 0,
        Value::Time(time) => time.is_some(),
        Value::Trend(counts) => counts.iter().any(|count| *count > 0),
        Value::Text(text) => !text.is_empty(),
    }
}

/// What a stretch of time is called: its hour, its day, or the day on which its week begins.
pub(super) fn step(every: Every, clock: &Clock, start: Millis) -> String {
    let day = long_date(clock, start);
    match every {
        Every::Week => text!("insights-week-of", day = day),
        Every::Day | Every::Hours(24..) => day,
        Every::Hours(_) => format!("{day}, {}", minute(clock, start)),
    }
}

/// The kind of a step, by which texts choose their words.
pub(super) fn step_kind(every: Every) -> &'static str {
    match every {
        Every::Hours(1) => "hour",
        Every::Hours(_) => "hours",
        Every::Day => "day",
        Every::Week => "week",
    }
}

/// The hours of a step, for texts that name them.
pub(super) fn step_hours(every: Every) -> u8 {
    match every {
        Every::Hours(hours) => hours,
        Every::Day | Every::Week => 0,
    }
}

/// `hour`, `day` or `week`.
pub(super) fn step_noun(every: Every) -> String {
    text!("insights-step", step = step_kind(every), hours = step_hours(every))
}

/// The count of a line in a stretch of time: `Mail on Mon 5 Oct 2026: 3 sign-ins`.
pub(super) fn at_step(what: &str, every: Every, clock: &Clock, start: Millis, count: String) -> String {
    let (day, time) = (long_date(clock, start), minute(clock, start));
    text!("insights-at-step", what = what, step = during(every), day = day, time = time, count = count)
}

/// All records of a stretch of time: `all sign-ins on Mon 5 Oct 2026`.
pub(super) fn all_of_step(logs: Logs, every: Every, clock: &Clock, start: Millis) -> String {
    let (day, time) = (long_date(clock, start), minute(clock, start));
    text!("insights-all-of-step", records = logs.noun().shown_many(), step = during(every), day = day, time = time)
}

/// The kind of a step of which a sentence tells when it is.
fn during(every: Every) -> &'static str {
    match every {
        Every::Week => "week",
        Every::Day | Every::Hours(24..) => "day",
        Every::Hours(_) => "hour",
    }
}

fn minute(clock: &Clock, at: Millis) -> String {
    clock.notation().minute(clock.civil(at).time())
}

/// A figure with what it is of, for the line above the records of these logs behind it.
pub(super) fn named(of: &str, value: &Value, logs: Logs, clock: &Clock) -> String {
    match value {
        Value::Share { part, whole } => {
            let (share, whole) = (figure(value, clock), number::records(*whole, logs.noun()));
            text!("insights-share-of", of = of, share = share, part = *part, whole = whole)
        }
        Value::Text(_) => of.to_owned(),
        value => format!("{of}: {}", figure(value, clock)),
    }
}

/// What a figure counts, and of a share both of its numbers.
pub(super) fn explained(card: &Card) -> String {
    match &card.value {
        Value::Share { part, whole } => {
            let whole = number::records(*whole, card.rows.logs.noun());
            format!("{}\n{}", shown(card.about), text!("insights-part-of", part = *part, whole = whole))
        }
        _ => shown(card.about).to_owned(),
    }
}

/// A number of what a graph counts.
pub(super) fn counted(count: u64, graph: &Graph) -> String {
    match graph.counts {
        Counts::SignIns => number::records(count, graph.logs.noun()),
        Counts::Users => text!("insights-users-counted", count = count),
    }
}

/// The period of a page with its zone, its filter and those of its logs that count.
pub(super) fn about(answer: &PageAnswer, logs: Logs) -> String {
    let clock = &texts::shown(answer.key.clock);
    let (from, to) = (answer.frame.period.start, Millis(answer.frame.period.end.0.saturating_sub(1)));
    let (from, to) = (long_date(clock, from), long_date(clock, to));
    let period = if from == to { from } else { text!("insights-from-to", from = from, to = to) };
    let mut text = format!("{period} ({})  \u{b7}  {}", clock.label(), shown_log_names(answer.frame.logs.common(logs)));
    if !answer.frame.filter.is_empty() {
        text = format!("{text}  \u{b7}  {}", filter_words::shown_words(&answer.frame.filter, *clock));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_no_figure() {
        let nothing = Value::Share { part: 0, whole: 0 };
        assert_eq!(figure(&nothing, &Clock::default()), "\u{2013}");
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
