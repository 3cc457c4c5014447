//! An encrypted cache holds the same as any other, opens with its passphrase alone, and has no plain text in its files.
//!
//! `KILLS` sets how often the program is killed while it encrypts or decrypts (6 times if not set).

mod files;
mod scene;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Program, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Key;
use files::sample_files;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rusqlite::Connection;
use scene::Scene;
use scene::reports::INTERACTIVE;
use signin_lens::app::{Action, Command, EncryptionCommand, FileState, View};
use signin_lens::cache::{Annotation, Cache, CacheError, CacheFile, Passphrase, Trouble};
use signin_lens::columns;
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Options, Progress, find_inputs};

const PASSPHRASE: &str = "correct horse battery";
const OTHER: &str = "x'quoted\" and än-other";

fn passphrase(text: &str) -> Option<Passphrase> {
    Passphrase::new(text)
}

fn import(cache: &mut Cache, path: PathBuf) {
    let input = find_inputs(&[path]).remove(0).expect("the file is there");
    cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report");
}

fn sample(name: &str, ending: &str) -> PathBuf {
    let is_it = |path: &PathBuf| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name));
    sample_files(ending).into_iter().find(is_it).expect("the sample has it")
}

/// Texts that stand in files of a folder as they are.
fn plain_in(folder: &Path, texts: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let bytes = fs::read(entry.path()).expect("it can be read");
        let named = texts.iter().filter(|text| memchr::memmem::find(&bytes, text.as_bytes()).is_some());
        found.extend(named.map(|text| format!("{}: {text}", entry.file_name().display())));
    }
    found
}

/// What every row tells of every field.
fn told(cache: &Cache) -> Vec<String> {
    let columns = columns::load(cache).expect("it loads");
    let rows = Log::ALL.into_iter().flat_map(|log| columns.rows_of(log).iter().copied());
    rows.map(|row| format!("{:?}", Field::ALL.map(|field| columns.value(field, row)))).collect()
}

#[test]
fn an_encrypted_cache_holds_the_same_and_no_plain_text() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = CacheFile::from(folder.path().join("cache.db"));
    let mut cache = file.open().expect("a new cache opens");
    assert!(!cache.is_encrypted());
    import(&mut cache, sample("ApplicationSignIns", "json"));
    let columns = columns::load(&cache).expect("it loads");
    let row = columns.rows_of(Log::ServicePrincipal)[0];
    let note = Annotation { bookmarked: true, note: "seen with the team".to_owned() };
    let identity = columns.identity(row).expect("it has one");
    cache.annotate(&[(identity, note)]).expect("it is kept");
    let mut texts: Vec<String> =
        ["seen with the team", "ApplicationSignIns", "CREATE TABLE", "SQLite format"].map(String::from).into();
    texts.extend(columns.value(Field::ServicePrincipal, row).map(Into::into));
    assert_eq!(texts.len(), 5, "the row names an application");
    // A copy of an older version, as it stays until something is forgotten.
    fs::copy(file.path(), folder.path().join("cache.db.before-version-4")).expect("room for a copy");
    let before = told(&cache);
    drop((cache, columns));
    assert!(plain_in(folder.path(), &texts).len() >= texts.len());

    file.encrypt(passphrase(PASSPHRASE)).expect("nobody has it open");
    assert_eq!(plain_in(folder.path(), &texts), [""; 0]);
    let mut cache = file.open().expect("its passphrase is known");
    assert!(cache.is_encrypted());
    assert_eq!(told(&cache), before);
    assert_eq!(cache.check(&mut |_| true).expect("it is checked").expect("to its end").problems, [""; 0]);
    // Nor do its log, what it has beside it while it is open, and what comes later.
    import(&mut cache, sample("MSISignIns", "csv"));
    texts.extend(["MSISignIns".to_owned(), "managed-identity".to_owned()]);
    assert_eq!(plain_in(folder.path(), &texts), [""; 0]);
    let after = told(&cache);
    assert!(after.len() > before.len());
    drop(cache);

    // Who does not know the passphrase has nothing, and changes nothing.
    let bytes = fs::read(file.path()).expect("it is there");
    let refused = |passphrase: Option<Passphrase>| Cache::open_with(file.path(), passphrase.as_ref()).map(drop);
    assert!(matches!(refused(None), Err(CacheError::Locked)));
    assert!(matches!(refused(passphrase("correct horse")), Err(CacheError::WrongPassphrase)));
    assert_eq!(refused(None).map_err(|error| error.trouble()), Err(Some(Trouble::Locked)));
    assert!(fs::read(file.path()).expect("it is there") == bytes);

    file.encrypt(passphrase(OTHER)).expect("nobody has it open");
    assert!(matches!(refused(passphrase(PASSPHRASE)), Err(CacheError::WrongPassphrase)));
    assert_eq!(told(&file.open().expect("the new one is known")), after);
    file.encrypt(None).expect("nobody has it open");
    let cache = Cache::open(file.path()).expect("no passphrase is needed");
    assert_eq!((told(&cache), cache.is_encrypted()), (after, false));
    assert!(!plain_in(folder.path(), &texts).is_empty());
}

