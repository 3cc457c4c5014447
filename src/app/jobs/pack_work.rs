//! Review packs are made on a thread of their own each.

use std::path::PathBuf;
use std::sync::Arc;

use super::answers::scope;
use super::export_work::spawn;
use super::{Outbox, Report, guarded};
use crate::app::export::ExportError;
use crate::app::pack::{self, PackFormat, PackRequest};
use crate::cache::CacheFile;
use crate::clock::Clock;
use crate::columns::Columns;
use crate::export::file::ExportProgress;

/// A pack, asked for by value.
#[derive(Clone, Debug)]
pub struct PackJob {
    /// The sign-ins.
    pub columns: Arc<Columns>,
    /// The clock of days and hours.
    pub clock: Clock,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
    /// What it holds.
    pub request: PackRequest,
    /// Its form.
    pub format: PackFormat,
    /// The file.
    pub path: PathBuf,
}

/// What came of a pack.
#[derive(Debug)]
pub struct Packed {
    /// The file.
    pub path: PathBuf,
    /// Why there is none.
    pub result: Result<(), ExportError>,
}

/// Starts a pack; whether the system had a thread for it.
pub(super) fn start(cache: CacheFile, outbox: Outbox, job: PackJob, progress: Arc<ExportProgress>) -> bool {
    spawn(outbox.clone(), move || {
        let path = job.path.clone();
        let is_whole = guarded(&outbox, || {
            let result = run(&cache, &job, &progress);
            progress.end();
            outbox.send(Report::Packed(Packed { path: path.clone(), result }));
        });
        if !is_whole {
            progress.end();
            outbox.send(Report::Packed(Packed { path, result: Err(ExportError::Cancelled) }));
        }
    })
}

fn run(cache: &CacheFile, job: &PackJob, progress: &ExportProgress) -> Result<(), ExportError> {
    let scope = scope(&job.columns, job.clock, job.end_at_now);
    let cache = cache.open()?;
    let made = cache.at_one_moment(|| pack::watched_pack(&scope, &cache, &job.request, progress))??;
    let written = pack::write(&job.path, job.format, &made, progress);
    if progress.is_cancelled() && written.is_err() { Err(ExportError::Cancelled) } else { Ok(written?) }
}
