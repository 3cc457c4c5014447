//! What was found of one record so far, and how good each source of it is.

use std::borrow::Cow;

use crate::clock::Millis;
use crate::fields::{Field, Log, Logs, Report};
use crate::record::Record;

/// What was found of one record so far.
#[derive(Debug)]
pub(super) struct Found<'de> {
    pub(super) record: Record<'de>,
    /// The report by whose names it is read.
    pub(super) report: Report,
    /// How good the source of each value is; see [`Target::Field`](super::names::Target::Field).
    places: [u8; Field::COUNT],
    /// The best date with its source.
    pub(super) time: Option<(u8, Cow<'de, str>)>,
    /// The log that the kinds of the sign-in tell.
    pub(super) event: Option<Log>,
    /// The log that the category tells.
    pub(super) category: Option<Log>,
    /// Whether there is a word that is the category of an audit event, and may mean something else.
    pub(super) may_be_audit: bool,
    /// Whether a user was present.
    pub(super) interactive: Option<bool>,
    /// What the record belongs to if it is no sign-in.
    pub(super) other: Option<&'static str>,
    /// In how many texts within texts it stands.
    pub(super) depth: u8,
}

impl<'de> Found<'de> {
    pub(super) fn new(otherwise: Log, report: Report, depth: u8) -> Self {
        Self {
            record: Record::new(otherwise, Millis(0)),
            report,
            places: [u8::MAX; Field::COUNT],
            time: None,
            event: None,
            category: None,
            may_be_audit: false,
            interactive: None,
            other: None,
            depth,
        }
    }

    /// The log that the record itself tells: its kinds; else its category; else what kind of identity signed in; else
    /// who issued the token; else whether a user was present. Source: the `signIn` resource of Microsoft Graph.
    pub(super) fn log(&self) -> Option<Log> {
        if let Some(log) = self.event.or(self.category) {
            return Some(self.apart(log));
        }
        if self.record.log.report() != Report::SignIns {
            return Some(self.apart(self.record.log));
        }
        if self.record.get(Field::ManagedIdentityType).is_some_and(|kind| kind != "none") {
            return Some(Log::ManagedIdentity);
        }
        if self.record.get(Field::ServicePrincipalId).is_some() && self.record.get(Field::UserId).is_none() {
            // Without the kind of managed identity only the name of the file can tell the two logs apart.
            let is_told = Logs::WORKLOADS.contains(self.record.log);
            return Some(if is_told { self.record.log } else { Log::ServicePrincipal });
        }
        if self.record.get(Field::TokenIssuerType) == Some("ADFederationServices") {
            return Some(Log::AdFs);
        }
        if let Some(interactive) = self.interactive {
            return Some(if interactive { Log::Interactive } else { Log::NonInteractive });
        }
        // Of users, Microsoft Graph sums up only what happened without them.
        self.record.get(Field::SignInCount).map(|_| Log::NonInteractive)
    }

    /// The log of another report than that by whose names the record was read, if the record says so.
    pub(super) fn log_of_other_report(&self) -> Option<Log> {
        self.surmised().filter(|log| log.report() != self.report)
    }

    /// The log that the category tells, for certain or perhaps.
    fn surmised(&self) -> Option<Log> {
        self.category.or(self.may_be_audit.then_some(Log::Audit))
    }

    /// What the same record tells by the names of the report that [`Self::log_of_other_report`] gave; where that was only
    /// surmised, the record must tell what audit events tell.
    pub(super) fn or_of_other_report(self, other: Self) -> Self {
        const OF_AUDIT: [Field; 6] = [
            Field::Service,
            Field::OperationType,
            Field::Actor,
            Field::ActorType,
            Field::Target,
            Field::ModifiedProperties,
        ];
        let tells = |field| other.record.get(field).is_some();
        let is_audit = tells(Field::Activity) && OF_AUDIT.into_iter().any(tells);
        if self.category.is_some() || is_audit { other } else { self }
    }

    /// The date as it stands in the record; empty if there is none.
    pub(super) fn date(self) -> String {
        self.time.map(|(_, text)| text.into_owned()).unwrap_or_default()
    }

    /// The log of a report that has several, by what the record tells: Microsoft 365 lists sign-ins among all else.
    fn apart(&self, log: Log) -> Log {
        const SIGN_INS: [&str; 3] =
            ["UserLoggedIn", "UserLoginFailed", "ForeignRealmIndexLogonInitialAuthUsingADFSFederatedToken"];
        match log {
            Log::Activity if self.record.get(Field::Activity).is_some_and(|name| SIGN_INS.contains(&name)) => {
                Log::ActivitySignIns
            }
            log => log,
        }
    }

    /// Whether a source of this rank would tell something better than what is known of the field.
    pub(super) fn wants(&self, field: Field, place: u8) -> bool {
        self.places[field as usize] > place
    }

    /// Remembers how good the source of a value is, if one came.
    pub(super) fn note(&mut self, field: Field, place: u8) {
        if self.record.get(field).is_some() || (field == Field::Steps && !self.record.steps.is_empty()) {
            self.places[field as usize] = place;
        }
    }

    /// Takes a date, unless a better one is known.
    pub(super) fn see_time(&mut self, place: u8, text: Cow<'de, str>) {
        if self.time.as_ref().is_none_or(|(known, _)| *known > place) {
            self.time = Some((place, text));
        }
    }

    /// Takes over what was found in a text within the record.
    pub(super) fn adopt(&mut self, inner: Found<'_>) {
        for (field, value) in inner.record.values() {
            let place = inner.places[field as usize];
            if self.wants(field, place) || self.record.get(field).is_none() {
                self.record.set(field, value.to_owned());
                self.places[field as usize] = place;
            }
        }
        if self.record.steps.is_empty() {
            self.record.steps = inner.record.into_owned().steps;
        }
        if let Some((place, time)) = inner.time {
            self.see_time(place, Cow::Owned(time.into_owned()));
        }
        self.event = self.event.or(inner.event);
        self.category = self.category.or(inner.category);
        self.may_be_audit |= inner.may_be_audit;
        self.interactive = self.interactive.or(inner.interactive);
        self.other = self.other.or(inner.other);
    }
}
