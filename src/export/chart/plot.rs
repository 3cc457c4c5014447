//! Values and where they stand in a picture.

use super::{Chart, axis, words};
use crate::export::palette::{Palette, Rgb};
use crate::export::visible::visible;

/// A series as it is drawn.
pub(super) struct Series {
    pub(super) name: String,
    pub(super) total: f64,
    pub(super) color: Rgb,
    /// Drawn dashed: the colours are used a second time.
    pub(super) dashed: bool,
    pub(super) values: Vec<f64>,
    /// What the values stand on, when series stand on each other.
    pub(super) base: Vec<f64>,
}

impl Series {
    pub(super) fn total_text(&self) -> String {
        words::grouped(self.total)
    }

    pub(super) fn top(&self, bucket: usize) -> f64 {
        axis::value_at(&self.values, bucket) + axis::value_at(&self.base, bucket)
    }

    pub(super) fn middle(&self, bucket: usize) -> f64 {
        axis::value_at(&self.values, bucket) / 2.0 + axis::value_at(&self.base, bucket)
    }
}

/// The place of the plot, and how values become places in it.
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) highest: f64,
    /// Where buckets start and the last one ends.
    pub(super) starts: Vec<f64>,
    pub(super) columns: bool,
}

impl Plot {
    pub(super) fn y(&self, value: f64) -> f64 {
        self.bottom - value / self.highest * (self.bottom - self.top)
    }

    pub(super) fn x(&self, fraction: f64) -> f64 {
        self.left + fraction * (self.right - self.left)
    }

    pub(super) fn buckets(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Left and right edge of a bucket.
    pub(super) fn span(&self, bucket: usize) -> (f64, f64) {
        let at = |number: usize| self.x(self.starts.get(number).copied().unwrap_or(1.0));
        (at(bucket), at(bucket + 1))
    }

    /// Where a bucket's point and label stand: the middle of its column, or, for lines, its start, so that the
    /// last point reaches the right edge.
    pub(super) fn point(&self, bucket: usize) -> f64 {
        let (left, right) = self.span(bucket);
        if self.columns {
            return f64::midpoint(left, right);
        }
        let last = self.buckets().saturating_sub(1);
        match self.starts.get(last) {
            Some(end) if *end > 0.0 => self.x(self.starts.get(bucket).copied().unwrap_or(1.0) / end).min(self.right),
            _ => self.x(0.5),
        }
    }
}

/// The series of a chart, cleaned for drawing; when `stacked`, each stands on those before it.
pub(super) fn series(chart: &Chart, colors: &Palette, buckets: usize, stacked: bool) -> Vec<Series> {
    let mut base = vec![0.0; buckets];
    let lines = chart.lines.iter().enumerate();
    lines
        .map(|(number, line)| {
            let values: Vec<f64> = (0..buckets).map(|bucket| axis::value_at(&line.values, bucket)).collect();
            let below = base.clone();
            if stacked {
                base.iter_mut().zip(&values).for_each(|(base, value)| *base += value);
            }
            Series {
                name: visible(line.name.trim()).into_owned(),
                total: values.iter().sum(),
                color: colors.series(number),
                dashed: number >= colors.series.len(),
                values,
                base: below,
            }
        })
        .collect()
}
