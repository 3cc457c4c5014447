//! The house: each floor knows only the floors beneath it, and only some know the outside world.

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up: a floor may name those before it.
const FLOORS: [&str; 15] = [
    "clock",
    "texts",
    "fields",
    "reference",
    "record",
    "import",
    "cache",
    "columns",
    "query",
    "insights",
    "export",
    "app",
    "widgets",
    "views",
    "cli",
];

/// Crates that only some floors may name.
const KEPT_APART: [(&str, &[&str]); 6] = [
    ("eframe", &["app", "widgets", "views"]),
    ("egui", &["app", "widgets", "views"]),
    ("egui_plot", &["widgets", "views"]),
    ("egui_table", &["widgets", "views"]),
    ("rusqlite", &["cache"]),
    // Reports are read by import; the others write what they own: the cache, exports, settings.
    ("std::fs", &["import", "cache", "export", "app"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the source folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Files of the floors with their text; comments do not count.
fn floor_files() -> Vec<(usize, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files
        .into_iter()
        .filter_map(|path| {
            let first = path.strip_prefix(&root).ok()?.components().next()?.as_os_str().to_str()?.to_owned();
            let name = first.trim_end_matches(".rs");
            if matches!(name, "lib" | "main" | "console") {
                return None;
            }
            let floor = FLOORS.iter().position(|floor| *floor == name);
            let floor = floor.unwrap_or_else(|| panic!("{} is on no floor", path.display()));
            let text = fs::read_to_string(&path).expect("a source is text");
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            Some((floor, path, code.join("\n")))
        })
        .collect()
}

#[test]
fn floors_import_only_downward() {
    for (floor, path, code) in floor_files() {
        for above in &FLOORS[floor + 1..] {
            assert!(
                !code.contains(&format!("crate::{above}")),
                "{}: {} must not know {above}",
                path.display(),
                FLOORS[floor]
            );
        }
    }
}

#[test]
fn windows_and_databases_are_known_only_where_they_belong() {
    for (floor, path, code) in floor_files() {
        for (name, allowed) in KEPT_APART {
            let ways = [format!("use {name}::"), format!("use {name};"), format!(" {name}::"), format!("({name}::")];
            let used = ways.iter().any(|way| code.contains(way));
            assert!(
                !used || allowed.contains(&FLOORS[floor]),
                "{}: {} must not know {name}",
                path.display(),
                FLOORS[floor]
            );
        }
    }
}

#[test]
fn lib_rs_declares_every_floor() {
    let lib = include_str!("../src/lib.rs");
    for floor in FLOORS {
        assert!(lib.contains(&format!("pub mod {floor};")), "{floor} is missing");
    }
}
