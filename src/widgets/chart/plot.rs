//! The plot of a chart: lines, stacked areas or stacked columns over their axes.

use std::ops::RangeInclusive;

use eframe::egui::{self, Color32, FontId, Id, Response, Sense, Stroke, TextStyle, Ui, Vec2b};
use egui_plot::{
    AxisHints, Bar, BarChart, FilledArea, GridInput, GridMark, Line, LineStyle, Plot, PlotPoint, PlotUi, Points,
};

use super::scale::{Scale, axis_date, label_step};
use super::{Chart, ChartLine, Ink, Kind, Picked};
use crate::clock::{Every, Millis};
use crate::widgets::number;
use crate::widgets::theme::{Tokens, UiExt};

/// How far from a point the pointer still means it, in points.
const REACH: f32 = 48.0;

/// With more stretches than this, lines are drawn without dots.
const MOST_DOTS: usize = 62;

/// Part of its stretch that a column takes.
const COLUMN: f64 = 0.8;

/// How much of its colour is left of what is cut.
const PALE: f32 = 0.35;

/// A line as it is drawn.
struct Band {
    /// Its number.
    line: usize,
    /// How it gets its colour.
    ink: Ink,
    /// What it stands on, and its top, for each stretch of time.
    spans: Vec<(u64, u64)>,
}

