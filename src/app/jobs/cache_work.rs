//! The threads that own a connection to the cache. The one that reads also sees when another window, or a command line,
//! has written.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crossbeam_channel::{RecvTimeoutError, Sender, unbounded};

use super::waiting::Waiting;
use super::{FoundFile, Message, Outbox, Report, Task, broken, guarded, rejects_csv, spawn};
use crate::app::assigning::Assignable;
use crate::app::private::{Told, hide_rejects, hiding_titles};
use crate::app::sample;
use crate::app::state::LISTED_REJECTS;
use crate::cache::{Cache, CacheError, CacheFile, Detail, ImportFailure, Marks, Trouble};
use crate::columns::{self, Columns};
use crate::export::atomic::WriteError;
use crate::import::{self, Input, Options, Progress};
use crate::texts::text;

/// So often it is seen whether others have written.
const FOLLOWS: Duration = Duration::from_millis(500);

/// Starts a thread with a queue. It opens the cache with its first task. One that `follows` tells what others have changed.
pub(super) fn start(name: &str, cache: CacheFile, follows: bool, outbox: Outbox) -> Sender<Task> {
    let (sender, tasks) = unbounded::<Task>();
    spawn(name, move || {
        let mut open = None;
        let mut kept = Kept::default();
        let mut waiting = Waiting::default();
        // Imports that wait for the passphrase of the cache.
        let mut held: Vec<Task> = Vec::new();
        loop {
            match open.as_ref().filter(|_| follows) {
                None => match tasks.recv() {
                    Ok(first) => take(&mut waiting, first, &outbox),
                    Err(_) => break,
                },
                Some(cache) => match tasks.recv_timeout(FOLLOWS) {
                    Ok(first) => take(&mut waiting, first, &outbox),
                    Err(RecvTimeoutError::Disconnected) => break,
                    Err(RecvTimeoutError::Timeout) => {
                        // What can't be seen now is seen the next time, or told by the next task.
                        if let Err(error) = kept.follow(cache, &outbox) {
                            tracing::debug!("whether others have changed the cache could not be seen: {error}");
                        }
                        continue;
                    }
                },
            }
            loop {
                for task in tasks.try_iter() {
                    take(&mut waiting, task, &outbox);
                }
                let Some(task) = waiting.pop() else { break };
                let tasks = if matches!(task, Task::ImportHeld) { std::mem::take(&mut held) } else { vec![task] };
                for task in tasks {
                    held.extend(do_guarded(&mut open, &mut kept, &cache, &outbox, task));
                }
                outbox.deliver(Message::JobEnded);
            }
        }
    });
    sender
}

/// Does a task, and tells if it failed. An import comes back if the cache has to be given its passphrase first.
fn do_guarded(
    open: &mut Option<Cache>,
    kept: &mut Kept,
    cache: &CacheFile,
    outbox: &Outbox,
    task: Task,
) -> Option<Task> {
    let is_import = matches!(task, Task::Import(_) | Task::ImportMapped(..) | Task::ImportSample);
    let is_note = matches!(task, Task::Annotate(_));
    let is_encryption = matches!(task, Task::Encrypt(_));
    let mut again = is_import.then(|| task.clone());
    let mut is_held = false;
    let is_whole = guarded(outbox, || {
        if let Err(error) = work(open, kept, cache, outbox, task) {
            is_held = is_import && error.trouble() == Some(Trouble::Locked);
            if is_import && !is_held {
                // It came to no file.
                outbox.send(Report::Found(Vec::new()));
            }
            let text = error.to_string();
            if let Some(trouble) = error.trouble() {
                outbox.send(Report::Unusable(trouble, error.reason()));
            }
            match error.trouble() {
                _ if is_note => outbox.send(Report::Annotated(Err(text))),
                Some(_) => {}
                None => outbox.send(Report::Failed(text)),
            }
        }
    });
    // Where nothing could be written, that may have changed by the next task.
    *open = open.take().filter(|cache| !cache.is_for_reading());
    if !is_whole {
        // Who knows in what state the connection was left.
        *open = None;
        if is_import {
            outbox.send(Report::BrokeOff);
        }
        if is_note {
            outbox.send(Report::Annotated(Err(broken())));
        }
        if is_encryption {
            outbox.send(Report::Encrypted(Err(broken())));
        }
    }
    again.take().filter(|_| is_held)
}

