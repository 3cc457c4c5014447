//! Exports: what is written can be read by others, imports again to the same, and harms nobody.

mod files;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use calamine::{Data, Reader, Xlsx};
use files::sample_files;
use signin_lens::app::export::{About, log_of, write};
use signin_lens::app::export::{ExportChoice, ExportError, ExportFormat, ExportRequest, Extent, plan_originals, size};
use signin_lens::app::{GroupOrder, GroupOrderKey, Grouping, Groups, Listing, Rows, RowsKey, Settings};
use signin_lens::cache::Cache;
use signin_lens::clock::{Clock, Every, Zone};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::export::file::ExportProgress;
use signin_lens::export::xlsx::ROWS_PER_SHEET;
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::import::{Options, Progress, find_inputs, without_guards};
use signin_lens::query::{self, Fold, Query, Scope};

/// A cache with the columns of what was imported into it.
struct Desk {
    folder: tempfile::TempDir,
    cache: Cache,
    columns: Arc<Columns>,
}

impl Desk {
    fn with(paths: &[PathBuf]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        for input in find_inputs(paths) {
            let input = input.expect("the file is there");
            cache.import(&input, &Options::default(), &Progress::default()).expect("it imports");
        }
        let columns = Arc::new(columns::load(&cache).expect("columns"));
        Self { folder, cache, columns }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the table of a log shows; of every log if none is given.
    fn listing(&self, log: Option<Log>, filter: &str, fold: bool) -> Arc<Listing> {
        let clock = Clock::new(Zone::from_name("Europe/Berlin").expect("a known zone"), chrono::Weekday::Mon);
        let scope = Scope::new(&self.columns, clock);
        let query: Query = filter.parse().expect("a query");
        let rows = query::select(&scope, log.map_or(Logs::ALL, Logs::from), &query);
        let sign_ins = rows.len() as u64;
        let key = RowsKey {
            version: 1,
            clock,
            log: log.unwrap_or(Log::Interactive),
            query,
            sort: Vec::new(),
            grouping: if fold { Grouping::Portal(24) } else { Grouping::Off },
            group_order: GroupOrder::default(),
            end_at_now: false,
        };
        let rows = if fold {
            let folded = query::group(&scope, &rows, &Fold::Portal(key.log), Some(Every::Hours(24)));
            Rows::Grouped(Groups::flat(&self.columns, &folded))
        } else {
            Rows::Single(rows)
        };
        Arc::new(Listing { key, columns: self.columns.clone(), rows, sign_ins, period: None })
    }

    fn request(&self, listing: &Arc<Listing>, format: ExportFormat, extent: Extent, name: &str) -> ExportRequest {
        ExportRequest {
            listing: listing.clone(),
            layout: Settings::default().table(listing.key.log).clone(),
            choice: ExportChoice { format, extent, bom: false },
            path: self.at(name),
            rows_per_sheet: ROWS_PER_SHEET,
        }
    }

    fn export(&self, request: &ExportRequest) -> u64 {
        write(request, &self.cache, &ExportProgress::default()).expect("it is written").rows
    }

    /// Every value of every sign-in, by log and request ID.
    fn contents(&self) -> BTreeMap<(Log, String), Vec<Option<String>>> {
        (0..self.columns.len() as u32)
            .map(RowId)
            .map(|row| {
                let value = |field| self.columns.value(field, row).map(std::borrow::Cow::into_owned);
                let id = value(Field::RequestId).expect("every sign-in has a request ID");
                ((self.columns.log(row), id), Field::ALL.into_iter().map(value).collect())
            })
            .collect()
    }
}

/// A download with an application name, a user agent and a user that a spreadsheet would run.
fn hostile(folder: &Path) -> PathBuf {
    let text = "\
Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address,User agent
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,@Anna,anna@example.com,\"=cmd|' /C calc'!A0\",Success,0,203.0.113.1,+1
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000002,https://example.com,boris@example.com,Mail,Failure,50126,203.0.113.2,-2
2026-10-05T10:00:00Z,00000000-0000-4000-8000-000000000003,Clara,clara@example.com,Mail,Success,0,203.0.113.3,\"x, y;=cmd|' /C calc'!A0\"
";
    let path = folder.join("InteractiveSignIns_hostile.csv");
    std::fs::write(&path, text).expect("room for a small file");
    path
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("cache.db"))
        .collect();
    names.sort();
    names
}

