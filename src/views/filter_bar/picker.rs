//! A picker: the values of a field with their numbers of sign-ins, several of which can be ticked.

use eframe::egui::{Checkbox, ScrollArea, TextEdit, Ui};

use crate::app::jobs::{Values, ValuesKey};
use crate::app::{Command, State};
use crate::fields::Field;
use crate::widgets::number;
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, space};

/// What is typed into the search of the open picker.
#[derive(Debug, Default)]
pub(super) struct Picker {
    of: Option<Field>,
    search: String,
    found: Option<Found>,
}

/// What the search finds, made anew only when something changes.
#[derive(Debug)]
struct Found {
    wanted: String,
    ticked: Vec<String>,
    key: ValuesKey,
    /// Ticked values that the rest of the filter leaves none of, and the places of the others among the answer's.
    gone: Vec<String>,
    places: Vec<usize>,
    /// How many more there are.
    more: usize,
}

impl Found {
    fn new(wanted: &str, ticked: &[String], answer: &Values) -> Self {
        let spec = answer.key.field.spec();
        let fits = |lower: &str| wanted.is_empty() || lower.contains(wanted);
        let gone: Vec<String> = ticked
            .iter()
            .filter(|value| !answer.values.iter().any(|(known, _)| known.as_ref() == Some(value)))
            .filter(|value| fits(&spec.display(value).to_lowercase()))
            .cloned()
            .collect();
        let mut fitting = answer
            .values
            .iter()
            .zip(&answer.lower)
            .enumerate()
            .filter(|(_, ((value, _), lower))| value.is_some() && fits(lower))
            .map(|(place, _)| place);
        let places = fitting.by_ref().take(LISTED.saturating_sub(gone.len())).collect();
        let more = fitting.count();
        Self { wanted: wanted.to_owned(), ticked: ticked.to_vec(), key: answer.key.clone(), gone, places, more }
    }

    fn is_of(&self, wanted: &str, ticked: &[String], answer: &Values) -> bool {
        self.wanted == wanted && self.ticked == ticked && self.key == answer.key
    }
}

/// How many values a picker lists; its search finds the others.
const LISTED: usize = 200;

impl Picker {
    /// Shows a picker's button and, while it is open, its list. Returns whether it is open.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        field: Field,
        title: &str,
        commands: &mut Vec<Command>,
    ) -> bool {
        let ticked = state.query.values_of(field).unwrap_or_default();
        let choice = match ticked.as_slice() {
            [] => String::new(),
            [one] => field.spec().display(one).to_owned(),
            [first, others @ ..] => format!("{} +{}", field.spec().display(first), others.len()),
        };
        let button = popup::choice_button_ui(ui, title, &choice, !ticked.is_empty());
        let button = button.accessible_name(format!("{title} filter"));
        popup::panel_ui(&button, 320.0, |ui| {
            if self.of != Some(field) {
                self.of = Some(field);
                self.search.clear();
            }
            self.list_ui(ui, state, field, title, &ticked, commands);
        })
    }

    fn list_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        field: Field,
        title: &str,
        ticked: &[String],
        commands: &mut Vec<Command>,
    ) {
        let hint = format!("Find {}", title.to_lowercase());
        let search = TextEdit::singleline(&mut self.search).hint_text(hint.clone()).desired_width(f32::INFINITY);
        let search = ui.add(search).accessible_name(hint);
        if ui.memory(|memory| memory.focused().is_none()) {
            search.request_focus();
        }
        ui.add_space(space::XS);
        let wanted = self.search.trim().to_lowercase();
        let answer =
            state.values.as_ref().filter(|values| values.key.field == field && values.key.logs == state.log.into());
        let spec = field.spec();
        // The list has its height from the start: it must not jump while the search narrows it.
        let rows = answer.map_or(1, |answer| answer.values.len()).clamp(1, 12);
        let height = rows as f32 * (ui.spacing().interact_size.y + ui.spacing().item_spacing.y);
        let list = ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink(false);
        list.show(ui, |ui| {
            let Some(answer) = answer else {
                ui.weak_label("Counting…");
                return;
            };
            if !self.found.as_ref().is_some_and(|found| found.is_of(&wanted, ticked, answer)) {
                self.found = Some(Found::new(&wanted, ticked, answer));
            }
            let Some(found) = &self.found else { return };
            // What is ticked stays listed, even where the rest of the filter leaves none of it.
            let listed = found.places.iter().filter_map(|place| answer.values.get(*place));
            let listed = listed.filter_map(|(value, count)| Some((value.as_ref()?, *count)));
            for (value, count) in found.gone.iter().map(|value| (value, 0)).chain(listed) {
                let mut is_ticked = ticked.contains(value);
                let name = spec.display(value);
                let response = ui
                    .horizontal(|ui| {
                        let room = ui.available_width() - 56.0;
                        let box_size = eframe::egui::vec2(room, ui.spacing().interact_size.y);
                        let left = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
                        let response = ui
                            .allocate_ui_with_layout(box_size, left, |ui| {
                                ui.set_width(room);
                                ui.style_mut().wrap_mode = Some(eframe::egui::TextWrapMode::Truncate);
                                ui.add(Checkbox::new(&mut is_ticked, name))
                            })
                            .inner;
                        let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
                        ui.with_layout(right, |ui| ui.note(number::count(count)));
                        response
                    })
                    .inner;
                if response.changed() {
                    let mut values = ticked.to_vec();
                    if is_ticked {
                        values.push(value.clone());
                    } else {
                        values.retain(|known| known != value);
                    }
                    commands.push(Command::SetQuery(state.query.set_values(field, &values)));
                }
            }
            if found.gone.is_empty() && found.places.is_empty() {
                ui.weak_label("Nothing found");
            } else if found.more > 0 {
                ui.note(format!("{} more; type to find them", number::count(found.more as u64)));
            }
        });
        if !ticked.is_empty() {
            ui.separator();
            if ui.button("Clear").clicked() {
                commands.push(Command::SetQuery(state.query.set_values(field, &[])));
            }
        }
    }
}
