//! Bad input gets one clear sentence, and the cache stays as it was.

use std::fs;
use std::path::{Path, PathBuf};

use signin_lens::cache::{Cache, CacheError, Imported};
use signin_lens::import::{Options, Progress, find_inputs};

const GOOD: &str = r#"[{"id":"00000000-0000-4000-8000-000000000001","createdDateTime":"2026-10-05T08:00:00Z","appId":"aaaaaaaa-0000-4000-8000-000000000000","isInteractive":true,"userDisplayName":"Anna"},
{"id":"00000000-0000-4000-8000-000000000002","createdDateTime":"2026-10-05T08:01:00Z","appId":"aaaaaaaa-0000-4000-8000-000000000000","isInteractive":true,"userDisplayName":"Bo"}"#;

fn import(cache: &mut Cache, path: &Path) -> Result<Imported, String> {
    let mut inputs = find_inputs(&[path.to_owned()]);
    assert_eq!(inputs.len(), 1);
    let input = inputs.remove(0).map_err(|error| error.to_string())?;
    cache.import(&input, &Options::default(), &Progress::default()).map_err(|error| error.to_string())
}

struct Desk {
    folder: tempfile::TempDir,
    cache: Cache,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        let good = folder.path().join("good.json");
        fs::write(&good, format!("{GOOD}]")).expect("a file is written");
        assert_eq!(import(&mut cache, &good).expect("it is a report").counts.new, 2);
        Self { folder, cache }
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, content).expect("a file is written");
        path
    }

    /// The sentence a file is refused with; nothing of it may be in the cache.
    fn refusal(&mut self, path: &Path) -> String {
        let sentence = import(&mut self.cache, path).expect_err("it is no report");
        assert_eq!(self.cache.len().expect("the cache counts"), 2);
        assert_eq!(self.cache.sources().expect("sources are listed").len(), 1);
        assert!(self.cache.rejects(None, 10).expect("rejects are listed").is_empty());
        assert!(!sentence.contains('\n'), "not one sentence: {sentence}");
        let name = path.file_name().expect("it has a name").to_string_lossy();
        assert!(sentence.contains(&*name), "the file is not named: {sentence}");
        sentence
    }
}

