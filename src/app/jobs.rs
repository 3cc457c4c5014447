//! What runs beside the window: reading and writing the cache, and answering questions.
//!
//! Four threads, each with a queue of its own: one that imports and forgets, one that reads from the cache
//! (so that a detail opens while an import runs), one that answers questions over the columns, and one that spells
//! out rows and draws pictures for the clipboard; an export, a review pack, the file of a picture and the
//! verifying of files have a thread to themselves. A job gets what it needs by value and sends [`Report`]s; the window collects them once per frame.

mod answers;
mod block_on;
mod cache_work;
mod export_work;
mod facet_work;
mod pack_work;
mod page_work;
mod picture_work;
mod rejects_csv;
mod table_work;
mod verify_work;
mod waiting;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};

pub use answers::{Counts, CountsKey, Question, SuggestKey, Suggestions, Values, ValuesKey};
pub use block_on::block_on;
pub use export_work::{Exported, PlannedOriginals};
pub use facet_work::{Facet, Facets, FacetsKey, LISTED_VALUES, WaysOut, WaysOutKey};
pub use pack_work::{PackJob, Packed};
pub use page_work::{BehindAnswer, BehindKey, PageAnswer, PageKey};
pub use picture_work::{CopiedData, CopiedPicture, Preview};
pub use table_work::{TableQuestion, TableReport};

use super::assigning::Assignable;
use super::broken::caught;
use super::code_counts::CodeCounts;
use super::export::ExportRequest;
use super::listing::Listing;
use super::pictures::{DataFile, PictureFormat, PictureRequest};
use super::private::{Told, Words};
use super::settings::Settings;
use super::timings::Measured;
use crate::cache::{
    Annotation, CacheFile, Detail, ImportFailure, Imported, Leaving, Outdated, Passphrase, RejectedRecord, Replaced,
    Source, SourceId, Trouble,
};
use crate::clock::Millis;
use crate::columns::{Columns, Pseudonyms};
use crate::export::file::ExportProgress;
use crate::import::{ImportError, Input, Mapping, Progress, Standing};
use crate::record::{EventId, Identity};
use crate::texts::text;

/// Wakes the window when there is something to collect.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A file found for an import, before it is read.
#[derive(Clone, Debug)]
pub struct FoundFile {
    /// Its number, different for every file of a run of the program.
    pub number: u64,
    /// Its name, or why it can't be read.
    pub name: Result<String, ImportError>,
    /// Where it is.
    pub place: String,
    /// Its size in bytes; 0 if unknown.
    pub bytes: u64,
    /// Its live figures.
    pub progress: Arc<Progress>,
}

