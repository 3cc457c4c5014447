//! What records of one event have in common where one of them tells no identifier: the portal's CSV of the audit log
//! has none, its JSON does.

use sha2::{Digest, Sha256};

use super::{Record, UniqueId, hashed_id};
use crate::fields::{Field, Log, lower};

/// What a likeness begins with, so that it is no identifier's; its kind follows.
const BEGIN: &str = "like-";
/// The portal's CSV tells no more targets of an audit event.
const TARGETS: usize = 3;

/// By what two records are alike, the surest first: the first that both tell decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// By the sign-in that they are about, whatever their moments: that of one can be the sign-in's, that of the other the
    /// detection's.
    Request,
    /// By the identifier of whom or what they are about, and their moments.
    Id,
    /// By the name of whom or what they are about, and their moments.
    Name,
    /// By the rest alone, and their moments.
    Rest,
}

impl Kind {
    /// Every kind, the surest first.
    pub const ALL: [Self; 4] = [Self::Request, Self::Id, Self::Name, Self::Rest];

    /// The kind of a likeness; `None` if this is none.
    #[must_use]
    pub fn of(name: &UniqueId) -> Option<Self> {
        let UniqueId::Text(text) = name else { return None };
        let at: usize = text.strip_prefix(BEGIN)?.split_once('-')?.0.parse().ok()?;
        Self::ALL.get(at).copied()
    }
}

/// What a record shares with every record of its event in whatever form, but for its moment, which says the same as far as
/// both tell it: who or what, with which correlation. One for each field that tells it, since forms tell different ones.
/// None if it tells too little to be sure, or if records of its log tell identifiers in every form.
#[must_use]
pub fn likenesses(record: &Record<'_>) -> Vec<UniqueId> {
    let told = |field| record.get(field).map(lower);
    let mut found: Vec<(Kind, Vec<String>)> = Vec::new();
    match record.log {
        Log::Audit => {
            let (Some(correlation), Some(activity)) = (told(Field::CorrelationId), told(Field::Activity)) else {
                return Vec::new();
            };
            for (kind, field) in [(Kind::Id, Field::TargetId), (Kind::Name, Field::Target)] {
                if let Some(targets) = told(field) {
                    let mut parts = vec![correlation.clone(), activity.clone()];
                    parts.extend(targets.lines().take(TARGETS).map(str::to_owned));
                    found.push((kind, parts));
                }
            }
            if found.is_empty() {
                found.push((Kind::Rest, vec![correlation, activity]));
            }
        }
        Log::Provisioning => found.extend(told(Field::ChangeId).map(|change| (Kind::Id, vec![change]))),
        Log::RiskyUsers => found.extend(told(Field::Username).map(|name| (Kind::Name, vec![name]))),
        Log::RiskyWorkloads => {
            found.extend(told(Field::AppId).map(|id| (Kind::Id, vec![id])));
            found.extend(told(Field::ServicePrincipal).map(|name| (Kind::Name, vec![name])));
        }
        Log::RiskDetections => {
            let Some(what) = told(Field::RiskEvents) else { return Vec::new() };
            for (kind, field) in [
                (Kind::Request, Field::SignInRequestId),
                (Kind::Id, Field::UserId),
                (Kind::Id, Field::ServicePrincipalId),
                (Kind::Name, Field::Username),
            ] {
                found.extend(told(field).map(|told| (kind, vec![what.clone(), told])));
            }
        }
        Log::Interactive
        | Log::NonInteractive
        | Log::ServicePrincipal
        | Log::ManagedIdentity
        | Log::AdFs
        | Log::Activity
        | Log::ActivitySignIns => {}
    }
    found.into_iter().map(|(kind, parts)| named(record.log, kind, &parts)).collect()
}

/// What else than its identifier a record is found by: its likenesses, and the change by which details files name it.
#[must_use]
pub fn names(record: &Record<'_>) -> Vec<UniqueId> {
    let mut names = likenesses(record);
    if record.log == Log::Provisioning {
        names.extend(record.get(Field::ChangeId).map(UniqueId::parse));
    }
    names
}

fn named(log: Log, kind: Kind, parts: &[String]) -> UniqueId {
    let mut hash = Sha256::new();
    hash.update(log.key());
    for part in parts {
        hash.update([0]);
        hash.update(part);
    }
    UniqueId::parse(&hashed_id(&format!("{BEGIN}{}-", kind as usize), &hash.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;

    fn likenesses_of(log: Log, values: &[(Field, &'static str)]) -> Vec<UniqueId> {
        let mut record = Record::new(log, Millis(1_000));
        for (field, value) in values {
            record.set(*field, *value);
        }
        likenesses(&record)
    }

    #[test]
    fn an_audit_event_is_known_by_what_every_form_tells_of_it() {
        let event = |activity: &'static str, targets: &'static str| {
            let values = [(Field::CorrelationId, "c1"), (Field::Activity, activity), (Field::TargetId, targets)];
            likenesses_of(Log::Audit, &values)
        };
        let one = event("Update user", "a\nb\nc");
        assert_eq!(one.len(), 1);
        assert_eq!(one, event("update user", "a\nb\nc\nd"), "CSV has three targets");
        assert_ne!(one, event("Delete user", "a\nb\nc"));
        assert_ne!(one, event("Update user", "b"));
        assert_eq!(event("", "a"), []);
    }

    #[test]
    fn a_form_that_tells_the_name_alone_shares_that_with_one_that_tells_both() {
        let name = [(Field::ServicePrincipal, "Loom HR")];
        let both = [(Field::AppId, "a1"), (Field::ServicePrincipal, "loom hr")];
        let (name, both) = (likenesses_of(Log::RiskyWorkloads, &name), likenesses_of(Log::RiskyWorkloads, &both));
        assert_eq!((name.len(), both.len()), (1, 2));
        assert_eq!(name[0], both[1]);
        assert_eq!(both.iter().map(Kind::of).collect::<Vec<_>>(), [Some(Kind::Id), Some(Kind::Name)]);
    }
}
