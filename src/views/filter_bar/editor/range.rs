//! The editor of a range: two limits, of which either may be open, and the usual stretches of time.

use eframe::egui::{Checkbox, RichText, TextEdit, Ui, vec2};

use super::super::value_list::is_entered;
use crate::app::span::last_words;
use crate::clock::{Clock, Millis};
use crate::fields::{Field, Kind};
use crate::query::{Limit, Part, levels};
use crate::texts::text;
use crate::widgets::theme::{UiExt, size, space};

/// What is typed and not in force yet.
#[derive(Debug, Default)]
pub(super) struct RangeEditor {
    of: Option<Part>,
    field: Option<Field>,
    from: Limit,
    to: Limit,
}

/// The usual stretches of time, in days.
const STRETCHES: [i64; 4] = [1, 7, 30, 90];

impl RangeEditor {
    /// The range as it is typed.
    pub(super) fn typed(&self) -> Option<Part> {
        let field = self.field?;
        let typed = Part::Range { field, from: self.from.clone(), to: self.to.clone() };
        (self.of.as_ref() != Some(&typed)).then_some(typed)
    }

    /// Shows the limits. Returns the part that the user wants from now on.
    pub(super) fn ui(&mut self, ui: &mut Ui, part: &Part, clock: Clock, wants_focus: bool) -> Option<Part> {
        let field = part.field()?;
        if self.of.as_ref() != Some(part) {
            self.of = Some(part.clone());
            self.field = Some(field);
            (self.from, self.to) = match part {
                Part::Range { from, to, .. } => (from.clone(), to.clone()),
                _ => Default::default(),
            };
        }
        let mut wanted = None;
        if field == Field::Time {
            wanted = stretches_ui(ui, part);
            ui.separator();
        }
        // Of two limits the lower one always belongs to the range.
        let is_alone = self.to.is_open();
        let mut is_confirmed = limit_ui(ui, field, text!("filter-from"), &mut self.from, wants_focus, is_alone);
        is_confirmed |= limit_ui(ui, field, text!("filter-to"), &mut self.to, false, true);
        self.from.is_exclusive &= self.to.is_open();
        ui.note(match field.kind() {
            Kind::Time => text!("filter-range-of-time", zone = clock.label()),
            _ => text!("filter-range-of-values").to_owned(),
        });
        let typed = self.typed();
        let parsed = typed.as_ref().map(Part::query);
        if let Some(Err(error)) = &parsed {
            ui.label(RichText::new(&error.message).color(ui.tokens().failure));
        }
        ui.add_space(space::XS);
        ui.add_enabled_ui(matches!(parsed, Some(Ok(_))), |ui| {
            ui.horizontal(|ui| is_confirmed |= ui.button(text!("filter-apply")).clicked());
        });
        if is_confirmed && matches!(parsed, Some(Ok(_))) {
            wanted = typed;
        }
        wanted
    }
}

fn stretches_ui(ui: &mut Ui, part: &Part) -> Option<Part> {
    let mut wanted = None;
    for days in STRETCHES {
        let millis = days * Millis::DAY;
        let is_now = *part == Part::Last(millis);
        let name = if days == 1 { last_words(millis) } else { text!("time-last-days", count = days) };
        if ui.selectable_label(is_now, name).clicked() {
            wanted = Some(Part::Last(millis));
        }
    }
    wanted
}

/// One limit. Returns whether the user has confirmed it.
fn limit_ui(ui: &mut Ui, field: Field, name: &str, limit: &mut Limit, wants_focus: bool, can_exclude: bool) -> bool {
    if let Some(levels) = levels(field) {
        return levels_ui(ui, field, name, limit, levels, wants_focus);
    }
    let mut is_confirmed = false;
    ui.horizontal(|ui| {
        limit_name_ui(ui, name);
        let line = ui.add(TextEdit::singleline(&mut limit.text).desired_width(160.0)).accessible_name(name);
        if wants_focus {
            line.request_focus();
        }
        is_confirmed = is_entered(ui, &line);
        if can_exclude && !limit.is_open() {
            let checkbox = ui.add(Checkbox::new(&mut limit.is_exclusive, text!("filter-without-limit")));
            is_confirmed |= checkbox.accessible_name(text!("filter-without-limit-name", limit = name)).changed();
        }
    });
    is_confirmed
}

/// One limit, chosen among levels; hours of the day take several lines.
fn levels_ui(ui: &mut Ui, field: Field, name: &str, limit: &mut Limit, levels: &[&str], wants_focus: bool) -> bool {
    let mut is_confirmed = false;
    ui.horizontal_wrapped(|ui| {
        limit_name_ui(ui, name);
        for (place, level) in levels.iter().enumerate() {
            let is_now = limit.text == *level;
            let label = ui.selectable_label(is_now, field.spec().display(level));
            if wants_focus && place == 0 {
                label.request_focus();
            }
            if label.accessible_name(text!("filter-limit-level", limit = name, level = *level)).clicked() {
                limit.text = if is_now { String::new() } else { (*level).to_owned() };
                is_confirmed = true;
            }
        }
    });
    is_confirmed
}

/// What stands before a limit: the same width for both.
fn limit_name_ui(ui: &mut Ui, name: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(40.0, size::CONTROL), eframe::egui::Sense::hover());
    let color = ui.tokens().weak_text;
    let galley = crate::widgets::table::layout(ui, name, 40.0, eframe::egui::TextStyle::Body, color);
    let at = eframe::egui::Align2::LEFT_CENTER.anchor_size(rect.left_center(), galley.size()).min;
    ui.painter().galley(at, galley, color);
}
