//! Dates as exports write them, spreadsheets and cultures included.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::clock::Millis;

/// The moment of a date cell or property, in UTC unless it names an offset: ISO 8601, or day, month and
/// year (`12/4/2025 8:19:41 AM`, `04.12.2025 08:19:41`). With dots the day comes first; with other marks
/// `day_first` decides, unless a part above 12 does.
pub(super) fn parse(text: &str, day_first: bool) -> Option<Millis> {
    let text = text.trim();
    if is_iso(text) {
        return Millis::from_iso(text).or_else(|| Millis::from_iso(&with_whole_hour(text)?));
    }
    if let Some(time) = milliseconds(text) {
        return Some(time);
    }
    let parts = Parts::of(text)?;
    let (day, month) = match (parts.order(), day_first) {
        (Some(Order::DayFirst), _) | (None, true) => (parts.first, parts.second),
        (Some(Order::MonthFirst), _) | (None, false) => (parts.second, parts.first),
    };
    let date = NaiveDate::from_ymd_opt(parts.year, month, day)?;
    Some(Millis(NaiveDateTime::new(date, parts.time).and_utc().timestamp_millis()))
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
    Parts::of(text.trim())?.order()
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
    dots: bool,
    time: NaiveTime,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        // Newer systems put a narrow no-break space before AM and PM.
        let mut words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
        let date = words.next()?;
        let mark = date.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
        let mut numbers = date.split(mark).map(|part| (part.len(), part.parse::<u32>()));
        let mut next = || numbers.next().and_then(|(length, number)| Some((length, number.ok()?)));
        let ((_, first), (_, second), (year_length, year)) = (next()?, next()?, next()?);
        if year_length != 4 || numbers.next().is_some() {
            return None;
        }
        let time = match words.next() {
            None => NaiveTime::MIN,
            Some(time) => time_of(time, words.next())?,
        };
        Some(Self { first, second, year: year as i32, dots: mark == '.', time })
    }

    fn order(&self) -> Option<Order> {
        if self.dots || self.first > 12 {
            Some(Order::DayFirst)
        } else if self.second > 12 {
            Some(Order::MonthFirst)
        } else {
            None
        }
    }
}

fn time_of(time: &str, half: Option<&str>) -> Option<NaiveTime> {
    let mut parts = time.split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let seconds = parts.next().unwrap_or("0");
    let (second, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let millis = match fraction.get(..fraction.len().min(3)) {
        None | Some("") => 0,
        Some(digits) => digits.parse::<u32>().ok()? * 10u32.pow(3 - digits.len() as u32),
    };
    let hour = match half.map(str::to_ascii_uppercase).as_deref() {
        Some("AM") if hour <= 12 => hour % 12,
        Some("PM") if hour <= 12 => hour % 12 + 12,
        None | Some("UTC" | "Z") => hour,
        Some(_) => return None,
    };
    NaiveTime::from_hms_milli_opt(hour, minute, second.parse().ok()?, millis)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn iso(text: &str, day_first: bool) -> Option<String> {
        parse(text, day_first).map(Millis::iso)
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
        ] {
            assert_eq!(iso(text, day_first).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in
            ["", "yesterday", "13/13/2025 08:00:00", "1/2/25 08:00:00", "2025-13-40T00:00:00Z", "1/2/2025 25:00:00"]
        {
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
            let _ = parse(&text, day_first);
            let _ = order_of(&text);
        }
    }
}
