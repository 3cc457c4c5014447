//! The sample tenant in every form that exports have: each gives the same sign-ins.

#[allow(dead_code, reason = "this test makes reports of one kind only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use generator::translated::{self, Form};
use generator::{Options as Made, Report, write_report};
use signin_lens::cache::{Cache, Counts};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Format, Options, Progress, find_inputs};

/// Sign-ins of each log.
const RECORDS: usize = 300;

/// Every value of every sign-in, by log and request ID.
type Contents = BTreeMap<(Log, String), Vec<Option<String>>>;

struct Tenant {
    folder: tempfile::TempDir,
    logs: Vec<(generator::Log, Vec<serde_json::Value>)>,
}

impl Tenant {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let made = Made { records: RECORDS, days: 5, policies: 4, ..Made::default() };
        let logs = generator::Log::ALL
            .into_iter()
            .map(|log| {
                let mut text = Vec::new();
                let report = Report { log, form: generator::Form::Json };
                write_report(&made, report, &mut text).expect("memory takes it");
                fs::write(folder.path().join(report.file_name(&made)), &text).expect("a new file");
                (log, serde_json::from_slice(&text).expect("a list of records"))
            })
            .collect();
        Self { folder, logs }
    }

    /// The files of a form, one for each log. Their names tell nothing, but where the records have lost their log.
    fn files(&self, form: Form) -> Vec<PathBuf> {
        let each = self.logs.iter().enumerate().map(|(number, (log, records))| {
            let log_name = if form == Form::PowerShellCsv { format!("{log:?}") } else { String::new() };
            let path = self.folder.path().join(format!("{}-{number}{log_name}.{}", form.name(), form.ending()));
            translated::write(form, *log, records, File::create(&path).expect("a new file")).expect("room for it");
            path
        });
        each.collect()
    }

    /// The portal's CSV downloads of the same sign-ins.
    fn portal_csv_files(&self) -> Vec<PathBuf> {
        let made = Made { records: RECORDS, days: 5, policies: 4, ..Made::default() };
        let folder = self.folder.path().join("csv");
        fs::create_dir_all(&folder).expect("room for a folder");
        let forms = |report: &Report| report.form != generator::Form::Json;
        Report::all()
            .filter(forms)
            .map(|report| {
                let path = folder.join(report.file_name(&made));
                write_report(&made, report, &mut File::create(&path).expect("a new file")).expect("room for it");
                path
            })
            .collect()
    }

    fn portal_files(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.folder.path()).expect("the folder is there").flatten().map(|entry| entry.path());
        let mut files: Vec<PathBuf> = files.filter(|path| path.to_string_lossy().contains("SignIns_")).collect();
        files.sort();
        files
    }
}

fn new_cache() -> (tempfile::TempDir, Cache) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    (folder, cache)
}

fn import(cache: &mut Cache, paths: &[PathBuf]) -> Counts {
    let mut sum = Counts::default();
    for input in find_inputs(paths) {
        let input = input.expect("the file is there");
        let imported = cache
            .import(&input, &Options::default(), &Progress::default())
            .unwrap_or_else(|error| panic!("{}: {error}", input.place()));
        sum += imported.counts;
    }
    sum
}

fn contents(columns: &Columns) -> Contents {
    (0..columns.len() as u32)
        .map(RowId)
        .map(|row| {
            let id = columns.value(Field::RequestId, row).expect("every sign-in has a request ID").into_owned();
            let values =
                Field::ALL.into_iter().map(|field| columns.value(field, row).map(std::borrow::Cow::into_owned));
            ((columns.log(row), id), values.collect())
        })
        .collect()
}

fn load(cache: &Cache) -> Contents {
    contents(&columns::load(cache).expect("the cache loads"))
}

/// What a form can't carry.
fn is_lost(form: Form, field: Field) -> bool {
    form == Form::PowerShellCsv && !Format::PropertyCsv.carries(field)
}

#[test]
fn every_form_gives_the_same_sign_ins() {
    let tenant = Tenant::new();
    let (_folder, mut cache) = new_cache();
    import(&mut cache, &tenant.portal_files());
    let expected = load(&cache);
    assert_eq!(expected.len(), RECORDS * 4);
    for form in Form::ALL {
        let (_folder, mut cache) = new_cache();
        let counts = import(&mut cache, &tenant.files(form));
        assert_eq!((counts.records, counts.rejected), (RECORDS as u64 * 4, 0), "{form:?}");
        let found = load(&cache);
        assert_eq!(found.len(), expected.len(), "{form:?}");
        for (id, values) in &expected {
            let of_form = found.get(id).unwrap_or_else(|| panic!("{form:?} lacks {id:?}"));
            for ((field, left), right) in Field::ALL.into_iter().zip(values).zip(of_form) {
                assert!(
                    left == right || is_lost(form, field),
                    "{} of {id:?}: {left:?}, {form:?} says {right:?}",
                    field.key()
                );
            }
        }
    }
}

