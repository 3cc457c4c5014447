//! Pages of insights on a few sign-ins whose figures can be counted by hand.

use chrono::Weekday;
use signin_lens::clock::{Clock, Every, Millis, Zone};
use signin_lens::columns::{Builder, Columns};
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::insights::{Ask, Card, Choices, Period, Section, Table, Value, pages};
use signin_lens::query::{Query, Scope};
use signin_lens::record::{AuthStep, EventId, PolicyResult, Record, encode_policies};

/// A sign-in at an hour of 20 November 2026, a Friday, in UTC.
fn sign_in(log: Log, hour: i64, values: &[(Field, &'static str)]) -> Record<'static> {
    let day = Millis::from_iso("2026-11-20T00:00:00Z").expect("a moment");
    let mut record = Record::new(log, Millis(day.0 + hour * Millis::HOUR));
    for (field, value) in values {
        record.set(*field, *value);
    }
    record
}

fn with_policies(mut record: Record<'static>, policies: &[(&str, &str, &str, &[&str])]) -> Record<'static> {
    let policies: Vec<PolicyResult> = policies
        .iter()
        .map(|(name, id, result, controls)| PolicyResult {
            name: (*name).to_owned(),
            id: (*id).to_owned(),
            result: (*result).to_owned(),
            grant_controls: controls.iter().map(|control| (*control).to_owned()).collect(),
            ..PolicyResult::default()
        })
        .collect();
    record.set(Field::Policies, encode_policies(&policies));
    record.set(Field::Policy, policies.iter().map(|policy| policy.name.as_str()).collect::<Vec<_>>().join("\n"));
    record
}

fn with_steps(
    mut record: Record<'static>,
    steps: &[(&'static str, bool, &'static str, &'static str)],
) -> Record<'static> {
    record.steps = steps
        .iter()
        .map(|(method, succeeded, result, requirement)| AuthStep {
            method: (*method).into(),
            succeeded: Some(*succeeded),
            result: (*result).into(),
            requirement: (*requirement).into(),
            ..AuthStep::default()
        })
        .collect();
    record.derive();
    record
}

fn columns(records: &[Record<'_>]) -> Columns {
    let mut builder = Builder::default();
    for (at, record) in records.iter().enumerate() {
        builder.push(EventId(at as i64 + 1), record);
    }
    builder.finish()
}

/// The sections of a page about all sign-ins that match.
fn page(columns: &Columns, key: &str, filter: &str) -> Vec<Section> {
    let clock = Clock::new(Zone::from_name("Europe/Vienna").expect("a zone"), Weekday::Mon);
    let scope = Scope::new(columns, clock);
    let filter: Query = filter.parse().expect("a filter");
    let page = pages::page(key).expect("the page is there");
    let ask = Ask::new(&scope, &filter, Period::All, Every::Day, page.able);
    (page.make)(&ask, &Choices::default())
}

fn table<'s>(sections: &'s [Section], key: &str) -> &'s Table {
    let mut tables = sections.iter().filter_map(|section| match section {
        Section::Table(table) => Some(table),
        _ => None,
    });
    tables.find(|table| table.key == key).unwrap_or_else(|| panic!("there is no table {key}"))
}

fn card<'s>(sections: &'s [Section], key: &str) -> &'s Card {
    let mut cards = sections.iter().filter_map(|section| match section {
        Section::Cards(cards) => Some(cards),
        _ => None,
    });
    cards
        .find_map(|cards| cards.iter().find(|card| card.key == key))
        .unwrap_or_else(|| panic!("there is no card {key}"))
}

fn titles(table: &Table) -> Vec<&str> {
    table.rows.iter().map(|row| row.title.as_str()).collect()
}

fn figure<'t>(table: &'t Table, row: &str, column: &str) -> &'t Value {
    let place = table.column(column).unwrap_or_else(|| panic!("there is no column {column}"));
    let row = table.rows.iter().find(|known| known.title == row).unwrap_or_else(|| panic!("there is no row {row}"));
    &row.values[place]
}

fn count(table: &Table, row: &str, column: &str) -> u64 {
    match figure(table, row, column) {
        Value::Count(count) => *count,
        other => panic!("{column} of {row} is {other:?}"),
    }
}

