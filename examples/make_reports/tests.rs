//! What a reader of the reports would notice: here their form, in `story` what they tell.

use std::collections::BTreeSet;

use serde_json::Value;

use super::generator::portal_csv::{APPLICATION_COLUMNS, STEP_COLUMNS, USER_COLUMNS};
use super::generator::sign_in::SignIn;
use super::generator::tenant::{LEAVER, PEOPLE, SCANNER};
use super::generator::{Form, Layout, Log, Options, Report, generate, generate_log, write_report};

mod story;

fn options(records: usize) -> Options {
    Options { records, layout: Layout::Compact, ..Options::default() }
}

fn bytes(options: &Options, log: Log, form: Form) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_report(options, Report { log, form }, &mut bytes).expect("memory takes everything");
    bytes
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let row = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("well-formed CSV"))).collect()
}

fn json_objects(bytes: &[u8]) -> Vec<Value> {
    serde_json::from_slice(bytes).expect("a JSON array")
}

fn month() -> Vec<SignIn> {
    generate(&options(3000)).collect()
}

fn day(sign_in: &SignIn) -> String {
    sign_in.time_text()[..10].to_owned()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    for report in Report::all() {
        let first = bytes(&options(400), report.log, report.form);
        assert_eq!(first, bytes(&options(400), report.log, report.form));
        let other_seed = Options { seed: 2, ..options(400) };
        assert_ne!(first, bytes(&other_seed, report.log, report.form));
    }
}

#[test]
fn every_size_is_met_exactly() {
    for records in [0, 1, 7, 90, 1000, 12_345] {
        assert_eq!(generate(&options(records)).count(), records);
        for log in Log::ALL {
            assert_eq!(generate_log(&options(records), log).count(), records);
        }
    }
}

#[test]
fn short_and_long_reports_hold_their_days() {
    for days in [1, 2, 5, 400] {
        let options = Options { days, ..options(2000) };
        let first = (options.end - chrono::Days::new(u64::from(days) - 1)).to_string();
        assert!(generate(&options).all(|row| (first.as_str()..="2026-10-31").contains(&&*day(&row))));
        assert_eq!(generate(&options).count(), 2000);
    }
}

#[test]
fn csv_and_json_hold_the_same_request_ids_times_and_codes() {
    for log in Log::ALL {
        let rows = csv_rows(&bytes(&options(500), log, Form::Csv));
        let code = rows[0].iter().position(|title| title == "Sign-in error code").expect("a column");
        let from_csv: Vec<_> =
            rows[1..].iter().map(|row| (row[1].clone(), row[0].clone(), row[code].parse().unwrap_or(0))).collect();
        let text = |object: &Value, key: &str| object[key].as_str().expect("text").to_owned();
        let from_json: Vec<_> = json_objects(&bytes(&options(500), log, Form::Json))
            .iter()
            .map(|object| {
                let code = object["status"]["errorCode"].as_u64().expect("a number");
                (text(object, "id"), text(object, "createdDateTime"), code)
            })
            .collect();
        assert_eq!(from_csv, from_json);
    }
}

#[test]
fn authentication_steps_are_the_same_in_both_forms() {
    let rows = csv_rows(&bytes(&options(500), Log::Interactive, Form::CsvSteps));
    let objects = json_objects(&bytes(&options(500), Log::Interactive, Form::Json));
    let steps: Vec<Vec<String>> = objects
        .iter()
        .flat_map(|object| {
            let steps = object["authenticationDetails"].as_array().expect("an array");
            steps.iter().map(|step| {
                let text = |key: &str| step[key].as_str().unwrap_or_default().to_owned();
                vec![
                    object["id"].as_str().expect("text").to_owned(),
                    text("authenticationStepDateTime"),
                    text("authenticationMethod"),
                    text("authenticationMethodDetail"),
                    step["succeeded"].to_string(),
                    text("authenticationStepResultDetail"),
                    text("authenticationStepRequirement"),
                ]
            })
        })
        .collect();
    assert_eq!(rows[1..], steps);
}

#[test]
fn the_headers_are_the_portals_with_its_blemishes() {
    let titles: Vec<_> = USER_COLUMNS.iter().map(|(title, _)| *title).collect();
    assert_eq!(titles.len(), 57);
    assert_eq!(titles.iter().filter(|title| **title == "Incoming token type").count(), 2);
    for blemish in ["Application ID ", "Resource ID ", "Autonomous system  number"] {
        assert!(titles.contains(&blemish));
    }
    assert_eq!(APPLICATION_COLUMNS.len(), 22);
    let header = bytes(&options(0), Log::NonInteractive, Form::CsvSteps);
    assert_eq!(header, format!("\u{feff}\"{}\"\r\n", STEP_COLUMNS.join("\",\"")).into_bytes());
}

#[test]
fn request_ids_are_unique_and_the_newest_comes_first() {
    let month = month();
    let ids: BTreeSet<_> = month.iter().map(|row| row.request_id).collect();
    assert_eq!(ids.len(), month.len());
    assert!(month.is_sorted_by(|one, next| one.time >= next.time));
}

#[test]
fn no_two_people_share_a_name() {
    let everybody = PEOPLE.into_iter().chain([&LEAVER, &SCANNER]);
    let names: BTreeSet<_> = everybody.map(|person| person.name).collect();
    assert_eq!(names.len(), PEOPLE.len() + 2);
}

#[test]
fn a_token_identifier_is_the_request_id_in_base64() {
    // By hand: bytes 33 22 11 00 55 44 77 66 88 99 aa bb cc dd ee 00.
    let id = super::generator::guid::Guid::literal("00112233-4455-6677-8899-aabbccddee00");
    assert_eq!(id.token_identifier(), "MyIRAFVEd2aImaq7zN3uAA");
}
