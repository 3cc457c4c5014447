//! A stretch of time in words, as short as it can be told.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::clock::{Clock, Every, Millis};

/// The words for the time from one moment until before another, on a clock.
#[must_use]
pub fn words(from: Option<Millis>, until: Option<Millis>, clock: Clock) -> String {
    let day = |day: NaiveDate| day.format("%-d %b %Y").to_string();
    match (from, until) {
        (None, None) => "All".to_owned(),
        (Some(from), None) => format!("From {}", moment(from, clock)),
        (None, Some(until)) => match whole_day(until, clock) {
            Some(next) => format!("Until {}", day(next.pred_opt().unwrap_or(next))),
            None => format!("Until {}", moment(until, clock)),
        },
        (Some(from), Some(until)) => match (whole_day(from, clock), whole_day(until, clock)) {
            (Some(first), Some(next)) => {
                let last = next.pred_opt().unwrap_or(next);
                if first == last {
                    first.format("%a %-d %b %Y").to_string()
                } else if first.day() == 1 && first.checked_add_months(Months::new(1)) == Some(next) {
                    first.format("%B %Y").to_string()
                } else if clock.floor(from, Every::Week) == from && first.checked_add_days(Days::new(7)) == Some(next) {
                    format!("Week of {}", day(first))
                } else if first.year() == last.year() {
                    format!("{} – {}", first.format("%-d %b"), day(last))
                } else {
                    format!("{} – {}", day(first), day(last))
                }
            }
            _ if clock.day_of(from) == clock.day_of(Millis(until.0 - 1)) => {
                if until.0 - from.0 <= Millis::SECOND {
                    moment(from, clock)
                } else {
                    format!("{}, {} – {}", day(clock.day_of(from)), clock.short_time(from), clock.short_time(until))
                }
            }
            _ => format!("{} – {}", moment(from, clock), moment(until, clock)),
        },
    }
}

/// The words for the last so many milliseconds.
#[must_use]
pub fn last_words(millis: i64) -> String {
    match millis {
        Millis::DAY => "Last 24 hours".to_owned(),
        THIRTY_DAYS => "Last month".to_owned(),
        _ => match (millis % Millis::DAY, millis % Millis::HOUR) {
            (0, _) => format!("Last {} days", millis / Millis::DAY),
            (_, 0) => format!("Last {} hours", millis / Millis::HOUR),
            _ => format!("Last {} minutes", millis / 60_000),
        },
    }
}

/// What the portal calls a month.
const THIRTY_DAYS: i64 = 30 * Millis::DAY;

/// The day that begins at this moment.
fn whole_day(at: Millis, clock: Clock) -> Option<NaiveDate> {
    let day = clock.day_of(at);
    (clock.start_of_day(day) == at).then_some(day)
}

fn moment(at: Millis, clock: Clock) -> String {
    let day = clock.day_of(at).format("%-d %b %Y");
    match whole_day(at, clock) {
        Some(_) => day.to_string(),
        None => format!("{day} {}", clock.short_time(at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;

    #[test]
    fn a_stretch_of_time_reads_as_people_say_it() {
        for (text, expected) in [
            ("time:2026-10-05", "Mon 5 Oct 2026"),
            ("time:2026-10-05T00:00Z..<2026-10-12T00:00Z", "Week of 5 Oct 2026"),
            ("time:2026-10", "October 2026"),
            ("time:2026-10-01..2026-10-03", "1 Oct – 3 Oct 2026"),
            ("time:2025-12-30..2026-01-03", "30 Dec 2025 – 3 Jan 2026"),
            ("time:2026-10-05T08:00..<2026-10-05T09:00", "5 Oct 2026, 08:00 – 09:00"),
            ("time:2026-10-05T08:00..<2026-10-06T09:30", "5 Oct 2026 08:00 – 6 Oct 2026 09:30"),
            ("time:2026-10-05T08:19:41", "5 Oct 2026 08:19:41"),
            ("time:>=2026-10-05", "From 5 Oct 2026"),
            ("time:<=2026-10-05", "Until 5 Oct 2026"),
        ] {
            let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            let (from, until) = query.time_span(Clock::default()).unwrap_or_default();
            assert_eq!(words(from, until, Clock::default()), expected, "{text}");
        }
    }
}
