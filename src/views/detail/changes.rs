//! The properties that were changed: of what, from which value, to which.

use eframe::egui::{Label, RichText, Stroke, Ui};

use super::cells_ui;
use super::readable::readable;
use crate::app::Command;
use crate::cache::Detail;
use crate::fields::Field;
use crate::record::lines::Change;
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

/// From this width on, in points, the changes are a table; beneath it they are stacked.
const TABLE_WIDTH: f32 = 640.0;

/// Titles of the table and their share of its width.
const COLUMNS: [(&str, f32); 4] = [("Property", 0.24), ("Change", 0.14), ("Old value", 0.31), ("New value", 0.31)];

/// In a narrow panel, values of up to so many characters stand beside their title.
const SHORT: usize = 40;

/// What stands where there is no value.
const NO_VALUE: &str = "\u{2013}";

pub(super) fn ui(ui: &mut Ui, detail: &Detail, commands: &mut Vec<Command>) {
    let Some(stored) = detail.record.get(Field::ModifiedProperties) else {
        ui.add_space(space::S);
        ui.weak_label(format!("No property that this {} changed is told", detail.record.log.noun().one));
        return;
    };
    let changes: Vec<(&str, Change)> = stored.lines().map(|line| (line, Change::of_line(line))).collect();
    let of_several = changes.iter().any(|(_, change)| !change.target.is_empty());
    let mut above = None;
    for group in changes.chunk_by(|(_, one), (_, other)| one.target == other.target) {
        let Some((_, first)) = group.first() else { continue };
        if of_several || above.is_none() {
            let only = || detail.record.get(Field::Target).and_then(|targets| targets.lines().next());
            let title = if first.target.is_empty() { only().unwrap_or("Properties") } else { &first.target };
            ui.section_heading(title);
        }
        above = Some(&first.target);
        if ui.available_width() >= TABLE_WIDTH {
            table_ui(ui, group, commands);
        } else {
            for (line, change) in group {
                card_ui(ui, line, change, commands);
            }
        }
    }
}

fn kind(change: &Change) -> (Mark, &'static str) {
    match (change.old.is_empty(), change.new.is_empty()) {
        (true, false) => (Mark::Plus, "Added"),
        (false, true) => (Mark::Minus, "Removed"),
        (false, false) => (Mark::Arrow, "Changed"),
        (true, true) => (Mark::Dash, "No values told"),
    }
}

fn table_ui(ui: &mut Ui, changes: &[(&str, Change)], commands: &mut Vec<Command>) {
    let weak = ui.tokens().weak_text;
    row_ui(ui, |ui, column| {
        let title = COLUMNS.get(column).map_or("", |(title, _)| title);
        ui.add(Label::new(RichText::new(title).small().color(weak)).wrap());
    });
    for (line, change) in changes {
        let rect = ui.available_rect_before_wrap();
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, ui.tokens().grid));
        ui.add_space(space::XS);
        let row = ui.scope(|ui| {
            row_ui(ui, |ui, column| match column {
                0 => {
                    ui.add(Label::new(change.property.as_str()).wrap());
                }
                1 => {
                    let (mark, word) = kind(change);
                    badge::badge_ui(ui, mark, word);
                }
                2 => value_ui(ui, &change.old),
                _ => value_ui(ui, &change.new),
            });
        });
        row.response.container_context_menu(|ui| menu_ui(ui, line, change, commands));
        ui.add_space(space::XS);
    }
}

fn row_ui(ui: &mut Ui, cell_ui: impl FnMut(&mut Ui, usize)) {
    cells_ui(ui, &COLUMNS.map(|(_, share)| share), cell_ui);
}

/// A value, its lines wrapped. A font of one width keeps the levels of what is nested in sight.
fn value_ui(ui: &mut Ui, value: &str) {
    let text = readable(value);
    if text.is_empty() {
        ui.weak_label(NO_VALUE);
    } else if text.contains('\n') {
        ui.add(Label::new(RichText::new(text.as_ref()).monospace()).wrap().selectable(true));
    } else {
        ui.add(Label::new(text.as_ref()).wrap().selectable(true));
    }
}

fn menu_ui(ui: &mut Ui, line: &str, change: &Change, commands: &mut Vec<Command>) {
    let mut entry = |name: &str, command: Command| {
        if ui.button(name).clicked() {
            commands.push(command);
            ui.close();
        }
    };
    entry("Filter for this change", Command::Include(Field::ModifiedProperties, line.to_owned()));
    entry("Copy property", Command::Copy(change.property.clone()));
    entry("Copy old value", Command::Copy(change.old.clone()));
    entry("Copy new value", Command::Copy(change.new.clone()));
}

/// A change in a narrow panel: the property first, its values beneath.
fn card_ui(ui: &mut Ui, line: &str, change: &Change, commands: &mut Vec<Command>) {
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        Value::new("Property", &change.property).filter(Field::ModifiedProperties, line).ui_with(ui, commands, |ui| {
            ui.add(Label::new(RichText::new(&change.property).size(15.0)).wrap());
        });
        let (mark, word) = kind(change);
        ui.key_value_ui("Change", "", |ui| {
            badge::badge_ui(ui, mark, word);
        });
        for (title, text) in [("Old value", &change.old), ("New value", &change.new)] {
            if text.is_empty() {
                continue;
            }
            if text.chars().count() <= SHORT {
                Value::new(title, text).ui_with(ui, commands, |ui| value_ui(ui, text));
                continue;
            }
            // A long value has the whole width.
            Value::new(title, text).ui_with(ui, commands, |_| {});
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
