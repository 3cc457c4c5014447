//! One clock for the whole program: moments in UTC, and the zone in which they are shown.
//!
//! Everything stored is UTC. A [`Clock`] turns moments into text and into hours, days and weeks of its
//! zone, daylight-saving days included, and always knows its label, so that no time is shown without
//! saying whose it is.

mod notation;

use std::sync::OnceLock;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::Tz;

pub use notation::Notation;

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub i64);

impl Millis {
    /// One second.
    pub const SECOND: i64 = 1_000;
    /// One hour.
    pub const HOUR: i64 = 3_600_000;
    /// Twenty-four hours (a day of a zone may be an hour longer or shorter).
    pub const DAY: i64 = 24 * Self::HOUR;

    /// The present moment, by the system's clock.
    #[must_use]
    pub fn now() -> Self {
        Self(Utc::now().timestamp_millis())
    }

    /// Seconds since 1970, rounded down: the part of a moment that identifies a sign-in, since CSV
    /// downloads carry whole seconds and JSON may carry fractions.
    #[must_use]
    pub fn second(self) -> i64 {
        self.0.div_euclid(Self::SECOND)
    }

    /// The begin, in UTC, of the day that lies so many days back.
    #[must_use]
    pub fn days_before(self, days: u32) -> Self {
        Self((self.0.div_euclid(Self::DAY) - i64::from(days)) * Self::DAY)
    }

    /// Whole minutes since 1970, rounded down.
    #[must_use]
    pub fn minute(self) -> i64 {
        self.0.div_euclid(60 * Self::SECOND)
    }

    /// Whether it has neither seconds nor milliseconds.
    #[must_use]
    pub fn is_whole_minute(self) -> bool {
        self.0.rem_euclid(60 * Self::SECOND) == 0
    }

    /// Whether it tells smaller parts of a minute than another moment: milliseconds, or at least seconds.
    #[must_use]
    pub fn is_finer_than(self, other: Self) -> bool {
        let fineness = |at: Self| (at.0.rem_euclid(Self::SECOND) != 0, !at.is_whole_minute());
        fineness(self) > fineness(other)
    }

    /// ISO 8601 in UTC, such as `2026-10-05T08:19:41Z`; milliseconds only if there are any.
    #[must_use]
    pub fn iso(self) -> String {
        let time = self.utc();
        if time.timestamp_subsec_millis() == 0 {
            time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
        } else {
            time.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
        }
    }

    /// The moment of an ISO 8601 text as the reports write it: `Z`, an offset, or nothing (then UTC);
    /// any number of decimals, of which milliseconds are kept.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(time) = DateTime::parse_from_rfc3339(text) {
            return Some(Self(time.timestamp_millis()));
        }
        ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
            .map(|time| Self(time.and_utc().timestamp_millis()))
    }

    /// The moment of the years 1 to 9999 that is nearest to this one.
    #[must_use]
    pub fn in_calendar(self) -> Self {
        Self(self.0.clamp(MIN_MILLIS, MAX_MILLIS))
    }

    fn utc(self) -> DateTime<Utc> {
        Utc.timestamp_millis_opt(self.in_calendar().0).single().unwrap_or_default()
    }
}

/// Years 1 to 9999, so that every moment has a plain ISO 8601 text.
const MIN_MILLIS: i64 = -62_135_596_800_000;
const MAX_MILLIS: i64 = 253_402_300_799_999;

/// A stretch of time of a chart or a folded row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Every {
    /// Windows of so many hours (1, 6 or 24), counted from midnight of the zone.
    Hours(u8),
    /// Calendar days of the zone.
    Day,
    /// Weeks of the zone, from the clock's first weekday.
    Week,
}

impl Every {
    /// What the command line calls it.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Hours(1) => "hour".to_owned(),
            Self::Hours(hours) => format!("{hours}h"),
            Self::Day => "day".to_owned(),
            Self::Week => "week".to_owned(),
        }
    }

    /// The stretch with this name: `hour`, `1h`, `6h`, `24h`, `day`, `week`.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "hour" | "1h" => Self::Hours(1),
            "6h" => Self::Hours(6),
            "24h" => Self::Hours(24),
            "day" => Self::Day,
            "week" => Self::Week,
            _ => return None,
        })
    }
}

/// A zone to show times in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Zone {
    /// Coordinated Universal Time.
    #[default]
    Utc,
    /// The zone of this computer, as it is when the program first asks.
    System,
    /// A zone by its name in the IANA database.
    Named(Tz),
}

