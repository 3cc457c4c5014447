//! Input made to break a program: it ends soon, in little memory, with a sentence or with rejects, and its neighbours are read.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use signin_lens::import::{Progress, find_inputs, fingerprint};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// So long may an import take that should take a second: a hang is told from a slow machine.
const PATIENCE: Duration = Duration::from_mins(2);
/// Peak memory in MB whatever the file holds: four times the longest record that is read, and what every import takes.
const MOST_MB: u64 = 450;

fn sign_in(number: usize) -> String {
    format!(
        r#"{{"id":"00000000-0000-4000-8000-{number:012}","createdDateTime":"2026-10-05T08:19:41Z","appId":"a","userDisplayName":"Zoe"}}"#
    )
}

struct Desk(tempfile::TempDir);

/// What came of an import.
struct Outcome {
    /// What it said on standard error.
    said: String,
    /// For each file: records, new, rejected.
    counts: Vec<[u64; 3]>,
}

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("room for the file");
        path
    }

    /// Imports by the program itself, which must end in time and in little memory.
    fn import(&self, paths: &[&Path]) -> Outcome {
        let out = self.path("told.json");
        let mut child = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
            .arg("import")
            .args(paths)
            .args(["--format", "json", "-o"])
            .arg(&out)
            .arg("--cache")
            .arg(self.path("cache.db"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(self.path("said.txt")).expect("a new file"))
            .spawn()
            .expect("the program starts");
        let (start, status) = (Instant::now(), format!("/proc/{}/status", child.id()));
        let mut peak = 0;
        let exit = loop {
            // Only Linux tells it; elsewhere the rest is tested.
            peak = peak.max(peak_mb(&status).unwrap_or(0));
            if let Some(exit) = child.try_wait().expect("it can be waited for") {
                break exit;
            }
            if start.elapsed() > PATIENCE {
                child.kill().expect("it can be killed");
                panic!("{paths:?}: still at it after {PATIENCE:?}");
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let said = fs::read_to_string(self.path("said.txt")).expect("it said something or nothing");
        assert!(exit.code().is_some_and(|code| code < 2), "{paths:?}: {exit}: {said}");
        assert!(!said.contains("panicked"), "{said}");
        assert!(peak < MOST_MB, "{paths:?}: {peak} MB");
        let told = fs::read_to_string(&out).unwrap_or_else(|_| "[]".to_owned());
        let told: Vec<serde_json::Value> = serde_json::from_str(&told).expect("a list");
        let count = |file: &serde_json::Value, name: &str| file[name].as_u64().unwrap_or(0);
        let counts = told.iter().map(|file| ["records", "new", "rejected"].map(|name| count(file, name))).collect();
        Outcome { said, counts }
    }
}

fn peak_mb(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1_000)
}

#[test]
fn deep_nesting_spoils_its_record_alone() {
    let desk = Desk::new();
    let deep = 100_000;
    let nested = format!(
        r#"{{"id":"x","createdDateTime":"2026-10-05T08:19:41Z","a":{}1{}}}"#,
        "[".repeat(deep),
        "]".repeat(deep)
    );
    let file = desk.write("deep.json", format!("[{},{nested},{}]", sign_in(1), sign_in(2)));
    // What it nests is no property that is read.
    assert_eq!(desk.import(&[&file]).counts, [[3, 3, 0]]);
    let objects = format!("{}{}", "{\"a\":".repeat(deep), "}".repeat(deep));
    let file = desk.write("objects.json", format!("[{},{objects},{}]", sign_in(3), sign_in(4)));
    assert_eq!(desk.import(&[&file]).counts, [[3, 2, 1]]);
    let open = desk.write("open.json", format!("[{}\n,{}", sign_in(5), "[{".repeat(deep)));
    assert_eq!(desk.import(&[&open]).counts[0][1], 1);
}

#[test]
fn a_string_of_200_megabytes_is_one_reject() {
    let desk = Desk::new();
    for (name, begin, end) in [("long.json", "[", "]"), ("lines.jsonl", "", "")] {
        let path = desk.path(name);
        let mut out = BufWriter::new(File::create(&path).expect("a new file"));
        let number = name.len();
        let between = if begin.is_empty() { "\n" } else { ",\n" };
        write!(out, "{begin}{}{between}{{\"id\":\"", sign_in(number)).expect("room");
        for _ in 0..200 {
            out.write_all(&vec![b'x'; 1 << 20]).expect("room for 200 MB");
        }
        write!(out, "\"}}{between}{}{end}", sign_in(number + 10)).expect("room");
        out.into_inner().expect("all is written");
        let outcome = desk.import(&[&path]);
        assert_eq!(outcome.counts[0][1..], [2, 1], "{name}: {:?} {}", outcome.counts, outcome.said);
        fs::remove_file(path).expect("it is there");
    }
}

const HEADER: &str = "Date (UTC),Request ID,User,Username,Application,Application ID,Status,IP address";

fn row(number: usize) -> String {
    format!(
        "2026-10-05T08:00:00Z,00000000-0000-4000-8000-{number:012},Zoe,zoe@contoso.example,App,a,Success,203.0.113.5"
    )
}

#[test]
fn a_row_of_a_million_cells_is_one_reject() {
    let desk = Desk::new();
    let text = format!("{HEADER}\n{}\n{}\n{}\n", row(1), "x,".repeat(1_000_000), row(2));
    let file = desk.write("InteractiveSignIns.csv", text);
    assert_eq!(desk.import(&[&file]).counts, [[3, 2, 1]]);
    let header = format!("{}\n1,2,3\n", "Request ID,".repeat(1_000_000));
    let wide = desk.write("wide.csv", header);
    let outcome = desk.import(&[&wide]);
    assert!(outcome.said.contains("more than 2000 columns"), "{}", outcome.said);
    assert!(outcome.counts.is_empty(), "{:?}", outcome.counts);
}

#[test]
fn an_object_of_many_properties_is_refused_soon() {
    let desk = Desk::new();
    let properties: Vec<String> = (0..200_000).map(|number| format!("\"property {number}\":1")).collect();
    let file = desk.write("wide.json", format!("[{{{}}}]", properties.join(",")));
    let outcome = desk.import(&[&file]);
    assert!(outcome.said.contains("wide.json"), "{}", outcome.said);
    assert!(outcome.counts.is_empty(), "{:?}", outcome.counts);
}

#[test]
fn bytes_that_are_no_text_spoil_no_neighbour() {
    let desk = Desk::new();
    let odd = |number: usize, name: &str| sign_in(number).replace("Zoe", name);
    let texts = [odd(1, "a\0b"), odd(2, "\\ud800"), odd(3, "\\udc00\\ud800"), sign_in(4)];
    let mut bytes = format!("[{}", texts.join(",\n")).into_bytes();
    bytes.extend_from_slice(b",\n");
    bytes.extend_from_slice(
        odd(5, "@")
            .as_bytes()
            .iter()
            .map(|byte| if *byte == b'@' { 0xff } else { *byte })
            .collect::<Vec<_>>()
            .as_slice(),
    );
    bytes.extend_from_slice(format!(",\n{}]", sign_in(6)).as_bytes());
    let file = desk.write("odd.json", bytes);
    let counts = desk.import(&[&file]).counts[0];
    assert_eq!(counts[0], 6);
    assert_eq!(counts[0], counts[1] + counts[2], "{counts:?}");
    assert!(counts[1] >= 3, "{counts:?}");
    let good: Vec<String> = (100..200).map(row).collect();
    let (odd, nothing) = (row(11).replace("Zoe", "Z\0e"), "\0".repeat(5_000));
    let rows = format!("{HEADER}\n{}\n{odd}\n{nothing}\n{}\n", good.join("\n"), row(12));
    let file = desk.write("InteractiveSignIns.csv", rows);
    assert_eq!(desk.import(&[&file]).counts, [[103, 102, 1]]);
}

#[test]
fn a_bomb_is_refused_before_it_fills_the_disk() {
    let desk = Desk::new();
    let path = desk.path("blanks.json.gz");
    let mut gzip = GzEncoder::new(File::create(&path).expect("a new file"), Compression::best());
    write!(gzip, "[{},", sign_in(1)).expect("room for a small file");
    for _ in 0..1 << 10 {
        gzip.write_all(&vec![b' '; 1 << 20]).expect("room for a small file");
    }
    gzip.finish().expect("a whole gzip");
    let outcome = desk.import(&[&path]);
    let room = fs::metadata(desk.path("cache.db")).expect("the cache").len();
    assert!(room < 1 << 20, "the cache takes {room} bytes");
    let says = outcome.said.contains("blanks.json.gz") && outcome.said.contains("500 times");
    assert!(says, "{} {:?}", outcome.said, outcome.counts);
    let zip_path = desk.path("bomb.zip");
    let mut zip = ZipWriter::new(File::create(&zip_path).expect("a new file"));
    for name in ["bomb.json", "good.json"] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a new member");
        if name == "good.json" {
            write!(zip, "[{}]", sign_in(7)).expect("room");
        } else {
            for _ in 0..1 << 10 {
                zip.write_all(&vec![b'['; 1 << 20]).expect("room");
            }
        }
    }
    zip.finish().expect("a whole zip");
    let outcome = desk.import(&[&zip_path]);
    assert!(outcome.said.contains("bomb.json") && outcome.said.contains("500 times"), "{}", outcome.said);
    assert_eq!(outcome.counts.iter().map(|counts| counts[1]).sum::<u64>(), 1, "its neighbour is read");
}

