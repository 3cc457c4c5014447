//! A time series as a picture for a review: SVG that stays sharp at any size, or PNG.
//!
//! A [`Chart`] is plain data, counted and named elsewhere; a [`Look`] says how large and in which theme it is
//! drawn. The same chart and look give the same SVG on every machine.

mod axis;
mod legend;
mod plot;
mod png;
mod svg;
mod words;

use thiserror::Error;

pub use self::png::{Picture, picture, png};
pub use self::svg::svg;
pub use super::palette::Theme;
use crate::clock::Millis;

/// A chart over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The period and the zone of its days.
    pub subtitle: String,
    /// Where the numbers come from: the filter, the number of records, the date.
    pub footnote: String,
    /// What is counted, in the plural, such as `sign-ins`.
    pub unit: String,
    /// The start of each bucket, and the end of the last one.
    pub edges: Vec<Edge>,
    /// The series, the most important first.
    pub lines: Vec<Line>,
    /// How the series are drawn.
    pub kind: Kind,
}

/// Where a bucket starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The moment; distances on the axis follow it.
    pub at: Millis,
    /// The moment in the shown zone, as short as it can be understood.
    pub label: String,
}

/// A series.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it counts, such as an application.
    pub name: String,
    /// A value per bucket. What is missing, negative or not finite is drawn as zero.
    pub values: Vec<f64>,
}

/// How series are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A line per series.
    #[default]
    Lines,
    /// A column per bucket, the series on top of each other.
    Columns,
    /// Areas on top of each other.
    StackedAreas,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Lines, Self::Columns, Self::StackedAreas];

    /// What the command line calls it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Columns => "columns",
            Self::StackedAreas => "areas",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Width in points.
    pub width: u32,
    /// Height in points.
    pub height: u32,
    /// Pixels per point of a PNG.
    pub scale: f32,
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Look {
    /// Half a slide of 1920 by 1080, sharp at full size.
    fn default() -> Self {
        Self { width: 960, height: 540, scale: 2.0, theme: Theme::Light }
    }
}

/// A chart could not become a picture.
#[derive(Debug, Error)]
pub enum ChartError {
    /// The size in pixels is nothing or too much.
    #[error(
        "a picture of {width} × {height} points at scale {scale} can't be made: each side needs 1 to {MAX_SIDE} pixels, all together at most {MAX_PIXELS}"
    )]
    Size {
        /// Width in points.
        width: u32,
        /// Height in points.
        height: u32,
        /// Pixels per point.
        scale: f32,
    },
    /// The drawing could not be read back, which is a fault of this program.
    #[error("the chart could not be drawn: {0}")]
    Draw(#[from] resvg::usvg::Error),
    /// The pixels could not be packed.
    #[error("the picture could not be written: {0}")]
    Encode(#[from] image::ImageError),
}

/// The longest side of a PNG in pixels.
pub const MAX_SIDE: u32 = 16_384;
/// The most pixels of a PNG: 256 MB while it is drawn.
pub const MAX_PIXELS: u64 = 64 << 20;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A chart of so many days with these series; the values wander, the same each time.
    pub(crate) fn chart(buckets: usize, names: &[&str], kind: Kind) -> Chart {
        let edges = (0..=buckets as i64)
            .map(|day| Edge { at: Millis(day * Millis::DAY), label: format!("Oct {}", day % 31 + 1) })
            .collect();
        let lines = names
            .iter()
            .enumerate()
            .map(|(number, name)| Line {
                name: (*name).to_owned(),
                values: (0..buckets).map(|day| ((day * 7 + number * 13) % 11 * 40 / (number + 1)) as f64).collect(),
            })
            .collect();
        Chart {
            title: "Application usage".to_owned(),
            subtitle: "1 to 30 October 2026, days in UTC".to_owned(),
            footnote: "Filter: status:success".to_owned(),
            unit: "sign-ins".to_owned(),
            edges,
            lines,
            kind,
        }
    }

    #[test]
    fn a_kind_is_found_by_its_key() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_key(kind.key()), Some(kind));
        }
        assert_eq!(Kind::from_key("pie"), None);
    }
}
