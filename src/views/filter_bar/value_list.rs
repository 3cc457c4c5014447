//! A list of the values of a field with their numbers of sign-ins, to be searched and ticked.

use std::collections::HashSet;

use eframe::egui::{Key, Response, ScrollArea, TextEdit, Ui};

use crate::app::facets::shown_value_title;
use crate::app::jobs::{Values, ValuesKey};
use crate::fields::Field;
use crate::query::is_same_value;
use crate::texts::text;
use crate::widgets::facet_row::{FacetRow, ROW, Ticked};
use crate::widgets::focus::arrows;
use crate::widgets::theme::{UiExt, space};

/// What is typed into the search of the list, and what that finds.
#[derive(Debug, Default)]
pub(super) struct ValueList {
    search: String,
    found: Option<Found>,
}

/// What the search finds, made anew only when something changes.
#[derive(Debug)]
struct Found {
    wanted: String,
    ticked: Vec<String>,
    /// The ticked values in lower case.
    lower_ticked: HashSet<String>,
    key: ValuesKey,
    /// Ticked values that the rest of the filter leaves none of, and the places of the others among the answer's.
    gone: Vec<String>,
    places: Vec<usize>,
    /// How many more there are.
    more: usize,
}

impl Found {
    fn new(wanted: &str, ticked: &[String], answer: &Values) -> Self {
        let fits = |lower: &str| wanted.is_empty() || lower.contains(wanted);
        let lower_ticked: HashSet<String> = ticked.iter().map(|value| value.to_lowercase()).collect();
        let mut missing = lower_ticked.clone();
        for (known, _) in &answer.values {
            if missing.is_empty() {
                break;
            }
            missing.remove(&known.as_deref().unwrap_or_default().to_lowercase());
        }
        let gone: Vec<String> = ticked
            .iter()
            .filter(|value| missing.contains(&value.to_lowercase()))
            .filter(|value| fits(&shown_value_title(answer.key.field, Some(value.as_str())).to_lowercase()))
            .cloned()
            .collect();
        // Answers have their texts in English.
        let none = shown_value_title(answer.key.field, None).to_lowercase();
        let is_none = |place: usize| answer.values.get(place).is_some_and(|(value, _)| value.is_none());
        let is_found = |(place, lower): &(usize, &String)| fits(lower) || (is_none(*place) && fits(&none));
        let mut fitting = answer.lower.iter().enumerate().filter(is_found).map(|(place, _)| place);
        let places = fitting.by_ref().take(LISTED.saturating_sub(gone.len())).collect();
        let more = fitting.count();
        let key = answer.key.clone();
        Self { wanted: wanted.to_owned(), ticked: ticked.to_vec(), lower_ticked, key, gone, places, more }
    }

    fn is_of(&self, wanted: &str, ticked: &[String], answer: &Values) -> bool {
        self.wanted == wanted && self.ticked == ticked && self.key == answer.key
    }
}

/// How many values are listed; the search finds the others.
const LISTED: usize = 200;
/// How many are seen at once.
const SEEN: usize = 12;

impl ValueList {
    /// Shows the search and the list of the values of a field. Returns the values ticked from now on, if the
    /// user has changed them.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        field: Field,
        ticked: &[String],
        is_excluded: bool,
        answer: Option<&Values>,
        wants_focus: bool,
    ) -> Option<Vec<String>> {
        let hint = text!("filter-find-value", field = field.in_a_sentence());
        let search = search_ui(ui, &mut self.search, &hint, wants_focus);
        let wanted = self.search.trim().to_lowercase();
        // The list has its height from the start: it must not jump while the search narrows it.
        let count = answer.map_or(1, |answer| answer.values.len()).clamp(1, SEEN);
        let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 96.0).max(3.0 * ROW);
        let height = (count as f32 * (ROW + 1.0)).min(room);
        let mut changed = None;
        let list = ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink(false);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let Some(answer) = answer else {
                ui.weak_label(text!("filter-counting"));
                return;
            };
            if !self.found.as_ref().is_some_and(|found| found.is_of(&wanted, ticked, answer)) {
                self.found = Some(Found::new(&wanted, ticked, answer));
            }
            let Some(found) = &self.found else { return };
            // What is ticked stays listed, even where the rest of the filter leaves none of it.
            let listed = found.places.iter().filter_map(|place| answer.values.get(*place));
            let listed = listed.map(|(value, count)| (value.as_deref().unwrap_or_default(), *count));
            let rows: Vec<(&str, u64)> = found.gone.iter().map(|value| (value.as_str(), 0)).chain(listed).collect();
            let most = answer.values.first().map_or(1, |(_, count)| *count);
            let mut responses = Vec::with_capacity(rows.len());
            for (value, count) in &rows {
                let is_ticked = found.lower_ticked.contains(&value.to_lowercase());
                let tick = match (is_ticked, is_excluded) {
                    (false, _) => Ticked::No,
                    (true, false) => Ticked::Asked,
                    (true, true) => Ticked::Excluded,
                };
                let title = shown_value_title(field, Some(value));
                let row = FacetRow {
                    name: &title,
                    title: &title,
                    count: *count,
                    most,
                    ticked: tick,
                    is_weak: value.is_empty(),
                };
                let response = row.ui(ui, value);
                if response.clicked() {
                    changed = Some(turned(ticked, value));
                }
                responses.push(response);
            }
            arrows(ui, &search, &responses);
            if let (true, Some((first, _))) = (is_entered(ui, &search), rows.first())
                && !wanted.is_empty()
            {
                changed = Some(turned(ticked, first));
            }
            if rows.is_empty() {
                ui.weak_label(text!("filter-nothing-found"));
            } else if found.more > 0 {
                ui.note(text!("filter-more-values", count = found.more));
            }
        });
        if is_entered(ui, &search) {
            search.request_focus();
        }
        changed
    }

    /// Forgets what was typed.
    pub(super) fn clear(&mut self) {
        self.search.clear();
    }
}

/// The values with this one ticked or no longer.
fn turned(ticked: &[String], value: &str) -> Vec<String> {
    let mut values = ticked.to_vec();
    values.retain(|known| !is_same_value(known, value));
    if values.len() == ticked.len() {
        values.push(value.to_owned());
    }
    values
}

/// The search over a list; it takes the cursor when the list opens.
pub(super) fn search_ui(ui: &mut Ui, text: &mut String, hint: &str, wants_focus: bool) -> Response {
    let search = TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY);
    let search = ui.add(search).accessible_name(hint);
    if wants_focus || ui.memory(|memory| memory.focused().is_none()) && !is_entered(ui, &search) {
        search.request_focus();
    }
    ui.add_space(space::XS);
    search
}

/// Whether Enter was pressed in a line.
pub(super) fn is_entered(ui: &Ui, line: &Response) -> bool {
    line.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
