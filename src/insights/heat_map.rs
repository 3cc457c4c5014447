//! When sign-ins happen: by day of the week and hour of the day, as a calendar and a watch in the zone show them.

use chrono::{Datelike, Timelike, Weekday};
use rayon::prelude::*;

use super::ask::{Ask, Rows};
use super::measure::fixed;
use super::page::HeatMap;
use crate::clock::{Clock, Every, Millis};
use crate::columns::{Columns, RowId};

/// Counts the sign-ins of a question by day of the week and hour. The hour that a clock change repeats counts
/// twice as long; the one that it skips has nothing.
#[must_use]
pub fn heat_map(ask: &Ask<'_>, key: &'static str, title: &str) -> HeatMap {
    let clock = ask.scope().clock;
    let counts = ask.rows().par_chunks(STRETCH).map(|rows| count(ask.scope().columns, clock, rows)).reduce(
        || vec![[0; 24]; 7],
        |mut all, counts| {
            all.iter_mut().flatten().zip(counts.iter().flatten()).for_each(|(all, count)| *all += count);
            all
        },
    );
    HeatMap {
        key,
        title: title.to_owned(),
        counts,
        week_start: clock.week_start(),
        base: ask.query(),
        logs: ask.logs(),
    }
}

/// So many rows are worth a task of their own.
const STRETCH: usize = 1 << 16;

fn count(columns: &Columns, clock: Clock, rows: &[RowId]) -> Vec<[u64; 24]> {
    let mut counts = vec![[0; 24]; 7];
    // Rows come newest first, so the hour of the one before mostly fits.
    let (mut hour, mut cell) = (Millis(0)..Millis(0), (0, 0));
    for row in rows {
        let time = columns.time(*row);
        if !hour.contains(&time) {
            let start = clock.floor(time, Every::Hours(1));
            hour = start..clock.next(start, Every::Hours(1));
            let civil = clock.civil(time);
            cell = (civil.weekday().days_since(clock.week_start()) as usize, civil.hour() as usize);
        }
        counts[cell.0][cell.1] += 1 + columns.beyond_one(*row);
    }
    counts
}

impl HeatMap {
    /// The day of the week of a row of [`Self::counts`].
    #[must_use]
    pub fn weekday(&self, day: usize) -> Weekday {
        (0..day % 7).fold(self.week_start, |weekday, _| weekday.succ())
    }

    /// The rows behind a number; `None` if there is no such number.
    #[must_use]
    pub fn rows_behind(&self, day: usize, hour: usize) -> Option<Rows> {
        self.counts.get(day)?.get(hour)?;
        let weekday = self.weekday(day).to_string().to_lowercase();
        let own = fixed(&format!("weekday:{weekday} hour:{hour}"));
        Some(Rows::new(&self.base, &own, self.logs))
    }
}
