//! Caches that programs of older versions left are opened, with everything in them.
//!
//! `tests/caches` has one of each version that people have, as a zstd frame: 39 interactive sign-ins of the sample tenant with
//! their authentication details, 19 of service principals, risk detections, risky users, and the members of a group.

use std::fs;
use std::path::Path;

use signin_lens::cache::Cache;
use signin_lens::columns;
use signin_lens::fields::{Field, Log};

#[test]
fn an_older_cache_opens_with_everything_in_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/caches");
    let mut versions = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let packed = entry.expect("it is listed").path();
        let name = packed.file_name().expect("it has a name").to_string_lossy().into_owned();
        let bytes = zstd::stream::decode_all(fs::File::open(&packed).expect("the file is there")).expect("a frame");
        let own = tempfile::tempdir().expect("a temporary folder");
        let path = own.path().join("cache.db");
        fs::write(&path, bytes).expect("room for a small file");
        let cache = Cache::open(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let columns = columns::load(&cache).expect("it loads");
        let rows = |log: Log| columns.rows_of(log).len();
        let counts = [Log::Interactive, Log::ServicePrincipal, Log::RiskDetections, Log::RiskyUsers].map(rows);
        assert_eq!(counts, [39, 19, 12, 3], "{name}");
        assert_eq!(cache.sources().expect("sources are listed").len(), 6, "{name}");
        assert_eq!(cache.directory().expect("it is read").entries().len(), 3, "{name}");
        let row = columns.rows_of(Log::Interactive)[0];
        let detail = cache.detail(columns.event(row)).expect("it is read").expect("it is there");
        assert!(detail.originals.iter().any(|original| original.is_step), "{name}");
        assert_eq!(detail.value(Field::RequestId), columns.value(Field::RequestId, row).map(Into::into), "{name}");
        let checked = cache.check(&mut |_| true).expect("it is checked").expect("to its end");
        assert_eq!((checked.records, checked.problems), (39 + 59 + 19 + 12 + 3, Vec::new()), "{name}");
        versions.push(name);
    }
    assert!(versions.contains(&"version-7.sqlite.zst".to_owned()), "{versions:?}");
}
