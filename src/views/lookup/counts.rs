//! How often codes occur in the loaded sign-ins.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log};

/// How many codes the list of the most frequent holds.
const MOST_FREQUENT: usize = 25;

/// How many failure reasons are told.
const MOST_REASONS: usize = 3;

/// A code of the loaded sign-ins, as they spell it, with their number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CodeCount {
    pub(super) text: String,
    pub(super) count: u64,
}

/// Where a code occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Occurrences {
    /// Sign-ins by log, in the portal's order; only logs that have some.
    pub(super) by_log: Vec<(Log, u64)>,
    /// The files' own failure reasons, most frequent first.
    pub(super) reasons: Vec<(String, u64)>,
}

impl Occurrences {
    /// All sign-ins that have the code.
    pub(super) fn total(&self) -> u64 {
        self.by_log.iter().map(|(_, count)| count).sum()
    }
}

/// Sign-ins by the code of the dictionary of the error codes.
fn tally(columns: &Columns) -> Vec<u64> {
    let column = columns.text_column(Field::ErrorCode);
    let mut counts = vec![0; column.dictionary.len() + 1];
    for row in 0..columns.len() {
        if let Some(count) = counts.get_mut(column.code(RowId(row as u32)) as usize) {
            *count += 1;
        }
    }
    counts
}

/// The most frequent codes, success left out; ties in the order of their text.
pub(super) fn frequent(columns: &Columns) -> Vec<CodeCount> {
    let counts = tally(columns);
    let mut codes: Vec<CodeCount> = columns
        .text_column(Field::ErrorCode)
        .dictionary
        .iter()
        .filter(|(_, text)| *text != "0")
        .map(|(code, text)| CodeCount { text: text.to_owned(), count: counts.get(code as usize).copied().unwrap_or(0) })
        .collect();
    codes.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    codes.truncate(MOST_FREQUENT);
    codes
}

/// Sign-ins by error code.
pub(super) fn by_code(columns: &Columns) -> HashMap<u32, u64, FixedState> {
    let counts = tally(columns);
    let dictionary = &columns.text_column(Field::ErrorCode).dictionary;
    let mut by_code = HashMap::default();
    for (code, text) in dictionary.iter() {
        if let Ok(number) = text.parse::<u32>() {
            *by_code.entry(number).or_default() += counts.get(code as usize).copied().unwrap_or(0);
        }
    }
    by_code
}

/// Where one code occurs.
pub(super) fn occurrences(columns: &Columns, code: u32) -> Occurrences {
    let column = columns.text_column(Field::ErrorCode);
    let wanted: Vec<bool> =
        std::iter::once(false).chain(column.dictionary.iter().map(|(_, text)| text.parse() == Ok(code))).collect();
    let reasons = columns.text_column(Field::FailureReason);
    let mut by_reason: HashMap<u32, u64, FixedState> = HashMap::default();
    let mut by_log = Vec::new();
    for log in Log::ALL {
        let mut count = 0;
        for row in columns.rows_of(log) {
            if wanted.get(column.code(*row) as usize) == Some(&true) {
                count += 1;
                *by_reason.entry(reasons.code(*row)).or_default() += 1;
            }
        }
        if count > 0 {
            by_log.push((log, count));
        }
    }
    let mut reasons: Vec<(String, u64)> = by_reason
        .into_iter()
        .filter_map(|(code, count)| Some((reasons.dictionary.text(code)?.to_owned(), count)))
        .collect();
    reasons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    reasons.truncate(MOST_REASONS);
    Occurrences { by_log, reasons }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::columns::Builder;
    use crate::record::{EventId, Record};

    fn columns(sign_ins: &[(Log, &'static str, &'static str)]) -> Columns {
        let mut builder = Builder::default();
        for (at, (log, code, reason)) in sign_ins.iter().enumerate() {
            let mut record = Record::new(*log, Millis(at as i64));
            record.set(Field::ErrorCode, *code);
            record.set(Field::FailureReason, *reason);
            builder.push(EventId(at as i64 + 1), &record);
        }
        builder.finish()
    }

    #[test]
    fn success_is_no_frequent_code() {
        let columns = columns(&[
            (Log::Interactive, "0", ""),
            (Log::Interactive, "50126", ""),
            (Log::NonInteractive, "50126", ""),
            (Log::Interactive, "50074", ""),
        ]);
        let texts: Vec<String> = frequent(&columns).into_iter().map(|code| code.text).collect();
        assert_eq!(texts, ["50126", "50074"]);
        assert_eq!(by_code(&columns).get(&50126), Some(&2));
    }

    #[test]
    fn occurrences_are_counted_log_by_log_with_the_reasons_of_the_files() {
        let columns = columns(&[
            (Log::Interactive, "50126", "Invalid username or password."),
            (Log::Interactive, "50126", "Invalid username or password."),
            (Log::NonInteractive, "50126", "Other."),
            (Log::NonInteractive, "0", "Other."),
        ]);
        let here = occurrences(&columns, 50126);
        assert_eq!(here.by_log, [(Log::Interactive, 2), (Log::NonInteractive, 1)]);
        assert_eq!(here.total(), 3);
        assert_eq!(here.reasons[0], ("Invalid username or password.".to_owned(), 2));
        assert_eq!(occurrences(&columns, 1), Occurrences::default());
    }
}
