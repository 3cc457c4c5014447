//! The analyst's rule of how long records are kept. Nothing is ever forgotten by itself: the rule says what is proposed.

use super::jobs::Task;
use super::state::{Notice, State};
use crate::cache::Outdated;
use crate::clock::{Clock, Millis};
use crate::fields::{Log, Noun};
use crate::texts::{self, text};

/// What the user wants of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetentionCommand {
    /// Ask whether old records should be forgotten.
    Ask,
    /// Keep records of so many days.
    SetDays(u32),
    /// Forget what is older (the view has asked before).
    Forget,
    /// Take the question back.
    Close,
}

/// The question whether old records should be forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Records of before this moment would go.
    pub before: Millis,
    /// How many of the records that are loaded would go; summaries count as the sign-ins that they stand for.
    pub records: u64,
}

impl State {
    pub(super) fn apply_retention(&mut self, command: RetentionCommand) {
        match command {
            RetentionCommand::Ask => self.weigh_older(),
            RetentionCommand::SetDays(days) => {
                self.settings.keep_days = days;
                self.weigh_older();
            }
            RetentionCommand::Forget => {
                if let Some(asked) = self.retention.take() {
                    self.jobs.run(Task::ForgetOlder(asked.before));
                }
            }
            RetentionCommand::Close => self.retention = None,
        }
    }

    fn weigh_older(&mut self) {
        let before = Millis::now().days_before(self.settings.keep_days);
        let columns = &self.columns;
        let old =
            |log| columns.rows_of(log).iter().copied().filter(|row| columns.time(*row) < before).collect::<Vec<_>>();
        let records = Log::ALL.into_iter().map(|log| columns.sign_ins(&old(log))).sum();
        self.retention = Some(Retention { before, records });
    }

    pub(super) fn forgot_older(&mut self, before: Millis, outdated: Outdated) {
        let text = notice(before, outdated, self.columns.noun());
        self.notice = Some(Notice { text, is_error: false });
    }
}

/// What is said once old records were forgotten.
fn notice(before: Millis, outdated: Outdated, noun: Noun) -> String {
    let day = texts::shown(Clock::default()).date(before);
    let Outdated { records: count, sources: files } = outdated;
    let (record, records) = (noun.shown_one(), noun.shown_count(count));
    match files {
        0 => text!("retention-done", count = count, record = record, records = records, day = day),
        files => {
            text!("retention-done-files", count = count, record = record, records = records, day = day, files = files)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_forgotten_is_told_in_the_right_number() {
        let before = Millis::from_iso("2026-10-05T00:00:00Z").expect("a moment");
        let told = |records, sources| notice(before, Outdated { records, sources }, Noun::SIGN_IN);
        assert_eq!(told(0, 0), "No sign-in was older than 2026-10-05");
        assert_eq!(told(1, 0), "1 sign-in of before 2026-10-05 was forgotten");
        assert_eq!(
            told(12, 1),
            "12 sign-ins of before 2026-10-05 were forgotten, and 1 file of which nothing else was left"
        );
    }
}