fn text<'t>(table: &'t Table, row: &str, column: &str) -> &'t str {
    match figure(table, row, column) {
        Value::Text(text) => text,
        other => panic!("{column} of {row} is {other:?}"),
    }
}

fn has_note(sections: &[Section], words: &str) -> bool {
    sections.iter().any(|section| matches!(section, Section::Note(note) if note.to_string().contains(words)))
}

const ANNA: (Field, &str) = (Field::User, "Anna");
const BEN: (Field, &str) = (Field::User, "Ben");
const SUCCESS: (Field, &str) = (Field::Status, "success");
const FAILURE: (Field, &str) = (Field::Status, "failure");

fn policies() -> Columns {
    let user = |hour, who, status, app: &'static str| {
        sign_in(Log::Interactive, hour, &[who, status, (Field::App, app), (Field::ConditionalAccess, "success")])
    };
    columns(&[
        with_policies(
            user(1, ANNA, SUCCESS, "Mail"),
            &[("Trial", "1", "reportOnlyFailure", &["Block"]), ("Require MFA", "2", "success", &["Mfa"])],
        ),
        with_policies(
            user(2, ANNA, SUCCESS, "Mail"),
            &[("Trial", "1", "reportOnlyInterrupted", &["Mfa"]), ("Require MFA", "2", "notApplied", &["Mfa"])],
        ),
        with_policies(
            user(3, BEN, FAILURE, "Files"),
            &[("Trial", "1", "reportOnlyNotApplied", &["Block"]), ("Require MFA", "2", "failure", &["Mfa"])],
        ),
        with_policies(
            user(4, BEN, FAILURE, "Files"),
            &[("Trial", "1", "reportOnlyFailure", &["Block"]), ("Require MFA", "3", "failure", &["Mfa"])],
        ),
        sign_in(Log::Interactive, 5, &[BEN, SUCCESS, (Field::App, "Notes"), (Field::ConditionalAccess, "notApplied")]),
    ])
}

#[test]
fn report_only_policies_tell_whom_they_would_have_stopped() {
    let sections = page(&policies(), "conditional-access", "");
    let policies = table(&sections, "policies");
    assert_eq!(titles(policies), ["Require MFA", "Trial"]);
    assert_eq!(count(policies, "Trial", "report_only_failure"), 2);
    assert_eq!(count(policies, "Trial", "report_only_interrupted"), 1);
    assert_eq!(count(policies, "Trial", "failure"), 0, "another policy of the sign-in failed");
    assert_eq!(count(policies, "Trial", "would_users"), 2);
    assert_eq!(count(policies, "Trial", "would_applications"), 2);
    assert_eq!(count(policies, "Trial", "touched"), 0, "a report-only policy touches nobody");
    assert_eq!((count(policies, "Require MFA", "touched"), count(policies, "Require MFA", "failure")), (2, 2));
    assert_eq!((text(policies, "Trial", "mode"), text(policies, "Require MFA", "mode")), ("Report-only", "On"));
    assert_eq!(text(policies, "Trial", "controls"), "Block access, Require multifactor authentication");

    let users = table(&sections, "would_users");
    assert_eq!(titles(users), ["Anna", "Ben"]);
    assert_eq!((count(users, "Anna", "would_block"), count(users, "Anna", "would_ask")), (1, 1));
    assert_eq!((count(users, "Anna", "succeeded"), count(users, "Ben", "succeeded")), (2, 0));
    assert_eq!(text(users, "Ben", "policies"), "Trial", "not the one that did stop him");
    assert_eq!(titles(table(&sections, "would_applications")), ["Mail", "Files"]);
    assert_eq!(card(&sections, "would_block").value, Value::Count(2));
}

#[test]
fn controls_tell_how_often_their_policies_were_satisfied() {
    let sections = page(&policies(), "conditional-access", "");
    let controls = table(&sections, "controls");
    let (mfa, block) = ("Require multifactor authentication", "Block access");
    assert_eq!((count(controls, mfa, "met"), count(controls, mfa, "not_met")), (1, 2));
    assert_eq!((count(controls, block, "met"), count(controls, block, "would_not_meet")), (0, 2));
}

