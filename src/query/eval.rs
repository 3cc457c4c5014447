//! Answering a filter: every term a set of rows, dictionaries first.

use std::fmt::Write as _;
use std::ops::{Range, RangeInclusive};

use super::Scope;
use super::bits::Bits;
use super::expr::{Bound, Expr, Scalar, Subject, Term, Test, thing_of};
use super::matcher::Matcher;
use super::pattern::{Pattern, Piece};
use super::{of_time, things};
use crate::clock::Millis;
use crate::columns::{Columns, RowId, UniqueIds};
use crate::fields::{Field, Kind, Origin, lower};
use crate::record::UniqueId;

/// The fields that a bare word searches for text.
const WORD_FIELDS: [Field; 6] =
    [Field::User, Field::Username, Field::App, Field::Resource, Field::ServicePrincipal, Field::Ip];

/// The identifiers that a bare word may begin.
const WORD_IDS: [Field; 2] = [Field::RequestId, Field::CorrelationId];

/// How many digits of an identifier a bare word must have: fewer would find some sign-ins by chance.
const MIN_ID_DIGITS: usize = 6;

/// The rows for which the filter holds.
pub(super) fn rows_of(scope: &Scope<'_>, expr: &Expr) -> Bits {
    let rows = scope.columns.len();
    match expr {
        Expr::And(members) => rows_of_all(scope, members).unwrap_or_else(|| Bits::all(rows)),
        Expr::Or(members) => {
            let mut bits = Bits::none(rows);
            for member in members {
                bits.or(&rows_of(scope, member));
            }
            bits
        }
        Expr::Not(inner) => rows_of(scope, inner).not(),
        Expr::Term(term @ Term { subject: Subject::Field(field), test }) => match thing_of(*field) {
            Some(thing) => thing_rows(scope.columns, thing, *field, term),
            None => field_rows(scope, *field, test),
        },
        Expr::Term(Term { subject: Subject::Anything, test }) => match test {
            Test::Any(patterns) => {
                let mut bits = Bits::none(rows);
                for pattern in patterns {
                    bits.or(&word_rows(scope.columns, pattern));
                }
                bits
            }
            Test::Has | Test::Range { .. } | Test::Last(_) => Bits::all(rows),
        },
    }
}

/// The rows for which all of these hold, those about one policy or step taken together; `None` if nothing is asked.
pub(super) fn rows_of_all<'e>(scope: &Scope<'_>, members: impl IntoIterator<Item = &'e Expr>) -> Option<Bits> {
    let mut all: Option<Bits> = None;
    let mut and = |bits: Bits| match &mut all {
        Some(all) => all.and(&bits),
        None => all = Some(bits),
    };
    let mut things: Vec<(Field, Vec<&Term>)> = Vec::new();
    for member in members {
        match (member.thing(), member) {
            (Some(thing), Expr::Term(term)) => match things.iter_mut().find(|(of, _)| *of == thing) {
                Some((_, terms)) => terms.push(term),
                None => things.push((thing, vec![term])),
            },
            (_, member) => and(rows_of(scope, member)),
        }
    }
    for (thing, terms) in things {
        and(things::rows(scope.columns, thing, &terms));
    }
    all
}

/// The rows of one term about a part of something. With the empty text it also takes the rows that have
/// no such part.
fn thing_rows(columns: &Columns, thing: Field, field: Field, term: &Term) -> Bits {
    let missing = Pattern::Exact(String::new());
    let Test::Any(patterns) = &term.test else { return things::rows(columns, thing, &[term]) };
    if !patterns.contains(&missing) {
        return things::rows(columns, thing, &[term]);
    }
    let with = |test| Term { subject: Subject::Field(field), test };
    let others = patterns.iter().filter(|pattern| **pattern != missing).cloned().collect();
    let mut bits = things::rows(columns, thing, &[&with(Test::Has)]).not();
    bits.or(&things::rows(columns, thing, &[&with(Test::Any(others))]));
    bits
}