fn take(waiting: &mut Waiting, task: Task, outbox: &Outbox) {
    if !waiting.push(task) {
        outbox.deliver(Message::JobEnded);
    }
}

/// What a thread made last, of which the next may share most.
#[derive(Default)]
struct Kept {
    /// The columns that were loaded; only this thread loads, so none are newer.
    loaded: Option<Arc<Columns>>,
    /// By what it is known that the cache is not any more what was loaded.
    marks: Option<Marks>,
    /// What SQLite called the state of the file when that was seen last.
    version: Option<i64>,
    /// The columns that were made private, with names and without.
    hidden: Option<(Arc<Columns>, Arc<Columns>)>,
    /// Whether columns are being kept for the next start.
    is_keeping: Arc<AtomicBool>,
}

impl Kept {
    /// Loads the columns.
    fn load(&mut self, cache: &Cache) -> Result<Arc<Columns>, CacheError> {
        let (marks, columns) =
            cache.at_one_moment(|| Ok::<_, CacheError>((cache.marks()?, Arc::new(columns::load(cache)?))))??;
        self.marks = Some(marks);
        self.loaded = Some(columns.clone());
        Ok(columns)
    }

    /// Loads bookmarks and notes into the columns.
    fn load_annotations(&mut self, cache: &Cache) -> Result<Arc<Columns>, CacheError> {
        let (Some(columns), Some(marks)) = (self.loaded.take(), &mut self.marks) else { return self.load(cache) };
        let (now, annotations) =
            cache.at_one_moment(|| Ok::<_, CacheError>((cache.marks()?, cache.annotations()?)))??;
        marks.notes = now.notes;
        let columns = Arc::new(columns.with_annotations(&annotations));
        self.loaded = Some(columns.clone());
        Ok(columns)
    }

    /// Tells of what others have changed since it was loaded. Nothing is told of their kept columns.
    fn follow(&mut self, cache: &Cache, outbox: &Outbox) -> Result<(), CacheError> {
        let version = cache.data_version()?;
        let Some(loaded) = self.marks.filter(|_| self.version != Some(version)) else { return Ok(()) };
        let now = cache.marks()?;
        self.version = Some(version);
        if now.sources != loaded.sources {
            outbox.send(Report::Changed);
        } else if now.notes != loaded.notes {
            outbox.send(Report::Loaded(self.load_annotations(cache)?));
        }
        Ok(())
    }
}

/// Keeps the columns for the next start, beside everything else. If that fails, the next start only takes longer.
fn keep_columns(file: CacheFile, is_keeping: Arc<AtomicBool>) {
    spawn("keep columns", move || {
        if let Err(error) = file.open().and_then(|mut cache| columns::keep(&mut cache)) {
            tracing::warn!("the columns could not be kept: {error}");
        }
        is_keeping.store(false, Ordering::Relaxed);
    });
}

