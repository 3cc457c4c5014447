//! Charts as pictures for a review: SVG that stays sharp at any size, or PNG.
//!
//! A [`Chart`] is plain data, counted and named elsewhere: texts around a [`Body`], which is a time series, bars,
//! a heat map, places on a map, or lanes of moments. A [`Look`] says how large and in which theme it is drawn.
//!
//! All letters are outlines of the program's own fonts, so a picture looks the same wherever it is opened, and the
//! same chart and look give the same bytes. Only characters that these fonts lack are drawn with the system's.
//! What a picture shows is told in words too, for those who hear it (`<title>` and `<desc>` of the SVG).

mod bars;
mod heat_map;
mod lanes;
mod legend;
mod places;
mod png;
mod scene;
mod series;
mod size;
mod time_axis;
mod titles;
mod typeface;
mod value_axis;
mod words;

#[cfg(test)]
mod gallery;

use thiserror::Error;

pub use self::bars::{Bar, Bars, Part};
pub use self::heat_map::{HeatMap, day_name};
pub use self::lanes::{Lane, Lanes, Mark};
pub use self::places::{Outline, Place, Places};
pub use self::png::{Picture, picture, png};
use self::scene::{Area, Scene};
pub use self::series::{Kind, Line, TimeSeries};
pub use self::size::{Look, Size};
pub use self::time_axis::Edge;
pub use self::value_axis::ValueScale;
pub use super::palette::{Hue, Status, Theme};

/// A picture as data: what stands around its body, and the body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The period, the zone of its days and the filter in words; a paragraph each.
    pub subtitles: Vec<String>,
    /// Where the numbers come from: the sources, the number of records, the date.
    pub footnote: String,
    /// What is drawn between them.
    pub body: Body,
}

/// What a chart draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Values over time.
    Series(TimeSeries),
    /// Values by name.
    Bars(Bars),
    /// Values by weekday and hour.
    HeatMap(Box<HeatMap>),
    /// Values on a map.
    Places(Places),
    /// Moments in rows.
    Lanes(Lanes),
}

impl Default for Body {
    fn default() -> Self {
        Self::Series(TimeSeries::default())
    }
}

impl Body {
    /// What must be said about the drawing, a sentence each; stands before the footnote.
    fn notes(&self) -> Vec<String> {
        match self {
            Self::Series(series) => series.notes(),
            Self::Places(places) => places.notes(),
            Self::Bars(_) | Self::HeatMap(_) | Self::Lanes(_) => Vec::new(),
        }
    }

    fn draw(&self, scene: &mut Scene, area: Area) {
        match self {
            Self::Series(series) => series.draw(scene, area),
            Self::Bars(bars) => bars.draw(scene, area),
            Self::HeatMap(heat_map) => heat_map.draw(scene, area),
            Self::Places(places) => places.draw(scene, area),
            Self::Lanes(lanes) => lanes.draw(scene, area),
        }
    }

    /// What the drawing tells, in words.
    fn description(&self) -> String {
        match self {
            Self::Series(series) => series.description(),
            Self::Bars(bars) => bars.description(),
            Self::HeatMap(heat_map) => heat_map.description(),
            Self::Places(places) => places.description(),
            Self::Lanes(lanes) => lanes.description(),
        }
    }
}

/// Draws a chart as an SVG document of `look`'s size in points. It needs no font and nothing else from outside.
///
/// Texts may hold anything: they become outlines, and characters that hide or turn text are shown as their codes.
#[must_use]
pub fn svg(chart: &Chart, look: &Look) -> String {
    drawn(chart, look).into_svg(&chart.title, &description(chart))
}

fn drawn(chart: &Chart, look: &Look) -> Scene {
    let size = (f64::from(look.width.max(1)), f64::from(look.height.max(1)));
    let mut scene = Scene::new(look.theme.palette(), size, look.zoom());
    let area = titles::draw(&mut scene, chart);
    chart.body.draw(&mut scene, area);
    scene
}

fn description(chart: &Chart) -> String {
    let mut parts = chart.subtitles.clone();
    parts.push(chart.body.description());
    parts.extend(chart.body.notes());
    parts.push(chart.footnote.clone());
    parts.retain(|part| !part.trim().is_empty());
    parts.iter().map(|part| part.trim().trim_end_matches('.')).collect::<Vec<_>>().join(". ")
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
