//! Values over time, as lines, columns or areas.

mod curve;
mod names;
mod partial;
mod plot;

use std::fmt::Write;

use self::curve::{Curve, Curves};
use self::partial::Partial;
use self::plot::Plot;
use super::scene::{Anchor, Area, GAP, LABEL, LINE_HEIGHT, MIDDLE, Scene};
use super::time_axis::{self, Edge, Pace};
use super::value_axis::{Tick, ValueAxis, ValueScale};
use super::words;
use crate::export::palette::{Hue, Palette, Rgb};

/// Between lines of the grid, at least.
const TICK_PITCH: f64 = 48.0;
/// More points than this stand without a mark of their own.
const MOST_MARKS: usize = 62;
/// How much of its colour is left of what is not over yet.
const PALE: f64 = 0.4;

/// Values over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeSeries {
    /// What is counted, in the plural, such as `sign-ins`.
    pub unit: String,
    /// The start of each bucket, and the end of the last one.
    pub edges: Vec<Edge>,
    /// The series, the most important first. The first ones are named, as many as there is room for; the others are
    /// drawn as thin lines, or joined where series stand on each other, and the picture says how many they are.
    pub lines: Vec<Line>,
    /// How the series are drawn.
    pub kind: Kind,
    /// How values become heights. Only lines can be logarithmic: parts of a stack would not be comparable.
    pub scale: ValueScale,
    /// Whether only a part of the first bucket counts, so that its values are too low.
    pub first_is_partial: bool,
    /// Whether only a part of the last bucket counts, since it is cut or not over yet.
    pub last_is_partial: bool,
}

