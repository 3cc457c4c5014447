//! The keys of a table.

use eframe::egui::{Key, Modifiers, Popup, Ui};

use super::TableView;
use crate::app::{Command, Line, Step, TableCommand, TableState};
use crate::widgets::menu::menu_keys_pressed;

impl TableView {
    /// The keys that move and widen the selection, unless another part of the window wants them. Of `columns`
    /// columns the first `fixed` show no field.
    pub(super) fn keys_ui(
        &mut self,
        ui: &Ui,
        table: &TableState,
        columns: usize,
        fixed: usize,
        commands: &mut Vec<Command>,
    ) {
        let is_elsewhere = ui.memory(|memory| memory.focused().is_some() || memory.top_modal_layer().is_some())
            || Popup::is_any_open(ui.ctx());
        // Enter in a line of text gives the focus away in the frame in which it is pressed.
        if std::mem::replace(&mut self.was_elsewhere, is_elsewhere) || is_elsewhere {
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let page = table.page.max(1) as i64;
        let steps = [
            (Key::ArrowDown, Step::By(1)),
            (Key::ArrowUp, Step::By(-1)),
            (Key::PageDown, Step::By(page)),
            (Key::PageUp, Step::By(-page)),
            (Key::Home, Step::First),
            (Key::End, Step::Last),
        ];
        if let Some(selected) = table.selected
            && menu_keys_pressed(ui)
        {
            let column = table.cell.unwrap_or(fixed).min(columns.saturating_sub(1));
            self.open_menu = Some((selected.line, column));
        }
        for (key, step) in steps {
            // What asks for more modifiers comes first: a key alone also matches with Shift held.
            if pressed(Modifiers::SHIFT, key) {
                commands.push(Command::Table(TableCommand::Extend(step)));
            } else if pressed(Modifiers::NONE, key) {
                commands.push(Command::MoveSelection(step));
            }
        }
        if pressed(Modifiers::COMMAND, Key::A) {
            commands.push(Command::Table(TableCommand::SelectAll));
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            commands.push(Command::Activate);
        }
        if let Some(selected) = table.selected {
            self.along_ui(ui, table, selected.line, columns, commands);
        }
    }

    /// Left and right expand and fold groups, and move from cell to cell where there is nothing to expand.
    fn along_ui(&mut self, ui: &Ui, table: &TableState, line: u64, columns: usize, commands: &mut Vec<Command>) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (is_right, is_left) = (pressed(Key::ArrowRight), pressed(Key::ArrowLeft));
        if !is_right && !is_left {
            return;
        }
        let fold = match table.line(line) {
            Some(Line::Group(place)) if is_right != table.expanded.contains(place) && table.cell.is_none() => {
                Some(place)
            }
            Some(Line::Member(place, _)) if is_left && table.cell.is_none() => Some(place),
            _ => None,
        };
        if let Some(place) = fold {
            commands.push(Command::ToggleGroup(place));
            return;
        }
        let cell = match (table.cell, is_right) {
            (None, true) => Some(0),
            (Some(column), true) => Some((column + 1).min(columns.saturating_sub(1))),
            (None | Some(0), false) => None,
            (Some(column), false) => Some(column - 1),
        };
        self.scroll_to_column = cell;
        commands.push(Command::Table(TableCommand::SetCell(cell)));
    }
}