fn field_rows(scope: &Scope<'_>, field: Field, test: &Test) -> Bits {
    if field.spec().origin == Origin::OfTime {
        return of_time::rows(scope, field, test);
    }
    let columns = scope.columns;
    match test {
        Test::Has => known_rows(columns, field),
        Test::Any(patterns) => {
            let ids = columns.unique_id_column(field);
            let mut bits = Bits::none(columns.len());
            for pattern in patterns {
                match (pattern, ids) {
                    (Pattern::Exact(value), _) if value.is_empty() => bits.or(&known_rows(columns, field).not()),
                    (Pattern::Exact(value), Some(ids)) => {
                        let id = UniqueId::parse(value);
                        bits.or(&Bits::of_list(columns.len(), ids.rows_with(&id)));
                    }
                    (_, Some(ids)) => bits.or(&id_rows(columns, field, ids, pattern)),
                    (_, None) => {}
                }
            }
            if ids.is_none() {
                let matchers: Vec<Matcher> = patterns.iter().map(|pattern| Matcher::of(field, pattern)).collect();
                for field in std::iter::once(field).chain(also(field).iter().copied()) {
                    bits.or(&text_rows(columns, field, &matchers));
                }
            }
            bits
        }
        Test::Range { from, to } if field.kind() == Kind::Time => {
            time_rows(columns, &period(scope, from.as_ref(), to.as_ref()))
        }
        Test::Range { from, to } => text_rows(columns, field, &[Matcher::of_range(field, from.as_ref(), to.as_ref())]),
        Test::Last(millis) => time_rows(columns, &last(scope, *millis)),
    }
}

/// Further fields that a value of a field is looked for in: those that identify what it names, and the
/// pieces of a location.
pub(super) fn also(field: Field) -> &'static [Field] {
    match field {
        Field::User => &[Field::Username],
        Field::App => &[Field::AppId],
        Field::Resource => &[Field::ResourceId],
        Field::ServicePrincipal => &[Field::ServicePrincipalId],
        Field::Location => &[Field::City, Field::State, Field::Country],
        _ => &[],
    }
}

