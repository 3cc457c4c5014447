//! The files of the present and the finished imports, as the import panel lists them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::jobs::FoundFile;
use crate::cache::{Counts, ImportFailure, Imported};
use crate::import::Progress;

/// How far a file is.
#[derive(Clone, Debug)]
pub enum FileState {
    /// Others come first.
    Waiting,
    /// It is being read, since then.
    Reading(Instant),
    /// It is in the cache; it took so long.
    Done(Imported, Duration),
    /// It could not be read, and why.
    Failed(String),
    /// The user stopped it; nothing of it is in the cache.
    Cancelled,
}

/// One file of an import.
#[derive(Clone, Debug)]
pub struct ImportedFile {
    /// Its number.
    pub number: u64,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: String,
    /// Its size in bytes; 0 if unknown.
    pub bytes: u64,
    /// Its live figures.
    pub progress: Arc<Progress>,
    /// How far it is.
    pub state: FileState,
}

impl ImportedFile {
    /// Whether it waits or is being read.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state, FileState::Waiting | FileState::Reading(_))
    }
}

/// How far all files of an import are together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overall {
    /// Files that are done, failed and cancelled ones included.
    pub done: usize,
    /// All files.
    pub files: usize,
    /// Bytes that need not be read any more.
    pub bytes: u64,
    /// Bytes of all files.
    pub bytes_total: u64,
    /// Bytes read per second; `None` in the first moments, when it says nothing yet.
    pub rate: Option<f64>,
}

impl Overall {
    /// Seconds until all is read, if it goes on like this.
    #[must_use]
    pub fn seconds_left(&self) -> Option<f64> {
        let left = self.bytes_total.saturating_sub(self.bytes);
        self.rate.filter(|rate| *rate > 0.0 && left > 0).map(|rate| left as f64 / rate)
    }
}

/// What happens before there is anything to show.
#[derive(Clone, Copy, Debug)]
pub enum Stage<'a> {
    /// Folders and zips are searched for reports.
    Looking,
    /// A file is read.
    Reading(&'a ImportedFile),
    /// A file was read to its end; its sign-ins are merged and written to the cache.
    Writing(&'a ImportedFile),
}

/// A rate over less time than this says nothing.
const RATE_AFTER: Duration = Duration::from_millis(500);

/// The import panel's list.
#[derive(Clone, Debug, Default)]
pub struct Imports {
    files: Vec<ImportedFile>,
    /// When the reading of the present files began.
    began: Option<Instant>,
    /// Imports that were asked for and whose files are not known yet.
    announced: usize,
    /// How many of those the user has cancelled.
    called_off: usize,
}

impl Imports {
    /// The files, in the order in which they are read.
    #[must_use]
    pub fn files(&self) -> &[ImportedFile] {
        &self.files
    }

    /// Whether any file waits or is being read.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.files.iter().any(ImportedFile::is_running)
    }

    /// The files in the order in which they matter: what is being read, what waits, what is done.
    #[must_use]
    pub fn listed(&self) -> Vec<&ImportedFile> {
        let mut files: Vec<&ImportedFile> = self.files.iter().collect();
        files.sort_by_key(|file| match file.state {
            FileState::Reading(_) => 0,
            FileState::Waiting => 1,
            FileState::Done(..) | FileState::Failed(_) | FileState::Cancelled => 2,
        });
        files
    }

    /// How far all files are together.
    #[must_use]
    pub fn overall(&self) -> Overall {
        let (mut bytes, mut read) = (0, 0);
        for file in &self.files {
            let of_file = file.progress.bytes();
            read += of_file;
            bytes += if file.is_running() { of_file.min(file.bytes) } else { file.bytes };
        }
        let took = self.began.map(|began| began.elapsed()).filter(|took| *took >= RATE_AFTER);
        Overall {
            done: self.files.iter().filter(|file| !file.is_running()).count(),
            files: self.files.len(),
            bytes,
            bytes_total: self.files.iter().map(|file| file.bytes).sum(),
            rate: took.map(|took| read as f64 / took.as_secs_f64()),
        }
    }

    /// What an import is at; `None` if none runs.
    #[must_use]
    pub fn stage(&self) -> Option<Stage<'_>> {
        let reading = self.files.iter().find(|file| matches!(file.state, FileState::Reading(_)));
        match reading {
            Some(file) if file.progress.is_read() => Some(Stage::Writing(file)),
            Some(file) => Some(Stage::Reading(file)),
            None => (self.announced > 0).then_some(Stage::Looking),
        }
    }

    /// The figures of all finished files together.
    #[must_use]
    pub fn totals(&self) -> Counts {
        let mut totals = Counts::default();
        for file in &self.files {
            if let FileState::Done(imported, _) = &file.state {
                totals += imported.counts;
            }
        }
        totals
    }

    /// Takes the finished files away.
    pub fn dismiss(&mut self) {
        self.files.retain(ImportedFile::is_running);
    }

    /// Stops a file.
    pub fn cancel(&mut self, number: u64) {
        if let Some(file) = self.file(number) {
            file.progress.cancel();
        }
    }

    /// Stops all files, those of imports that wait included.
    pub fn cancel_all(&mut self) {
        for file in self.files.iter().filter(|file| file.is_running()) {
            file.progress.cancel();
        }
        self.called_off = self.announced;
    }

    /// An import was asked for.
    pub(super) fn announce(&mut self) {
        self.announced += 1;
    }

    pub(super) fn found(&mut self, files: Vec<FoundFile>) {
        self.announced = self.announced.saturating_sub(1);
        if self.called_off > 0 {
            self.called_off -= 1;
            for file in &files {
                file.progress.cancel();
            }
        }
        self.began = Some(Instant::now());
        // What an earlier import left would only be in the way of the new one.
        self.dismiss();
        self.files.extend(files.into_iter().map(|file| {
            let (name, state) = match file.name {
                Ok(name) => (name, FileState::Waiting),
                Err(problem) => (String::new(), FileState::Failed(problem)),
            };
            ImportedFile {
                number: file.number,
                name,
                place: file.place,
                bytes: file.bytes,
                progress: file.progress,
                state,
            }
        }));
    }

    pub(super) fn started(&mut self, number: u64) {
        if let Some(file) = self.file(number) {
            file.state = FileState::Reading(Instant::now());
        }
    }

    pub(super) fn done(&mut self, number: u64, result: Result<Imported, ImportFailure>) {
        let Some(file) = self.file(number) else { return };
        let took = match file.state {
            FileState::Reading(since) => since.elapsed(),
            _ => Duration::ZERO,
        };
        file.state = match result {
            Ok(imported) => FileState::Done(imported, took),
            Err(_) if file.progress.is_cancelled() => FileState::Cancelled,
            Err(failure) => FileState::Failed(failure.to_string()),
        };
    }

    /// The files that are left will not be read any more. Those of a later import are not listed yet.
    pub(super) fn broke_off(&mut self) {
        if !self.is_running() {
            // It broke off before it knew its files.
            self.announced = self.announced.saturating_sub(1);
        }
        for file in self.files.iter_mut().filter(|file| file.is_running()) {
            let reason = "something went wrong inside the program; nothing of this file was kept";
            file.state = FileState::Failed(format!("{}: {reason}", file.name));
        }
    }

    fn file(&mut self, number: u64) -> Option<&mut ImportedFile> {
        self.files.iter_mut().find(|file| file.number == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
