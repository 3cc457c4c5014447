//! Whether the files that were imported are still what they were: what is known of it, and the words for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::command::View;
use super::state::{Notice, State};
use crate::cache::SourceId;
use crate::import::{Progress, Standing};
use crate::texts::text;

/// What is known of the files since they were last verified.
#[derive(Debug, Default)]
pub struct Verifying {
    running: Option<Running>,
    found: BTreeMap<SourceId, Standing>,
    end: Option<End>,
}

/// A verifying that runs.
#[derive(Debug)]
struct Running {
    progress: Arc<Progress>,
    files: usize,
    bytes: u64,
}

/// How the last verifying ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Whole,
    /// With so many files to verify.
    Cancelled(usize),
}

impl Verifying {
    /// Whether files are being read.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// How far it is, from 0 to 1, and in words; `None` if it does not run.
    #[must_use]
    pub fn progress(&self) -> Option<(f32, String)> {
        let running = self.running.as_ref()?;
        let part = running.progress.bytes() as f32 / running.bytes.max(1) as f32;
        let text = text!("verify-progress", read = self.found.len(), files = running.files);
        Some((part.min(1.0), text))
    }

    /// Whether it was told to stop, and has not yet.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.running.as_ref().is_some_and(|running| running.progress.is_cancelled())
    }

    /// How the file of a source stands to what was imported, if that was found out.
    #[must_use]
    pub fn standing(&self, source: SourceId) -> Option<&Standing> {
        self.found.get(&source)
    }

    /// What came of it in a sentence, once it has ended, for these sources.
    #[must_use]
    pub fn sentence(&self, sources: impl Iterator<Item = SourceId>) -> Option<String> {
        let end = self.end?;
        let mut standings = Standings::default();
        for standing in sources.filter_map(|source| self.found.get(&source)) {
            standings.add(standing);
        }
        Some(match end {
            End::Whole => standings.shown_sentence(),
            End::Cancelled(files) if standings.all() == 0 => text!("verify-cancelled-first", files = files),
            End::Cancelled(files) => {
                let sentence = standings.shown_sentence();
                text!("verify-cancelled", read = standings.all(), files = files, sentence = sentence)
            }
        })
    }

    pub(super) fn cancel(&self) {
        if let Some(running) = &self.running {
            running.progress.cancel();
        }
    }

    pub(super) fn take(&mut self, source: SourceId, standing: Standing) {
        self.found.insert(source, standing);
    }
}

impl State {
    /// Shows the sources and begins to read their files again.
    pub(super) fn verify_files(&mut self) {
        if self.verifying.is_running() || self.is_sample {
            return;
        }
        self.show(View::Sources);
        let progress = Arc::new(Progress::default());
        if self.jobs.verify(Arc::clone(&progress)) {
            let bytes = self.sources.iter().map(|source| source.bytes).sum();
            let running = Running { progress, files: self.sources.len(), bytes };
            self.verifying = Verifying { running: Some(running), ..Verifying::default() };
        }
    }

    pub(super) fn take_verified(&mut self, result: Result<(), String>) {
        let Some(running) = self.verifying.running.take() else { return };
        match result {
            Ok(()) => {
                let is_whole = !running.progress.is_cancelled();
                self.verifying.end = Some(if is_whole { End::Whole } else { End::Cancelled(running.files) });
                // Who looks at the sources reads it there.
                let sentence = self.verifying.sentence(self.sources.iter().map(|source| source.id));
                if let Some(text) = sentence.filter(|_| self.view != View::Sources) {
                    self.notice = Some(Notice { text, is_error: false });
                }
            }
            Err(problem) => self.tell_failure(problem),
        }
    }
}

/// How many files stand how to what was imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    same: usize,
    changed: usize,
    unreadable: usize,
    gone: usize,
}

impl Standings {
    /// Counts one more file.
    pub fn add(&mut self, standing: &Standing) {
        match standing {
            Standing::Same => self.same += 1,
            // Who took it out of its zip has changed that.
            Standing::Changed(_) | Standing::GoneFromZip => self.changed += 1,
            Standing::Unreadable(_) => self.unreadable += 1,
            Standing::Gone => self.gone += 1,
        }
    }

    /// How many files are there but no longer what was imported.
    #[must_use]
    pub fn other(&self) -> usize {
        self.changed + self.unreadable
    }

    fn all(&self) -> usize {
        self.same + self.other() + self.gone
    }