fn assert_same(before: &Desk, after: &Desk) {
    let (before, after) = (before.contents(), after.contents());
    assert_eq!(before.len(), after.len());
    for (identity, values) in &before {
        let again = after.get(identity).unwrap_or_else(|| panic!("{identity:?} is gone"));
        for ((field, value), again) in Field::ALL.into_iter().zip(values).zip(again) {
            assert_eq!(value, again, "{} of {identity:?}", field.key());
        }
    }
}

/// Copies of files, each downloaded a minute after the one before: later exports win, so that their order decides which
/// records can stand in one file.
fn one_after_another(folder: &tempfile::TempDir, files: &[PathBuf]) -> Vec<PathBuf> {
    let mut time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000);
    let copies = files.iter().map(|file| {
        let copy = folder.path().join(file.file_name().expect("a file has a name"));
        fs::copy(file, &copy).expect("room for the copy");
        let opened = File::options().write(true).open(&copy).expect("the copy is there");
        opened.set_modified(time).expect("the copy's time can be set");
        time += Duration::from_mins(1);
        copy
    });
    copies.collect()
}

#[test]
fn original_records_import_to_the_same_sign_ins() {
    for (ending, name, files) in [("json", "again.json", 1), ("csv", "again.zip", 6)] {
        let downloads = tempfile::tempdir().expect("a temporary folder");
        let desk = Desk::with(&one_after_another(&downloads, &sample_files(ending)));
        let listing = desk.listing(None, "", false);
        let log_of = log_of(&listing);
        let originals = plan_originals(&desk.cache, &log_of, &ExportProgress::default()).expect("a plan");
        assert_eq!(originals.expect("not cancelled").files().len(), files, "{ending}");
        let request = desk.request(&listing, ExportFormat::Csv, Extent::Originals, name);
        desk.export(&request);
        assert_same(&desk, &Desk::with(&[request.path]));
    }
}

#[test]
fn original_records_of_csv_and_json_together_merge_to_the_same_again() {
    let desk = Desk::with(&[sample_files("csv"), sample_files("json")].concat());
    let listing = desk.listing(None, "", false);
    let request = desk.request(&listing, ExportFormat::Json, Extent::Originals, "all.zip");
    desk.export(&request);
    assert_same(&desk, &Desk::with(&[request.path]));
}

#[test]
fn original_records_of_a_filter_are_those_of_its_sign_ins_alone() {
    let desk = Desk::with(&sample_files("csv"));
    let listing = desk.listing(Some(Log::NonInteractive), "status:failure", false);
    let request = desk.request(&listing, ExportFormat::Csv, Extent::Originals, "failures.zip");
    desk.export(&request);
    let again = Desk::with(std::slice::from_ref(&request.path));
    assert_eq!(again.columns.len() as u64, listing.sign_ins);
    let all = desk.contents();
    assert!(again.contents().iter().all(|(identity, values)| all.get(identity) == Some(values)));
    let one_file = ExportRequest { path: desk.at("failures.csv"), ..request };
    let refused = write(&one_file, &desk.cache, &ExportProgress::default());
    assert!(matches!(refused, Err(ExportError::NeedsZip(_))), "{refused:?}");
    assert_eq!(names_in(desk.folder.path()), ["failures.zip"]);
}

#[test]
fn original_records_are_those_that_were_planned_whatever_is_imported_meanwhile() {
    let desk = Desk::with(&sample_files("csv"));
    let listing = desk.listing(None, "", false);
    let log_of = log_of(&listing);
    let plan = || {
        let originals = plan_originals(&desk.cache, &log_of, &ExportProgress::default()).expect("a plan");
        originals.expect("not cancelled").files().to_vec()
    };
    let before = plan();
    let meanwhile = desk.cache.at_one_moment(|| {
        let planned = plan();
        let mut other = Cache::open(&desk.at("cache.db")).expect("the cache opens");
        for input in find_inputs(&sample_files("json")) {
            let input = input.expect("the file is there");
            other.import(&input, &Options::default(), &Progress::default()).expect("it imports");
        }
        assert_eq!(plan(), planned, "the same records");
        planned
    });
    assert_eq!(meanwhile.expect("the cache can be read"), before);
    assert_ne!(plan(), before, "the JSON tells of the same sign-ins");
}

