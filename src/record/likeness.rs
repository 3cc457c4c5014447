//! What records of one event have in common where one of them tells no identifier: the portal's CSV of the audit log
//! has none, its JSON does.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Record, UniqueId};
use crate::clock::Millis;
use crate::fields::{Field, Log, lower};

/// What it begins with, so that it is no identifier's.
const BEGIN: &str = "like-";
/// Bytes of the hash that are kept.
const BYTES: usize = 12;
/// The portal's CSV tells no more targets of an audit event.
const TARGETS: usize = 3;

/// What a record shares with every record of its event in whatever form: who or what, when to the second, with which
/// correlation. `None` if it tells too little to be sure, or if records of its log tell identifiers in every form.
#[must_use]
pub fn likeness(record: &Record<'_>) -> Option<UniqueId> {
    let told = |field| record.get(field).map(lower);
    let first_of = |fields: &[Field]| fields.iter().find_map(|field| told(*field));
    let second = (record.time.0.div_euclid(Millis::SECOND)).to_string();
    let parts = match record.log {
        Log::Audit => {
            let targets = first_of(&[Field::TargetId, Field::Target]).unwrap_or_default();
            let mut parts = vec![second, told(Field::CorrelationId)?, told(Field::Activity)?];
            parts.extend(targets.lines().take(TARGETS).map(str::to_owned));
            parts
        }
        Log::Provisioning => vec![second, told(Field::ChangeId)?],
        Log::RiskyUsers => vec![second, told(Field::Username)?],
        Log::RiskyWorkloads => vec![second, first_of(&[Field::AppId, Field::ServicePrincipal])?],
        Log::RiskDetections => {
            let kind = told(Field::RiskEvents)?;
            match told(Field::SignInRequestId) {
                // Its moment is that of the sign-in in some forms, and that of the detection in others.
                Some(request) => vec![kind, request],
                None => vec![kind, second, first_of(&[Field::Username, Field::UserId, Field::ServicePrincipalId])?],
            }
        }
        Log::Interactive
        | Log::NonInteractive
        | Log::ServicePrincipal
        | Log::ManagedIdentity
        | Log::AdFs
        | Log::Activity
        | Log::ActivitySignIns => return None,
    };
    let mut hash = Sha256::new();
    hash.update(record.log.key());
    for part in parts {
        hash.update([0]);
        hash.update(part);
    }
    let mut name = BEGIN.to_owned();
    for byte in &hash.finalize()[..BYTES] {
        // Writing to a text can't fail.
        let _ = write!(name, "{byte:02x}");
    }
    Some(UniqueId::parse(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audit_event_is_known_by_what_every_form_tells_of_it() {
        let event = |time, activity: &'static str, targets: &'static str| {
            let mut record = Record::new(Log::Audit, Millis(time));
            record.set(Field::CorrelationId, "c1");
            record.set(Field::Activity, activity);
            record.set(Field::TargetId, targets);
            likeness(&record)
        };
        let one = event(1_000, "Update user", "a\nb\nc");
        assert!(one.is_some());
        assert_eq!(one, event(1_999, "update user", "a\nb\nc\nd"), "CSV has whole seconds and three targets");
        assert_ne!(one, event(2_000, "Update user", "a\nb\nc"));
        assert_ne!(one, event(1_000, "Delete user", "a\nb\nc"));
        assert_ne!(one, event(1_000, "Update user", "b"));
        assert_eq!(event(1_000, "", "a"), None);
    }
}
