//! Numbers as the window writes them.

use crate::fields::Noun;
use crate::texts;

pub use crate::texts::count;

/// A share from 0 to 1 in percent. Only a whole share reads as 100 %, and only none as 0 %.
#[must_use]
pub fn percent(share: f64) -> String {
    texts::notation().percent(share)
}

/// A count of records by what they are called.
#[must_use]
pub fn records(number: u64, noun: Noun) -> String {
    noun.shown_count(number)
}

/// Points that a time of day needs beyond those of ISO 8601: where hours are counted to twelve, half of the day is told.
#[must_use]
pub fn noon_room() -> f32 {
    if texts::notation().halves_days() { 26.0 } else { 0.0 }
}
