//! The legend of a chart: it names the lines, lifts one out, hides and shows them.

use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, vec2};

use super::{Chart, ChartLine};
use crate::export::visible::visible_lines;
use crate::texts::text;
use crate::widgets::table::layout;
use crate::widgets::theme::{UiExt, space};

/// What the legend says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Legend {
    /// The line under the pointer.
    pub lifted: Option<usize>,
    /// The line that is to be hidden or shown.
    pub toggled: Option<usize>,
}

impl Chart<'_> {
    pub(super) fn legend_ui(&self, ui: &mut Ui) -> Legend {
        let mut legend = Legend::default();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for (number, line) in self.lines.iter().enumerate() {
                let entry = entry_ui(ui, line);
                if entry.hovered() && !line.is_hidden {
                    legend.lifted = Some(number);
                }
                if entry.clicked() {
                    legend.toggled = Some(number);
                }
                let hint = if line.is_hidden { text!("insights-show-line") } else { text!("insights-hide-line") };
                entry.on_hover_text(hint);
            }
        });
        legend
    }
}

/// The longest name in points; longer ones are cut.
const LONGEST: f32 = 280.0;

/// An entry in one piece, so that it wraps as a whole.
fn entry_ui(ui: &mut Ui, line: &ChartLine<'_>) -> Response {
    const GAP: f32 = space::XS + 2.0;
    let tokens = ui.tokens();
    let color = if line.is_hidden { tokens.weak_text } else { tokens.text };
    let name = layout(ui, line.name, LONGEST, TextStyle::Body, color);
    let total = layout(ui, line.total, f32::INFINITY, TextStyle::Body, tokens.weak_text);
    let size = vec2(SWATCH + 2.0 * GAP + name.size().x + total.size().x, name.size().y.max(total.size().y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let name = format!("{}, {}", visible_lines(line.name), line.total);
        WidgetInfo::selected(Role::CheckBox, true, !line.is_hidden, name)
    });
    if response.has_focus() || response.hovered() {
        let frame = rect.expand(2.0);
        let stroke = Stroke::new(1.0, if response.has_focus() { tokens.accent } else { tokens.outline });
        ui.painter().rect_stroke(frame, CornerRadius::same(4), stroke, StrokeKind::Outside);
    }
    let swatch = Rect::from_min_size(rect.min, vec2(SWATCH, rect.height()));
    paint_swatch(ui, swatch, line);
    let name_at = rect.min + vec2(SWATCH + GAP, 0.0);
    let total_at = name_at + vec2(name.size().x + GAP, 0.0);
    ui.painter().galley(name_at, name, color);
    ui.painter().galley(total_at, total, tokens.weak_text);
    response
}

const SWATCH: f32 = 14.0;

fn paint_swatch(ui: &Ui, place: Rect, line: &ChartLine<'_>) {
    let bar = Rect::from_center_size(place.center(), vec2(SWATCH, 4.0));
    let color = line.ink.color(ui.tokens());
    if line.is_hidden {
        ui.painter().rect_stroke(bar, CornerRadius::same(2), Stroke::new(1.0, color), StrokeKind::Inside);
        return;
    }
    ui.painter().rect_filled(bar, CornerRadius::same(2), color);
    if !line.ink.is_solid() {
        let gap = Rect::from_center_size(bar.center(), vec2(4.0, bar.height()));
        ui.painter().rect_filled(gap, CornerRadius::ZERO, ui.tokens().surface);
    }
}
