//! The properties that were changed: of what, from which value, to which.

use eframe::egui::{Label, RichText, Stroke, Ui};

use super::cells_ui;
use super::readable::readable;
use crate::app::Command;
use crate::cache::Detail;
use crate::export::visible::visible_lines;
use crate::fields::Field;
use crate::record::lines::Change;
use crate::texts::text;
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

/// From this width on, in points, the changes are a table; beneath it they are stacked.
const TABLE_WIDTH: f32 = 640.0;

/// What each column of the table has of its width.
const SHARES: [f32; 4] = [0.24, 0.14, 0.31, 0.31];

/// In a narrow panel, values of up to so many characters stand beside their title.
const SHORT: usize = 40;

/// What stands where there is no value.
const NO_VALUE: &str = "\u{2013}";

/// The changes of the record that is shown, taken apart once.
#[derive(Clone, Debug, Default)]
pub(super) struct ChangesView {
    /// The stored lines that they were taken from.
    of: String,
    groups: Vec<Group>,
    of_several: bool,
}

/// Changes of one target, one after the other.
#[derive(Clone, Debug)]
struct Group {
    target: String,
    changes: Vec<Shown>,
}

/// A change with its values as people read them.
#[derive(Clone, Debug)]
struct Shown {
    line: String,
    change: Change,
    old: String,
    new: String,
}

impl ChangesView {
    /// Takes the changes apart, unless they are the known ones.
    fn take(&mut self, stored: &str) {
        if self.of == stored {
            return;
        }
        stored.clone_into(&mut self.of);
        self.groups.clear();
        for line in stored.lines() {
            let change = Change::of_line(line);
            let (old, new) = (readable(&change.old).into_owned(), readable(&change.new).into_owned());
            let target = change.target.clone();
            let shown = Shown { line: line.to_owned(), change, old, new };
            match self.groups.last_mut() {
                Some(group) if group.target == target => group.changes.push(shown),
                _ => self.groups.push(Group { target, changes: vec![shown] }),
            }
        }
        self.of_several = self.groups.iter().any(|group| !group.target.is_empty());
    }

    pub fn ui(&mut self, ui: &mut Ui, detail: &Detail, commands: &mut Vec<Command>) {
        let Some(stored) = detail.record.get(Field::ModifiedProperties) else {
            ui.add_space(space::S);
            ui.weak_label(text!("detail-changes-none", record = detail.record.log.noun().shown_one()));
            return;
        };
        self.take(stored);
        for (number, group) in self.groups.iter().enumerate() {
            if self.of_several || number == 0 {
                let only = || detail.record.get(Field::Target).and_then(|targets| targets.lines().next());
                let title = if group.target.is_empty() {
                    only().unwrap_or_else(|| text!("detail-changes-properties"))
                } else {
                    &group.target
                };
                ui.section_heading(&visible_lines(title));
            }
            if ui.available_width() >= TABLE_WIDTH {
                table_ui(ui, &group.changes, commands);
            } else {
                for shown in &group.changes {
                    card_ui(ui, shown, commands);
                }
            }
        }
    }
}

/// What the columns of the table are called.
fn titles() -> [&'static str; SHARES.len()] {
    [text!("detail-change-property"), text!("detail-change"), text!("detail-change-old"), text!("detail-change-new")]
}

fn kind(change: &Change) -> (Mark, &'static str) {
    match (change.old.is_empty(), change.new.is_empty()) {
        (true, false) => (Mark::Plus, text!("detail-change-added")),
        (false, true) => (Mark::Minus, text!("detail-change-removed")),
        (false, false) => (Mark::Arrow, text!("detail-change-changed")),
        (true, true) => (Mark::Dash, text!("detail-change-no-values")),
    }
}

fn table_ui(ui: &mut Ui, changes: &[Shown], commands: &mut Vec<Command>) {
    let weak = ui.tokens().weak_text;
    let titles = titles();
    row_ui(ui, |ui, column| {
        let title = titles.get(column).copied().unwrap_or_default();
        ui.add(Label::new(RichText::new(title).small().color(weak)).wrap());
    });
    for Shown { line, change, old, new } in changes {
        let rect = ui.available_rect_before_wrap();
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, ui.tokens().grid));
        ui.add_space(space::XS);
        let row = ui.scope(|ui| {
            row_ui(ui, |ui, column| match column {
                0 => {
                    ui.add(Label::new(visible_lines(&change.property)).wrap());
                }
                1 => {
                    let (mark, word) = kind(change);
                    badge::badge_ui(ui, mark, word);
                }
                2 => value_ui(ui, old),
                _ => value_ui(ui, new),
            });
        });
        row.response.container_context_menu(|ui| menu_ui(ui, line, change, commands));
        ui.add_space(space::XS);
    }
}

fn row_ui(ui: &mut Ui, cell_ui: impl FnMut(&mut Ui, usize)) {
    cells_ui(ui, &SHARES, cell_ui);
}

/// A value, its lines wrapped. A font of one width keeps the levels of what is nested in sight.
fn value_ui(ui: &mut Ui, text: &str) {
    if text.is_empty() {
        ui.weak_label(NO_VALUE);
    } else if text.contains('\n') {
        ui.add(Label::new(RichText::new(visible_lines(text)).monospace()).wrap().selectable(true));
    } else {
        ui.add(Label::new(visible_lines(text)).wrap().selectable(true));
    }
}

fn menu_ui(ui: &mut Ui, line: &str, change: &Change, commands: &mut Vec<Command>) {
    let mut entry = |name: &str, command: Command| {
        if ui.button(name).clicked() {
            commands.push(command);
            ui.close();
        }
    };
    entry(text!("detail-change-filter"), Command::Include(Field::ModifiedProperties, line.to_owned()));
    entry(text!("detail-change-copy-property"), Command::Copy(change.property.clone()));
    entry(text!("detail-change-copy-old"), Command::Copy(change.old.clone()));
    entry(text!("detail-change-copy-new"), Command::Copy(change.new.clone()));
}

/// A change in a narrow panel: the property first, its values beneath.
fn card_ui(ui: &mut Ui, shown: &Shown, commands: &mut Vec<Command>) {
    let Shown { line, change, old, new } = shown;
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        let property = Value::new(text!("detail-change-property"), &change.property);
        property.filter(Field::ModifiedProperties, line).ui_with(ui, commands, |ui| {
            ui.add(Label::new(RichText::new(visible_lines(&change.property)).size(15.0)).wrap());
        });
        let (mark, word) = kind(change);
        ui.key_value_ui(text!("detail-change"), "", |ui| {
            badge::badge_ui(ui, mark, word);
        });
        for (title, stored, text) in
            [(text!("detail-change-old"), &change.old, old), (text!("detail-change-new"), &change.new, new)]
        {
            if stored.is_empty() {
                continue;
            }
            if stored.chars().count() <= SHORT {
                Value::new(title, stored).ui_with(ui, commands, |ui| value_ui(ui, text));
                continue;
            }
            // A long value has the whole width.
            Value::new(title, stored).ui_with(ui, commands, |_| {});
            value_ui(ui, text);
            ui.add_space(space::XS);
        }
    });
    ui.add_space(space::XS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_removed_and_changed_is_told_apart() {
        let told = |line: &str| kind(&Change::of_line(line)).1;
        assert_eq!(told("Department: -> Sales"), "Added");
        assert_eq!(told("Department: Sales ->"), "Removed");
        assert_eq!(told("Department: Sales -> Service"), "Changed");
        assert_eq!(told("Department"), "No values told");
    }
}
