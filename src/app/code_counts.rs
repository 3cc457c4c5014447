//! How often error codes occur in the loaded sign-ins: counted once for each snapshot of the cache.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::columns::Columns;
use crate::fields::{Field, Log};

/// How many codes the list of the most frequent holds.
const MOST_FREQUENT: usize = 25;

/// How many failure reasons are told.
const MOST_REASONS: usize = 3;

/// A code of the loaded sign-ins, as they spell it, with their number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeCount {
    /// The code.
    pub text: String,
    /// How many sign-ins have it.
    pub count: u64,
}

/// Where a code occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// Sign-ins by log, in the portal's order; only logs that have some.
    pub by_log: Vec<(Log, u64)>,
    /// The files' own failure reasons, most frequent first.
    pub reasons: Vec<(String, u64)>,
}

impl Occurrences {
    /// All sign-ins that have the code.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.by_log.iter().map(|(_, count)| count).sum()
    }
}

/// The error codes of all loaded sign-ins.
#[derive(Clone, Debug, Default)]
pub struct CodeCounts {
    version: u64,
    codes: Vec<Tally>,
}

/// One spelling of a code.
#[derive(Clone, Debug, Default)]
struct Tally {
    text: String,
    by_log: [u64; Log::ALL.len()],
    reasons: Vec<(String, u64)>,
}

impl Tally {
    fn count(&self) -> u64 {
        self.by_log.iter().sum()
    }
}

impl CodeCounts {
    /// Counts the codes of a snapshot with this number. Looks at every row.
    #[must_use]
    pub fn of(columns: &Columns, version: u64) -> Self {
        let column = columns.text_column(Field::ErrorCode);
        let reasons = columns.text_column(Field::FailureReason);
        let spelled = |(_, text): (u32, &str)| Tally { text: text.to_owned(), ..Tally::default() };
        // Code 0 stands for "nothing is known".
        let mut codes: Vec<Tally> =
            std::iter::once(Tally::default()).chain(column.dictionary.iter().map(spelled)).collect();
        let mut by_reason: HashMap<(u32, u32), u64, FixedState> = HashMap::default();
        for log in Log::ALL {
            for row in columns.rows_of(log) {
                let code = column.code(*row);
                let sign_ins = 1 + columns.beyond_one(*row);
                if let Some(tally) = codes.get_mut(code as usize) {
                    tally.by_log[log as usize] += sign_ins;
                }
                *by_reason.entry((code, reasons.code(*row))).or_default() += sign_ins;
            }
        }
        for ((code, reason), count) in by_reason {
            if let (Some(tally), Some(reason)) = (codes.get_mut(code as usize), reasons.dictionary.text(reason)) {
                tally.reasons.push((reason.to_owned(), count));
            }
        }
        codes.remove(0);
        Self { version, codes }
    }

    /// The number of the snapshot.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The most frequent codes, success left out; ties in the order of their text.
    #[must_use]
    pub fn frequent(&self) -> Vec<CodeCount> {
        let mut codes: Vec<CodeCount> = self
            .codes
            .iter()
            .filter(|tally| tally.text != "0")
            .map(|tally| CodeCount { text: tally.text.clone(), count: tally.count() })
            .collect();
        codes.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        codes.truncate(MOST_FREQUENT);
        codes
    }

    /// Sign-ins by error code.
    #[must_use]
    pub fn by_code(&self) -> HashMap<u32, u64, FixedState> {
        let mut by_code = HashMap::default();
        for tally in &self.codes {
            if let Ok(number) = tally.text.parse::<u32>() {
                *by_code.entry(number).or_default() += tally.count();
            }
        }
        by_code
    }

    /// Where one code occurs, however it is spelled.
    #[must_use]
    pub fn occurrences(&self, code: u32) -> Occurrences {
        let spellings: Vec<&Tally> = self.codes.iter().filter(|tally| tally.text.parse() == Ok(code)).collect();
        let of = |log: Log| spellings.iter().map(|tally| tally.by_log[log as usize]).sum();
        let by_log = Log::ALL.into_iter().map(|log| (log, of(log))).filter(|(_, count)| *count > 0).collect();
        let mut by_reason: HashMap<&str, u64, FixedState> = HashMap::default();
        for (reason, count) in spellings.iter().flat_map(|tally| &tally.reasons) {
            *by_reason.entry(reason).or_default() += count;
        }
        let mut reasons: Vec<(String, u64)> =
            by_reason.into_iter().map(|(reason, count)| (reason.to_owned(), count)).collect();
        reasons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        reasons.truncate(MOST_REASONS);
        Occurrences { by_log, reasons }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::columns::Builder;
    use crate::record::{EventId, Record};

    fn counts(sign_ins: &[(Log, &'static str, &'static str)]) -> CodeCounts {
        let mut builder = Builder::default();
        for (at, (log, code, reason)) in sign_ins.iter().enumerate() {
            let mut record = Record::new(*log, Millis(at as i64));
            record.set(Field::ErrorCode, *code);
            record.set(Field::FailureReason, *reason);
            builder.push(EventId(at as i64 + 1), &record);
        }
        CodeCounts::of(&builder.finish(), 1)
    }

    #[test]
    fn success_is_no_frequent_code() {
        let counts = counts(&[
            (Log::Interactive, "0", ""),
            (Log::Interactive, "50126", ""),
            (Log::NonInteractive, "50126", ""),
            (Log::Interactive, "50074", ""),
        ]);
        let texts: Vec<String> = counts.frequent().into_iter().map(|code| code.text).collect();
        assert_eq!(texts, ["50126", "50074"]);
        assert_eq!(counts.by_code().get(&50126), Some(&2));
    }

    #[test]
    fn occurrences_are_counted_log_by_log_with_the_reasons_of_the_files() {
        let counts = counts(&[
            (Log::Interactive, "50126", "Invalid username or password."),
            (Log::Interactive, "50126", "Invalid username or password."),
            (Log::NonInteractive, "50126", "Other."),
            (Log::NonInteractive, "0", "Other."),
        ]);
        let here = counts.occurrences(50126);
        assert_eq!(here.by_log, [(Log::Interactive, 2), (Log::NonInteractive, 1)]);
        assert_eq!(here.total(), 3);
        assert_eq!(here.reasons[0], ("Invalid username or password.".to_owned(), 2));
        assert_eq!(counts.occurrences(1), Occurrences::default());
    }
}
