//! Times that do not tell their offset: by which clock they were written.

use chrono::{NaiveDateTime, Weekday};

use crate::clock::{Clock, Millis, Zone};

/// The clock by which a file's times were written, for those that do not tell their offset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Local {
    /// Coordinated Universal Time.
    #[default]
    Utc,
    /// So many minutes ahead of UTC, the year round.
    Ahead(i32),
    /// A zone with its daylight-saving days.
    Zone(Zone),
}

impl Local {
    /// The clock that a text names for certain: `UTC`, `UTC+02:00`, `GMT-5`, `+02:00`, `Europe/Berlin`. `Local Time` names none.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let name = name.trim();
        let prefix =
            name.get(..3).filter(|prefix| ["utc", "gmt"].iter().any(|known| prefix.eq_ignore_ascii_case(known)));
        match (prefix, prefix.map_or(name, |_| name.get(3..).unwrap_or_default()).trim()) {
            (Some(_), "") => Some(Self::Utc),
            (_, offset) if offset.starts_with(['+', '-', '\u{2212}', '\u{b1}']) => minutes_of(offset).map(Self::Ahead),
            (None, "Z" | "z") => Some(Self::Utc),
            // `Local` and the like mean another computer's zone than this one's.
            (None, name) => Zone::from_name(name).filter(|zone| *zone != Zone::System).map(Self::of),
            _ => None,
        }
    }

    /// The clock of a zone.
    pub(super) fn of(zone: Zone) -> Self {
        if zone == Zone::Utc { Self::Utc } else { Self::Zone(zone) }
    }

    /// The moment at which this clock showed that.
    pub(super) fn moment(self, shown: NaiveDateTime) -> Millis {
        match self {
            Self::Utc => Millis(shown.and_utc().timestamp_millis()),
            Self::Ahead(minutes) => {
                Millis(shown.and_utc().timestamp_millis() - i64::from(minutes) * 60 * Millis::SECOND)
            }
            Self::Zone(zone) => Clock::new(zone, Weekday::Mon).first_moment(shown),
        }
    }
}

/// The minutes of an offset: `+02:00`, `-0530`, `+2`; `None` beyond the 14 hours that there are.
pub(super) fn minutes_of(offset: &str) -> Option<i32> {
    let mut letters = offset.chars();
    let sign = match letters.next()? {
        '+' | '\u{b1}' => 1,
        '-' | '\u{2212}' => -1,
        _ => return None,
    };
    let rest = letters.as_str();
    if !rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        return None;
    }
    let (hours, minutes) = match (rest.split_once(':'), rest.len()) {
        (Some((hours, minutes)), _) => (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?),
        (None, 1 | 2) => (rest.parse().ok()?, 0),
        (None, 4) => (rest.get(..2)?.parse().ok()?, rest.get(2..)?.parse().ok()?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_and_zones_are_taken_and_local_time_is_not() {
        for (name, expected) in [
            ("UTC", Some(Local::Utc)),
            ("UTC+02:00", Some(Local::Ahead(120))),
            ("utc -5:30", Some(Local::Ahead(-330))),
            ("GMT+2", Some(Local::Ahead(120))),
            ("+0100", Some(Local::Ahead(60))),
            ("Local Time", None),
            ("(UTC+01:00) Amsterdam, Berlin", None),
            ("+99:00", None),
        ] {
            assert_eq!(Local::from_name(name), expected, "{name}");
        }
        assert!(matches!(Local::from_name("Europe/Berlin"), Some(Local::Zone(_))));
    }

    #[test]
    fn a_zone_knows_its_daylight_saving_days() {
        let berlin = Local::from_name("Europe/Berlin").expect("a zone");
        for (shown, expected) in
            [("2025-12-04T09:19:41", "2025-12-04T08:19:41Z"), ("2025-07-04T10:19:41", "2025-07-04T08:19:41Z")]
        {
            assert_eq!(berlin.moment(shown.parse().expect("a moment")).iso(), expected);
        }
    }
}
