//! Reports that passed through a spreadsheet, or were downloaded in another language, give the sign-ins of the original.

#[allow(dead_code, reason = "this test makes reports of one kind only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;

use std::collections::BTreeMap;
use std::fs;

use generator::altered::{self, Language, Spreadsheet};
use generator::{Form, Log as MadeLog, Options as Made, Report, write_report};
use signin_lens::cache::{Cache, Counts};
use signin_lens::clock::Zone;
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Options, Progress, find_inputs};

/// Sign-ins of a report.
const RECORDS: usize = 200;

/// Every value of every sign-in, by request ID.
type Contents = BTreeMap<String, Vec<Option<String>>>;

struct Imported {
    counts: Counts,
    notes: Vec<String>,
    columns: Columns,
}

impl Imported {
    fn contents(&self) -> Contents {
        let values = |row| {
            let values =
                Field::ALL.into_iter().map(|field| self.columns.value(field, row).map(std::borrow::Cow::into_owned));
            values.collect::<Vec<_>>()
        };
        (0..self.columns.len() as u32)
            .map(RowId)
            .map(|row| {
                let values = values(row);
                (values[Field::RequestId as usize].clone().expect("every sign-in has one"), values)
            })
            .collect()
    }

    fn notes(&self, wanted: &str) -> bool {
        self.notes.iter().any(|note| note.contains(wanted))
    }
}

fn import_with(name: &str, content: &[u8], options: &Options) -> Imported {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("room for a small file");
    let (mut counts, mut notes) = (Counts::default(), Vec::new());
    for input in find_inputs(&[path]) {
        let imported = cache
            .import(&input.expect("the file is there"), options, &Progress::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        counts += imported.counts;
        notes.extend(imported.notes);
    }
    Imported { counts, notes, columns: columns::load(&cache).expect("the cache loads") }
}

fn import(name: &str, content: &str) -> Imported {
    import_with(name, content.as_bytes(), &Options::default())
}

fn portal_csv(log: MadeLog, form: Form) -> Vec<u8> {
    let made = Made { records: RECORDS, days: 3, policies: 2, ..Made::default() };
    let mut file = Vec::new();
    write_report(&made, Report { log, form }, &mut file).expect("memory takes it");
    file
}

fn assert_same(found: &Contents, expected: &Contents, is_lost: impl Fn(Field) -> bool, what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (id, values) in expected {
        let own = found.get(id).unwrap_or_else(|| panic!("{what} lacks {id}"));
        for ((field, left), right) in Field::ALL.into_iter().zip(values).zip(own) {
            assert!(left == right || is_lost(field), "{} of {id}: {left:?}, {what} says {right:?}", field.key());
        }
    }
}

#[test]
fn a_report_saved_by_a_spreadsheet_gives_the_same_sign_ins() {
    for log in [MadeLog::Interactive, MadeLog::ServicePrincipal] {
        let file = portal_csv(log, Form::Csv);
        let expected = import_with("InteractiveSignIns.csv", &file, &Options::default());
        assert_eq!((expected.counts.new, expected.counts.rejected), (RECORDS as u64, 0));
        for spreadsheet in Spreadsheet::ALL {
            let saved = altered::through(spreadsheet, &file);
            let found = import_with("InteractiveSignIns.csv", &saved, &Options::default());
            assert_eq!((found.counts.records, found.counts.rejected), (RECORDS as u64, 0), "{spreadsheet:?}");
            assert_same(&found.contents(), &expected.contents(), |_| false, &format!("{spreadsheet:?}"));
            assert_eq!(found.notes("day numbers"), spreadsheet == Spreadsheet::DayNumbers);
        }
    }
}

#[test]
fn a_report_of_another_language_gives_the_same_sign_ins() {
    for log in [MadeLog::Interactive, MadeLog::ServicePrincipal] {
        let file = portal_csv(log, Form::Csv);
        let expected = import_with("InteractiveSignIns.csv", &file, &Options::default()).contents();
        for language in Language::ALL {
            let found =
                import_with("InteractiveSignIns.csv", &altered::translated(language, &file), &Options::default());
            assert_eq!((found.counts.new, found.counts.rejected), (RECORDS as u64, 0), "{language:?}");
            // A word that nobody knows leaves the status to the error code, and success has none in a CSV.
            let is_lost = |field| {
                language == Language::Made
                    && matches!(
                        field,
                        Field::Status | Field::StatusSource | Field::ErrorCode | Field::ConditionalAccess
                    )
            };
            assert_same(&found.contents(), &expected, is_lost, &format!("{language:?}"));
            assert!(found.notes("by their order"), "{:?}", found.notes);
            assert_eq!(found.notes("German names"), language == Language::German);
        }
    }
}

#[test]
fn authentication_details_of_an_unknown_language_are_told_by_their_order() {
    let sign_ins = portal_csv(MadeLog::Interactive, Form::Csv);
    let details = altered::translated(Language::Made, &portal_csv(MadeLog::Interactive, Form::CsvSteps));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    for (name, file) in [("InteractiveSignIns.csv", sign_ins), ("Detaloj.csv", details)] {
        let path = folder.path().join(name);
        fs::write(&path, file).expect("room for a small file");
        for input in find_inputs(&[path]) {
            let input = input.expect("the file is there");
            let imported = cache.import(&input, &Options::default(), &Progress::default()).expect("a report");
            assert_eq!(imported.counts.rejected, 0, "{name}");
        }
    }
    let columns = columns::load(&cache).expect("the cache loads");
    let with_steps =
        (0..columns.len() as u32).filter(|row| columns.value(Field::AuthMethod, RowId(*row)).is_some()).count();
    assert!(with_steps > RECORDS / 2, "{with_steps}");
}

#[test]
fn a_table_of_as_many_columns_that_holds_something_else_is_no_report() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("stock.csv");
    fs::write(&path, "a,b,c,d,e,f,g\n1,2,3,4,5,6,7\n1,2,3,4,5,6,7\n").expect("room for a small file");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    for input in find_inputs(&[path]) {
        let result = cache.import(&input.expect("the file is there"), &Options::default(), &Progress::default());
        assert!(result.is_err());
    }
}