#[test]
fn sign_ins_no_policy_covered_are_successes_to_which_none_applied() {
    let sections = page(&policies(), "conditional-access", "");
    assert_eq!(card(&sections, "uncovered").value, Value::Count(2));
    assert_eq!(titles(table(&sections, "uncovered")), ["Mail", "Notes"]);
    assert!(has_note(&sections, "Require MFA (2 IDs)"), "two policies of one name");
    assert!(!has_note(&page(&policies(), "conditional-access", "hour:<4"), "IDs"), "hours are those of Vienna");
}

#[test]
fn the_page_of_a_policy_counts_its_own_results() {
    let sections = page(&policies(), "policy", "policy:Trial");
    assert_eq!(card(&sections, "failure").value, Value::Count(0));
    assert_eq!(card(&sections, "report_only_failure").value, Value::Count(2));
    let results = table(&sections, "results");
    assert_eq!(
        titles(results),
        ["Report-only: failure", "Report-only: not applied", "Report-only: user action required"],
        "results of the other policy are none of its own"
    );
    assert_eq!(table(&sections, "failed_users").rows, []);
    let sections = page(&policies(), "policy", "policy:\"Require MFA\"");
    assert_eq!(titles(table(&sections, "failed_users")), ["Ben"]);
    assert_eq!(titles(table(&sections, "failed_applications")), ["Files"]);
    assert_eq!(table(&sections, "would_users").rows, []);
}

#[test]
fn a_filter_for_policies_lists_those_with_their_own_results() {
    let sections = page(&policies(), "conditional-access", "policy:Trial");
    let listed = table(&sections, "policies");
    assert_eq!(titles(listed), ["Trial"], "results of others would be those that come together with its own");
    assert_eq!((count(listed, "Trial", "report_only_failure"), count(listed, "Trial", "sign_ins")), (2, 4));
    let sections = page(&policies(), "conditional-access", "policy:Trial,\"Require MFA\"");
    let listed = table(&sections, "policies");
    assert_eq!(titles(listed), ["Require MFA", "Trial"]);
    assert_eq!((count(listed, "Require MFA", "success"), count(listed, "Require MFA", "failure")), (1, 2));
    assert!(!has_note(&sections, "each of them"));
    let sections = page(&policies(), "conditional-access", "policy:Trial policy:\"Require MFA\"");
    assert!(has_note(&sections, "each of them"), "a result counts where it came of both");
}

#[test]
fn policies_without_a_name_are_listed_by_their_identifiers() {
    let user = |hour| sign_in(Log::Interactive, hour, &[ANNA, SUCCESS, (Field::App, "Mail")]);
    let columns = columns(&[
        with_policies(user(1), &[("", "p-1", "success", &["Mfa"])]),
        with_policies(user(2), &[("", "p-1", "failure", &["Mfa"]), ("Named", "p-2", "success", &["Mfa"])]),
    ]);
    let sections = page(&columns, "conditional-access", "");
    let listed = table(&sections, "policies");
    assert_eq!(titles(listed), ["p-1", "Named"]);
    assert_eq!((count(listed, "p-1", "success"), count(listed, "p-1", "failure")), (1, 1));
    assert_eq!((count(listed, "p-1", "sign_ins"), count(listed, "Named", "success")), (2, 1));
}