#[test]
fn a_gzip_in_a_zip_is_no_way_around_the_limit() {
    let desk = Desk::new();
    let mut piece = GzEncoder::new(Vec::new(), Compression::best());
    piece.write_all(&vec![b' '; 20_000]).expect("room in memory");
    let piece = piece.finish().expect("a whole gzip");
    assert!(20_000 / piece.len() < 500, "the gzip alone is within the limit: {}", piece.len());
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    write!(gzip, "[{},", sign_in(1)).expect("room in memory");
    let begin = gzip.finish().expect("a whole gzip");
    let path = desk.path("twice.zip");
    let mut zip = ZipWriter::new(File::create(&path).expect("a new file"));
    zip.start_file("blanks.json.gz", SimpleFileOptions::default()).expect("a new member");
    zip.write_all(&begin).expect("room for a small file");
    for _ in 0..20_000 {
        zip.write_all(&piece).expect("room for a small file");
    }
    zip.start_file("good.json.gz", SimpleFileOptions::default()).expect("a new member");
    let mut good = GzEncoder::new(&mut zip, Compression::best());
    write!(good, "[{}]", sign_in(2)).expect("room for a small file");
    good.finish().expect("a whole gzip");
    zip.finish().expect("a whole zip");
    let outcome = desk.import(&[&path]);
    let says = outcome.said.contains("blanks.json.gz\u{201d} unpacks to more than 500 times");
    assert!(says, "{} {:?}", outcome.said, outcome.counts);
    assert_eq!(outcome.counts.iter().map(|counts| counts[1]).sum::<u64>(), 1, "its neighbour is read");
}

