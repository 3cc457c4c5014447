//! A moment as people write it: a year, a month, a day or a time of day, in the shown zone unless it
//! says otherwise.

use std::fmt;

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::clock::{Clock, Millis};

/// A stretch of time named by its beginning and its unit. Without an offset it is read on the clock of
/// whoever asks, so it stays as written until a query runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    at: NaiveDateTime,
    unit: Unit,
    utc: bool,
}

/// The longest stretch of time that a filter takes: longer than any log is kept.
pub(super) const MAX_LAST: i64 = 100_000 * Millis::DAY;

/// The milliseconds of a number with a unit: `30m`, `24h`, `7d`, `2w`.
pub(super) fn duration(text: &str) -> Option<i64> {
    let unit = match text.chars().last()?.to_ascii_lowercase() {
        'm' => Millis::SECOND * 60,
        'h' => Millis::HOUR,
        'd' => Millis::DAY,
        'w' => 7 * Millis::DAY,
        _ => return None,
    };
    let number = &text[..text.len() - 1];
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    number.parse::<i64>().ok()?.checked_mul(unit).filter(|millis| (1..=MAX_LAST).contains(millis))
}

/// How exact a moment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Unit {
    Year,
    Month,
    Day,
    Minute,
    Second,
    Millisecond,
}

impl Moment {
    /// What a message can give as examples.
    pub const EXAMPLES: &'static str = "2026-10, 2026-10-05 or 2026-10-05T08:30";

    /// The moment that this text spells: `2026`, `2026-10`, `2026-10-05`, `2026-10-05T08:30`, with
    /// seconds and decimals, and then perhaps with `Z` or an offset such as `+02:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = match text.find(['T', 't', ' ']) {
            Some(at) => (&text[..at], Some(&text[at + 1..])),
            None => (text, None),
        };
        let mut parts = date.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() || year == 0 {
            return None;
        }
        let (month, day, unit) = match (month, day) {
            (None, _) => (1, 1, Unit::Year),
            (Some(month), None) => (month?, 1, Unit::Month),
            (Some(month), Some(day)) => (month?, day?, Unit::Day),
        };
        let date = NaiveDate::from_ymd_opt(year as i32, month, day)?;
        let Some(rest) = rest else {
            return Some(Self { at: date.and_time(NaiveTime::MIN), unit, utc: false });
        };
        if unit != Unit::Day {
            return None;
        }
        let (time, offset) = split_offset(rest)?;
        let (time, unit) = parse_time(time)?;
        let at = date.and_time(time).checked_sub_signed(TimeDelta::minutes(offset.unwrap_or(0)))?;
        (1..=9999).contains(&at.year()).then_some(Self { at, unit, utc: offset.is_some() })
    }

    /// A calendar day of the asker's clock.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { at: day.and_time(NaiveTime::MIN), unit: Unit::Day, utc: false }
    }

    /// This very moment, as coarsely as it can be written.
    #[must_use]
    pub fn instant(at: Millis) -> Self {
        let years_1_to_9999 = at.0.clamp(-62_135_596_800_000, 253_402_300_799_999);
        let at = DateTime::from_timestamp_millis(years_1_to_9999).unwrap_or_default().naive_utc();
        let unit = match (at.second(), at.and_utc().timestamp_subsec_millis()) {
            (0, 0) => Unit::Minute,
            (_, 0) => Unit::Second,
            _ => Unit::Millisecond,
        };
        Self { at, unit, utc: true }
    }

    /// Whether it begins after all of another has passed, on any clock; `false` if only a clock can tell.
    pub(super) fn is_behind(self, other: Self) -> bool {
        self.utc == other.utc && self.at > other.at && other.next().is_some_and(|end| self.at >= end)
    }

    /// Its first millisecond.
    #[must_use]
    pub fn start(self, clock: Clock) -> Millis {
        self.resolve(self.at, clock)
    }

    /// The first millisecond after it.
    #[must_use]
    pub fn end(self, clock: Clock) -> Millis {
        self.resolve(self.next().unwrap_or(self.at), clock)
    }

    /// The first millisecond after it, on its own clock; `None` at the end of the calendar.
    fn next(self) -> Option<NaiveDateTime> {
        match self.unit {
            Unit::Year => self.at.checked_add_months(Months::new(12)),
            Unit::Month => self.at.checked_add_months(Months::new(1)),
            Unit::Day => self.at.checked_add_signed(TimeDelta::days(1)),
            Unit::Minute => self.at.checked_add_signed(TimeDelta::minutes(1)),
            Unit::Second => self.at.checked_add_signed(TimeDelta::seconds(1)),
            Unit::Millisecond => self.at.checked_add_signed(TimeDelta::milliseconds(1)),
        }
    }

    fn resolve(self, local: NaiveDateTime, clock: Clock) -> Millis {
        if self.utc {
            return Millis(local.and_utc().timestamp_millis());
        }
        clock.first_moment(local)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = match self.unit {
            Unit::Year => "%Y",
            Unit::Month => "%Y-%m",
            Unit::Day => "%Y-%m-%d",
            Unit::Minute => "%Y-%m-%dT%H:%M",
            Unit::Second => "%Y-%m-%dT%H:%M:%S",
            Unit::Millisecond => "%Y-%m-%dT%H:%M:%S%.3f",
        };
        write!(f, "{}{}", self.at.format(format), if self.utc { "Z" } else { "" })
    }
}

