//! An event in few words: what happened, who did it, to whom or to what, and what came of it.

use crate::clock::Clock;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Report, risk_level_words};

/// An event in words, as the window shows them; empty where nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gist {
    /// Whom the event is about: see [`crate::fields::Log::who`].
    pub who: String,
    /// What happened, or to which application somebody signed in: see [`crate::fields::Log::what`].
    pub what: String,
    /// Who did it: see [`crate::fields::Log::by`].
    pub by: String,
    /// To whom or to what: see [`crate::fields::Log::to_what`].
    pub to_what: String,
    /// What came of it: see [`crate::fields::Log::outcome`].
    pub outcome: String,
}

impl Gist {
    /// What the columns tell of a row.
    #[must_use]
    pub fn of(columns: &Columns, row: RowId, clock: &Clock) -> Self {
        let log = columns.log(row);
        let is_risk = log.report() == Report::Risk;
        // A detail of risk that says nothing is stored as a word.
        let tells = |field: &Field| {
            !is_risk || columns.value(*field, row).is_some_and(|stored| !matches!(&*stored, "none" | "hidden"))
        };
        let first = |fields: &[Field]| {
            let texts = fields.iter().filter(|field| tells(field)).map(|field| columns.display(*field, row, clock));
            texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().into_owned()
        };
        Self {
            who: first(log.who()),
            what: first(log.what()),
            by: by_words(first(log.by())),
            to_what: first(log.to_what()),
            outcome: if is_risk { risk_words(columns, row) } else { first(&[log.outcome()]) },
        }
    }
}

/// Who did it, in words: a product that files spell in one word has blanks.
fn by_words(text: String) -> String {
    match text.as_str() {
        "IdentityProtection" => "Identity Protection".to_owned(),
        _ => text,
    }
}

/// The state of a risk with its level, such as `At risk (high)`; the level alone where no state is told.
fn risk_words(columns: &Columns, row: RowId) -> String {
    let level = columns.value(Field::Risk, row).unwrap_or_default();
    let state =
        columns.value(Field::RiskState, row).filter(|state| !matches!(&**state, "none" | "")).unwrap_or_default();
    let state = Field::RiskState.spec().display(&state);
    match (state, &*level) {
        ("", "") => String::new(),
        ("", level) => risk_level_words(level).to_owned(),
        (state, "" | "none") => state.to_owned(),
        (state, "hidden") => format!("{state} (level hidden)"),
        (state, level) => format!("{state} ({})", Field::Risk.spec().display(level).to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Log;
    use crate::query::fixtures::{columns, sign_in};

    fn gist(log: Log, fields: &[(Field, &'static str)]) -> Gist {
        Gist::of(&columns(&[sign_in(log, 1, fields)]), RowId(0), &Clock::default())
    }

    #[test]
    fn risk_is_told_by_its_state_and_level() {
        let outcome = |level, state| {
            let fields = [(Field::Risk, level), (Field::RiskState, state)];
            gist(Log::RiskDetections, &fields).outcome
        };
        for (level, state, words) in [
            ("high", "atRisk", "At risk (high)"),
            ("medium", "remediated", "Remediated (medium)"),
            ("none", "dismissed", "Dismissed"),
            ("hidden", "atRisk", "At risk (level hidden)"),
            ("low", "none", "Low risk"),
            ("none", "none", "No risk"),
        ] {
            assert_eq!(outcome(level, state), words, "{level} {state}");
        }
    }

    #[test]
    fn a_detail_of_risk_that_says_nothing_is_no_event() {
        let told = |detail| gist(Log::RiskyUsers, &[(Field::RiskDetail, detail), (Field::RiskState, "atRisk")]).what;
        assert_eq!(told("none"), "At risk");
        assert_eq!(told("hidden"), "At risk");
        assert_eq!(told("adminDismissedAllRiskForUser"), "Admin dismissed all risk for user");
    }

    #[test]
    fn who_did_it_is_told_apart_from_whom_it_was_done_to() {
        let audit = gist(Log::Audit, &[(Field::Actor, "ben@example.com"), (Field::Target, "Zoe Berg")]);
        assert_eq!((audit.by.as_str(), audit.to_what.as_str()), ("ben@example.com", "Zoe Berg"));
        let detection =
            gist(Log::RiskDetections, &[(Field::User, "Zoe Berg"), (Field::RiskSource, "IdentityProtection")]);
        assert_eq!((detection.by.as_str(), detection.who.as_str()), ("Identity Protection", "Zoe Berg"));
        let workload = gist(Log::ServicePrincipal, &[(Field::ServicePrincipal, "Ledger"), (Field::Resource, "Graph")]);
        assert_eq!((workload.by.as_str(), workload.what.as_str()), ("Ledger", "Graph"));
    }
}
