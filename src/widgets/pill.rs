//! A part of a filter, with a cross that takes it away.

use eframe::egui::{
    Align2, AsIdSalt, Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, vec2,
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

/// How a pill stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// In force.
    Plain,
    /// Not in force here.
    Idle,
    /// In force, and its editor is open.
    Open,
    /// About to be made.
    Draft,
}

/// Shows a pill. The keyboard reaches it as one thing; the cross is for the pointer. `id_salt` tells it from its
/// neighbours.
pub fn pill_ui(ui: &mut Ui, id_salt: impl AsIdSalt, text: &str, look: Look) -> PillResponse {
    let tokens = ui.tokens();
    let color = if matches!(look, Look::Idle | Look::Draft) { tokens.weak_text } else { tokens.text };
    let galley = layout(ui, text, MAX_TEXT, TextStyle::Small, color);
    let is_cut = galley.elided;
    let size = vec2(galley.size().x + space::S + space::XS + CROSS, HEIGHT);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, ui.scope_id().with(id_salt), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    let cross = Rect::from_min_max(rect.right_top() - vec2(CROSS + 2.0, 0.0), rect.right_bottom());
    let remove = ui.interact(cross, response.id.with("remove"), Sense::CLICK);
    remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Remove {text}")));
    let is_hovered = response.hovered() || remove.hovered();
    let fill = match look {
        _ if is_hovered => tokens.control_hovered,
        Look::Plain => tokens.selection,
        Look::Open => tokens.control_active,
        Look::Idle | Look::Draft => tokens.faint,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(12), fill);
    let outline = match look {
        _ if response.has_focus() => Some(tokens.accent),
        Look::Open => Some(tokens.accent),
        Look::Idle | Look::Draft => Some(tokens.outline),
        Look::Plain => None,
    };
    if let Some(color) = outline {
        let stroke = Stroke::new(1.0, color);
        painter.rect_stroke(rect, CornerRadius::same(12), stroke, eframe::egui::StrokeKind::Inside);
    }
    let at = Align2::LEFT_CENTER.anchor_size(rect.left_center() + vec2(space::S + 2.0, 0.0), galley.size()).min;
    painter.galley(at, galley, color);
    let cross_color = if remove.hovered() { tokens.text } else { tokens.weak_text };
    paint_cross(ui, cross.center(), cross_color);
    let is_removed = remove.clicked();
    remove.on_hover_text("Remove this part of the filter");
    let is_clicked = response.clicked();
    let response = if is_cut { response.on_hover_text(text) } else { response };
    PillResponse { is_clicked, is_removed, response }
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
