//! How sign-ins spread over time.

use std::cmp::Reverse;
use std::ops::Range;

use rayon::prelude::*;

use super::Scope;
use super::items::Items;
use super::order::Numbering;
use super::tally::{tally, tally_distinct};
use crate::clock::{Clock, Every, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Sign-ins.
    SignIns,
    /// Different known values of a field, such as users.
    Distinct(Field),
}

/// What a series shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesOptions {
    /// The field that has a line for each of its values; without one there is a line for all rows.
    pub by: Option<Field>,
    /// The stretch of a bucket.
    pub every: Every,
    /// The most lines that are kept: those with the greatest totals.
    pub top: usize,
    /// What is counted.
    pub measure: Measure,
}

/// Counts over time, one line per value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The stretch of each bucket: the one asked for, or a coarser one where that would make more
    /// buckets than anyone could look at.
    pub every: Every,
    /// The beginnings of the buckets without gap, and the end of the last one. Empty if there is no bucket.
    pub edges: Vec<Millis>,
    /// The lines, greatest total first.
    pub lines: Vec<SeriesLine>,
}

/// One line of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesLine {
    /// The value in its stored form; `None` where nothing is known, and for the only line if no field was asked for.
    pub value: Option<String>,
    /// What to call the line.
    pub title: String,
    /// The count of each bucket.
    pub counts: Vec<u64>,
    /// The count of the whole period: the sum of the buckets for sign-ins, but the different values of
    /// the whole period for [`Measure::Distinct`].
    pub total: u64,
}

/// The series of rows from the bucket of the oldest to the bucket of the newest. A row with several texts counts in
/// the line of each.
#[must_use]
pub fn series(scope: &Scope<'_>, rows: &[RowId], options: SeriesOptions) -> Series {
    let times = || rows.par_iter().map(|row| scope.columns.time(*row));
    let period = match (times().min(), times().max()) {
        (Some(oldest), Some(newest)) => oldest..Millis(newest.0 + 1),
        _ => Millis(0)..Millis(0),
    };
    series_of(scope, rows, options, &period)
}

/// The series of the rows within a period, with every bucket of it, also where there is no row.
#[must_use]
pub fn series_between(scope: &Scope<'_>, rows: &[RowId], options: SeriesOptions, period: Range<Millis>) -> Series {
    let rows: Vec<RowId> = rows.iter().copied().filter(|row| period.contains(&scope.columns.time(*row))).collect();
    series_of(scope, &rows, options, &period)
}

/// The series of rows that are all within the period.
fn series_of(scope: &Scope<'_>, rows: &[RowId], options: SeriesOptions, period: &Range<Millis>) -> Series {
    let SeriesOptions { by, every, top, measure } = options;
    let columns = scope.columns;
    let (every, edges) = buckets(scope.clock, period, every);
    let lines_by = LinesBy::of(columns, rows, by);
    let distinct = match measure {
        Measure::SignIns => None,
        Measure::Distinct(field) => Some(Values::of(columns, rows, field)),
    };
    let totals = totals(columns, rows, &lines_by, distinct.as_ref());
    let mut kept: Vec<u32> = (0..totals.len() as u32).filter(|line| totals[*line as usize] > 0).collect();
    kept.sort_by_cached_key(|line| {
        let text = lines_by.text(*line).map(str::to_lowercase);
        (Reverse(totals[*line as usize]), text.is_none(), text)
    });
    kept.truncate(if by.is_some() { top } else { 1 });
    let mut place_of_line: Vec<Option<usize>> = vec![None; totals.len()];
    for (place, line) in kept.iter().enumerate() {
        place_of_line[*line as usize] = Some(place);
    }
    let buckets = edges.len().saturating_sub(1);
    let bucket_of_rows = bucket_of_rows(columns, rows, &edges);
    let cells_of = |row: usize, cell: &mut dyn FnMut(usize)| {
        for line in lines_by.of_row(row) {
            if let Some(place) = place_of_line[*line as usize] {
                cell(place * buckets + bucket_of_rows[row] as usize);
            }
        }
    };
    let cells = kept.len() * buckets;
    let counts = match &distinct {
        None => sign_ins(columns, rows, cells, cells_of),
        Some(values) => values.tally(cells, cells_of),
    };
    let line = |(place, line): (usize, &u32)| {
        let value = lines_by.text(*line);
        SeriesLine {
            value: value.map(str::to_owned),
            title: title(by, measure, value),
            counts: counts[place * buckets..(place + 1) * buckets].to_vec(),
            total: totals[*line as usize],
        }
    };
    let lines = kept.iter().enumerate().map(line).collect();
    Series { every, edges, lines }
}

