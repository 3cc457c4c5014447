//! The bundled sample tenant, imported as a person would: its CSV and its JSON tell of the same sign-ins.

mod files;

use std::collections::BTreeMap;
use std::path::PathBuf;

use files::sample_files;
use signin_lens::cache::{Cache, Counts, Imported};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::reference::aadsts;

fn import(cache: &mut Cache, paths: &[PathBuf]) -> Vec<Imported> {
    find_inputs(paths)
        .into_iter()
        .map(|input| {
            let input = input.expect("the file is there");
            cache.import(&input, &Options::default(), &Progress::default()).expect("the sample imports")
        })
        .collect()
}

fn new_cache() -> (tempfile::TempDir, Cache) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    (folder, cache)
}

fn sum(imported: &[Imported]) -> Counts {
    let mut sum = Counts::default();
    for file in imported {
        sum += file.counts;
    }
    sum
}

/// Every value of every sign-in, by log and request ID.
fn contents(columns: &Columns, fields: &[Field]) -> BTreeMap<(Log, String), Vec<Option<String>>> {
    (0..columns.len() as u32)
        .map(RowId)
        .map(|row| {
            let id = columns.value(Field::RequestId, row).expect("every sign-in has a request ID").into_owned();
            let values =
                fields.iter().map(|field| columns.value(*field, row).map(std::borrow::Cow::into_owned)).collect();
            ((columns.log(row), id), values)
        })
        .collect()
}

/// The fields that both formats can carry.
fn shared_fields() -> Vec<Field> {
    Field::ALL
        .into_iter()
        .filter(|field| {
            let spec = field.spec();
            // Of risk, the portal's downloads of sign-ins tell nothing; those of risk reports do.
            let of_risk = field.key().starts_with("risk");
            let in_both = !spec.csv.is_empty() && !spec.json.is_empty() && !of_risk;
            let derived =
                matches!(field, Field::City | Field::State | Field::Country | Field::Location | Field::Status);
            in_both || derived || matches!(field, Field::AuthMethod | Field::AuthResult | Field::Steps)
        })
        .collect()
}

#[test]
fn csv_and_json_give_the_same_sign_ins() {
    let (_csv_folder, mut from_csv) = new_cache();
    let (_json_folder, mut from_json) = new_cache();
    let csv = sum(&import(&mut from_csv, &sample_files("csv")));
    let json = sum(&import(&mut from_json, &sample_files("json")));
    assert_eq!(csv.rejected, 0);
    assert_eq!(json, Counts { records: json.records, new: json.records, ..Counts::default() });
    let csv = columns::load(&from_csv).expect("the cache loads");
    let json = columns::load(&from_json).expect("the cache loads");
    assert_eq!(csv.len(), json.len());
    let fields = shared_fields();
    let (csv, json) = (contents(&csv, &fields), contents(&json, &fields));
    for (id, of_csv) in &csv {
        let of_json = json.get(id).unwrap_or_else(|| panic!("{id:?} is only in the CSV"));
        for ((field, left), right) in fields.iter().zip(of_csv).zip(of_json) {
            // The CSV of applications and managed identities has 22 columns; the JSON has all properties.
            let only_json_can = Logs::WORKLOADS.contains(id.0) && left.is_none();
            // JSON writes "none" where the CSV leaves the cell empty.
            let says_none = left.is_none() && right.as_deref() == Some("none");
            assert!(
                left == right || only_json_can || says_none,
                "{} of {id:?}: CSV {left:?}, JSON {right:?}",
                field.key()
            );
        }
    }
}

#[test]
fn formats_merge_to_the_same_number_and_no_value_is_lost() {
    for order in [["csv", "json"], ["json", "csv"]] {
        let (_folder, mut cache) = new_cache();
        let first = sum(&import(&mut cache, &sample_files(order[0])));
        let before = columns::load(&cache).expect("the cache loads");
        let second = sum(&import(&mut cache, &sample_files(order[1])));
        let after = columns::load(&cache).expect("the cache loads");
        assert_eq!(after.len(), before.len(), "{order:?}");
        assert_eq!(second.new + second.rejected, 0, "{order:?}: {second:?} after {first:?}");
        let fields: Vec<Field> = Field::ALL.into_iter().filter(|field| *field != Field::StatusSource).collect();
        let (before, after) = (contents(&before, &fields), contents(&after, &fields));
        for (id, values) in &before {
            for ((field, old), new) in fields.iter().zip(values).zip(&after[id]) {
                let kept = old == new || (old.is_none() && new.is_some());
                // The other format tells more of a mute value, and of steps without their requirement.
                assert!(kept, "{order:?}: {} of {id:?} was {old:?}, is {new:?}", field.key());
            }
        }
        // Values of both formats are there.
        assert!(after.values().any(|values| values[Field::Policies as usize].is_some()));
    }
}

