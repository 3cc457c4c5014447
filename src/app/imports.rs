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

/// The import panel's list.
#[derive(Clone, Debug, Default)]
pub struct Imports {
    files: Vec<ImportedFile>,
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

    pub(super) fn found(&mut self, files: Vec<FoundFile>) {
        // What an earlier import left would only be in the way of the new one.
        self.dismiss();
        self.files.extend(files.into_iter().map(|file| {
            let (name, state) = match file.name {
                Ok(name) => (name, FileState::Waiting),
                Err(problem) => (String::new(), FileState::Failed(problem)),
            };
            ImportedFile { number: file.number, name, place: file.place, progress: file.progress, state }
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

    #[test]
    fn no_file_is_being_read_for_good_after_the_import_broke_off() {
        let mut imports = Imports::default();
        let names = ["first.csv", "second.csv"];
        let file = |(number, name): (u64, &str)| FoundFile {
            number,
            name: Ok(name.to_owned()),
            place: String::new(),
            progress: Arc::default(),
        };
        imports.found((1..).zip(names).map(file).collect());
        imports.started(1);
        imports.broke_off();
        assert!(!imports.is_running());
        assert!(imports.files().iter().all(|file| matches!(file.state, FileState::Failed(_))));
    }
}
