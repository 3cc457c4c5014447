//! Which logs a verb asks, and what of its filter is asked of them.

use super::Failure;
use crate::fields::{Field, Log, Logs};
use crate::insights;
use crate::query::Query;

/// The logs that are asked, and the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub logs: Logs,
    pub filter: Query,
}

impl Asked {
    /// The log that is named; without one the logs of sign-ins, or, if none of them has what the filter or `fields` ask
    /// for, those other logs that do.
    ///
    /// # Errors
    /// A part of the filter that none of these logs has a field for.
    pub(super) fn of(log: Option<Log>, query: &Query, fields: &[Field]) -> Result<Self, Failure> {
        let logs = match log {
            Some(log) => log.into(),
            None => logs_with(query, fields),
        };
        Self::within(logs, query)
    }

    /// The filter, asked of these logs.
    ///
    /// # Errors
    /// A part of the filter that none of these logs has a field for.
    pub(super) fn within(logs: Logs, query: &Query) -> Result<Self, Failure> {
        refuse_left_out(&left_out(query, logs), logs)?;
        Ok(Self { logs, filter: query.clone() })
    }
}

/// The parts of a filter that none of these logs has a field for.
fn left_out(query: &Query, logs: Logs) -> Vec<Query> {
    let in_force = insights::in_force(query, logs).parts();
    query.parts().into_iter().filter(|part| !in_force.contains(part)).collect()
}

/// Fails if parts of a filter are left out, since none of these logs has their fields: what is found without them is
/// not what was asked for.
pub(super) fn refuse_left_out(parts: &[Query], logs: Logs) -> Result<(), Failure> {
    let Some(part) = parts.first() else { return Ok(()) };
    let all: Vec<Log> = logs.iter().collect();
    let who = match all.as_slice() {
        [log] => format!("The log {} has", log.key()),
        _ => "These logs have".to_owned(),
    };
    let with: Vec<&str> = Log::ALL.into_iter().filter(|log| part.for_log(*log) == *part).map(Log::key).collect();
    let others = if with.is_empty() {
        "no log has all of its fields".to_owned()
    } else {
        format!("--log can name one that has: {}", with.join(", "))
    };
    Err(Failure::call(format!("{who} no field for {part}: leave it out of the filter, or ask another log; {others}")))
}

/// The logs that are asked where none is named.
fn logs_with(query: &Query, fields: &[Field]) -> Logs {
    let named = query.values_of(Field::Log).unwrap_or_default();
    let named: Option<Vec<Log>> = named.iter().map(|key| Log::from_key(key)).collect();
    if let Some(named) = named.filter(|named| named.iter().any(|log| !Logs::SIGN_INS.contains(*log))) {
        return Logs::of(&named);
    }
    let has = |log: Log, field: &Field| field.spec().logs.contains(log);
    let is_of_sign_ins = |field: &Field| Logs::SIGN_INS.iter().any(|log| has(log, field));
    if left_out(query, Logs::SIGN_INS).is_empty() && fields.iter().all(is_of_sign_ins) {
        return Logs::SIGN_INS;
    }
    let answering: Vec<Log> = Log::ALL.into_iter().filter(|log| query.for_log(*log) == *query).collect();
    let with =
        |holds: &dyn Fn(Log) -> bool| -> Vec<Log> { answering.iter().copied().filter(|log| holds(*log)).collect() };
    let best = with(&|log| fields.iter().all(|field| has(log, field)));
    let some = with(&|log| fields.iter().any(|field| has(log, field)));
    match [best, some, answering].into_iter().find(|logs| !logs.is_empty()) {
        Some(logs) => Logs::of(&logs),
        None => Logs::SIGN_INS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(log: Option<Log>, text: &str, fields: &[Field]) -> Result<Vec<Log>, String> {
        let query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let asked = Asked::of(log, &query, fields).map_err(|failure| failure.sentence)?;
        Ok(asked.logs.iter().collect())
    }

    #[test]
    fn where_no_log_is_named_those_are_asked_that_have_the_fields() {
        let sign_ins: Vec<Log> = Logs::SIGN_INS.iter().collect();
        assert_eq!(asked(None, "user:anna country:US", &[Field::App]), Ok(sign_ins.clone()));
        assert_eq!(asked(None, "resource:Graph user:anna", &[]), Ok(sign_ins), "some log has each");
        assert_eq!(asked(None, "category:UserManagement", &[]), Ok(vec![Log::Audit]));
        assert_eq!(asked(None, "activity:x", &[]), Ok(vec![Log::Audit, Log::Activity, Log::ActivitySignIns]));
        assert_eq!(asked(None, "activity:x", &[Field::Category]), Ok(vec![Log::Audit]));
        assert_eq!(asked(None, "status:failure", &[Field::Category]), Ok(vec![Log::Audit]));
        assert_eq!(asked(None, "log:audit,provisioning", &[]), Ok(vec![Log::Audit, Log::Provisioning]));
    }

    #[test]
    fn a_part_that_no_asked_log_has_a_field_for_is_refused() {
        let refused = asked(Some(Log::Audit), "status:failure country:US", &[]).expect_err("audit has no country");
        assert!(refused.contains("The log audit has no field for country:US"), "{refused}");
        assert!(refused.contains("interactive"), "{refused}");
        let refused = asked(None, "activity:x compliant:yes", &[]).expect_err("no log has both");
        assert!(refused.contains("activity:x"), "{refused}");
    }
}