impl Zone {
    /// The zone of this name: `UTC`, `system` (or `local`), or a name such as `Europe/Berlin`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name.trim().to_ascii_lowercase().as_str() {
            "utc" | "z" => Some(Self::Utc),
            "system" | "local" => Some(Self::System),
            _ => Tz::from_str_insensitive(name.trim()).ok().map(Self::Named),
        }
    }

    /// Every zone: UTC, the computer's, and those of the IANA database by name.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Utc, Self::System].into_iter().chain(chrono_tz::TZ_VARIANTS.into_iter().map(Self::Named))
    }

    /// The name that [`Self::from_name`] takes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utc => "UTC",
            Self::System => "system",
            Self::Named(tz) => tz.name(),
        }
    }

    fn tz(self) -> Tz {
        match self {
            Self::Utc => Tz::UTC,
            Self::Named(tz) => tz,
            Self::System => {
                // Reading it takes files of the system, and every frame makes clocks.
                static SYSTEM: OnceLock<Tz> = OnceLock::new();
                let read = || iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
                *SYSTEM.get_or_init(|| read().unwrap_or(Tz::UTC))
            }
        }
    }
}

/// A zone together with the day on which its weeks start, and how it writes moments: as ISO 8601 has it, unless it is asked to
/// write otherwise for somebody's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    tz: Tz,
    week_start: Weekday,
    notation: Notation,
}

impl Default for Clock {
    fn default() -> Self {
        Self::new(Zone::Utc, Weekday::Mon)
    }
}

impl Clock {
    /// A clock of this zone; weeks start on `week_start` (Monday by ISO 8601).
    #[must_use]
    pub fn new(zone: Zone, week_start: Weekday) -> Self {
        Self { tz: zone.tz(), week_start, notation: Notation::ISO }
    }

    /// The same clock, which writes in this way.
    #[must_use]
    pub fn written(self, notation: Notation) -> Self {
        Self { notation, ..self }
    }

    /// How it writes.
    #[must_use]
    pub fn notation(&self) -> Notation {
        self.notation
    }

    /// The first day of a week.
    #[must_use]
    pub fn week_start(&self) -> Weekday {
        self.week_start
    }

