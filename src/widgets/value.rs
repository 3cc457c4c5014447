//! A value that can be read, selected, copied and turned into a filter.

use eframe::egui::{
    self, Color32, CornerRadius, Id, Label, Layout, Rect, Response, RichText, Role, Sense, Shape, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::theme::{UiExt, size, space};
use crate::app::Command;
use crate::export::visible::visible_lines;
use crate::fields::Field;
use crate::texts::text;

/// A row of a title and its value. The actions appear under the pointer and on keyboard focus, and are in
/// the context menu; they take no space, so nothing moves.
#[derive(Clone, Copy, Debug)]
#[must_use = "a value is shown by `ui`"]
pub struct Value<'a> {
    title: &'a str,
    about: &'a str,
    text: &'a str,
    copied: &'a str,
    filter: Option<(Field, &'a str)>,
    monospace: bool,
    continued: bool,
}

/// What the small buttons of a value do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Copy,
    Include,
    Exclude,
}

impl Action {
    /// What the button says.
    fn title(self) -> &'static str {
        match self {
            Self::Copy => text!("widget-copy"),
            Self::Include => text!("widget-filter-for-this"),
            Self::Exclude => text!("widget-exclude-this"),
        }
    }

    /// What the menu says of a value.
    fn of_value(self, value: &str) -> String {
        match self {
            Self::Copy => text!("widget-copy-value", value = value),
            Self::Include => text!("widget-filter-for-value", value = value),
            Self::Exclude => text!("widget-exclude-value", value = value),
        }
    }

    /// What a screen reader says of the value of a field.
    fn of_field(self, field: &str) -> String {
        match self {
            Self::Copy => text!("widget-copy-field", field = field),
            Self::Include => text!("widget-filter-for-field", field = field),
            Self::Exclude => text!("widget-exclude-field", field = field),
        }
    }
}

const BUTTON: f32 = 22.0;

impl<'a> Value<'a> {
    /// A value with its title, as the window shows both.
    pub fn new(title: &'a str, text: &'a str) -> Self {
        Self { title, about: "", text, copied: text, filter: None, monospace: false, continued: false }
    }

    /// What a newcomer should know about it; shows over the title.
    pub fn about(mut self, about: &'a str) -> Self {
        self.about = about;
        self
    }

    /// Lets the value be a filter, by its stored form.
    pub fn filter(mut self, field: Field, stored: &'a str) -> Self {
        self.filter = Some((field, stored));
        self
    }

    /// Lets another text be copied than the one that is shown.
    pub fn copied(mut self, text: &'a str) -> Self {
        self.copied = text;
        self
    }

    /// Shows the value in the font of identifiers.
    pub fn monospace(mut self) -> Self {
        self.monospace = true;
        self
    }

    /// Leaves the title out, since the row above has the same one; the actions keep it in their names.
    pub fn continued(mut self, continued: bool) -> Self {
        self.continued = continued;
        self
    }

    /// Shows the row.
    pub fn ui(self, ui: &mut Ui, commands: &mut Vec<Command>) {
        self.ui_with(ui, commands, |ui| {
            let text = RichText::new(visible_lines(self.text));
            ui.add(Label::new(if self.monospace { text.monospace() } else { text }).wrap().selectable(true));
        });
    }

    /// Shows the row with a value drawn by the caller; the actions still work on the text.
    pub fn ui_with(self, ui: &mut Ui, commands: &mut Vec<Command>, value_ui: impl FnOnce(&mut Ui)) {
        let ground = ui.painter().add(Shape::Noop);
        let id = ui.next_auto_id().with(self.title);
        let title = if self.continued { "" } else { self.title };
        let row = ui.scope(|ui| ui.key_value_ui(&visible_lines(title), self.about, value_ui)).response.rect;
        let row = Rect::from_min_max(row.min, pos2(ui.max_rect().right(), row.max.y)).expand2(vec2(space::XS, 1.0));
        // The menu opens anywhere on the row, also over its selectable text.
        ui.interact(row, id, Sense::hover()).container_context_menu(|ui| self.menu_ui(ui, commands));
        let shown = ui.rect_contains_pointer(row) && !egui::Popup::is_any_open(ui.ctx());
        if shown {
            ui.painter().set(ground, Shape::rect_filled(row, CornerRadius::same(size::CORNER), ui.tokens().faint));
        }
        self.buttons_ui(ui, row, id, shown, commands);
    }

