//! Sign-ins one by one on a time line.

use super::ask::Ask;
use super::page::{Mark, TimeLine};
use crate::fields::{Field, Log};

impl TimeLine {
    /// The most sign-ins that are shown.
    pub const MOST: usize = 2_000;
}

/// The sign-ins of a question, newest first, in a lane for each log that has any.
#[must_use]
pub fn time_line(ask: &Ask<'_>, key: &'static str, title: &str) -> TimeLine {
    let columns = ask.scope().columns;
    let recency = columns.recency();
    let mut rows = ask.rows().to_vec();
    if rows.len() > TimeLine::MOST {
        rows.select_nth_unstable_by_key(TimeLine::MOST, |row| recency.place(*row));
        rows.truncate(TimeLine::MOST);
    }
    rows.sort_unstable_by_key(|row| recency.place(*row));
    let statuses = columns.text_column(Field::Status);
    let status_of = |row| {
        let text = statuses.text(row)?;
        Mark::STATUSES.iter().position(|status| status.eq_ignore_ascii_case(text)).map(|number| number as u8)
    };
    let lane = |log: Log| {
        let marks = rows.iter().filter(|row| columns.log(**row) == log);
        (log, marks.map(|row| Mark { at: columns.time(*row), row: *row, status: status_of(*row) }).collect())
    };
    let has_any = |log: &Log| ask.rows().iter().any(|row| columns.log(*row) == *log);
    let period = ask.period();
    TimeLine {
        key,
        title: title.to_owned(),
        lanes: ask.logs().iter().filter(has_any).map(lane).collect(),
        period: (period.start, period.end),
        left_out: columns.sign_ins(ask.rows()) - columns.sign_ins(&rows),
    }
}