#[test]
fn no_cell_that_is_written_is_a_formula() {
    let downloads = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::with(&[hostile(downloads.path())]);
    let listing = desk.listing(Some(Log::Interactive), "", false);
    for extent in [Extent::AllFields, Extent::Originals] {
        let request = desk.request(&listing, ExportFormat::Csv, extent, &format!("{extent:?}.csv"));
        desk.export(&request);
        let text = std::fs::read_to_string(&request.path).expect("the file");
        assert!(text.ends_with("\r\n"));
        let mut cells = 0;
        for row in csv::Reader::from_reader(text.as_bytes()).records() {
            for cell in &row.expect("a row") {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{extent:?}: {cell}");
                cells += usize::from(cell.starts_with('\''));
            }
        }
        assert!(cells >= 4, "{extent:?}: {text}");
        let parts = text.split([';', '\t', '\n']).map(|part| part.trim_start_matches('"'));
        let formulas = parts.filter(|part| part.starts_with(['=', '+', '-', '@'])).count();
        assert_eq!(formulas, 0, "{extent:?} opened by semicolons or tabs: {text}");
        if extent == Extent::Originals {
            assert_same(&desk, &Desk::with(&[request.path]));
        }
    }
    let request = desk.request(&listing, ExportFormat::Xlsx, Extent::AllFields, "rows.xlsx");
    desk.export(&request);
    let mut book: Xlsx<_> = calamine::open_workbook(&request.path).expect("a workbook");
    let sheet = book.worksheet_range("Interactive sign-ins").expect("the sheet");
    let texts: Vec<String> = sheet
        .used_cells()
        .filter_map(|(_, _, cell)| if let Data::String(text) = cell { Some(text.clone()) } else { None })
        .collect();
    for hostile in ["=cmd|' /C calc'!A0", "@Anna", "+1", "-2", "https://example.com"] {
        assert!(texts.iter().any(|text| text == hostile), "{hostile} is a text");
    }
    let formulas = book.worksheet_formula("Interactive sign-ins").expect("the sheet");
    assert_eq!(formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()).count(), 0);
}

#[test]
fn a_workbook_has_typed_cells_and_tells_where_they_come_from() {
    let desk = Desk::with(&sample_files("json"));
    let listing = desk.listing(Some(Log::Interactive), "status:failure", false);
    let request = desk.request(&listing, ExportFormat::Xlsx, Extent::AllFields, "failures.xlsx");
    let rows = desk.export(&request);
    assert_eq!(rows, listing.sign_ins);
    let mut book: Xlsx<_> = calamine::open_workbook(&request.path).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Interactive sign-ins", "About this export"]);
    let sheet = book.worksheet_range("Interactive sign-ins").expect("the sheet");
    assert_eq!(sheet.height() as u64, rows + 1);
    let titles: Vec<String> = sheet.rows().next().expect("a header").iter().map(ToString::to_string).collect();
    let place = |title: &str| titles.iter().position(|known| known == title).unwrap_or_else(|| panic!("{titles:?}"));
    let first = sheet.rows().nth(1).expect("a row");
    assert!(matches!(first[place("Date (Europe/Berlin)")], Data::DateTime(_)), "{first:?}");
    assert_eq!(first[place("Status")], Data::String("Failure".to_owned()));
    assert!(matches!(first[place("Sign-in error code")], Data::Float(_)), "{first:?}");
    let about = book.worksheet_range("About this export").expect("the sheet");
    let facts: Vec<String> = about.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    for expected in ["status:failure", "Europe/Berlin", "Interactive sign-ins", "SHA-256"] {
        assert!(facts.iter().any(|fact| fact == expected), "{expected}: {facts:?}");
    }
    assert!(facts.iter().any(|fact| fact.len() == 64 && fact.bytes().all(|byte| byte.is_ascii_hexdigit())));
}

