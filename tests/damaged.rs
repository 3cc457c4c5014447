//! A cache that was damaged is named, set aside untouched, and what can be read of it is rescued.
//!
//! `DAMAGES` sets how often a page or some bits are damaged at random (5 times each if not set).

mod files;

use std::fs;
use std::path::{Path, PathBuf};

use files::{sample_files, sample_reports};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use signin_lens::cache::{Cache, CacheError, CacheFile, Replaced, Rescued, Trouble};
use signin_lens::columns;
use signin_lens::fields::Log;
use signin_lens::import::{Options, Progress, find_inputs};

/// Sign-ins twice told, authentication details, other reports and look-ups.
fn reports() -> Vec<PathBuf> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let names =
        ["ApplicationSignIns", "MSISignIns", "InteractiveSignIns_Auth", "InteractiveSignIns_2026-10-02_2026-10-31.csv"];
    let is_small = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        names.iter().any(|wanted| name.starts_with(wanted))
    };
    let mut reports: Vec<PathBuf> = ["json", "csv"].into_iter().flat_map(sample_files).filter(is_small).collect();
    reports.extend([sample_reports(), assets.join("sample-directory")]);
    reports
}

fn import_all(cache: &mut Cache) -> u64 {
    let mut records = 0;
    for input in find_inputs(&reports()) {
        let input = input.expect("the file is there");
        let imported = cache.import(&input, &Options::default(), &Progress::default());
        records += imported.expect("it is a report").counts.records;
    }
    records
}

fn damages() -> u64 {
    std::env::var("DAMAGES").ok().and_then(|text| text.parse().ok()).unwrap_or(5)
}

/// A cache with these reports.
struct Desk {
    folder: tempfile::TempDir,
    whole: Vec<u8>,
    records: u64,
    events: u64,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        let records = import_all(&mut cache);
        let events = cache.len().expect("it counts");
        drop(cache);
        let whole = fs::read(folder.path().join("cache.db")).expect("the cache is a file");
        Self { folder, whole, records, events }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("cache.db")
    }

    /// The cache with these bytes in place of its own.
    fn damage(&self, bytes: &[u8]) -> PathBuf {
        for entry in fs::read_dir(self.folder.path()).expect("the folder is listed") {
            fs::remove_file(entry.expect("an entry").path()).expect("it can go");
        }
        fs::write(self.path(), bytes).expect("room for a copy");
        self.path()
    }
}

/// Sets the file aside and rescues; the file that was set aside must be the very same bytes.
fn rescue(path: &Path, bytes: &[u8]) -> (Rescued, Cache) {
    let Replaced { old, rescued } =
        CacheFile::from(path.to_owned()).replace(Some(&mut |_| {})).expect("what can be read is taken over");
    let (rescued, new) = (rescued.expect("it was asked for"), Cache::open(path).expect("the new cache opens"));
    assert!(fs::read(&old).expect("the old file is there") == bytes, "the damaged file was changed");
    let names = fs::read_dir(path.parent().expect("a folder")).expect("the folder is listed");
    let is_left = |name: &str| name.contains("mended") || name.contains(".new");
    let left: Vec<_> = names.flatten().filter(|entry| is_left(&entry.file_name().to_string_lossy())).collect();
    assert!(left.is_empty(), "{left:?}");
    (rescued, new)
}

/// The cache answers as any other does.
fn use_it(cache: &Cache, rescued: &Rescued) {
    let checked = cache.check(&mut |_| true).expect("it is checked").expect("to its end");
    assert_eq!(checked.problems, [""; 0]);
    let columns = columns::load(cache).expect("it loads");
    assert_eq!(columns.len() as u64, cache.len().expect("it counts"));
    let missing = cache.sources().expect("sources are listed");
    let missing = missing.iter().filter(|source| source.notes.iter().any(|note| note.contains("damaged cache")));
    assert_eq!(missing.count(), rescued.incomplete.len());
}

#[test]
fn each_damage_is_named_and_everything_else_is_rescued() {
    let desk = Desk::new();
    let trouble = |bytes: &[u8]| Cache::open(&desk.damage(bytes)).map(drop).map_err(|error| error.trouble());
    // Nothing is lost where nothing is damaged, or only the sign of SQLite.
    let mut magic = desk.whole.clone();
    magic[..16].copy_from_slice(b"SQLite format 9\0");
    assert_eq!(trouble(&magic), Err(Some(Trouble::Damaged)));
    for bytes in [&desk.whole, &magic] {
        let (rescued, cache) = rescue(&desk.damage(bytes), bytes);
        assert_eq!((rescued.records, rescued.lost), (desk.records, 0));
        assert_eq!(cache.len().expect("it counts"), desk.events);
        use_it(&cache, &rescued);
    }
    // A file that was cut short.
    let half = &desk.whole[..desk.whole.len() / 2];
    assert_eq!(trouble(half), Err(Some(Trouble::Damaged)));
    let (rescued, cache) = rescue(&desk.damage(half), half);
    use_it(&cache, &rescued);
    assert!(rescued.records > 0 && rescued.lost > 0, "{rescued:?}");
    // Numbers go on: a window that shows an event of the old file can't come to show another person's.
    let first = columns::load(&cache).map(|columns| columns.event(columns.rows_of(Log::ServicePrincipal)[0]));
    assert!(first.expect("it loads").0 > desk.events as i64);
    // Other files.
    let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), &[7; 4_000]].concat();
    assert_eq!(trouble(&picture), Err(Some(Trouble::NotOurs)));
    assert_eq!(trouble(b"x"), Err(Some(Trouble::NotOurs)));
    assert_eq!(fs::read(desk.path()).expect("the file is there"), b"x");
}

