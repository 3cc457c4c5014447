//! Where values and moments stand, and which of them get a label.

use super::{Chart, Edge};
use crate::clock::Millis;

/// Values above this are drawn as this; sums of them stay exact enough.
const HIGHEST_VALUE: f64 = 1e15;

/// The value axis: from 0 in round steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ValueAxis {
    pub(super) step: f64,
    pub(super) top: f64,
}

impl ValueAxis {
    /// An axis that holds `highest` in at most `steps` steps of 1, 2 or 5 times a power of ten. Steps are
    /// whole numbers, since sign-ins are.
    pub(super) fn new(highest: f64, steps: f64) -> Self {
        let rough = (highest / steps.max(1.0)).max(1.0);
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|step| *step >= rough * 0.999_999);
        let step = step.unwrap_or(10.0 * power);
        Self { step, top: ((highest / step).ceil() * step).max(step) }
    }

    pub(super) fn ticks(self) -> impl Iterator<Item = f64> {
        (0..=(self.top / self.step).round() as u32).map(move |number| f64::from(number) * self.step)
    }
}

/// A value as it is drawn and summed.
pub(super) fn drawn(value: f64) -> f64 {
    if value.is_finite() { value.clamp(0.0, HIGHEST_VALUE) } else { 0.0 }
}

/// The value of a bucket, zero where the line is short.
pub(super) fn value_at(values: &[f64], bucket: usize) -> f64 {
    values.get(bucket).copied().map_or(0.0, drawn)
}

/// How many buckets a chart has: as many as it has edges to end them, or values.
pub(super) fn bucket_count(chart: &Chart) -> usize {
    let values = chart.lines.iter().map(|line| line.values.len()).max().unwrap_or(0);
    values.max(chart.edges.len().saturating_sub(1))
}

/// Where the buckets start and the last one ends, from 0 to 1: by their moments if those tell, else evenly.
pub(super) fn positions(edges: &[Edge], buckets: usize) -> Vec<f64> {
    let told = edges.len() == buckets + 1 && edges.windows(2).all(|pair| matches!(pair, [a, b] if a.at < b.at));
    match (edges.first(), edges.last()) {
        (Some(first), Some(last)) if told && first.at < last.at => {
            let whole = last.at.0 as f64 - first.at.0 as f64;
            edges.iter().map(|edge| (edge.at.0 as f64 - first.at.0 as f64) / whole).collect()
        }
        _ => (0..=buckets).map(|number| number as f64 / buckets.max(1) as f64).collect(),
    }
}

/// Every how many buckets a label stands, so that labels are `room` buckets apart: a number that people can
/// follow, such as every seventh day or every sixth hour.
pub(super) fn label_step(edges: &[Edge], room: f64) -> usize {
    const DAYS: [usize; 10] = [1, 2, 3, 7, 14, 28, 56, 84, 182, 364];
    const OTHERS: [usize; 12] = [1, 2, 3, 4, 5, 10, 13, 26, 52, 104, 260, 520];
    let length = match edges {
        [first, second, ..] => second.at.0.saturating_sub(first.at.0).max(1),
        _ => Millis::DAY,
    };
    // The hour that a clock change adds or takes does not make another kind of bucket.
    let per_day = ((Millis::DAY as f64) / (length as f64)).round() as usize;
    let steps: Vec<usize> = match per_day {
        0 => OTHERS.to_vec(),
        1 => DAYS.to_vec(),
        _ => (1..per_day).filter(|step| per_day.is_multiple_of(*step)).chain(DAYS.map(|days| days * per_day)).collect(),
    };
    let least = room.ceil().max(1.0) as usize;
    steps.into_iter().find(|step| *step >= least).unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edges(count: usize, length: i64) -> Vec<Edge> {
        (0..count).map(|number| Edge { at: Millis(number as i64 * length), label: number.to_string() }).collect()
    }

    #[test]
    fn ticks_are_round_whole_numbers() {
        let ticks = |highest| ValueAxis::new(highest, 5.0).ticks().collect::<Vec<_>>();
        assert_eq!(ticks(0.0), [0.0, 1.0]);
        assert_eq!(ticks(3.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(47.0), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(ticks(1_830.0), [0.0, 500.0, 1_000.0, 1_500.0, 2_000.0]);
    }

    #[test]
    fn labels_keep_to_weeks_and_parts_of_days() {
        assert_eq!(label_step(&edges(31, Millis::DAY), 3.2), 7);
        assert_eq!(label_step(&edges(31, Millis::DAY), 0.4), 1);
        assert_eq!(label_step(&edges(13, 7 * Millis::DAY), 1.5), 2);
        assert_eq!(label_step(&edges(100, Millis::HOUR), 5.0), 6);
        assert_eq!(label_step(&edges(100, Millis::HOUR), 30.0), 48);
        assert_eq!(label_step(&[], 2.0), 2);
    }

    #[test]
    fn distances_follow_the_clock() {
        let three = [0, 1, 3, 4].map(|hour| Edge { at: Millis(hour * Millis::HOUR), label: String::new() });
        assert_eq!(positions(&three, 3), [0.0, 0.25, 0.75, 1.0]);
        assert_eq!(positions(&[], 4), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(positions(&[], 0), [0.0]);
    }

    proptest! {
        #[test]
        fn every_value_fits_its_axis(value in any::<f64>(), steps in 1.0..20.0_f64) {
            let value = drawn(value);
            let axis = ValueAxis::new(value, steps);
            prop_assert!(axis.top >= value && axis.step >= 1.0);
            prop_assert!(axis.ticks().count() <= steps as usize + 2);
        }
    }
}