#[test]
fn a_picture_is_named_and_refused() {
    let mut desk = Desk::new();
    let path = desk.file("report.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    let sentence = desk.refusal(&path);
    assert!(sentence.contains("PNG"), "{sentence}");
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    let mut desk = Desk::new();
    let path = desk.file("empty.json", "");
    let sentence = desk.refusal(&path);
    assert!(sentence.contains("empty"), "{sentence}");
}

#[test]
fn a_csv_without_a_needed_column_names_it() {
    let mut desk = Desk::new();
    let path = desk.file("cut.csv", "Request ID,User,Application,Status\nr1,Anna,Portal,Success\n");
    let sentence = desk.refusal(&path);
    assert!(sentence.contains("lacks the column Date (UTC)"), "{sentence}");
    let path = desk.file("cut.csv", "User,Username,Application,Status\nAnna,anna@example.com,Portal,Success\n");
    let sentence = desk.refusal(&path);
    assert!(sentence.contains("lacks the columns Request ID and Date (UTC)"), "{sentence}");
}

#[test]
fn json_of_something_else_says_what_was_expected() {
    let mut desk = Desk::new();
    let path = desk.file("settings.json", r#"{"editor": {"tabSize": 4}}"#);
    let sentence = desk.refusal(&path);
    assert!(sentence.contains("sign-in"), "{sentence}");
}

#[test]
fn a_missing_file_and_one_that_may_not_be_read_are_said_plainly() {
    let mut desk = Desk::new();
    let missing = desk.folder.path().join("gone.csv");
    desk.refusal(&missing);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let path = desk.file("locked.json", format!("{GOOD}]"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("rights can be set");
        // The superuser may read everything, so there the file is simply known already.
        if fs::File::open(&path).is_err() {
            let sentence = desk.refusal(&path);
            assert!(sentence.to_lowercase().contains("permission"), "{sentence}");
        }
    }
}

#[test]
fn truncated_json_keeps_whole_records_and_reports_the_rest() {
    let mut desk = Desk::new();
    let whole = GOOD.replace("0001", "0011").replace("0002", "0012");
    let path = desk.file("cut.json", format!("{whole},\n{{\"id\":\"00000000-0000-4000-8000-00000000"));
    let counts = import(&mut desk.cache, &path).expect("two records are whole").counts;
    assert_eq!((counts.records, counts.new, counts.rejected), (3, 2, 1));
    let rejects = desk.cache.rejects(None, 10).expect("rejects are listed");
    assert_eq!(rejects[0].number, 3);
    assert!(rejects[0].reason.contains("ends"), "{}", rejects[0].reason);
}

#[test]
fn one_broken_row_does_not_stop_the_others() {
    let mut desk = Desk::new();
    let header = "Date (UTC),Request ID,User,Application,Status,Sign-in error code\n";
    let row = |number: u32, date: &str| format!("{date},00000000-0000-4000-8000-{number:012},Anna,Portal,Success,0\n");
    let content =
        [header, &row(21, "2026-10-05T08:00:00Z"), &row(22, "soon"), &row(23, "2026-10-05T08:02:00Z")].concat();
    let path = desk.file("InteractiveSignIns.csv", content);
    let counts = import(&mut desk.cache, &path).expect("it is a report").counts;
    assert_eq!((counts.records, counts.new, counts.rejected), (3, 2, 1));
    let rejects = desk.cache.rejects(None, 10).expect("rejects are listed");
    assert!(rejects[0].text.contains("soon"));
}

#[test]
fn a_file_that_goes_before_its_turn_is_said_to_be_gone() {
    let mut desk = Desk::new();
    let path = desk.file("short-lived.json", format!("{}]", GOOD.replace("000000000001", "000000000041")));
    let input = find_inputs(std::slice::from_ref(&path)).remove(0).expect("the file is there");
    // Found, then gone.
    fs::remove_file(&path).expect("it is there");
    let error = desk.cache.import(&input, &Options::default(), &Progress::default()).expect_err("nothing is there");
    assert!(error.to_string().contains("does not exist"), "{error}");
    // Recognised, then gone.
    fs::write(&path, format!("{}]", GOOD.replace("000000000001", "000000000041"))).expect("a file is written");
    let reader = signin_lens::import::open(&input, &Options::default(), &Progress::default()).expect("it is a report");
    fs::remove_file(&path).expect("it is there");
    let error = reader.read(&Progress::default(), &mut |_| Ok::<(), String>(())).expect_err("nothing is there");
    assert!(error.to_string().contains("does not exist"), "{error}");
    assert_eq!(desk.cache.len().expect("the cache counts"), 2);
}

#[test]
fn a_file_that_is_cut_while_it_is_read_gives_its_whole_records() {
    let desk = Desk::new();
    let path = desk.file("cut.json", format!("{GOOD}]"));
    let input = find_inputs(std::slice::from_ref(&path)).remove(0).expect("the file is there");
    let reader = signin_lens::import::open(&input, &Options::default(), &Progress::default()).expect("it is a report");
    let whole = GOOD.find("},").expect("two records") + 2;
    fs::write(&path, &GOOD[..whole + 40]).expect("a file is written");
    let totals = reader.read(&Progress::default(), &mut |_| Ok::<(), String>(())).expect("a record is whole");
    assert_eq!((totals.records, totals.rejected), (2, 1));
    assert!(totals.notes.iter().any(|note| note.contains("cut off")), "{:?}", totals.notes);
}

#[test]
fn a_cancelled_import_leaves_nothing_behind() {
    let mut desk = Desk::new();
    let path = desk.file("other.json", format!("{}]", GOOD.replace("0001", "0031").replace("0002", "0032")));
    let input = find_inputs(&[path]).remove(0).expect("the file is there");
    let progress = Progress::default();
    progress.cancel();
    assert!(desk.cache.import(&input, &Options::default(), &progress).is_err());
    assert_eq!(desk.cache.len().expect("the cache counts"), 2);
    assert_eq!(desk.cache.sources().expect("sources are listed").len(), 1);
}

#[test]
fn an_import_cancelled_in_the_middle_leaves_no_trace_on_disk() {
    let mut desk = Desk::new();
    let sign_in = |number: u32| {
        let filler = format!("{number:x}").repeat(40);
        format!(
            "{{\"id\":\"10000000-0000-4000-8000-{number:012}\",\"createdDateTime\":\"2026-10-05T08:00:00Z\",\
             \"appId\":\"aaaaaaaa-0000-4000-8000-000000000000\",\"userDisplayName\":\"Vanishing {number}\",\"userAgent\":\"{filler}\"}}"
        )
    };
    let content = (0..40_000).map(sign_in).collect::<Vec<_>>().join(",");
    let path = desk.file("many.json", format!("[{content}]"));
    let input = find_inputs(&[path]).remove(0).expect("the file is there");
    let progress = Progress::default();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while progress.records() < 20_000 {
                std::thread::yield_now();
            }
            progress.cancel();
        });
        assert!(desk.cache.import(&input, &Options::default(), &progress).is_err());
    });
    assert_eq!(desk.cache.len().expect("the cache counts"), 2);
    for ending in ["", "-wal"] {
        let file = desk.folder.path().join(format!("cache.db{ending}"));
        let bytes = fs::read(file).unwrap_or_default();
        assert!(!bytes.windows(9).any(|found| found == b"Vanishing"), "cache.db{ending} holds what was rolled back");
    }
    // The same import then completes as if nothing had happened.
    let again = desk.cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report");
    assert_eq!(again.counts.new, 40_000);
}