#[test]
fn members_of_a_zip_share_one_limit() {
    let desk = Desk::new();
    let path = desk.path("many.zip");
    let mut zip = ZipWriter::new(File::create(&path).expect("a new file"));
    for number in 0..8 {
        zip.start_file(format!("{number}.json"), SimpleFileOptions::default()).expect("a new member");
        write!(zip, "[{},", sign_in(number)).expect("room for a small file");
        for _ in 0..60 {
            zip.write_all(&vec![b' '; 1 << 20]).expect("room for a small file");
        }
    }
    zip.start_file("good.json", SimpleFileOptions::default()).expect("a new member");
    write!(zip, "[{}]", sign_in(9)).expect("room for a small file");
    zip.finish().expect("a whole zip");
    let outcome = desk.import(&[&path]);
    assert_eq!(outcome.said.matches("unpacks to more than 500 times").count(), 8, "{}", outcome.said);
    assert_eq!(outcome.counts.iter().map(|counts| counts[1]).sum::<u64>(), 1, "their neighbour is read");
}

#[test]
fn names_in_a_zip_lead_nowhere_else() {
    let around = Desk::new();
    let within = around.path("a/b");
    fs::create_dir_all(&within).expect("room for two folders");
    let desk = Desk(tempfile::tempdir_in(&within).expect("a temporary folder"));
    let path = desk.path("slip.zip");
    let mut zip = ZipWriter::new(File::create(&path).expect("a new file"));
    for (number, name) in ["../../outside.json", "/etc/passwd.json", "C:\\windows\\a.json"].into_iter().enumerate() {
        zip.start_file(name, SimpleFileOptions::default()).expect("a new member");
        write!(zip, "[{}]", sign_in(number)).expect("room");
    }
    zip.add_symlink("link.json", "/etc/passwd", SimpleFileOptions::default()).expect("a link");
    zip.finish().expect("a whole zip");
    let outcome = desk.import(&[&path]);
    assert_eq!(outcome.counts.iter().map(|counts| counts[1]).sum::<u64>(), 3, "{}", outcome.said);
    // The cache with its log, what was told and what was said; nothing was unpacked, here or further up.
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    };
    let known = ["cache.db", "cache.db-shm", "cache.db-wal", "said.txt", "slip.zip", "told.json"].map(str::to_owned);
    let other: Vec<String> = names(desk.0.path()).difference(&known.into()).cloned().collect();
    assert!(other.is_empty(), "{other:?}");
    assert_eq!(names(&within).len(), 1, "{:?}", names(&within));
    assert_eq!(names(&around.path("a")), ["b".to_owned()].into());
    assert_eq!(names(around.0.path()), ["a".to_owned()].into());
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_named_and_not_read() {
    let desk = Desk::new();
    let pipe = desk.path("pipe.json");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("every Unix has mkfifo");
    assert!(made.success());
    let good = desk.write("good.json", format!("[{}]", sign_in(1)));
    std::os::unix::fs::symlink("/dev/zero", desk.path("zero.json")).expect("a link");
    let outcome = desk.import(&[&pipe, &good, Path::new("/dev/zero")]);
    assert!(outcome.said.contains("pipe.json\u{201d} is no file but a pipe"), "{}", outcome.said);
    assert!(outcome.said.contains("/dev/zero\u{201d} is no file but a device"), "{}", outcome.said);
    assert_eq!(outcome.counts.iter().map(|counts| counts[1]).sum::<u64>(), 1);
    let desk_folder = Desk::new();
    let outcome = desk_folder.import(&[desk.0.path()]);
    assert!(outcome.said.contains("a pipe") && outcome.said.contains("a device"), "{}", outcome.said);
}