    /// What stands beside times: `UTC`, or the zone's own name.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.tz.name()
    }

    /// `2026-10-05 08:19:41` in the zone.
    #[must_use]
    pub fn date_time(&self, at: Millis) -> String {
        format!("{} {}", self.date(at), self.time(at))
    }

    /// How far the zone is ahead of UTC at a moment: `+02:00`.
    #[must_use]
    pub fn offset(&self, at: Millis) -> String {
        self.local(at).format("%:z").to_string()
    }

    /// `2026-10-05` in the zone.
    #[must_use]
    pub fn date(&self, at: Millis) -> String {
        self.notation.date(self.day_of(at))
    }

    /// `08:19:41` in the zone.
    #[must_use]
    pub fn time(&self, at: Millis) -> String {
        self.notation.time(self.civil(at).time())
    }

    /// `08:19` in the zone.
    #[must_use]
    pub fn minute(&self, at: Millis) -> String {
        self.notation.minute(self.civil(at).time())
    }

    /// `08:19` where it is a whole minute, and `08:19:41` where it is not.
    #[must_use]
    pub fn short_time(&self, at: Millis) -> String {
        if at.is_whole_minute() { self.minute(at) } else { self.time(at) }
    }

    /// What a calendar and a watch in the zone show.
    #[must_use]
    pub fn civil(&self, at: Millis) -> NaiveDateTime {
        self.local(at).naive_local()
    }

    /// The calendar day of a moment.
    #[must_use]
    pub fn day_of(&self, at: Millis) -> NaiveDate {
        self.local(at).date_naive()
    }

    /// The first moment of a calendar day.
    #[must_use]
    pub fn start_of_day(&self, day: NaiveDate) -> Millis {
        self.first_moment(day.and_time(NaiveTime::MIN))
    }

    /// The first moment of the stretch that holds `at`.
    #[must_use]
    pub fn floor(&self, at: Millis, every: Every) -> Millis {
        let local = self.local(at);
        match every {
            Every::Day | Every::Hours(24) => self.start_of_day(local.date_naive()),
            Every::Week => {
                let back = u64::from(local.weekday().days_since(self.week_start));
                self.start_of_day(local.date_naive().checked_sub_days(Days::new(back)).unwrap_or(local.date_naive()))
            }
            Every::Hours(hours) => {
                let hours = u32::from(hours.clamp(1, 24));
                let hour = local.hour() / hours * hours;
                let edge = local.date_naive().and_hms_opt(hour, 0, 0).unwrap_or_default();
                // In the hour that a clock change repeats there are two such edges: the later one
                // that is not after the moment is the one that holds it.
                match self.tz.from_local_datetime(&edge) {
                    chrono::LocalResult::Ambiguous(_, later) if hours == 1 && later.timestamp_millis() <= at.0 => {
                        Millis(later.timestamp_millis())
                    }
                    _ => self.first_moment(edge),
                }
            }
        }
    }

    /// The first moment after the stretch that begins at `start`.
    #[must_use]
    pub fn next(&self, start: Millis, every: Every) -> Millis {
        let day = self.local(start).date_naive();
        let days_on = |days: u64| self.start_of_day(day.checked_add_days(Days::new(days)).unwrap_or(day));
        let next = match every {
            Every::Day | Every::Hours(24) => days_on(1),
            Every::Week => days_on(7),
            // The window may be cut short or stretched by a clock change: an edge is where floor moves on.
            Every::Hours(hours) => {
                let mut edge = Millis(start.0 + Millis::HOUR);
                let last = start.0 + (i64::from(hours) + 2) * Millis::HOUR;
                while edge.0 < last && self.floor(edge, every) == start {
                    edge.0 += Millis::HOUR / 4;
                }
                self.floor(edge, every)
            }
        };
        // Time always advances, whatever a zone's history holds.
        if next > start { next } else { Millis(start.0 + Millis::HOUR) }
    }

    fn local(self, at: Millis) -> DateTime<Tz> {
        at.utc().with_timezone(&self.tz)
    }

    /// The first moment whose time in the zone is not before `local`, which a clock change may skip or repeat.
    #[must_use]
    pub fn first_moment(self, local: NaiveDateTime) -> Millis {
        let mut local = local;
        for _ in 0..8 {
            if let Some(time) = self.tz.from_local_datetime(&local).earliest() {
                return Millis(time.timestamp_millis());
            }
            local += TimeDelta::minutes(30);
        }
        Millis(local.and_utc().timestamp_millis())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> Clock {
        Clock::new(Zone::from_name("Europe/Berlin").expect("a known zone"), Weekday::Mon)
    }

    fn at(iso: &str) -> Millis {
        Millis::from_iso(iso).expect("a valid time")
    }

    #[test]
    fn iso_text_round_trips_and_keeps_milliseconds() {
        for text in ["2026-10-05T08:19:41Z", "2026-10-05T08:19:41.250Z", "1970-01-01T00:00:00Z"] {
            assert_eq!(at(text).iso(), text);
        }
        assert_eq!(at("2026-10-05T10:19:41+02:00").iso(), "2026-10-05T08:19:41Z");
        assert_eq!(at("2024-07-23T15:36:03.1234567Z").iso(), "2024-07-23T15:36:03.123Z");
        assert_eq!(Millis::from_iso("yesterday"), None);
    }

    #[test]
    fn days_follow_the_zone_and_its_clock_changes() {
        let clock = berlin();
        let start = clock.floor(at("2026-10-25T12:00:00Z"), Every::Day);
        assert_eq!(start.iso(), "2026-10-24T22:00:00Z");
        // The clocks go back that day, so it has 25 hours.
        assert_eq!(clock.next(start, Every::Day).0 - start.0, 25 * Millis::HOUR);
    }

    #[test]
    fn weeks_start_on_the_chosen_day() {
        let friday = at("2026-10-09T12:00:00Z");
        assert_eq!(Clock::default().floor(friday, Every::Week).iso(), "2026-10-05T00:00:00Z");
        let sundays = Clock::new(Zone::Utc, Weekday::Sun);
        assert_eq!(sundays.floor(friday, Every::Week).iso(), "2026-10-04T00:00:00Z");
    }

    #[test]
    fn windows_tile_every_day_without_gap() {
        // Clocks go back at three in Berlin, at midnight in Havana, by half an hour on Lord Howe Island (in April).
        for (zone, from, to) in [
            ("Europe/Berlin", "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z"),
            ("America/Havana", "2026-10-31T00:00:00Z", "2026-11-03T00:00:00Z"),
            ("Australia/Lord_Howe", "2026-04-03T00:00:00Z", "2026-04-06T00:00:00Z"),
        ] {
            let clock = Clock::new(Zone::from_name(zone).expect("a known zone"), Weekday::Mon);
            for every in [Every::Hours(1), Every::Hours(6), Every::Hours(24), Every::Day] {
                let mut edge = clock.floor(at(from), every);
                while edge < at(to) {
                    let next = clock.next(edge, every);
                    assert!(next > edge);
                    assert_eq!(clock.floor(Millis(next.0 - 1), every), edge, "{zone}, {every:?} at {}", edge.iso());
                    if every == Every::Hours(6) {
                        assert!((5..=7).contains(&((next.0 - edge.0) / Millis::HOUR)), "{zone} at {}", edge.iso());
                    }
                    edge = next;
                }
            }
        }
    }

    #[test]
    fn zones_have_names_people_know() {
        assert_eq!(Zone::from_name("utc"), Some(Zone::Utc));
        assert_eq!(Zone::from_name("europe/berlin").map(Zone::name), Some("Europe/Berlin"));
        assert_eq!(Zone::from_name("Middle/Earth"), None);
    }
}
