//! How long frames and answers take: what the overlay for the curious shows.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

/// How many of the latest measurements of a kind count.
const KEPT: usize = 240;

/// The latest measurements, by what was measured.
#[derive(Clone, Debug, Default)]
pub struct Timings {
    /// Whether they are shown.
    pub is_shown: bool,
    by_name: BTreeMap<&'static str, VecDeque<Duration>>,
}

/// What the latest measurements of one kind come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// What was measured.
    pub name: &'static str,
    /// The latest measurement.
    pub latest: Duration,
    /// The one in the middle of the latest 240.
    pub median: Duration,
    /// The longest of them.
    pub worst: Duration,
}

impl Timings {
    /// Our own part of a frame, without what the toolkit and the system do with it.
    pub const FRAME: &str = "Frame";

    /// Adds a measurement.
    pub fn add(&mut self, name: &'static str, took: Duration) {
        let latest = self.by_name.entry(name).or_default();
        if latest.len() == KEPT {
            latest.pop_front();
        }
        latest.push_back(took);
    }

    /// What was measured so far, by name.
    pub fn all(&self) -> impl Iterator<Item = Timing> {
        self.by_name.iter().filter_map(|(name, measured)| {
            let mut sorted: Vec<Duration> = measured.iter().copied().collect();
            sorted.sort_unstable();
            Some(Timing {
                name,
                latest: *measured.back()?,
                median: *sorted.get(sorted.len() / 2)?,
                worst: *sorted.last()?,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_latest_measurements_count() {
        let mut timings = Timings::default();
        timings.add("Rows", Duration::from_secs(9));
        for millis in 1..=KEPT as u64 {
            timings.add("Rows", Duration::from_millis(millis));
        }
        let all: Vec<Timing> = timings.all().collect();
        let millis = Duration::from_millis;
        assert_eq!(all, [Timing { name: "Rows", latest: millis(240), median: millis(121), worst: millis(240) }]);
    }
}