/// A series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it counts, such as an application.
    pub name: String,
    /// How it gets its colour.
    pub hue: Hue,
    /// A value per bucket. What is missing, negative or not finite is drawn as zero.
    pub values: Vec<f64>,
    /// The figure beside the name if the sum of the values means nothing, such as the different users of all days.
    pub total: Option<f64>,
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

    /// What the window calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Lines => "Lines",
            Self::Columns => "Columns",
            Self::StackedAreas => "Stacked areas",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl TimeSeries {
    /// How many buckets there are: as many as there are edges to end them, or values.
    fn buckets(&self) -> usize {
        let values = self.lines.iter().map(|line| line.values.len()).max().unwrap_or(0);
        values.max(self.edges.len().saturating_sub(1))
    }

    /// The colour of each series, should all be named.
    pub(in crate::export) fn line_colors(&self, palette: &Palette) -> Vec<Rgb> {
        curve::looks(self, palette, self.lines.len()).into_iter().map(|(color, _)| color).collect()
    }

    fn is_stacked(&self) -> bool {
        self.kind != Kind::Lines
    }

    fn scale(&self) -> ValueScale {
        if self.is_stacked() { ValueScale::Linear } else { self.scale }
    }

    /// Whether there is anything above zero.
    fn is_empty(&self) -> bool {
        !self.lines.iter().flat_map(|line| &line.values).any(|value| value.is_finite() && *value > 0.0)
    }

    /// A single bucket has no course that an area could show.
    fn has_columns(&self) -> bool {
        self.kind == Kind::Columns || (self.kind == Kind::StackedAreas && self.buckets() == 1)
    }

    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.is_empty() {
            return notes;
        }
        if self.scale == ValueScale::Logarithmic {
            notes.push(if self.is_stacked() {
                "The scale is linear, since parts that stand on each other can't be compared on a logarithmic one."
                    .to_owned()
            } else {
                "Logarithmic scale: each power of ten is one step up. Zero stands on the base line.".to_owned()
            });
        }
        let noun = Pace::of(&self.edges).noun();
        let how = if self.is_stacked() { "Pale" } else { "Dotted" };
        match (self.first_is_partial && self.buckets() > 1, self.last_is_partial) {
            (true, true) => notes.push(format!("{how}: the first and the last {noun} are not complete.")),
            (true, false) => notes.push(format!("{how}: the first {noun} is not complete.")),
            (false, true) => notes.push(format!("{how}: the last {noun} is not complete.")),
            (false, false) => {}
        }
        notes
    }

    pub(super) fn description(&self) -> String {
        let noun = Pace::of(&self.edges).noun();
        let mut text = format!("{} per {noun}", self.unit);
        if let (Some(first), Some(last)) = (self.edges.first(), self.edges.iter().rev().nth(1)) {
            // Writing to a String can't fail.
            let _ = write!(text, " from {} to {}", first.date(), last.date());
        }
        if self.is_empty() {
            return format!("{text}: none");
        }
        for line in &self.lines {
            let values = || line.values.iter().map(|value| super::value_axis::drawn(*value));
            let total = line.total.unwrap_or_else(|| values().sum());
            let _ = write!(text, "; {}: {} in all", line.name.trim(), words::grouped(total));
            let highest = values()
                .enumerate()
                .fold((0, 0.0), |best, (at, value)| if value > best.1 { (at, value) } else { best });
            if let Some(edge) = self.edges.get(highest.0).filter(|_| self.buckets() > 1 && highest.1 > 0.0) {
                let _ = write!(text, ", most on {} with {}", edge.date(), words::grouped(highest.1));
            }
        }
        text
    }

    pub(super) fn draw(&self, scene: &mut Scene, area: Area) {
        let buckets = self.buckets();
        let top = area.top + LABEL * LINE_HEIGHT + GAP;
        let bottom = (area.bottom - time_axis::FOOT).max(top + 1.0);
        let rows = names::rows(bottom - top);
        let curves = Curves::new(self, scene.colors, buckets, rows);
        let steps = ((bottom - top) / TICK_PITCH).floor().max(2.0);
        let axis = ValueAxis::new(self.scale(), curves.highest(), steps);

        // Without data there is nothing to measure but zero.
        let is_empty = self.is_empty();
        let ticks: Vec<Tick> = axis.ticks().into_iter().take(if is_empty { 1 } else { usize::MAX }).collect();
        let ticks_width = scene.widest(ticks.iter().map(|tick| tick.label.as_str()), LABEL);
        let left = area.left + ticks_width + GAP;
        let beside = if is_empty { 0.0 } else { names::width(scene, area, &curves) };
        let right = (area.right - beside).max(left + 1.0);
        let plot = Plot {
            area: Area { left, right, top, bottom },
            axis,
            starts: time_axis::positions(&self.edges, buckets),
            has_columns: self.has_columns(),
        };
        let scale = if axis == (ValueAxis::Logarithmic { top: axis.top() }) { ", logarithmic scale" } else { "" };
        let unit = scene.cut(&format!("{}{scale}", self.unit), LABEL, right - area.left);
        scene.text((area.left, top - LABEL), Anchor::Start, LABEL, scene.colors.weak_text, &unit);
        grid(scene, &plot, &ticks);
        time_axis::draw(scene, plot.area, &self.edges, buckets, |bucket| plot.point(bucket));
        if is_empty {
            scene.nothing_to_show(plot.area, &self.unit);
            return;
        }
        let partial = Partial { first: self.first_is_partial, last: self.last_is_partial, buckets };
        match self.kind {
            Kind::Lines => lines(scene, &plot, &curves, partial),
            _ if plot.has_columns => columns(scene, &plot, &curves, partial),
            Kind::Columns | Kind::StackedAreas => areas(scene, &plot, &curves, partial),
        }
        if self.is_stacked() {
            // What stands on the axis must not hide it.
            level(scene, &plot, 0.0, scene.colors.axis);
        }
        names::draw(scene, &plot, area.right, &curves, self.kind);
    }
}

/// The lines of the grid with their labels, none of which touch: those of round steps come first.
fn grid(scene: &mut Scene, plot: &Plot, ticks: &[Tick]) {
    let mut free_below = f64::INFINITY;
    for tick in ticks {
        let color = if tick.value > 0.0 { scene.colors.grid } else { scene.colors.axis };
        level(scene, plot, tick.value, color);
        let y = plot.y(tick.value);
        if tick.label.is_empty() || y + LABEL * 0.7 > free_below {
            continue;
        }
        free_below = y - LABEL * 0.7;
        let place = (plot.area.left - GAP, y.round() + 0.5 + LABEL * MIDDLE);
        scene.text(place, Anchor::End, LABEL, scene.colors.weak_text, &tick.label);
    }
}

fn level(scene: &mut Scene, plot: &Plot, value: f64, color: Rgb) {
    let y = plot.y(value).round() + 0.5;
    scene.line((plot.area.left, y), (plot.area.right, y), color);
}

