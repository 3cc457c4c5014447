//! A stretch of time in words, as short as it can be told.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::clock::{Clock, Every, Millis};
use crate::texts::{self, dates, text};

/// The words for the time from one moment until before another, on a clock, in English as exports have them.
#[must_use]
pub fn words(from: Option<Millis>, until: Option<Millis>, clock: Clock) -> String {
    texts::in_english(|| shown_words(from, until, clock))
}

/// The same in the language of the window.
#[must_use]
pub fn shown_words(from: Option<Millis>, until: Option<Millis>, clock: Clock) -> String {
    match (from, until) {
        (None, None) => text!("time-all").to_owned(),
        (Some(from), None) => text!("time-from", moment = moment(from, clock)),
        (None, Some(until)) => {
            let last = whole_day(until, clock).map(|next| dates::date(next.pred_opt().unwrap_or(next)));
            text!("time-until", moment = last.unwrap_or_else(|| moment(until, clock)))
        }
        (Some(from), Some(until)) => match (whole_day(from, clock), whole_day(until, clock)) {
            (Some(first), Some(next)) => days(first, next, clock.floor(from, Every::Week) == from),
            _ if clock.day_of(from) == clock.day_of(Millis(until.0 - 1)) => {
                if until.0 - from.0 <= Millis::SECOND {
                    moment(from, clock)
                } else {
                    let (day, from, until) = (clock.day_of(from), clock.short_time(from), clock.short_time(until));
                    text!("time-of-day", date = dates::date(day), from = from, to = until)
                }
            }
            _ => text!("time-between", from = moment(from, clock), to = moment(until, clock)),
        },
    }
}

/// The words for whole days, from the first until before the next.
fn days(first: NaiveDate, next: NaiveDate, begins_a_week: bool) -> String {
    let last = next.pred_opt().unwrap_or(next);
    if first == last {
        dates::long_date(first)
    } else if first.day() == 1 && first.checked_add_months(Months::new(1)) == Some(next) {
        dates::month(first)
    } else if begins_a_week && first.checked_add_days(Days::new(7)) == Some(next) {
        text!("time-week", date = dates::date(first))
    } else if first.year() == last.year() {
        text!("time-between", from = dates::short_date(first), to = dates::date(last))
    } else {
        text!("time-between", from = dates::date(first), to = dates::date(last))
    }
}

/// The window's words for the last so many milliseconds.
#[must_use]
pub fn last_words(millis: i64) -> String {
    match millis {
        Millis::DAY => text!("time-last-hours", count = 24),
        THIRTY_DAYS => text!("time-last-month").to_owned(),
        _ => match (millis % Millis::DAY, millis % Millis::HOUR) {
            (0, _) => text!("time-last-days", count = millis / Millis::DAY),
            (_, 0) => text!("time-last-hours", count = millis / Millis::HOUR),
            _ => text!("time-last-minutes", count = millis / 60_000),
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
    let date = dates::date(clock.day_of(at));
    if whole_day(at, clock).is_some() { date } else { text!("time-moment", date = date, time = clock.short_time(at)) }
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