const HEADER: &str = "Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,Latency\n";

#[test]
fn numbers_are_repaired_where_they_are_certain_and_said_where_not() {
    let rows = "2026-10-05T08:19:41Z,11111111-2222-4333-8444-555555555501,Zoe,z@example.com,Mail,Failure,5.0126E+04,1.2E+02\n\
                2026-10-05T08:19:42Z,11111111-2222-4333-8444-555555555502,Zoe,z@example.com,Mail,Failure,5.01E+04,7\n\
                2026-10-05T08:19:43Z,1.23457E+17,Zoe,z@example.com,Mail,Success,0,7\n";
    let found = import("InteractiveSignIns.csv", &format!("{HEADER}{rows}"));
    assert_eq!((found.counts.records, found.counts.new, found.counts.rejected), (3, 2, 1));
    assert!(
        found.notes("row 2 has \u{201c}5.01E+04\u{201d} in \u{201c}Sign-in error code\u{201d}"),
        "{:?}",
        found.notes
    );
    let contents = found.contents();
    let code =
        |last: &str| contents[&format!("11111111-2222-4333-8444-5555555555{last}")][Field::ErrorCode as usize].clone();
    assert_eq!((code("01").as_deref(), code("02")), (Some("50126"), None));
}

#[test]
fn emptied_rows_and_repeated_headers_are_no_records() {
    let row = "2026-10-05T08:19:41Z,11111111-2222-4333-8444-555555555501,Zoe,z@example.com,Mail,Success,0,7\n";
    let found = import("InteractiveSignIns.csv", &format!("{HEADER}{row},,,,,,,\n{HEADER}\"\",,,,,,,\n"));
    assert_eq!((found.counts.records, found.counts.new), (1, 1));
}

#[test]
fn an_unknown_word_for_the_status_leaves_it_to_the_error_code() {
    let rows = "2026-10-05T08:19:41Z,r1,Zoe,z@example.com,Mail,Malsukceso,50126,7\n\
                2026-10-05T08:19:42Z,r2,Zoe,z@example.com,Mail,Sukceso,0,7\n\
                2026-10-05T08:19:43Z,r3,Zoe,z@example.com,Mail,Interrompu,50074,7\n";
    let contents = import("InteractiveSignIns.csv", &format!("{HEADER}{rows}")).contents();
    let status = |id: &str| {
        let values = &contents[id];
        (
            values[Field::Status as usize].clone().unwrap_or_default(),
            values[Field::StatusSource as usize].clone().unwrap_or_default(),
        )
    };
    assert_eq!(status("r1"), ("failure".to_owned(), "error-code".to_owned()));
    assert_eq!(status("r2"), ("success".to_owned(), "error-code".to_owned()));
    assert_eq!(status("r3"), ("interrupted".to_owned(), "file".to_owned()));
}

#[test]
fn times_are_read_by_the_zone_of_their_column() {
    let table = |column: &str, time: &str| {
        format!("{column},Id,UserPrincipalName,AppDisplayName,ResultType\n\"{time}\",r1,z@example.com,Mail,0\n")
    };
    for (column, time, zone, expected, noted) in [
        ("TimeGenerated [UTC]", "12/4/2025, 8:19:41.123 AM", None, "2025-12-04T08:19:41.123Z", ""),
        ("CreatedDateTime [UTC+02:00]", "2025-12-04T10:19:41.123", None, "2025-12-04T08:19:41.123Z", "UTC+02:00"),
        (
            "CreatedDateTime [Europe/Berlin]",
            "12/4/2025, 9:19:41.123 AM",
            None,
            "2025-12-04T08:19:41.123Z",
            "Europe/Berlin",
        ),
        ("TimeGenerated [Local Time]", "12/4/2025, 8:19:41.123 AM", None, "2025-12-04T08:19:41.123Z", "taken as UTC"),
        (
            "TimeGenerated [Local Time]",
            "12/4/2025, 9:19:41.123 AM",
            Some("Europe/Berlin"),
            "2025-12-04T08:19:41.123Z",
            "Europe/Berlin",
        ),
        (
            "TimeGenerated [Local Time]",
            "2025-12-04T08:19:41.123Z",
            Some("Europe/Berlin"),
            "2025-12-04T08:19:41.123Z",
            "",
        ),
        ("CreatedDateTime", "2025-12-04T10:19:41.123+02:00", None, "2025-12-04T08:19:41.123Z", ""),
    ] {
        let options = Options { zone: zone.and_then(Zone::from_name), ..Options::default() };
        let found = import_with("InteractiveSignIns.csv", table(column, time).as_bytes(), &options);
        assert_eq!(found.counts.new, 1, "{column}");
        assert_eq!(found.columns.value(Field::Time, RowId(0)).as_deref(), Some(expected), "{column} {time}");
        assert!(noted.is_empty() || found.notes(noted), "{column}: {:?}", found.notes);
        assert_eq!(found.columns.log(RowId(0)), Log::Interactive);
    }
}
