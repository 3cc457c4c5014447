//! Buckets at the ends of a series of which only a part counts.

use std::ops::RangeInclusive;

/// Which buckets of a series are not complete.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Partial {
    pub first: bool,
    pub last: bool,
    pub buckets: usize,
}

impl Partial {
    /// Whether a bucket is not complete.
    pub fn has(self, bucket: usize) -> bool {
        (self.first && bucket == 0) || (self.last && bucket + 1 == self.buckets)
    }

    /// The buckets from which to which a line runs, whole ones and those that are not complete apart: two of these meet
    /// in a bucket, and one that has no other bucket to run to is left out.
    pub fn stretches(self) -> impl Iterator<Item = (RangeInclusive<usize>, bool)> {
        let end = self.buckets.saturating_sub(1);
        let from = usize::from(self.first).min(end);
        let to = end.saturating_sub(usize::from(self.last)).max(from);
        [(0..=from, true), (from..=to, false), (to..=end, true)]
            .into_iter()
            .filter(|(part, _)| part.start() < part.end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_runs_over_every_bucket_once_whatever_is_not_complete() {
        for buckets in 0..5 {
            for (first, last) in [(false, false), (true, false), (false, true), (true, true)] {
                let partial = Partial { first, last, buckets };
                let parts: Vec<(RangeInclusive<usize>, bool)> = partial.stretches().collect();
                let steps: Vec<usize> = parts.iter().flat_map(|(part, _)| *part.start()..*part.end()).collect();
                assert_eq!(steps, (0..buckets.saturating_sub(1)).collect::<Vec<_>>());
                for (part, is_partial) in parts {
                    assert_eq!(part.clone().any(|bucket| partial.has(bucket)), is_partial, "{partial:?} {part:?}");
                }
            }
        }
    }
}
