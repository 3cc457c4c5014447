//! Dates as exports write them, spreadsheets and cultures included.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::local_time::{Local, minutes_of};
use crate::clock::{Clock, Millis};

/// How the dates of a file are to be read where they do not tell themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Whether 4/12/2025 is the fourth of December.
    pub day_first: bool,
    /// The clock of times without an offset.
    pub local: Local,
}

/// The moment of a date cell or property: ISO 8601; day, month and year (`12/4/2025 8:19:41 AM`,
/// `04.12.2025 08:19:41`, `Dec 4, 2025 @ 08:19:41.123`); the day number of a spreadsheet; seconds or milliseconds since
/// 1970. With dots the day comes first; with other marks the style decides, unless a part above 12 does. A number of
/// milliseconds can be beyond all calendars, where no time can be shown or counted.
pub(super) fn parse(text: &str, style: Style) -> Option<Millis> {
    moment(bare(text), style).filter(|at| at.in_calendar() == *at)
}

fn moment(text: &str, style: Style) -> Option<Millis> {
    if is_iso(text) {
        let time = Millis::from_iso(text).or_else(|| Millis::from_iso(&with_whole_hour(text)?));
        return match (time, style.local) {
            (Some(time), Local::Utc) => Some(time),
            (Some(time), _) if tells_offset(text) => Some(time),
            (Some(time), local) => Some(local.moment(Clock::default().civil(time))),
            (None, _) => {
                let (text, minutes) = without_offset(text)?;
                Some(Local::Ahead(minutes).moment(Clock::default().civil(Millis::from_iso(text)?)))
            }
        };
    }
    if let Some(time) = milliseconds(text) {
        return Some(time);
    }
    if let Some(number) = Number::of(text) {
        return number.moment(style.local);
    }
    let (text, local) = match without_offset(text) {
        Some((text, minutes)) => (text, Local::Ahead(minutes)),
        None => (text, style.local),
    };
    let parts = Parts::of(text)?;
    let (day, month) = match (parts.order(), style.day_first) {
        (Some(Order::DayFirst), _) | (None, true) => (parts.first, parts.second),
        (Some(Order::MonthFirst), _) | (None, false) => (parts.second, parts.first),
    };
    let date = NaiveDate::from_ymd_opt(parts.year, month, day)?;
    let local = if parts.is_utc { Local::Utc } else { local };
    Some(local.moment(NaiveDateTime::new(date, parts.time)))
}

/// Without blanks and without the apostrophe by which spreadsheets are told that a cell is text.
fn bare(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('\'').unwrap_or(text)
}

/// Whether a date in ISO 8601 says how far its clock is from UTC.
fn tells_offset(text: &str) -> bool {
    let time = text.split_once(['T', ' ']).map_or("", |(_, time)| time);
    time.contains(['Z', 'z', '+', '-'])
}

/// A text without the offset at its end, which stands behind a blank, and the minutes that it says.
fn without_offset(text: &str) -> Option<(&str, i32)> {
    let (front, last) = text.rsplit_once(' ')?;
    Some((front.trim_end(), minutes_of(last)?))
}

/// `2025-12-04T8:19:41Z` with the zero that some tools leave out of the hour; `None` if there is no such hour.
fn with_whole_hour(text: &str) -> Option<String> {
    let (day, time) = text.split_once(['T', ' '])?;
    let (hour, rest) = time.split_once(':')?;
    (hour.len() == 1).then(|| format!("{day}T0{hour}:{rest}"))
}

/// `/Date(1733300381000)/`, as PowerShell 5.1 writes dates in JSON: milliseconds since 1970, UTC.
fn milliseconds(text: &str) -> Option<Millis> {
    let number = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
    // An offset behind the number tells the zone of who wrote it, not another moment.
    let end = number.char_indices().skip(1).find(|(_, c)| matches!(c, '+' | '-')).map_or(number.len(), |(at, _)| at);
    number[..end].parse().ok().map(Millis)
}

/// A date that is a plain number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Number {
    /// Days since the end of 1899, as spreadsheets count them, with so many digits behind the mark.
    Days { days: u32, part: f64, digits: usize },
    /// Milliseconds since 1970, UTC.
    Since1970(i64),
}

