//! The zone of times that do not tell theirs.

use super::super::local_time::Local;
use super::super::names::zone_of;
use crate::clock::{Clock, Zone};

/// Records whose times are UTC by the form of the file: no other zone is taken for them.
pub(super) const ARE_UTC: &str =
    "The zone that was told is not taken for these records: times of the Microsoft 365 audit log are UTC";

/// What is said of the times of a column that do not tell their zone; gives the name of the zone that the analyst tells, if it
/// is needed. `is_utc` says that they are UTC whatever the column is called.
pub(super) fn note_on_times(
    columns: &[String],
    at: usize,
    is_utc: bool,
    zone: Option<Zone>,
    notes: &mut Vec<String>,
) -> Option<&'static str> {
    let name = columns.get(at)?;
    let named = zone_of(name);
    match (named.map(Local::from_name), zone) {
        (Some(Some(Local::Utc)), _) | (None, None) => None,
        (_, Some(_)) if is_utc => {
            notes.push(ARE_UTC.to_owned());
            None
        }
        (None, Some(_)) if says_utc(name) => None,
        (Some(Some(_)), _) => {
            notes.push(format!(
                "Times of the column \u{201c}{name}\u{201d} are read as those of {}",
                named.unwrap_or_default()
            ));
            None
        }
        (Some(None) | None, Some(zone)) => {
            let label = Clock::new(zone, chrono::Weekday::Mon).label();
            notes.push(format!(
                "Times of the column \u{201c}{name}\u{201d} that do not tell their zone are read as those of {label}"
            ));
            Some(label)
        }
        (Some(None), None) => {
            notes.push(format!(
                "The column \u{201c}{name}\u{201d} says times of the zone {}; they are taken as UTC, so export in UTC or \
                 tell the zone if they are not",
                named.unwrap_or_default()
            ));
            None
        }
    }
}

/// Whether a column's name says that its times are UTC: `Date (UTC)`, `CreatedDateTimeUTC`.
fn says_utc(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_utc = |word: &str| matches!(word, "utc" | "gmt");
    name.split(|c: char| !c.is_alphanumeric()).any(is_utc) || name.trim_end().ends_with("utc")
}