#[test]
fn methods_are_counted_step_by_step() {
    let (first, second) = ("Primary authentication", "Multifactor authentication");
    let by_claim = "First factor requirement satisfied by claim in the token";
    let mfa_by_claim = "MFA requirement satisfied by claim in the token";
    let user = |hour, who, status, requirement: &'static str| {
        sign_in(Log::Interactive, hour, &[who, status, (Field::App, "Mail"), (Field::AuthRequirement, requirement)])
    };
    let (single, multi) = ("singleFactorAuthentication", "multiFactorAuthentication");
    let mut passkey = user(3, BEN, SUCCESS, multi);
    passkey.set(Field::AuthPolicies, "multiConditionalAccess: Conditional Access");
    let columns = columns(&[
        with_steps(
            user(1, ANNA, SUCCESS, multi),
            &[
                ("Password", true, "Correct password", first),
                ("Text message", true, "MFA successfully completed", second),
            ],
        ),
        with_steps(
            user(2, ANNA, FAILURE, multi),
            &[
                ("Password", true, "Correct password", first),
                ("Text message", false, "MFA denied; user declined the authentication", second),
            ],
        ),
        with_steps(passkey, &[("Passkey (device-bound)", true, "", first)]),
        with_steps(
            user(4, BEN, SUCCESS, single),
            &[("Previously satisfied", true, by_claim, first), ("Previously satisfied", true, mfa_by_claim, second)],
        ),
        with_steps(user(5, BEN, SUCCESS, single), &[("Password", true, "Correct password", first)]),
        sign_in(Log::AdFs, 6, &[BEN, SUCCESS, (Field::AuthMethod, "FIDO2 security key\nPassword")]),
    ]);
    let sections = page(&columns, "authentication", "");
    let methods = table(&sections, "methods");
    assert_eq!(count(methods, "Password", "sign_ins"), 4, "with the one that AD FS lists without steps");
    assert_eq!((count(methods, "Password", "succeeded"), count(methods, "Password", "failed")), (3, 0));
    assert_eq!((count(methods, "Text message", "succeeded"), count(methods, "Text message", "failed")), (1, 1));
    assert_eq!(*figure(methods, "Text message", "step_success_rate"), Value::Share { part: 1, whole: 2 });
    assert_eq!(count(methods, "Previously satisfied", "multifactor_claims"), 1);
    assert_eq!(count(methods, "FIDO2 security key", "sign_ins"), 1);
    assert_eq!(card(&sections, "claims").value, Value::Count(1));
    // Fresh first factors: Anna's success, the passkey, Ben's password, the AD FS one.
    assert_eq!(card(&sections, "passwordless").value, Value::Share { part: 1, whole: 4 });
    assert_eq!(card(&sections, "protected_share").value, Value::Share { part: 3, whole: 5 });
    let users = table(&sections, "users");
    assert_eq!(*figure(users, "Ben", "protected_share"), Value::Share { part: 2, whole: 4 });
    assert_eq!(*figure(users, "Anna", "protected_share"), Value::Share { part: 1, whole: 1 });
    let reasons = table(&sections, "reasons");
    assert_eq!(reasons.rows[1].detail.as_deref(), Some("multiConditionalAccess"));
    assert_eq!(count(reasons, "Conditional Access", "sign_ins"), 1);
}

#[test]
fn credentials_tell_who_used_them_and_when_last() {
    let used = |hour, id: &'static str, key: &'static str, status| {
        let resource = (Field::Resource, "Graph");
        let values = [(Field::ServicePrincipalId, id), (Field::ServicePrincipal, id), status, resource];
        let mut record = sign_in(Log::ServicePrincipal, hour, &values);
        if !key.is_empty() {
            record.set(Field::CredentialKeyId, key);
            record.set(Field::ClientCredential, "certificate");
            record.set(Field::CredentialThumbprint, "AB12");
        }
        record
    };
    let columns = columns(&[
        used(1, "backup", "key-1", SUCCESS),
        used(2, "backup", "key-2", FAILURE),
        used(3, "build", "key-1", SUCCESS),
        sign_in(
            Log::ManagedIdentity,
            4,
            &[(Field::ServicePrincipalId, "vm"), (Field::ServicePrincipal, "vm"), SUCCESS],
        ),
    ]);
    let sections = page(&columns, "service-principals", "");
    let identities = table(&sections, "identities");
    assert_eq!(count(identities, "backup", "credentials"), 2);
    assert_eq!(
        (text(identities, "vm", "log"), text(identities, "backup", "log")),
        ("Managed identity", "Service principal")
    );
    let keys = table(&sections, "credentials");
    assert_eq!((count(keys, "key-1", "identities"), count(keys, "key-1", "failure")), (2, 0));
    assert_eq!((text(keys, "key-1", "types"), text(keys, "key-1", "thumbprints")), ("Certificate", "AB12"));
    assert_eq!(*figure(keys, "key-1", "last"), Value::Time(Millis::from_iso("2026-11-20T03:00:00Z")));
    let sections = page(&columns, "service-principal", "service_principal_id:backup");
    assert_eq!(titles(table(&sections, "credentials")), ["key-1", "key-2"]);
    assert!(has_note(&sections, "not when they expire"));
}