impl Number {
    fn of(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(part) {
            return None;
        }
        let fraction = || if part.is_empty() { Some(0.0) } else { format!("0.{part}").parse::<f64>().ok() };
        match whole.len() {
            // From 1954 to 2119.
            5 => {
                let days: u32 = whole.parse().ok().filter(|days| (20_000..80_000).contains(days))?;
                Some(Self::Days { days, part: fraction()?, digits: part.len() })
            }
            10 => Some(Self::Since1970(whole.parse::<i64>().ok()? * 1000 + (fraction()? * 1000.0).round() as i64)),
            13 if part.is_empty() => whole.parse().ok().map(Self::Since1970),
            _ => None,
        }
    }

    fn moment(self, local: Local) -> Option<Millis> {
        match self {
            Self::Since1970(millis) => Some(Millis(millis)),
            Self::Days { days, part, digits } => {
                let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
                let seconds = part * 86_400.0;
                // Nine digits tell a tenth of a millisecond; with fewer the second next to it is meant.
                let seconds = if digits < 9 { seconds.round() } else { seconds };
                let millis = TimeDelta::milliseconds((seconds * 1000.0).round() as i64);
                let day = first.checked_add_days(Days::new(u64::from(days)))?.and_time(NaiveTime::MIN);
                Some(local.moment(day.checked_add_signed(millis)?))
            }
        }
    }
}

/// Whether a date is the day number of a spreadsheet, and if so whether its digits are enough for the second.
pub(super) fn day_number(text: &str) -> Option<bool> {
    match Number::of(bare(text))? {
        Number::Days { digits, .. } => Some(digits >= 5),
        Number::Since1970(_) => None,
    }
}

/// Whether a date has a time, but none with seconds: spreadsheets show it so.
pub(super) fn lacks_seconds(text: &str) -> bool {
    let text = bare(text);
    if is_iso(text) {
        return text.split_once(['T', ' ']).is_some_and(|(_, time)| {
            let clock = time.split(['Z', 'z', '+', '-', ' ']).next().unwrap_or_default();
            clock.matches(':').count() == 1
        });
    }
    Number::of(text).is_none() && Parts::of(text).is_some_and(|parts| !parts.has_seconds)
}

/// Whether a text begins as ISO 8601 does, so that no order is in doubt.
pub(super) fn is_iso(text: &str) -> bool {
    let bytes = text.trim_start().as_bytes();
    bytes.len() > 4 && bytes[..4].iter().all(u8::is_ascii_digit) && bytes[4] == b'-'
}

/// Which of day and month comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// 31/12/2025.
    DayFirst,
    /// 12/31/2025.
    MonthFirst,
}

/// The order that this date proves; `None` if it could be read either way.
pub(super) fn order_of(text: &str) -> Option<Order> {
    let text = bare(text);
    Parts::of(without_offset(text).map_or(text, |(text, _)| text))?.order()
}

/// Whether this is a date of day, month and year, in whatever order.
pub(super) fn has_order(text: &str) -> bool {
    let text = bare(text);
    !is_iso(text) && Number::of(text).is_none() && milliseconds(text).is_none() && {
        let text = without_offset(text).map_or(text, |(text, _)| text);
        Parts::of(text).is_some()
    }
}

/// Whether a date says by itself which moment it is: it has an offset, or is counted from a moment in UTC.
pub(super) fn tells_moment(text: &str) -> bool {
    let text = bare(text);
    if is_iso(text) {
        return tells_offset(text);
    }
    match Number::of(text) {
        Some(Number::Since1970(_)) => true,
        Some(Number::Days { .. }) => false,
        None => {
            milliseconds(text).is_some()
                || without_offset(text).is_some()
                || Parts::of(text).is_none_or(|parts| parts.is_utc)
        }
    }
}

/// Whether the time is given by a clock of twelve hours.
pub(super) fn has_half_day(text: &str) -> bool {
    let text = text.trim_end().to_ascii_uppercase();
    text.ends_with("AM") || text.ends_with("PM")
}