/// What a job sends back.
#[derive(Debug)]
pub enum Report {
    /// A question was answered after so long.
    Took(Measured, Duration),
    /// A sentence about something that failed.
    Failed(String),
    /// A new snapshot of the cache.
    Loaded(Arc<Columns>),
    /// A snapshot, the same without names, and filters with names and without.
    Hidden(Arc<Columns>, Arc<Columns>, Told),
    /// Bookmarks and notes were written, or why not.
    Annotated(Result<(), String>),
    /// What was imported, and the first of what could not be read.
    Sources(Vec<Source>, Vec<RejectedRecord>),
    /// What would go if this source were forgotten.
    Weighed(SourceId, Leaving),
    /// A source of this name was forgotten, and what went with it.
    Forgotten(String, Leaving),
    /// Everything known of a sign-in; `None` if the cache does not have it any more.
    Detail(EventId, Result<Option<Arc<Detail>>, String>),
    /// The files of an import, about to be read one after the other.
    Found(Vec<FoundFile>),
    /// The reading of a file begins.
    Started(u64),
    /// What the columns of a file that is about to be refused may mean.
    Assignable(u64, Box<Assignable>),
    /// A file is done.
    Done(u64, Result<Imported, ImportFailure>),
    /// The import broke off inside the program: none of its files that are left will be done.
    BrokeOff,
    /// Everything of before a moment was forgotten, and what that was.
    ForgottenOlder(Millis, Outdated),
    /// The cache can't be used, and why.
    Unusable(Trouble, String),
    /// The thread that reads the cache has closed it.
    LetGo,
    /// Whether the cache is encrypted.
    IsEncrypted(bool),
    /// The cache was encrypted with `true`, or decrypted, or why not.
    Encrypted(Result<bool, String>),
    /// The cache was set aside and replaced, or why not.
    Replaced(Result<Replaced, String>),
    /// The cache has changed: load it again.
    Changed,
    /// A list was written to a file.
    Written(PathBuf),
    /// How the file of a source stands to what was imported.
    Verified(SourceId, Standing),
    /// All files were verified, as far as that was not cancelled; or why not.
    VerifiedAll(Result<(), String>),
    /// What came of an export.
    Exported(Exported),
    /// What came of a review pack.
    Packed(Packed),
    /// A picture in small.
    Preview(Arc<Preview>),
    /// A picture for the clipboard.
    CopiedPicture(CopiedPicture),
    /// Figures for the clipboard.
    CopiedData(CopiedData),
    /// The files that original records make.
    Planned(PlannedOriginals),
    /// The rows of a table.
    Rows(Arc<Listing>),
    /// What was asked about a table that is shown.
    Table(TableReport),
    /// How many sign-ins of each log match.
    Counts(Arc<Counts>),
    /// The values of a field.
    Values(Arc<Values>),
    /// A page of insights.
    Page(Arc<PageAnswer>),
    /// How many rows of each log are behind a figure.
    Behind(Box<BehindAnswer>),
    /// The completions of the search line.
    Suggestions(Arc<Suggestions>),
    /// The error codes of all sign-ins.
    Codes(Arc<CodeCounts>),
    /// The counts of the facet panel.
    Facets(Arc<Facets>),
    /// What would let an empty table show something.
    WaysOut(Arc<WaysOut>),
    /// What the system's dialog for files brought.
    Chosen(Chosen),
}

/// What the user chose in a dialog of the system's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Files or folders to import.
    Import(Vec<PathBuf>),
    /// Where to write the rejected records.
    RejectsFile(PathBuf),
    /// Where to write what the export dialog tells; `None` if the system's dialog was left.
    ExportFile(Option<PathBuf>),
    /// Where to write figures of a page.
    TableFile(PathBuf),
    /// Where to write a picture.
    PictureFile(PathBuf),
    /// Where to write a review pack.
    PackFile(PathBuf),
}

/// What the window's thread hands to the others.
#[derive(Clone, Debug)]
pub enum Task {
    /// Import files, folders and zips.
    Import(Vec<PathBuf>),
    /// Import a table by what its columns hold, and keep that for others with `true`.
    ImportMapped(Box<Input>, Arc<Mapping>, bool),
    /// Import the sample tenant.
    ImportSample,
    /// Take a source out of the cache.
    Forget(SourceId),
    /// Call the group whose members a source lists by this name.
    NameGroup(SourceId, String),
    /// Keep bookmarks and notes.
    Annotate(Vec<(Identity, Annotation)>),
    /// Find out what would go if a source were forgotten.
    WeighForget(SourceId),
    /// Load the columns.
    Load,
    /// Load bookmarks and notes into the columns as they were loaded last.
    LoadAnnotations,
    /// Let pseudonyms stand for names in a snapshot, and in the filters of these words.
    Hide(Arc<Columns>, Box<Words>),
    /// List sources and the first rejects.
    ListSources,
    /// Read everything about a sign-in.
    ReadDetail(EventId),
    /// Write the rejected records as CSV, without names if there are pseudonyms for them.
    WriteRejects(PathBuf, Option<Arc<Pseudonyms>>),
    /// Write figures of a page.
    WriteTable(PathBuf, Box<DataFile>),
    /// Forget everything of before a moment.
    ForgetOlder(Millis),
    /// Close the cache, so that it can get another name.
    LetGo,
    /// Encrypt the cache with this passphrase from now on, or decrypt it without one.
    Encrypt(Option<Passphrase>),
    /// Import what waits for the cache to be opened.
    ImportHeld,
    /// Give the cache another name and put a new one in its place, with what can be read of the old one if there is a place to
    /// tell how many records that are so far.
    SetAside(Option<Arc<AtomicU64>>),
    /// Write the settings.
    SaveSettings(PathBuf, Box<Settings>),
}