/// The fields of which any sign-in tells a value.
fn told(contents: &Contents) -> BTreeSet<Field> {
    let told = |values: &Vec<Option<String>>| {
        Field::ALL.into_iter().zip(values.clone()).filter_map(|(field, value)| value.map(|_| field)).collect::<Vec<_>>()
    };
    contents.values().flat_map(told).collect()
}

#[test]
fn what_a_form_cannot_carry_is_what_the_documentation_says() {
    let tenant = Tenant::new();
    let told_by = |paths: &[PathBuf]| {
        let (_folder, mut cache) = new_cache();
        import(&mut cache, paths);
        told(&load(&cache))
    };
    let by_json = told_by(&tenant.portal_files());
    let (plain, details): (Vec<PathBuf>, Vec<PathBuf>) =
        tenant.portal_csv_files().into_iter().partition(|path| !path.to_string_lossy().contains("AuthDetails"));
    for (format, told) in [
        (vec![Format::PortalCsv], told_by(&plain)),
        (vec![Format::PortalCsv, Format::PortalCsvDetails], told_by(&[plain.clone(), details].concat())),
        (vec![Format::PropertyCsv], told_by(&tenant.files(Form::PowerShellCsv))),
        (vec![Format::AzureCsv], told_by(&tenant.files(Form::LogAnalyticsCsv))),
        (vec![Format::WrappedJson], told_by(&tenant.files(Form::Elastic))),
    ] {
        // The generator writes the portal's files as they were before these columns.
        let is_newer = |field: Field| {
            format.contains(&Format::PortalCsv)
                && matches!(field, Field::ManagedIdentityType | Field::AssociatedResource)
        };
        let carries = |field: &&Field| !is_newer(**field) && format.iter().any(|format| format.carries(**field));
        let expected: BTreeSet<Field> = by_json.iter().filter(carries).copied().collect();
        let told: BTreeSet<Field> = told.intersection(&by_json).copied().collect();
        let keys = |fields: Vec<&Field>| fields.into_iter().map(|field| field.key()).collect::<Vec<_>>();
        assert_eq!(
            (keys(expected.difference(&told).collect()), keys(told.difference(&expected).collect())),
            (vec![], vec![]),
            "{format:?}: said to be carried but lacking, and said to be lost but there"
        );
    }
}

#[test]
fn all_forms_together_are_one_set_of_sign_ins() {
    let tenant = Tenant::new();
    let (_folder, mut cache) = new_cache();
    import(&mut cache, &tenant.portal_files());
    let expected = load(&cache);
    for form in Form::ALL {
        let counts = import(&mut cache, &tenant.files(form));
        assert_eq!((counts.new, counts.rejected), (0, 0), "{form:?}");
    }
    let merged = load(&cache);
    assert_eq!(merged.len(), expected.len());
    for (id, values) in &expected {
        for ((field, before), after) in Field::ALL.into_iter().zip(values).zip(&merged[id]) {
            assert!(before == after || before.is_none(), "{} of {id:?} was {before:?}, is {after:?}", field.key());
        }
    }
}

#[test]
fn packed_files_and_folder_trees_are_read_like_others() {
    let tenant = Tenant::new();
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (number, file) in tenant.files(Form::DiagnosticLines).iter().enumerate() {
        let inner = folder.path().join(format!("insights-logs-signinlogs/y=2026/m=10/d=0{}/h=00/m=00", number + 1));
        fs::create_dir_all(&inner).expect("new folders");
        pack(file, &inner.join(if number == 0 { "PT1H.json" } else { "PT1H.json.gz" }));
    }
    let (_folder, mut cache) = new_cache();
    let counts = import(&mut cache, &[folder.path().to_owned()]);
    assert_eq!((counts.new, counts.rejected), (RECORDS as u64 * 4, 0));
    for log in Log::ALL {
        let rows = columns::load(&cache).expect("the cache loads").rows_of(log).len();
        assert_eq!(rows, if Log::TABS.contains(&log) { RECORDS } else { 0 }, "{log:?}");
    }
}

fn pack(from: &Path, to: &Path) {
    let text = fs::read(from).expect("the file is there");
    if to.extension().is_some_and(|ending| ending == "gz") {
        let mut packer =
            flate2::write::GzEncoder::new(File::create(to).expect("a new file"), flate2::Compression::fast());
        std::io::Write::write_all(&mut packer, &text).expect("room for it");
        packer.finish().expect("room for it");
    } else {
        fs::write(to, text).expect("a new file");
    }
}
