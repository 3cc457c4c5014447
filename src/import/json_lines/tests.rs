//! Reading by lines gives what the parser gives, or nothing.

use proptest::prelude::*;
use serde_json::json;

use super::super::names::Names;
use super::*;
use crate::fields::{Field, Log, Report};
use crate::record::Record;

fn reader() -> JsonReader {
    JsonReader::new(Names::of_records(Report::SignIns), Log::Interactive, false)
}

fn by_lines(reader: &JsonReader, text: &str) -> Option<Record<'static>> {
    let mut found = Found::new(Log::Interactive, Report::SignIns, 0);
    walk(reader, Names::ROOT, text, &mut found)?;
    Some(found.record.into_owned())
}

fn by_parser(text: &str) -> Option<Record<'static>> {
    let reader = reader();
    let mut found = Found::new(Log::Interactive, Report::SignIns, 0);
    parse(&reader, Some(Target::Record), text, &mut found)?;
    Some(found.record.into_owned())
}

fn sign_in() -> serde_json::Value {
    json!({
        "id": "r1",
        "createdDateTime": "2026-10-05T08:19:41Z",
        "userDisplayName": "Zo\u{eb} \"Z\"",
        "unknown": {"deep": [{"a": [1, 2]}, {}], "none": null},
        "isInteractive": true,
        "signInEventTypes": ["interactiveUser"],
        "status": {"errorCode": 50126, "failureReason": "Other.", "additionalDetails": null},
        "location": {"city": "Oslo", "geoCoordinates": {"latitude": 59.91, "longitude": -10}},
        "authenticationDetails": [{"authenticationMethod": "Password", "succeeded": true}],
        "authenticationMethodsUsed": ["Password"],
        "appliedConditionalAccessPolicies": [
            {"id": "p1", "displayName": "Require MFA", "result": "success", "enforcedGrantControls": ["Mfa"]},
            {"id": "p2", "displayName": "Block", "result": "notApplied", "enforcedGrantControls": []},
        ],
        "autonomousSystemNumber": 64500,
        "sessionLifetimePolicies": [],
    })
}

#[test]
fn a_record_as_the_portal_writes_it_is_read_by_its_lines() {
    let reader = reader();
    let text = serde_json::to_string_pretty(&sign_in()).expect("it is JSON");
    let read = by_parser(&text).expect("it is a record");
    assert_eq!(read.get(Field::Policies).map(|policies| policies.contains("Require MFA")), Some(true));
    // The second time its lists are known.
    for _ in 0..2 {
        assert_eq!(by_lines(&reader, &text).as_ref(), Some(&read));
    }
    assert_eq!(by_lines(&reader, &text.replace('\n', "\r\n")), by_parser(&text.replace('\n', "\r\n")));
    // In a list, each line but the first is further to the right.
    let listed = text.replace('\n', "\n  ");
    assert_eq!(by_lines(&reader, &listed).as_ref(), Some(&read));
}

#[test]
fn what_is_written_otherwise_is_left_to_the_parser() {
    let reader = reader();
    for text in [
        "",
        "{}",
        "{\"id\": \"r1\"}",
        "{\n  \"id\": \"r1\", \"userId\": \"u\"\n}",
        "{\n  \"id\": \"r1\",\n\"userId\": \"u\"\n}",
        "{\n  \"id\": \"r1\",\n}",
        "{\n  \"id\": \"r1\"\n} x",
        "{\n  \"id\": \"r1\"\n  \"userId\": \"u\"\n}",
        "{\n  \"id\": r1\n}",
        "{\n  \"id\": 01\n}",
        "{\n  \"id\": \"a\tb\"\n}",
        "{\n  \"unknown\": [\n    {]\n  ]\n}",
        "{\n  \"unknown\": {\n    \"a\": 1,\n  }\n}",
    ] {
        assert_eq!(by_lines(&reader, text), None, "{text}");
    }
}

#[test]
fn a_file_that_is_written_otherwise_is_not_tried_for_ever() {
    let manner = Manner::default();
    for _ in 0..PATIENCE {
        assert!(manner.is_likely());
        manner.note(false);
    }
    assert!(!manner.is_likely());
}

#[test]
fn a_text_that_is_no_list_is_not_taken_for_a_known_one() {
    let reader = reader();
    let (name, list) = ("appliedConditionalAccessPolicies", "[\n    oops\n  ]");
    let in_text = serde_json::to_string(list).expect("a text is JSON");
    assert!(by_lines(&reader, &format!("{{\n  \"id\": \"r1\",\n  \"{name}\": {in_text}\n}}")).is_some());
    assert_eq!(by_lines(&reader, &format!("{{\n  \"id\": \"r1\",\n  \"{name}\": {list}\n}}")), None);
}

proptest! {
    /// Whatever one byte becomes, both ways tell the same or the lines tell nothing.
    #[test]
    fn lines_tell_what_the_parser_tells(at in any::<proptest::sample::Index>(), byte in 0_u8..127, cut in any::<bool>()) {
        let mut text = serde_json::to_string_pretty(&sign_in()).expect("it is JSON");
        text = text.replace("Zo\u{eb}", "Zoe");
        let at = at.index(text.len());
        let with = if cut { String::new() } else { char::from(byte).to_string() };
        let whole = text.clone();
        text.replace_range(at..=at, &with);
        let reader = reader();
        prop_assert!(by_lines(&reader, &whole).is_some());
        if let Some(record) = by_lines(&reader, &text) {
            prop_assert_eq!(Some(record), by_parser(&text));
        }
    }
}