/// More buckets than this are more than any screen has pixels, and a stray record of the year 1 would
/// make millions.
const MAX_BUCKETS: i64 = 50_000;

/// The beginnings of a period's buckets without gap, and the end of the last one; none if the period is
/// empty. Where the stretch asked for would make too many, a coarser one is taken, which is returned too.
/// Weeks are never too many: ten thousand years have half a million.
#[must_use]
pub fn buckets(clock: Clock, period: &Range<Millis>, every: Every) -> (Every, Vec<Millis>) {
    let length = period.end.0.saturating_sub(period.start.0);
    let fits = |millis: i64| length / millis <= MAX_BUCKETS;
    let every = match every {
        Every::Hours(hours) if fits(i64::from(hours.max(1)) * Millis::HOUR) => every,
        Every::Hours(_) | Every::Day if fits(Millis::DAY) => Every::Day,
        Every::Hours(_) | Every::Day | Every::Week => Every::Week,
    };
    let mut edges = Vec::new();
    if length > 0 {
        let years_1_to_9999 = |at: Millis| Millis(at.0.clamp(-62_135_596_800_000, 253_402_300_799_999));
        let end = years_1_to_9999(period.end);
        let mut edge = clock.floor(years_1_to_9999(period.start), every);
        edges.push(edge);
        while edge < end {
            edge = clock.next(edge, every);
            edges.push(edge);
        }
    }
    (every, edges)
}

/// The bucket of each row; those outside are in the first or the last one.
#[must_use]
pub fn bucket_of_rows(columns: &Columns, rows: &[RowId], edges: &[Millis]) -> Vec<u32> {
    let last = edges.len().saturating_sub(2);
    let mut of_rows = vec![0; rows.len()];
    of_rows.par_chunks_mut(STRETCH).zip(rows.par_chunks(STRETCH)).for_each(|(of_rows, rows)| {
        // Rows mostly come in order, so the bucket of the one before mostly fits.
        let (mut bucket, mut fitting) = (0, Millis(0)..Millis(0));
        for (of_row, row) in of_rows.iter_mut().zip(rows) {
            let time = columns.time(*row);
            if !fitting.contains(&time) {
                bucket = edges.partition_point(|edge| *edge <= time).saturating_sub(1).min(last);
                fitting =
                    edges.get(bucket..).map_or(time..time, |edges| edges[0]..edges.get(1).copied().unwrap_or(time));
            }
            *of_row = bucket as u32;
        }
    });
    of_rows
}

/// So many rows are worth a task of their own.
const STRETCH: usize = 1 << 14;

/// The lines that each row counts in.
enum LinesBy {
    /// One line for all.
    One,
    /// A line for each of a row's texts.
    Items { items: Items, codes: Vec<u32> },
    /// A line for each identifier or time.
    Values { texts: Vec<String>, of_row: Vec<u32> },
}

