//! Buttons that open a small panel under themselves.

use eframe::egui::{
    Align, CornerRadius, Frame, Layout, Margin, Popup, PopupCloseBehavior, Pos2, Response, Role, Sense, Shape, Stroke,
    TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use super::focus_trap::trapped_ui;
use super::table::layout;
use super::theme::{UiExt, size, space};

/// Most room for the choice on a button in points.
const CHOICE: f32 = 168.0;

/// Room between the title and the choice in points.
const GAP: f32 = space::XS + 2.0;
/// What a button takes besides its texts, in points.
const FRAME: f32 = 2.0 * space::S + space::M;

/// Width in points of a button with this title and room for its choice.
#[must_use]
pub fn choice_button_width(ui: &Ui, title: &str, choice: f32) -> f32 {
    let before = layout(ui, title, f32::INFINITY, TextStyle::Body, ui.tokens().weak_text);
    before.size().x + FRAME + if choice > 0.0 { GAP + choice } else { 0.0 }
}

/// A button with a title, the present choice and a triangle; `is_set` lets the choice stand out.
pub fn choice_button_ui(ui: &mut Ui, title: &str, choice: &str, is_set: bool) -> Response {
    narrow_choice_button_ui(ui, title, choice, is_set, CHOICE)
}

/// Such a button whose choice has no more room than this, in points.
pub fn narrow_choice_button_ui(ui: &mut Ui, title: &str, choice: &str, is_set: bool, room: f32) -> Response {
    let tokens = ui.tokens();
    let color = if is_set { tokens.accent } else { tokens.text };
    let before = layout(ui, title, f32::INFINITY, TextStyle::Body, tokens.weak_text);
    let shown = layout(ui, choice, room.min(CHOICE), TextStyle::Body, color);
    let gap = if title.is_empty() || choice.is_empty() { 0.0 } else { GAP };
    let width = before.size().x + gap + shown.size().x + FRAME;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    let name = if title.is_empty() { choice } else { title };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Button, true, name);
        info.current_text_value = Some(choice.to_owned());
        info
    });
    let is_open = is_open(&response);
    let fill = match (is_open || response.is_pointer_button_down_on(), response.hovered(), is_set) {
        (true, _, _) => tokens.control_active,
        (_, true, _) => tokens.control_hovered,
        (_, _, true) => tokens.selection,
        _ => tokens.control,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(size::CORNER), fill);
    if response.has_focus() {
        let stroke = Stroke::new(1.0, tokens.accent);
        painter.rect_stroke(rect, CornerRadius::same(size::CORNER), stroke, eframe::egui::StrokeKind::Inside);
    }
    let mut x = rect.left() + space::S;
    let y = rect.center().y;
    let gap = before.size().x + gap;
    painter.galley(pos2(x, y - before.size().y / 2.0), before, tokens.weak_text);
    x += gap;
    painter.galley(pos2(x, y - shown.size().y / 2.0), shown, color);
    paint_triangle(ui, pos2(rect.right() - space::S - 3.0, y));
    response
}

/// Paints a small triangle that points down.
pub fn paint_triangle(ui: &Ui, center: Pos2) {
    let points = vec![center + vec2(-3.5, -2.0), center + vec2(3.5, -2.0), center + vec2(0.0, 2.5)];
    ui.painter().add(Shape::convex_polygon(points, ui.tokens().weak_text, Stroke::NONE));
}

/// Whether the panel of a button is open.
#[must_use]
pub fn is_open(button: &Response) -> bool {
    Popup::is_id_open(&button.ctx, Popup::default_response_id(button))
}

/// Shows a panel of this width under a button once it was clicked, until the user clicks elsewhere.
/// Returns whether it is open.
pub fn panel_ui(button: &Response, width: f32, add: impl FnOnce(&mut Ui)) -> bool {
    Popup::from_toggle_button_response(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .layout(Layout::top_down_justified(Align::Min))
        .frame(Frame::popup(&button.ctx.global_style()).inner_margin(Margin::same(space::S as i8)))
        .width(width)
        .gap(space::XS)
        .show(|ui| {
            ui.set_width(width);
            trapped_ui(ui, add);
        })
        .is_some()
}
