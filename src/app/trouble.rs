//! A cache that can't be used as it is: what is known of that, and the way to another one in its place.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::jobs::Task;
use super::state::{Notice, State};
use crate::cache::{Replaced, Trouble};
use crate::texts::text;

/// A cache that can't be used as it is.
#[derive(Clone, Debug)]
pub struct CacheTrouble {
    /// What keeps it from being used.
    pub kind: Trouble,
    /// What the file system or SQLite say, as a sentence.
    pub reason: String,
    /// Whether another cache is being put in its place.
    pub is_being_replaced: bool,
    /// Whether it is being opened with a passphrase.
    pub is_being_opened: bool,
    /// How many records were taken into that one so far, if it is to have what can be read.
    pub rescuing: Option<Arc<AtomicU64>>,
}

impl CacheTrouble {
    /// How many records were taken into a new cache so far; `None` if that does not happen.
    #[must_use]
    pub fn rescued(&self) -> Option<u64> {
        self.rescuing.as_ref().map(|records| records.load(Ordering::Relaxed))
    }
}

/// What is told of a cache that was replaced, whose old file is called `shown`.
fn sentence(replaced: &Replaced, shown: &str) -> String {
    let Some(rescued) = &replaced.rescued else {
        return text!("trouble-replaced", file = shown);
    };
    let count = rescued.records;
    match rescued.incomplete.as_slice() {
        [] if count == 0 => text!("trouble-rescued-nothing", file = shown),
        [] => text!("trouble-rescued-all", count = count, file = shown),
        files => {
            text!("trouble-rescued-some", count = count, lost = rescued.lost, files = files.len(), file = shown)
        }
    }
}

impl State {
    /// The cache can't be used. What was found first is told; what comes of it is not.
    pub(super) fn cache_unusable(&mut self, kind: Trouble, reason: String) {
        if kind != Trouble::Locked {
            // That one is asked for is nothing that went wrong.
            tracing::warn!("{reason}");
        }
        let reason = self.shown_reason(reason);
        let found = CacheTrouble { kind, reason, is_being_replaced: false, is_being_opened: false, rescuing: None };
        match &mut self.trouble {
            Some(known) if !known.is_being_opened => {}
            trouble => *trouble = Some(found),
        }
    }

    /// Sets the cache aside: the thread that reads it lets it go first.
    pub(super) fn set_cache_aside(&mut self, is_rescue: bool) {
        if let Some(trouble) = self.trouble.as_mut().filter(|trouble| !trouble.is_being_replaced) {
            trouble.is_being_replaced = true;
            trouble.rescuing = is_rescue.then(Arc::default);
            self.jobs.run(Task::LetGo);
        }
    }

    /// Nobody has the cache open any more.
    pub(super) fn cache_let_go(&mut self) {
        if let Some(trouble) = self.trouble.as_ref().filter(|trouble| trouble.is_being_replaced) {
            self.jobs.run(Task::SetAside(trouble.rescuing.clone()));
        }
        self.encrypt_let_go();
    }

    /// Reads the cache anew, as at the start.
    pub(super) fn try_cache_again(&mut self) {
        self.trouble = None;
        self.reopen_cache();
    }

    pub(super) fn reopen_cache(&mut self) {
        self.encryption.is_reopening = true;
        // What was asked for meanwhile may have opened the old file again.
        self.jobs.run(Task::LetGo);
        self.jobs.run(Task::Load);
        self.jobs.run(Task::ListSources);
    }

    pub(super) fn cache_replaced(&mut self, result: Result<Replaced, String>) {
        match result {
            Ok(replaced) => {
                let text = sentence(&replaced, &self.shown_path(&replaced.old));
                self.try_cache_again();
                self.notice = Some(Notice { text, is_error: false });
            }
            Err(reason) => {
                let reason = self.shown_reason(reason);
                if let Some(trouble) = &mut self.trouble {
                    (trouble.is_being_replaced, trouble.rescuing) = (false, None);
                    trouble.reason = reason;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::cache::{Rescued, SourceId};

    #[test]
    fn what_was_rescued_and_what_to_import_again_is_told() {
        let told = |records, lost, files: &[i64]| {
            let incomplete = files.iter().copied().map(SourceId).collect();
            let rescued = Rescued { sources: 2, records, lost, incomplete };
            sentence(&Replaced { old: PathBuf::new(), rescued: Some(rescued) }, "old.db")
        };
        assert_eq!(
            told(12, 1, &[7]),
            "12 records of the damaged cache were taken over, 1 record could not be read. Import 1 file again, as Sources \
             tells. The damaged file is kept as “old.db”"
        );
        assert!(told(12, 0, &[]).contains("none is missing"));
        assert!(told(0, 0, &[]).contains("nothing could be read"));
    }
}