#[test]
fn a_cache_that_somebody_has_open_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = CacheFile::from(folder.path().join("cache.db"));
    let mut other = file.open().expect("a new cache opens");
    import(&mut other, sample("MSISignIns", "csv"));
    assert!(matches!(file.encrypt(passphrase(PASSPHRASE)), Err(CacheError::InUse)));
    assert!(!file.open().expect("it opens as before").is_encrypted());
    import(&mut other, sample("ApplicationSignIns", "csv"));
    assert_eq!(other.sources().expect("they are listed").len(), 2);
    assert!(!folder.path().join("cache.db.encrypting").exists());
}

#[test]
fn a_new_cache_can_be_encrypted_from_its_begin_by_several_threads_at_once() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = CacheFile::new(folder.path().join("cache.db"), passphrase(PASSPHRASE));
        let opened: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> =
                (0..4).map(|_| scope.spawn(|| file.open().map(|cache| cache.is_encrypted()))).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        assert!(opened.iter().all(|is_encrypted| matches!(is_encrypted, Ok(true))), "{opened:?}");
    }
}

#[test]
fn the_copy_of_an_older_encrypted_cache_is_encrypted() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let packed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/caches/version-7.sqlite.zst");
    let plain = folder.path().join("plain.db");
    let bytes = zstd::stream::decode_all(fs::File::open(packed).expect("the file is there")).expect("a frame");
    fs::write(&plain, bytes).expect("room for a small file");
    let path = folder.path().join("cache.db");
    // Before any cache was opened, SQLCipher might not be ready.
    let other = tempfile::tempdir().expect("a temporary folder");
    drop(Cache::open(&other.path().join("first.db")).expect("a new cache opens"));
    let old = Connection::open(&plain).expect("it is a database");
    let mark = |name: &str| -> i64 { old.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).expect("a mark") };
    old.execute("ATTACH DATABASE ?1 AS copy KEY ?2", [path.to_str().expect("a plain path"), PASSPHRASE])
        .expect("attached");
    old.execute_batch("PRAGMA copy.cipher_page_size = 8192").expect("it is empty");
    old.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(())).expect("copied");
    for name in ["application_id", "user_version"] {
        old.execute_batch(&format!("PRAGMA copy.{name} = {}", mark(name))).expect("marked");
    }
    drop(old);
    fs::remove_file(plain).expect("it is ours");
    let cache = Cache::open_with(&path, passphrase(PASSPHRASE).as_ref()).expect("it is brought up to date");
    assert_eq!(columns::load(&cache).expect("it loads").rows_of(Log::Interactive).len(), 39);
    assert!(folder.path().join("cache.db.before-version-8").exists());
    assert_eq!(plain_in(folder.path(), &["CREATE TABLE".to_owned(), "Portal".to_owned()]), [""; 0]);
}