struct Parts {
    first: u32,
    second: u32,
    year: i32,
    /// Whether the form tells that `first` is the day.
    is_settled: bool,
    time: NaiveTime,
    has_seconds: bool,
    is_utc: bool,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        // Newer systems put a narrow no-break space before AM and PM.
        let is_blank = |c: char| c.is_whitespace() || matches!(c, ',' | '@');
        let mut words = text.split(is_blank).filter(|word| !word.is_empty());
        let date = words.next()?;
        let (first, second, year, is_settled) = match month_named(date) {
            Some(month) => (number(words.next()?)?, month, year_of(words.next()?)?, true),
            None => match date.chars().find(|c| matches!(c, '/' | '.' | '-')) {
                Some(mark) => with_mark(date, mark)?,
                // 4 Dec 2025
                None => (number(date)?, month_named(words.next()?)?, year_of(words.next()?)?, true),
            },
        };
        let clock = words.next();
        let (time, has_seconds) = clock.map_or(Some((NaiveTime::MIN, true)), clock_of)?;
        // `a. m.` is one word for us.
        let mut behind: String = words.flat_map(str::chars).filter(|c| *c != '.').collect();
        behind.make_ascii_uppercase();
        let is_utc = ["UTC", "GMT", "Z"].iter().any(|zone| behind.ends_with(zone));
        let half = behind.trim_end_matches("UTC").trim_end_matches("GMT").trim_end_matches('Z');
        let time = match half {
            "" => time,
            "AM" | "PM" => by_half_days(time, half == "PM")?,
            _ => return None,
        };
        Some(Self { first, second, year, is_settled, time, has_seconds, is_utc })
    }

    fn order(&self) -> Option<Order> {
        if self.is_settled || self.first > 12 {
            Some(Order::DayFirst)
        } else if self.second > 12 {
            Some(Order::MonthFirst)
        } else {
            None
        }
    }
}

/// Day, month and year, or the other way round where the year is first.
fn with_mark(date: &str, mark: char) -> Option<(u32, u32, i32, bool)> {
    let mut parts = date.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        return Some((number(third)?, number(second)?, year_of(first)?, true));
    }
    match month_named(second) {
        Some(month) => Some((number(first)?, month, year_of(third)?, true)),
        None => Some((number(first)?, number(second)?, year_of(third)?, mark == '.')),
    }
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

/// A year of four digits; one of two could be a day.
fn year_of(text: &str) -> Option<i32> {
    (text.len() == 4).then(|| text.parse().ok())?
}

/// The number of a month named in English, whole or by its first three letters.
fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let is_meant = |month: &&str| word == **month || word.len() == 3 && month.starts_with(&word);
    (1..).zip(MONTHS).find(|(_, month)| is_meant(month)).map(|(number, _)| number)
}

/// A time of the day, and whether it says seconds.
fn clock_of(time: &str) -> Option<(NaiveTime, bool)> {
    let is_dotted = !time.contains(':') && time.matches('.').count() == 2;
    let mut parts = time.split(if is_dotted { '.' } else { ':' });
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let seconds = parts.next();
    let (second, fraction) = seconds.map_or(("0", ""), |text| text.split_once('.').unwrap_or((text, "")));
    let fraction = fraction.trim_end_matches(['Z', 'z']);
    let millis = match fraction.get(..fraction.len().min(3)) {
        None | Some("") => 0,
        Some(digits) => digits.parse::<u32>().ok()? * 10u32.pow(3 - digits.len() as u32),
    };
    let time = NaiveTime::from_hms_milli_opt(hour, minute, second.parse().ok()?, millis)?;
    Some((time, seconds.is_some()))
}

