//! Days as sentences name them: `Tue 6 Oct 2026`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::text;

/// A day with its weekday: `Tue 6 Oct 2026`.
#[must_use]
pub fn long_date(day: NaiveDate) -> String {
    text!(
        "time-long-date",
        weekday = weekday(day.weekday()),
        day = day.day().to_string(),
        month = short_month(day),
        year = day.year().to_string()
    )
}

/// A day: `6 Oct 2026`.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    text!("time-date", day = day.day().to_string(), month = short_month(day), year = day.year().to_string())
}

/// A day without its year: `6 Oct`.
#[must_use]
pub fn short_date(day: NaiveDate) -> String {
    text!("time-short-date", day = day.day().to_string(), month = short_month(day))
}

/// The month of a day: `October 2026`.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    text!("time-month", month = month_name(day.month()), year = day.year().to_string())
}

/// The short name of a day of the week.
#[must_use]
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => text!("time-mon"),
        Weekday::Tue => text!("time-tue"),
        Weekday::Wed => text!("time-wed"),
        Weekday::Thu => text!("time-thu"),
        Weekday::Fri => text!("time-fri"),
        Weekday::Sat => text!("time-sat"),
        Weekday::Sun => text!("time-sun"),
    }
}

/// The name of a month, of which January is the first.
#[must_use]
pub fn month_name(month: u32) -> &'static str {
    match month {
        1 => text!("time-name-january"),
        2 => text!("time-name-february"),
        3 => text!("time-name-march"),
        4 => text!("time-name-april"),
        5 => text!("time-name-may"),
        6 => text!("time-name-june"),
        7 => text!("time-name-july"),
        8 => text!("time-name-august"),
        9 => text!("time-name-september"),
        10 => text!("time-name-october"),
        11 => text!("time-name-november"),
        _ => text!("time-name-december"),
    }
}

fn short_month(day: NaiveDate) -> &'static str {
    match day.month() {
        1 => text!("time-jan"),
        2 => text!("time-feb"),
        3 => text!("time-mar"),
        4 => text!("time-apr"),
        5 => text!("time-may"),
        6 => text!("time-jun"),
        7 => text!("time-jul"),
        8 => text!("time-aug"),
        9 => text!("time-sep"),
        10 => text!("time-oct"),
        11 => text!("time-nov"),
        _ => text!("time-dec"),
    }
}
