//! A value with its number and a bar, which can be ticked or left out.

use eframe::egui::{
    AsIdSalt, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, accesskit,
    pos2, vec2,
};

use super::number;
use super::table::layout;
use super::theme::{Tokens, UiExt, space};
use crate::export::visible::visible_lines;
use crate::fields::Noun;

/// What the filter says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// Nothing.
    No,
    /// It asks for it.
    Asked,
    /// It leaves it out.
    Excluded,
}

/// A row of a list of values with their numbers.
#[derive(Clone, Copy, Debug)]
#[must_use = "a row is shown by `ui`"]
pub struct FacetRow<'a> {
    /// What a screen reader says.
    pub name: &'a str,
    /// What is seen.
    pub title: &'a str,
    /// The number of sign-ins.
    pub count: u64,
    /// The number that fills the bar.
    pub most: u64,
    /// What the filter says of the value.
    pub ticked: Ticked,
    /// Whether the title is no value but stands for none.
    pub is_weak: bool,
}

/// Height of a row in points.
pub const ROW: f32 = 22.0;
/// Width of the box at the left in points.
const BOX: f32 = 12.0;

impl FacetRow<'_> {
    /// Shows the row in the whole width there is. `id_salt` tells it from its neighbours, so that it keeps the
    /// keyboard's focus when others come and go.
    pub fn ui(self, ui: &mut Ui, id_salt: impl AsIdSalt) -> Response {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, ui.scope_id().with(id_salt), Sense::click());
        let ticked = self.ticked;
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::CheckBox, true, visible_lines(self.name));
            info.selected = Some(ticked == Ticked::Asked);
            info.current_text_value = Some(number::records(self.count, Noun::SIGN_IN));
            info
        });
        if ticked == Ticked::Excluded {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_toggled(accesskit::Toggled::Mixed));
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
        }
        response
    }

    fn paint(self, ui: &Ui, rect: Rect, response: &Response) {
        let tokens = ui.tokens();
        let painter = ui.painter();
        let has_focus = response.has_focus();
        let corner = CornerRadius::same(4);
        let inner = rect.shrink2(vec2(0.0, 1.0));
        if response.hovered() {
            painter.rect_filled(inner, corner, tokens.control);
        }
        let bar = Rect::from_min_max(pos2(inner.left() + BOX + space::S, inner.top()), inner.max);
        if self.count > 0 && self.ticked != Ticked::Excluded {
            let share = (self.count as f32 / self.most.max(1) as f32).min(1.0);
            let width = (bar.width() * share).max(2.0);
            let filled = Rect::from_min_size(bar.min, vec2(width, bar.height()));
            painter.rect_filled(filled, corner, tokens.selection);
        }
        self.paint_box(ui, rect, tokens);
        let is_quiet = self.ticked == Ticked::Excluded || self.count == 0;
        let count = layout(ui, &number::count(self.count), f32::INFINITY, TextStyle::Small, tokens.weak_text);
        let color = match self.ticked {
            Ticked::Asked => tokens.accent,
            _ if is_quiet || self.is_weak => tokens.weak_text,
            _ => tokens.text,
        };
        let room = bar.width() - count.size().x - 3.0 * space::XS;
        let title = layout(ui, self.title, room, TextStyle::Small, color);
        let left = pos2(bar.left() + space::XS, rect.center().y - title.size().y / 2.0);
        if self.ticked == Ticked::Excluded {
            let y = (rect.center().y + 0.5).round() + 0.5;
            painter.hline(left.x..=left.x + title.size().x, y, Stroke::new(1.0, tokens.weak_text));
        }
        painter.galley(left, title, color);
        let right = pos2(rect.right() - space::XS - count.size().x, rect.center().y - count.size().y / 2.0);
        painter.galley(right, count, tokens.weak_text);
        if has_focus {
            painter.rect_stroke(inner, corner, Stroke::new(1.0, tokens.accent), StrokeKind::Inside);
        }
    }

    fn paint_box(self, ui: &Ui, rect: Rect, tokens: &Tokens) {
        let center = pos2((rect.left() + 2.0 + BOX / 2.0).round(), rect.center().y.round());
        let square = Rect::from_center_size(center, vec2(BOX, BOX));
        let painter = ui.painter();
        let at = |x: f32, y: f32| center + vec2(x, y);
        match self.ticked {
            Ticked::No => {
                painter.rect_stroke(square, 3, Stroke::new(1.0, tokens.outline), StrokeKind::Inside);
            }
            Ticked::Asked => {
                painter.rect_filled(square, 3, tokens.accent);
                let check = vec![at(-3.0, 0.2), at(-0.8, 2.4), at(3.2, -2.2)];
                painter.line(check, Stroke::new(1.6, tokens.accent_text));
            }
            Ticked::Excluded => {
                painter.rect_filled(square, 3, tokens.failure);
                painter.line_segment([at(-3.0, 0.0), at(3.0, 0.0)], Stroke::new(1.6, tokens.surface));
            }
        }
    }
}