/// Does a task. What needs no cache is done even if that can't be opened.
fn work(
    open: &mut Option<Cache>,
    kept: &mut Kept,
    file: &CacheFile,
    outbox: &Outbox,
    task: Task,
) -> Result<(), CacheError> {
    let task = match task {
        Task::LetGo => {
            (*open, *kept) = (None, Kept::default());
            outbox.send(Report::LetGo);
            return Ok(());
        }
        Task::SetAside(records) => {
            (*open, *kept) = (None, Kept::default());
            let replaced = match records {
                Some(records) => file.replace(Some(&mut |taken| records.store(taken, Ordering::Relaxed))),
                None => file.replace(None),
            };
            outbox.send(Report::Replaced(replaced.map_err(|error| error.to_string())));
            return Ok(());
        }
        Task::Encrypt(passphrase) => {
            (*open, *kept) = (None, Kept::default());
            let is_encrypted = passphrase.is_some();
            let result = file.encrypt(passphrase).map(|()| is_encrypted);
            outbox.send(Report::Encrypted(result.map_err(|error| error.to_string())));
            return Ok(());
        }
        Task::WriteTable(file, table) => {
            match table.write(&file) {
                Ok(()) => outbox.send(Report::Written(file)),
                Err(error) => outbox.send(unwritten(&file, &error)),
            }
            return Ok(());
        }
        Task::SaveSettings(file, settings) => {
            // Not worth a word to the user: everything works, only the next start looks different.
            if let Err(error) = settings.save(&file) {
                tracing::warn!("settings could not be written to {}: {error}", file.display());
            }
            return Ok(());
        }
        other => other,
    };
    let cache = match open {
        Some(cache) => cache,
        None => open.insert(file.open()?),
    };
    match task {
        Task::Import(paths) => {
            import_all(cache, outbox, import::find_inputs(&paths), &Options::default());
        }
        Task::ImportMapped(input, mapping, is_remembered) => {
            if is_remembered {
                patiently(|| cache.remember_mapping(&mapping))?;
            }
            let options = Options { mapping: Some(mapping), ..Options::default() };
            import_all(cache, outbox, vec![Ok(*input)], &options);
        }
        Task::ImportSample => match sample::unpack() {
            Ok(folder) => {
                let inputs = import::find_inputs(&[folder.path().to_owned()]);
                // Only a whole sample need not be read again: its import may have been cancelled.
                let is_whole = cache.sources()?.len() >= inputs.len();
                import_all(cache, outbox, if is_whole { Vec::new() } else { inputs }, &Options::default());
            }
            Err(error) => {
                outbox.send(Report::Found(Vec::new()));
                outbox.send(Report::Failed(text!("error-sample", reason = error.to_string())));
            }
        },
        Task::Forget(source) => {
            let name = cache.sources()?.into_iter().find(|known| known.id == source).map(|known| known.name);
            let leaving = cache.weigh(source)?;
            if patiently(|| cache.forget(source))? {
                outbox.send(Report::Forgotten(name.unwrap_or_default(), leaving));
            }
            outbox.send(Report::Changed);
        }
        Task::NameGroup(source, name) => {
            if patiently(|| cache.name_group(source, &name))? {
                outbox.send(Report::Changed);
            }
        }
        Task::Annotate(annotations) => {
            patiently(|| cache.annotate(&annotations))?;
            outbox.send(Report::Annotated(Ok(())));
        }
        Task::Load => {
            let columns = kept.load(cache)?;
            outbox.send(Report::Loaded(columns.clone()));
            rayon::spawn(move || columns.make_orders());
            if columns::is_worth_keeping(cache)? && !kept.is_keeping.swap(true, Ordering::Relaxed) {
                keep_columns(file.clone(), kept.is_keeping.clone());
            }
        }
        Task::LoadAnnotations => {
            outbox.send(Report::Loaded(kept.load_annotations(cache)?));
        }
        Task::Hide(columns, words) => {
            let before = kept.hidden.take();
            let before = before.as_ref().map(|(real, hidden)| (real.as_ref(), hidden.as_ref()));
            let hidden = Arc::new(columns.made_private_after(before));
            let told = Told::of(&words, &columns, &hidden);
            kept.hidden = Some((columns.clone(), hidden.clone()));
            outbox.send(Report::Hidden(columns, hidden.clone(), told));
            rayon::spawn(move || hidden.make_orders());
        }
        Task::ForgetOlder(before) => {
            outbox.send(Report::ForgottenOlder(before, patiently(|| cache.forget_older(before))?));
            outbox.send(Report::Changed);
        }
        Task::WeighForget(source) => outbox.send(Report::Weighed(source, cache.weigh(source)?)),
        Task::ListSources => {
            outbox.send(Report::IsEncrypted(cache.is_encrypted()));
            outbox.send(Report::Sources(cache.sources()?, cache.rejects(None, LISTED_REJECTS)?));
        }
        Task::ReadDetail(event) => {
            let complete = |mut detail: Detail| {
                if let Some(columns) = &kept.loaded {
                    columns.tell_directory(event, &mut detail.record);
                }
                Arc::new(detail)
            };
            let detail = cache.detail(event).map(|detail| detail.map(complete)).map_err(|error| error.to_string());
            outbox.send(Report::Detail(event, detail));
        }
        Task::WriteRejects(file, pseudonyms) => {
            let mut rejects = cache.rejects(None, usize::MAX)?;
            if let Some(pseudonyms) = pseudonyms {
                let hide = hiding_titles(Some(&pseudonyms));
                hide_rejects(&mut rejects, &hide);
            }
            match rejects_csv::write(&file, &rejects) {
                Ok(()) => outbox.send(Report::Written(file)),
                Err(error) => outbox.send(unwritten(&file, &error)),
            }
        }
        // Done before, without a cache.
        Task::Encrypt(_)
        | Task::ImportHeld
        | Task::LetGo
        | Task::SaveSettings(..)
        | Task::SetAside(_)
        | Task::WriteTable(..) => {}
    }
    Ok(())
}

