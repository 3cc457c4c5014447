//! The axes of a chart: round numbers, logarithms, dates that keep their distance.

use crate::clock::{Clock, Every, Millis};
use crate::texts::dates;

/// How values become heights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// As they are.
    Linear,
    /// By the logarithm of one more, so that nothing stays nothing.
    Log,
}

impl Scale {
    pub fn height(self, value: u64) -> f64 {
        match self {
            Self::Linear => value as f64,
            Self::Log => (value as f64 + 1.0).log10(),
        }
    }

    /// The values at which lines stand, of which the last one is not below `highest`.
    pub fn levels(self, highest: u64) -> Vec<u64> {
        match self {
            Self::Linear => {
                let step = integer_step(highest);
                (0..=highest.div_ceil(step).max(1)).map(|level| level * step).collect()
            }
            Self::Log => {
                let mut levels = vec![0, 1];
                while levels.last().is_some_and(|last| *last < highest) {
                    levels.push(levels.last().map_or(1, |last| last.saturating_mul(10)));
                }
                levels
            }
        }
    }
}

/// The smallest step of 1, 2, 2.5 or 5 times a power of ten that divides the range into at most so many.
fn integer_step(highest: u64) -> u64 {
    const MOST: u64 = 7;
    let mut power = 1;
    loop {
        // Two and a half is no number of sign-ins.
        let steps = [power, 2 * power, if power > 1 { power / 2 * 5 } else { 5 }, 5 * power];
        for step in steps {
            if highest.div_ceil(step) <= MOST || power >= u64::MAX / 100 {
                return step;
            }
        }
        power *= 10;
    }
}

/// Every how many stretches a date stands, so that dates keep their distance; days by whole weeks and hours by
/// whole days if not all can be named.
pub(super) fn label_step(buckets: usize, width: f32, every: Every) -> usize {
    const DATE: f32 = 58.0;
    let room = ((width / DATE) as usize).max(1);
    let least = buckets.div_ceil(room).max(1);
    let whole = |of: usize| least.div_ceil(of) * of;
    match every {
        Every::Day if least > 2 => whole(7),
        Every::Hours(hours) if least > 2 => {
            let a_day = usize::from(24 / hours.clamp(1, 24)).max(1);
            if least * 2 <= a_day { whole(a_day.div_ceil(4).max(1)) } else { whole(a_day) }
        }
        Every::Day | Every::Week | Every::Hours(_) => least,
    }
}

/// A date with its weekday, as a sentence names it: `Tue 6 Oct 2026`.
#[must_use]
pub fn long_date(clock: &Clock, at: Millis) -> String {
    dates::long_date(clock.day_of(at))
}

/// A day without its year: `6 Oct`.
#[must_use]
pub fn short_date(clock: &Clock, at: Millis) -> String {
    dates::short_date(clock.day_of(at))
}

/// What stands under a stretch of time: its day, or its hour where that is not midnight.
pub(super) fn axis_date(clock: Clock, at: Millis, every: Every) -> String {
    let is_midnight = clock.floor(at, Every::Day) == at;
    match every {
        Every::Hours(_) if !is_midnight => clock.notation().minute(clock.civil(at).time()),
        Every::Hours(_) | Every::Day | Every::Week => short_date(&clock, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_count_in_round_numbers() {
        for (highest, step) in
            [(0, 1), (3, 1), (8, 2), (42, 10), (101, 20), (120, 20), (160, 25), (4_900, 1_000), (7_100, 2_000)]
        {
            assert_eq!(integer_step(highest), step, "{highest}");
        }
        assert!(integer_step(u64::MAX) > 0);
    }

    #[test]
    fn levels_reach_the_highest_value() {
        for scale in [Scale::Linear, Scale::Log] {
            for highest in [0, 1, 9, 10, 11, 1_234_567] {
                let levels = scale.levels(highest);
                assert!(levels.len() > 1 && levels.last() >= Some(&highest), "{levels:?}");
                assert!(levels.is_sorted() && levels.len() < 12, "{levels:?}");
            }
        }
        assert_eq!(Scale::Log.levels(120), [0, 1, 10, 100, 1_000]);
        assert!(Scale::Log.height(0).abs() < f64::EPSILON);
    }

    #[test]
    fn dates_keep_their_distance() {
        assert_eq!(label_step(7, 800.0, Every::Day), 1);
        assert_eq!(label_step(30, 800.0, Every::Day), 7);
        assert_eq!(label_step(90, 800.0, Every::Day), 7);
        assert_eq!(label_step(365, 800.0, Every::Day), 35);
        assert_eq!(label_step(13, 800.0, Every::Week), 1);
        assert_eq!(label_step(30, 0.0, Every::Day), 35);
        assert_eq!(label_step(24, 800.0, Every::Hours(1)), 2);
        assert_eq!(label_step(72, 800.0, Every::Hours(1)), 6);
        assert_eq!(label_step(720, 800.0, Every::Hours(1)), 72);
    }

    #[test]
    fn dates_read_as_people_say_them() {
        let at = Millis::from_iso("2026-10-06T08:00:00Z").expect("a valid time");
        assert_eq!(long_date(&Clock::default(), at), "Tue 6 Oct 2026");
        assert_eq!(axis_date(Clock::default(), at, Every::Hours(1)), "08:00");
        assert_eq!(axis_date(Clock::default(), at, Every::Day), "6 Oct");
    }
}