#[test]
fn more_rows_than_a_sheet_holds_go_on_in_the_next() {
    let desk = Desk::with(&sample_files("csv"));
    let listing = desk.listing(Some(Log::ManagedIdentity), "", false);
    let request = desk.request(&listing, ExportFormat::Xlsx, Extent::SignIns, "rows.xlsx");
    let request = ExportRequest { rows_per_sheet: 50, ..request };
    let said = size(&listing, request.choice, request.rows_per_sheet);
    let rows = desk.export(&request);
    let mut book: Xlsx<_> = calamine::open_workbook(&request.path).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!((said.rows, said.sheets), (rows, names.len() as u64 - 1));
    assert!(said.sheets >= 3);
    let mut found = 0;
    for name in &names[..names.len() - 1] {
        let sheet = book.worksheet_range(name).expect("a sheet");
        assert!(sheet.height() <= 51);
        assert_eq!(sheet.get((0, 0)).map(ToString::to_string).as_deref(), Some("Date (Europe/Berlin)"));
        found += sheet.height() as u64 - 1;
    }
    assert_eq!(found, rows);
}

#[test]
fn folded_rows_are_written_with_their_counts() {
    let desk = Desk::with(&sample_files("csv"));
    let listing = desk.listing(Some(Log::NonInteractive), "", true);
    let request = desk.request(&listing, ExportFormat::Json, Extent::Table, "folded.json");
    assert_eq!(desk.export(&request), listing.row_count());
    let text = std::fs::read_to_string(&request.path).expect("the file");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    let sum: u64 = rows.iter().filter_map(|row| row["count"].as_u64()).sum();
    assert_eq!(sum, listing.sign_ins);
    assert!(rows.iter().all(|row| row["first_time"].as_str() <= row["last_time"].as_str()));
    let single = desk.request(&listing, ExportFormat::Json, Extent::SignIns, "single.json");
    assert_eq!(desk.export(&single), listing.sign_ins, "every sign-in of the groups");
}

#[test]
fn csv_and_json_tell_the_same_and_lists_within_are_json() {
    let desk = Desk::with(&sample_files("json"));
    let listing = desk.listing(Some(Log::Interactive), "", false);
    let csv = desk.request(&listing, ExportFormat::Csv, Extent::AllFields, "all.csv");
    let json = desk.request(&listing, ExportFormat::Json, Extent::AllFields, "all.json");
    assert_eq!(desk.export(&csv), desk.export(&json));
    let text = std::fs::read_to_string(&json.path).expect("the file");
    let objects: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    assert!(objects.iter().any(|row| row["auth_steps"][0]["method"].is_string()));
    let mut reader = csv::Reader::from_path(&csv.path).expect("the file");
    let keys = reader.headers().expect("a header").clone();
    for (row, object) in reader.records().zip(&objects) {
        for (key, cell) in keys.iter().zip(&row.expect("a row")) {
            let value = match &object[key] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Array(items) if items.iter().all(serde_json::Value::is_string) => {
                    items.iter().filter_map(|item| item.as_str()).collect::<Vec<_>>().join("; ")
                }
                serde_json::Value::Array(_) => serde_json::from_str::<serde_json::Value>(cell)
                    .map(|again| if again == object[key] { cell.to_owned() } else { again.to_string() })
                    .expect("nested lists are JSON"),
                other => other.to_string(),
            };
            assert_eq!(without_guards(Cow::Borrowed(cell)), value, "{key}");
        }
    }
}

