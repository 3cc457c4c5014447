//! What was forgotten is gone from the files, not only from the lists.

use std::fs;
use std::path::Path;

use signin_lens::cache::Cache;
use signin_lens::columns;
use signin_lens::import::{Options, Progress, find_inputs};

fn report(number: usize, user: &str, agent: &str) -> String {
    let sign_in = |minute: usize| {
        format!(
            r#"{{"id":"0000000{number}-0000-4000-8000-0000000000{minute:02}","createdDateTime":"2026-10-05T08:{minute:02}:41Z",
            "appId":"a","userDisplayName":"{user}","userAgent":"{agent}"}}"#
        )
    };
    format!("[{}]", (0..60).map(sign_in).collect::<Vec<_>>().join(",\n"))
}

/// Which of these texts stands in a file of the folder.
fn found_in<'t>(folder: &Path, texts: &[&'t str]) -> Vec<(String, &'t str)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let bytes = fs::read(entry.path()).expect("it can be read");
        let named = texts.iter().filter(|text| memchr::memmem::find(&bytes, text.as_bytes()).is_some());
        found.extend(named.map(|text| (entry.file_name().to_string_lossy().into_owned(), *text)));
    }
    found
}

#[test]
fn no_byte_of_a_forgotten_source_is_left() {
    let outside = tempfile::tempdir().expect("a temporary folder");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("cache.db");
    let mut cache = Cache::open(&path).expect("a new cache opens");
    let mut sources = Vec::new();
    for (number, (user, agent)) in
        [("Hedwig Forgotten", "Agent-of-the-forgotten/7"), ("Konrad Remembered", "Agent-of-the-others/8")]
            .into_iter()
            .enumerate()
    {
        let file = outside.path().join(format!("{number}.json"));
        fs::write(&file, report(number, user, agent)).expect("room for a small file");
        let input = find_inputs(&[file]).remove(0).expect("the file is there");
        let imported = cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report");
        sources.push(imported.source);
    }
    let texts = ["Hedwig Forgotten", "hedwig forgotten", "Agent-of-the-forgotten", "0.json"];
    assert!(found_in(folder.path(), &texts).len() >= 3, "it is there before");
    assert!(cache.forget(sources[0]).expect("it is forgotten"));
    assert_eq!(found_in(folder.path(), &texts), []);
    assert!(!found_in(folder.path(), &["Konrad Remembered"]).is_empty(), "the other one stays");
    assert_eq!(columns::load(&cache).expect("it loads").len(), 60);
    drop(cache);
    assert_eq!(found_in(folder.path(), &texts), []);
}
