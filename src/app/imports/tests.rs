use super::*;
use crate::cache::{Counts, SourceId};
use crate::import::Format;

fn found(names: &[&str]) -> Vec<FoundFile> {
    let file = |(number, name): (u64, &&str)| FoundFile {
        number,
        name: Ok((*name).to_owned()),
        place: String::new(),
        bytes: 100,
        progress: Arc::default(),
    };
    (1..).zip(names).map(file).collect()
}

fn names(imports: &Imports) -> Vec<&str> {
    imports.listed().iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn no_file_is_being_read_for_good_after_the_import_broke_off() {
    let mut imports = Imports::default();
    imports.announce();
    imports.found(found(&["first.csv", "second.csv"]));
    imports.started(1);
    imports.broke_off();
    assert!(!imports.is_running());
    assert!(imports.stage().is_none());
    assert!(imports.files().iter().all(|file| matches!(file.state, FileState::Failed(_))));
}

#[test]
fn the_file_that_is_read_stands_first_and_what_is_done_last() {
    let mut imports = Imports::default();
    imports.found(found(&["first.csv", "second.csv", "third.csv"]));
    imports.started(1);
    assert_eq!(names(&imports), ["first.csv", "second.csv", "third.csv"]);
    imports.done(1, Err(ImportFailure::Cancelled));
    imports.started(2);
    assert_eq!(names(&imports), ["second.csv", "third.csv", "first.csv"]);
    let overall = imports.overall();
    assert_eq!((overall.done, overall.files, overall.bytes, overall.bytes_total), (1, 3, 100, 300));
}

fn imported(rejected: u64) -> Imported {
    Imported {
        source: SourceId(1),
        format: Format::PortalCsv,
        log: None,
        counts: Counts { rejected, ..Counts::default() },
        already_known: false,
        notes: Vec::new(),
        lookup: None,
    }
}

#[test]
fn results_go_by_themselves_if_all_went_well_and_nobody_looks() {
    for (rejected, is_kept, goes) in [(0, false, true), (1, false, false), (0, true, false)] {
        let mut imports = Imports::default();
        imports.found(found(&["first.csv"]));
        let start = Instant::now();
        imports.settle(start + 2 * SHOWN);
        assert!(imports.is_running(), "what is being read stays");
        imports.done(1, Ok(imported(rejected)));
        if is_kept {
            imports.keep();
        }
        imports.settle(start);
        imports.settle(start + SHOWN / 2);
        assert_eq!(imports.files().len(), 1);
        imports.settle(start + SHOWN);
        assert_eq!(imports.files().is_empty(), goes, "{rejected} rejected");
    }
}

#[test]
fn files_with_the_same_trouble_stand_together() {
    let mut imports = Imports::default();
    let mut files = found(&["first.csv", "second.csv", "third.csv", "fourth.csv"]);
    let place = "/reports/fifth.csv".to_owned();
    files.push(FoundFile {
        number: 5,
        name: Err(ImportError::NotFound { place: place.clone() }),
        place,
        bytes: 0,
        progress: Arc::default(),
    });
    imports.found(files);
    let empty = |place: &str| ImportFailure::Import(ImportError::Empty { place: place.to_owned() });
    imports.done(1, Err(empty("first.csv")));
    imports.done(2, Ok(imported(0)));
    imports.done(3, Err(empty("third.csv")));
    assert_eq!(names(&imports), ["fourth.csv", "second.csv"]);
    let refused: Vec<(usize, Vec<&str>)> = imports
        .refused()
        .iter()
        .map(|refused| (refused.count(), imports.files_of(refused).map(|file| file.name.as_str()).collect::<Vec<_>>()))
        .collect();
    assert_eq!(refused, [(1, vec!["fifth.csv"]), (2, vec!["first.csv", "third.csv"])]);
    assert!(imports.refused()[1].sentence().starts_with("Each of 2 files is empty: "));
    imports.found(Vec::new());
    assert_eq!(imports.refused().len(), 0, "an earlier import's are gone");
}

#[test]
fn cancelling_all_stops_what_waits_too() {
    let mut imports = Imports::default();
    imports.announce();
    imports.found(found(&["first.csv"]));
    imports.announce();
    imports.cancel_all();
    imports.done(1, Err(ImportFailure::Cancelled));
    imports.found(found(&["second.csv"]));
    assert!(imports.files().iter().all(|file| file.progress.is_cancelled()));
    imports.announce();
    imports.found(found(&["third.csv"]));
    assert!(imports.files().iter().any(|file| !file.progress.is_cancelled()), "a later import is not meant");
}

#[test]
fn an_import_always_tells_what_it_is_at() {
    let mut imports = Imports::default();
    assert!(imports.stage().is_none());
    imports.announce();
    assert!(matches!(imports.stage(), Some(Stage::Looking)));
    imports.found(found(&["first.csv"]));
    imports.started(1);
    assert!(matches!(imports.stage(), Some(Stage::Reading(file)) if file.name == "first.csv"));
}
