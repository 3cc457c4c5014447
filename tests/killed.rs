//! Killed at any moment, the program leaves a cache that is whole and files that are whole.
//!
//! Each trial runs the program itself on a copy of a cache, kills it after a random time, and looks at what it left.
//! `KILLS` sets how many there are, spread over all deeds (20 if not set); `SEED` repeats a run.

mod files;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime};

use files::sample_files;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rusqlite::Connection;

/// What is done when the program is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Import,
    Merge,
    Forget,
    ExportCsv,
    ExportWorkbook,
    Pack,
}

const DEEDS: [Deed; 6] = [Deed::Import, Deed::Merge, Deed::Forget, Deed::ExportCsv, Deed::ExportWorkbook, Deed::Pack];

/// What stands in a file before an export replaces it.
const OLD: &[u8] = b"an older export";

/// A folder with the cache on which all is done: interactive sign-ins as JSON.
static BASE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("base.db");
    run(&cache, &["import", &sample("InteractiveSignIns", "json")]);
    (folder, cache)
});

fn sample(name: &str, ending: &str) -> String {
    let found = sample_files(ending)
        .into_iter()
        .find(|path| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&format!("{name}_2026"))));
    found.expect("the sample has it").display().to_string()
}

fn program(cache: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_signin-lens"));
    command.env("SIGNIN_LENS_CACHE", cache).args(arguments).stdin(Stdio::null());
    command
}

fn run(cache: &Path, arguments: &[&str]) -> Output {
    let output = program(cache, arguments).output().expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Everything that the cache tells: its sources but for their times, and every sign-in with every field.
fn content(cache: &Path) -> String {
    let sources = run(cache, &["sources", "--format", "json"]).stdout;
    let mut sources: Vec<serde_json::Value> = serde_json::from_slice(&sources).expect("a list");
    for source in &mut sources {
        source.as_object_mut().expect("an object").retain(|name, _| name != "imported");
    }
    let rows = run(cache, &["list", "--columns", "all", "--format", "csv"]).stdout;
    format!("{}\n{}", serde_json::Value::from(sources), String::from_utf8(rows).expect("UTF-8"))
}

/// A folder for one trial.
struct Trial {
    folder: tempfile::TempDir,
    deed: Deed,
}

impl Trial {
    fn new(deed: Deed) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::copy(&BASE.1, folder.path().join("cache.db")).expect("room for a copy");
        let trial = Self { folder, deed };
        if let Some(file) = trial.exported() {
            fs::write(file, OLD).expect("room for a small file");
        }
        trial
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache.db")
    }

    /// The file that is written.
    fn exported(&self) -> Option<PathBuf> {
        let name = match self.deed {
            Deed::Import | Deed::Merge | Deed::Forget => return None,
            Deed::ExportCsv => "out.csv",
            Deed::ExportWorkbook => "out.xlsx",
            Deed::Pack => "out.html",
        };
        Some(self.folder.path().join(name))
    }

    fn arguments(&self) -> Vec<String> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let mut arguments = match self.deed {
            Deed::Import => vec!["import".to_owned(), sample("NonInteractiveSignIns", "json")],
            Deed::Merge => vec!["import".to_owned(), sample("InteractiveSignIns", "csv")],
            Deed::Forget => words(&["forget", "1"]),
            Deed::ExportCsv | Deed::ExportWorkbook => words(&["list", "--columns", "all", "-o"]),
            Deed::Pack => words(&["pack", "-o"]),
        };
        arguments.extend(self.exported().map(|file| file.display().to_string()));
        arguments
    }

    fn command(&self) -> Command {
        let arguments = self.arguments();
        program(&self.cache(), &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Does it to its end.
    fn finish(&self) {
        let output = self.command().output().expect("the program runs");
        assert!(output.status.success(), "{:?}: {}", self.deed, String::from_utf8_lossy(&output.stderr));
    }

    /// Does it and kills the program after a time. Whether it was done by then, and said so.
    fn kill_after(&self, time: Duration) -> bool {
        let child = self.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("the program starts");
        std::thread::sleep(time);
        child.kill().expect("it can be killed");
        let output = child.wait_with_output().expect("it has ended");
        output.status.success() || !output.stdout.is_empty()
    }
}

/// How it is when nothing comes between, and how long that takes.
struct Undisturbed {
    content: String,
    file: Vec<u8>,
    time: Duration,
}

impl Undisturbed {
    fn of(deed: Deed) -> Self {
        let trial = Trial::new(deed);
        let start = Instant::now();
        trial.finish();
        let time = start.elapsed();
        Self { content: content(&trial.cache()), file: trial.exported().map(read).unwrap_or_default(), time }
    }
}

fn read(path: PathBuf) -> Vec<u8> {
    fs::read(path).expect("the file is there")
}

/// What an export tells, part by part, without the moment at which a workbook was made, which alone differs between two.
fn told(deed: Deed, file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    match deed {
        Deed::Import | Deed::Merge | Deed::Forget => BTreeMap::new(),
        Deed::ExportCsv => BTreeMap::from([("rows".to_owned(), file.to_vec())]),
        Deed::ExportWorkbook => members(file),
        Deed::Pack => {
            assert!(file.trim_ascii_end().ends_with(b"</html>"), "the pack is not whole");
            BTreeMap::from([("page".to_owned(), file.to_vec())])
        }
    }
}

fn members(workbook: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).expect("a whole workbook");
    let mut members = BTreeMap::new();
    for place in 0..archive.len() {
        let mut member = archive.by_index(place).expect("a whole workbook");
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("a whole member");
        members.insert(member.name().expect("a name").into_owned(), bytes);
    }
    members.remove("docProps/core.xml").expect("it tells when the workbook was made");
    let take = |name: &str, members: &mut BTreeMap<String, Vec<u8>>| {
        String::from_utf8(members.remove(name).expect("it has this member")).expect("UTF-8")
    };
    let mut strings = take("xl/sharedStrings.xml", &mut members);
    let mut about = take("xl/worksheets/sheet2.xml", &mut members);
    let title = strings.find("<t>Exported at</t>").expect("the sheet tells it");
    let number = strings[..title].matches("<si>").count() - 1;
    cut_after(&mut about, &format!("<v>{number}</v>"), "<v>", "</v>");
    cut_after(&mut strings, "<t>Exported at (UTC)</t>", "<t>", "</t>");
    members.insert("strings".to_owned(), strings.into_bytes());
    members.insert("about".to_owned(), about.into_bytes());
    members
}