impl Task {
    fn writes_cache(&self) -> bool {
        match self {
            Self::Import(_)
            | Self::ImportMapped(..)
            | Self::ImportSample
            | Self::Forget(_)
            | Self::NameGroup(..)
            | Self::Annotate(_)
            | Self::ForgetOlder(_)
            | Self::Encrypt(_)
            | Self::ImportHeld
            | Self::SetAside(_) => true,
            Self::WeighForget(_)
            | Self::Load
            | Self::LoadAnnotations
            | Self::Hide(..)
            | Self::ListSources
            | Self::ReadDetail(_)
            | Self::WriteRejects(..)
            | Self::WriteTable(..)
            | Self::LetGo
            | Self::SaveSettings(..) => false,
        }
    }
}

enum Message {
    Report(Report),
    JobEnded,
}

/// Where a job sends its reports.
#[derive(Clone)]
pub struct Outbox {
    sender: Sender<Message>,
    wake: Wake,
}

impl Outbox {
    /// Sends a report and wakes the window.
    pub fn send(&self, report: Report) {
        self.deliver(Message::Report(report));
    }

    fn deliver(&self, message: Message) {
        // Nobody listens any more only when the window has closed.
        if self.sender.send(message).is_ok() {
            (self.wake)();
        }
    }
}

/// The threads and their queues.
pub struct Jobs {
    cache: CacheFile,
    writer: Sender<Task>,
    reader: Sender<Task>,
    asker: Sender<Question>,
    copier: Sender<Question>,
    inbox: Receiver<Message>,
    outbox: Outbox,
    pending: usize,
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Jobs").field("pending", &self.pending).finish_non_exhaustive()
    }
}

impl Jobs {
    /// Starts the threads for a cache.
    #[must_use]
    pub fn start(cache: CacheFile, wake: Wake) -> Self {
        let (sender, inbox) = unbounded();
        let outbox = Outbox { sender, wake };
        Self {
            writer: cache_work::start("import", cache.clone(), false, outbox.clone()),
            reader: cache_work::start("cache", cache.clone(), true, outbox.clone()),
            asker: start_asker("questions", cache.clone(), outbox.clone()),
            copier: start_asker("copies", cache.clone(), outbox.clone()),
            cache,
            inbox,
            outbox,
            pending: 0,
        }
    }

    /// The cache.
    #[must_use]
    pub fn cache(&self) -> &CacheFile {
        &self.cache
    }

    /// Hands over a task.
    pub fn run(&mut self, task: Task) {
        let queue = if task.writes_cache() { &self.writer } else { &self.reader };
        if queue.send(task).is_ok() {
            self.pending += 1;
        }
    }

    /// Hands over a question. A question that waits is replaced by a newer one of its kind.
    pub fn ask(&mut self, question: Question) {
        let queue = if question.is_copy() { &self.copier } else { &self.asker };
        if queue.send(question).is_ok() {
            self.pending += 1;
        }
    }

    /// Starts an export on a thread of its own; whether the system had one.
    pub fn export(&mut self, request: ExportRequest, progress: Arc<ExportProgress>) -> bool {
        let started = export_work::start(self.cache.clone(), self.outbox.clone(), request, progress);
        self.pending += usize::from(started);
        started
    }

