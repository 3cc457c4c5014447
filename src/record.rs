//! One event in memory: its values by field, its authentication steps and its policies.
//!
//! A [`Record`] is what a reader makes of one original text and what the detail window shows. Values are
//! texts in the stored form that [`crate::fields::Spec`] defines; what is not known is absent, never an
//! empty text. A [`batch::Batch`] holds many records with every text once, as they travel from the
//! readers to the cache.
//!
//! This floor knows the table of fields and the reference, but no file, no cache and no window.

pub mod batch;
mod detail;
mod directory;
mod fieldwise;
mod identity;
mod likeness;
pub mod lines;
mod made;
mod parts;
mod steps;
mod unique_id;

use std::borrow::Cow;
use std::collections::HashSet;

use foldhash::fast::FixedState;

pub use detail::Detail;
pub use directory::{Directory, DirectoryEntry, DirectoryExport, DirectoryGroup, EntryKind, LookupSummary};
pub use identity::{Deed, Identity};
pub use likeness::{Kind as LikenessKind, names};
pub use made::{MADE_ID, hashed_id, is_made_id};
pub use parts::{Thing, things_of};
pub use steps::{AuthStep, PolicyResult, decode_policies, decode_steps, encode_policies, encode_steps};
pub use unique_id::UniqueId;

use fieldwise::Values;

use crate::clock::Millis;
use crate::fields::{Field, Log, Report};
use crate::reference::aadsts;

/// The number under which the cache keeps a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub i64);

/// One sign-in, or what one original text tells of it. Borrows its texts from that text where it can.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'a> {
    /// The log it belongs to.
    pub log: Log,
    /// When it happened.
    pub time: Millis,
    /// The authentication steps in their order.
    pub steps: Vec<AuthStep<'a>>,
    values: Values<'a>,
}

impl<'a> Record<'a> {
    /// A record of which only its log and time are known.
    #[must_use]
    pub fn new(log: Log, time: Millis) -> Self {
        Self { log, time, steps: Vec::new(), values: Values::default() }
    }

    /// The stored form of a field's value. Log and time are typed members and not found here.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        self.values.get(field).map(AsRef::as_ref)
    }

    /// Sets a value; an empty text means that nothing is known and changes nothing.
    pub fn set(&mut self, field: Field, value: impl Into<Cow<'a, str>>) {
        let value = value.into();
        if !value.is_empty() {
            self.values.set(field, value);
        }
    }

    /// Takes a value away.
    pub fn clear(&mut self, field: Field) {
        self.values.clear(field);
    }

    /// The fields that have a value, with it, in the order of the table.
    pub fn values(&self) -> impl Iterator<Item = (Field, &str)> {
        Field::ALL.into_iter().filter_map(|field| Some((field, self.get(field)?)))
    }

    /// Adds what follows from the values read: the status and the error code where one tells the other,
    /// the location in one text, and the methods and results of the authentication steps.
    ///
    /// The file's own status word wins over a derived one. Without one, error code 0 is success, a code
    /// the reference lists as interrupting is interrupted, and any other code is a failure.
    pub fn derive(&mut self) {
        if self.log.report() == Report::Audit && self.get(Field::Actor).is_none() {
            let names = [Field::Username, Field::User, Field::App, Field::ServicePrincipal, Field::UserId];
            if let Some(name) = names.into_iter().find_map(|field| self.get(field)).map(str::to_owned) {
                self.set(Field::Actor, name);
            }
        }
        // The identifier of a record on somebody's risk is that of whom it is about.
        let about = match self.log {
            Log::RiskyUsers => Some(Field::UserId),
            Log::RiskyWorkloads => Some(Field::ServicePrincipalId),
            _ => None,
        };
        if let Some(field) = about
            && self.get(field).is_none()
            && let Some(id) = self.get(Field::RequestId).filter(|id| !is_made_id(id)).map(str::to_owned)
        {
            self.set(field, id);
        }
        let code = self.get(Field::ErrorCode).and_then(|code| code.parse::<u64>().ok());
        match (self.get(Field::Status), code) {
            (Some("success"), None) if self.log.report() == Report::SignIns => self.set(Field::ErrorCode, "0"),
            (None, Some(code)) => {
                // A number no table can know is an error all the same.
                self.set(Field::Status, u32::try_from(code).map_or("failure", aadsts::status_of));
                self.set(Field::StatusSource, "error-code");
            }
            _ => {}
        }
        if self.get(Field::Status).is_some() && self.get(Field::StatusSource).is_none() {
            self.set(Field::StatusSource, "file");
        }
        let place: Vec<&str> =
            [Field::City, Field::State, Field::Country].into_iter().filter_map(|part| self.get(part)).collect();
        if !place.is_empty() {
            let place = place.join(", ");
            self.set(Field::Location, place);
        }
        if !self.steps.is_empty() {
            let methods = distinct_lines(self.steps.iter().map(|step| step.method.as_ref()));
            let results = distinct_lines(self.steps.iter().map(|step| step.result.as_ref()));
            self.set(Field::AuthMethod, methods);
            self.set(Field::AuthResult, results);
        }
    }

    /// Takes over what `other`, a record of the same sign-in, knows: a known value beats a missing one,
    /// and where both know, the later export wins (`other_is_later`). A status word of a file beats a
    /// derived one and a telling value beats a mute one (`hidden`, `Other.`) whatever came later; of two
    /// lists of authentication steps the longer is kept, since exports are incomplete at first.
    pub fn absorb(&mut self, other: &Self, other_is_later: bool) {
        let own_status_given = self.get(Field::StatusSource) == Some("file");
        let other_status_given = other.get(Field::StatusSource) == Some("file");
        let take_status = match (own_status_given, other_status_given) {
            (true, false) => false,
            (false, true) => true,
            _ => other_is_later || self.get(Field::Status).is_none(),
        };
        let take_steps = match other.steps.len().cmp(&self.steps.len()) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => other_is_later && !other.steps.is_empty(),
            std::cmp::Ordering::Less => false,
        };
        let own_id_is_made = self.has_made_id();
        for field in Field::ALL {
            let take = match field {
                Field::Status | Field::StatusSource => take_status,
                Field::AuthMethod | Field::AuthResult if !(self.steps.is_empty() && other.steps.is_empty()) => {
                    take_steps
                }
                _ => match (self.get(field), other.get(field)) {
                    (None, _) => true,
                    (Some(own), Some(new)) => match (is_mute(field, own), is_mute(field, new)) {
                        (true, false) => true,
                        (false, true) => false,
                        _ => other_is_later,
                    },
                    (Some(_), None) => false,
                },
            };
            if take && let Some(value) = other.values.get(field) {
                self.values.set(field, value.clone());
            }
        }
        if take_steps {
            self.steps.clone_from(&other.steps);
        }
        match (own_id_is_made, other.has_made_id()) {
            // What tells no identifier tells the moment less surely.
            (true, false) => self.time = other.time,
            (false, true) => {}
            // A time with milliseconds tells more than the same second without, and one with seconds more than a minute.
            _ if other.time.is_finer_than(self.time) => self.time = other.time,
            _ => {}
        }
    }

    /// Whether its identifier was made for it.
    fn has_made_id(&self) -> bool {
        self.get(Field::RequestId).is_some_and(is_made_id)
    }

    /// The same record with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> Record<'static> {
        Record {
            log: self.log,
            time: self.time,
            steps: self.steps.into_iter().map(AuthStep::into_owned).collect(),
            values: self.values.into_owned(),
        }
    }
}

