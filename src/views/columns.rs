//! The column chooser: which fields of a log stand in its table.

use eframe::egui::{Response, ScrollArea, TextEdit, Ui};

use crate::app::{Command, State, may_be_column};
use crate::fields::{Field, Log};
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, space};

/// The chooser, with what is typed into its search.
#[derive(Debug, Default)]
pub struct ColumnChooser {
    search: String,
    was_asked: bool,
}

impl ColumnChooser {
    /// Shows the button of the chooser and, while it is open, the chooser under it.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
        let button = popup::choice_button_ui(ui, "", "Columns…", false);
        // The menu and the header's menu ask for the chooser, too.
        if state.is_chooser_open && !self.was_asked {
            eframe::egui::Popup::open_id(ui.ctx(), eframe::egui::Popup::default_response_id(&button));
        }
        self.was_asked = state.is_chooser_open;
        let is_open = self.panel_ui(&button, state, log, commands);
        if self.was_asked && !is_open {
            commands.push(Command::ChooseColumns);
        }
    }

    fn panel_ui(&mut self, button: &Response, state: &State, log: Log, commands: &mut Vec<Command>) -> bool {
        popup::panel_ui(button, 300.0, |ui| {
            let shown = &state.settings.table(log).columns;
            let search = TextEdit::singleline(&mut self.search).hint_text("Find a column").desired_width(f32::INFINITY);
            let search = ui.add(search).accessible_name("Find a column");
            if ui.memory(|memory| memory.focused().is_none()) {
                search.request_focus();
            }
            ui.add_space(space::XS);
            let wanted = self.search.trim().to_lowercase();
            ScrollArea::vertical().min_scrolled_height(360.0).max_height(360.0).auto_shrink(false).show(ui, |ui| {
                let fields = Field::ALL.into_iter().filter(|field| may_be_column(*field, log));
                for field in fields.filter(|field| wanted.is_empty() || field.title().to_lowercase().contains(&wanted))
                {
                    let mut is_shown = shown.contains(&field);
                    let is_last = is_shown && shown.len() == 1;
                    let response = ui.add_enabled(!is_last, eframe::egui::Checkbox::new(&mut is_shown, field.title()));
                    if response.changed() {
                        let mut columns = shown.clone();
                        if is_shown {
                            columns.push(field);
                        } else {
                            columns.retain(|known| *known != field);
                        }
                        commands.push(Command::SetColumns(log, columns));
                    }
                    if !field.spec().about.is_empty() {
                        response.on_hover_text(field.spec().about);
                    }
                }
            });
            ui.separator();
            if ui.button("Put the portal's columns back").clicked() {
                commands.push(Command::ResetColumns(log));
            }
            ui.note("Drag a header to move its column");
        })
    }
}