#[test]
fn a_cancelled_export_stops_at_once_and_leaves_nothing() {
    let desk = Desk::with(&sample_files("json"));
    // The same rows many times over, so that there is something to cancel.
    let mut listing = (*desk.listing(Some(Log::Interactive), "", false)).clone();
    if let Rows::Single(rows) = &mut listing.rows {
        *rows = rows.repeat(400);
        listing.sign_ins = rows.len() as u64;
    }
    let listing = Arc::new(listing);
    for format in ExportFormat::ALL {
        let name = format!("rows.{}", format.ending());
        std::fs::write(desk.at(&name), "what was there before").expect("room for a small file");
        let request = desk.request(&listing, format, Extent::AllFields, &name);
        // A machine that is busy with other tests may need another try to be quick.
        let quickest = (0..3).map(|_| cancel_when(&desk, &request, |progress| progress.rows() >= 500)).min();
        assert!(quickest < Some(Duration::from_millis(100)), "{format:?} took {quickest:?}");
        assert_eq!(std::fs::read_to_string(desk.at(&name)).expect("the old file"), "what was there before");
    }
    assert_eq!(names_in(desk.folder.path()), ["rows.csv", "rows.json", "rows.xlsx"]);
}

#[test]
fn a_workbook_can_be_cancelled_while_it_is_packed() {
    let desk = Desk::with(&sample_files("json"));
    let mut listing = (*desk.listing(Some(Log::Interactive), "", false)).clone();
    if let Rows::Single(rows) = &mut listing.rows {
        *rows = rows.repeat(8);
        listing.sign_ins = rows.len() as u64;
    }
    let request = desk.request(&Arc::new(listing), ExportFormat::Xlsx, Extent::AllFields, "rows.xlsx");
    // A machine that is busy with other tests may need another try to be quick.
    let quickest = (0..3).map(|_| cancel_when(&desk, &request, ExportProgress::is_packing)).min();
    assert!(quickest < Some(Duration::from_millis(100)), "{quickest:?}");
    assert_eq!(names_in(desk.folder.path()), Vec::<String>::new());
}

/// How long an export still takes once it is cancelled at this moment.
fn cancel_when(desk: &Desk, request: &ExportRequest, is_moment: impl Fn(&ExportProgress) -> bool) -> Duration {
    let progress = ExportProgress::default();
    let cache_file = desk.at("cache.db");
    let (result, took) = thread::scope(|scope| {
        let job = scope.spawn(|| {
            let cache = Cache::open(&cache_file).expect("the cache opens");
            write(request, &cache, &progress)
        });
        while !is_moment(&progress) && !job.is_finished() {
            thread::sleep(Duration::from_micros(100));
        }
        progress.cancel();
        let since = Instant::now();
        (job.join().expect("no panic"), since.elapsed())
    });
    assert!(matches!(result, Err(ExportError::Cancelled)), "{result:?}");
    took
}

#[test]
fn a_folder_that_is_not_there_is_named_with_what_to_do() {
    let desk = Desk::with(&sample_files("csv")[..1]);
    let listing = desk.listing(None, "", false);
    for (format, extent) in [
        (ExportFormat::Csv, Extent::SignIns),
        (ExportFormat::Xlsx, Extent::SignIns),
        (ExportFormat::Csv, Extent::Originals),
    ] {
        let request = desk.request(&listing, format, extent, "missing/rows.zip");
        let error = write(&request, &desk.cache, &ExportProgress::default()).expect_err("no such folder");
        let sentence = error.to_string();
        assert!(sentence.contains("rows.zip") && sentence.contains("choose another folder"), "{sentence}");
    }
}

#[test]
fn the_sheet_about_a_grouped_table_tells_the_order_of_groups_and_of_sign_ins_within() {
    let desk = Desk::with(&sample_files("csv")[..1]);
    let mut listing = (*desk.listing(None, "", true)).clone();
    listing.key.grouping = Grouping::By(vec![Field::App]);
    for (key, descending, words) in [
        (GroupOrderKey::Count, true, "Groups by number of sign-ins, descending"),
        (GroupOrderKey::Value, false, "Groups by value, ascending"),
        (GroupOrderKey::First, false, "Groups by earliest sign-in, ascending"),
        (GroupOrderKey::Last, true, "Groups by latest sign-in, descending"),
    ] {
        listing.key.group_order = GroupOrder { key, descending };
        let sort =
            |extent| About::of_listing(&listing, ExportChoice { format: ExportFormat::Xlsx, extent, bom: false }).sort;
        assert_eq!(sort(Extent::Table), words);
        assert_eq!(sort(Extent::SignIns), format!("{words}; within groups: Newest first"));
    }
}
