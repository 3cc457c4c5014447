//! A chart of lines over stretches of time: title, legend, axes, hover and click. It knows no report.

use std::ops::RangeInclusive;

use eframe::egui::{
    self, Color32, CornerRadius, Id, Label, Rect, Response, RichText, Role, Sense, Stroke, TextStyle, Ui, Vec2b,
    WidgetInfo, vec2,
};
use egui_plot::{GridInput, GridMark, Line, Plot, PlotPoint, Points};

use super::theme::{UiExt, space};
use crate::clock::{Clock, Every, Millis};

/// A line of a chart.
#[derive(Clone, Copy, Debug)]
pub struct ChartLine<'a> {
    /// What the legend calls it.
    pub name: &'a str,
    /// Its figure in the legend.
    pub total: &'a str,
    /// A value for each stretch of time.
    pub values: &'a [u64],
}

/// A point of a chart: which line, and which stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Number of the line.
    pub line: usize,
    /// Number of the stretch of time.
    pub bucket: usize,
}

/// A chart with its frame.
#[derive(Clone, Copy, Debug)]
#[must_use = "a chart is shown by `ui`"]
pub struct Chart<'a> {
    /// What it shows.
    pub title: &'a str,
    /// Period and filter.
    pub subtitle: &'a str,
    /// Where the stretches of time begin, and where the last one ends.
    pub edges: &'a [Millis],
    /// How long each is.
    pub every: Every,
    /// The zone of the dates.
    pub clock: Clock,
    /// The lines, in the order of the palette.
    pub lines: &'a [ChartLine<'a>],
    /// Height of the plot in points.
    pub height: f32,
}

/// How far from a point the pointer still means it, in points.
const REACH: f32 = 48.0;

/// With more stretches than this, lines are drawn without dots.
const MOST_DOTS: usize = 62;

impl Chart<'_> {
    /// Shows the chart; `describe` gives the text of a point under the pointer. Returns the point clicked.
    pub fn ui(self, ui: &mut Ui, describe: impl Fn(Picked) -> String) -> Option<Picked> {
        ui.add(Label::new(RichText::new(self.title).heading()).wrap());
        ui.weak_label(self.subtitle);
        ui.add_space(space::XS);
        let lifted = self.legend_ui(ui);
        ui.add_space(space::XS);
        let (response, near) = self.plot_ui(ui, lifted);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("Chart: {}", self.title)));
        let near = near?;
        let clicked = response.clicked();
        response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text_at_pointer(describe(near));
        clicked.then_some(near)
    }

    /// The legend; the number of the entry under the pointer.
    fn legend_ui(&self, ui: &mut Ui) -> Option<usize> {
        let mut lifted = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for (number, line) in self.lines.iter().enumerate() {
                if entry_ui(ui, number, line).hovered() {
                    lifted = Some(number);
                }
            }
        });
        lifted
    }

    fn buckets(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    fn plot_ui(&self, ui: &mut Ui, lifted: Option<usize>) -> (Response, Option<Picked>) {
        let tokens = ui.tokens();
        let buckets = self.buckets();
        let highest = self.lines.iter().flat_map(|line| line.values).copied().max().unwrap_or(0);
        let step = integer_step(highest);
        let top = (highest.div_ceil(step).max(1) * step) as f64;
        let width = ui.available_width();
        let every_nth = label_step(buckets, width, self.every);
        let font = TextStyle::Small.resolve(ui.style());
        let clock = self.clock;
        let edges = self.edges.to_vec();
        let last = buckets.saturating_sub(1);
        let (left, right) = (-0.5, last as f64 + 0.5);
        let marks = move |_: GridInput| -> Vec<GridMark> {
            // Counted from the newest, so that the last stretch always has its date.
            (0..buckets)
                .filter(|bucket| (last - bucket).is_multiple_of(every_nth))
                .map(|bucket| GridMark { value: bucket as f64, step_size: every_nth as f64 })
                .collect()
        };
        let dates = move |mark: GridMark, _: &RangeInclusive<f64>| -> String {
            edges.get(mark.value.round().max(0.0) as usize).map_or_else(String::new, |edge| axis_date(clock, *edge))
        };
        let levels = move |_: GridInput| -> Vec<GridMark> {
            (0..=(top as u64 / step))
                .map(|level| GridMark { value: (level * step) as f64, step_size: step as f64 })
                .collect()
        };
        let id = Id::unique(("chart", self.title));
        let axis = |hints: egui_plot::AxisHints<'static>| {
            hints.tick_label_color(tokens.weak_text).tick_label_font(font.clone()).label_spacing(0.0..=0.0)
        };
        let x_axis = axis(egui_plot::AxisHints::new_x()).formatter(dates);
        let y_axis = axis(egui_plot::AxisHints::new_y())
            .formatter(|mark, _| super::number::count(mark.value.max(0.0).round() as u64))
            .min_thickness(36.0);
        let shown = Plot::new(id)
            .height(self.height)
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
            .x_grid_spacer(marks)
            .y_grid_spacer(levels)
            .custom_x_axes(vec![x_axis])
            .custom_y_axes(vec![y_axis])
            .sense(Sense::click())
            .show(ui, |plot| {
                plot.set_plot_bounds_x(left..=right);
                plot.set_plot_bounds_y(0.0..=top * 1.04);
                let near = self.near(plot);
                for (number, line) in self.lines.iter().enumerate() {
                    let color = tokens.series(number);
                    let faded = lifted.is_some_and(|lifted| lifted != number);
                    let color = if faded { color.gamma_multiply(0.25) } else { color };
                    let at = |bucket: usize, value: u64| [bucket as f64, value as f64];
                    let points: Vec<[f64; 2]> =
                        line.values.iter().enumerate().map(|(bucket, value)| at(bucket, *value)).collect();
                    if buckets <= MOST_DOTS {
                        let dots = Points::new("", points.clone()).color(color).radius(2.5).allow_hover(false);
                        plot.points(dots);
                    }
                    plot.line(Line::new("", points).color(color).width(2.0).allow_hover(false));
                    if let Some(Picked { bucket, .. }) = near.filter(|near| near.line == number)
                        && let Some(value) = line.values.get(bucket)
                    {
                        let point = vec![at(bucket, *value)];
                        plot.points(Points::new("", point).color(color).radius(5.0).allow_hover(false));
                    }
                }
                near
            });
        if let Some(Picked { bucket, .. }) = shown.inner {
            let x = shown.transform.position_from_point_x(bucket as f64);
            ui.painter().vline(x, shown.response.rect.y_range(), Stroke::new(1.0, tokens.outline));
        }
        (shown.response, shown.inner)
    }

    /// The point that the pointer means.
    fn near(&self, plot: &egui_plot::PlotUi<'_>) -> Option<Picked> {
        let pointer = plot.response().hover_pos()?;
        let at = plot.plot_from_screen(pointer);
        let bucket = at.x.round();
        if bucket < 0.0 || bucket >= self.buckets() as f64 {
            return None;
        }
        let bucket = bucket as usize;
        let distance =
            |value: u64| plot.screen_from_plot(PlotPoint::new(bucket as f64, value as f64)).distance(pointer);
        self.lines
            .iter()
            .enumerate()
            .filter_map(|(line, of)| Some((line, distance(*of.values.get(bucket)?))))
            .filter(|(_, distance)| *distance <= REACH)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(line, _)| Picked { line, bucket })
    }
}