#[test]
fn what_is_no_cache_of_ours_is_not_touched() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = folder.path().join("notes.txt");
    fs::write(&text, "no database at all, just a text that is long enough to look like the header of some file")
        .expect("a file is written");
    assert!(matches!(Cache::open(&text), Err(CacheError::NoCache)));
    // SQLite databases of another program, and of a later version of this one.
    let foreign = folder.path().join("foreign.db");
    let later = folder.path().join("later.db");
    fs::write(&foreign, database(0, 7)).expect("a file is written");
    drop(Cache::open(&later).expect("a new cache opens"));
    let mut bytes = fs::read(&later).expect("the cache is a file");
    bytes[60..64].copy_from_slice(&99u32.to_be_bytes());
    fs::write(&later, &bytes).expect("a file is written");
    for (path, expected) in [(&text, "no database"), (&foreign, "SQLite format 3"), (&later, "SQLite format 3")] {
        let before = fs::read(path).expect("it can be read");
        assert!(before.starts_with(expected.as_bytes()));
        assert!(Cache::open(path).is_err());
        assert_eq!(fs::read(path).expect("it can be read"), before, "{}", path.display());
    }
    assert!(matches!(Cache::open(&foreign), Err(CacheError::Foreign)));
    assert!(matches!(Cache::open(&later), Err(CacheError::Version { found: 99, .. })));
}

/// An empty SQLite database of one page with these marks (its format: bytes 60 and 68 of the header).
fn database(application_id: u32, user_version: u32) -> Vec<u8> {
    let mut page = vec![0u8; 4096];
    page[..16].copy_from_slice(b"SQLite format 3\0");
    page[16..24].copy_from_slice(&[0x10, 0x00, 1, 1, 0, 64, 32, 32]);
    page[28..32].copy_from_slice(&1u32.to_be_bytes());
    page[44..48].copy_from_slice(&4u32.to_be_bytes());
    page[56..60].copy_from_slice(&1u32.to_be_bytes());
    page[60..64].copy_from_slice(&user_version.to_be_bytes());
    page[68..72].copy_from_slice(&application_id.to_be_bytes());
    // An empty leaf page of the schema's table.
    page[100] = 13;
    page[105..107].copy_from_slice(&4096u16.to_be_bytes());
    page
}