/// The number of exactly `count` digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Splits `08:30+02:00` into the time and the minutes by which it is ahead of UTC.
fn split_offset(text: &str) -> Option<(&str, Option<i64>)> {
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return Some((time, Some(0)));
    }
    let Some(at) = text.find(['+', '-']) else {
        return Some((text, None));
    };
    let (hours, minutes) = text[at + 1..].split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let ahead = i64::from(hours * 60 + minutes);
    Some((&text[..at], Some(if text[at..].starts_with('-') { -ahead } else { ahead })))
}

fn parse_time(text: &str) -> Option<(NaiveTime, Unit)> {
    let mut parts = text.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    let seconds = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let Some(seconds) = seconds else {
        return Some((NaiveTime::from_hms_opt(hour, minute, 0)?, Unit::Minute));
    };
    let Some((second, decimals)) = seconds.split_once('.') else {
        return Some((NaiveTime::from_hms_opt(hour, minute, digits(seconds, 2)?)?, Unit::Second));
    };
    if decimals.is_empty() || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let millis: String = decimals.chars().chain("00".chars()).take(3).collect();
    let time = NaiveTime::from_hms_milli_opt(hour, minute, digits(second, 2)?, digits(&millis, 3)?)?;
    Some((time, Unit::Millisecond))
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::clock::Zone;

    fn berlin() -> Clock {
        Clock::new(Zone::from_name("Europe/Berlin").expect("a known zone"), Weekday::Mon)
    }

    fn bounds(text: &str, clock: Clock) -> (String, String) {
        let moment = Moment::parse(text).expect("a moment");
        (moment.start(clock).iso(), moment.end(clock).iso())
    }

    #[test]
    fn moments_come_back_as_they_were() {
        for text in
            ["2026", "2026-10", "2026-10-05", "2026-10-05T08:30", "2026-10-05T08:30:15Z", "0001-01-01T00:00:00.250"]
        {
            assert_eq!(Moment::parse(text).expect("a moment").to_string(), text);
        }
        let other = |text: &str| Moment::parse(text).expect("a moment").to_string();
        assert_eq!(other("2026-10-05 08:30"), "2026-10-05T08:30");
        assert_eq!(other("2026-10-05T08:30+02:00"), "2026-10-05T06:30Z");
        assert_eq!(other("2026-10-05T08:30:00.1234567z"), "2026-10-05T08:30:00.123Z");
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "26",
            "2026-1",
            "2026-13",
            "2026-02-30",
            "2026-10-05T",
            "2026-10-05T25:00",
            "2026-10T08:30",
            "0000",
            "2026-10-05T08:30:61",
            "2026-10-05T08:30:00.",
            "2026-10-05T08:30+2",
            "+026",
            "0001-01-01T00:00+10:00",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_the_day_of_the_clock() {
        let day = ("2026-10-24T22:00:00Z".to_owned(), "2026-10-25T23:00:00Z".to_owned());
        assert_eq!(bounds("2026-10-25", berlin()), day, "25 hours, since the clocks go back");
        let minute = ("2026-10-05T06:30:00Z".to_owned(), "2026-10-05T06:31:00Z".to_owned());
        assert_eq!(bounds("2026-10-05T08:30", berlin()), minute);
        assert_eq!(bounds("2026-10-05T06:30Z", berlin()), minute);
        assert_eq!(bounds("2026-12", Clock::default()).1, "2027-01-01T00:00:00Z");
    }

    #[test]
    fn a_skipped_time_is_the_first_one_after_it() {
        assert_eq!(bounds("2026-03-29T02:30", berlin()).0, "2026-03-29T01:00:00Z");
    }

    #[test]
    fn instants_are_written_as_coarsely_as_they_can_be() {
        assert_eq!(Moment::instant(Millis(0)).to_string(), "1970-01-01T00:00Z");
        assert_eq!(Moment::instant(Millis(1_000)).to_string(), "1970-01-01T00:00:01Z");
        assert_eq!(Moment::instant(Millis(1_001)).to_string(), "1970-01-01T00:00:01.001Z");
        assert_eq!(Moment::instant(Millis(i64::MAX)).to_string(), "9999-12-31T23:59:59.999Z");
    }
}
