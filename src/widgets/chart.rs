//! A chart over stretches of time: title, legend, axes, hover and click. It knows no report.

mod legend;
mod plot;
mod scale;

use eframe::egui::{self, Color32, Label, RichText, Role, Ui, WidgetInfo};

pub use self::scale::{long_date, short_date};
use super::theme::{LIGHT, Tokens, UiExt, space};
use crate::clock::{Clock, Every, Millis};
pub use crate::export::chart::Kind;
pub use crate::export::palette::Status;
use crate::export::visible::visible_lines;
use crate::texts::text;

/// A series of a chart.
#[derive(Clone, Copy, Debug)]
pub struct ChartLine<'a> {
    /// What the legend calls it.
    pub name: &'a str,
    /// Its figure in the legend.
    pub total: &'a str,
    /// A value for each stretch of time.
    pub values: &'a [u64],
    /// How it gets its colour.
    pub ink: Ink,
    /// Whether it is left out of the plot; the legend has it all the same.
    pub is_hidden: bool,
}

/// How a line gets its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The series colour of this number; from eight on the same colours again, dashed.
    Slot(usize),
    /// That of a status.
    Status(Status),
}

impl Ink {
    fn color(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Slot(slot) => tokens.series(slot),
            Self::Status(Status::Success) => tokens.success,
            Self::Status(Status::Failure) => tokens.failure,
            Self::Status(Status::Interrupted) => tokens.interrupted,
            Self::Status(Status::Other) => tokens.weak_text,
        }
    }

    /// Whether the line is drawn through: there are more numbers than colours.
    fn is_solid(self) -> bool {
        !matches!(self, Self::Slot(slot) if slot >= LIGHT.series.len())
    }
}

/// A point of a chart: which line, and which stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Number of the line.
    pub line: usize,
    /// Number of the stretch of time.
    pub bucket: usize,
}

/// What the user did with a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartEvent {
    /// A point was clicked.
    Point(Picked),
    /// A stretch of time was clicked beside its points.
    Step(usize),
    /// A line is to be hidden or shown again.
    Toggle(usize),
}

/// A chart with its frame.
#[derive(Clone, Copy, Debug)]
#[must_use = "a chart is shown by `ui`"]
pub struct Chart<'a> {
    /// What tells it from other charts, in whatever language.
    pub key: &'a str,
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
    /// What a click on a stretch of time does beside its points, in words; empty if nothing.
    pub steps: &'a [String],
    /// How they are drawn.
    pub kind: Kind,
    /// Whether lines stand over a logarithmic scale; what is stacked does not.
    pub is_log_scale: bool,
    /// Whether only a part of the first stretch and of the last one counts: they are drawn hollow, dotted or pale.
    pub cut_ends: (bool, bool),
    /// Height of the plot in points.
    pub height: f32,
}

impl Chart<'_> {
    /// Shows the chart; `describe` gives the text of a point under the pointer.
    pub fn ui(self, ui: &mut Ui, describe: impl Fn(Picked) -> String) -> Option<ChartEvent> {
        ui.add(Label::new(RichText::new(self.title).heading()).wrap());
        ui.weak_label(self.subtitle);
        ui.add_space(space::XS);
        let legend = self.legend_ui(ui);
        ui.add_space(space::XS);
        let (response, step, near) = self.plot_ui(ui, legend.lifted);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, text!("insights-chart", title = self.title)));
        let toggled = legend.toggled.map(ChartEvent::Toggle);
        let Some(near) = near else {
            let Some((step, name)) = step.and_then(|step| Some((step, self.steps.get(step)?))) else { return toggled };
            let clicked = response.clicked().then_some(ChartEvent::Step(step));
            response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text_at_pointer(name);
            return clicked.or(toggled);
        };
        let clicked = response.clicked().then_some(ChartEvent::Point(near));
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_text_at_pointer(visible_lines(&describe(near)));
        clicked.or(toggled)
    }

    /// Whether only a part of a stretch of time counts.
    fn is_cut(&self, bucket: usize) -> bool {
        (self.cut_ends.0 && bucket == 0) || (self.cut_ends.1 && bucket + 1 == self.buckets())
    }

    fn buckets(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// The lines that are drawn, with their numbers.
    fn drawn(&self) -> impl DoubleEndedIterator<Item = (usize, &ChartLine<'_>)> {
        self.lines.iter().enumerate().filter(|(_, line)| !line.is_hidden)
    }
}
