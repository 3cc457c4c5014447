//! Where there is no room left, the program says so and everything is as it was.

#![cfg(unix)]

mod files;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use files::sample_files;

const PROGRAM: &str = env!("CARGO_BIN_EXE_signin-lens");

/// Runs the program where no file may become larger than so many kilobytes: writing beyond fails as on a full disk.
fn limited(kilobytes: usize, arguments: &[&str]) -> Output {
    // In blocks of 512 bytes, as POSIX says: so does dash, and bash where it is called sh.
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", kilobytes * 2);
    Command::new("sh").args(["-c", &script, PROGRAM]).args(arguments).output().expect("a shell runs")
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().expect("the program runs")
}

fn sample(name: &str) -> String {
    let found = sample_files("json").into_iter().find(|path| path.display().to_string().contains(name));
    found.expect("the sample has it").display().to_string()
}

/// A cache with a report of the sample, and what it lists.
fn desk(report: &str) -> (tempfile::TempDir, PathBuf, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let output = run(&["import", "--cache", text(&cache), &sample(report)]);
    assert!(output.status.success());
    let listed = list(&cache);
    (folder, cache, listed)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a name in UTF-8")
}

fn list(cache: &Path) -> Vec<u8> {
    let output = run(&["list", "--cache", text(cache), "--columns", "all", "--format", "csv"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn sentence(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[test]
fn an_import_without_room_keeps_nothing_and_says_so() {
    let (_folder, cache, before) = desk("MSISignIns");
    let size = fs::metadata(&cache).expect("the cache").len() as usize / 1024;
    for room in [size + 8, size + 200, size + 700] {
        let said = sentence(&limited(room, &["import", "--cache", text(&cache), &sample("NonInteractiveSignIns")]));
        assert!(said.contains("full") || said.contains("too large") || said.contains("I/O"), "{said}");
        assert_eq!(list(&cache), before, "with {room} kB");
    }
    let whole = run(&["import", "--cache", text(&cache), &sample("NonInteractiveSignIns")]);
    assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stderr));
}

#[test]
fn an_export_without_room_leaves_the_old_file() {
    let (folder, cache, _) = desk("ApplicationSignIns");
    for name in ["out.csv", "out.xlsx", "out.json", "out.zip"] {
        let file = folder.path().join(name);
        fs::write(&file, "older").expect("room for a small file");
        let mut call = vec!["list", "--cache", text(&cache), "-o", text(&file)];
        call.extend(if name == "out.zip" { &["--originals"][..] } else { &["--columns", "all"] });
        let said = sentence(&limited(32, &call));
        assert!(said.contains(name), "{said}");
        assert_eq!(fs::read(&file).expect("the old file"), b"older", "{name}");
        let left = fs::read_dir(folder.path()).expect("a folder").flatten();
        let parts = left.filter(|entry| entry.file_name().to_string_lossy().ends_with(".part")).count();
        assert_eq!(parts, 0, "{name}: a temporary file is left");
    }
}
