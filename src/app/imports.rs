//! The files of the present and the finished imports, as the import panel lists them.

mod refused;
mod totals;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use refused::{Refusal, RefusedFiles};
pub use totals::ImportTotals;

use super::assigning::Assignable;
use super::jobs::FoundFile;
use crate::cache::{ImportFailure, Imported};
use crate::import::{ImportError, Progress};

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
    Failed(Refusal),
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
    /// What its columns may mean, if it was refused and may hold sign-ins.
    pub assignable: Option<Box<Assignable>>,
    /// Its name and place while others stand for them.
    named: Option<(String, String)>,
}

impl ImportedFile {
    /// Whether it waits or is being read.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state, FileState::Waiting | FileState::Reading(_))
    }

    /// Whether the user should see what came of it without asking.
    #[must_use]
    pub fn wants_attention(&self) -> bool {
        match &self.state {
            FileState::Failed(_) | FileState::Cancelled => true,
            FileState::Done(imported, _) => imported.counts.rejected > 0 || !imported.notes.is_empty(),
            FileState::Waiting | FileState::Reading(_) => false,
        }
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

/// The results of an import in which all went well are shown for so long.
const SHOWN: Duration = Duration::from_secs(30);

/// The import panel's list.
#[derive(Clone, Debug, Default)]
pub struct Imports {
    files: Vec<ImportedFile>,
    /// Those that were not read.
    refused: Vec<RefusedFiles>,
    /// Since when all went well and nothing is left to do.
    well_since: Option<Instant>,
    /// Whether the results stay until the user closes them.
    is_kept: bool,
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

    /// The files that were not read, by reason.
    #[must_use]
    pub fn refused(&self) -> &[RefusedFiles] {
        &self.refused
    }

    /// The files that were not read for one reason.
    pub fn files_of<'a>(&'a self, refused: &'a RefusedFiles) -> impl Iterator<Item = &'a ImportedFile> {
        refused.places.iter().filter_map(|place| self.files.get(*place))
    }

    /// The other files in the order in which they matter: what is being read, what waits, what is done.
    #[must_use]
    pub fn listed(&self) -> Vec<&ImportedFile> {
        let is_refused = |file: &&ImportedFile| matches!(file.state, FileState::Failed(_));
        let mut files: Vec<&ImportedFile> = self.files.iter().filter(|file| !is_refused(file)).collect();
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
        let waited = self.files.iter().map(|file| file.progress.waited()).sum();
        let took = self.began.map(|began| began.elapsed().saturating_sub(waited)).filter(|took| *took >= RATE_AFTER);
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
    pub fn totals(&self) -> ImportTotals {
        ImportTotals::of(self.files.iter().filter_map(|file| match &file.state {
            FileState::Done(imported, _) => Some(imported),
            _ => None,
        }))
    }

    /// Lets files be known by what stands for their names alone: a path tells whose computer this is.
    pub(super) fn hide_names(&mut self, hide: &dyn Fn(&str) -> String) {
        for file in &mut self.files {
            let named = file.named.get_or_insert_with(|| (file.name.clone(), file.place.clone()));
            file.name = hide(&named.0);
            file.place.clone_from(&file.name);
            if let FileState::Failed(refusal) = &mut file.state {
                refusal.sentence = format!("{} {}", file.name, refusal.reason);
            }
        }
    }

    /// Lets files be known by their names and places again.
    pub(super) fn show_names(&mut self) {
        for file in &mut self.files {
            let Some((name, place)) = file.named.take() else { continue };
            if let FileState::Failed(refusal) = &mut file.state {
                refusal.sentence = format!("{name} {}", refusal.reason);
            }
            (file.name, file.place) = (name, place);
        }
    }

    /// Takes the finished files away.
    pub fn dismiss(&mut self) {
        self.files.retain(ImportedFile::is_running);
        self.refused.clear();
        self.well_since = None;
        self.is_kept = false;
    }

    /// Lets the results stay until they are taken away.
    pub fn keep(&mut self) {
        self.is_kept = true;
    }

    /// Takes the results away once they have been shown for a while, if all went well.
    pub(super) fn settle(&mut self, now: Instant) {
        let is_well = !self.files.is_empty()
            && !self.is_kept
            && self.announced == 0
            && !self.files.iter().any(|file| file.is_running() || file.wants_attention());
        if !is_well {
            self.well_since = None;
            return;
        }
        let since = *self.well_since.get_or_insert(now);
        if now.saturating_duration_since(since) >= SHOWN {
            self.dismiss();
        }
    }

    /// How long it takes until [`Self::settle`] takes the results away.
    pub(super) fn next_settling(&self) -> Option<Duration> {
        self.well_since.map(|since| SHOWN.saturating_sub(since.elapsed()))
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
        for file in files {
            let (name, refusal) = match file.name {
                Ok(name) => (name, None),
                Err(error) => (name_of(&file.place), Some(Refusal::from(&error))),
            };
            self.files.push(ImportedFile {
                number: file.number,
                name,
                place: file.place,
                bytes: file.bytes,
                progress: file.progress,
                state: FileState::Waiting,
                assignable: None,
                named: None,
            });
            if let Some(refusal) = refusal {
                self.refuse(self.files.len() - 1, refusal);
            }
        }
    }

    pub(super) fn started(&mut self, number: u64) {
        if let Some(file) = self.file(number) {
            file.state = FileState::Reading(Instant::now());
        }
    }

    pub(super) fn done(&mut self, number: u64, result: Result<Imported, ImportFailure>) {
        let Some(place) = self.files.iter().position(|file| file.number == number) else { return };
        let Some(file) = self.files.get_mut(place) else { return };
        let took = match file.state {
            FileState::Reading(since) => since.elapsed(),
            _ => Duration::ZERO,
        };
        file.state = match result {
            Ok(imported) => FileState::Done(imported, took),
            Err(ImportFailure::Cancelled) => FileState::Cancelled,
            Err(_) if file.progress.is_cancelled() => FileState::Cancelled,
            Err(failure) => return self.refuse(place, Refusal::from(&failure)),
        };
    }

    /// What the columns of a file that was not read may mean.
    pub(super) fn assignable(&mut self, number: u64, table: Box<Assignable>) {
        if let Some(file) = self.file(number) {
            file.assignable = Some(table);
        }
    }

    /// The file of this place was not read.
    fn refuse(&mut self, place: usize, refusal: Refusal) {
        if let Some(file) = self.files.get_mut(place) {
            refused::add(&mut self.refused, place, &refusal.reason);
            file.state = FileState::Failed(refusal);
        }
    }

    /// The files that are left will not be read any more. Those of a later import are not listed yet.
    pub(super) fn broke_off(&mut self) {
        if !self.is_running() {
            // It broke off before it knew its files.
            self.announced = self.announced.saturating_sub(1);
        }
        for place in 0..self.files.len() {
            if let Some(file) = self.files.get(place).filter(|file| file.is_running()) {
                self.refuse(place, Refusal::from(&ImportError::Broken { place: file.place.clone() }));
            }
        }
    }

    fn file(&mut self, number: u64) -> Option<&mut ImportedFile> {
        self.files.iter_mut().find(|file| file.number == number)
    }
}

/// The last part of a path, which is all there is of a file that can't be looked at.
#[must_use]
pub fn name_of(place: &str) -> String {
    Path::new(place).file_name().map_or_else(|| place.to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests;