/// The time that a clock of twelve hours shows.
fn by_half_days(time: NaiveTime, is_afternoon: bool) -> Option<NaiveTime> {
    let hour = time.hour();
    (hour <= 12).then(|| time.with_hour(hour % 12 + if is_afternoon { 12 } else { 0 }))?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn iso(text: &str, day_first: bool) -> Option<String> {
        parse(text, Style { day_first, local: Local::Utc }).map(Millis::iso)
    }

    #[test]
    fn dates_of_every_export_are_read() {
        for (text, day_first, expected) in [
            ("2025-12-04T08:19:41Z", false, "2025-12-04T08:19:41Z"),
            ("2025-12-04T8:19:41Z", false, "2025-12-04T08:19:41Z"),
            ("/Date(1764836381000)/", false, "2025-12-04T08:19:41Z"),
            ("/Date(1764836381000+0100)/", false, "2025-12-04T08:19:41Z"),
            ("2025-12-04 08:19:41.123", false, "2025-12-04T08:19:41.123Z"),
            ("2025-12-04T10:19:41.5+02:00", false, "2025-12-04T08:19:41.500Z"),
            ("12/4/2025 8:19:41 AM", false, "2025-12-04T08:19:41Z"),
            ("12/4/2025 8:19:41\u{202f}PM", false, "2025-12-04T20:19:41Z"),
            ("12/4/2025, 12:19:41 AM", false, "2025-12-04T00:19:41Z"),
            ("04/12/2025 08:19:41", true, "2025-12-04T08:19:41Z"),
            ("04.12.2025 08:19:41", false, "2025-12-04T08:19:41Z"),
            ("31/12/2025 08:19", false, "2025-12-31T08:19:00Z"),
            ("12/31/2025", true, "2025-12-31T00:00:00Z"),
            ("04-12-2025 08:19:41.25", true, "2025-12-04T08:19:41.250Z"),
            ("12/4/2025, 8:19:41.123 AM", false, "2025-12-04T08:19:41.123Z"),
            ("12/4/2025 8:19:41 AM +02:00", false, "2025-12-04T06:19:41Z"),
            ("2025-12-04 08:19:41 +02:00", false, "2025-12-04T06:19:41Z"),
            ("4/12/2025 8:19:41 p. m.", true, "2025-12-04T20:19:41Z"),
            ("Dec 4, 2025 @ 08:19:41.123", false, "2025-12-04T08:19:41.123Z"),
            ("4-Dec-2025 08:19:41", false, "2025-12-04T08:19:41Z"),
            ("2025/12/04 08:19:41", true, "2025-12-04T08:19:41Z"),
            ("4.12.2025 8.19.41", false, "2025-12-04T08:19:41Z"),
            ("'2025-12-04T08:19:41Z", false, "2025-12-04T08:19:41Z"),
            ("45995.3469444444", false, "2025-12-04T08:19:36Z"),
            ("45995,34700", false, "2025-12-04T08:19:41Z"),
            ("45995", false, "2025-12-04T00:00:00Z"),
            ("1764836381", false, "2025-12-04T08:19:41Z"),
            ("1764836381.123", false, "2025-12-04T08:19:41.123Z"),
            ("1764836381123", false, "2025-12-04T08:19:41.123Z"),
        ] {
            assert_eq!(iso(text, day_first).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn times_without_an_offset_are_those_of_the_files_clock() {
        let two_ahead = Style { day_first: false, local: Local::Ahead(120) };
        for (text, expected) in [
            ("2025-12-04T10:19:41", "2025-12-04T08:19:41Z"),
            ("2025-12-04T10:19:41Z", "2025-12-04T10:19:41Z"),
            ("2025-12-04T10:19:41+01:00", "2025-12-04T09:19:41Z"),
            ("12/4/2025, 10:19:41.000 AM", "2025-12-04T08:19:41Z"),
            ("12/4/2025 10:19:41 AM UTC", "2025-12-04T10:19:41Z"),
            ("/Date(1764836381000)/", "2025-12-04T08:19:41Z"),
        ] {
            assert_eq!(parse(text, two_ahead).map(Millis::iso).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in [
            "",
            "yesterday",
            "13/13/2025 08:00:00",
            "1/2/25 08:00:00",
            "2025-13-40T00:00:00Z",
            "1/2/2025 25:00:00",
            "/Date(9223372036854775807)/",
            "+20000-01-01T00:00:00Z",
            "1.76E+12",
            "12345",
        ] {
            assert_eq!(iso(text, false), None, "{text}");
        }
    }

    #[test]
    fn a_part_above_twelve_and_dots_settle_the_order() {
        assert_eq!(order_of("13/2/2025 08:00:00"), Some(Order::DayFirst));
        assert_eq!(order_of("2/13/2025 08:00:00"), Some(Order::MonthFirst));
        assert_eq!(order_of("2.3.2025 08:00:00"), Some(Order::DayFirst));
        assert_eq!(order_of("2/3/2025 08:00:00"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_not(text in "\\PC{0,30}|[0-9/.: -]{0,24}( [AaPp][Mm])?", day_first: bool) {
            let _ = parse(&text, Style { day_first, local: Local::Ahead(-90) });
            let _ = order_of(&text);
        }
    }
}
