//! Filters as texts, and the rows they find.

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
    let records: Vec<Record<'_>> =
        times.iter().map(|time| Record::new(Log::Interactive, Millis::from_iso(time).expect("a valid time"))).collect();
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
fn a_bare_word_finds_what_happened_to_what_and_why_in_other_reports() {
    let columns = columns(&[
        sign_in(Log::Audit, 0, &[(Field::Target, "Expenses users\nben@contoso.example"), (Field::Actor, "Anna Berg")]),
        sign_in(Log::Audit, 1, &[(Field::Activity, "Update policy"), (Field::FailureReason, "Ticket 12")]),
        sign_in(Log::Audit, 2, &[(Field::ModifiedProperties, "Title: Clerk -> Auditor")]),
        sign_in(Log::Provisioning, 3, &[(Field::SourceIdentity, "Clerk of Graz"), (Field::TargetIdentity, "cgraz")]),
        sign_in(Log::RiskDetections, 4, &[(Field::RiskEvents, "anonymizedIPAddress"), (Field::City, "Graz")]),
        sign_in(Log::Activity, 5, &[(Field::Item, "Plans/Expenses.xlsx"), (Field::ProcessingDetails, "Name: Rule 7")]),
        sign_in(
            Log::Interactive,
            6,
            &[(Field::FailureReason, "Ticket 12"), (Field::ProcessingDetails, "Name: Rule 7")],
        ),
    ]);
    for (text, rows) in [
        ("expenses", &[0, 5][..]),
        ("ben@contoso.example", &[0]),
        ("berg", &[0]),
        ("update", &[1]),
        ("\"ticket 12\"", &[1]),
        ("clerk", &[2, 3]),
        ("cgraz", &[3]),
        ("graz", &[3]),
        ("anonymized", &[4]),
        ("\"anonymous ip\"", &[4]),
        ("\"rule 7\"", &[5]),
        ("/^ben@/", &[0]),
        ("-expenses", &[1, 2, 3, 4, 6]),
    ] {
        assert_eq!(found(&columns, text), rows, "{text}");
    }
}

#[test]
fn an_error_code_alone_is_a_word() {
    let columns = columns(&[
        sign_in(Log::Interactive, 0, &[(Field::ErrorCode, "50126"), (Field::User, "Anna")]),
        sign_in(Log::Interactive, 1, &[(Field::ErrorCode, "0"), (Field::User, "Box 50126")]),
        sign_in(Log::Interactive, 2, &[(Field::ErrorCode, "501260"), (Field::User, "Ben 0")]),
    ]);
    assert_eq!(found(&columns, "50126"), [0, 1]);
    assert_eq!(found(&columns, "aadsts50126"), [0]);
    assert_eq!(found(&columns, "50126 anna"), [0]);
    assert_eq!(found(&columns, "-50126"), [2]);
    for other in ["050126", "AADSTS050126", "00000050126", "AADSTS5012"] {
        assert_eq!(found(&columns, other), Vec::<u32>::new(), "{other}");
    }
    assert_eq!(found(&columns, "0"), [1, 2], "success is no error: only the digit in the names");
}

#[test]
fn a_note_is_found_by_what_it_contains() {
    let columns = values(Field::Note, &["Asked Anna,\nsee Ticket 12", ""]);
    assert_eq!(found(&columns, "note:ticket"), [0]);
    assert_eq!(found(&columns, "note:\"anna,\""), [0]);
    assert_eq!(found(&columns, "note:ticket*"), Vec::<u32>::new(), "a pattern is of the whole note");
    assert_eq!(found(&columns, "note:\"\""), [1]);
    assert_eq!(found(&columns, "-note:ticket"), [1]);
}

#[test]
fn a_pasted_list_finds_each_of_its_values() {
    let users: Vec<String> = (0..2_000).map(|number| format!("user {number}")).collect();
    let records: Vec<Record<'_>> = (0_i64..)
        .zip(&users)
        .map(|(second, user)| {
            let mut record = sign_in(Log::Interactive, second, &[]);
            record.set(Field::User, user.as_str());
            record.set(Field::RequestId, format!("acf98e2d-8adf-4fe4-9944-{second:012}"));
            record.set(Field::Latency, second.to_string());
            record
        })
        .collect();
    let columns = columns(&records);
    let asked: Vec<u32> = (0..2_000).filter(|number| number % 3 == 1).collect();
    let list = |text: &dyn Fn(&u32) -> String| asked.iter().map(text).collect::<Vec<_>>().join(",");
    assert_eq!(found(&columns, &format!("user:{}", list(&|user| format!("\"USER {user}\"")))), asked);
    assert_eq!(found(&columns, &format!("latency:{}", list(&u32::to_string))), asked);
    let ids = list(&|number| format!("acf98e2d-8adf-4fe4-9944-{number:012}"));
    assert_eq!(found(&columns, &format!("request_id:{ids}")), asked);
    assert_eq!(
        found(&columns, "request_id:acf98e2d-8adf-4fe4-9944-00000000000*,*1999"),
        [&(0..10).collect::<Vec<_>>()[..], &[1_999]].concat()
    );
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
    let columns = values(Field::Ip, &["203.0.113.7", "203.0.114.7", "2001:DB8:0:0::1", "::ffff:203.0.113.9", "masked"]);
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