impl LinesBy {
    fn of(columns: &Columns, rows: &[RowId], by: Option<Field>) -> Self {
        let Some(field) = by else { return Self::One };
        if !matches!(field.kind(), Kind::Time | Kind::UniqueId) {
            let column = columns.text_column(field);
            let codes = rows.par_iter().map(|row| column.code(*row)).collect();
            return Self::Items { items: Items::of(columns, field), codes };
        }
        let mut numbers: Numbering<String> = Numbering::default();
        let mut texts = Vec::new();
        let of_row = rows
            .iter()
            .map(|row| {
                let Some(text) = columns.value(field, *row) else { return 0 };
                let number = numbers.number(text.to_string());
                if number as usize == texts.len() {
                    texts.push(text.into_owned());
                }
                number + 1
            })
            .collect();
        Self::Values { texts, of_row }
    }

    fn count(&self) -> usize {
        match self {
            Self::One => 1,
            Self::Items { items, .. } => items.len(),
            Self::Values { texts, .. } => texts.len() + 1,
        }
    }

    fn of_row(&self, row: usize) -> &[u32] {
        match self {
            Self::One => &[0],
            Self::Items { items, codes } => items.of_code(codes[row]),
            Self::Values { of_row, .. } => std::slice::from_ref(&of_row[row]),
        }
    }

    fn text(&self, line: u32) -> Option<&str> {
        match self {
            Self::One => None,
            Self::Items { items, .. } => items.text(line),
            Self::Values { texts, .. } => texts.get((line as usize).checked_sub(1)?).map(String::as_str),
        }
    }
}

/// A number per row, the same for the same value; 0 where nothing is known.
struct Values {
    of_row: Vec<u32>,
    /// One more than the greatest number.
    size: usize,
}

impl Values {
    fn of(columns: &Columns, rows: &[RowId], field: Field) -> Self {
        if field.kind() == Kind::Time {
            let ranks = columns.recency().ranks();
            return Self {
                of_row: rows.par_iter().map(|row| ranks[row.index()] + 1).collect(),
                size: columns.len() + 1,
            };
        }
        if let Some(ids) = columns.unique_id_column(field) {
            let (ranks, different) = (ids.order().ranks(), ids.order().different());
            let number =
                |row: &RowId| Some(ranks[row.index()]).filter(|rank| *rank < different).map_or(0, |rank| rank + 1);
            return Self { of_row: rows.par_iter().map(number).collect(), size: different as usize + 1 };
        }
        let column = columns.text_column(field);
        let of_row = rows.par_iter().map(|row| column.code(*row)).collect();
        Self { of_row, size: column.dictionary.len() + 1 }
    }

    /// How many different values are in each of so many cells; `cells_of` names those of a row.
    fn tally(&self, cells: usize, cells_of: impl Fn(usize, &mut dyn FnMut(usize))) -> Vec<u64> {
        tally_distinct(cells, self.size, |pair| {
            for (row, value) in self.of_row.iter().enumerate().filter(|(_, value)| **value != 0) {
                cells_of(row, &mut |cell| pair(cell, *value));
            }
        })
    }
}

fn totals(columns: &Columns, rows: &[RowId], lines_by: &LinesBy, distinct: Option<&Values>) -> Vec<u64> {
    let cells_of =
        |row: usize, cell: &mut dyn FnMut(usize)| lines_by.of_row(row).iter().for_each(|line| cell(*line as usize));
    match distinct {
        None => sign_ins(columns, rows, lines_by.count(), cells_of),
        Some(values) => values.tally(lines_by.count(), cells_of),
    }
}

/// How many sign-ins fall into each of so many cells; `cells_of` names those of a row by its place.
fn sign_ins(
    columns: &Columns,
    rows: &[RowId],
    cells: usize,
    cells_of: impl Fn(usize, &mut dyn FnMut(usize)) + Sync,
) -> Vec<u64> {
    let mut counts = tally(rows.len(), cells, &cells_of);
    columns.each_beyond_one(rows, |place, beyond| cells_of(place, &mut |cell| counts[cell] += beyond));
    counts
}