/// An entry of the legend, in one piece so that it wraps as a whole.
fn entry_ui(ui: &mut Ui, number: usize, line: &ChartLine<'_>) -> Response {
    const GAP: f32 = space::XS + 2.0;
    let tokens = ui.tokens();
    let font = TextStyle::Body.resolve(ui.style());
    let galley = |text: &str, color| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), color);
    let (name, total) = (galley(line.name, tokens.text), galley(line.total, tokens.weak_text));
    let size = vec2(SWATCH + 2.0 * GAP + name.size().x + total.size().x, name.size().y.max(total.size().y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}, {}", line.name, line.total)));
    paint_swatch(ui, Rect::from_min_size(rect.min, vec2(SWATCH, rect.height())), number);
    let name_at = rect.min + vec2(SWATCH + GAP, 0.0);
    let total_at = name_at + vec2(name.size().x + GAP, 0.0);
    ui.painter().galley(name_at, name, tokens.text);
    ui.painter().galley(total_at, total, tokens.weak_text);
    response
}

const SWATCH: f32 = 14.0;

/// The colour of a line as a small stroke.
pub fn swatch_ui(ui: &mut Ui, number: usize) {
    let height = ui.text_style_height(&TextStyle::Body);
    let (rect, _) = ui.allocate_exact_size(vec2(SWATCH, height), Sense::hover());
    paint_swatch(ui, rect, number);
}

fn paint_swatch(ui: &Ui, place: Rect, number: usize) {
    let bar = Rect::from_center_size(place.center(), vec2(SWATCH, 4.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), ui.tokens().series(number));
}

/// A date with its weekday, as a sentence names it: `Tue 6 Oct 2026`.
#[must_use]
pub fn long_date(clock: &Clock, at: Millis) -> String {
    clock.day_of(at).format("%a %-d %b %Y").to_string()
}

fn axis_date(clock: Clock, at: Millis) -> String {
    clock.day_of(at).format("%-d %b").to_string()
}

/// A step of 1, 2 or 5 times a power of ten that divides the range into at most five.
fn integer_step(highest: u64) -> u64 {
    let mut power = 1;
    loop {
        for factor in [1, 2, 5] {
            if highest <= factor * power * 5 || power >= u64::MAX / 50 {
                return factor * power;
            }
        }
        power *= 10;
    }
}

/// Every how many stretches a date stands, so that dates keep their distance; days by whole weeks if not
/// all can be named.
fn label_step(buckets: usize, width: f32, every: Every) -> usize {
    const DATE: f32 = 58.0;
    let room = ((width / DATE) as usize).max(1);
    let least = buckets.div_ceil(room).max(1);
    match every {
        Every::Day if least > 2 => least.div_ceil(7) * 7,
        Every::Day | Every::Week | Every::Hours(_) => least,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_count_in_round_numbers() {
        for (highest, step) in [(0, 1), (3, 1), (7, 2), (42, 10), (120, 50), (4_900, 1_000), (5_100, 2_000)] {
            assert_eq!(integer_step(highest), step, "{highest}");
        }
        assert!(integer_step(u64::MAX) > 0);
    }

    #[test]
    fn dates_keep_their_distance() {
        assert_eq!(label_step(7, 800.0, Every::Day), 1);
        assert_eq!(label_step(30, 800.0, Every::Day), 7);
        assert_eq!(label_step(90, 800.0, Every::Day), 7);
        assert_eq!(label_step(365, 800.0, Every::Day), 35);
        assert_eq!(label_step(13, 800.0, Every::Week), 1);
        assert_eq!(label_step(30, 0.0, Every::Day), 35);
    }

    #[test]
    fn dates_read_as_people_say_them() {
        let at = Millis::from_iso("2026-10-06T08:00:00Z").expect("a valid time");
        assert_eq!(long_date(&Clock::default(), at), "Tue 6 Oct 2026");
    }
}
