//! The days of a report and how its sign-ins spread over them.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};

/// How many days the story was written for. A longer or shorter report stretches it.
const STORY_DAYS: u32 = 30;

/// The days of a report, counted from 0.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The date of day 0.
    pub first: NaiveDate,
    /// How many days there are; at least one.
    pub days: u32,
}

impl Calendar {
    /// The `days` days up to and including `end`.
    pub fn ending(end: NaiveDate, days: u32) -> Self {
        let days = days.max(1);
        let first = end - Days::new(u64::from(days - 1));
        Self { first, days }
    }

    /// The date of a day.
    pub fn date(self, day: u32) -> NaiveDate {
        self.first + Days::new(u64::from(day))
    }

    /// The last day's date.
    pub fn end(self) -> NaiveDate {
        self.date(self.days - 1)
    }

    /// The day on which that day of the thirty-day story falls.
    pub fn story_day(self, thirtieth: u32) -> u32 {
        (thirtieth * self.days / STORY_DAYS).min(self.days - 1)
    }

    /// True on Saturdays and Sundays.
    pub fn is_weekend(self, day: u32) -> bool {
        matches!(self.date(day).weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The moment so many seconds after the beginning of a day, kept within that day.
    pub fn at(self, day: u32, second: i64) -> DateTime<Utc> {
        let midnight = self.date(day).and_time(chrono::NaiveTime::MIN).and_utc();
        midnight + TimeDelta::seconds(second.clamp(0, SECONDS_A_DAY - 1))
    }
}

/// Seconds of a UTC day.
pub const SECONDS_A_DAY: i64 = 24 * 60 * 60;

/// Spreads `total` over places in proportion to their weights, so that the parts add up exactly.
pub fn spread(total: usize, weights: &[usize]) -> Vec<usize> {
    let sum = weights.iter().sum::<usize>().max(1);
    let mut weight_before = 0;
    weights
        .iter()
        .map(|weight| {
            let start = total * weight_before / sum;
            weight_before += weight;
            total * weight_before / sum - start
        })
        .collect()
}