    /// Starts to verify the files that were imported on a thread of its own; whether the system had one.
    pub fn verify(&mut self, progress: Arc<Progress>) -> bool {
        let started = verify_work::start(self.cache.clone(), self.outbox.clone(), progress);
        self.pending += usize::from(started);
        started
    }

    /// Starts a review pack on a thread of its own; whether the system had one.
    pub fn pack(&mut self, job: PackJob, progress: Arc<ExportProgress>) -> bool {
        let started = pack_work::start(self.cache.clone(), self.outbox.clone(), job, progress);
        self.pending += usize::from(started);
        started
    }

    /// Starts to write a picture on a thread of its own.
    pub fn write_picture(&mut self, path: PathBuf, request: PictureRequest, format: PictureFormat) {
        let started = picture_work::start(self.cache.clone(), self.outbox.clone(), path, request, format);
        self.pending += usize::from(started);
    }

    /// Starts to find out which files the original records of a table make; whether the system had a thread for it.
    pub fn plan_originals(&mut self, listing: Arc<Listing>, progress: Arc<ExportProgress>) -> bool {
        let started = export_work::plan(self.cache.clone(), self.outbox.clone(), listing, progress);
        self.pending += usize::from(started);
        started
    }

    /// Where something that is no job (a dialog of the system's) sends what it brings.
    #[must_use]
    pub fn outbox(&self) -> Outbox {
        self.outbox.clone()
    }

    /// What has arrived since the last call.
    pub fn collect(&mut self) -> Vec<Report> {
        let mut reports = Vec::new();
        while let Ok(message) = self.inbox.try_recv() {
            match message {
                Message::Report(report) => reports.push(report),
                Message::JobEnded => self.pending = self.pending.saturating_sub(1),
            }
        }
        reports
    }

    /// Whether a job waits or runs.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.pending > 0 || !self.inbox.is_empty()
    }
}

/// What is told of a job that panicked.
fn broken() -> String {
    text!("error-broken").to_owned()
}

/// Runs a job; if it panics, which none should, the window says so and lives on. Returns whether it did not.
fn guarded(outbox: &Outbox, job: impl FnOnce()) -> bool {
    let outcome = caught(job);
    if let Err(broken) = &outcome {
        outbox.send(Report::Failed(text!("error-broken-at", details = broken.details())));
    }
    outcome.is_ok()
}

fn start_asker(name: &str, cache: CacheFile, outbox: Outbox) -> Sender<Question> {
    let (sender, questions) = unbounded::<Question>();
    spawn(name, move || {
        let mut waiting = BTreeMap::new();
        while let Ok(first) = questions.recv() {
            waiting.insert(first.kind(), first);
            loop {
                // Of each kind only the newest question still matters, also of those asked while another was answered.
                for question in questions.try_iter() {
                    if waiting.insert(question.kind(), question).is_some() {
                        outbox.deliver(Message::JobEnded);
                    }
                }
                let Some((_, question)) = waiting.pop_first() else { break };
                let (kind, since) = (question.measured(), Instant::now());
                guarded(&outbox, || {
                    let answer = question.answer(&cache);
                    outbox.send(Report::Took(kind, since.elapsed()));
                    outbox.send(answer);
                });
                outbox.deliver(Message::JobEnded);
            }
        }
    });
    sender
}

/// Starts a thread. A system that can't start one more thread can't run this program; the queue of a
/// thread that never ran is closed, so nothing waits for it.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
        tracing::error!("thread {name} could not be started: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_panics_is_told_of() {
        let (sender, inbox) = unbounded();
        let outbox = Outbox { sender, wake: Arc::new(|| {}) };
        assert!(guarded(&outbox, || {}));
        assert!(!guarded(&outbox, || panic!("on purpose")));
        let message = inbox.try_recv();
        assert!(matches!(message, Ok(Message::Report(Report::Failed(text))) if text.starts_with(&broken())));
    }
}
