//! What happens in the month, as a reader of the reports finds it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{bytes, day, json_objects, month, options};
use crate::generator::applications::NEWCOMER;
use crate::generator::codes::Status;
use crate::generator::sign_in::SignIn;
use crate::generator::tenant::{SCANNER, SPRAY_HIT, TRAVELLER};
use crate::generator::{Form, Log};

fn number(sign_in: &SignIn) -> u32 {
    sign_in.code.number
}

#[test]
fn passwords_are_sprayed_and_the_one_hit_is_stopped() {
    let month = month();
    let sprayed: Vec<_> =
        month.iter().filter(|row| row.network.is_some_and(|network| network.place.city == "Amsterdam")).collect();
    let failures = sprayed.iter().filter(|row| matches!(number(row), 50_126 | 50_053));
    assert!(failures.count() >= 180);
    let people: BTreeSet<_> = sprayed.iter().filter_map(|row| Some(row.person()?.name)).collect();
    assert!(people.len() > 50);
    assert_eq!(sprayed.iter().map(|row| day(row)).collect::<BTreeSet<_>>().len(), 2);
    let hits: Vec<_> = sprayed.iter().filter(|row| !matches!(number(row), 50_126 | 50_053)).collect();
    assert_eq!(hits.iter().map(|row| number(row)).collect::<Vec<_>>(), [500_121, 50_074]);
    assert!(hits.iter().all(|row| row.person().is_some_and(|who| who.name == SPRAY_HIT.name)));
    assert_eq!(hits[0].correlation_id, hits[1].correlation_id);
}

#[test]
fn the_traveller_is_in_one_place_after_the_other() {
    let month = month();
    let mut places: Vec<&str> = month
        .iter()
        .filter(|row| row.person().is_some_and(|person| person.name == TRAVELLER.name))
        .filter_map(|row| Some(row.network?.place.city))
        .filter(|city| *city != "Amsterdam")
        .collect();
    places.reverse();
    places.dedup();
    assert_eq!(places, ["London", "Dubai", "Singapore", "Tokyo", "London"]);
}

#[test]
fn the_scanner_speaks_legacy_protocols_with_a_password_alone() {
    let month = month();
    let scans: Vec<_> =
        month.iter().filter(|row| row.person().is_some_and(|person| person.name == SCANNER.name)).collect();
    let kinds: BTreeSet<_> = scans.iter().map(|row| row.client.kind).collect();
    assert_eq!(kinds, ["Authenticated SMTP", "IMAP4"].into());
    assert!(scans.iter().all(|row| number(row) == 0 && !row.proof.is_multifactor));
    assert!(scans.len() > 40);
}

#[test]
fn a_secret_expires_and_is_replaced_four_days_later() {
    let objects = json_objects(&bytes(&options(100_000), Log::ServicePrincipal, Form::Json));
    let mut runs: Vec<(bool, &str, usize)> = Vec::new();
    let mut failing_seconds = Vec::new();
    for object in objects.iter().rev().filter(|it| it["appDisplayName"] == "Loom Ledger Export") {
        let fails = object["status"]["errorCode"] == 7_000_222;
        let key = object["servicePrincipalCredentialKeyId"].as_str().expect("a key");
        match runs.last_mut() {
            Some((failing, last_key, count)) if *failing == fails && *last_key == key => {
                *count += 1;
            }
            _ => runs.push((fails, key, 1)),
        }
        if fails {
            failing_seconds.push(object["createdDateTime"].as_str().expect("a time")[14..16].to_owned());
        }
    }
    let [(false, old, _), (true, expired, failures), (false, new, _)] = runs[..] else {
        panic!("it works, fails and works again, not {runs:?}");
    };
    assert!(old == expired && old != new);
    assert!((4 * 96..5 * 96).contains(&failures), "{failures} in four days");
    let minutes: BTreeSet<_> = failing_seconds.into_iter().collect();
    assert_eq!(minutes.into_iter().collect::<Vec<_>>(), ["00", "15", "30", "45"]);
}