impl Chart<'_> {
    fn scale(&self) -> Scale {
        if self.is_log_scale && self.kind == Kind::Lines { Scale::Log } else { Scale::Linear }
    }

    /// The lines one on top of the other, or each from the ground.
    fn bands(&self) -> Vec<Band> {
        let mut tops = vec![0_u64; self.buckets()];
        let is_stacked = self.kind != Kind::Lines;
        let band = |(line, of): (usize, &ChartLine<'_>)| {
            let spans = of.values.iter().zip(&mut tops).map(|(value, top)| {
                let bottom = if is_stacked { *top } else { 0 };
                *top = bottom.saturating_add(*value);
                (bottom, *top)
            });
            Band { line, ink: of.ink, spans: spans.collect() }
        };
        self.drawn().map(band).collect()
    }

    /// Draws the plot; `lifted` is the line that stands out. Returns the stretch of time and the point that the
    /// pointer means.
    pub(super) fn plot_ui(&self, ui: &mut Ui, lifted: Option<usize>) -> (Response, Option<usize>, Option<Picked>) {
        let tokens = ui.tokens();
        let (scale, bands) = (self.scale(), self.bands());
        let highest = bands.iter().flat_map(|band| &band.spans).map(|(_, top)| *top).max().unwrap_or(0);
        let levels = scale.levels(highest);
        let top = levels.last().map_or(1.0, |level| scale.height(*level));
        let last = self.buckets().saturating_sub(1);
        let (left, right) = (-0.5, last as f64 + 0.5);
        let shown = self
            .axes(ui, scale, levels)
            .default_x_bounds(left, right)
            .default_y_bounds(0.0, top)
            .auto_bounds(Vec2b::FALSE)
            .set_margin_fraction(egui::Vec2::ZERO)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .allow_axis_zoom_drag(false)
            .show_background(false)
            .show_crosshair(false)
            .cursor_color(Color32::TRANSPARENT)
            .show_grid([false, true])
            .grid_color(tokens.grid)
            .grid_fade(0.0)
            .grid_spacing(0.0..=0.0)
            .sense(Sense::click())
            .show(ui, |plot| {
                plot.set_plot_bounds_x(left..=right);
                plot.set_plot_bounds_y(0.0..=top * 1.04);
                let near = self.near(plot, &bands, scale);
                for band in &bands {
                    let color = band.ink.color(tokens);
                    let is_faded = lifted.is_some_and(|lifted| lifted != band.line);
                    let color = if is_faded { color.gamma_multiply(0.25) } else { color };
                    let near = near.filter(|near| near.line == band.line);
                    match self.kind {
                        Kind::Lines => self.line(plot, band, scale, color, near, tokens),
                        Kind::StackedAreas => self.area(plot, band, color, near, tokens),
                        Kind::Columns => self.columns(plot, band, color, near, tokens),
                    }
                }
                near
            });
        if let Some(Picked { bucket, .. }) = shown.inner
            && self.kind != Kind::Columns
        {
            let x = shown.transform.position_from_point_x(bucket as f64);
            ui.painter().vline(x, shown.response.rect.y_range(), Stroke::new(1.0, tokens.outline));
        }
        let step = shown.response.hover_pos().and_then(|pointer| {
            let bucket = shown.transform.value_from_position(pointer).x.round();
            (0.0..self.buckets() as f64).contains(&bucket).then_some(bucket as usize)
        });
        (shown.response, step, shown.inner)
    }

    fn axes(&self, ui: &Ui, scale: Scale, levels: Vec<u64>) -> Plot<'static> {
        let tokens = ui.tokens();
        let buckets = self.buckets();
        let last = buckets.saturating_sub(1);
        let every_nth = label_step(buckets, ui.available_width(), self.every);
        let font = TextStyle::Small.resolve(ui.style());
        let width = (ui.available_width() - self.overhang(ui, font.clone())).max(1.0);
        let (clock, every, edges) = (self.clock, self.every, self.edges.to_vec());
        // Hours are counted from midnight; days and weeks from the newest, which always has its date.
        let is_by_hour = matches!(every, Every::Hours(_)) && every_nth > 1;
        let hours_of = |edge: Millis| (edge.0 - clock.floor(edge, Every::Day).0) / Millis::HOUR;
        let is_named: Vec<bool> = (0..buckets)
            .map(|bucket| match (is_by_hour, edges.get(bucket)) {
                (true, Some(edge)) if every_nth < 24 => (hours_of(*edge) as usize).is_multiple_of(every_nth),
                (true, Some(edge)) => {
                    let days = (every_nth / 24).max(1);
                    hours_of(*edge) == 0 && ((last - bucket) / 24).is_multiple_of(days)
                }
                _ => (last - bucket).is_multiple_of(every_nth),
            })
            .collect();
        let marks = move |_: GridInput| -> Vec<GridMark> {
            let named = is_named.iter().enumerate().filter(|(_, is_named)| **is_named);
            named.map(|(bucket, _)| GridMark { value: bucket as f64, step_size: every_nth as f64 }).collect()
        };
        let dates = move |mark: GridMark, _: &RangeInclusive<f64>| -> String {
            let edge = edges.get(mark.value.round().max(0.0) as usize);
            edge.map_or_else(String::new, |edge| axis_date(clock, *edge, every))
        };
        let heights: Vec<f64> = levels.iter().map(|level| scale.height(*level)).collect();
        let step_size = heights.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min);
        let level_marks = move |_: GridInput| -> Vec<GridMark> {
            heights.iter().map(|value| GridMark { value: *value, step_size }).collect()
        };
        let level_of = move |mark: GridMark, _: &RangeInclusive<f64>| -> String {
            let nearest = levels.iter().min_by(|a, b| {
                let distance = |level: &u64| (scale.height(*level) - mark.value).abs();
                distance(a).total_cmp(&distance(b))
            });
            nearest.map_or_else(String::new, |level| number::count(*level))
        };
        let axis = |hints: AxisHints<'static>| {
            hints.tick_label_color(tokens.weak_text).tick_label_font(font.clone()).label_spacing(0.0..=0.0)
        };
        Plot::new(Id::unique(("chart", self.key)))
            .width(width)
            .height(self.height)
            .x_grid_spacer(marks)
            .y_grid_spacer(level_marks)
            .custom_x_axes(vec![axis(AxisHints::new_x()).formatter(dates)])
            .custom_y_axes(vec![axis(AxisHints::new_y()).formatter(level_of).min_thickness(36.0)])
    }

    /// How far the last date, which stands under the middle of its stretch of time, reaches beyond a plot of the whole width,
    /// where it would be cut off; in points.
    fn overhang(&self, ui: &Ui, font: FontId) -> f32 {
        let Some(newest) = self.edges.get(self.buckets().saturating_sub(1)) else { return 0.0 };
        let date = axis_date(self.clock, *newest, self.every);
        let date = ui.painter().layout_no_wrap(date, font, Color32::PLACEHOLDER).size().x;
        let stretch = ui.available_width() / self.buckets().max(1) as f32;
        ((date - stretch) / 2.0).max(0.0)
    }

    /// The stretches of time from which to which a line runs, whole ones and those that are cut apart: two of these
    /// meet in a stretch.
    fn stretches(&self) -> impl Iterator<Item = (RangeInclusive<usize>, bool)> {
        let last = self.buckets().saturating_sub(1);
        let from = usize::from(self.cut_ends.0).min(last);
        let to = last.saturating_sub(usize::from(self.cut_ends.1)).max(from);
        [(0..=from, true), (from..=to, false), (to..=last, true)]
            .into_iter()
            .filter(|(part, _)| part.start() < part.end())
    }

    fn line(
        &self,
        plot: &mut PlotUi<'_>,
        band: &Band,
        scale: Scale,
        color: Color32,
        near: Option<Picked>,
        tokens: &Tokens,
    ) {
        let at = |(bucket, (_, top)): (usize, &(u64, u64))| [bucket as f64, scale.height(*top)];
        let points: Vec<[f64; 2]> = band.spans.iter().enumerate().map(at).collect();
        for (part, is_cut) in self.stretches() {
            let style = match (is_cut, band.ink.is_solid()) {
                (true, _) => LineStyle::dotted_dense(),
                (false, true) => LineStyle::Solid,
                (false, false) => LineStyle::dashed_loose(),
            };
            let part = points.get(part).unwrap_or_default().to_vec();
            plot.line(Line::new("", part).color(color).width(2.0).style(style).allow_hover(false));
        }
        if self.buckets() <= MOST_DOTS {
            plot.points(Points::new("", points.clone()).color(color).radius(2.5).allow_hover(false));
            let cut = points.iter().enumerate().filter(|(bucket, _)| self.is_cut(*bucket));
            let cut: Vec<[f64; 2]> = cut.map(|(_, point)| *point).collect();
            plot.points(Points::new("", cut).color(tokens.surface).radius(1.5).allow_hover(false));
        }
        if let Some(point) = near.and_then(|near| points.get(near.bucket)) {
            plot.points(Points::new("", vec![*point]).color(color).radius(5.0).allow_hover(false));
        }
    }

    /// The point that the pointer means: of lines the nearest one, of what is stacked the one that is under it.
    fn near(&self, plot: &PlotUi<'_>, bands: &[Band], scale: Scale) -> Option<Picked> {
        let pointer = plot.response().hover_pos()?;
        let at = plot.plot_from_screen(pointer);
        let bucket = at.x.round();
        if bucket < 0.0 || bucket >= self.buckets() as f64 {
            return None;
        }
        let bucket = bucket as usize;
        let spans = || bands.iter().filter_map(|band| Some((band.line, *band.spans.get(bucket)?)));
        let line = match self.kind {
            Kind::Lines => {
                let place = |top: u64| plot.screen_from_plot(PlotPoint::new(bucket as f64, scale.height(top)));
                spans()
                    .map(|(line, (_, top))| (line, place(top).distance(pointer)))
                    .filter(|(_, distance)| *distance <= REACH)
                    .min_by(|a, b| a.1.total_cmp(&b.1))?
                    .0
            }
            Kind::StackedAreas | Kind::Columns => {
                let is_under =
                    |(_, (bottom, top)): &(usize, (u64, u64))| (*bottom as f64) <= at.y && at.y < (*top as f64);
                spans().find(is_under)?.0
            }
        };
        Some(Picked { line, bucket })
    }

    fn area(&self, plot: &mut PlotUi<'_>, band: &Band, color: Color32, near: Option<Picked>, tokens: &Tokens) {
        let at =
            |bucket: usize| band.spans.get(bucket).map_or((0.0, 0.0), |(bottom, top)| (*bottom as f64, *top as f64));
        for (part, is_cut) in self.stretches() {
            let xs: Vec<f64> = part.clone().map(|bucket| bucket as f64).collect();
            let (bottoms, tops): (Vec<f64>, Vec<f64>) = part.map(at).unzip();
            let fill = color.gamma_multiply(if is_cut { PALE } else { 0.75 });
            plot.add(FilledArea::new("", &xs, &bottoms, &tops).fill_color(fill).allow_hover(false));
        }
        let points: Vec<[f64; 2]> = (0..band.spans.len()).map(|bucket| [bucket as f64, at(bucket).1]).collect();
        if let Some(point) = near.and_then(|near| points.get(near.bucket)) {
            plot.points(Points::new("", vec![*point]).color(tokens.text).radius(4.0).allow_hover(false));
        }
        plot.line(Line::new("", points).color(color).width(1.5).allow_hover(false));
    }

    fn columns(&self, plot: &mut PlotUi<'_>, band: &Band, color: Color32, near: Option<Picked>, tokens: &Tokens) {
        let bars = band.spans.iter().enumerate().filter(|(_, (bottom, top))| top > bottom);
        let bars = bars.map(|(bucket, (bottom, top))| {
            let is_near = near.is_some_and(|near| near.bucket == bucket);
            // A gap between bands, so that they can be told apart without their colours.
            let stroke = if is_near { Stroke::new(2.0, tokens.text) } else { Stroke::new(1.0, tokens.surface) };
            Bar::new(bucket as f64, (top - bottom) as f64)
                .base_offset(*bottom as f64)
                .width(COLUMN)
                .fill(if self.is_cut(bucket) { color.gamma_multiply(PALE) } else { color })
                .stroke(stroke)
        });
        plot.bar_chart(BarChart::new("", bars.collect()).color(color).allow_hover(false));
    }
}
