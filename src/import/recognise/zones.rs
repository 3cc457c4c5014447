//! The zone of times that do not tell theirs.

use super::super::local_time::Local;
use super::super::names::zone_of;
use crate::clock::{Clock, Zone};

/// Records whose times are UTC by the form of the file: no other zone is taken for them.
pub(super) const ARE_UTC: &str =
    "The zone that was told is not taken for these records: times of the Microsoft 365 audit log are UTC";

/// What is said where the analyst tells a zone for a column whose name says another.
fn not_taken(column: &str) -> String {
    format!(
        "The zone that was told is not taken for the column \u{201c}{column}\u{201d}: its name says that its times are UTC"
    )
}

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
    let is_said_utc = match named {
        Some(named) => Local::from_name(named) == Some(Local::Utc),
        None => says_utc(name),
    };
    // Who tells UTC tells what the file says.
    let is_other = zone.is_some_and(|zone| zone != Zone::Utc);
    match (named.map(Local::from_name), zone) {
        (None, None) => None,
        (_, Some(_)) if is_utc => {
            notes.push(ARE_UTC.to_owned());
            None
        }
        _ if is_said_utc => {
            notes.extend(is_other.then(|| not_taken(name)));
            None
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_that_is_told_for_nothing_is_said_not_to_be_taken() {
        let berlin = Zone::from_name("Europe/Berlin");
        let said = |column: &str, zone: Option<Zone>| {
            let mut notes = Vec::new();
            let taken = note_on_times(&[column.to_owned()], 0, false, zone, &mut notes);
            (taken.is_some(), notes.iter().any(|note| note.contains("not taken") && note.contains(column)))
        };
        for column in ["Date (UTC)", "CreatedDateTimeUTC", "TimeGenerated [UTC]"] {
            assert_eq!(said(column, berlin), (false, true), "{column}");
            assert_eq!(said(column, Some(Zone::Utc)), (false, false), "{column} says the same");
            assert_eq!(said(column, None), (false, false), "{column}: none is told");
        }
        assert_eq!(said("TimeGenerated [Local Time]", berlin), (true, false));
        assert_eq!(said("CreatedDateTime", berlin), (true, false));
    }
}
