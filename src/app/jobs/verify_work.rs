//! Files that were imported are read again on a thread of their own, so that nothing waits for a slow drive.

use std::sync::Arc;

use super::export_work::spawn;
use super::{Outbox, Report, broken, guarded};
use crate::cache::{CacheError, CacheFile};
use crate::import::Progress;

/// Starts to verify all files; whether the system had a thread for it.
pub(super) fn start(cache: CacheFile, outbox: Outbox, progress: Arc<Progress>) -> bool {
    spawn(outbox.clone(), move || {
        let is_whole = guarded(&outbox, || {
            let result = verify(&cache, &outbox, &progress).map_err(|error| error.to_string());
            outbox.send(Report::VerifiedAll(result));
        });
        if !is_whole {
            outbox.send(Report::VerifiedAll(Err(broken())));
        }
    })
}

fn verify(cache: &CacheFile, outbox: &Outbox, progress: &Progress) -> Result<(), CacheError> {
    let cache = cache.open()?;
    for source in cache.sources()? {
        if progress.is_cancelled() {
            break;
        }
        if let Some(standing) = cache.standing(&source, progress)? {
            outbox.send(Report::Verified(source.id, standing));
        }
    }
    Ok(())
}
