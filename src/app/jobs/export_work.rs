//! Exports run on a thread of their own each, so that details and imports do not wait for them.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use super::{Message, Outbox, Report, broken, guarded};
use crate::app::export::{self, ExportError, ExportRequest, Originals};
use crate::app::listing::Listing;
use crate::cache::CacheFile;
use crate::export::file::{ExportProgress, Written};

/// What came of an export.
#[derive(Debug)]
pub struct Exported {
    /// The file.
    pub path: PathBuf,
    /// What was written, or why nothing was.
    pub result: Result<Written, ExportError>,
}

/// The files that the original records of a table make.
#[derive(Debug)]
pub struct PlannedOriginals {
    /// The table.
    pub listing: Arc<Listing>,
    /// The files, or why they can't be told.
    pub result: Result<Originals, String>,
}

/// Starts an export; whether the system had a thread for it.
pub(super) fn start(cache: CacheFile, outbox: Outbox, request: ExportRequest, progress: Arc<ExportProgress>) -> bool {
    spawn(outbox.clone(), move || {
        let path = request.path.clone();
        let is_whole = guarded(&outbox, || {
            let result = run(&cache, &request, &progress);
            progress.end();
            outbox.send(Report::Exported(Exported { path: path.clone(), result }));
        });
        if !is_whole {
            progress.end();
            outbox.send(Report::Exported(Exported { path, result: Err(ExportError::Cancelled) }));
        }
    })
}

fn run(cache: &CacheFile, request: &ExportRequest, progress: &ExportProgress) -> Result<Written, ExportError> {
    export::write(request, &cache.open()?, progress)
}

/// Starts to find out which files original records make; nothing is sent if it is cancelled.
pub(super) fn plan(cache: CacheFile, outbox: Outbox, listing: Arc<Listing>, progress: Arc<ExportProgress>) -> bool {
    spawn(outbox.clone(), move || {
        let is_whole = guarded(&outbox, || {
            let log_of = export::log_of(&listing);
            let planned = cache.open().and_then(|cache| export::plan_originals(&cache, &log_of, &progress));
            drop(log_of);
            let result = match planned {
                Ok(None) => return,
                Ok(Some(originals)) => Ok(originals),
                Err(error) => Err(error.to_string()),
            };
            outbox.send(Report::Planned(PlannedOriginals { listing: Arc::clone(&listing), result }));
        });
        if !is_whole {
            outbox.send(Report::Planned(PlannedOriginals { listing, result: Err(broken()) }));
        }
    })
}

/// Starts a thread that counts as a job until it ends; whether the system had one.
pub(super) fn spawn(outbox: Outbox, job: impl FnOnce() + Send + 'static) -> bool {
    let spawned = thread::Builder::new().name("export".to_owned()).spawn(move || {
        job();
        outbox.deliver(Message::JobEnded);
    });
    if let Err(error) = &spawned {
        tracing::error!("thread export could not be started: {error}");
    }
    spawned.is_ok()
}
