//! What was forgotten is gone from the files, not only from the lists.

use std::fs;
use std::path::Path;

use signin_lens::cache::{Annotation, Cache, Outdated};
use signin_lens::clock::Millis;
use signin_lens::columns;
use signin_lens::fields::Log;
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::record::EventId;

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
fn what_is_older_than_the_rule_is_gone_and_the_rest_reads_as_before() {
    let outside = tempfile::tempdir().expect("a temporary folder");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("cache.db");
    let mut cache = Cache::open(&path).expect("a new cache opens");
    let import = |cache: &mut Cache, name: &str, text: &str| {
        let file = outside.path().join(name);
        fs::write(&file, text).expect("room for a small file");
        let input = find_inputs(&[file]).remove(0).expect("the file is there");
        cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report")
    };
    let id = |day: u8| format!("000000{day:02}-0000-4000-8000-000000000001");
    let row = |day: u8| format!("2026-10-{day:02}T08:00:00Z,{},Anna {day:02}.,Portal,Success,0\n", id(day));
    let header = "Date (UTC),Request ID,User,Application,Status,Sign-in error code\n";
    let rows = |days: std::ops::RangeInclusive<u8>| format!("{header}{}", days.map(row).collect::<String>());
    let both = rows(1..=20);
    import(&mut cache, "InteractiveSignIns_both.csv", &both);
    import(&mut cache, "InteractiveSignIns_old.csv", &rows(3..=5));
    let step = |day: u8| format!("{},2026-10-{day:02}T08:00:00Z,Password of {day:02}.,true,Correct\n", id(day));
    let steps = "Request ID,Date (UTC),Authentication method,Succeeded,Result detail\n";
    // The sign-ins of the last two are in no file.
    let steps = format!("{steps}{}", [4, 12, 2, 15, 25].map(step).concat()).replace(&id(2), &id(32));
    import(&mut cache, "InteractiveSignIns_AuthDetails.csv", &steps);
    let note = |day: u8| Annotation { bookmarked: true, note: format!("note of {day:02}.") };
    let identity = |cache: &Cache, day: u8| {
        let columns = columns::load(cache).expect("it loads");
        let row = columns
            .rows_of(Log::Interactive)
            .iter()
            .find(|row| columns.time(**row).iso().contains(&format!("-{day:02}T")));
        columns.identity(*row.expect("it is there")).expect("it has one")
    };
    let notes = [4, 12].map(|day| (identity(&cache, day), note(day)));
    cache.annotate(&notes).expect("notes are written");

    let before = Millis::from_iso("2026-10-11T00:00:00Z").expect("a moment");
    assert_eq!(cache.forget_older(before).expect("it is forgotten"), Outdated { records: 10, sources: 1 });
    let gone: Vec<String> = (1..=10).map(|day| format!("Anna {day:02}.")).collect();
    let gone: Vec<&str> = gone
        .iter()
        .map(String::as_str)
        .chain(["_old.csv", "note of 04.", "Password of 04.", "Password of 02."])
        .collect();
    assert_eq!(found_in(folder.path(), &gone), []);
    assert!(!found_in(folder.path(), &["note of 12."]).is_empty());
    assert!(cache.check(&mut |_| true).expect("it is checked").expect("to its end").problems.is_empty());
    assert_eq!(cache.len().expect("it counts"), 10);
    for event in 1..=23 {
        let Some(detail) = cache.detail(EventId(event)).expect("it is read") else { continue };
        let day = &detail.record.time.iso()[8..10];
        assert!(
            day > "10" && detail.originals[0].text.contains(&format!("Anna {day}.")),
            "{}",
            detail.originals[0].text
        );
        assert_eq!(detail.originals.len(), if day == "12" || day == "15" { 2 } else { 1 });
    }
    // Nothing older is left, and importing the file again brings back what went.
    assert_eq!(cache.forget_older(before).expect("it is forgotten"), Outdated::default());
    let again = import(&mut cache, "InteractiveSignIns_both.csv", &both);
    assert_eq!((again.already_known, again.counts.new, again.counts.known), (false, 10, 10));
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
