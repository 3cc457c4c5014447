//! Merging is a law: whatever order exports are imported in, the cache holds the same.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use serde_json::{Value, json};
use signin_lens::cache::Cache;
use signin_lens::columns::{self, RowId};
use signin_lens::fields::Field;
use signin_lens::import::{Options, Progress, find_inputs};

/// What one export tells of a sign-in; absent values are absent properties.
#[derive(Clone, Debug)]
struct Told {
    user: Option<&'static str>,
    city: Option<&'static str>,
    risk: Option<&'static str>,
    code: Option<u32>,
    steps: Vec<&'static str>,
}

fn told() -> impl Strategy<Value = Told> {
    (
        proptest::option::of(prop_oneof![Just("Anna"), Just("Anna Berg")]),
        proptest::option::of(prop_oneof![Just("Oslo"), Just("Bergen")]),
        proptest::option::of(prop_oneof![Just("hidden"), Just("none"), Just("high")]),
        proptest::option::of(prop_oneof![Just(0u32), Just(50_126), Just(50_074)]),
        prop::collection::vec(prop_oneof![Just("Password"), Just("Text message"), Just("Passkey")], 0..3),
    )
        .prop_map(|(user, city, risk, code, steps)| Told { user, city, risk, code, steps })
}

fn export(sign_ins: &[Option<Told>]) -> Value {
    let records: Vec<Value> = sign_ins
        .iter()
        .enumerate()
        .filter_map(|(number, told)| Some((number, told.as_ref()?)))
        .map(|(number, told)| {
            let step = |method: &&str| json!({"authenticationMethod": method, "succeeded": true});
            json!({
                "id": format!("00000000-0000-4000-8000-{number:012}"),
                "createdDateTime": "2026-10-05T08:00:00Z",
                "appId": "aaaaaaaa-0000-4000-8000-000000000000",
                "isInteractive": true,
                "userDisplayName": told.user,
                "location": {"city": told.city},
                "riskLevelDuringSignIn": told.risk,
                "status": {"errorCode": told.code},
                "authenticationDetails": told.steps.iter().map(step).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({ "value": records })
}

/// The authentication details file of the same sign-ins.
fn details(sign_ins: &[Option<Told>]) -> String {
    let header = "Request ID,Date (UTC),Authentication method,Succeeded,Result detail,Requirement".to_owned();
    let rows = sign_ins.iter().enumerate().flat_map(|(number, told)| {
        let methods = told.iter().flat_map(|told| &told.steps);
        methods.map(move |method| format!("00000000-0000-4000-8000-{number:012},2026-10-05T08:00:00Z,{method},true,,"))
    });
    std::iter::once(header).chain(rows).collect::<Vec<_>>().join("\n")
}

/// Imports the exports in this order and tells everything the cache then holds.
fn contents(files: &[PathBuf], order: &[usize]) -> Vec<Vec<Option<String>>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    for at in order {
        for input in find_inputs(&files[*at..=*at]) {
            cache
                .import(&input.expect("the file is there"), &Options::default(), &Progress::default())
                .expect("the export imports");
        }
    }
    let columns = columns::load(&cache).expect("the cache loads");
    let mut rows: Vec<Vec<Option<String>>> = (0..columns.len() as u32)
        .map(|row| {
            Field::ALL.iter().map(|field| columns.value(*field, RowId(row)).map(std::borrow::Cow::into_owned)).collect()
        })
        .collect();
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn exports_merge_to_the_same_in_any_order(
        exports in prop::collection::vec(prop::collection::vec(proptest::option::of(told()), 3), 3),
        are_details in prop::array::uniform3(prop::bool::weighted(0.3)),
        same_time in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut files = Vec::new();
        for (at, sign_ins) in exports.iter().enumerate() {
            let (name, text) = if are_details[at] {
                (format!("export-{at}.csv"), details(sign_ins))
            } else {
                (format!("export-{at}.json"), export(sign_ins).to_string())
            };
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("a file is written");
            // Exports are made a day apart, or downloaded in the same second.
            let age = if same_time { 0 } else { 86_400 * (3 - at as u64) };
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000 - age);
            let file = std::fs::File::options().write(true).open(&path).expect("the file is there");
            file.set_modified(time).expect("its time can be set");
            files.push(path);
        }
        let expected = contents(&files, &[0, 1, 2]);
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            prop_assert_eq!(&contents(&files, &order), &expected, "order {:?}", order);
        }
    }
}