#[test]
fn legacy_clients_tell_who_still_uses_them() {
    let user = |hour, who, client: &'static str, status| {
        sign_in(Log::Interactive, hour, &[who, status, (Field::ClientApp, client)])
    };
    let columns = columns(&[
        user(1, ANNA, "IMAP4", SUCCESS),
        user(2, ANNA, "POP3", FAILURE),
        user(3, BEN, "Browser", SUCCESS),
        sign_in(Log::Interactive, 4, &[BEN, SUCCESS]),
    ]);
    let sections = page(&columns, "clients", "");
    let users = table(&sections, "legacy_users");
    assert_eq!(titles(users), ["Anna"]);
    assert_eq!(text(users, "Anna", "clients"), "IMAP4, POP3");
    assert_eq!(*figure(users, "Anna", "last_success"), Value::Time(Millis::from_iso("2026-11-20T01:00:00Z")));
    assert_eq!(titles(table(&sections, "legacy")), ["IMAP4", "POP3"]);
    assert_eq!(card(&sections, "legacy_share").value, Value::Share { part: 2, whole: 3 });
}

#[test]
fn a_city_is_told_from_its_namesakes_and_lies_where_most_sign_ins_say() {
    let from = |hour, city, state: &'static str, country, latitude: &'static str, longitude: &'static str| {
        let place = [(Field::City, city), (Field::State, state), (Field::Country, country)];
        let mut record = sign_in(Log::Interactive, hour, &place);
        record.set(Field::Latitude, latitude);
        record.set(Field::Longitude, longitude);
        record
    };
    let columns = columns(&[
        from(1, "Vienna", "", "AT", "48.2", "16.4"),
        from(2, "VIENNA", "", "at", "48.2", "16.4"),
        from(3, "Vienna", "", "AT", "48.3", "16.3"),
        from(4, "Vienna", "Virginia", "US", "38.9", "-77.3"),
        sign_in(Log::Interactive, 5, &[(Field::City, "Vienna"), (Field::Country, "AT")]),
        from(6, "Nowhere", "", "AT", "148.2", "16.4"),
        sign_in(Log::Interactive, 7, &[]),
    ]);
    let sections = page(&columns, "places", "");
    let places = sections
        .iter()
        .find_map(|section| if let Section::Places(places) = section { Some(places) } else { None })
        .expect("there are places");
    let found: Vec<(&str, u64, f64)> =
        places.places.iter().map(|place| (place.title.as_str(), place.sign_ins, place.latitude)).collect();
    assert_eq!(found, [("Vienna, Austria", 4, 48.2), ("Vienna, Virginia, United States", 1, 38.9)]);
    assert_eq!(places.without, 2);
    assert_eq!(count(table(&sections, "cities"), "Vienna, Austria", "sign_ins"), 4);
}

#[test]
fn ad_fs_counts_its_own_log_and_tokens_it_issued() {
    let columns = columns(&[
        sign_in(Log::AdFs, 1, &[ANNA, SUCCESS, (Field::App, "Payroll")]),
        sign_in(
            Log::Interactive,
            2,
            &[BEN, FAILURE, (Field::App, "Payroll"), (Field::TokenIssuerType, "ADFederationServices")],
        ),
        sign_in(Log::Interactive, 3, &[BEN, SUCCESS, (Field::App, "Mail"), (Field::TokenIssuerType, "AzureAD")]),
    ]);
    let sections = page(&columns, "adfs", "");
    let applications = table(&sections, "applications");
    assert_eq!(titles(applications), ["Payroll"]);
    assert_eq!((count(applications, "Payroll", "users"), count(applications, "Payroll", "failure")), (2, 1));
    let empty = page(&columns, "adfs", "app:Mail");
    assert!(matches!(empty.as_slice(), [Section::Note(note)] if note.to_string().starts_with("No AD FS sign-ins")));
}

#[test]
fn pages_about_one_entity_are_found_by_it() {
    for key in ["service-principal", "policy"] {
        let page = pages::page(key).expect("the page is there");
        assert_eq!(page.of.and_then(pages::page_of).map(|found| found.key), Some(key));
    }
    assert!(pages::ALL.iter().all(|page| page.logs.iter().all(|log| page.able.contains(log))));
    assert!(Logs::WORKLOADS.iter().all(|log| pages::page("places").is_some_and(|page| page.able.contains(log))));
}