#[test]
fn importing_again_changes_nothing() {
    let (_folder, mut cache) = new_cache();
    import(&mut cache, &sample_files("json"));
    let before = contents(&columns::load(&cache).expect("the cache loads"), &Field::ALL);
    for file in import(&mut cache, &sample_files("json")) {
        assert!(file.already_known);
        assert_eq!(file.counts.known, file.counts.records);
    }
    let after = contents(&columns::load(&cache).expect("the cache loads"), &Field::ALL);
    assert_eq!(before, after);
    assert_eq!(cache.sources().expect("sources are listed").len(), 4);
}

#[test]
fn authentication_details_join_in_any_order() {
    let files = sample_files("csv");
    let (details, sign_ins): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(|path| path.to_string_lossy().contains("AuthDetails"));
    let steps = |parts: [&[PathBuf]; 2]| {
        let (_folder, mut cache) = new_cache();
        for part in parts {
            import(&mut cache, part);
        }
        contents(&columns::load(&cache).expect("the cache loads"), &[Field::Steps, Field::AuthMethod])
    };
    let after = steps([&sign_ins, &details]);
    let before = steps([&details, &sign_ins]);
    assert!(after.values().filter(|values| values[0].is_some()).count() > 1_000);
    assert_eq!(after, before);
}

#[test]
fn forgetting_a_source_leaves_what_others_tell() {
    let (_folder, mut cache) = new_cache();
    import(&mut cache, &sample_files("csv"));
    let csv_only = contents(&columns::load(&cache).expect("the cache loads"), &Field::ALL);
    let json = import(&mut cache, &sample_files("json"));
    for file in &json {
        assert!(cache.forget(file.source).expect("a source can be forgotten"));
    }
    let left = contents(&columns::load(&cache).expect("the cache loads"), &Field::ALL);
    assert_eq!(left, csv_only);
    for source in cache.sources().expect("sources are listed") {
        cache.forget(source.id).expect("a source can be forgotten");
    }
    assert!(cache.is_empty().expect("the cache counts"));
    let mut texts = 0;
    cache.for_each_text(|_, _| texts += 1).expect("texts are listed");
    assert_eq!(texts, 0, "names stay behind");
    let path = cache.path().to_owned();
    drop(cache);
    for file in [path.with_extension("db-wal"), path] {
        let bytes = std::fs::read(file).unwrap_or_default();
        assert!(!bytes.windows(16).any(|found| found == b"brackwater-loom."), "usernames stay on disk");
    }
}

#[test]
fn a_detail_shows_every_original_byte_for_byte() {
    let (_folder, mut cache) = new_cache();
    import(&mut cache, &sample_files("csv"));
    import(&mut cache, &sample_files("json"));
    let columns = columns::load(&cache).expect("the cache loads");
    let row = columns.rows_of(Log::Interactive)[7];
    let id = columns.value(Field::RequestId, row).expect("it has an ID").into_owned();
    let detail = cache.detail(columns.event(row)).expect("it can be read").expect("it is there");
    let formats: Vec<&str> = detail.originals.iter().map(|original| original.format).collect();
    assert!(detail.originals.len() >= 2, "{formats:?}");
    for original in &detail.originals {
        assert!(original.text.contains(&id));
        let file = sample_files("csv")
            .into_iter()
            .chain(sample_files("json"))
            .find(|path| path.ends_with(&original.source_name));
        let file = std::fs::read_to_string(file.expect("the source is a sample file")).expect("it is text");
        assert!(file.contains(&original.text), "the original is not a piece of {}", original.source_name);
    }
    assert!(detail.record.steps.iter().all(|step| step.time.is_some()));
}

#[test]
fn every_error_code_of_the_sample_is_explained() {
    let (_folder, mut cache) = new_cache();
    import(&mut cache, &sample_files("json"));
    let columns = columns::load(&cache).expect("the cache loads");
    let codes = &columns.text_column(Field::ErrorCode).dictionary;
    assert!(codes.len() > 10);
    for (_, code) in codes.iter() {
        let code = code.parse().expect("codes are numbers");
        assert!(aadsts::entry(code).is_some_and(|entry| !entry.meaning.is_empty()), "{code}");
    }
}

#[test]
fn derived_status_agrees_with_the_files_word() {
    // The CSV has a status word, the JSON only the code it follows from.
    let (_folder, mut cache) = new_cache();
    import(&mut cache, &sample_files("csv"));
    let columns = columns::load(&cache).expect("the cache loads");
    for row in (0..columns.len() as u32).map(RowId) {
        let code = columns.value(Field::ErrorCode, row).expect("every sample row has a code");
        let status = columns.value(Field::Status, row).expect("every sample row has a status");
        assert_eq!(aadsts::status_of(code.parse().expect("a number")), status);
    }
}
