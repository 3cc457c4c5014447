//! Identifiers for records that have none.

use sha2::{Digest, Sha256};

use crate::fields::{Field, Log, Report};
use crate::record::{MADE_ID, Record, hashed_id};

/// What tells one record from another: who did what, when, from where and with what came of it. What changes while a record
/// is told of, such as the state of a risk, is not among it. The list must stay as it is: with another one, files that
/// are imported again would not be recognised.
const TOLD: [Field; 36] = [
    Field::User,
    Field::Username,
    Field::UserId,
    Field::ServicePrincipal,
    Field::ServicePrincipalId,
    Field::App,
    Field::AppId,
    Field::Resource,
    Field::ResourceId,
    Field::CorrelationId,
    Field::SessionId,
    Field::UniqueTokenId,
    Field::SignInRequestId,
    Field::Ip,
    Field::City,
    Field::State,
    Field::Country,
    Field::Status,
    Field::ErrorCode,
    Field::FailureReason,
    Field::ConditionalAccess,
    Field::AuthRequirement,
    Field::ClientApp,
    Field::Browser,
    Field::Os,
    Field::DeviceId,
    Field::DeviceName,
    Field::UserAgent,
    Field::Service,
    Field::Category,
    Field::Activity,
    Field::Actor,
    Field::Target,
    Field::ModifiedProperties,
    Field::RiskEvents,
    Field::Item,
];

/// An identifier made of what a record says: see [`TOLD`]. Of several such records of one file each is an event of its
/// own; the cache tells them apart by their number. A record on somebody's risk is known by whom it is about. `None` if
/// the record tells too little: a sign-in must name who or what signed in, and either the application, the address or
/// the outcome; any other event three things beside its time.
pub(super) fn made_id(record: &Record<'_>) -> Option<String> {
    let has = |fields: &[Field]| fields.iter().any(|field| record.get(*field).is_some());
    let names_who =
        has(&[Field::User, Field::Username, Field::UserId, Field::ServicePrincipal, Field::ServicePrincipalId]);
    let names_where = has(&[Field::App, Field::AppId, Field::Ip, Field::ErrorCode, Field::Status]);
    let is_sign_in = record.log.report() == Report::SignIns;
    let tells_enough = if is_sign_in { names_who && names_where } else { record.values().count() >= 3 };
    if !tells_enough {
        return None;
    }
    let about = match record.log {
        Log::RiskyUsers => record.get(Field::UserId),
        Log::RiskyWorkloads => record.get(Field::ServicePrincipalId),
        _ => None,
    };
    if let Some(id) = about {
        return Some(id.to_owned());
    }
    // Several events can be of one change, even in one second; the cache tells the latter apart by their number.
    if let (Log::Provisioning, Some(change)) = (record.log, record.get(Field::ChangeId)) {
        return Some(format!("{MADE_ID}{change}-{}", record.time.second()));
    }
    let mut hash = Sha256::new();
    hash.update(record.time.0.to_le_bytes());
    for (field, value) in TOLD.into_iter().filter_map(|field| Some((field, record.get(field)?))) {
        hash.update(field.key());
        hash.update([0]);
        hash.update(value);
        hash.update([0]);
    }
    Some(hashed_id(MADE_ID, &hash.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::record::is_made_id;

    #[test]
    fn records_that_say_the_same_have_the_same_identifier() {
        let record = |user: &'static str, time| {
            let mut record = Record::new(Log::Interactive, Millis(time));
            record.set(Field::User, user);
            record.set(Field::App, "Mail");
            record.set(Field::Status, "success");
            made_id(&record)
        };
        assert_eq!(record("Anna", 1), record("Anna", 1));
        assert_ne!(record("Anna", 1), record("Bert", 1));
        assert_ne!(record("Anna", 1), record("Anna", 2));
        assert!(record("Anna", 1).is_some_and(|id| is_made_id(&id)));
        assert_eq!(record("", 1), None, "nobody signed in");
    }
}