/// Takes away what stands between two marks, the first time after a third.
fn cut_after(text: &mut String, after: &str, open: &str, close: &str) {
    let from = text.find(after).expect("it is there") + after.len();
    let start = from + text[from..].find(open).expect("something follows") + open.len();
    let end = start + text[start..].find(close).expect("it is closed");
    text.replace_range(start..end, "");
}

/// What a writer has left beside the file that it was writing.
fn left_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "part")).collect()
}

#[test]
fn whatever_moment_it_is_killed_at_everything_is_whole() {
    let setting = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let kills = setting("KILLS").unwrap_or(20);
    let seed = setting("SEED").unwrap_or_else(|| u64::from(std::process::id()));
    println!("SEED={seed} KILLS={kills}");
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let before = content(&BASE.1);
    let undisturbed: BTreeMap<Deed, Undisturbed> =
        DEEDS.into_iter().map(|deed| (deed, Undisturbed::of(deed))).collect();
    let mut outcomes: BTreeMap<(Deed, &str), u64> = BTreeMap::new();
    let mut leftovers = 0;
    for number in 0..kills {
        let deed = DEEDS[number as usize % DEEDS.len()];
        let whole = &undisturbed[&deed];
        let trial = Trial::new(deed);
        let time = whole.time.mul_f64(f64::from(random.next_u32()) / f64::from(u32::MAX) * 1.1);
        let is_done = trial.kill_after(time);
        // A copy is checked, so that it is the program that has to recover what was left.
        let copy = tempfile::tempdir().expect("a temporary folder");
        for ending in ["", "-wal"] {
            let from = trial.folder.path().join(format!("cache.db{ending}"));
            if from.exists() {
                fs::copy(from, copy.path().join(format!("cache.db{ending}"))).expect("room for a copy");
            }
        }
        let connection = Connection::open(copy.path().join("cache.db")).expect("the cache opens");
        let found: String =
            connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("it is checked");
        assert_eq!(found, "ok", "{deed:?} killed after {time:?}");
        drop(connection);
        let after = content(&trial.cache());
        let is_after = after == whole.content;
        assert!(is_after || after == before, "{deed:?} killed after {time:?}: neither as before nor as when done");
        match trial.exported() {
            None => assert!(is_after || !is_done, "{deed:?} was reported done and is not there"),
            Some(file) => {
                let file = read(file);
                let is_old = file == OLD;
                assert!(is_old || told(deed, &file) == told(deed, &whole.file), "{deed:?}: the file is another one");
                assert!(!(is_old && is_done), "{deed:?} was reported done and the file is the old one");
            }
        }
        let left = left_in(trial.folder.path());
        for file in &left {
            // One that was just made is spared: whoever writes it may be alive.
            let file = fs::File::options().write(true).open(file).expect("it is ours");
            file.set_modified(SystemTime::now() - Duration::from_mins(2)).expect("its time can be set");
        }
        leftovers += u64::from(!left.is_empty());
        if deed != Deed::Forget || !is_after {
            trial.finish();
            assert!(content(&trial.cache()) == whole.content, "{deed:?} done again gives something else");
            if let Some(file) = trial.exported() {
                assert!(told(deed, &read(file)) == told(deed, &whole.file), "{deed:?} done again gives another file");
            }
        }
        assert!(left_in(trial.folder.path()).is_empty(), "{deed:?}: half a file is still there");
        let outcome = if is_done {
            "done in time"
        } else if is_after && before != whole.content {
            "done, not said"
        } else {
            "not done"
        };
        *outcomes.entry((deed, outcome)).or_default() += 1;
    }
    let midway =
        outcomes.iter().filter(|((_, outcome), _)| *outcome == "not done").map(|(_, times)| times).sum::<u64>();
    assert!(midway * 3 >= kills, "only {midway} of {kills} kills came before the end");
    for ((deed, outcome), times) in outcomes {
        println!("{deed:?}: {times} {outcome}");
    }
    println!("{leftovers} left half a file under another name, which the next writer removed");
}