#[test]
fn ten_thousand_small_files_are_read() {
    let desk = Desk::new();
    let folder = desk.path("many");
    fs::create_dir(&folder).expect("a folder");
    for number in 0..10_000 {
        fs::write(folder.join(format!("{number}.json")), format!("[{}]", sign_in(number))).expect("room");
    }
    let outcome = desk.import(&[&folder]);
    assert_eq!(outcome.counts.len(), 10_000);
    assert_eq!(outcome.counts.iter().map(|counts| counts[1]).sum::<u64>(), 10_000);
}

#[test]
fn members_of_a_zip_are_found_without_reading_its_directory_again() {
    let desk = Desk::new();
    let path = desk.path("many.zip");
    let mut zip = ZipWriter::new(BufWriter::new(File::create(&path).expect("a new file")));
    for number in 0..20_000 {
        zip.start_file(format!("{number}.json"), SimpleFileOptions::default()).expect("a new member");
        write!(zip, "[{}]", sign_in(number)).expect("room for a small file");
    }
    zip.finish().expect("a whole zip");
    let start = Instant::now();
    let inputs = find_inputs(&[path]);
    assert_eq!(inputs.len(), 20_000);
    for input in inputs {
        fingerprint(&input.expect("a member"), &Progress::default()).expect("it can be read");
        assert!(start.elapsed() < PATIENCE, "still at it after {PATIENCE:?}");
    }
}