fn lines(scene: &mut Scene, plot: &Plot, curves: &Curves, partial: Partial) {
    let buckets = plot.buckets();
    let (radius, stroke) = match buckets {
        1 => (5.0, 2.0),
        2..=31 => (2.6, 2.2),
        _ => (2.0, 1.8),
    };
    for curve in &curves.thin {
        line(scene, plot, curve, 0.8, None, Partial { buckets, ..Partial::default() });
    }
    // The most important line last, on top of the others.
    for curve in curves.named.iter().rev() {
        line(scene, plot, curve, stroke, (buckets <= MOST_MARKS).then_some(radius), partial);
    }
}

/// A line, dotted to and from what is not complete, with a mark on each point if they have a radius.
fn line(scene: &mut Scene, plot: &Plot, curve: &Curve, stroke: f64, radius: Option<f64>, partial: Partial) {
    let color = curve.color.css();
    let dashes = if curve.is_second { " stroke-dasharray=\"7 4\"" } else { "" };
    let places: Vec<(f64, f64)> =
        (0..plot.buckets()).map(|bucket| (plot.point(bucket), plot.y(curve.top(bucket)))).collect();
    for (part, is_partial) in partial.stretches() {
        let dashes = if is_partial { " stroke-dasharray=\"0.1 4\"" } else { dashes };
        let Some(part) = places.get(part) else { continue };
        let points = points(part.iter().copied());
        scene.shape(format_args!(
            "<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"{stroke}\" stroke-linejoin=\"round\" \
             stroke-linecap=\"round\"{dashes} points=\"{points}\"/>\n"
        ));
    }
    let Some(radius) = radius else { return };
    let ground = scene.colors.surface.css();
    for (bucket, (x, y)) in places.iter().enumerate() {
        let fill = if partial.has(bucket) { &ground } else { &color };
        scene.shape(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{color}\" stroke-width=\"1\"/>\n"
        ));
    }
}

fn areas(scene: &mut Scene, plot: &Plot, curves: &Curves, partial: Partial) {
    let ground = scene.colors.surface;
    let ground_color = ground.css();
    for curve in &curves.named {
        for (part, is_partial) in partial.stretches() {
            let (from, to) = part.into_inner();
            let color = if is_partial { ground.towards(curve.color, PALE) } else { curve.color };
            let upper = (from..=to).map(|bucket| (plot.point(bucket), plot.y(curve.top(bucket))));
            let lower = (from..=to).rev().map(|bucket| (plot.point(bucket), plot.y(curve.base(bucket))));
            let (points, color) = (points(upper.chain(lower)), color.css());
            scene.shape(format_args!(
                "<polygon fill=\"{color}\" stroke=\"{ground_color}\" stroke-width=\"0.8\" stroke-linejoin=\"round\" points=\"{points}\"/>\n"
            ));
        }
    }
}

fn columns(scene: &mut Scene, plot: &Plot, curves: &Curves, partial: Partial) {
    /// Ground that shows between the parts of a column.
    const HAIRLINE: f64 = 0.8;
    for bucket in 0..plot.buckets() {
        let (left, right) = plot.span(bucket);
        let width = ((right - left) * 0.74).min(96.0);
        let left = f64::midpoint(left, right) - width / 2.0;
        let highest = curves.named.last().map_or(0.0, |curve| curve.top(bucket));
        for curve in &curves.named {
            let (top, bottom) = (plot.y(curve.top(bucket)), plot.y(curve.base(bucket)));
            if bottom - top <= 0.0 {
                continue;
            }
            let gap = if curve.top(bucket) < highest && bottom - top > 3.0 { HAIRLINE } else { 0.0 };
            let pale = scene.colors.surface.towards(curve.color, PALE);
            let color = if partial.has(bucket) { pale } else { curve.color };
            scene.rect(Area { left, right: left + width, top: top + gap, bottom }, 0.0, color);
        }
    }
}

fn points(places: impl Iterator<Item = (f64, f64)>) -> String {
    let mut text = String::new();
    for (x, y) in places {
        let gap = if text.is_empty() { "" } else { " " };
        // Writing to a String can't fail.
        let _ = write!(text, "{gap}{x:.1},{y:.1}");
    }
    text
}