fn title(by: Option<Field>, measure: Measure, value: Option<&str>) -> String {
    match (by, value, measure) {
        (Some(field), Some(value), _) => field.spec().display(value).to_owned(),
        (Some(_), None, _) => "Unknown".to_owned(),
        (None, _, Measure::SignIns) => "Sign-ins".to_owned(),
        (None, _, Measure::Distinct(field)) => format!("Different values of {}", field.title()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Log, Logs};
    use crate::query::fixtures::{columns, sign_in};

    const DAY: i64 = 86_400;

    fn usage() -> Columns {
        let row = |day: i64, app, user| sign_in(Log::Interactive, day * DAY, &[(Field::App, app), (Field::User, user)]);
        columns(&[
            row(0, "Teams", "Anna"),
            row(0, "Teams", "Anna"),
            row(3, "Teams", "Ben"),
            row(3, "Word", "Ben"),
            row(3, "", "Ben"),
        ])
    }

    fn daily(by: Option<Field>, top: usize, measure: Measure) -> SeriesOptions {
        SeriesOptions { by, every: Every::Day, top, measure }
    }

    #[test]
    fn empty_buckets_are_there_and_lines_come_by_total() {
        let columns = usage();
        let rows = columns.rows_of_all(Logs::ALL);
        let scope = Scope::new(&columns, Clock::default());
        let apps = series(&scope, &rows, daily(Some(Field::App), 2, Measure::SignIns));
        assert_eq!(apps.edges, [0, 1, 2, 3, 4].map(|day| Millis(day * Millis::DAY)));
        let lines: Vec<_> =
            apps.lines.iter().map(|line| (line.title.as_str(), line.counts.as_slice(), line.total)).collect();
        assert_eq!(lines, [("Teams", [2, 0, 0, 1].as_slice(), 3), ("Word", [0, 0, 0, 1].as_slice(), 1)]);
        let all = series(&scope, &rows, daily(Some(Field::App), 9, Measure::SignIns));
        assert_eq!((all.lines[2].value.as_ref(), all.lines[2].title.as_str()), (None, "Unknown"));
    }

    #[test]
    fn different_users_count_once_per_bucket_and_once_in_all() {
        let columns = usage();
        let rows = columns.rows_of_all(Logs::ALL);
        let scope = Scope::new(&columns, Clock::default());
        let users = series(&scope, &rows, daily(None, 3, Measure::Distinct(Field::User)));
        assert_eq!((users.lines[0].counts.as_slice(), users.lines[0].total), ([1, 0, 0, 1].as_slice(), 2));
    }

    #[test]
    fn a_given_period_has_all_its_buckets_and_only_its_rows() {
        let columns = usage();
        let rows = columns.rows_of_all(Logs::ALL);
        let scope = Scope::new(&columns, Clock::default());
        let period = Millis(-Millis::DAY)..Millis(Millis::DAY);
        let two_days = series_between(&scope, &rows, daily(None, 3, Measure::SignIns), period);
        assert_eq!(two_days.lines[0].counts, [0, 2]);
        let none = series(&scope, &[], daily(Some(Field::App), 3, Measure::SignIns));
        assert_eq!((none.edges.len(), none.lines.len()), (0, 0));
    }

    #[test]
    fn a_stray_record_of_long_ago_makes_coarser_buckets_not_millions() {
        let columns =
            columns(&[sign_in(Log::Interactive, -62_135_596_800, &[]), sign_in(Log::Interactive, 1_790_000_000, &[])]);
        let scope = Scope::new(&columns, Clock::default());
        let hourly = SeriesOptions { every: Every::Hours(1), ..daily(None, 3, Measure::SignIns) };
        let all = series(&scope, &columns.rows_of_all(Logs::ALL), hourly);
        assert_eq!(all.every, Every::Week);
        assert_eq!(all.lines[0].total, 2);
        assert_eq!(all.lines[0].counts.iter().sum::<u64>(), 2);
    }
}