fn known_rows(columns: &Columns, field: Field) -> Bits {
    if field.kind() == Kind::Time {
        return Bits::all(columns.len());
    }
    if let Some(ids) = columns.unique_id_column(field) {
        return Bits::scan(columns.len(), |row| ids.has(RowId(row as u32)));
    }
    let column = columns.text_column(field);
    let mut hits = vec![true; column.dictionary.len() + 1];
    hits[0] = false;
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

fn text_rows(columns: &Columns, field: Field, matchers: &[Matcher]) -> Bits {
    let column = columns.text_column(field);
    let mut hits = vec![false; column.dictionary.len() + 1];
    for (code, text) in column.dictionary.iter() {
        let lower = column.dictionary.lower(code);
        hits[code as usize] = matchers.iter().any(|matcher| matcher.fits(field, text, lower));
    }
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

/// The moments of a range; its end is exclusive.
pub(super) fn period(scope: &Scope<'_>, from: Option<&Bound>, to: Option<&Bound>) -> Range<Millis> {
    let edge = |bound: &Bound, behind: bool| match bound.value {
        Scalar::Ago(millis) => {
            Some(Millis(scope.anchor.0.saturating_add(1).saturating_sub(millis).saturating_add(i64::from(behind))))
        }
        Scalar::Moment(moment) if behind => Some(moment.end(scope.clock)),
        Scalar::Moment(moment) => Some(moment.start(scope.clock)),
        Scalar::Number(_) | Scalar::Level(_) => None,
    };
    let start = from.and_then(|bound| edge(bound, !bound.inclusive)).unwrap_or(Millis(i64::MIN));
    let end = to.and_then(|bound| edge(bound, bound.inclusive)).unwrap_or(Millis(i64::MAX));
    start..end
}

/// The last moments of the scope.
pub(super) fn last(scope: &Scope<'_>, millis: i64) -> Range<Millis> {
    let end = scope.anchor.0.saturating_add(1);
    Millis(end.saturating_sub(millis))..Millis(end)
}

fn time_rows(columns: &Columns, period: &Range<Millis>) -> Bits {
    Bits::scan(columns.len(), |row| period.contains(&columns.time(RowId(row as u32))))
}

fn word_rows(columns: &Columns, pattern: &Pattern) -> Bits {
    let matcher = [Matcher::of_word(pattern)];
    let mut bits = Bits::none(columns.len());
    for field in WORD_FIELDS {
        bits.or(&text_rows(columns, field, &matcher));
    }
    for field in WORD_IDS {
        let Some(ids) = columns.unique_id_column(field) else { continue };
        match pattern {
            Pattern::Exact(text) => {
                let id = UniqueId::parse(text);
                let start = GuidStart::of(text).filter(|start| start.digits >= MIN_ID_DIGITS);
                bits.or(&Bits::of_list(columns.len(), ids.rows_with(&id)));
                if let Some(start) = start {
                    bits.or(&Bits::of_list(columns.len(), ids.rows_of_guids(start.guids())));
                }
            }
            Pattern::Wildcard(_) => bits.or(&id_rows(columns, field, ids, pattern)),
            // Identifiers are searched by an expression only where it is asked of them: there are as many as rows.
            Pattern::Regular(_) | Pattern::Network(_) | Pattern::Legacy | Pattern::Modern => {}
        }
    }
    bits
}

/// The rows whose identifier fits a pattern with wildcards.
fn id_rows(columns: &Columns, field: Field, ids: &UniqueIds, pattern: &Pattern) -> Bits {
    if let Pattern::Wildcard(pieces) = pattern
        && let [Piece::Text(text), Piece::Run] = pieces.as_slice()
        && let Some(start) = GuidStart::of(text)
    {
        return Bits::scan(columns.len(), |row| match ids.get(RowId(row as u32)) {
            id @ Some(UniqueId::Guid(_)) => start.begins(id.as_ref()),
            Some(other @ (UniqueId::Token(_) | UniqueId::Text(_))) => {
                lower(&other.to_string()).starts_with(&lower(text))
            }
            None => false,
        });
    }
    let matcher = Matcher::of(field, pattern);
    let mut text = String::new();
    let may_be_guid = may_be_guid(pattern);
    Bits::of_rows(columns.len(), |row| {
        let Some(id) = ids.get(RowId(row as u32)) else { return false };
        if matches!(id, UniqueId::Guid(_)) && !may_be_guid {
            return false;
        }
        text.clear();
        // Writing to a String can't fail.
        let _ = write!(text, "{id}");
        matcher.fits(field, &text, &lower(&text))
    })
}

/// Whether a GUID can fit: a pattern with another letter needs no look at millions of them.
fn may_be_guid(pattern: &Pattern) -> bool {
    let Pattern::Wildcard(pieces) = pattern else { return true };
    pieces.iter().all(|piece| match piece {
        Piece::Text(text) => text.chars().all(|c| c.is_ascii_hexdigit() || c == '-'),
        Piece::One | Piece::Run => true,
    })
}

/// The beginning of a GUID: its digits, at the top of the number.
#[derive(Clone, Copy)]
struct GuidStart {
    bits: u128,
    digits: usize,
}

impl GuidStart {
    /// The beginning that a text spells, its dashes where a GUID has them.
    fn of(text: &str) -> Option<Self> {
        let mut start = Self { bits: 0, digits: 0 };
        for (place, c) in text.chars().enumerate() {
            if matches!(place, 8 | 13 | 18 | 23) {
                if c != '-' {
                    return None;
                }
            } else {
                let shift = 124_usize.checked_sub(4 * start.digits)?;
                start.bits |= u128::from(c.to_digit(16)?) << shift;
                start.digits += 1;
            }
        }
        (start.digits > 0).then_some(start)
    }

    /// The GUIDs that begin so: from zeros behind the beginning to ones.
    fn guids(self) -> RangeInclusive<u128> {
        self.bits..=self.bits | u128::MAX.checked_shr(4 * self.digits as u32).unwrap_or(0)
    }

    fn begins(self, id: Option<&UniqueId>) -> bool {
        match id {
            Some(UniqueId::Guid(bits)) => (bits ^ self.bits) >> (128 - 4 * self.digits) == 0,
            Some(UniqueId::Token(_) | UniqueId::Text(_)) | None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use crate::clock::{Clock, Millis, Zone};
    use crate::columns::Columns;
    use crate::fields::{Field, Log, Logs};
    use crate::query::fixtures::{columns, sign_in};
    use crate::query::{Query, Scope, select};
    use crate::record::{AuthStep, PolicyResult, Record, encode_policies};

    const REQUEST: &str = "acf98e2d-8adf-4fe4-9944-bce982548600";

    /// The rows that match, in the order of their numbers.
    fn found(columns: &Columns, text: &str) -> Vec<u32> {
        let clock = Clock::new(Zone::from_name("Europe/Berlin").expect("a known zone"), Weekday::Mon);
        let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let mut rows: Vec<u32> =
            select(&Scope::new(columns, clock), Logs::ALL, &query).into_iter().map(|row| row.0).collect();
        rows.sort_unstable();
        rows
    }

    /// Columns with one row per value of a field.
    fn values(field: Field, values: &[&'static str]) -> Columns {
        let records: Vec<Record<'_>> =
            values.iter().map(|value| sign_in(Log::Interactive, 0, &[(field, *value)])).collect();
        columns(&records)
    }

    fn times(times: &[&str]) -> Columns {
        let records: Vec<Record<'_>> = times
            .iter()
            .map(|time| Record::new(Log::Interactive, Millis::from_iso(time).expect("a valid time")))
            .collect();
        columns(&records)
    }

    #[test]
    fn a_value_is_the_whole_text_whatever_its_case() {
        let columns = values(Field::App, &["Office 365", "office 365", "Office 365 Exchange", "a*b", "axb"]);
        assert_eq!(found(&columns, "app:\"OFFICE 365\""), [0, 1]);
        assert_eq!(found(&columns, "app:office*"), [0, 1, 2]);
        assert_eq!(found(&columns, "app:\"office 365\"?*"), [2]);
        assert_eq!(found(&columns, "app:\"a*b\""), [3]);
        assert_eq!(found(&columns, "app:a*b,\"Office 365\""), [0, 1, 3, 4]);
        assert_eq!(found(&columns, "-app:office* -app:axb"), [3]);
    }

    #[test]
    fn a_bare_word_is_looked_for_where_people_mean_it() {
        let columns = columns(&[
            sign_in(Log::Interactive, 0, &[(Field::User, "Anna Berg"), (Field::City, "Graz")]),
            sign_in(Log::Interactive, 1, &[(Field::Username, "anna@contoso.example"), (Field::RequestId, REQUEST)]),
            sign_in(Log::ServicePrincipal, 2, &[(Field::ServicePrincipal, "Annotator"), (Field::Ip, "203.0.113.7")]),
            sign_in(Log::Interactive, 3, &[(Field::Resource, "Graph"), (Field::CorrelationId, REQUEST)]),
        ]);
        assert_eq!(found(&columns, "ann"), [0, 1, 2]);
        assert_eq!(found(&columns, "Graz"), Vec::<u32>::new());
        assert_eq!(found(&columns, "anna berg"), [0], "both words");
        assert_eq!(found(&columns, "\"anna berg\""), [0]);
        assert_eq!(found(&columns, "ann*"), [0, 1, 2]);
        assert_eq!(found(&columns, "*berg"), [0]);
        assert_eq!(found(&columns, "ACF98E2D-8a"), [1, 3]);
        assert_eq!(found(&columns, REQUEST), [1, 3]);
        assert_eq!(found(&columns, "acf9"), Vec::<u32>::new(), "too short for an identifier");
        assert_eq!(found(&columns, "113.7"), [2]);
        assert_eq!(found(&columns, "203.0.113.0/24"), [2]);
    }

    #[test]
    fn names_are_found_by_what_identifies_them() {
        let columns = columns(&[
            sign_in(Log::Interactive, 0, &[(Field::User, "Anna"), (Field::Username, "anna@contoso.example")]),
            sign_in(Log::Interactive, 1, &[(Field::App, "Teams"), (Field::AppId, "app-1")]),
            sign_in(Log::ServicePrincipal, 2, &[(Field::ServicePrincipalId, "sp-1"), (Field::ResourceId, "r-1")]),
        ]);
        assert_eq!(found(&columns, "user:anna@contoso*"), [0]);
        assert_eq!(found(&columns, "app:app-1"), [1]);
        assert_eq!(found(&columns, "sp:sp-1 resource:R-1"), [2]);
        assert_eq!(found(&columns, "log:service-principal"), [2]);
    }

    #[test]
    fn identifiers_match_whole_or_by_their_beginning() {
        let columns = values(Field::RequestId, &[REQUEST, "odd-1", "", "LY75rN-K5E-ZRLzpglSGAA"]);
        assert_eq!(found(&columns, &format!("id:{}", REQUEST.to_uppercase())), [0]);
        assert_eq!(found(&columns, "id:acf*"), [0]);
        assert_eq!(found(&columns, "id:*8600"), [0]);
        assert_eq!(found(&columns, "id:ODD*"), [1]);
        assert_eq!(found(&columns, "id:LY75rN-K5E-ZRLzpglSGAA"), [3]);
        assert_eq!(found(&columns, "has:id"), [0, 1, 3]);
        assert_eq!(found(&columns, "id:\"\",odd-1"), [1, 2]);
    }

    #[test]
    fn addresses_match_as_addresses_and_networks() {
        let columns =
            values(Field::Ip, &["203.0.113.7", "203.0.114.7", "2001:DB8:0:0::1", "::ffff:203.0.113.9", "masked"]);
        assert_eq!(found(&columns, "ip:203.0.113.0/24"), [0, 3]);
        assert_eq!(found(&columns, "ip:2001:db8::/32"), [2]);
        assert_eq!(found(&columns, "ip:2001:db8::1,203.0.113.9"), [2, 3]);
        assert_eq!(found(&columns, "ip:203.0.11?.7"), [0, 1]);
        assert_eq!(found(&columns, "ip:\"masked\""), [4]);
    }

    #[test]
    fn numbers_and_codes_compare_by_value() {
        let columns = values(Field::ErrorCode, &["0", "50126", "50053", "7000222", ""]);
        assert_eq!(found(&columns, "error:50126,50053"), [1, 2]);
        assert_eq!(found(&columns, "error:50000..50099"), [2]);
        assert_eq!(found(&columns, "error:>50053"), [1, 3]);
        assert_eq!(found(&columns, "error:<1"), [0]);
        assert_eq!(found(&columns, "error:50053..<50126"), [2]);
        assert_eq!(found(&columns, "error:50*"), [1, 2]);
        assert_eq!(found(&columns, "-has:error"), [4]);
    }

    #[test]
    fn risk_has_an_order_in_which_hidden_has_no_place() {
        let columns = values(Field::Risk, &["none", "low", "medium", "high", "hidden", ""]);
        assert_eq!(found(&columns, "risk:>=medium"), [2, 3]);
        assert_eq!(found(&columns, "risk:<medium"), [0, 1]);
        assert_eq!(found(&columns, "risk:low..medium"), [1, 2]);
        assert_eq!(found(&columns, "risk:hidden"), [4]);
    }

    #[test]
    fn a_blank_client_app_is_neither_legacy_nor_modern() {
        let columns = values(Field::ClientApp, &["IMAP4", "Browser", "Mobile Apps and Desktop clients", ""]);
        assert_eq!(found(&columns, "client:legacy"), [0]);
        assert_eq!(found(&columns, "client:modern"), [1, 2]);
        assert_eq!(found(&columns, "client:\"\""), [3]);
        assert_eq!(found(&columns, "client:legacy,browser"), [0, 1]);
    }

    #[test]
    fn one_of_several_texts_is_enough() {
        let columns = values(Field::Policy, &["Block legacy\nRequire MFA", "Require MFA", "Other"]);
        assert_eq!(found(&columns, "policy:\"require mfa\""), [0, 1]);
        assert_eq!(found(&columns, "policy:block*"), [0]);
        assert_eq!(found(&columns, "policy:*mfa -policy:block*"), [1]);
    }

    #[test]
    fn terms_about_policies_side_by_side_mean_the_same_policy() {
        let policies = |policies: &[(&str, &str)]| {
            let policies: Vec<PolicyResult> = policies
                .iter()
                .map(|(name, result)| PolicyResult {
                    name: (*name).to_owned(),
                    result: (*result).to_owned(),
                    grant_controls: vec!["Mfa".to_owned()],
                    ..PolicyResult::default()
                })
                .collect();
            let mut record = sign_in(Log::Interactive, 0, &[]);
            record.set(Field::Policies, encode_policies(&policies));
            record
        };
        let columns = columns(&[
            policies(&[("A", "failure"), ("B", "success")]),
            policies(&[("A", "success"), ("B", "failure")]),
            policies(&[("A", "failure"), ("B", "failure")]),
            policies(&[("A", "reportOnlyFailure")]),
            sign_in(Log::Interactive, 0, &[]),
        ]);
        assert_eq!(found(&columns, "policy:A policy-result:failure"), [0, 2]);
        assert_eq!(found(&columns, "policy:A policy:B policy-result:failure"), [2], "each of them");
        assert_eq!(found(&columns, "policy-result:failure,reportOnlyFailure"), [0, 1, 2, 3]);
        assert_eq!(found(&columns, "-policy-result:failure"), [3, 4], "no policy failed");
        assert_eq!(found(&columns, "policy:A -policy-result:failure"), [3]);
        assert_eq!(found(&columns, "(policy:A policy-result:failure) (policy:B policy-result:success)"), [0]);
        assert_eq!(found(&columns, "(policy:A OR policy:B) policy-result:success"), [0, 1]);
        assert_eq!(found(&columns, "policy-mode:report-only policy-control:mfa"), [3]);
        assert_eq!(found(&columns, "policy-result:\"\""), [4]);
        assert_eq!(found(&columns, "has:policy-control -has:policy-id"), [0, 1, 2, 3]);
    }

    #[test]
    fn methods_are_found_with_and_without_steps() {
        let mut with_steps = sign_in(Log::Interactive, 0, &[]);
        with_steps.steps = vec![
            AuthStep { method: "Password".into(), succeeded: Some(true), ..AuthStep::default() },
            AuthStep { method: "FIDO2 security key".into(), succeeded: Some(false), ..AuthStep::default() },
        ];
        with_steps.derive();
        let columns = columns(&[with_steps, sign_in(Log::AdFs, 1, &[(Field::AuthMethod, "FIDO\nPassword")])]);
        assert_eq!(found(&columns, "auth-method:fido2"), [0, 1]);
        assert_eq!(found(&columns, "auth-method:fido2 auth-succeeded:yes"), Vec::<u32>::new());
        assert_eq!(found(&columns, "auth-method:fido2 auth-succeeded:no"), [0]);
        assert_eq!(found(&columns, "auth-method:fido2 auth-method:password"), [0, 1]);
        assert_eq!(found(&columns, "-has:auth-succeeded"), [1]);
    }

    #[test]
    fn networks_are_found_by_name_and_kind() {
        let columns =
            values(Field::Network, &["Trusted named location: Head office", "Named network: Partners", "Trusted", ""]);
        assert_eq!(found(&columns, "network:named"), [0, 1]);
        assert_eq!(found(&columns, "network:trusted"), [0, 2]);
        assert_eq!(found(&columns, "network:\"head office\""), [0]);
        assert_eq!(found(&columns, "network_type:namedNetwork"), [1]);
        assert_eq!(found(&columns, "-has:network"), [3]);
    }

    #[test]
    fn expressions_fit_anywhere_unless_they_say_otherwise() {
        let columns = values(Field::User, &["svc-backup", "Anna SVC-", "Zo\u{eb} (a/b)", ""]);
        assert_eq!(found(&columns, "user:/^svc-/"), [0]);
        assert_eq!(found(&columns, "user:/svc-/"), [0, 1]);
        assert_eq!(found(&columns, "-user:/svc-/"), [2, 3]);
        assert_eq!(found(&columns, "user:/ZO\u{cb}/,svc-backup"), [0, 2]);
        assert_eq!(found(&columns, "/\\(A\\/b\\)$/"), [2]);
    }

    #[test]
    fn a_location_is_found_by_each_of_its_pieces() {
        let columns = columns(&[
            sign_in(Log::Interactive, 0, &[(Field::City, "Graz"), (Field::State, "Styria"), (Field::Country, "AT")]),
            sign_in(Log::Interactive, 1, &[(Field::City, "Linz"), (Field::Country, "AT")]),
        ]);
        assert_eq!(found(&columns, "location:graz"), [0]);
        assert_eq!(found(&columns, "location:styria"), [0]);
        assert_eq!(found(&columns, "location:at"), [0, 1]);
    }

    #[test]
    fn names_are_found_in_every_script_whatever_their_case() {
        let columns = values(Field::User, &["Ελένη ΠΑΠΑΣ", "白鷺 蓮太郎", "ДМИТРИЙ", "\u{130}pek"]);
        assert_eq!(found(&columns, "user:\"ΕΛΈΝΗ παπας\""), [0]);
        assert_eq!(found(&columns, "παπασ"), [0]);
        assert_eq!(found(&columns, "user:白鷺*"), [1]);
        assert_eq!(found(&columns, "дмитр"), [2]);
        assert_eq!(found(&columns, "user:ipek"), [3]);
    }

    #[test]
    fn choices_are_found_by_the_words_of_the_portal() {
        let columns = values(Field::AuthRequirement, &["singleFactorAuthentication", "multiFactorAuthentication"]);
        assert_eq!(found(&columns, "mfa:no"), [0]);
        assert_eq!(found(&columns, "mfa:\"Multifactor authentication\""), [1]);
        assert_eq!(found(&columns, "mfa:single-*"), [0], "wildcards also look at the words shown");
    }

    #[test]
    fn days_and_months_are_whole_and_of_the_shown_zone() {
        let columns =
            times(&["2026-09-30T21:59:59Z", "2026-09-30T22:00:00Z", "2026-10-31T22:59:59Z", "2026-10-31T23:00:00Z"]);
        assert_eq!(found(&columns, "time:2026-10-01..2026-10-31"), [1, 2]);
        assert_eq!(found(&columns, "time:2026-10"), [1, 2]);
        assert_eq!(found(&columns, "time:2026-10-01"), [1]);
        assert_eq!(found(&columns, "time:>2026-10-31"), [3]);
        assert_eq!(found(&columns, "time:<2026-10-01T00:00"), [0]);
        assert_eq!(found(&columns, "time:>=2026-10-01T00:00Z"), [2, 3]);
        assert_eq!(found(&columns, "time:2026-09-30,2026-11-01"), [0, 3]);
    }

    #[test]
    fn the_last_days_end_at_the_newest_sign_in() {
        let columns = times(&["2026-10-01T12:00:00Z", "2026-10-01T12:00:00.001Z", "2026-10-08T12:00:00Z"]);
        assert_eq!(found(&columns, "last:7d"), [1, 2]);
        assert_eq!(found(&columns, "last:1m"), [2]);
        assert_eq!(found(&columns, "time:-7d.."), [1, 2]);
        assert_eq!(found(&columns, "time:..<-7d"), [0]);
        assert_eq!(found(&columns, "time:>-7d"), [2]);
    }
}
