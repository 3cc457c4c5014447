//! How long frames and answers take: what the overlay for the curious shows.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use crate::texts::text;

/// How many of the latest measurements of a kind count.
const KEPT: usize = 240;

/// What is measured, in the order of the overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measured {
    /// Completing the search line.
    Completion,
    /// A picture for the clipboard.
    CopiedPicture,
    /// Figures for the clipboard.
    CopiedFigures,
    /// Rows for the clipboard.
    CopiedRows,
    /// The counts beside the tabs.
    Counts,
    /// The error codes of all sign-ins.
    Codes,
    /// The counts of the facet panel.
    Facets,
    /// What folded rows share.
    Folded,
    /// Our own part of a frame, without what the toolkit and the system do with it.
    Frame,
    /// A page of insights.
    Page,
    /// A picture in small.
    Preview,
    /// The rows of a table.
    Rows,
    /// The rows behind a figure.
    Behind,
    /// What the selected rows add up to.
    Summary,
    /// The values of a field.
    Values,
    /// What would let an empty table show something.
    WaysOut,
}

impl Measured {
    /// What the overlay calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Completion => text!("notice-timing-completion"),
            Self::CopiedFigures => text!("notice-timing-figures"),
            Self::CopiedPicture => text!("notice-timing-picture"),
            Self::CopiedRows => text!("notice-timing-copy"),
            Self::Counts => text!("notice-timing-counts"),
            Self::Codes => text!("notice-timing-codes"),
            Self::Facets => text!("notice-timing-facets"),
            Self::Folded => text!("notice-timing-folded"),
            Self::Frame => text!("notice-timing-frame"),
            Self::Page => text!("notice-timing-page"),
            Self::Preview => text!("notice-timing-preview"),
            Self::Rows => text!("notice-timing-rows"),
            Self::Behind => text!("notice-timing-behind"),
            Self::Summary => text!("notice-timing-summary"),
            Self::Values => text!("notice-timing-values"),
            Self::WaysOut => text!("notice-timing-ways-out"),
        }
    }
}

/// The latest measurements, by what was measured.
#[derive(Clone, Debug, Default)]
pub struct Timings {
    /// Whether they are shown.
    pub is_shown: bool,
    by_kind: BTreeMap<Measured, VecDeque<Duration>>,
}

/// What the latest measurements of one kind come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// What was measured.
    pub kind: Measured,
    /// The latest measurement.
    pub latest: Duration,
    /// The one in the middle of the latest 240.
    pub median: Duration,
    /// The longest of them.
    pub worst: Duration,
}

impl Timings {
    /// Adds a measurement.
    pub fn add(&mut self, kind: Measured, took: Duration) {
        let latest = self.by_kind.entry(kind).or_default();
        if latest.len() == KEPT {
            latest.pop_front();
        }
        latest.push_back(took);
    }

    /// What was measured so far.
    pub fn all(&self) -> impl Iterator<Item = Timing> {
        self.by_kind.iter().filter_map(|(kind, measured)| {
            let mut sorted: Vec<Duration> = measured.iter().copied().collect();
            sorted.sort_unstable();
            Some(Timing {
                kind: *kind,
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
        timings.add(Measured::Rows, Duration::from_secs(9));
        for millis in 1..=KEPT as u64 {
            timings.add(Measured::Rows, Duration::from_millis(millis));
        }
        let all: Vec<Timing> = timings.all().collect();
        let millis = Duration::from_millis;
        assert_eq!(
            all,
            [Timing { kind: Measured::Rows, latest: millis(240), median: millis(121), worst: millis(240) }]
        );
    }
}