#[test]
fn what_can_be_read_of_a_damaged_encrypted_cache_is_rescued_into_an_encrypted_one() {
    const PAGE: usize = 8192;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = CacheFile::new(folder.path().join("cache.db"), passphrase(PASSPHRASE));
    let mut cache = file.open().expect("a new cache opens");
    for (name, ending) in [("InteractiveSignIns_2026", "json"), ("ApplicationSignIns", "json"), ("MSISignIns", "csv")] {
        import(&mut cache, sample(name, ending));
    }
    let records: u64 = cache.sources().expect("they are listed").iter().map(|source| source.counts.records).sum();
    drop(cache);
    let whole = fs::read(file.path()).expect("it is there");
    let pages = whole.len() / PAGE;
    let mut lost = 0;
    for page in [pages / 4, pages / 3, pages / 2, pages] {
        let mut bytes = whole.clone();
        match bytes.get_mut(page * PAGE + 100) {
            Some(byte) => *byte ^= 1,
            // As a copy that was broken off ends: in the middle of a page.
            None => bytes.truncate(pages * 5 / 6 * PAGE + 700),
        }
        fs::write(file.path(), &bytes).expect("room for a copy");
        let checked = file.open().and_then(|cache| cache.check(&mut |_| true));
        match checked {
            Ok(checked) => assert_ne!(checked.expect("to its end").problems, [""; 0]),
            Err(error) => assert_eq!(error.trouble(), Some(Trouble::Damaged), "{error}"),
        }
        let replaced = file.replace(Some(&mut |_| {})).expect("what can be read is taken over");
        assert!(fs::read(replaced.old).expect("it is there") == bytes, "the damaged file was changed");
        let rescued = replaced.rescued.expect("it was asked for");
        assert_eq!(rescued.records + rescued.lost, records, "page {page}: {rescued:?}");
        println!("page {page} of {pages}: {} kept, {} lost", rescued.records, rescued.lost);
        // One page of many, or a part of the file.
        assert!(rescued.records > if page < pages { records * 9 / 10 } else { 0 }, "page {page}: {rescued:?}");
        lost += rescued.lost;
        let cache = file.open().expect("the new cache opens");
        assert!(cache.is_encrypted());
        assert_eq!(cache.check(&mut |_| true).expect("it is checked").expect("to its end").problems, [""; 0]);
    }
    assert!(lost > 0, "no damage was noticed");
}

fn program(cache: &Path, arguments: &[&str], passphrases: [Option<&str>; 2]) -> Program {
    let mut program = Program::new(env!("CARGO_BIN_EXE_signin-lens"));
    program.env("SIGNIN_LENS_CACHE", cache).args(arguments).stdin(Stdio::null());
    for (name, value) in ["SIGNIN_LENS_PASSPHRASE", "SIGNIN_LENS_NEW_PASSPHRASE"].into_iter().zip(passphrases) {
        match value {
            Some(value) => program.env(name, value),
            None => program.env_remove(name),
        };
    }
    program
}

fn run(cache: &Path, arguments: &[&str], passphrases: [Option<&str>; 2]) -> (Output, String) {
    let output = program(cache, arguments, passphrases).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, said)
}

#[test]
fn verbs_have_the_passphrase_from_the_environment() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let report = sample("MSISignIns", "csv");
    let report = report.to_str().expect("a plain path");
    let known = [Some(PASSPHRASE), None];
    assert!(run(&cache, &["encrypt"], known).1.starts_with("There is no cache"));
    assert!(run(&cache, &["import", report], [None; 2]).0.status.success());
    let listed = run(&cache, &["list"], [None; 2]).0.stdout;
    let (refused, said) = run(&cache, &["encrypt"], [None; 2]);
    assert_eq!((refused.status.code(), said.contains("SIGNIN_LENS_NEW_PASSPHRASE")), (Some(2), true), "{said}");
    assert!(run(&cache, &["encrypt"], [None, Some("short")]).1.contains("at least 8 characters"));
    let (encrypted, said) = run(&cache, &["encrypt"], [None, Some(PASSPHRASE)]);
    assert!(encrypted.status.success() && said.contains("The cache is encrypted"), "{said}");

    let (refused, said) = run(&cache, &["list"], [None; 2]);
    assert!(said.contains("set the environment variable SIGNIN_LENS_PASSPHRASE"), "{said}");
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
    let (_, said) = run(&cache, &["list"], [Some("something else"), None]);
    assert_eq!(said.lines().count(), 1, "SQLCipher says nothing beside: {said}");
    assert!(said.contains("This passphrase does not open the cache"), "{said}");
    assert_eq!(run(&cache, &["list"], known).0.stdout, listed);
    assert!(run(&cache, &["check"], known).0.status.success());
    assert!(run(&cache, &["rescue"], known).1.contains("nothing to rescue"));
    assert!(run(&cache, &["import", report], known).0.status.success());
    assert!(run(&cache, &["decrypt"], known).0.status.success());
    assert_eq!(run(&cache, &["list"], [None; 2]).0.stdout, listed);
    // One that is not encrypted needs none, whatever is set.
    assert_eq!(run(&cache, &["list"], known).0.stdout, listed);
    let new = folder.path().join("new.db");
    assert!(run(&new, &["import", report], known).0.status.success());
    assert!(run(&new, &["list"], [None; 2]).1.contains("is encrypted"));
}

