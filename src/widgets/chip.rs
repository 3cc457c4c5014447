//! A level of a grouping: its name, and buttons that move it and take it away.

use eframe::egui::{CornerRadius, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::pill::paint_cross;
use super::table::layout;
use super::theme::{UiExt, space};
use crate::export::visible::visible_lines;
use crate::texts::text;

/// What the user did with a chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipEvent {
    /// Move it one place to the left.
    Left,
    /// Move it one place to the right.
    Right,
    /// Take it away.
    Remove,
}

/// Height in points.
pub const HEIGHT: f32 = 24.0;
const BUTTON: f32 = 20.0;
const MAX_TEXT: f32 = 200.0;

/// Shows a chip. Its buttons are named after it.
pub fn chip_ui(ui: &mut Ui, text: &str, may_move_left: bool, may_move_right: bool) -> Option<ChipEvent> {
    let tokens = ui.tokens();
    let galley = layout(ui, text, MAX_TEXT, TextStyle::Small, tokens.text);
    let buttons = [
        (ChipEvent::Left, may_move_left, text!("widget-chip-left", field = text)),
        (ChipEvent::Right, may_move_right, text!("widget-chip-right", field = text)),
        (ChipEvent::Remove, true, text!("widget-chip-remove", field = text)),
    ];
    let shown = buttons.into_iter().filter(|(_, may, _)| *may).collect::<Vec<_>>();
    let width = galley.size().x + space::S + 2.0 + space::XS + BUTTON * shown.len() as f32;
    let (rect, chip) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    chip.widget_info(|| WidgetInfo::labeled(Role::Label, true, visible_lines(text)));
    ui.painter().rect_filled(rect, CornerRadius::same(12), tokens.selection);
    let at = pos2(rect.left() + space::S + 2.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.text);
    let mut event = None;
    for (number, (does, _, name)) in shown.iter().rev().enumerate() {
        let right = rect.right() - 2.0 - BUTTON * number as f32;
        let place = Rect::from_min_max(pos2(right - BUTTON, rect.top() + 2.0), pos2(right, rect.bottom() - 2.0));
        let button = ui.interact(place, chip.id.with(*does as u8), Sense::click());
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        if button.hovered() || button.has_focus() {
            ui.painter().rect_filled(place, CornerRadius::same(10), tokens.control_hovered);
        }
        if button.has_focus() {
            let stroke = Stroke::new(1.0, tokens.accent);
            ui.painter().rect_stroke(place, CornerRadius::same(10), stroke, StrokeKind::Inside);
        }
        let color = if button.hovered() || button.has_focus() { tokens.text } else { tokens.weak_text };
        let toward = |x: f32| {
            let tip = place.center() + vec2(x, 0.0);
            let points = vec![tip, tip - vec2(1.6 * x, 3.5), tip - vec2(1.6 * x, -3.5)];
            Shape::convex_polygon(points, color, Stroke::NONE)
        };
        match does {
            ChipEvent::Left => {
                ui.painter().add(toward(-2.5));
            }
            ChipEvent::Right => {
                ui.painter().add(toward(2.5));
            }
            ChipEvent::Remove => paint_cross(ui, place.center(), color),
        }
        if button.clicked() {
            event = Some(*does);
        }
        button.on_hover_text(name);
    }
    event
}
