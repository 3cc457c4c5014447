//! Figures, periods and steps in words.

use crate::app::filter_words;
use crate::app::jobs::PageAnswer;
use crate::app::pictures::log_names;
use crate::clock::{Clock, Every, Millis};
use crate::fields::Logs;
use crate::insights::{Card, Counts, Graph, Value};
use crate::texts;
use crate::widgets::chart::long_date;
use crate::widgets::number;

pub(super) use crate::app::insights::words::{change, figure};

/// What opens with a figure that counts the records of these logs.
pub(super) fn opens(logs: Logs) -> String {
    format!("Show the {} behind this figure", logs.noun().many)
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

/// When a stretch of time is, as a sentence goes on: `on Mon 5 Oct 2026`.
pub(super) fn during(every: Every, clock: &Clock, start: Millis) -> String {
    let day = long_date(clock, start);
    match every {
        Every::Week => format!("in the week of {day}"),
        Every::Day | Every::Hours(24..) => format!("on {day}"),
        Every::Hours(_) => format!("on {day} from {}", clock.civil(start).format("%H:%M")),
    }
}

/// A figure with what it is of, for the line above the records of these logs behind it.
pub(super) fn named(of: &str, value: &Value, logs: Logs, clock: &Clock) -> String {
    match value {
        Value::Share { part, whole } => {
            let whole = number::records(*whole, logs.noun());
            format!("{of}: {}, {} of {whole}", figure(value, clock), number::count(*part))
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
            format!("{}\n{} of {whole}", card.about, number::count(*part))
        }
        _ => card.about.to_owned(),
    }
}

/// A number of what a graph counts.
pub(super) fn counted(count: u64, graph: &Graph) -> String {
    match graph.counts {
        Counts::SignIns => number::records(count, graph.logs.noun()),
        Counts::Users => number::counted(count, "user", "users"),
    }
}

/// The period of a page with its zone, its filter and those of its logs that count.
pub(super) fn about(answer: &PageAnswer, logs: Logs) -> String {
    let clock = &texts::shown(answer.key.clock);
    let (from, to) = (answer.frame.period.start, Millis(answer.frame.period.end.0.saturating_sub(1)));
    let (from, to) = (long_date(clock, from), long_date(clock, to));
    let period = if from == to { from } else { format!("{from} to {to}") };
    let mut text = format!("{period} ({})  \u{b7}  {}", clock.label(), log_names(answer.frame.logs.common(logs)));
    if !answer.frame.filter.is_empty() {
        text = format!("{text}  \u{b7}  {}", filter_words::words(&answer.frame.filter, *clock));
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