/// Whether a value says that something is not shown rather than what it is, or only stands in for what is not told.
fn is_mute(field: Field, value: &str) -> bool {
    matches!(value, "hidden" | "unknownFutureValue" | "Other.") || field == Field::RequestId && is_made_id(value)
}

/// Different texts in the order they come, as a [`crate::fields::Kind::List`] holds them. A line break within an item
/// becomes a blank, so that items stay apart.
#[must_use]
pub fn distinct_lines<'t>(items: impl Iterator<Item = &'t str>) -> String {
    let mut seen: HashSet<&str, FixedState> = HashSet::default();
    let kept: Vec<&str> = items.filter(|item| !item.is_empty() && seen.insert(item)).collect();
    kept.iter().map(|item| item.replace(['\n', '\r'], " ")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(values: &[(Field, &'static str)]) -> Record<'static> {
        let mut record = Record::new(Log::Interactive, Millis(1_000));
        for (field, value) in values {
            record.set(*field, *value);
        }
        record
    }

    #[test]
    fn status_follows_from_the_code_only_where_the_file_has_no_word() {
        for (code, status) in [("0", "success"), ("50126", "failure"), ("50074", "interrupted")] {
            let mut derived = record(&[(Field::ErrorCode, code)]);
            derived.derive();
            assert_eq!(derived.get(Field::Status), Some(status), "{code}");
            assert_eq!(derived.get(Field::StatusSource), Some("error-code"));
        }
        let mut given = record(&[(Field::ErrorCode, "50126"), (Field::Status, "interrupted")]);
        given.derive();
        assert_eq!(given.get(Field::Status), Some("interrupted"));
    }

    #[test]
    fn a_known_value_beats_a_missing_one_in_either_order() {
        let csv = record(&[(Field::User, "Anna"), (Field::City, "Oslo")]);
        let json = record(&[(Field::User, "Anna"), (Field::Risk, "low")]);
        for other_is_later in [false, true] {
            let mut merged = csv.clone();
            merged.absorb(&json, other_is_later);
            assert_eq!(merged.get(Field::City), Some("Oslo"));
            assert_eq!(merged.get(Field::Risk), Some("low"));
        }
    }

    #[test]
    fn the_later_export_wins_unless_it_is_mute() {
        let mut merged = record(&[(Field::Risk, "high"), (Field::ConditionalAccess, "success")]);
        merged.absorb(&record(&[(Field::Risk, "hidden"), (Field::ConditionalAccess, "failure")]), true);
        assert_eq!(merged.get(Field::Risk), Some("high"));
        assert_eq!(merged.get(Field::ConditionalAccess), Some("failure"));
    }

    #[test]
    fn a_files_status_word_survives_any_derived_one() {
        let mut given = record(&[(Field::Status, "interrupted"), (Field::StatusSource, "file")]);
        given.absorb(&record(&[(Field::Status, "failure"), (Field::StatusSource, "error-code")]), true);
        assert_eq!(given.get(Field::Status), Some("interrupted"));
    }

    #[test]
    fn completed_authentication_steps_replace_the_first_ones() {
        let step = |method: &'static str| AuthStep { method: method.into(), ..AuthStep::default() };
        let mut early = record(&[]);
        early.steps = vec![step("Password")];
        let mut late = record(&[]);
        late.steps = vec![step("Password"), step("Text message")];
        late.derive();
        early.derive();
        early.absorb(&late, false);
        assert_eq!(early.steps.len(), 2);
        assert_eq!(early.get(Field::AuthMethod), Some("Password\nText message"));
    }
}
