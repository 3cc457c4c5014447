//! Tabs: a title, perhaps a count, and a line under the chosen one.

use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::table::layout;
use super::theme::{UiExt, space};

/// Height in points.
pub const HEIGHT: f32 = 36.0;

/// What a tab says.
#[derive(Clone, Debug, Default)]
pub struct Tab<'a> {
    /// Its title.
    pub title: &'a str,
    /// What stands beside the title in quiet digits; may be empty.
    pub count: String,
    /// The longest the count can be: room for it is kept, so that no tab moves when the count changes.
    pub longest_count: String,
    /// What shows on hover; may be empty.
    pub about: String,
}

/// How wide a tab is in points.
#[must_use]
pub fn tab_width(ui: &Ui, tab: &Tab<'_>) -> f32 {
    let width = |text: &str, style| layout(ui, text, f32::INFINITY, style, ui.tokens().text).size().x;
    let gap = if tab.longest_count.is_empty() { 0.0 } else { COUNT_GAP };
    let count = width(&tab.longest_count, TextStyle::Small).max(width(&tab.count, TextStyle::Small));
    width(tab.title, TextStyle::Body) + gap + count + 2.0 * space::M
}

/// Between title and count in points.
const COUNT_GAP: f32 = 6.0;

/// Shows a tab.
pub fn tab_ui(ui: &mut Ui, is_chosen: bool, tab: &Tab<'_>) -> Response {
    let width = tab_width(ui, tab);
    let Tab { title, count, longest_count, about } = tab;
    let tokens = ui.tokens();
    let color = if is_chosen { tokens.text } else { tokens.weak_text };
    let title_text = layout(ui, title, f32::INFINITY, TextStyle::Body, color);
    let count_text = layout(ui, count, f32::INFINITY, TextStyle::Small, tokens.weak_text);
    let gap = if longest_count.is_empty() { 0.0 } else { COUNT_GAP };
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::Tab, true, is_chosen, title);
        info.current_text_value = (!count.is_empty()).then(|| count.clone());
        info
    });
    let painter = ui.painter();
    if response.hovered() && !is_chosen {
        let hovered = rect.shrink2(vec2(2.0, space::XS));
        painter.rect_filled(hovered, CornerRadius::same(6), tokens.control);
    }
    if response.has_focus() {
        let focused = rect.shrink2(vec2(2.0, space::XS));
        let stroke = Stroke::new(1.0, tokens.accent);
        painter.rect_stroke(focused, CornerRadius::same(6), stroke, eframe::egui::StrokeKind::Inside);
    }
    let y = rect.center().y;
    let x = rect.left() + space::M;
    let count_at = pos2(x + title_text.size().x + gap, y + title_text.size().y / 2.0 - count_text.size().y - 1.0);
    painter.galley(pos2(x, y - title_text.size().y / 2.0), title_text, color);
    painter.galley(count_at, count_text, tokens.weak_text);
    if is_chosen {
        let line = Rect::from_min_max(
            pos2(rect.left() + space::S, rect.bottom() - 2.0),
            pos2(rect.right() - space::S, rect.bottom()),
        );
        painter.rect_filled(line, CornerRadius::same(1), tokens.accent);
    }
    if about.is_empty() { response } else { response.on_hover_text(about.as_str()) }
}