    fn actions(&self) -> &'static [Action] {
        if self.filter.is_some() { &[Action::Copy, Action::Include, Action::Exclude] } else { &[Action::Copy] }
    }

    fn menu_ui(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        for action in self.actions() {
            if ui.button(action.of_value(&visible_lines(&shortened(self.text)))).clicked() {
                commands.extend(self.command(*action));
                ui.close();
            }
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, row: Rect, id: Id, shown: bool, commands: &mut Vec<Command>) {
        let actions = self.actions();
        let width = BUTTON * actions.len() as f32;
        let strip =
            Rect::from_min_size(row.right_top() - vec2(width, 0.0), vec2(width, row.height().min(BUTTON + 2.0)));
        let focused = |ui: &Ui| ui.memory(egui::Memory::focused).is_some_and(|focus| ids(id, actions).contains(&focus));
        let visible = shown || focused(ui);
        if visible {
            ui.painter().rect_filled(strip, CornerRadius::same(size::CORNER), ui.tokens().faint);
        }
        let layout = Layout::left_to_right(egui::Align::Center);
        let mut strip_ui = ui.new_child(UiBuilder::new().max_rect(strip).layout(layout).scope_id(id.with("actions")));
        strip_ui.spacing_mut().item_spacing = Vec2::ZERO;
        for (number, action) in actions.iter().enumerate() {
            let place =
                Rect::from_min_size(strip.min + vec2(BUTTON * number as f32, 0.0), vec2(BUTTON, strip.height()));
            let response = strip_ui.interact(place, button_id(id, *action), Sense::click());
            response
                .widget_info(|| WidgetInfo::labeled(Role::Button, true, action.of_field(&visible_lines(self.title))));
            if visible {
                paint_button(&strip_ui, &response, *action);
            }
            let response = response.on_hover_text(action.title());
            if response.clicked() {
                commands.extend(self.command(*action));
            }
        }
    }

    fn command(&self, action: Action) -> Option<Command> {
        let filter = || self.filter.map(|(field, stored)| (field, stored.to_owned()));
        match action {
            Action::Copy => Some(Command::Copy(self.copied.to_owned())),
            Action::Include => filter().map(|(field, stored)| Command::Include(field, stored)),
            Action::Exclude => filter().map(|(field, stored)| Command::Exclude(field, stored)),
        }
    }
}

fn button_id(row: Id, action: Action) -> Id {
    row.with(action as u8)
}

fn ids(row: Id, actions: &[Action]) -> Vec<Id> {
    actions.iter().map(|action| button_id(row, *action)).collect()
}

/// As much of a value as a menu entry holds.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.len() {
        return line.to_owned();
    }
    let mut short: String = line.chars().take(MOST - 1).collect();
    short.push('\u{2026}');
    short
}

fn paint_button(ui: &Ui, response: &Response, action: Action) {
    let tokens = ui.tokens();
    let rect = response.rect.shrink(2.0);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), tokens.control_hovered);
    }
    if response.has_focus() {
        let outline = Stroke::new(1.0, tokens.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(4), outline, StrokeKind::Inside);
    }
    let color = if response.hovered() { tokens.text } else { tokens.weak_text };
    paint_icon(ui, rect.center(), action, color);
}

/// Icons as shapes of a 12-point box: two sheets, a funnel, a struck funnel.
fn paint_icon(ui: &Ui, center: egui::Pos2, action: Action, color: Color32) {
    let painter = ui.painter();
    let at = |x: f32, y: f32| pos2(center.x + x, center.y + y);
    let line = Stroke::new(1.2, color);
    let funnel = |dx: f32| {
        let points = vec![
            at(-5.0 + dx, -4.5),
            at(5.0 + dx, -4.5),
            at(1.2 + dx, 0.3),
            at(1.2 + dx, 5.0),
            at(-1.2 + dx, 3.6),
            at(-1.2 + dx, 0.3),
        ];
        painter.add(Shape::closed_line(points, line));
    };
    match action {
        Action::Copy => {
            let back = Rect::from_min_max(at(-5.0, -5.0), at(2.0, 2.0));
            let front = Rect::from_min_max(at(-2.0, -2.0), at(5.0, 5.0));
            painter.rect_stroke(back, CornerRadius::same(1), line, StrokeKind::Middle);
            painter.rect(front, CornerRadius::same(1), ui.tokens().faint, line, StrokeKind::Middle);
        }
        Action::Include => funnel(0.0),
        Action::Exclude => {
            funnel(0.0);
            painter.line_segment([at(-5.5, 5.0), at(5.5, -6.0)], Stroke::new(3.0, ui.tokens().faint));
            painter.line_segment([at(-5.5, 5.0), at(5.5, -6.0)], line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_cut_in_the_menu() {
        assert_eq!(shortened("Anna Reyes"), "Anna Reyes");
        assert_eq!(shortened("first\nsecond"), "first\u{2026}");
        assert_eq!(shortened(&"x".repeat(80)).chars().count(), 40);
    }
}