#[test]
fn killed_while_it_encrypts_the_cache_is_the_old_one_or_the_new_one() {
    let kills = std::env::var("KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(6);
    let seed = u64::from(std::process::id());
    println!("SEED={seed}");
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let base = folder.path().join("base.db");
    let both = [Some(PASSPHRASE), Some(PASSPHRASE)];
    let report = sample("InteractiveSignIns_2026", "json");
    assert!(run(&base, &["import", report.to_str().expect("a plain path")], [None; 2]).0.status.success());
    let rows = run(&base, &["list", "--columns", "all", "--format", "csv"], [None; 2]).0.stdout;
    let mut times = [Duration::ZERO; 2];
    for (verb, time) in ["encrypt", "decrypt"].into_iter().zip(&mut times) {
        let since = Instant::now();
        assert!(run(&base, &[verb], both).0.status.success());
        *time = since.elapsed();
    }
    let mut midway = 0;
    for number in 0..kills {
        let own = tempfile::tempdir().expect("a temporary folder");
        let cache = own.path().join("cache.db");
        fs::copy(&base, &cache).expect("room for a copy");
        let deed = number % 2;
        if deed == 1 {
            assert!(run(&cache, &["encrypt"], both).0.status.success());
        }
        let verb = ["encrypt", "decrypt"][deed];
        let child = program(&cache, &[verb], both).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut child = child.expect("the program starts");
        thread::sleep(times[deed].mul_f64(f64::from(random.next_u32()) / f64::from(u32::MAX)));
        child.kill().expect("it can be killed");
        midway += usize::from(!child.wait().expect("it has ended").success());
        let (listed, said) = run(&cache, &["list", "--columns", "all", "--format", "csv"], both);
        assert!(listed.stdout == rows, "{verb}: {said}");
        // A copy that did not come to its end may be plain text.
        let names = || fs::read_dir(own.path()).expect("a folder").flatten().map(|entry| entry.file_name());
        assert_eq!(names().collect::<Vec<_>>(), ["cache.db"], "{verb}: something is left beside the cache");
        assert!(run(&cache, &["check"], both).0.status.success());
        let (done, said) = run(&cache, &[verb], both);
        assert!(done.status.success(), "{verb}: {said}");
        assert_eq!(names().collect::<Vec<_>>(), ["cache.db"], "{verb}: something is left beside the cache");
    }
    assert!(midway * 2 >= kills, "only {midway} of {kills} kills came before the end");
}

/// A window on an encrypted cache of [`INTERACTIVE`], before its passphrase was typed.
fn locked() -> Scene {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().join("InteractiveSignIns.csv");
    fs::write(&report, INTERACTIVE).expect("room for a small file");
    let file = CacheFile::new(folder.path().join("cache.sqlite"), passphrase(PASSPHRASE));
    import(&mut file.open().expect("a new cache opens"), report);
    Scene::over(folder, 1280.0, 800.0)
}

#[test]
fn a_window_asks_for_the_passphrase_and_then_imports_what_waited_for_it() {
    let mut scene = locked();
    assert!(scene.shows("The cache is encrypted") && scene.says("its passphrase is needed"));
    // What the program was started with.
    let file = scene.file("more.csv", &INTERACTIVE.replace("2026-", "2025-"));
    scene.apply(Command::Import(vec![file]));
    assert!(scene.shows("The cache is encrypted"));
    scene.type_text("something else");
    scene.press(&[Key::Enter]);
    assert!(scene.says("This passphrase does not open the cache"), "{:?}", scene.names("passphrase"));
    scene.type_text(PASSPHRASE);
    scene.press(&[Key::Enter]);
    assert!(!scene.shows("The cache is encrypted"));
    let rows = INTERACTIVE.lines().count() - 1;
    assert_eq!(scene.state().columns.len(), 2 * rows, "both files are there");
    assert!(matches!(scene.state().imports.files()[0].state, FileState::Done(..)));
    scene.apply(Command::Show(View::Sources));
    assert!(scene.says("in the encrypted cache"));
}

#[test]
fn a_forgotten_passphrase_leaves_the_file_and_gives_an_empty_cache() {
    let mut scene = locked();
    let bytes = fs::read(scene.folder.path().join("cache.sqlite")).expect("it is there");
    scene.click("Begin with an empty cache");
    assert!(scene.says("Drop downloaded reports here"));
    let aside = fs::read_dir(scene.folder.path()).expect("a folder").flatten();
    let aside = aside.map(|entry| entry.path()).find(|path| path.to_string_lossy().ends_with('Z')).expect("it is kept");
    assert!(fs::read(aside).expect("it is there") == bytes);
    assert!(!scene.state().encryption.is_on);
}

#[test]
fn the_cache_is_encrypted_and_decrypted_from_the_window() {
    let mut scene = Scene::with_report();
    let rows = scene.state().columns.len();
    let path = scene.folder.path().join("cache.sqlite");
    scene.apply(Action::Encrypt.command());
    assert!(scene.shows("Encrypt the cache"));
    scene.type_text("short");
    scene.press(&[Key::Enter]);
    assert!(scene.says("At least 8 characters"));
    scene.apply(Command::ShowSheet(None));
    scene.apply(Action::Encrypt.command());
    scene.type_text(PASSPHRASE);
    scene.press(&[Key::Tab]);
    scene.type_text(OTHER);
    assert!(scene.says("The two are not the same"));
    scene.apply(Command::ShowSheet(None));
    scene.apply(Action::Encrypt.command());
    scene.type_text(PASSPHRASE);
    scene.press(&[Key::Tab]);
    scene.type_text(PASSPHRASE);
    scene.press(&[Key::Enter]);
    let (told, is_error) = scene.notice();
    assert!(told.starts_with("The cache is encrypted") && !is_error, "{told}");
    assert!(matches!(Cache::open(&path), Err(CacheError::Locked)));
    // The window goes on with it.
    scene.import("more.csv", &INTERACTIVE.replace("2026-", "2025-"));
    assert_eq!(scene.state().columns.len(), 2 * rows);
    assert_eq!(scene.state().action_title(Action::Encrypt), "Passphrase of the cache…");
    scene.apply(Action::Encrypt.command());
    scene.click("Decrypt…");
    assert!(matches!(Cache::open(&path), Err(CacheError::Locked)), "it is asked first");
    scene.click("Yes, decrypt");
    assert!(Cache::open(&path).is_ok());
    // What can't be done is told where it was asked for.
    let other = Cache::open(&path).expect("it opens");
    scene.apply(Action::Encrypt.command());
    scene.apply(Command::Encryption(EncryptionCommand::Encrypt(passphrase(PASSPHRASE).expect("a text"))));
    assert!(scene.says("Another window or program has this cache open"));
    drop(other);
    assert!(!scene.state().encryption.is_on);
}

#[test]
fn the_cache_is_not_encrypted_while_an_import_writes_to_it() {
    let mut scene = Scene::with_report();
    let rows = scene.state().columns.len();
    scene.apply(Action::Encrypt.command());
    let more = scene.file("more.csv", &INTERACTIVE.replace("2026-", "2025-"));
    scene.give(Command::Import(vec![more]));
    scene.apply(Command::Encryption(EncryptionCommand::Encrypt(passphrase(PASSPHRASE).expect("a text"))));
    assert!(scene.says("Imports, exports and verifying must end first"));
    assert!(!scene.state().encryption.is_on);
    assert_eq!(scene.state().columns.len(), 2 * rows);
    scene.apply(Command::Encryption(EncryptionCommand::Encrypt(passphrase(PASSPHRASE).expect("a text"))));
    assert!(scene.state().encryption.is_on, "it can be done afterwards");
}