    /// What that means in the language of the window, as a sentence without a full stop.
    #[must_use]
    pub fn shown_sentence(&self) -> String {
        let Self { same, changed, unreadable, gone } = *self;
        let files = self.other();
        match (files, changed, unreadable, gone) {
            (0, _, _, 0) if same == 0 => text!("verify-none").to_owned(),
            (0, _, _, gone) if same == 0 => text!("verify-none-gone", gone = gone),
            (0, _, _, 0) => text!("verify-same", same = same),
            (0, _, _, gone) => text!("verify-same-gone", same = same, gone = gone),
            (_, _, 0, 0) => text!("verify-changed", files = files),
            (_, _, 0, gone) => text!("verify-changed-gone", files = files, gone = gone),
            (_, 0, _, 0) => text!("verify-unreadable", files = files, unreadable = unreadable),
            (_, 0, _, gone) => {
                text!("verify-unreadable-gone", files = files, unreadable = unreadable, gone = gone)
            }
            (_, _, _, 0) => text!("verify-both", files = files, changed = changed, unreadable = unreadable),
            (_, _, _, gone) => {
                text!("verify-both-gone", files = files, changed = changed, unreadable = unreadable, gone = gone)
            }
        }
    }

    /// The same for the command line, which is English.
    #[must_use]
    pub fn sentence(&self) -> String {
        let be = |number: usize| if number == 1 { "is" } else { "are" };
        let gone = match self.gone {
            0 => String::new(),
            gone => format!("; {gone} {} no longer there", be(gone)),
        };
        if self.other() == 0 {
            let same = match self.same {
                0 => "No file is there to compare".to_owned(),
                1 => "1 file is what was imported".to_owned(),
                same => format!("{same} files are what was imported"),
            };
            return format!("{same}{gone}");
        }
        let other = self.other();
        let how = match (self.changed, self.unreadable) {
            (_, 0) => String::new(),
            (0, unreadable) => format!(" ({unreadable} can\u{2019}t be read)"),
            (changed, unreadable) => format!(" ({changed} changed, {unreadable} can\u{2019}t be read)"),
        };
        format!(
            "{} {} no longer what was imported{how}{gone}; the originals in the cache are as they were",
            files(other),
            be(other)
        )
    }
}

fn files(number: usize) -> String {
    if number == 1 { "1 file".to_owned() } else { format!("{number} files") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(standings: &[Standing]) -> String {
        let mut counted = Standings::default();
        for standing in standings {
            counted.add(standing);
        }
        assert_eq!(counted.shown_sentence(), counted.sentence());
        counted.sentence()
    }

    #[test]
    fn what_was_found_reads_in_one_sentence_in_the_window_and_on_the_command_line() {
        let unreadable = || Standing::Unreadable("is a pipe".to_owned());
        let changed = || Standing::Changed([0; 32]);
        assert_eq!(sentence(&[Standing::Same, Standing::Same]), "2 files are what was imported");
        assert_eq!(sentence(&[Standing::Same, Standing::Gone]), "1 file is what was imported; 1 is no longer there");
        assert_eq!(sentence(&[Standing::Gone]), "No file is there to compare; 1 is no longer there");
        assert_eq!(
            sentence(&[changed(), unreadable(), Standing::GoneFromZip, Standing::Gone]),
            "3 files are no longer what was imported (2 changed, 1 can\u{2019}t be read); 1 is no longer there; the \
             originals in the cache are as they were"
        );
        assert_eq!(sentence(&[]), "No file is there to compare");
        assert_eq!(
            sentence(&[changed(), Standing::Gone, Standing::Gone]),
            "1 file is no longer what was imported; 2 are no longer there; the originals in the cache are as they were"
        );
        assert_eq!(
            sentence(&[changed(), Standing::GoneFromZip]),
            "2 files are no longer what was imported; the originals in the cache are as they were"
        );
        assert_eq!(
            sentence(&[changed(), unreadable()]),
            "2 files are no longer what was imported (1 changed, 1 can\u{2019}t be read); the originals in the cache are \
             as they were"
        );
        assert_eq!(
            sentence(&[unreadable(), unreadable(), Standing::Gone]),
            "2 files are no longer what was imported (2 can\u{2019}t be read); 1 is no longer there; the originals in the \
             cache are as they were"
        );
        assert_eq!(
            sentence(&[unreadable()]),
            "1 file is no longer what was imported (1 can\u{2019}t be read); the originals in the cache are as they were"
        );
    }
}