#[test]
fn a_policy_reports_for_a_week_and_then_blocks_the_warehouse() {
    let mut days: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let month = month();
    for row in &month {
        for judgement in &row.judgements {
            if judgement.policy.name.starts_with("Warehouse") {
                days.entry(judgement.result).or_default().insert(day(row));
            }
        }
    }
    assert!(days["reportOnlyFailure"].first().is_some_and(|day| day.as_str() >= "2026-10-12"));
    assert!(days["reportOnlyFailure"].last().is_some_and(|day| day.as_str() < "2026-10-19"));
    assert_eq!(days["failure"].first().map(String::as_str), Some("2026-10-19"));
    let blocked = month.iter().filter(|row| number(row) == 53_003).count();
    assert!(blocked >= 20, "{blocked} blocked");
}

#[test]
fn a_new_application_rises_from_nothing_to_the_top_three() {
    let month = month();
    let uses = |row: &&SignIn| row.application.name == NEWCOMER.name;
    assert!(month.iter().filter(uses).all(|row| day(row).as_str() > "2026-10-06"));
    let mut counts: HashMap<_, usize> = HashMap::new();
    for row in month.iter().filter(|row| row.person().is_some()) {
        *counts.entry(row.application.name).or_default() += 1;
    }
    let newcomer = counts[NEWCOMER.name];
    assert!(counts.values().filter(|count| **count > newcomer).count() < 3);
}

#[test]
fn the_usual_troubles_all_occur() {
    let month = month();
    let numbers: BTreeSet<_> = month.iter().map(number).collect();
    for expected in [
        16_003, 50_053, 50_055, 50_057, 50_072, 50_074, 50_076, 50_105, 50_126, 50_140, 50_199, 53_000, 53_003, 65_001,
        65_004, 70_016, 70_043, 500_121,
    ] {
        assert!(numbers.contains(&expected), "no {expected}");
    }
    let methods: BTreeSet<_> = month.iter().flat_map(|row| &row.proof.steps).map(|step| step.method).collect();
    for expected in ["Passkey (device-bound)", "Windows Hello for Business", "Temporary Access Pass"] {
        assert!(methods.contains(expected), "no {expected}");
    }
    let guests = month.iter().filter(|row| row.cross_tenant_access == "b2bCollaboration").count();
    let passing = month.iter().filter(|row| row.cross_tenant_access == "passthrough").count();
    assert!(guests > 0 && passing > 0);
}

#[test]
fn an_interruption_goes_on_under_the_same_correlation_id() {
    let month = month();
    let mut conversations: HashMap<_, Vec<_>> = HashMap::new();
    for row in month.iter().filter(|row| row.log == Log::Interactive) {
        conversations.entry(row.correlation_id).or_default().push(row.code.status);
    }
    // The newest row comes first.
    let finished = conversations
        .values()
        .filter(|rows| rows.first() == Some(&Status::Success) && rows.contains(&Status::Interrupted));
    assert!(finished.count() > 50);
}

#[test]
fn refreshes_fold_well() {
    let month = month();
    let refreshes: Vec<_> = month.iter().filter(|row| row.log == Log::NonInteractive).collect();
    let folded: BTreeSet<_> = refreshes
        .iter()
        .map(|row| {
            let hour = row.time_text()[..13].to_owned();
            let person = row.person().map(|person| person.name);
            (hour, row.application.id, person, row.address, row.code.status.word(), row.resource.id)
        })
        .collect();
    assert!(folded.len() * 2 < refreshes.len(), "{} of {}", folded.len(), refreshes.len());
}

#[test]
fn hostile_cells_come_through() {
    let text = String::from_utf8(bytes(&options(1200), Log::Interactive, Form::Csv)).expect("UTF-8");
    assert!(text.contains(r#","=HYPERLINK(""http"#));
    assert!(text.contains("(X11; Linux x86_64), \"\"compatible\"\"\r\nX-Forwarded-For"));
    let names: BTreeSet<_> = month().iter().map(|row| row.application.name).collect();
    assert!(names.contains("Pattern \"Draft\" Studio"));
    assert!(names.contains("Lunch Roster 🍔"));
}

#[test]
fn conditional_access_never_fails_a_sign_in_that_succeeded() {
    for row in month() {
        let refused = row.judgements.iter().any(|judgement| judgement.result == "failure");
        assert!(!(refused && number(&row) == 0), "{}", row.request_id);
        assert_eq!(refused, row.conditional_access() == "failure");
    }
}