/// Writes once nobody else does: an import of another window may take long, and what is asked for here is not to be asked
/// for again.
fn patiently<T>(mut write: impl FnMut() -> Result<T, CacheError>) -> Result<T, CacheError> {
    loop {
        match write() {
            Err(CacheError::Busy) => {}
            done => return done,
        }
    }
}

fn unwritten(file: &Path, error: &WriteError) -> Report {
    let (file, reason) = (file.display().to_string(), error.source.to_string());
    Report::Failed(text!("error-unwritten", file = file, reason = reason))
}

/// Numbers of files, different for every file of a run of the program.
static NEXT_FILE: AtomicU64 = AtomicU64::new(1);

fn import_all(cache: &mut Cache, outbox: &Outbox, inputs: Vec<Result<Input, import::ImportError>>, options: &Options) {
    let mut files = Vec::with_capacity(inputs.len());
    let mut queue = Vec::with_capacity(inputs.len());
    for input in inputs {
        let number = NEXT_FILE.fetch_add(1, Ordering::Relaxed);
        let progress = Arc::new(Progress::default());
        let (name, place, bytes) = match &input {
            Ok(input) => (Ok(input.name()), input.place(), input.bytes),
            Err(error) => (Err(error.clone()), error.place().to_owned(), 0),
        };
        files.push(FoundFile { number, name, place, bytes, progress: progress.clone() });
        if let Ok(input) = input {
            queue.push((number, input, progress));
        }
    }
    outbox.send(Report::Found(files));
    for (number, input, progress) in queue {
        if progress.is_cancelled() {
            outbox.send(Report::Done(number, Err(ImportFailure::Cancelled)));
            continue;
        }
        outbox.send(Report::Started(number));
        let result = cache.import(&input, options, &progress);
        if let Err(ImportFailure::Import(refused)) = &result
            && refused.is_of_columns()
            && let Ok(Some(proposal)) = import::propose(&input, options, &progress)
            && proposal.is_likely
        {
            let table = Assignable { input: input.clone(), proposal: Arc::new(proposal) };
            outbox.send(Report::Assignable(number, Box::new(table)));
        }
        // A newer list of a group's members can take some away without telling anything new.
        let changed = result
            .as_ref()
            .is_ok_and(|imported| imported.counts.new + imported.counts.merged > 0 || imported.lookup.is_some());
        outbox.send(Report::Done(number, result));
        if changed {
            outbox.send(Report::Changed);
        }
    }
}
