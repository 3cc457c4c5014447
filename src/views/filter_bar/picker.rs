//! A picker of the portal's own filters: a button, and under it the values of its field.

use eframe::egui::Ui;

use super::value_list::ValueList;
use crate::app::{Command, State};
use crate::fields::Field;
use crate::texts::text;
use crate::widgets::popup;

/// The pickers, with the list of the open one.
#[derive(Debug, Default)]
pub(super) struct Picker {
    of: Option<Field>,
    list: ValueList,
}

/// Width of the list in points.
pub(super) const WIDTH: f32 = 320.0;

impl Picker {
    /// Shows a picker's button, on which the choice has this room in points, and, while it is open, its list. Returns
    /// whether it is open.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        field: Field,
        title: &str,
        room: f32,
        commands: &mut Vec<Command>,
    ) -> bool {
        let ticked = state.query.values_of(field).unwrap_or_default();
        let choice = match ticked.as_slice() {
            [] => String::new(),
            [one] => field.spec().display(one).to_owned(),
            [first, others @ ..] => format!("{} +{}", field.spec().display(first), others.len()),
        };
        let button = popup::narrow_choice_button_ui(ui, title, &choice, !ticked.is_empty(), room);
        let button = button.accessible_name(text!("filter-picker", title = title));
        let is_open = popup::panel_ui(&button, WIDTH, |ui| {
            let is_fresh = self.of != Some(field);
            if is_fresh {
                self.of = Some(field);
                self.list.clear();
            }
            let is_its = |key: &crate::app::jobs::ValuesKey| key.field == field && key.logs == state.log.into();
            let answer = state.values.as_deref().filter(|values| is_its(&values.key));
            if let Some(values) = self.list.ui(ui, field, &ticked, false, answer, is_fresh) {
                commands.push(Command::SetQuery(state.query.set_values(field, &values)));
            }
            if !ticked.is_empty() {
                ui.separator();
                if ui.button(text!("filter-clear-values")).clicked() {
                    commands.push(Command::SetQuery(state.query.set_values(field, &[])));
                }
            }
        });
        if !is_open && self.of == Some(field) {
            self.of = None;
        }
        is_open
    }
}
