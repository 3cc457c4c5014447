//! The star of a bookmark, painted since a font may lack the glyph.

use std::f32::consts::{FRAC_PI_2, PI};

use eframe::egui::{Color32, Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use super::theme::{UiExt, size};

/// How far the inner corners of a star are from its middle, as part of the outer ones' distance.
const INNER: f32 = 0.45;

/// The ten corners of a star.
fn corners(center: Pos2, radius: f32) -> Vec<Pos2> {
    (0..10)
        .map(|corner| {
            let reach = if corner % 2 == 0 { radius } else { radius * INNER };
            let angle = corner as f32 * PI / 5.0 - FRAC_PI_2;
            center + reach * vec2(angle.cos(), angle.sin())
        })
        .collect()
}

/// Paints a full star.
pub fn paint_star(painter: &Painter, center: Pos2, radius: f32, color: Color32) {
    let corners = corners(center, radius);
    // A star is not convex: its rays and its middle are painted one by one.
    let inner: Vec<Pos2> = corners.iter().skip(1).step_by(2).copied().collect();
    for ray in 0..5 {
        let (left, tip, right) = (corners[(ray * 2 + 9) % 10], corners[ray * 2], corners[ray * 2 + 1]);
        painter.add(Shape::convex_polygon(vec![left, tip, right], color, Stroke::NONE));
    }
    painter.add(Shape::convex_polygon(inner, color, Stroke::NONE));
}

/// Paints the outline of a star.
pub fn paint_star_outline(painter: &Painter, center: Pos2, radius: f32, color: Color32) {
    painter.add(Shape::closed_line(corners(center, radius), Stroke::new(1.2, color)));
}

/// A button that is a star, full if `is_on`; `name` is what it does.
pub fn star_button_ui(ui: &mut Ui, is_on: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size::CONTROL, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
    let tokens = ui.tokens();
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect, eframe::egui::CornerRadius::same(size::CORNER), tokens.control_hovered);
    }
    if is_on {
        paint_star(painter, rect.center(), 7.0, tokens.accent);
    } else {
        let color = if response.hovered() { tokens.text } else { tokens.weak_text };
        paint_star_outline(painter, rect.center(), 7.0, color);
    }
    response.on_hover_text(name)
}
