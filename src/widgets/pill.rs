//! A part of a filter, with a cross that takes it away.

use eframe::egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, vec2,
};

use super::table::layout;
use super::theme::{UiExt, space};

/// What the user did with a pill.
#[derive(Debug)]
pub struct PillResponse {
    /// The text was clicked.
    pub is_clicked: bool,
    /// The cross was clicked.
    pub is_removed: bool,
    /// The whole pill.
    pub response: Response,
}

/// Height in points.
pub const HEIGHT: f32 = 24.0;
const CROSS: f32 = 20.0;
const MAX_TEXT: f32 = 320.0;

/// Shows a pill.
pub fn pill_ui(ui: &mut Ui, text: &str) -> PillResponse {
    let tokens = ui.tokens();
    let galley = layout(ui, text, MAX_TEXT, TextStyle::Small, tokens.text);
    let size = vec2(galley.size().x + space::S + space::XS + CROSS, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    let cross = Rect::from_min_max(rect.right_top() - vec2(CROSS + 2.0, 0.0), rect.right_bottom());
    let remove = ui.interact(cross, response.id.with("remove"), Sense::click());
    remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Remove {text}")));
    let fill = if response.hovered() || remove.hovered() { tokens.control_hovered } else { tokens.selection };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(12), fill);
    if response.has_focus() || remove.has_focus() {
        let stroke = Stroke::new(1.0, tokens.accent);
        painter.rect_stroke(rect, CornerRadius::same(12), stroke, eframe::egui::StrokeKind::Inside);
    }
    let at = Align2::LEFT_CENTER.anchor_size(rect.left_center() + vec2(space::S + 2.0, 0.0), galley.size()).min;
    painter.galley(at, galley, tokens.text);
    let color = if remove.hovered() { tokens.text } else { tokens.weak_text };
    paint_cross(ui, cross.center(), color);
    let is_removed = remove.clicked();
    remove.on_hover_text("Remove this part of the filter");
    PillResponse { is_clicked: response.clicked(), is_removed, response }
}

/// Paints a small cross, since a font may lack the glyph.
pub fn paint_cross(ui: &Ui, center: Pos2, color: Color32) {
    let stroke = Stroke::new(1.3, color);
    let reach = 3.5;
    ui.painter().line_segment([center - vec2(reach, reach), center + vec2(reach, reach)], stroke);
    ui.painter().line_segment([center + vec2(reach, -reach), center + vec2(-reach, reach)], stroke);
}

/// A button that is a cross; `name` is what it does.
pub fn cross_button_ui(ui: &mut Ui, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(HEIGHT, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let tokens = ui.tokens();
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.control_hovered);
    }
    paint_cross(ui, rect.center(), if response.hovered() { tokens.text } else { tokens.weak_text });
    response.on_hover_text(name)
}
