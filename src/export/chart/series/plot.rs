//! How values and buckets become places in the picture.

use crate::export::chart::scene::Area;
use crate::export::chart::value_axis::ValueAxis;

/// The place of the plot, and how values become places in it.
pub(super) struct Plot {
    pub(super) area: Area,
    pub(super) axis: ValueAxis,
    /// Where buckets start and the last one ends, from 0 to 1.
    pub(super) starts: Vec<f64>,
    pub(super) has_columns: bool,
}

impl Plot {
    pub(super) fn y(&self, value: f64) -> f64 {
        self.area.bottom - self.axis.height(value) * self.area.height()
    }

    fn x(&self, fraction: f64) -> f64 {
        self.area.left + fraction * self.area.width()
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
        if self.has_columns {
            return f64::midpoint(left, right);
        }
        let last = self.buckets().saturating_sub(1);
        match self.starts.get(last) {
            Some(end) if *end > 0.0 => {
                self.x(self.starts.get(bucket).copied().unwrap_or(1.0) / end).min(self.area.right)
            }
            _ => self.x(0.5),
        }
    }
}