#[test]
fn a_page_that_is_lost_takes_only_its_own_records_along() {
    const PAGE: usize = 8192;
    let desk = Desk::new();
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let pages = desk.whole.len() / PAGE;
    let (mut lost, mut damaged, mut all) = (0, 0_u64, 0);
    for _ in 0..damages() {
        // The first page holds where everything is.
        let page = 1 + random.next_u32() as usize % (pages - 1);
        let mut bytes = desk.whole.clone();
        bytes[page * PAGE..][..PAGE].fill(0xa5);
        let path = desk.damage(&bytes);
        let is_seen = match Cache::open(&path).and_then(|cache| cache.check(&mut |_| true)) {
            Ok(checked) => !checked.expect("to its end").problems.is_empty(),
            Err(error) => error.trouble() == Some(Trouble::Damaged),
        };
        damaged += u64::from(is_seen);
        let (rescued, mut cache) = rescue(&desk.damage(&bytes), &bytes);
        use_it(&cache, &rescued);
        assert_eq!(rescued.records + rescued.lost, desk.records, "page {page}");
        lost += rescued.lost;
        all += desk.records;
        // What was lost comes back with the files.
        import_all(&mut cache);
        assert_eq!(cache.len().expect("it counts"), desk.events, "page {page}");
    }
    println!("{damaged} of {} were noticed, {lost} of {all} records lost", damages());
    assert!(lost * 2 < all, "{lost} of {all} records were lost with one page each");
}

#[test]
fn flipped_bits_never_panic_or_change_an_original_unnoticed() {
    let desk = Desk::new();
    let mut random = ChaCha8Rng::seed_from_u64(11);
    for _ in 0..damages() {
        let mut bytes = desk.whole.clone();
        for _ in 0..8 {
            let at = random.next_u64() as usize % bytes.len();
            bytes[at] ^= 1 << (random.next_u32() % 8);
        }
        let path = desk.damage(&bytes);
        match Cache::open(&path) {
            Ok(cache) => {
                let _ = columns::load(&cache);
                let _ = cache.check(&mut |_| true);
            }
            Err(error) => assert!(!matches!(error, CacheError::Sql(_)), "{error}"),
        }
        let (rescued, cache) = rescue(&desk.damage(&bytes), &bytes);
        use_it(&cache, &rescued);
    }
}

#[test]
fn what_waits_in_the_log_of_a_damaged_cache_is_rescued_with_it() {
    let desk = Desk::new();
    let path = desk.damage(&desk.whole);
    let cache = Cache::open(&path).expect("it opens");
    let events = cache.len().expect("it counts");
    // Another connection keeps its log from being moved into the file.
    let mut other = Cache::open(&path).expect("it opens twice");
    let extra = desk.folder.path().join("InteractiveSignIns_extra.csv");
    let row = "2026-10-05T08:00:00Z,99999999-0000-4000-8000-000000000001,Zoe,Portal,Success,0\n";
    fs::write(&extra, format!("Date (UTC),Request ID,User,Application,Status,Sign-in error code\n{row}"))
        .expect("room for a small file");
    let input = find_inputs(&[extra]).remove(0).expect("the file is there");
    other.import(&input, &Options::default(), &Progress::default()).expect("it is a report");
    let log = |path: &Path| PathBuf::from(format!("{}-wal", path.display()));
    let (file, in_log) = (fs::read(&path).expect("the file"), fs::read(log(&path)).expect("its log"));
    drop((cache, other));
    fs::write(&path, file).expect("the file as it was");
    fs::write(log(&path), &in_log).expect("the log as it was");
    let replaced = CacheFile::from(path.clone()).replace(Some(&mut |_| {})).expect("it is rescued");
    assert!(fs::read(log(&replaced.old)).expect("the log goes along") == in_log);
    assert_eq!(replaced.rescued.map(|rescued| rescued.lost), Some(0));
    let new = Cache::open(&path).expect("the new cache opens");
    assert_eq!(new.len().expect("it counts"), events + 1);
}
