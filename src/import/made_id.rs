//! Identifiers for records that have none.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::fields::{Field, Report};
use crate::record::Record;

/// What such identifiers begin with, so that nobody takes them for those of Microsoft Entra.
const MARK: &str = "row-";

/// Bytes of the hash that are kept: among a billion records, two have the same by chance less than once in ten
/// billion times.
const BYTES: usize = 12;

/// An identifier made of all that a record says: records that say the same are one sign-in, however often they are
/// imported. `None` if the record tells too little: a sign-in must name who or what signed in, and either the application,
/// the address or the outcome; any other event three things beside its time.
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
    let mut hash = Sha256::new();
    hash.update(record.time.0.to_le_bytes());
    for (field, value) in record.values() {
        hash.update(field.key());
        hash.update([0]);
        hash.update(value);
        hash.update([0]);
    }
    let mut id = MARK.to_owned();
    for byte in &hash.finalize()[..BYTES] {
        // Writing to a text can't fail.
        let _ = write!(id, "{byte:02x}");
    }
    Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::fields::Log;

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
        assert!(record("Anna", 1).is_some_and(|id| id.starts_with(MARK)));
        assert_eq!(record("", 1), None, "nobody signed in");
    }
}
